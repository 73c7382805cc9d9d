// Words in input cells: yes and no, choices, free text; and what programs turn them into.
import { dayOfSerial, isDateFormat, showDay } from "./date.js";
import type { Field } from "../definition/field.js";
import type { FigureContext, FigureReading } from "./figure-reading.js";
import { figureFinding, read, refuse } from "./figure-reading.js";
import type { FindingFacts } from "../finding.js";
import type { ShortReading } from "../legacy.js";
import { everyReading, readShort } from "../legacy.js";
import { foldText, nearest } from "../text.js";

export const YES = "Có";
export const NO = "Không";

/** Characters that a cell of Excel holds. */
const LONGEST_TEXT = 32767;

const YES_NO: ReadonlyMap<string, 1 | 0> = new Map([
  [foldText(YES), 1],
  [foldText(NO), 0],
  ["co", 1],
  ["khong", 0],
  ["x", 1],
  ["✓", 1],
  ["✔", 1],
  ["true", 1],
  ["false", 0],
  ["1", 1],
  ["0", 0],
]);

/** Reads a yes/no word; other spellings than `Có` and `Không` are read with a note when they say one thing only. */
export function readYesNoWord(text: string, field: Field, at: FigureContext): FigureReading {
  if (text === YES) return read(1);
  if (text === NO) return read(0);
  const values = new Set(everyReading(text).flatMap((reading) => YES_NO.get(foldText(reading)) ?? []));
  const [value] = values;
  return value === undefined || values.size > 1
    ? refuse("figure/not-yes-no", field, at, { found: text })
    : yesNoRead(value, text, field, at);
}

/** Reads 1 and 0 as yes and no, with a note. */
export function readYesNoNumber(number: number, field: Field, at: FigureContext): FigureReading {
  return number === 1 || number === 0
    ? yesNoRead(number, number, field, at)
    : refuse("figure/not-yes-no", field, at, { found: number });
}

/** Reads TRUE and FALSE as yes and no, with a note; they are no figure of any other field. */
export function readBoolean(boolean: boolean, field: Field, at: FigureContext): FigureReading {
  const found = boolean ? "TRUE" : "FALSE";
  return field.type === "yesno" ? yesNoRead(boolean ? 1 : 0, found, field, at) : refuse("figure/boolean", field, at, { found });
}

function yesNoRead(value: 1 | 0, found: string | number, field: Field, at: FigureContext): FigureReading {
  const expected = value === 1 ? YES : NO;
  return read(value, figureFinding("figure/word-read", "note", field, at, { found, expected }));
}

/** Reads a word of the field's choices, whatever its case, spaces and tone position. */
export function readChoice(text: string, field: Field, at: FigureContext): FigureReading {
  if (field.choices.includes(text)) return read(text);
  const folded = new Set(everyReading(text).map(foldText));
  const matches = field.choices.filter((choice) => folded.has(foldText(choice)));
  if (matches.length === 1)
    return read(matches[0]!, figureFinding("figure/word-read", "note", field, at, { found: text, expected: matches[0]! }));
  const data = { choices: field.choices.join("; ") };
  return refuse("figure/not-a-choice", field, at, { found: text, expected: nearest(text, field.choices), data });
}

/** Reads free text: composed Unicode, no spaces around; a leading `=` is only a character. Old encodings are converted with a note. */
export function readText(text: string, field: Field, at: FigureContext): FigureReading {
  const reading = readShort(text);
  const value = (reading.kind === "old" ? reading.text : text).normalize("NFC").trim();
  if (value.length > LONGEST_TEXT)
    return refuse("figure/text-too-long", field, at, { found: value.length, expected: LONGEST_TEXT });
  if (reading.kind === "unicode") return read(value);
  const [severity, facts] = oldFontFacts(reading, text);
  return read(value, figureFinding("figure/old-font", severity, field, at, facts));
}

/** How a finding about words in an old encoding is told: read (a note with both texts), or left as they are (a warning). */
export function oldFontFacts(
  reading: Exclude<ShortReading, { kind: "unicode" }>,
  text: string,
): ["note" | "warning", FindingFacts] {
  return reading.kind === "old"
    ? ["note", { found: text, expected: reading.text, data: { encoding: reading.encoding } }]
    : ["warning", { found: text }];
}

/**
 * Reads a number in a text cell. A format may show what was typed (a day, leading zeros): that is read, and a person is asked. A number
 * that is the code of one unit without its zeros is that code. Of any other nobody knows what was typed: 001, 1E05 or a longer number.
 */
export function readNumberAsText(number: number, format: string | null, field: Field, at: FigureContext): FigureReading {
  const text = textAsShown(number, format, at);
  if (text !== null) return read(text, figureFinding("figure/number-in-text", "warning", field, at, { found: text }));
  const codes = at.unitCodes?.get(number) ?? [];
  if (codes.length !== 1) return refuse("figure/number-in-text", field, at, { found: number });
  return read(codes[0]!, figureFinding("figure/number-in-text", "note", field, at, { found: number, expected: codes[0]! }));
}

function textAsShown(number: number, format: string | null, at: FigureContext): string | null {
  const day = isDateFormat(format) ? dayOfSerial(number, at.date1904) : null;
  if (day !== null) return showDay(day);
  const padded = format !== null && /^0{2,}$/u.test(format) && Number.isInteger(number) && number >= 0 && number < 1e15;
  return padded ? String(number).padStart(format.length, "0") : null;
}
