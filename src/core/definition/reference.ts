// References as text, such as `'Báo cáo'!$A$1:$B$9`, read into the area that they name.
import type { NameTarget } from "../cells.js";
import { address, parseAddress } from "../cells.js";

const LAST_ROW = 1048576;
const LAST_COLUMN = "XFD";

/** What a reference to each sheet can start with, with and without apostrophes. */
export function sheetPrefixes(sheets: readonly { readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(
    sheets.flatMap(({ name }) => [
      [name, name],
      [`'${name.replaceAll("'", "''")}'`, name],
    ]),
  );
}

/** Absolute reference to an area: `'Báo cáo'!$A$1` or `'Báo cáo'!$A$1:$B$2`. */
export function referenceText({ sheet, top, left, bottom, right }: NameTarget): string {
  const [first, last] = [absolute(top, left), absolute(bottom, right)];
  return `'${sheet.replaceAll("'", "''")}'!${first === last ? first : `${first}:${last}`}`;
}

function absolute(row: number, column: number): string {
  return address(row, column).replace(/^([A-Z]+)/u, "$$$1$$");
}

const CELL = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/u;
const AREA =
  /^(?:\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?([0-9]{1,7}):\$?([0-9]{1,7}))$/u;

/** The one area that a reference such as `'Báo cáo'!$A$1:$B$9` names, on one of the sheets; null for anything else. */
export function referredArea(refersTo: string, prefixes: ReadonlyMap<string, string>): NameTarget | null {
  const mark = refersTo.lastIndexOf("!");
  const sheet = prefixes.get(refersTo.slice(0, Math.max(0, mark)));
  if (sheet === undefined) return null;
  const place = refersTo.slice(mark + 1);
  if (CELL.test(place)) {
    const cell = parseAddress(place);
    return cell === null ? null : { sheet, top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
  }
  const match = AREA.exec(place);
  if (match === null) return null;
  const from = parseAddress(`${match[1] ?? match[5] ?? "A"}${match[2] ?? match[7] ?? 1}`);
  const to = parseAddress(`${match[3] ?? match[6] ?? LAST_COLUMN}${match[4] ?? match[8] ?? LAST_ROW}`);
  if (from === null || to === null) return null;
  return {
    sheet,
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
