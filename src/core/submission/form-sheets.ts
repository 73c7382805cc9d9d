// Which sheet of a returned workbook is which sheet of the form, and where its coded rows and headed columns stand now.
import type { SheetCells, WorkbookCells } from "../cells.js";
import { cellAt, keyColumn, keyPlace, keyRow } from "../cells.js";
import type { FormLayout } from "./form-layout.js";
import { sheetPlan } from "./layout-plan.js";
import { foldText, tidy } from "../text.js";

/** Longer texts are no label, heading or code. */
const LONGEST_LABEL = 2000;
const LONGEST_CODE = 200;

/** A sheet of the form as it came back. */
export interface FormSheet {
  /** Its name in the layout. */
  readonly name: string;
  readonly cells: SheetCells;
  /** Rows in which a row code stands, by code. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** Column of the row codes; null when there are none. */
  readonly codeColumn: number | null;
  /** Columns now by their column in the layout, as the headings of the table say; null when a heading is gone or ambiguous. */
  readonly columns: ReadonlyMap<number, number | null>;
}

export interface FormSheets {
  /** By name in the layout. */
  readonly found: ReadonlyMap<string, FormSheet>;
  readonly missing: readonly string[];
  /** Sheets that are no sheet of the form. */
  readonly others: readonly SheetCells[];
}

/** Finds every sheet of the form: by name, else by what defined names point at, else by its row codes or list headings. */
export function findSheets(workbook: WorkbookCells, layout: FormLayout): FormSheets {
  const names = new Set([...layout.sheets, layout.tableSheet, ...layout.lists.map((list) => list.sheet)]);
  const taken = new Map<string, SheetCells>();
  for (const find of [byName, byNames, byContent]) {
    for (const name of names) {
      if (taken.has(name)) continue;
      const claimed = new Set(taken.values());
      const free = workbook.sheets.filter((sheet) => !claimed.has(sheet));
      const sheet = find(name, free, workbook, layout);
      if (sheet !== undefined) taken.set(name, sheet);
    }
  }
  const claimed = new Set(taken.values());
  return {
    found: new Map([...taken].map(([name, cells]) => [name, formSheet(name, cells, layout)])),
    missing: [...names].filter((name) => !taken.has(name)),
    others: workbook.sheets.filter((sheet) => !claimed.has(sheet)),
  };
}

type Finder = (name: string, free: readonly SheetCells[], workbook: WorkbookCells, layout: FormLayout) => SheetCells | undefined;

const byName: Finder = (name, free) =>
  free.find((sheet) => sheet.name === name) ?? only(free.filter((sheet) => foldText(sheet.name) === foldText(name)));

/** The sheet at which most names of this sheet's inputs point. */
const byNames: Finder = (name, free, workbook, layout) => {
  const votes = new Map<SheetCells, number>();
  for (const input of sheetPlan(layout, name).names) {
    const target = workbook.names.get(input);
    const sheet = target === undefined ? undefined : free.find((candidate) => candidate.name === target.sheet);
    if (sheet !== undefined) votes.set(sheet, (votes.get(sheet) ?? 0) + 1);
  }
  return most(votes);
};

/** The table by its row codes (at least half of them), a list by its headings (all of them). */
const byContent: Finder = (name, free, _workbook, layout) => {
  if (name === layout.tableSheet) {
    const { codes } = sheetPlan(layout, name);
    const votes = new Map(free.map((sheet) => [sheet, codeRows(sheet, codes, layout.rowCodeColumn).rows.size] as const));
    const best = most(votes);
    return best !== undefined && votes.get(best)! * 2 >= codes.size ? best : undefined;
  }
  const list = layout.lists.find((candidate) => candidate.sheet === name);
  if (list === undefined) return undefined;
  return only(free.filter((sheet) => list.columns.every((column) => cellsWithText(sheet, column.heading).length > 0)));
};

/** True when at least half of the table's row codes stand on the sheet. */
export function isCopyOfTable(sheet: SheetCells, layout: FormLayout): boolean {
  const { codes } = sheetPlan(layout, layout.tableSheet);
  return codes.size > 0 && codeRows(sheet, codes, layout.rowCodeColumn).rows.size * 2 >= codes.size;
}

/** A sheet with its row codes and headings looked up. */
export function formSheet(name: string, cells: SheetCells, layout: FormLayout): FormSheet {
  const { codes, headings } = sheetPlan(layout, name);
  const { rows, column } = codeRows(cells, codes, layout.rowCodeColumn);
  const columns = new Map(headings.map((heading) => [heading.column, columnOfHeading(cells, heading)]));
  return { name, cells, rows, codeColumn: column, columns };
}

function columnOfHeading(
  sheet: SheetCells,
  heading: { readonly row: number; readonly column: number; readonly text: string },
): number | null {
  const there = cellAt(sheet, heading.row, heading.column)?.value;
  if (there?.kind === "text" && there.text === heading.text) return heading.column;
  const columns = new Set(cellsWithText(sheet, heading.text).map((place) => place.column));
  return columns.size === 1 ? [...columns][0]! : null;
}

/** Row of a coded part of the table now; null when its code is gone or stands in several rows (which is said elsewhere). */
export function codedRow(sheet: FormSheet, code: string): number | null {
  const rows = sheet.rows.get(code) ?? [];
  return rows.length === 1 ? rows[0]! : null;
}

/** Row and column of a cell. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const textIndexes = new WeakMap<SheetCells, ReadonlyMap<string, readonly CellPlace[]>>();

/** Every cell that holds a text, compared by folded text. */
export function cellsWithText(sheet: SheetCells, text: string): readonly CellPlace[] {
  let index = textIndexes.get(sheet);
  if (index === undefined) textIndexes.set(sheet, (index = textIndex(sheet)));
  return index.get(foldText(text)) ?? [];
}

function textIndex(sheet: SheetCells): ReadonlyMap<string, readonly CellPlace[]> {
  const index = new Map<string, CellPlace[]>();
  for (const [key, { value }] of sheet.cells) {
    if (value.kind !== "text" || value.text.length > LONGEST_LABEL) continue;
    const text = foldText(value.text);
    const places = index.get(text);
    if (places === undefined) index.set(text, [keyPlace(key)]);
    else places.push(keyPlace(key));
  }
  return index;
}

interface CodeRows {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly column: number | null;
}

/** Rows of the codes in the one column that holds most of them; the layout's own column when it holds as many. */
function codeRows(sheet: SheetCells, codes: ReadonlySet<string>, expected: number): CodeRows {
  if (codes.size === 0) return { rows: new Map(), column: null };
  const exact = codeColumns(sheet, codes, (text) => text);
  const full = exact.get(expected)?.size === codes.size;
  const columns = full ? exact : codeColumns(sheet, codes, (text) => (text.length <= LONGEST_CODE ? tidy(text) : text));
  const sizes = new Map([...columns].map(([column, rows]) => [column, rows.size * 2 + (column === expected ? 1 : 0)]));
  const column = most(sizes) ?? null;
  const rows = (column === null ? undefined : columns.get(column)) ?? new Map<string, number[]>();
  for (const list of rows.values()) list.sort((a, b) => a - b);
  return { rows, column };
}

function codeColumns(
  sheet: SheetCells,
  codes: ReadonlySet<string>,
  tidied: (text: string) => string,
): Map<number, Map<string, number[]>> {
  const columns = new Map<number, Map<string, number[]>>();
  for (const [key, { value }] of sheet.cells) {
    if (value.kind !== "text") continue;
    const code = tidied(value.text);
    if (!codes.has(code)) continue;
    const rows = columns.get(keyColumn(key)) ?? new Map<string, number[]>();
    columns.set(keyColumn(key), rows);
    const known = rows.get(code);
    if (known === undefined) rows.set(code, [keyRow(key)]);
    else known.push(keyRow(key));
  }
  return columns;
}

function most<T>(votes: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  for (const [candidate, count] of votes) {
    if (count > 0 && (best === undefined || count > votes.get(best)!)) best = candidate;
  }
  return best;
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
