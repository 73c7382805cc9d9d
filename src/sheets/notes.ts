// Notes of the staff (column Ghi chú): read from the workbook of the run before, written into the next one.
import type { Cell, SheetCells, WorkbookCells } from "../core/cells.js";
import { cellAt, keyPlace, sheetNamed } from "../core/cells.js";
import { tidy } from "../core/text.js";
import { SHEETS } from "./consolidated-layout.js";

export const NOTE_HEADING = "Ghi chú";
/** Headings under which a row's key stands: unit code, or target id. */
export const CODE_HEADING = "Mã đơn vị";
export const TARGET_HEADING = "Mã chỉ tiêu";

/** Text of a note by sheet name, then by unit code or target id. */
export type Notes = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const NO_NOTES: Notes = new Map();

/** Sheets that carry notes, with the heading of their keys. */
const NOTED: readonly (readonly [sheet: string, heading: string])[] = [
  [SHEETS.table, CODE_HEADING],
  [SHEETS.verdicts, TARGET_HEADING],
  [SHEETS.tracking, CODE_HEADING],
];

/**
 * The notes in a consolidated workbook. Columns are found by their heading, rows by their key, so that sorting,
 * filtering and added columns do no harm; a sheet without such headings gives none.
 */
export function readNotes(workbook: WorkbookCells): Notes {
  const notes = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, heading] of NOTED) {
    const sheet = sheetNamed(workbook, name);
    if (sheet !== undefined) notes.set(name, sheetNotes(sheet, heading));
  }
  return notes;
}

/** The note of a row, or an empty text. */
export function noteOf(notes: Notes, sheet: string, key: string): string {
  return notes.get(sheet)?.get(key) ?? "";
}

/** Text of a cell as a person sees it; numbers without format. */
export function shownText(found: Cell | undefined): string {
  const value = found?.value;
  if (value === undefined) return "";
  switch (value.kind) {
    case "text":
    case "error":
      return value.text;
    case "number":
      return String(value.number);
    case "boolean":
      return value.boolean ? "TRUE" : "FALSE";
    case "empty":
      return "";
  }
}

/** Where a heading stands first, reading row by row; null when it is nowhere. */
export function findText(sheet: SheetCells, text: string): { row: number; column: number } | null {
  let found: number | null = null;
  for (const [key, { value }] of sheet.cells) {
    if (value.kind === "text" && (found === null || key < found) && tidy(value.text) === text) found = key;
  }
  return found === null ? null : keyPlace(found);
}

function sheetNotes(sheet: SheetCells, heading: string): Map<string, string> {
  const keys = findText(sheet, heading);
  const texts = findText(sheet, NOTE_HEADING);
  const notes = new Map<string, string>();
  if (keys === null || texts === null) return notes;
  for (const key of sheet.cells.keys()) {
    const { row, column } = keyPlace(key);
    if (column !== texts.column || row <= texts.row) continue;
    const owner = shownText(cellAt(sheet, row, keys.column)).trim();
    const note = shownText(sheet.cells.get(key));
    if (owner !== "" && note.trim() !== "") notes.set(owner, note);
  }
  return notes;
}
