// The fast path of the sheet reader: `<c r="B7" s="3" t="s"><v>12</v></c>` and its like, read by character code.
import type { CellValue } from "../core/cells.js";
import { cellValue, putValue, type SheetContext } from "./read-cell.js";
import type { XmlScanner } from "./xml.js";
import { EQUALS, GREATER, LESS, plainTagEnd, QUOTE, SLASH } from "./xml-tag.js";
import { meaning } from "./xml-text.js";

const SHARED = '<f t="shared" si="';
const LAST_COLUMN = 16384;
const MOST_DIGITS = 15;
const SPACE = 32;
const ZERO = 48;
const NINE = 57;
const LETTER_C = 99;
const LETTER_F = 102;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_V = 118;

/** The row at hand and the column of its last cell. */
interface Place {
  readonly row: number;
  column: number;
}

/** True when `<c r="` stands at `at`. */
export function cellStarts(text: string, at: number): boolean {
  return text.charCodeAt(at) === LESS && text.charCodeAt(at + 1) === LETTER_C && attributeStarts(text, at + 2, LETTER_R);
}

/** Enters a row that starts with `<row r="` and returns its number; 0, with nothing changed, when none in that form stands next. */
export function fastRow(scanner: XmlScanner): number {
  const { text, at: from } = scanner;
  if (scanner.closing || !scanner.defaultIsMain || !text.startsWith('<row r="', from)) return 0;
  let at = from + 8;
  let row = 0;
  let code = text.charCodeAt(at);
  for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) row = row * 10 + code - ZERO;
  if (code !== QUOTE || at - from > 15) return 0;
  const end = plainTagEnd(text, at + 1);
  if (end < 0) return 0;
  scanner.enter("row", end);
  return row;
}

/** True when ` x="` stands at `at`, x being the letter. */
function attributeStarts(text: string, at: number, letter: number): boolean {
  return (
    text.charCodeAt(at) === SPACE &&
    text.charCodeAt(at + 1) === letter &&
    text.charCodeAt(at + 2) === EQUALS &&
    text.charCodeAt(at + 3) === QUOTE
  );
}

/** True when `<x>` stands at `at`. */
function opens(text: string, at: number, letter: number): boolean {
  return text.charCodeAt(at) === LESS && text.charCodeAt(at + 1) === letter && text.charCodeAt(at + 2) === GREATER;
}

/** True when `</x>` stands at `at`. */
function closes(text: string, at: number, letter: number): boolean {
  return (
    text.charCodeAt(at) === LESS &&
    text.charCodeAt(at + 1) === SLASH &&
    text.charCodeAt(at + 2) === letter &&
    text.charCodeAt(at + 3) === GREATER
  );
}

/**
 * Reads the cell that starts with `<c r="` at `from` and returns the place after it; -1, with nothing changed, when the cell is not
 * in the common form, not in the row at hand, or not to the right of the last one.
 */
export function fastCell(text: string, from: number, place: Place, context: SheetContext): number {
  let at = from + 6;
  let column = 0;
  let code = text.charCodeAt(at);
  for (; code >= 65 && code <= 90; code = text.charCodeAt(++at)) column = column * 26 + code - 64;
  if (code === ZERO || column <= place.column || column > LAST_COLUMN) return -1;
  let row = 0;
  for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) row = row * 10 + code - ZERO;
  if (code !== QUOTE || row !== place.row) return -1;
  let style = 0;
  code = text.charCodeAt(++at);
  if (attributeStarts(text, at, LETTER_S)) {
    at += 4;
    for (code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) style = style * 10 + code - ZERO;
    if (code !== QUOTE) return -1;
    code = text.charCodeAt(++at);
  }
  if (code !== SLASH) return fastContent(text, at, place, context, column, style);
  if (text.charCodeAt(at + 1) !== GREATER) return -1;
  place.column = column;
  return at + 2;
}

/** Goes on after the style: type, formula, value. */
function fastContent(text: string, from: number, place: Place, context: SheetContext, column: number, style: number): number {
  let at = from;
  let code = 0;
  let type = "n";
  if (text.charCodeAt(at) === SPACE) {
    const known = writtenType(text, at);
    if (known === "") return -1;
    type = known;
    at += 5 + known.length;
  }
  if (text.charCodeAt(at++) !== GREATER) return -1;
  let formula: string | null = null;
  if (opens(text, at, LETTER_F)) {
    const end = text.indexOf("<", at + 3);
    if (end < 0 || !closes(text, end, LETTER_F)) return -1;
    formula = meaning(context.source, text.slice(at + 3, end));
    at = end + 4;
  } else if (text.startsWith(SHARED, at)) {
    at = sharedEnd(text, at + SHARED.length);
    if (at < 0) return -1;
    formula = "";
  }
  let start = -1;
  let end = -1;
  if (opens(text, at, LETTER_V)) {
    start = at + 3;
    end = start;
    for (code = text.charCodeAt(end); code >= ZERO && code <= NINE;) code = text.charCodeAt(++end);
    if (code !== LESS) end = text.indexOf("<", end);
    if (end < 0 || !closes(text, end, LETTER_V)) return -1;
    at = end + 4;
  }
  if (!closes(text, at, LETTER_C)) return -1;
  place.column = column;
  const value = fastValue(text, start, end, type, context) ?? slowValue(text, start, end, type, formula, context, place);
  if (value !== null) putValue(context, place.row, column, style, value, formula);
  return at + 4;
}

/** Where a further cell of a shared formula goes on after `3"/>`; -1 when its formula element is written in another way. */
function sharedEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE;) code = text.charCodeAt(++at);
  return at > from && text.startsWith('"/>', at) ? at + 3 : -1;
}

/** The type that ` t="…"` at `at` names, when it is a common one; else an empty string. */
function writtenType(text: string, at: number): "" | "s" | "n" | "b" | "e" | "str" {
  if (!text.startsWith(' t="', at)) return "";
  if (text.startsWith('str"', at + 4)) return "str";
  if (text.charCodeAt(at + 5) !== QUOTE) return "";
  const letter = text.charAt(at + 4);
  return letter === "s" || letter === "n" || letter === "b" || letter === "e" ? letter : "";
}

/** A whole number of few digits, or the shared string that it stands for; null for everything else. */
function fastValue(text: string, from: number, end: number, type: string, context: SheetContext): CellValue | null {
  if (from < 0 || end === from || end - from > MOST_DIGITS || (type !== "n" && type !== "s")) return null;
  let number = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return null;
    number = number * 10 + code - ZERO;
  }
  if (text.charCodeAt(from) === ZERO && end - from > 1) return null;
  if (type === "n") return { kind: "number", number };
  context.book.used.push(number);
  return context.book.strings?.[number] ?? null;
}

function slowValue(
  text: string,
  from: number,
  end: number,
  type: string,
  formula: string | null,
  context: SheetContext,
  place: Place,
): CellValue | null {
  const value = from < 0 ? null : meaning(context.source, text.slice(from, end));
  return cellValue(context, { row: place.row, column: place.column, style: 0, type, value, formula, inline: null });
}
