// Reads a consolidated workbook back: definition, figures and state of every unit. For the summary and for the next period.
import type { Cell, SheetCells, WorkbookCells } from "../core/cells.js";
import { cellAt, keyPlace, sheetNamed } from "../core/cells.js";
import type { PreviousFigures } from "../core/round/consolidation.js";
import { membersOf } from "../core/round/consolidation.js";
import type { UnitState, UnknownFile } from "../core/round/coverage.js";
import { dayOfSerial } from "../core/figure/date.js";
import type { Definition, RoundDefinition } from "../core/definition/definition.js";
import { readDefinition } from "../core/definition/definition-json.js";
import type { Field, List } from "../core/definition/field.js";
import type { Figures, FigureValue, ListRow } from "../core/figure/figures.js";
import { figuresDigest } from "../core/figure/figures-json.js";
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
import { PREVIOUS_SUFFIX, totalFigures } from "../core/verdict/scope.js";
import { appliesToKind, tidy } from "../core/text.js";
import type { Unit } from "../core/definition/unit.js";
import type { Verdict } from "../core/verdict/verdict.js";
import { totalVerdicts, unitVerdicts } from "../core/verdict/verdicts.js";
import type { UnitRecord } from "./consolidated-hidden.js";
import { readHidden } from "./consolidated-hidden.js";
import { SHEETS } from "./consolidated-layout.js";
import { EXPLANATION_HEADING, SUBJECT_HEADING } from "./explanations-page.js";
import { CODE_HEADING, findText, shownText } from "./notes.js";
import { LIST_NUMBER_HEADING, listHeading, listSheets } from "./stacked-list.js";

/** One unit of a consolidated workbook. */
export interface UnitReading {
  readonly unit: Unit;
  readonly state: UnitState;
  readonly submissionNumber: number | null;
  readonly errors: number;
  readonly warnings: number;
  /** Null when the unit's figures are not in the totals. */
  readonly figures: Figures | null;
  readonly verdicts: readonly Verdict[];
  /** By target or rule id. */
  readonly explanations: ReadonlyMap<string, string>;
}

/** A round as a consolidated workbook tells it; totals and verdicts are computed from its figures anew. */
export interface ConsolidatedReading {
  readonly definition: RoundDefinition;
  readonly units: readonly UnitReading[];
  readonly totals: Figures;
  /** One verdict with `unit: null` for every target. */
  readonly verdicts: readonly Verdict[];
  /** Figures of the period before this one, as far as the workbook holds them. */
  readonly previous: PreviousFigures;
  /** Files that did not say whose they are. */
  readonly unknown: readonly UnknownFile[];
}

/**
 * Reads a consolidated workbook. Columns are found by field id, rows by unit code, so that sorting and added columns do no harm.
 * @returns null with an error finding when it is none; a warning names every unit whose figures somebody changed in it
 */
export function readConsolidated(workbook: WorkbookCells): { reading: ConsolidatedReading | null; findings: readonly Finding[] } {
  const hidden = readHidden(workbook);
  const table = sheetNamed(workbook, SHEETS.table);
  const { definition, findings } = hidden === null ? { definition: null, findings: [] } : readDefinition(hidden.definition);
  if (hidden === null || table === undefined || definition === null || definition.period === null) {
    return { reading: null, findings: [finding("round/consolidated-unreadable", "error"), ...findings] };
  }
  const round: RoundDefinition = { ...definition, period: definition.period };
  const read = readTable(round, workbook, table);
  const explanations = readExplanations(workbook);
  const units = round.units.map((unit) =>
    unitReading(round, unit, hidden.units.get(unit.code), read, explanations.get(unit.code)),
  );
  const members = membersOf(units);
  const changed = units.filter(
    ({ unit, figures }) => figures !== null && hidden.units.get(unit.code)?.digest !== figuresDigest(round, figures),
  );
  return {
    reading: {
      definition: round,
      units,
      totals: totalFigures(round, members),
      verdicts: totalVerdicts(round, members, read.previous),
      previous: read.previous,
      unknown: hidden.unknown,
    },
    findings: changed.map(({ unit }) =>
      finding("round/consolidated-changed", "warning", { unit: unit.code, sheet: SHEETS.table }),
    ),
  };
}

/** Figures of the counted units by unit code: what the next period calls the period before. */
export function figuresByUnit(reading: Pick<ConsolidatedReading, "units">): PreviousFigures {
  return new Map(membersOf(reading.units).map(({ unit, figures }) => [unit.code, figures]));
}

interface TableReading {
  readonly figures: ReadonlyMap<string, Figures>;
  readonly previous: PreviousFigures;
}

function unitReading(
  definition: RoundDefinition,
  unit: Unit,
  record: UnitRecord | undefined,
  table: TableReading,
  explanations: ReadonlyMap<string, string> = new Map(),
): UnitReading {
  const counted = record?.state === "received" || record?.state === "explain";
  const figures = counted ? (table.figures.get(unit.code) ?? null) : null;
  return {
    unit,
    state: record?.state ?? "missing",
    submissionNumber: record?.submissionNumber ?? null,
    errors: record?.errors ?? 0,
    warnings: record?.warnings ?? 0,
    figures,
    verdicts: figures === null ? [] : unitVerdicts(definition, unit, figures, table.previous.get(unit.code) ?? null),
    explanations,
  };
}

function readTable(definition: RoundDefinition, workbook: WorkbookCells, table: SheetCells): TableReading {
  const columns = idColumns(definition, table);
  const lists = readLists(definition, workbook);
  const figures = new Map<string, Figures>();
  const previous = new Map<string, Figures>();
  const rows = rowsByText(table, CODE_HEADING);
  for (const unit of definition.units) {
    const row = rows.get(unit.code);
    if (row === undefined) continue;
    const values = (suffix: string): Map<string, FigureValue> =>
      new Map(definition.fields.map((field) => [field.id, valueAt(table, row, columns.get(field.id + suffix), field, unit)]));
    const earlier = [...values(PREVIOUS_SUFFIX)].filter(([, value]) => value !== null);
    figures.set(unit.code, { values: values(""), lists: lists.get(unit.code) ?? noRows(definition) });
    if (earlier.length > 0) previous.set(unit.code, { values: new Map(earlier), lists: new Map() });
  }
  return { figures, previous };
}

function noRows(definition: Definition): Figures["lists"] {
  return new Map(definition.lists.map((list) => [list.id, []]));
}

/** Column of every id in the row of ids: the first row where field ids stand. */
function idColumns(definition: Definition, table: SheetCells): ReadonlyMap<string, number> {
  const ids = new Set(definition.fields.map((field) => field.id));
  let idRow = Infinity;
  for (const [key, { value }] of table.cells) {
    if (value.kind === "text" && ids.has(value.text)) idRow = Math.min(idRow, keyPlace(key).row);
  }
  const columns = new Map<string, number>();
  for (const [key, cell] of table.cells) {
    const { row, column } = keyPlace(key);
    if (row === idRow) columns.set(shownText(cell), column);
  }
  return columns;
}

/** Row below a heading by the text that stands there; the first one counts. */
function rowsByText(sheet: SheetCells, heading: string): ReadonlyMap<string, number> {
  const place = findText(sheet, heading);
  const rows = new Map<string, number>();
  if (place === null) return rows;
  for (const key of [...sheet.cells.keys()].sort((a, b) => a - b)) {
    const { row, column } = keyPlace(key);
    const text = column === place.column && row > place.row ? shownText(sheet.cells.get(key)).trim() : "";
    if (text !== "" && !rows.has(text)) rows.set(text, row);
  }
  return rows;
}

function valueAt(sheet: SheetCells, row: number, column: number | undefined, field: Field, unit: Unit): FigureValue {
  if (column === undefined || !appliesToKind(field.appliesTo, unit.kind)) return null;
  return figureOf(field, cellAt(sheet, row, column));
}

/** The figure that a cell of a consolidated workbook shows; null for what is none of its type. */
function figureOf(field: Pick<Field, "type">, cell: Cell | undefined): FigureValue {
  const value = cell?.value;
  if (value === undefined || value.kind === "empty" || value.kind === "error") return null;
  switch (field.type) {
    case "count":
    case "decimal":
      return value.kind === "number" ? value.number : null;
    case "yesno":
      return shownText(cell) === "Có" ? 1 : shownText(cell) === "Không" ? 0 : null;
    case "date":
      return value.kind === "number" ? dayOfSerial(value.number) : shownText(cell);
    case "text":
    case "choice":
      return shownText(cell) === "" ? null : shownText(cell);
  }
}

/** Rows of all lists by unit code, then by list id. */
function readLists(definition: Definition, workbook: WorkbookCells): ReadonlyMap<string, Figures["lists"]> {
  const names = listSheets(definition);
  const found = new Map<string, Map<string, readonly ListRow[]>>();
  for (const list of definition.lists) {
    const sheet = sheetNamed(workbook, names.get(list.id)!);
    for (const [code, rows] of sheet === undefined ? [] : listRows(list, sheet)) {
      const lists = found.get(code) ?? new Map(noRows(definition));
      found.set(code, lists.set(list.id, rows));
    }
  }
  return found;
}

function listRows(list: List, sheet: SheetCells): Map<string, ListRow[]> {
  const heading = findText(sheet, LIST_NUMBER_HEADING);
  const code = findText(sheet, CODE_HEADING);
  const rows = new Map<string, { number: number; values: ListRow }[]>();
  if (heading === null || code === null) return new Map();
  const columns = list.columns.map((column) => ({ column, at: findText(sheet, tidy(listHeading(column)))?.column }));
  for (const [key, cell] of sheet.cells) {
    const { row, column } = keyPlace(key);
    if (column !== heading.column || row <= heading.row || cell.value.kind !== "number") continue;
    const owner = shownText(cellAt(sheet, row, code.column));
    const values = columns.map(
      ({ column: field, at }) => [field.id, at === undefined ? null : figureOf(field, cellAt(sheet, row, at))] as const,
    );
    rows.set(owner, [...(rows.get(owner) ?? []), { number: cell.value.number, values: new Map(values) }]);
  }
  return new Map(
    [...rows].map(([owner, lines]) => [owner, lines.sort((a, b) => a.number - b.number).map(({ values }) => values)]),
  );
}

function readExplanations(workbook: WorkbookCells): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sheet = sheetNamed(workbook, SHEETS.explanations);
  const found = new Map<string, Map<string, string>>();
  const [code, id, text] = [CODE_HEADING, SUBJECT_HEADING, EXPLANATION_HEADING].map((heading) =>
    sheet === undefined ? null : findText(sheet, heading),
  );
  if (sheet === undefined || !code || !id || !text) return found;
  for (const key of sheet.cells.keys()) {
    const { row, column } = keyPlace(key);
    if (column !== id.column || row <= id.row) continue;
    const owner = shownText(cellAt(sheet, row, code.column));
    const texts = found.get(owner) ?? new Map<string, string>();
    found.set(owner, texts.set(shownText(cellAt(sheet, row, id.column)), shownText(cellAt(sheet, row, text.column))));
  }
  return found;
}
