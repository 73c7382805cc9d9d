// Workbooks changed as staff change them: cells typed over, columns moved, rows inserted, sheets renamed; and sheets written as small tables.
import type { Cell, SheetCells, WorkbookCells } from "../../src/core/cells.js";
import { cellKey, keyPlace, parseAddress } from "../../src/core/cells.js";

/** A cell that holds a text or number, with a format if one is given. */
export function typed(value: string | number, format: string | null = null): Cell {
  const held =
    typeof value === "string" ? ({ kind: "text", text: value } as const) : ({ kind: "number", number: value } as const);
  return { value: held, formula: null, format };
}

/** A workbook of these sheets. */
export function workbookOf(...sheets: readonly SheetCells[]): WorkbookCells {
  const nothing = {
    names: new Map(),
    brokenNames: new Map(),
    date1904: false,
    externalLinks: [],
    lastSaved: null,
    application: null,
  };
  return { sheets, ...nothing };
}

/** A sheet from lines of cells separated by `|`; blank cells are absent. Numbers stay text unless given in `cells`. */
export function tableSheet(name: string, lines: readonly string[], cells: Readonly<Record<string, Cell>> = {}): SheetCells {
  const map = new Map<number, Cell>();
  lines.forEach((line, i) =>
    line.split("|").forEach((text, j) => {
      if (text.trim() !== "") map.set(cellKey(i + 1, j + 1), typed(text.trim()));
    }),
  );
  for (const [where, cell] of Object.entries(cells)) map.set(keyOf(where), cell);
  return { name, visibility: "visible", cells: map };
}

/** The workbook with cells of one sheet replaced (null clears). */
export function withCells(
  workbook: WorkbookCells,
  sheet: string,
  cells: Readonly<Record<string, Cell | string | number | null>>,
): WorkbookCells {
  return withSheet(workbook, sheet, (one) => {
    const map = new Map(one.cells);
    for (const [where, cell] of Object.entries(cells)) {
      if (cell === null) map.delete(keyOf(where));
      else map.set(keyOf(where), typeof cell === "object" ? cell : typed(cell));
    }
    return { ...one, cells: map };
  });
}

/** The workbook with one sheet changed, or left out when `change` gives null. */
export function withSheet(
  workbook: WorkbookCells,
  name: string,
  change: (sheet: SheetCells) => SheetCells | null,
): WorkbookCells {
  if (!workbook.sheets.some((sheet) => sheet.name === name)) throw new Error(`no sheet ${name}`);
  const sheets = workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)).filter((sheet) => sheet !== null);
  return { ...workbook, sheets };
}

/** The sheet with every cell put elsewhere. */
export function moved(sheet: SheetCells, place: (row: number, column: number) => { row: number; column: number }): SheetCells {
  const cells = new Map<number, Cell>();
  for (const [key, cell] of sheet.cells) {
    const from = keyPlace(key);
    const to = place(from.row, from.column);
    cells.set(cellKey(to.row, to.column), cell);
  }
  return { ...sheet, cells };
}

function keyOf(where: string): number {
  const place = parseAddress(where);
  if (place === null) throw new Error(`no address: ${where}`);
  return cellKey(place.row, place.column);
}
