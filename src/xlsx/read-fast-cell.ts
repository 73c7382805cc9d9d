// The fast path of the sheet reader: `<c r="B7" s="3" t="s"><v>12</v></c>` and its like, read by character code.
import { putCell, type SheetContext } from "./read-cell.js";
import { plainText } from "./xml-text.js";

const LAST_COLUMN = 16384;
const QUOTE = 34;

/** The row at hand and the column of its last cell. */
interface Place {
  readonly row: number;
  column: number;
}

const TYPES: readonly (readonly [written: string, type: string])[] = [
  ['s"', "s"],
  ['n"', "n"],
  ['str"', "str"],
  ['b"', "b"],
  ['e"', "e"],
];

/**
 * Reads the cell that starts with `<c r="` at `from` and returns the place after it; -1, with nothing changed, when the cell is not
 * in the common form, not in the row at hand, or not to the right of the last one.
 */
export function fastCell(text: string, from: number, place: Place, context: SheetContext): number {
  let at = from + 6;
  let column = 0;
  let code = text.charCodeAt(at);
  for (; code >= 65 && code <= 90; code = text.charCodeAt(++at)) column = column * 26 + code - 64;
  if (code === 48 || column <= place.column || column > LAST_COLUMN) return -1;
  let row = 0;
  for (; code >= 48 && code <= 57; code = text.charCodeAt(++at)) row = row * 10 + code - 48;
  if (code !== QUOTE || row !== place.row) return -1;
  let style = 0;
  at++;
  if (text.startsWith(' s="', at)) {
    at += 4;
    for (code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) style = style * 10 + code - 48;
    if (code !== QUOTE) return -1;
    at++;
  }
  if (text.startsWith("/>", at)) {
    place.column = column;
    return at + 2;
  }
  return fastContent(text, at, place, context, column, style);
}

/** Goes on after the style: type, formula, value. */
function fastContent(text: string, from: number, place: Place, context: SheetContext, column: number, style: number): number {
  let at = from;
  let type = "n";
  if (text.startsWith(' t="', at)) {
    const known = TYPES.find(([written]) => text.startsWith(written, at + 4));
    if (known === undefined) return -1;
    type = known[1];
    at += 4 + known[0].length;
  }
  if (text.charCodeAt(at++) !== 62) return -1;
  let formula: string | null = null;
  if (text.startsWith("<f>", at)) {
    const end = text.indexOf("<", at + 3);
    if (end < 0 || !text.startsWith("</f>", end)) return -1;
    formula = plainText(text.slice(at + 3, end), context.part);
    at = end + 4;
  }
  let value: string | null = null;
  if (text.startsWith("<v>", at)) {
    const end = text.indexOf("<", at + 3);
    if (end < 0 || !text.startsWith("</v>", end)) return -1;
    value = plainText(text.slice(at + 3, end), context.part);
    at = end + 4;
  }
  if (!text.startsWith("</c>", at)) return -1;
  place.column = column;
  putCell(context, { row: place.row, column, style, type, value, formula, inline: null });
  return at + 4;
}
