// Values, formulas and names as read from any host (file, live workbook, test), before any meaning.

/** What stands in a cell. A cell that is only formatted is absent. */
export type CellValue =
  | {
      readonly kind: "number";
      readonly number: number;
      /** The number as written in the file, when it is not the shortest form of `number`. */ readonly text?: string;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  | { readonly kind: "error"; readonly text: string }
  /** A formula that was saved without a result. */
  | { readonly kind: "empty" };

export interface Cell {
  readonly value: CellValue;
  /** Text of the formula without `=`, or null. A shared formula is given at its first cell; `""` stands in the others. */
  readonly formula: string | null;
  /** Number format code, e.g. `0.0%`, `dd/mm/yyyy`; null when general or not known. */
  readonly format: string | null;
}

export type Visibility = "visible" | "hidden" | "veryHidden";

export interface SheetCells {
  readonly name: string;
  readonly visibility: Visibility;
  /** By `cellKey(row, column)`. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A workbook-level defined name that points at a cell or a range of one sheet. */
export interface NameTarget {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface WorkbookCells {
  readonly sheets: readonly SheetCells[];
  /** Names that point at one area, by their exact text; names of constants, formulas, #REF! or many areas are in `brokenNames`. */
  readonly names: ReadonlyMap<string, NameTarget>;
  readonly brokenNames: ReadonlyMap<string, string>;
  readonly date1904: boolean;
  /** Targets of external links, as written. */
  readonly externalLinks: readonly string[];
  /** ISO text of docProps/core.xml modified, and the program named in docProps/app.xml; null when absent. */
  readonly lastSaved: string | null;
  readonly application: string | null;
}

const COLUMNS = 16384;

/** Key of a cell in `SheetCells.cells`; row and column count from 1. */
export function cellKey(row: number, column: number): number {
  return row * COLUMNS + (column - 1);
}

/** Row and column (from 1) of a key. */
export function keyPlace(key: number): { row: number; column: number } {
  return { row: Math.floor(key / COLUMNS), column: (key % COLUMNS) + 1 };
}

/** Row (from 1) of a key. */
export function keyRow(key: number): number {
  return Math.floor(key / COLUMNS);
}

/** Column (from 1) of a key. */
export function keyColumn(key: number): number {
  return (key % COLUMNS) + 1;
}

/** Letters of a column, from 1: 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address; row and column count from 1. */
export function address(row: number, column: number): string {
  return columnLetters(column) + String(row);
}

/** Row and column (from 1) of an A1 address with or without `$`; null when it is none or lies outside A1:XFD1048576. */
export function parseAddress(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return column <= COLUMNS && row <= 1048576 ? { row, column } : null;
}

/** The sheet of that exact name, or undefined. */
export function sheetNamed(workbook: WorkbookCells, name: string): SheetCells | undefined {
  return workbook.sheets.find((sheet) => sheet.name === name);
}

/** The cell at row and column (from 1), or undefined when nothing stands there. */
export function cellAt(sheet: SheetCells, row: number, column: number): Cell | undefined {
  return sheet.cells.get(cellKey(row, column));
}
