// Reading the repeating rows of a list sheet: columns by defined name, else by heading; rows until the end of the table.
import type { Cell, SheetCells, WorkbookCells } from "../cells.js";
import { address, cellAt, cellKey, keyColumn, keyRow } from "../cells.js";
import { foldText } from "../text.js";
import type { Field, List } from "../definition/field.js";
import { columnName } from "../definition/field.js";
import type { FigureContext, FigureReading } from "../figure/figure.js";
import { readFigure } from "../figure/figure.js";
import type { ListRow } from "../figure/figures.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import type { LayoutList } from "./form-layout.js";
import { cellsWithText } from "./form-sheets.js";

/** So many rows may be inserted into a list; a name that claims more (a whole column) is not trusted. */
const MOST_INSERTED = 5000;

/** Where the rows of a list stand now. */
export interface ListArea {
  readonly sheet: SheetCells;
  readonly first: number;
  readonly last: number;
  /** Column now, by column id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Texts that the form prints on the sheet. */
  readonly printed: ReadonlySet<string>;
}

export interface ListReading {
  readonly rows: readonly ListRow[];
  /** Address of each cell of each row that was read, by column id. */
  readonly cells: readonly ReadonlyMap<string, string>[];
  /** Ids of columns that could not be read, by row. */
  readonly unreadable: readonly ReadonlySet<string>[];
  readonly findings: readonly Finding[];
}

/**
 * Finds the table of a list, or says which heading is gone.
 * @param printed texts that the form prints on the sheet
 */
export function locateList(
  workbook: WorkbookCells,
  list: List,
  layout: LayoutList,
  sheet: SheetCells,
  printed: ReadonlySet<string>,
  unit: string,
): ListArea | Finding {
  const named = namedArea(workbook, layout, sheet);
  if (named !== null) return { ...named, printed };
  const columns = new Map<string, number>();
  const rows = new Set<number>();
  const lost = (heading: string): Finding => {
    const facts = { unit, field: list.id, sheet: sheet.name, expected: heading };
    return finding("form/list-heading", "error", { ...facts, data: { label: list.label } });
  };
  for (const { field, heading, column } of layout.columns) {
    const places = cellsWithText(sheet, heading);
    const atHome = places.find((place) => place.row === layout.headingRow && place.column === column);
    const place = places.length === 1 ? places[0] : atHome;
    if (place === undefined) return lost(heading);
    columns.set(field, place.column);
    rows.add(place.row);
  }
  const [row] = rows;
  if (row === undefined || rows.size > 1) return lost(layout.columns[0]?.heading ?? list.label);
  const first = row + layout.firstRow - layout.headingRow;
  return { sheet, first, last: first + layout.rows - 1, columns, printed };
}

/** The area of the column names, when all agree on the rows and stand under their headings. */
function namedArea(workbook: WorkbookCells, layout: LayoutList, sheet: SheetCells): Omit<ListArea, "printed"> | null {
  const columns = new Map<string, number>();
  let area: { first: number; last: number } | null = null;
  for (const { field, name, heading } of layout.columns) {
    const target = workbook.names.get(name);
    if (target === undefined || target.sheet !== sheet.name || target.left !== target.right) return null;
    if (target.bottom - target.top + 1 > layout.rows + MOST_INSERTED) return null;
    if (area !== null && (area.first !== target.top || area.last !== target.bottom)) return null;
    area = { first: target.top, last: target.bottom };
    const printed = cellAt(sheet, target.top - (layout.firstRow - layout.headingRow), target.left)?.value;
    if (printed?.kind !== "text" || (printed.text !== heading && foldText(printed.text) !== foldText(heading))) return null;
    columns.set(field, target.left);
  }
  return area === null ? null : { sheet, ...area, columns };
}

/** Reads the rows of a list; rows without anything in them are skipped, cells typed below the table are an error. */
export function readList(list: List, area: ListArea, at: Omit<FigureContext, "sheet" | "cell">): ListReading {
  const rows: ListRow[] = [];
  const cells: ReadonlyMap<string, string>[] = [];
  const unreadable: ReadonlySet<string>[] = [];
  const findings: Finding[] = [];
  const columns = list.columns.flatMap((field) => {
    const column = area.columns.get(field.id);
    return column === undefined ? [] : [{ field, column, named: { ...field, id: columnName(list, field) } }];
  });
  for (const row of filledRows(area)) {
    const readings = columns.map(({ field, column, named }) => {
      const place = { ...at, sheet: area.sheet.name, cell: address(row, column) };
      return { field, cell: place.cell, reading: readFigure(cellAt(area.sheet, row, column), named, place) };
    });
    if (readings.every(({ reading }) => reading.value === null && reading.findings.length === 0)) continue;
    rows.push(new Map(readings.map(({ field, reading }) => [field.id, reading.value])));
    cells.push(new Map(readings.map(({ field, cell }) => [field.id, cell])));
    unreadable.push(new Set(readings.filter(isRefused).map(({ field }) => field.id)));
    findings.push(...readings.flatMap(({ reading }) => reading.findings));
  }
  return { rows, cells, unreadable, findings: [...findings, ...overflow(list, area, at.unit)] };
}

function isRefused({ reading }: { readonly field: Field; readonly reading: FigureReading }): boolean {
  return !reading.readable;
}

/** Rows of the table in which something stands, in order. */
export function filledRows(area: ListArea): readonly number[] {
  const columns = [...area.columns.values()];
  const rows: number[] = [];
  for (let row = area.first; row <= area.last; row++) {
    if (columns.some((column) => area.sheet.cells.has(cellKey(row, column)))) rows.push(row);
  }
  return rows;
}

/** The first cell typed below the table in one of its columns. */
function overflow(list: List, area: ListArea, unit: string): readonly Finding[] {
  const columns = new Set(area.columns.values());
  let first: number | null = null;
  for (const [key, cell] of area.sheet.cells) {
    if (first !== null && key > first) continue;
    if (keyRow(key) > area.last && columns.has(keyColumn(key)) && isTyped(cell) && !area.printed.has(printedText(cell)))
      first = key;
  }
  if (first === null) return [];
  const cell = address(keyRow(first), keyColumn(first));
  const facts = { unit, field: list.id, sheet: area.sheet.name, cell, expected: area.last - area.first + 1 };
  return [finding("form/list-overflow", "error", { ...facts, data: { label: list.label } })];
}

function printedText(cell: Cell): string {
  return cell.value.kind === "text" ? cell.value.text : "";
}

function isTyped(cell: Cell | undefined): boolean {
  if (cell === undefined || cell.formula !== null || cell.value.kind === "empty") return false;
  return cell.value.kind !== "text" || cell.value.text.trim() !== "";
}
