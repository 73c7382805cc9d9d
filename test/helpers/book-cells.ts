// A book as the cells that would be read back from its file, for tests that need no bytes.
import type { Cell, CellValue, NameTarget, SheetCells, WorkbookCells } from "../../src/core/cells.js";
import { cellKey } from "../../src/core/cells.js";
import { serialOf } from "../../src/core/figure/date.js";
import type { Book, Page, PageCell, PageValue } from "../../src/sheets/page.js";
import { STYLES, type Style } from "../../src/sheets/styles.js";

/** The cells of a book as a strict reader of its file would give them: blank cells are absent, dates are serial numbers. */
export function bookToCells(book: Book): WorkbookCells {
  const names = new Map<string, NameTarget>(book.names.map(({ name, sheet, area }) => [name, { sheet, ...area }]));
  return {
    sheets: book.pages.map(sheetOf),
    names,
    brokenNames: new Map(),
    date1904: false,
    externalLinks: [],
    lastSaved: null,
    application: null,
  };
}

function sheetOf(page: Page): SheetCells {
  const cells = new Map<number, Cell>();
  for (const { row, cells: line } of page.rows) {
    for (const [column, cell] of line) {
      const made = cellOf(cell);
      if (made !== null) cells.set(cellKey(row, column), made);
    }
  }
  return { name: page.name, visibility: page.visibility, cells };
}

function cellOf(cell: PageCell): Cell | null {
  const value = valueOf(cell.value);
  if (value.kind === "empty" && cell.formula === undefined) return null;
  const style: Style = STYLES[cell.style];
  const format = cell.format ?? style.format ?? null;
  return { value, formula: cell.formula ?? null, format: format === "General" ? null : format };
}

function valueOf(value: PageValue): CellValue {
  if (value === null || value === "") return { kind: "empty" };
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return { kind: "boolean", boolean: value };
  return { kind: "number", number: serialOf(value.date) };
}
