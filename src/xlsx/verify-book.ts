// Reads a printed workbook back with the strict reader and compares it, cell by cell, with the book that was meant.
import { address, cellKey, type Cell, type CellValue, type SheetCells } from "../core/cells.js";
import { serialOf } from "../core/figure/date.js";
import type { Book, Page, PageCell, PageValue } from "../sheets/page.js";
import type { Codec } from "./codec.js";
import { MAX_TEXT } from "./print-text.js";
import { visitWorkbook } from "./read-workbook.js";

/**
 * The first difference between what was printed and what was meant; null when there is none.
 * @param bytes what `printBook` made of the book
 */
export function printedDifference(bytes: Uint8Array, book: Book, codec: Codec): string | null {
  const pages = new Map(book.pages.map((page) => [page.name, page]));
  const differences: string[] = [];
  const { workbook, findings } = visitWorkbook(bytes, codec, (sheet) => {
    const page = pages.get(sheet.name);
    pages.delete(sheet.name);
    const difference = page === undefined ? `the sheet ${sheet.name} was not meant` : sheetDifference(sheet, page);
    if (difference !== null) differences.push(difference);
  });
  if (workbook === null) return findings.map((one) => `${one.code} ${one.message}`).join("; ");
  for (const name of pages.keys()) differences.push(`the sheet ${name} is missing`);
  return differences[0] ?? null;
}

function sheetDifference(sheet: SheetCells, page: Page): string | null {
  const covered = coveredCells(page);
  let filled = 0;
  for (const { row, cells } of page.rows) {
    for (const [column, cell] of cells) {
      const key = cellKey(row, column);
      if (covered.has(key)) continue;
      const read = sheet.cells.get(key);
      if (read !== undefined) filled++;
      if (!sameCell(read, cell)) return `${page.name}!${address(row, column)} is not what was meant`;
    }
  }
  return filled === sheet.cells.size ? null : `the sheet ${page.name} holds cells that were not meant`;
}

/** Cells under a merge: they hold nothing, whatever the page says. */
function coveredCells(page: Page): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { top, left, bottom, right } of page.merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) if (row !== top || column !== left) covered.add(cellKey(row, column));
    }
  }
  return covered;
}

function sameCell(read: Cell | undefined, meant: PageCell): boolean {
  if (meant.formula !== undefined) return read?.formula === meant.formula && sameValue(read.value, meant.value);
  if (read === undefined) return meant.value === null || meant.value === "";
  return read.formula === null && sameValue(read.value, meant.value);
}

function sameValue(read: CellValue, meant: PageValue): boolean {
  if (meant === null) return read.kind === "empty";
  if (typeof meant === "object") return read.kind === "number" && read.number === serialOf(meant.date);
  if (typeof meant === "number") return read.kind === "number" && read.number === meant;
  if (typeof meant === "boolean") return read.kind === "boolean" && read.boolean === meant;
  return read.kind === "text" ? sameText(read.text, meant) : read.kind === "empty" && meant === "";
}

/** Text that is too long for a cell, or not Unicode, is mended when it is printed. */
function sameText(read: string, meant: string): boolean {
  return read === meant || meant.length > MAX_TEXT || (read.length === meant.length && !isWellFormed(meant));
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u.test(text);
}
