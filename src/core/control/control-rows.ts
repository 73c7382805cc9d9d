// Finding a table in a sheet that staff edit, by its headings, and reading its lines.
import type { Cell, SheetCells, WorkbookCells } from "../cells.js";
import { address, keyPlace } from "../cells.js";
import { readEntry, type Entry, type EntryValue } from "./control-entry.js";
import type { ControlColumn, ControlTable } from "./control-tables.js";
import type { Finding, FindingFacts, Severity } from "../finding.js";
import { finding } from "../finding.js";
import type { FindingCode } from "../messages/index.js";
import { bareText, foldText, nearest, tidy } from "../text.js";

/** Headings stand somewhere in these first rows. */
export const HEADING_ROWS = 20;

/** Cells by row, then by column, both from 1 and in ascending order of rows. */
export type Grid = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

/** The heading row and the column of each property that was found. */
export interface Headings {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** One line of a table. */
export interface TableRow {
  readonly row: number;
  readonly values: ReadonlyMap<string, EntryValue>;
  /** Text properties that stood as numbers, so that zeros in front may be lost. */
  readonly typedNumbers: ReadonlySet<string>;
}

export interface TableReading {
  /** Null when the table was not found or its headings are wrong; then there are no rows. */
  readonly headings: Headings | null;
  readonly rows: readonly TableRow[];
  readonly findings: readonly Finding[];
}

/** The sheet of a table: by its exact name, then by folded text, then by its letters alone. */
export function findSheet(workbook: WorkbookCells, names: readonly string[]): SheetCells | null {
  for (const key of [(text: string) => text, foldText, bareText]) {
    const wanted = names.map(key);
    const found = workbook.sheets.find((sheet) => wanted.includes(key(sheet.name)));
    if (found !== undefined) return found;
  }
  return null;
}

/** The cells of a sheet by row. */
export function gridOf(sheet: SheetCells): Grid {
  const rows = new Map<number, Map<number, Cell>>();
  for (const [key, cell] of sheet.cells) {
    const { row, column } = keyPlace(key);
    const cells = rows.get(row) ?? new Map<number, Cell>();
    rows.set(row, cells.set(column, cell));
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
}

/** A finding at a cell of a sheet; a list of units in CSV has no sheet name. */
export function findingAt(
  sheet: string,
  row: number,
  column: number | undefined,
  code: FindingCode,
  facts: FindingFacts = {},
  severity: Severity = "error",
): Finding {
  const cell = column === undefined ? `${String(row)}:${String(row)}` : address(row, column);
  return finding(code, severity, { ...facts, sheet: sheet === "" ? null : sheet, cell });
}

/**
 * Looks for the heading row: the one of the first twenty in which most columns are named.
 * @returns findings when it is not there, when a needed column is missing, named twice or nearly
 */
export function findHeadings(
  sheet: string,
  grid: Grid,
  columns: readonly ControlColumn[],
): { headings: Headings | null; findings: Finding[] } {
  const spellings = spellingsOf(columns);
  let best = new Map<string, number[]>();
  let bestRow = 0;
  for (const [row, cells] of grid) {
    if (row > HEADING_ROWS) break;
    const named = namedColumns(cells, spellings);
    if (named.size > best.size) [best, bestRow] = [named, row];
  }
  const needed = columns.filter((column) => column.needed);
  if (best.size < Math.min(2, needed.length)) {
    const headings = needed.map(({ heading }) => `«${heading}»`).join(", ");
    return {
      headings: null,
      findings: [finding("control/headings-missing", "error", { sheet: sheet === "" ? null : sheet, data: { headings } })],
    };
  }
  const headings = { row: bestRow, columns: new Map([...best].map(([property, places]) => [property, places[0]!])) };
  return { headings, findings: judgeHeadings(sheet, grid.get(bestRow)!, bestRow, columns, best) };
}

function namedColumns(cells: ReadonlyMap<number, Cell>, spellings: Spellings): Map<string, number[]> {
  const named = new Map<string, number[]>();
  const taken = new Set<number>();
  for (const exact of [true, false]) {
    for (const [place, cell] of cells) {
      const property = taken.has(place) ? null : propertyOf(headingText(cell), spellings, exact);
      const before = property === null ? undefined : named.get(property);
      if (property === null || (!exact && before !== undefined)) continue;
      named.set(property, [...(before ?? []), place]);
      taken.add(place);
    }
  }
  return named;
}

/** Properties by the folded text and by the bare letters of their headings; null where two columns share a spelling. */
interface Spellings {
  readonly own: ReadonlyMap<string, string | null>;
  readonly folded: ReadonlyMap<string, string | null>;
  readonly bare: ReadonlyMap<string, string | null>;
}

function spellingsOf(columns: readonly ControlColumn[]): Spellings {
  const every = columns.map(({ property, heading, also }) => [property, [heading, property, ...also]] as const);
  return {
    own: byKey(
      columns.map(({ property, heading }) => [property, [heading]] as const),
      foldText,
    ),
    folded: byKey(every, foldText),
    bare: byKey(every, bareText),
  };
}

function byKey(
  names: readonly (readonly [property: string, names: readonly string[]])[],
  key: (text: string) => string,
): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [property, spelled] of names) {
    for (const name of new Set(spelled.map(key))) found.set(name, found.has(name) ? null : property);
  }
  return found;
}

/** By its own heading (`exact`), or by another spelling of it. */
function propertyOf(text: string, spellings: Spellings, exact: boolean): string | null {
  if (text === "") return null;
  if (exact) return spellings.own.get(foldText(text)) ?? null;
  const folded = spellings.folded.get(foldText(text));
  return folded === undefined ? (spellings.bare.get(bareText(text)) ?? null) : folded;
}

function headingText(cell: Cell): string {
  return cell.value.kind === "text" ? tidy(cell.value.text).replace(/[\s:*]+$/u, "") : "";
}

function judgeHeadings(
  sheet: string,
  cells: ReadonlyMap<number, Cell>,
  row: number,
  columns: readonly ControlColumn[],
  named: ReadonlyMap<string, readonly number[]>,
): Finding[] {
  const findings: Finding[] = [];
  const absent = new Map(columns.filter(({ property }) => !named.has(property)).map((column) => [column.heading, column]));
  const taken = new Set([...named.values()].flat());
  for (const [place, cell] of cells) {
    const found = headingText(cell);
    const near = taken.has(place) || found === "" ? null : nearest(found, absent.keys());
    if (near === null) continue;
    absent.delete(near);
    findings.push(findingAt(sheet, row, place, "control/heading-unclear", { found, data: { near } }));
  }
  for (const [property, [first, second]] of named) {
    const { heading } = columns.find((column) => column.property === property)!;
    if (second !== undefined)
      findings.push(
        findingAt(sheet, row, second, "control/heading-repeated", { found: heading, data: { first: address(row, first!) } }),
      );
  }
  for (const { heading, needed } of absent.values()) {
    if (needed) findings.push(findingAt(sheet, row, undefined, "control/column-missing", { expected: heading }));
  }
  return findings;
}

/** Reads a table of a sheet: every line below the headings that fills one of its columns. */
export function readTable(sheet: SheetCells, table: ControlTable, date1904: boolean): TableReading {
  const grid = gridOf(sheet);
  const { headings, findings } = findHeadings(sheet.name, grid, table.columns);
  if (headings === null || findings.length > 0) return { headings: null, rows: [], findings };
  const rows: TableRow[] = [];
  for (const [row, cells] of grid) {
    if (row <= headings.row) continue;
    const line = readLine(sheet.name, row, cells, table.columns, headings, date1904);
    findings.push(...line.findings);
    if (line.row !== null) rows.push(line.row);
  }
  return { headings, rows, findings };
}

function readLine(
  sheet: string,
  row: number,
  cells: ReadonlyMap<number, Cell>,
  columns: readonly ControlColumn[],
  headings: Headings,
  date1904: boolean,
): { row: TableRow | null; findings: Finding[] } {
  const cellOf = (property: string) => cells.get(headings.columns.get(property) ?? 0);
  const measure = cellOf("measure")?.value;
  const context = { date1904, percent: measure?.kind === "text" && tidy(measure.text) === "%" };
  const entries = columns.map((column) => ({ column, entry: readEntry(cellOf(column.property), column.kind, context) }));
  const filled = entries.filter(({ entry }) => entry.kind !== "blank");
  if (filled.length === 0) return { row: null, findings: [] };
  if (filled.length === 1 && isRemark(filled[0]!.entry)) {
    const place = headings.columns.get(filled[0]!.column.property);
    return { row: null, findings: [findingAt(sheet, row, place, "control/line-skipped", {}, "note")] };
  }
  const values = new Map(
    filled.flatMap(({ column, entry }) => (entry.kind === "value" ? [[column.property, entry.value] as const] : [])),
  );
  const typedNumbers = new Set(
    filled.flatMap(({ column, entry }) => (entry.kind === "value" && entry.typedNumber ? [column.property] : [])),
  );
  const findings = entries.flatMap(({ column, entry }) =>
    entryFindings(sheet, row, headings.columns.get(column.property), column, entry),
  );
  return { row: { row, values, typedNumbers }, findings };
}

/** What is wrong with the entry of one cell. */
export function entryFindings(
  sheet: string,
  row: number,
  place: number | undefined,
  column: Pick<ControlColumn, "heading" | "needed">,
  entry: Entry,
): Finding[] {
  const data = { heading: column.heading };
  if (entry.kind === "problem")
    return [findingAt(sheet, row, place, entry.code, { found: entry.found, data: { ...entry.data, ...data } })];
  return entry.kind === "blank" && column.needed ? [findingAt(sheet, row, place, "control/value-missing", { data })] : [];
}

/** A line with one filled cell that reads like a remark under a table, not like a code or a name. */
function isRemark(entry: Entry): boolean {
  if (entry.kind !== "value" || typeof entry.value !== "string") return false;
  return entry.value.length >= 60 || /^(?:ghi chú|lưu ý|chú ý|tổng|cộng|người lập|nguồn|[*(–•-])/iu.test(entry.value);
}
