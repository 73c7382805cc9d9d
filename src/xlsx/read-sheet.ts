// One worksheet part → its cells with a value. Cells in the form that every common program writes are taken by a fast path.
import { address, cellKey, parseAddress, type Cell } from "../core/cells.js";
import { fail } from "./fault.js";
import { cellStarts, fastCell, fastRow } from "./read-fast-cell.js";
import { cellFault, putCell, type BookContext, type CellTaker, type RawCell, type SheetContext } from "./read-cell.js";
import { stringItem } from "./read-strings.js";
import { XmlScanner } from "./xml.js";
import { checkAttributes, checkBlank, skipKnown } from "./xml-known.js";
import { type CharacterCodes, characterCodes, type PartText } from "./xml-text.js";

const ROW_ATTRIBUTES = new Set(
  "r spans s customFormat ht hidden customHeight outlineLevel collapsed thickTop thickBot ph".split(" "),
);
const CELL_ATTRIBUTES = new Set(["r", "s", "t", "cm", "vm", "ph"]);

/** Where reading stands within the rows of a sheet. */
interface RowState {
  readonly context: SheetContext;
  readonly codes: CharacterCodes;
  /** All addresses seen, once rows or cells are found out of order; null before. */
  readonly seen: Set<number> | null;
  row: number;
  column: number;
}

const LAST_ROW = 1048576;
const LAST_COLUMN = 16384;

/**
 * Reads a worksheet part. Faults of single cells go to the findings of `book`; a part that is no sheet throws a content fault.
 * @param sheet name of the sheet, for findings
 */
export function readSheet(source: PartText, sheet: string, book: BookContext): Map<number, Cell>;
/** The same; the cells are given to what `into` makes, which is made anew when the sheet has to be read a second time. */
export function readSheet<T extends CellTaker>(source: PartText, sheet: string, book: BookContext, into: () => T): T;
export function readSheet(
  source: PartText,
  sheet: string,
  book: BookContext,
  into: () => CellTaker = () => new Map<number, Cell>(),
): CellTaker {
  const before = { count: book.count, findings: book.findings.length };
  const inOrder = readOnce(source, sheet, book, into(), null);
  if (inOrder !== null) return inOrder;
  book.count = before.count;
  book.findings.length = before.findings;
  return readOnce(source, sheet, book, into(), new Set())!;
}

/** Null when addresses do not only go up and `seen` was not given. */
function readOnce(
  source: PartText,
  sheet: string,
  book: BookContext,
  cells: CellTaker,
  seen: Set<number> | null,
): CellTaker | null {
  const scanner = new XmlScanner(source);
  while (scanner.next() === "text");
  if (!scanner.isMain("worksheet")) scanner.malformed();
  const context: SheetContext = { book, sheet, source, cells, faults: 0 };
  const state: RowState = { context, codes: characterCodes(source), seen, row: 0, column: 0 };
  let found = false;
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    if (!scanner.isMain("sheetData")) {
      scanner.skip();
      continue;
    }
    if (found) scanner.malformed();
    found = true;
    if (!readRows(scanner, state)) return null;
  }
  if (!found) scanner.malformed();
  while (scanner.next() !== "eof") if (scanner.kind === "start") scanner.malformed();
  return context.cells;
}

/** False when a row or cell stands out of order. */
function readRows(scanner: XmlScanner, state: RowState): boolean {
  for (;;) {
    const last = state.row;
    let row = state.seen === null ? fastRow(scanner) : 0;
    if (row === 0) {
      const kind = scanner.next();
      if (kind === "end") return true;
      checkBlank(scanner);
      if (kind !== "start") continue;
      if (!scanner.isMain("row")) {
        skipKnown(scanner);
        continue;
      }
      checkAttributes(scanner, ROW_ATTRIBUTES);
      row = rowNumber(scanner.attribute("r"), state.context.sheet);
    }
    state.row = row < 0 ? last + 1 : row;
    state.column = 0;
    if (state.row > LAST_ROW) fail("cells/out-of-range", { sheet: state.context.sheet, cell: null, found: `A${state.row}` });
    if (state.row <= last && state.seen === null) return false;
    if (!readRow(scanner, state, row < 0, last)) return false;
  }
}

/** The number of a row as written; -1 when it is left out. */
function rowNumber(written: string | null, sheet: string): number {
  if (written === null) return -1;
  if (!/^[0-9]{1,10}$/u.test(written) || Number(written) < 1)
    return fail("cells/bad-address", { sheet, found: written.slice(0, 40) });
  return Number(written);
}

/** Reads the cells of the row that has just started. A row without number takes that of its first addressed cell. */
function readRow(scanner: XmlScanner, state: RowState, unnumbered: boolean, last: number): boolean {
  let free = unnumbered;
  for (;;) {
    if (!free && state.seen === null && scanner.defaultIsMain && !scanner.closing) takeFastCells(scanner, state);
    const kind = scanner.next();
    if (kind === "end") return true;
    checkBlank(scanner);
    if (kind !== "start") continue;
    if (!scanner.isMain("c")) {
      skipKnown(scanner, "extLst");
      continue;
    }
    if (!readCell(scanner, state, free, last)) return false;
    free = false;
  }
}

function takeFastCells(scanner: XmlScanner, state: RowState): void {
  const { codes, context } = state;
  let at = scanner.at;
  while (cellStarts(codes, at)) {
    const next = fastCell(codes, at, state, context);
    if (next < 0) break;
    at = next;
  }
  scanner.jump(at);
}

/** Reads the cell that has just started, in whatever form; false when it stands out of order. */
function readCell(scanner: XmlScanner, state: RowState, free: boolean, last: number): boolean {
  const { context, seen } = state;
  const written = scanner.attribute("r");
  const place = written === null ? null : addressOf(written, context.sheet);
  const row = place?.row ?? state.row;
  const column = place?.column ?? state.column + 1;
  if (free) state.row = row;
  if (row !== state.row) fail("cells/row-mismatch", { sheet: context.sheet, cell: address(row, column), expected: state.row });
  if (column > LAST_COLUMN) fail("cells/out-of-range", { sheet: context.sheet, found: `${column}` });
  if (seen === null && (column <= state.column || (free && row <= last))) return false;
  state.column = column;
  const raw = rawCell(scanner, context, row, column);
  if (seen === null) putCell(context, raw);
  else if (seen.has(cellKey(row, column))) cellFault(context, row, column, "cells/duplicate", {});
  else {
    seen.add(cellKey(row, column));
    putCell(context, raw);
  }
  return true;
}

function addressOf(written: string, sheet: string): { row: number; column: number } {
  const place = /[$a-z]/u.test(written) ? null : parseAddress(written);
  if (place !== null) return place;
  const code = /^[A-Z]{1,6}[0-9]{1,9}$/u.test(written) ? "cells/out-of-range" : "cells/bad-address";
  return fail(code, { sheet, found: written.slice(0, 40) });
}

/** Attributes and children of the cell that has just started, up to its end. */
function rawCell(scanner: XmlScanner, context: SheetContext, row: number, column: number): RawCell {
  checkAttributes(scanner, CELL_ATTRIBUTES);
  const style = Number(scanner.attribute("s") ?? 0);
  const type = scanner.attribute("t") ?? "n";
  let value: string | null = null;
  let formula: string | null = null;
  let inline: string | null = null;
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    checkBlank(scanner);
    if (kind !== "start") continue;
    if (scanner.isMain("v")) value = once(value, scanner.elementText(), context, row, column);
    else if (scanner.isMain("f")) formula = once(formula, scanner.elementText(), context, row, column);
    else if (scanner.isMain("is")) inline = once(inline, stringItem(scanner), context, row, column);
    else skipKnown(scanner, "extLst");
  }
  const inText = type === "inlineStr" && formula === null;
  if (inline === null ? inText && value !== null : type !== "inlineStr" || value !== null) scanner.malformed();
  return { row, column, style, type, value, formula, inline };
}

/** A content that a cell may have only once. */
function once(earlier: string | null, text: string, context: SheetContext, row: number, column: number): string {
  return earlier === null ? text : fail("cells/duplicate", { sheet: context.sheet, cell: address(row, column) });
}
