// Words in input cells: yes and no, choices, free text; and what programs turn them into.
import { dayOfSerial, isDateFormat, showDay } from "./date.js";
import type { Field } from "../definition/field.js";
import type { FigureContext, FigureReading } from "./figure-reading.js";
import { figureFinding, read, refuse } from "./figure-reading.js";
import { numberText } from "./number-text.js";
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
  const value = YES_NO.get(foldText(text));
  return value === undefined ? refuse("figure/not-yes-no", field, at, { found: text }) : yesNoRead(value, text, field, at);
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
  const matches = field.choices.filter((choice) => foldText(choice) === foldText(text));
  if (matches.length === 1)
    return read(matches[0]!, figureFinding("figure/word-read", "note", field, at, { found: text, expected: matches[0]! }));
  const data = { choices: field.choices.join("; ") };
  return refuse("figure/not-a-choice", field, at, { found: text, expected: nearest(text, field.choices), data });
}

/** Reads free text: composed Unicode, no spaces around; a leading `=` is only a character. */
export function readText(text: string, field: Field, at: FigureContext): FigureReading {
  const value = text.normalize("NFC").trim();
  if (value.length <= LONGEST_TEXT) return read(value);
  return refuse("figure/text-too-long", field, at, { found: value.length, expected: LONGEST_TEXT });
}

/** Reads a number in a text cell as the words that it shows; leading zeros or a typed day may have been lost, so a person is asked. */
export function readNumberAsText(number: number, format: string | null, field: Field, at: FigureContext): FigureReading {
  if (Math.abs(number) >= 1e15) return refuse("figure/number-in-text", field, at, { found: number });
  const text = numberAsShown(number, format, at);
  return read(text, figureFinding("figure/number-in-text", "warning", field, at, { found: text }));
}

function numberAsShown(number: number, format: string | null, at: FigureContext): string {
  const day = isDateFormat(format) ? dayOfSerial(number, at.date1904) : null;
  if (day !== null) return showDay(day);
  if (format !== null && /^0+$/u.test(format) && Number.isInteger(number) && number >= 0)
    return String(number).padStart(format.length, "0");
  return Number.isInteger(number) ? String(number) : numberText(number);
}
