// Notes of the staff (column Ghi chú): read from the workbook of the run before, written into the next one.
import type { Cell, SheetCells, WorkbookCells } from "../core/cells.js";
import { cellAt, keyPlace, sheetNamed } from "../core/cells.js";
import type { Definition } from "../core/definition/definition.js";
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
  const notes = new Map<string, Map<string, string>>();
  for (const [name, heading] of NOTED) {
    const sheet = sheetNamed(workbook, name);
    if (sheet === undefined) continue;
    for (const [origin, owner, note] of sheetNotes(sheet, heading)) {
      const own = notes.get(origin ?? name) ?? new Map<string, string>();
      const before = own.get(owner);
      own.set(owner, before === undefined || before === note ? note : `${before}; ${note}`);
      notes.set(origin ?? name, own);
    }
  }
  return notes;
}

/** A note whose row is gone: the sheet on which it stood, its unit code or target id, its text. */
export interface LeftNote {
  readonly sheet: string;
  readonly key: string;
  readonly text: string;
}

/** Notes of units and targets that this definition does not have; nothing that staff wrote is dropped. */
export function leftNotes(notes: Notes, { units, targets }: Pick<Definition, "units" | "targets">): readonly LeftNote[] {
  const codes = new Set(units.map(({ code }) => code));
  const ids = new Set(targets.map(({ id }) => id));
  return NOTED.flatMap(([sheet, heading]) => {
    const here = heading === TARGET_HEADING ? ids : codes;
    return [...(notes.get(sheet) ?? [])].filter(([key]) => !here.has(key)).map(([key, text]) => ({ sheet, key, text }));
  });
}

/** Where a left note stood, as Theo dõi says it. */
export function originWords(sheet: string): string {
  return `Ghi chú ở trang “${sheet}”`;
}

const ORIGINS = new Map(NOTED.map(([sheet]) => [originWords(sheet), sheet]));

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

/** Sheet on which a left note stood, or null for a note of this sheet; its key; its text. */
function sheetNotes(sheet: SheetCells, heading: string): (readonly [origin: string | null, key: string, note: string])[] {
  const keys = findText(sheet, heading);
  const texts = findText(sheet, NOTE_HEADING);
  if (keys === null || texts === null) return [];
  return [...sheet.cells.keys()]
    .map((key) => keyPlace(key))
    .filter(({ row, column }) => column === texts.column && row > texts.row)
    .sort((a, b) => a.row - b.row)
    .map(({ row }) => {
      const origin = ORIGINS.get(shownText(cellAt(sheet, row, keys.column + 1)).trim()) ?? null;
      const owner = shownText(cellAt(sheet, row, keys.column)).trim();
      return [origin, owner, shownText(cellAt(sheet, row, texts.column))] as const;
    })
    .filter(([, owner, note]) => owner !== "" && note.trim() !== "");
}
