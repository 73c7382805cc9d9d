// One cell of the control workbook and the value that it stands for, both ways.
import type { Cell } from "../cells.js";
import type { ColumnKind } from "./control-tables.js";
import { codeOf, joinItems, splitItems, wordOf, type Words } from "./control-words.js";
import { dayOfSerial, isDateFormat, isDay, readDay } from "../figure/date.js";
import type { FindingData } from "../finding.js";
import type { FindingCode } from "../messages/index.js";
import { numberText, readNumberText } from "../figure/number-text.js";
import { nearest, tidy } from "../text.js";

/** What a cell of our own workbook holds. */
export type ControlValue = string | number | null | { readonly date: string };

/** What was read from a cell. */
export type Entry =
  | { readonly kind: "blank" }
  /** `typedNumber`: a text property stood in the cell as a number, so that zeros in front may be lost. */
  | { readonly kind: "value"; readonly value: EntryValue; readonly typedNumber: boolean }
  | { readonly kind: "problem"; readonly code: FindingCode; readonly found: string | number; readonly data: FindingData };

export type EntryValue = string | number | boolean | readonly string[];

/** How the cell is to be understood. */
export interface EntryContext {
  readonly date1904: boolean;
  /** The measure of the line is `%`, so that `95%` means 95. */
  readonly percent: boolean;
}

const BLANK: Entry = { kind: "blank" };

/** The cell in which a property stands; null and "" leave it empty. */
export function writeEntry(kind: ColumnKind, value: unknown): ControlValue {
  if (isWords(kind)) return typeof value === "string" || typeof value === "boolean" ? wordOf(kind, value) : null;
  if (Array.isArray(value)) return value.length === 0 ? null : joinItems(value.map(String));
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value === "") return null;
  if ((kind === "day" || kind === "dayOrYear") && isDay(value)) return { date: value };
  if (kind === "dayOrYear" && isYear(value)) return Number(value);
  return value;
}

/** The value of a cell. What a person typed never throws: it is a value, blank, or a problem. */
export function readEntry(cell: Cell | undefined, kind: ColumnKind, context: EntryContext): Entry {
  if (cell === undefined) return BLANK;
  if (kind === "formula" && cell.formula !== null && cell.formula !== "") return valueEntry(formulaText(cell.formula));
  switch (cell.value.kind) {
    case "error":
      return problem("control/cell-error", cell.value.text);
    case "empty":
      return cell.formula === null ? BLANK : problem("control/cell-without-result", `=${cell.formula}`);
    case "boolean":
      return fromText(cell.value.boolean ? "TRUE" : "FALSE", kind, context);
    case "number":
      return fromNumber(cell.value.number, cell.format, kind, context);
    case "text":
      return fromText(cell.value.text, kind, context);
  }
}

/** Text as kept in a definition: composed Unicode, line breaks as \n, no space at either end. */
export function cleanText(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/gu, "\n").trim();
}

function fromNumber(number: number, format: string | null, kind: ColumnKind, context: EntryContext): Entry {
  if (kind === "number") return fromPlainNumber(number, format, context);
  // A year typed into a cell that shows dates is kept as a day of 1905; no target is due then.
  if (kind === "dayOrYear" && isYear(String(number))) return valueEntry(String(number));
  if (kind === "day" || kind === "dayOrYear") {
    const day = isDateFormat(format) ? dayOfSerial(number, context.date1904) : null;
    return day === null ? problem("control/not-a-date", number) : valueEntry(day);
  }
  if (isDateFormat(format)) return problem("control/text-became-date", dayOfSerial(number, context.date1904) ?? number);
  if (Math.abs(number) >= 1e15) return problem("control/digits-lost", number);
  const text =
    /^0{2,}$/u.test(format ?? "") && Number.isInteger(number) ? String(number).padStart(format!.length, "0") : String(number);
  const entry = fromText(text, kind, context);
  return entry.kind === "value" ? { ...entry, typedNumber: true } : entry;
}

function fromPlainNumber(number: number, format: string | null, context: EntryContext): Entry {
  if (!Number.isFinite(number) || isDateFormat(format)) return problem("control/not-a-number", number);
  if (!(format ?? "").includes("%")) return valueEntry(number);
  return context.percent ? valueEntry(percentOf(number)) : problem("control/percent-unexpected", `${percentOf(number)}%`);
}

function fromText(raw: string, kind: ColumnKind, context: EntryContext): Entry {
  const text = cleanText(raw);
  if (tidy(text) === "") return BLANK;
  if (isWords(kind)) return fromWord(text, kind);
  switch (kind) {
    case "text":
      return valueEntry(text);
    case "code":
      return valueEntry(tidy(text));
    case "formula":
      return valueEntry(formulaText(text));
    case "items":
      return valueEntry(splitItems(text));
    case "number":
      return fromNumberText(text, context);
    case "day":
    case "dayOrYear": {
      const day = kind === "dayOrYear" && isYear(text) ? text : readDay(text);
      return day === null ? problem("control/not-a-date", text) : valueEntry(day);
    }
  }
}

function fromWord(text: string, words: Words): Entry {
  const code = codeOf(words, text);
  if (code !== undefined) return valueEntry(code);
  const near = nearest(
    text,
    words.map(({ word }) => word),
  );
  return problem("control/not-a-word", text, { words: words.map(({ word }) => `«${word}»`).join(", "), near });
}

function fromNumberText(text: string, context: EntryContext): Entry {
  const reading = readNumberText(text);
  if (reading === null) return problem("control/not-a-number", text);
  if (reading.kind === "tooLong") return problem("control/digits-lost", text);
  if (reading.percent && !context.percent) return problem("control/percent-unexpected", text);
  if (reading.kind === "number") return valueEntry(reading.number);
  const { whole, decimal } = reading;
  return problem("control/number-ambiguous", text, { whole: numberText(whole), decimal: numberText(decimal) });
}

/** A number that its cell shows as a percentage: 0.955 is 95.5, without float noise. */
function percentOf(number: number): number {
  const [digits, exponent] = number.toExponential().split("e");
  return Number(`${digits!}e${String(Number(exponent) + 2)}`);
}

function formulaText(text: string): string {
  return text.trim().replace(/^=\s*/u, "");
}

function isYear(text: string): boolean {
  return /^(?:19|20|21)[0-9]{2}$/u.test(text);
}

function isWords(kind: ColumnKind): kind is Words {
  return typeof kind !== "string";
}

function valueEntry(value: EntryValue): Entry {
  return { kind: "value", value, typedNumber: false };
}

function problem(code: FindingCode, found: string | number, data: FindingData = {}): Entry {
  return { kind: "problem", code, found, data };
}
