// The fast path of the sheet reader: `<c r="B7" s="3" t="s"><v>12</v></c>` and its like, read by character code.
import type { CellValue } from "../core/cells.js";
import { cellValue, putValue, type SheetContext } from "./read-cell.js";
import type { XmlScanner } from "./xml.js";
import { EQUALS, GREATER, LESS, plainTagEnd, QUOTE, SLASH } from "./xml-tag.js";
import { cellText, type CharacterCodes, detached, meaning } from "./xml-text.js";

const SHARED = '<f t="shared" si="';
const INLINE = ' t="inlineStr"><is><t';
const SPACED = ' xml:space="preserve"';
const INLINE_END = "</t></is></c>";
const LAST_COLUMN = 16384;
/** Digits up to which a number as written and the number that a program holds are the same. */
const MOST_DIGITS = 15;
const POWERS: readonly number[] = Array.from({ length: MOST_DIGITS + 1 }, (_none, power) => 10 ** power);
/** Below, a program writes a number in another way than with zeros after the point. */
const LEAST_PLAIN = 1e-6;
const SPACE = 32;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const LETTER_B = 98;
const LETTER_C = 99;
const LETTER_E = 101;
const LETTER_F = 102;
const LETTER_I = 105;
const LETTER_N = 110;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;
const LETTER_V = 118;

/** The row at hand and the column of its last cell. */
interface Place {
  readonly row: number;
  column: number;
}

/** True when `<c r="` stands at `at`. */
export function cellStarts(codes: CharacterCodes, at: number): boolean {
  return codes[at] === LESS && codes[at + 1] === LETTER_C && attributeStarts(codes, at + 2, LETTER_R);
}

/** Enters a row that starts with `<row r="` and returns its number; 0, with nothing changed, when none in that form stands next. */
export function fastRow(scanner: XmlScanner): number {
  const { text, at: from } = scanner;
  if (scanner.closing || !scanner.defaultIsMain || !text.startsWith('<row r="', from)) return 0;
  let at = from + 8;
  let row = 0;
  let code = text.charCodeAt(at);
  for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) row = row * 10 + code - ZERO;
  if (row === 0 || code !== QUOTE || at - from > 15) return 0;
  const end = plainTagEnd(text, at);
  const again = text.indexOf(" r=", at);
  if (end < 0 || (again >= 0 && again < end)) return 0;
  scanner.enter("row", end);
  return row;
}

/** True when ` x="` stands at `at`, x being the letter. */
function attributeStarts(codes: CharacterCodes, at: number, letter: number): boolean {
  return codes[at] === SPACE && codes[at + 1] === letter && codes[at + 2] === EQUALS && codes[at + 3] === QUOTE;
}

/** True when `<x>` stands at `at`. */
function opens(codes: CharacterCodes, at: number, letter: number): boolean {
  return codes[at] === LESS && codes[at + 1] === letter && codes[at + 2] === GREATER;
}

/** True when `</x>` stands at `at`. */
function closes(codes: CharacterCodes, at: number, letter: number): boolean {
  return codes[at] === LESS && codes[at + 1] === SLASH && codes[at + 2] === letter && codes[at + 3] === GREATER;
}

/**
 * Reads the cell that starts with `<c r="` at `from` and returns the place after it; -1, with nothing changed, when the cell is not
 * in the common form, not in the row at hand, or not to the right of the last one.
 */
export function fastCell(codes: CharacterCodes, from: number, place: Place, context: SheetContext): number {
  let at = from + 6;
  let column = 0;
  let code = codes[at]!;
  for (; code >= 65 && code <= 90; code = codes[++at]!) column = column * 26 + code - 64;
  if (code === ZERO || column <= place.column || column > LAST_COLUMN) return -1;
  let row = 0;
  for (; code >= ZERO && code <= NINE; code = codes[++at]!) row = row * 10 + code - ZERO;
  if (code !== QUOTE || row !== place.row) return -1;
  let style = 0;
  code = codes[++at]!;
  if (attributeStarts(codes, at, LETTER_S)) {
    at += 4;
    for (code = codes[at]!; code >= ZERO && code <= NINE; code = codes[++at]!) style = style * 10 + code - ZERO;
    if (code !== QUOTE) return -1;
    code = codes[++at]!;
  }
  if (code !== SLASH) return fastContent(codes, at, place, context, column, style);
  if (codes[at + 1] !== GREATER) return -1;
  place.column = column;
  return at + 2;
}

/** Goes on after the style: type, formula, value. */
function fastContent(
  codes: CharacterCodes,
  from: number,
  place: Place,
  context: SheetContext,
  column: number,
  style: number,
): number {
  const { text } = context.source;
  let at = from;
  let type = "n";
  if (codes[at] === SPACE) {
    if (codes[at + 4] === LETTER_I) return fastInline(codes, at, place, context, column, style);
    const known = writtenType(codes, at);
    if (known === "") return -1;
    type = known;
    at += 5 + known.length;
  }
  if (codes[at++] !== GREATER) return -1;
  let formula: string | null = null;
  if (opens(codes, at, LETTER_F)) {
    const end = text.indexOf("<", at + 3);
    if (end < 0 || !closes(codes, end, LETTER_F)) return -1;
    formula = meaning(context.source, text.slice(at + 3, end));
    at = end + 4;
  } else if (codes[at + 1] === LETTER_F && text.startsWith(SHARED, at)) {
    at = sharedEnd(text, at + SHARED.length);
    if (at < 0) return -1;
    formula = "";
  }
  let value: CellValue | null = null;
  let start = -1;
  let end = -1;
  if (opens(codes, at, LETTER_V)) {
    start = at + 3;
    end = numberEnd(codes, start);
    if (codes[end] === LESS) value = fastValue(codes, start, end, type, context);
    else end = text.indexOf("<", end);
    if (end < 0 || !closes(codes, end, LETTER_V)) return -1;
    at = end + 4;
  }
  if (!closes(codes, at, LETTER_C)) return -1;
  place.column = column;
  value ??= slowValue(text, start, end, type, formula, context, place);
  if (value !== null) putValue(context, place.row, column, style, value, formula);
  return at + 4;
}

/** A text that stands in its cell, from the type on. */
function fastInline(
  codes: CharacterCodes,
  from: number,
  place: Place,
  context: SheetContext,
  column: number,
  style: number,
): number {
  const { text, part } = context.source;
  if (!text.startsWith(INLINE, from)) return -1;
  let at = from + INLINE.length;
  if (codes[at] === SPACE && text.startsWith(SPACED, at)) at += SPACED.length;
  if (codes[at] !== GREATER) return -1;
  const end = text.indexOf("<", at);
  if (end < 0 || !text.startsWith(INLINE_END, end)) return -1;
  place.column = column;
  const words = cellText(meaning(context.source, text.slice(at + 1, end)), part);
  putValue(context, place.row, column, style, { kind: "text", text: detached(words) }, null);
  return end + INLINE_END.length;
}

/** Where the digits at `from` end, and those after a point. */
function numberEnd(codes: CharacterCodes, from: number): number {
  let at = from;
  while (codes[at]! >= ZERO && codes[at]! <= NINE) at++;
  if (codes[at] !== POINT) return at;
  do at++;
  while (codes[at]! >= ZERO && codes[at]! <= NINE);
  return at;
}

/** Where a further cell of a shared formula goes on after `3"/>`; -1 when its formula element is written in another way. */
function sharedEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE;) code = text.charCodeAt(++at);
  return at > from && text.startsWith('"/>', at) ? at + 3 : -1;
}

/** The type that ` t="…"` at `at` names, when it is a common one; else an empty string. */
function writtenType(codes: CharacterCodes, at: number): "" | "s" | "n" | "b" | "e" | "str" {
  if (!attributeStarts(codes, at, LETTER_T)) return "";
  const letter = codes[at + 4];
  if (codes[at + 5] !== QUOTE) {
    const str = letter === LETTER_S && codes[at + 5] === LETTER_T && codes[at + 6] === LETTER_R && codes[at + 7] === QUOTE;
    return str ? "str" : "";
  }
  return letter === LETTER_S ? "s" : letter === LETTER_N ? "n" : letter === LETTER_B ? "b" : letter === LETTER_E ? "e" : "";
}

/**
 * What the digits from `from` to `end`, with or without a point, say in the way in which a program writes them: a number, or the
 * shared string that it stands for; null for everything else.
 */
function fastValue(codes: CharacterCodes, from: number, end: number, type: string, context: SheetContext): CellValue | null {
  if ((type !== "n" && type !== "s") || end === from || end - from > MOST_DIGITS) return null;
  let digits = 0;
  let at = from;
  for (; at < end && codes[at] !== POINT; at++) digits = digits * 10 + codes[at]! - ZERO;
  if (at === from || (codes[from] === ZERO && at - from > 1)) return null;
  if (type === "s") {
    if (at < end) return null;
    context.book.used.push(digits);
    return context.book.strings?.[digits] ?? null;
  }
  if (at === end) return { kind: "number", number: digits };
  const places = end - at - 1;
  for (at++; at < end; at++) digits = digits * 10 + codes[at]! - ZERO;
  // Both are whole and below 2^53, so that the quotient is the number nearest to what is written.
  const number = digits / POWERS[places]!;
  return codes[end - 1] === ZERO || places === 0 || number < LEAST_PLAIN ? null : { kind: "number", number };
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
