// CSV text as the cells of one sheet, every cell a text (RFC 4180, with `,`, `;` or tab between cells).
import type { Cell, SheetCells } from "../cells.js";
import { address, cellKey } from "../cells.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";

const SEPARATORS = [",", ";", "\t"] as const;

/**
 * The cells of a CSV file; rows count as in a spreadsheet program, blank lines too.
 * @returns findings when the text is not UTF-8, when quotes do not match, or when a line holds more cells than the first
 */
export function csvSheet(text: string): { sheet: SheetCells; findings: Finding[] } {
  const bare = text.replace(/^\ufeff/u, "");
  const cells = new Map<number, Cell>();
  const findings: Finding[] = [];
  if (bare.includes("\ufffd") || bare.includes("\u0000")) findings.push(finding("control/csv-encoding", "error"));
  const separator = separatorOf(bare);
  const { records, openQuote } = parse(bare, separator);
  if (openQuote !== null)
    findings.push(finding("control/csv-quotes", "error", { cell: address(openQuote.row, openQuote.column) }));
  const widest = records.find((record) => record.some((value) => value.trim() !== ""))?.length ?? 0;
  records.forEach((record, i) => {
    const extra = record.findIndex((value, column) => column >= widest && value.trim() !== "");
    if (extra >= 0)
      findings.push(
        finding("control/csv-cells", "error", {
          cell: address(i + 1, extra + 1),
          found: record[extra]!.trim(),
          data: { separator },
        }),
      );
    record.forEach((value, column) => {
      if (value !== "")
        cells.set(cellKey(i + 1, column + 1), { value: { kind: "text", text: value }, formula: null, format: null });
    });
  });
  return { sheet: { name: "", visibility: "visible", cells }, findings };
}

/** The separator that stands most often in the first line with words, outside quotes; Excel's `sep=;` line is not known to others and not read. */
function separatorOf(text: string): string {
  const line = /^\s*(.*)$/mu.exec(text)?.[1] ?? "";
  const bare = line.replace(/"(?:[^"]|"")*"/gu, "");
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

interface Parsed {
  readonly records: readonly (readonly string[])[];
  /** Where a quote opens that never closes, or that text follows. */
  readonly openQuote: { readonly row: number; readonly column: number } | null;
}

function parse(text: string, separator: string): Parsed {
  const records: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const record = records[records.length - 1]!;
    const quoted = /[^\S\t\r\n]*"((?:[^"]|"")*)"[^\S\t\r\n]*/uy;
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    const plainEnd = endOfCell(text, at, separator);
    if (match === null && text.slice(at, plainEnd).trimStart().startsWith('"')) return { records, openQuote: placeOf(records) };
    record.push(match === null ? text.slice(at, plainEnd) : match[1]!.replace(/""/gu, '"'));
    at = match === null ? plainEnd : quoted.lastIndex;
    const next = text.startsWith("\r\n", at) ? "\r\n" : (text[at] ?? "");
    if (next !== separator && next !== "\r\n" && next !== "\n" && next !== "\r" && next !== "")
      return { records, openQuote: placeOf(records, 0) };
    if (next !== separator && next !== "") records.push([]);
    at += Math.max(1, next.length);
  }
  return { records, openQuote: null };
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

function placeOf(records: readonly (readonly string[])[], offset = 1): { row: number; column: number } {
  return { row: records.length, column: records[records.length - 1]!.length + offset };
}
