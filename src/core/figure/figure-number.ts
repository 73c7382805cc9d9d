// Numbers in input cells: counts and decimals, as numbers or typed as text.
import { isDateFormat, dayOfSerial, showDay } from "./date.js";
import { exactOf, multiply, toNumber } from "./exact.js";
import type { Field } from "../definition/field.js";
import type { FigureContext, FigureReading } from "./figure-reading.js";
import { figureFinding, read, refuse } from "./figure-reading.js";
import type { Finding } from "../finding.js";
import { readNumberText } from "./number-text.js";

/** From here on a spreadsheet does not keep every digit. */
const TOO_LARGE = 1e15;

/** Reads a cell that holds a number; its number format may say that it is a day or a percentage. */
export function readNumberCell(number: number, format: string | null, field: Field, at: FigureContext): FigureReading {
  if (isDateFormat(format)) {
    const day = dayOfSerial(number, at.date1904);
    return refuse("figure/date-in-number", field, at, { found: number, data: { day: day === null ? number : showDay(day) } });
  }
  if (!isPercentFormat(format)) return judge(number, number, [], field, at);
  const percentage = toNumber(multiply(exactOf(number), 100));
  return readPercentage(percentage, `${String(percentage).replace(".", ",")}%`, field, at);
}

/** Reads text as a number when it has one reading, or when the field or the file leaves one. */
export function readNumberWords(text: string, field: Field, at: FigureContext): FigureReading {
  const reading = readNumberText(text);
  if (reading === null) return refuse("figure/not-a-number", field, at, { found: text });
  if (reading.kind === "tooLong") return refuse("figure/too-large", field, at, { found: text });
  const number = reading.kind === "number" ? reading.number : settle(reading, field, at);
  if (number === null && reading.kind === "ambiguous") {
    return refuse("figure/ambiguous", field, at, { found: text, data: { whole: reading.whole, decimal: reading.decimal } });
  }
  if (reading.percent) return readPercentage(number!, text, field, at);
  return judge(
    number!,
    text,
    [figureFinding("figure/text-number", "note", field, at, { found: text, expected: number })],
    field,
    at,
  );
}

/** One reading of `1.234`: by what the file proves, else a thousand and more where only whole numbers go; null when in doubt. */
function settle(
  reading: { readonly whole: number; readonly decimal: number; readonly separator: string },
  field: Field,
  at: FigureContext,
): number | null {
  const isDecimalMark = at.decimalMark === null ? null : at.decimalMark === reading.separator;
  if (field.type === "count") return isDecimalMark === true ? null : reading.whole;
  return isDecimalMark === null ? null : isDecimalMark ? reading.decimal : reading.whole;
}

function readPercentage(percentage: number, found: string, field: Field, at: FigureContext): FigureReading {
  if (field.measure.trim() !== "%") return refuse("figure/percent", field, at, { found });
  const note = figureFinding("figure/percent-read", "note", field, at, { found, expected: percentage });
  return judge(percentage, found, [note], field, at);
}

function judge(
  number: number,
  found: number | string,
  notes: readonly Finding[],
  field: Field,
  at: FigureContext,
): FigureReading {
  if (Math.abs(number) >= TOO_LARGE || !Number.isFinite(number)) return refuse("figure/too-large", field, at, { found });
  if (field.type === "count" && !Number.isInteger(number)) return refuse("figure/fraction", field, at, { found });
  if (field.type === "count" && number < 0) return refuse("figure/negative", field, at, { found });
  const value = number === 0 ? 0 : number;
  const small = field.measure.trim() === "%" && field.type === "decimal" && value > 0 && value <= 1 && notes.length === 0;
  if (!small) return read(value, ...notes);
  const expected = toNumber(multiply(exactOf(value), 100));
  return read(value, figureFinding("figure/percent-scale", "warning", field, at, { found: value, expected }));
}

/** True when a number format multiplies by 100 and shows a percent sign; a quoted sign is only printed. */
function isPercentFormat(format: string | null): boolean {
  return format !== null && format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "").includes("%");
}
