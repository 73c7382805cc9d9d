// Prints a book described as data into the bytes of an .xlsx file.
import type ExcelJS from "exceljs";
import type { DataValidation, Workbook, Worksheet } from "exceljs";
import { address, columnLetters } from "../core/cells.js";
import { serialOf } from "../core/figure/date.js";
import type { Area, Book, Page, PageCell, PageRow, PageValue } from "../sheets/page.js";
import type { Codec } from "./codec.js";
import { webCodec } from "./codec.js";
import type { EarlierPrint, RowIndex } from "./print-earlier.js";
import type { FinishedPackage } from "./print-finish.js";
import { finishPackage } from "./print-finish.js";
import type { TakenRow } from "./print-rows.js";
import { frameBook, linkTarget, LooksMoved } from "./print-rows.js";
import type { StyleCache } from "./print-style.js";
import { sharedFormulas } from "./print-shared.js";
import type { SharedFormulas } from "./print-shared.js";
import { cellStyle, conditionStyle } from "./print-style.js";
import { cellText, needsQuotePrefix, shortened } from "./print-text.js";
import { excelValidation } from "./print-validation.js";

/** No clock of ours goes into a workbook. */
const MADE = new Date(Date.UTC(2024, 0, 1));
const PROGRAM = "Tổng hợp";
const PAPER = { A3: 8, A4: 9 } as const;
const MM_PER_INCH = 25.4;
const TAB_COLORS = { input: "FFD9A441", output: "FF4F7F52", help: "FF6B7A90" } as const;

/**
 * The bytes of a workbook. The same book and codec give the same bytes.
 * Formula cells are written with their computed value; text is always text; protected sheets have no password.
 * @throws when the book itself is at fault: a number that is not finite, two sheets of one name
 */
export async function printBook(book: Book, codec: Codec = webCodec): Promise<Uint8Array> {
  return (await printAfter(null, book, codec)).bytes;
}

/** A printed workbook: its bytes, and what the next printing of the same round can take over. */
export interface Printed {
  readonly bytes: Uint8Array;
  readonly index: RowIndex;
  /** Rows that were copied from the earlier printing, by sheet name. */
  readonly taken: ReadonlyMap<string, readonly TakenRow[]>;
}

/** The same bytes as `printBook`; rows whose mark is that of an earlier printing are copied from there. */
export async function printAfter(earlier: EarlierPrint | null, book: Book, codec: Codec): Promise<Printed> {
  try {
    const { bytes, filled } = await printedPackage(earlier, book, codec);
    return {
      bytes,
      index: new Map([...filled].map(([name, { index }]) => [name, index])),
      taken: new Map([...filled].map(([name, { taken }]) => [name, taken])),
    };
  } catch (problem) {
    if (earlier !== null && problem instanceof LooksMoved) return printAfter(null, book, codec);
    throw problem;
  }
}

/** Loads what draws workbooks, which takes a while. Whoever has to wait for something else may do it beforehand. */
export async function loadPrinter(): Promise<typeof Workbook> {
  return (await import("exceljs/lib/doc/workbook.js")).default;
}

async function printedPackage(earlier: EarlierPrint | null, book: Book, codec: Codec): Promise<FinishedPackage> {
  const Printer = await loadPrinter();
  const workbook = new Printer();
  describeWorkbook(workbook, book);
  const styles: StyleCache = new Map();
  const framed = frameBook(book, styles, earlier);
  for (const page of framed.book.pages) printPage(workbook, page, styles);
  const raw = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } } as object);
  return finishPackage(new Uint8Array(raw), framed, styles, codec);
}

function describeWorkbook(workbook: Workbook, book: Book): void {
  const active = Math.max(
    0,
    book.pages.findIndex((page) => page.visibility === "visible"),
  );
  workbook.creator = PROGRAM;
  workbook.lastModifiedBy = PROGRAM;
  workbook.created = MADE;
  workbook.modified = MADE;
  workbook.title = shortened(book.title, 250);
  workbook.calcProperties = { fullCalcOnLoad: true };
  workbook.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: active, activeTab: active, visibility: "visible" }];
}

function printPage(workbook: Workbook, page: Page, styles: StyleCache): void {
  const sheet = workbook.addWorksheet(page.name, {
    state: page.visibility,
    ...(page.tab === undefined ? {} : { properties: { tabColor: { argb: TAB_COLORS[page.tab] } } }),
  });
  page.columns.forEach((column, index) => {
    const made = sheet.getColumn(index + 1);
    made.width = column.width;
    if (column.hidden === true) made.hidden = true;
  });
  const shared = sharedFormulas(page);
  for (const row of page.rows) printRow(sheet, row, styles, shared);
  for (const m of page.merges) sheet.mergeCells(m.top, m.left, m.bottom, m.right);
  addChecks(sheet, page);
  setUpView(sheet, page);
  setUpPrint(sheet, page);
  if (page.protected) protect(sheet);
}

function printRow(sheet: Worksheet, line: PageRow, styles: StyleCache, shared: SharedFormulas): void {
  const row = sheet.getRow(line.row);
  if (line.height !== undefined) row.height = line.height;
  if (line.hidden === true) row.hidden = true;
  for (const [column, cell] of line.cells) {
    const quoted = cell.formula === undefined && typeof cell.value === "string" && needsQuotePrefix(cell.value);
    const made = row.getCell(column);
    made.value = excelValue(cell, shared.get(cell)?.first);
    made.style = cellStyle(cell, quoted, styles);
  }
}

/** @param first the cell whose formula this one shares, itself aside */
function excelValue(cell: PageCell, first: string | undefined): ExcelJS.CellValue {
  const value = plainValue(cell.value);
  const result = value === null ? {} : { result: value };
  if (cell.asAbove === true && first !== undefined) return { sharedFormula: first, ...result };
  if (cell.formula !== undefined) return { formula: cell.formula, ...result };
  if (cell.link !== undefined && typeof value === "string" && value !== "") {
    return { text: value, hyperlink: linkTarget(cell.link) };
  }
  return value === "" ? null : value;
}

function plainValue(value: PageValue): string | number | boolean | null {
  if (typeof value === "string") return cellText(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`a cell cannot hold ${String(value)}`);
  if (typeof value === "object" && value !== null) return serialOf(value.date);
  return value;
}

/** exceljs has this collection but does not declare it. */
interface ValidatedSheet {
  readonly dataValidations: { add(area: string, validation: DataValidation): unknown };
}

function addChecks(sheet: Worksheet, page: Page): void {
  const validated = sheet as Worksheet & ValidatedSheet;
  for (const v of page.validations) validated.dataValidations.add(areaText(v.area), excelValidation(v));
  page.conditions.forEach((condition, index) => {
    sheet.addConditionalFormatting({
      ref: areaText(condition.area),
      rules: [{ type: "expression", priority: index + 1, formulae: [condition.formula], style: conditionStyle(condition.style) }],
    });
  });
  if (page.filter !== undefined) sheet.autoFilter = areaText(page.filter);
}

function setUpView(sheet: Worksheet, page: Page): void {
  const freeze = page.freeze;
  sheet.views = [
    freeze === undefined
      ? { state: "normal", showGridLines: false }
      : { state: "frozen", xSplit: freeze.columns, ySplit: freeze.rows, showGridLines: false },
  ];
}

function setUpPrint(sheet: Worksheet, page: Page): void {
  const { margins, repeatRows, repeatColumns } = page.print;
  const inches = (mm: number): number => Math.round((mm / MM_PER_INCH) * 1000) / 1000;
  Object.assign(sheet.pageSetup, {
    paperSize: PAPER[page.print.paper ?? "A4"],
    orientation: page.print.landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: page.print.pagesWide ?? 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      right: inches(margins.right),
      header: inches(8),
      footer: inches(8),
    },
  });
  if (repeatRows !== undefined) sheet.pageSetup.printTitlesRow = `${String(repeatRows[0])}:${String(repeatRows[1])}`;
  if (repeatColumns !== undefined) sheet.pageSetup.printTitlesColumn = repeatColumns.map(columnLetters).join(":");
  if (page.print.footer !== undefined) sheet.headerFooter.oddFooter = page.print.footer;
}

/** No password: protection keeps hands off by mistake, it is not a secret. Nothing in it is awaited, exceljs only wraps it. */
function protect(sheet: Worksheet): void {
  void sheet.protect("", { formatColumns: true, formatRows: true, selectLockedCells: true, selectUnlockedCells: true });
}

function areaText(area: Area): string {
  const first = address(area.top, area.left);
  const last = address(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}
