// Reads a printed workbook back with the strict reader and compares it, cell by cell, with the book that was meant.
import { address, cellKey, keyColumn, keyRow, type Cell, type CellValue } from "../core/cells.js";
import { serialOf } from "../core/figure/date.js";
import type { Book, Page, PageCell, PageRow, PageValue } from "../sheets/page.js";
import type { Codec } from "./codec.js";
import { MAX_TEXT } from "./print-text.js";
import type { CellTaker } from "./read-cell.js";
import type { Printed } from "./print.js";
import type { TakenRow } from "./print-rows.js";
import { sameBytes } from "./same-bytes.js";
import { visitWorkbook } from "./read-workbook.js";

/**
 * The first difference between what was printed and what was meant; null when there is none. Rows that were copied from an earlier
 * printing, which was itself compared, must stand there byte for byte; all others are read and compared.
 * @param bytes what `printBook` made of the book
 * @param taken rows that were copied, by sheet name
 */
export function printedDifference(bytes: Uint8Array, book: Book, codec: Codec, taken: TakenRows = NONE_TAKEN): string | null {
  const pages = new Map(book.pages.map((page) => [page.name, page]));
  const checks = new Map<string, PageCheck>();
  const copied = (name: string): readonly TakenRow[] => taken.get(name) ?? [];
  const uncopied = new Set<string>();
  const { workbook, findings } = visitWorkbook(bytes, codec, {
    cut: (name, part) => withoutCopied(part, copied(name)) ?? (uncopied.add(name), part),
    taker: (name) => {
      const check = new PageCheck(name, pages.get(name), new Set(copied(name).map(({ row }) => row)));
      checks.set(name, check);
      return check;
    },
  });
  const [name] = uncopied;
  if (name !== undefined) return `rows of the sheet ${name} are not what stood there before`;
  if (workbook === null) return findings.map((one) => `${one.code} ${one.message}`).join("; ");
  for (const check of checks.values()) if (check.difference() !== null) return check.difference();
  const missing = book.pages.find(({ name }) => !checks.has(name));
  return missing === undefined ? null : `the sheet ${missing.name} is missing`;
}

type TakenRows = Printed["taken"];

const NONE_TAKEN: TakenRows = new Map();

/** The part without the rows that were copied; null when one of them does not stand there as it did. */
function withoutCopied(part: Uint8Array, rows: readonly TakenRow[]): Uint8Array | null {
  if (rows.length === 0) return part;
  const left = new Uint8Array(part.length - rows.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let from = 0;
  let to = 0;
  const keep = (end: number): void => {
    left.set(part.subarray(from, end), to);
    to += end - from;
  };
  for (const { start, bytes } of rows) {
    const end = start + bytes.length;
    if (start < from || end > part.length || !sameBytes(part.subarray(start, end), bytes)) return null;
    keep(start);
    from = end;
  }
  keep(part.length);
  return left;
}

/** Compares the cells of one sheet with its page as they are read, and keeps none of them. */
class PageCheck implements CellTaker {
  /** Cells that were read. */
  size = 0;
  private first: string | null = null;
  private readonly rows: ReadonlyMap<number, PageRow>;
  private readonly covered: ReadonlySet<number>;

  constructor(
    private readonly name: string,
    private readonly page: Page | undefined,
    /** Rows that are not read. */
    private readonly copied: ReadonlySet<number>,
  ) {
    this.rows = new Map(page?.rows.filter(({ row }) => !copied.has(row)).map((row) => [row.row, row]));
    this.covered = page === undefined ? new Set() : coveredCells(page);
  }

  set(key: number, cell: Cell): void {
    this.size++;
    if (this.first !== null) return;
    const row = keyRow(key);
    const column = keyColumn(key);
    const meant = this.covered.has(key) ? undefined : this.rows.get(row)?.cells.get(column);
    if (meant === undefined || !sameCell(cell, meant)) this.first = `${this.name}!${address(row, column)} is not what was meant`;
  }

  /** Null when every cell that was meant, and no other, was read. */
  difference(): string | null {
    if (this.page === undefined) return `the sheet ${this.name} was not meant`;
    if (this.first !== null) return this.first;
    let meant = 0;
    for (const line of this.page.rows) {
      const { row } = line;
      if (this.copied.has(row)) continue;
      for (const [column, cell] of line.cells) if (holdsSomething(cell) && !this.covered.has(cellKey(row, column))) meant++;
    }
    return meant === this.size ? null : `the sheet ${this.name} holds ${this.size} cells, not the ${meant} that were meant`;
  }
}

function holdsSomething({ formula, value }: PageCell): boolean {
  return formula !== undefined || (value !== null && value !== "");
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

function sameCell(read: Cell, meant: PageCell): boolean {
  return read.formula === (meant.formula ?? null) && sameValue(read.value, meant.value);
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
