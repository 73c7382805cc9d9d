// Areas of a sheet in the emulated Excel: rows and columns count from 0, as the wire has them.
import { columnLetters, parseAddress } from "../../../src/core/cells.js";
import { HostError } from "./host-error.js";

export interface HostArea {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export const WHOLE_SHEET: HostArea = { top: 0, left: 0, rows: 1_048_576, columns: 16_384 };

/** Area of an A1 address, of whole columns (`A:C`) or whole rows (`1:4`). */
export function areaOf(text: string): HostArea {
  const plain = text.slice(text.lastIndexOf("!") + 1).replaceAll("$", "");
  const [first = "", last = first] = plain.split(":");
  const from = parseAddress(/^\d+$/.test(first) ? `A${first}` : /^[A-Za-z]+$/.test(first) ? `${first}1` : first);
  const to = parseAddress(/^\d+$/.test(last) ? `XFD${last}` : /^[A-Za-z]+$/.test(last) ? `${last}1048576` : last);
  if (from === null || to === null) {
    throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  }
  const [top, left] = [Math.min(from.row, to.row), Math.min(from.column, to.column)];
  return {
    top: top - 1,
    left: left - 1,
    rows: Math.abs(to.row - from.row) + 1,
    columns: Math.abs(to.column - from.column) + 1,
  };
}

/** `A1` or `A1:C4`, with `$` where asked. */
export function areaText({ top, left, rows, columns }: HostArea, absolute = false): string {
  const mark = absolute ? "$" : "";
  const cell = (row: number, column: number): string => `${mark}${columnLetters(column + 1)}${mark}${String(row + 1)}`;
  const first = cell(top, left);
  return rows === 1 && columns === 1 ? first : `${first}:${cell(top + rows - 1, left + columns - 1)}`;
}

export function sheetReference(sheet: string, area: HostArea): string {
  return `='${sheet.replaceAll("'", "''")}'!${areaText(area, true)}`;
}
