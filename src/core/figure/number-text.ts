// Numbers as people type them into text: Vietnamese and English separators, signs, percent; and numbers written for people.
import { tidy } from "../text.js";

/** Which mark divides the whole part from the decimals. */
export type DecimalMark = "," | ".";

/** What a text says when it is a number. */
export type NumberReading =
  /** One reading; `mark` is the decimal mark that the text proves, null when it proves none. */
  | { readonly kind: "number"; readonly number: number; readonly percent: boolean; readonly mark: DecimalMark | null }
  /** `1.234` and `1,234`: a thousand and more, or one and a bit. */
  | {
      readonly kind: "ambiguous";
      readonly whole: number;
      readonly decimal: number;
      readonly separator: DecimalMark;
      readonly percent: boolean;
    }
  /** More digits than a spreadsheet keeps (15). */
  | { readonly kind: "tooLong" };

const MOST_DIGITS = 15;
const SIGNED = /^(\()?([+-])? ?([0-9][0-9., ]*|[.,][0-9]+) ?(%)?(\))?$/;
const AMBIGUOUS = /^([1-9]\d{0,2})([.,])(\d{3})$/;
const GROUPED_BY_SPACE = /^([1-9]\d{0,2}(?: \d{3})+)(?:([.,])(\d+))?$/;
const GROUPED_BY_DOT = /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/;
const GROUPED_BY_COMMA = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/;
const DECIMAL = /^(\d*)([.,])(\d+)$/;

/** Full-width characters as plain ones, every minus as `-`, one kind of space, no invisible characters. */
export function plainDigits(text: string): string {
  const narrow = text.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return tidy(narrow).replace(/[\u2010-\u2015\u2212]/gu, "-");
}

/** Reads a text that is a number and nothing else; null when it is none. Units of measure and exponents are not read. */
export function readNumberText(text: string): NumberReading | null {
  const match = SIGNED.exec(plainDigits(text));
  if (match === null) return null;
  const [, open, sign, body, percent, close] = match;
  if ((open === undefined) !== (close === undefined) || (open !== undefined && sign !== undefined)) return null;
  return readBody(body!.trim(), open !== undefined || sign === "-" ? -1 : 1, percent !== undefined);
}

function readBody(body: string, sign: 1 | -1, percent: boolean): NumberReading | null {
  const one = (whole: string, decimals = "", mark: DecimalMark | null = null): NumberReading => {
    const digits = whole.replace(/\D/gu, "");
    if ((digits + decimals).replace(/^0+/u, "").length > MOST_DIGITS) return { kind: "tooLong" };
    return { kind: "number", number: signed(Number(`${digits === "" ? "0" : digits}.${decimals}`), sign), percent, mark };
  };
  if (/^\d+$/u.test(body)) return one(body);
  const both = AMBIGUOUS.exec(body);
  if (both !== null) {
    const [, head, separator, tail] = both as unknown as [string, string, DecimalMark, string];
    const decimal = signed(Number(`${head}.${tail}`), sign);
    return { kind: "ambiguous", whole: signed(Number(head + tail), sign), decimal, separator, percent };
  }
  const spaced = GROUPED_BY_SPACE.exec(body);
  if (spaced !== null) return one(spaced[1]!, spaced[3], (spaced[2] as DecimalMark | undefined) ?? null);
  const dotted = GROUPED_BY_DOT.exec(body);
  if (dotted !== null) return one(dotted[1]!, dotted[2], ",");
  const comma = GROUPED_BY_COMMA.exec(body);
  if (comma !== null) return one(comma[1]!, comma[2], ".");
  const decimal = DECIMAL.exec(body);
  return decimal === null ? null : one(decimal[1]!, decimal[3], decimal[2] as DecimalMark);
}

function signed(number: number, sign: 1 | -1): number {
  return sign === -1 && number !== 0 ? -number : number;
}

/** A number for people: `1.234.567,5` in Vietnamese, `1,234,567.5` in English; every digit is kept. */
export function numberText(number: number, language: "vi" | "en" = "vi"): string {
  const text = String(number);
  if (!/^-?\d+(\.\d+)?$/u.test(text)) return text;
  const [whole, decimals] = text.split(".") as [string, string | undefined];
  const [group, mark] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, group);
  return decimals === undefined ? grouped : grouped + mark + decimals;
}
