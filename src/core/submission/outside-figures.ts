// Figures and words that stand where the form has no input: beside and below it, and in cells between its rows that it leaves empty.
import type { SheetCells } from "../cells.js";
import { address, cellAt, cellKey, keyColumn, keyPlace, keyRow } from "../cells.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import type { FormLayout, LayoutExtent } from "./form-layout.js";
import type { FormSheet } from "./form-sheets.js";
import { cellsWithText } from "./form-sheets.js";
import type { ReturnedForm } from "./integrity.js";
import { isFigure, shownText } from "./shown-cell.js";

/** Most places that the finding lists. */
const MOST_LISTED = 10;

/** For each sheet a warning with the figures that nobody reads, and a note with words. */
export function checkOutside(form: ReturnedForm): readonly Finding[] {
  return form.layout.extents.flatMap((extent) => {
    const sheet = form.sheets.found.get(extent.sheet);
    if (sheet === undefined) return [];
    const { figures, words } = strangeCells(form, sheet, extent);
    return [
      ...outside("form/outside-figures", "warning", sheet.cells, figures, form.unit.code),
      ...outside("form/outside-words", "note", sheet.cells, words, form.unit.code),
    ];
  });
}

interface StrangeCells {
  readonly figures: readonly number[];
  readonly words: readonly number[];
}

const NONE: StrangeCells = { figures: [], words: [] };

/** Cells that are no part of the form; nearly always none, so that the sheet is gone through only once. Words are not sought after parts have moved. */
function strangeCells(form: ReturnedForm, sheet: FormSheet, extent: LayoutExtent): StrangeCells {
  const known = knownCells(form.layout, extent);
  const { cells } = sheet.cells;
  const strange = [...cells].filter(([key, cell]) => !known.has(key) && shownText(cell).trim() !== "").map(([key]) => key);
  if (strange.length === 0 && !hasMovedInput(form, extent.sheet)) return NONE;
  const isNumber = (key: number): boolean => isFigure(cells.get(key)!);
  const moves = movesOf(form, sheet, extent.sheet);
  if (moves.some(({ rows, columns }) => rows !== 0 || columns !== 0)) {
    const belongs = belonging(form, sheet, extent, known, moves);
    return { figures: [...cells.keys()].filter((key) => isNumber(key) && !belongs(key)), words: [] };
  }
  const extra = strange.filter((key) => !inList(form, sheet, key));
  return { figures: extra.filter(isNumber), words: extra.filter((key) => !isNumber(key)) };
}

function hasMovedInput({ layout, located }: ReturnedForm, name: string): boolean {
  return layout.inputs.some((input) => {
    const place = input.sheet === name ? located.places.get(input.name) : undefined;
    return place !== undefined && (place.row !== input.row || place.column !== input.column);
  });
}

function outside(
  code: "form/outside-figures" | "form/outside-words",
  severity: "warning" | "note",
  sheet: SheetCells,
  cells: readonly number[],
  unit: string,
): readonly Finding[] {
  const listed = [...cells].sort((a, b) => a - b).slice(0, MOST_LISTED);
  const first = listed[0];
  if (first === undefined) return [];
  const addresses = listed.map((key) => address(keyRow(key), keyColumn(key)));
  const list = addresses.join(", ") + (cells.length > addresses.length ? " …" : "");
  const facts = { unit, sheet: sheet.name, cell: addresses[0]!, found: shownText(sheet.cells.get(first)) };
  return [finding(code, severity, { ...facts, data: { list, count: cells.length } })];
}

const knownByExtent = new WeakMap<LayoutExtent, ReadonlySet<number>>();

/** Cells of a sheet in which the form prints something or asks for something, as it was sent. */
function knownCells({ inputs, lists, unitName }: FormLayout, extent: LayoutExtent): ReadonlySet<number> {
  const known = knownByExtent.get(extent);
  if (known !== undefined) return known;
  const keys = new Set(extent.printed.keys());
  for (const { sheet, row, column } of inputs) if (sheet === extent.sheet) keys.add(cellKey(row, column));
  if (unitName?.sheet === extent.sheet) keys.add(cellKey(unitName.row, unitName.column));
  for (const list of lists.filter(({ sheet }) => sheet === extent.sheet)) {
    for (let row = list.firstRow; row < list.firstRow + list.rows; row++)
      for (const { column } of list.columns) keys.add(cellKey(row, column));
  }
  knownByExtent.set(extent, keys);
  return keys;
}

/** Whether a cell belongs to the form after parts of it have moved: an input, a printed cell of a coded row, or a printed number. */
function belonging(
  form: ReturnedForm,
  sheet: FormSheet,
  extent: LayoutExtent,
  known: ReadonlySet<number>,
  moves: readonly Move[],
): (key: number) => boolean {
  const places = [...form.located.places.values()].filter((place) => place.sheet === sheet.cells);
  const inputs = new Set(places.map(({ row, column }) => cellKey(row, column)));
  for (const { role, name } of form.layout.inputs) {
    const target = role === "text" ? form.workbook.names.get(name) : undefined;
    if (target?.sheet === sheet.cells.name) inputs.add(cellKey(target.top, target.left));
  }
  const lastRow = extent.rows + Math.max(0, ...moves.map((move) => move.rows));
  const lastColumn = extent.columns + Math.max(0, ...moves.map((move) => move.columns));
  const home = homes(form.layout, sheet, extent.sheet);
  const numbers = new Set(extent.printed.values());
  return (key) => {
    const { row, column } = keyPlace(key);
    if (inputs.has(key) || inList(form, sheet, key)) return true;
    if (row > lastRow || column > lastColumn) return false;
    const before = home(row, column);
    return before === null ? numbers.has(shownText(sheet.cells.cells.get(key))) : known.has(before);
  };
}

/** True for cells of a list's columns and of the running numbers before them; below its last row they are an error of their own. */
function inList(form: ReturnedForm, sheet: FormSheet, key: number): boolean {
  return form.areas.some(({ sheet: own, first, columns }) => {
    const all = [...columns.values()];
    const isColumn = all.includes(keyColumn(key)) || keyColumn(key) === Math.min(...all) - 1;
    return own === sheet.cells && keyRow(key) >= first && isColumn;
  });
}

interface Move {
  readonly rows: number;
  readonly columns: number;
}

/** How far inputs, printed texts and lists of a sheet stand from where they were sent. */
function movesOf({ layout, located, areas }: ReturnedForm, sheet: FormSheet, name: string): readonly Move[] {
  const moves: Move[] = layout.inputs.flatMap((input) => {
    const place = input.sheet === name ? located.places.get(input.name) : undefined;
    return place === undefined ? [] : [{ rows: place.row - input.row, columns: place.column - input.column }];
  });
  for (const text of layout.texts) {
    if (text.sheet !== name || shownText(cellAt(sheet.cells, text.row, text.column)) === text.text) continue;
    const places = cellsWithText(sheet.cells, text.text);
    if (places.length === 1) moves.push({ rows: places[0]!.row - text.row, columns: places[0]!.column - text.column });
  }
  for (const list of layout.lists.filter((one) => one.sheet === name)) {
    const area = areas.find((one) => one.sheet === sheet.cells);
    if (area !== undefined) moves.push({ rows: area.last - (list.firstRow + list.rows - 1), columns: 0 });
  }
  return moves;
}

/** Where a cell of a coded row and a headed column stood in the form as it was sent; null for all others. */
function homes(layout: FormLayout, sheet: FormSheet, name: string): (row: number, column: number) => number | null {
  const coded = [...layout.inputs, ...layout.texts, ...layout.formulas].filter((part) => part.sheet === name);
  const rowOfCode = new Map(coded.flatMap(({ rowCode, row }) => (rowCode === null ? [] : [[rowCode, row] as const])));
  const rows = new Map<number, number>();
  for (const [code, now] of sheet.rows) {
    const row = rowOfCode.get(code);
    if (now.length === 1 && row !== undefined) rows.set(now[0]!, row);
  }
  const columns = new Map([...sheet.columns].flatMap(([was, now]) => (now === null ? [] : [[now, was] as const])));
  return (row, column) => {
    const [wasRow, wasColumn] = [rows.get(row), columns.get(column)];
    return wasRow === undefined || wasColumn === undefined ? null : cellKey(wasRow, wasColumn);
  };
}
