// Rows and columns of a made form moved as programs and people move them: in the sheet's part, and in the defined names when they follow.
import { address, parseAddress } from "../../src/core/cells.js";
import { edited, sheetPart } from "./edit-form.js";

/** Where a cell goes; null when it is deleted. */
export type Move = (row: number, column: number) => { readonly row: number; readonly column: number } | null;

export const rowInserted =
  (at: number): Move =>
  (row, column) => ({ row: row >= at ? row + 1 : row, column });
export const rowDeleted =
  (at: number): Move =>
  (row, column) =>
    row === at ? null : { row: row > at ? row - 1 : row, column };
export const columnInserted =
  (at: number): Move =>
  (row, column) => ({ row, column: column >= at ? column + 1 : column });
export const columnDeleted =
  (at: number): Move =>
  (row, column) =>
    column === at ? null : { row, column: column > at ? column - 1 : column };
export const rowsSwapped =
  (a: number, b: number, except: (column: number) => boolean = () => false): Move =>
  (row, column) => ({ row: except(column) ? row : row === a ? b : row === b ? a : row, column });

/** The form with every cell of a sheet moved; `names` when the program takes the defined names along. */
export function withMoved(bytes: Uint8Array, sheet: string, move: Move, names: boolean): Uint8Array {
  const moved = edited(bytes, sheetPart(bytes, sheet), (xml) => movedCells(xml, move));
  return names ? edited(moved, "xl/workbook.xml", (xml) => movedNames(xml, sheet, move)) : moved;
}

function movedCells(xml: string, move: Move): string {
  const rows = new Map<number, { column: number; cell: string }[]>();
  for (const [cell, at] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gsu)) {
    const from = parseAddress(at!)!;
    const to = move(from.row, from.column);
    if (to === null) continue;
    const text = cell.replace(`r="${at!}"`, `r="${address(to.row, to.column)}"`);
    rows.set(to.row, [...(rows.get(to.row) ?? []), { column: to.column, cell: text }]);
  }
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const inOrder = cells.sort((a, b) => a.column - b.column).map(({ cell }) => cell);
      return `<row r="${String(row)}">${inOrder.join("")}</row>`;
    });
  return xml.replace(/<sheetData>.*<\/sheetData>/su, () => `<sheetData>${lines.join("")}</sheetData>`);
}

function movedNames(xml: string, sheet: string, move: Move): string {
  return xml.replace(
    /(<definedName [^>]*>)'?([^'!<]*)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?(<\/definedName>)/gu,
    (whole: string, open: string, target: string, ...rest: string[]) => {
      if (target !== sheet) return whole;
      const [column, row, lastColumn, lastRow, close] = rest as [
        string,
        string,
        string | undefined,
        string | undefined,
        string,
        string,
      ];
      const to = (at: string): string | null => {
        const from = parseAddress(at)!;
        const place = move(from.row, from.column);
        return place === null ? null : absolute(address(place.row, place.column));
      };
      const first = to(column + row);
      const last = lastColumn === undefined ? null : to(lastColumn + lastRow!);
      const area = first === null ? "#REF!" : `'${target}'!${first}${last === null ? "" : `:${last}`}`;
      return `${open}${area}${close}`;
    },
  );
}

function absolute(at: string): string {
  return at.replace(/^([A-Z]+)(\d+)$/u, (_at, column: string, row: string) => `$${column}$${row}`);
}
