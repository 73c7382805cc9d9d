// One cell as written in a sheet part → Cell: numbers by exact grammar, indexes checked, nothing guessed.
import { address, cellKey, type Cell, type CellValue } from "../core/cells.js";
import { finding, type Finding, type FindingFacts } from "../core/finding.js";
import type { FindingCode } from "../core/messages/index.js";
import { fail } from "./fault.js";
import type { SharedStrings } from "./read-strings.js";
import type { CellFormats } from "./read-styles.js";
import { cellText, detached, type PartText } from "./xml-text.js";

/** What the sheets of one workbook share while they are read. */
export interface BookContext {
  /** Null when the file has no table of strings. */
  readonly strings: SharedStrings | null;
  readonly formats: CellFormats;
  readonly date1904: boolean;
  readonly findings: Finding[];
  /** Cells with a value so far, in all sheets. */
  count: number;
  /** More are refused. */
  readonly mostCells: number;
  /** Indexes of the shared strings that the sheet at hand uses. */
  used: number[];
}

/** What the cells of a sheet are given to, in the order in which they stand: a map, or whoever need not keep them. */
export interface CellTaker {
  readonly size: number;
  /** @param key see `cellKey` */
  set(key: number, cell: Cell): unknown;
}

/** One sheet while it is read. */
export interface SheetContext {
  readonly book: BookContext;
  readonly sheet: string;
  readonly source: PartText;
  readonly cells: CellTaker;
  faults: number;
}

/** A cell as its tags say, references resolved. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly type: string;
  /** Content of `<v>`; null when there is none. */
  readonly value: string | null;
  readonly formula: string | null;
  /** Content of `<is>`. */
  readonly inline: string | null;
}

const MOST_FAULTS = 100;
const LONGEST_TEXT = 32767;
const NUMBER = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/u;
const INTEGER = /^(?:0|-?[1-9][0-9]{0,14})$/u;
const INDEX = /^[0-9]{1,9}$/u;
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}(?:\.[0-9]{1,9})?))?Z?)?$/u;
const DAY = 86400000;

/** Adds the cell to the sheet when it holds something; a value that cannot be read becomes a finding of the cell. */
export function putCell(context: SheetContext, raw: RawCell): void {
  const value = cellValue(context, raw);
  if (value !== null)
    putValue(context, raw.row, raw.column, raw.style, value, raw.formula, raw.type === "d" ? "yyyy-mm-dd" : null);
}

/** Adds a cell whose value is known. */
export function putValue(
  context: SheetContext,
  row: number,
  column: number,
  style: number,
  value: CellValue,
  formula: string | null,
  otherwise: string | null = null,
): void {
  if (value.kind === "text" && value.text.length > LONGEST_TEXT) {
    cellFault(context, row, column, "cells/text-too-long", { found: value.text.length, expected: LONGEST_TEXT });
    return;
  }
  const { book } = context;
  if (++book.count > book.mostCells) countCells(book, book.count, context.sheet);
  context.cells.set(cellKey(row, column), { value, formula, format: context.book.formats[style] ?? otherwise });
}

/** Notes how many cells with a value the workbook has so far. Throws a content fault when they are too many. */
export function countCells(book: BookContext, count: number, sheet: string): void {
  if (count > book.mostCells) fail("cells/too-many", { sheet, expected: book.mostCells });
  book.count = count;
}

/** Notes a fault of one cell and goes on, so that a person sees all of them at once. */
export function cellFault(context: SheetContext, row: number, column: number, code: FindingCode, facts: FindingFacts): null {
  if (context.faults++ < MOST_FAULTS) {
    context.book.findings.push(finding(code, "error", { sheet: context.sheet, cell: address(row, column), ...facts }));
  }
  return null;
}

/** The value of a cell; null when it holds none, or when it cannot be read, which is then noted. */
export function cellValue(context: SheetContext, raw: RawCell): CellValue | null {
  const { type, value, formula } = raw;
  if (type === "inlineStr" && (raw.inline ?? value) !== null)
    return { kind: "text", text: detached(raw.inline ?? cellText(value ?? "", context.source.part)) };
  if (value === null) return formula === null ? null : { kind: "empty" };
  switch (type) {
    case "n":
      return numberValue(context, raw, value);
    case "s":
      return sharedValue(context, raw, value);
    case "str":
      return { kind: "text", text: detached(cellText(value, context.source.part)) };
    case "b":
      return booleanValue(context, raw, value);
    case "e":
      return { kind: "error", text: detached(value) };
    case "d":
      return dateValue(context, raw, value);
    default:
      return cellFault(context, raw.row, raw.column, "cells/bad-type", { found: shown(type) });
  }
}

function numberValue(context: SheetContext, raw: RawCell, written: string): CellValue | null {
  if (INTEGER.test(written)) return { kind: "number", number: Number(written) };
  if (written === "") return raw.formula === null ? null : { kind: "empty" };
  const text = written.trim();
  const number = NUMBER.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(number))
    return cellFault(context, raw.row, raw.column, "cells/bad-number", { found: shown(text || written) });
  return String(number) === text ? { kind: "number", number } : { kind: "number", number, text: detached(text) };
}

function sharedValue(context: SheetContext, raw: RawCell, written: string): CellValue | null {
  const { strings } = context.book;
  if (strings === null) return cellFault(context, raw.row, raw.column, "cells/no-strings", { found: shown(written) });
  const index = written.trim();
  const value = INDEX.test(index) ? strings[Number(index)] : undefined;
  context.book.used.push(Number(index));
  if (value === undefined)
    return cellFault(context, raw.row, raw.column, "cells/string-index", { found: shown(index), expected: strings.length });
  return value;
}

function booleanValue(context: SheetContext, raw: RawCell, written: string): CellValue | null {
  const text = written.trim();
  if (text === "1" || text === "true") return { kind: "boolean", boolean: true };
  if (text === "0" || text === "false") return { kind: "boolean", boolean: false };
  return cellFault(context, raw.row, raw.column, "cells/bad-boolean", { found: shown(text) });
}

/** A date written as ISO text becomes the serial number of the workbook's date system. */
function dateValue(context: SheetContext, raw: RawCell, written: string): CellValue | null {
  const number = dateSerial(written.trim(), context.book.date1904);
  return number === null
    ? cellFault(context, raw.row, raw.column, "cells/bad-date", { found: shown(written) })
    : { kind: "number", number };
}

function dateSerial(text: string, date1904: boolean): number | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const midnight = Date.UTC(year!, month! - 1, day);
  if (new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  if (hour > 23 || minute > 59 || second >= 60) return null;
  const days = (midnight - Date.UTC(date1904 ? 1904 : 1899, date1904 ? 0 : 11, date1904 ? 1 : 30)) / DAY;
  const whole = !date1904 && days < 61 ? days - 1 : days;
  return whole < 0 ? null : whole + (hour * 3600 + minute * 60 + second) / 86400;
}

/** The start of a text, for a message. */
function shown(text: string): string {
  return detached(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
