// What a live sheet has besides its cells: widths, merged cells, frozen rows, filter, checks of entries, printing.
import { address, columnLetters } from "../core/cells.js";
import type { Area, Page, Validation } from "../sheets/page.js";
import { rangeOf } from "./live-looks.js";
import { runs } from "./rectangles.js";
import { can } from "./support.js";

const POINTS_PER_MM = 72 / 25.4;
const TAB_COLORS = { input: "#D9A441", output: "#4F7F52", help: "#6B7A90" } as const;
const MOST_TITLE = 32;
const MOST_WORDS = 255;

/** Points of a column that is so many characters wide: 7 pixels a digit and 5 of padding, 96 pixels an inch. */
function columnPoints(characters: number): number {
  return Math.trunc(characters * 7 + 5) * 0.75;
}

/** Sets up a sheet as the page wants it; what an older Excel lacks is left out. */
export function setLayout(sheet: Excel.Worksheet, page: Page): void {
  for (const { left, right, key } of runs(page.columns.length, (i) => String(page.columns[i - 1]!.width))) {
    sheet.getRangeByIndexes(0, left - 1, 1, right - left + 1).format.columnWidth = columnPoints(Number(key));
  }
  if (page.freeze !== undefined) freeze(sheet, page.freeze);
  if (page.tab !== undefined) sheet.tabColor = TAB_COLORS[page.tab];
  if (can("gridlines")) sheet.showGridlines = false;
  if (can("validation")) for (const one of page.validations) setValidation(rangeOf(sheet, one.area).dataValidation, one);
  if (can("filter") && page.filter !== undefined) sheet.autoFilter.apply(rangeOf(sheet, page.filter));
  if (can("pageLayout")) setPrinting(sheet.pageLayout, page);
}

function freeze(sheet: Excel.Worksheet, { rows, columns }: { readonly rows: number; readonly columns: number }): void {
  const last = address(Math.max(1, rows), Math.max(1, columns));
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRange(`A1:${last}`));
  else if (rows > 0) sheet.freezePanes.freezeAt(sheet.getRange(`1:${String(rows)}`));
  else if (columns > 0) sheet.freezePanes.freezeAt(sheet.getRange(`A:${columnLetters(columns)}`));
}

function setPrinting(layout: Excel.PageLayout, { print }: Page): void {
  const points = (mm: number): number => Math.round(mm * POINTS_PER_MM * 10) / 10;
  layout.orientation = print.landscape ? "Landscape" : "Portrait";
  layout.paperSize = print.paper === "A3" ? "A3" : "A4";
  layout.zoom = { horizontalFitToPages: print.pagesWide ?? 1 };
  layout.centerHorizontally = true;
  layout.topMargin = points(print.margins.top);
  layout.bottomMargin = points(print.margins.bottom);
  layout.leftMargin = points(print.margins.left);
  layout.rightMargin = points(print.margins.right);
  if (print.repeatRows !== undefined) layout.setPrintTitleRows(`$${print.repeatRows.join(":$")}`);
  if (print.repeatColumns !== undefined) layout.setPrintTitleColumns(`$${print.repeatColumns.map(columnLetters).join(":$")}`);
}

function setValidation(validation: Excel.DataValidation, check: Validation): void {
  validation.rule = ruleOf(check);
  validation.ignoreBlanks = check.allowBlank;
  if (check.prompt !== undefined) {
    const title = cut(check.promptTitle ?? "", MOST_TITLE);
    validation.prompt = { showPrompt: true, title, message: cut(check.prompt, MOST_WORDS) };
  }
  validation.errorAlert = {
    showAlert: true,
    style: check.strength === "stop" ? "Stop" : "Warning",
    title: cut(check.errorTitle ?? "", MOST_TITLE),
    message: cut(check.error ?? "", MOST_WORDS),
  };
}

function ruleOf(check: Validation): Excel.DataValidationRule {
  const { formula } = check;
  if (check.kind === "custom") return { custom: { formula: `=${formula ?? "TRUE"}` } };
  if (check.kind === "list") {
    return { list: { inCellDropDown: true, source: formula === undefined ? (check.words ?? []).join(",") : `=${formula}` } };
  }
  const limits = limitsOf(check);
  if (check.kind === "date") return { date: { ...limits, formula1: String(limits.formula1) } as Excel.DateTimeDataValidation };
  const rule = limits as Excel.BasicDataValidation;
  return check.kind === "whole" ? { wholeNumber: rule } : check.kind === "decimal" ? { decimal: rule } : { textLength: rule };
}

const LOWEST = -1e15;

function limitsOf({ kind, min, max }: Validation): { formula1: number | string; formula2?: number | string; operator: string } {
  if (min !== undefined && max !== undefined) return { formula1: min, formula2: max, operator: "Between" };
  if (max !== undefined) return { formula1: max, operator: "LessThanOrEqualTo" };
  const least = min ?? (kind === "date" ? "1900-01-01" : kind === "textLength" ? 0 : LOWEST);
  return { formula1: least, operator: "GreaterThanOrEqualTo" };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** Takes looks, and layout unless it stays, away from an area that is drawn anew. */
export function clearLayout(sheet: Excel.Worksheet, area: Area, keepsLayout: boolean, keepsLinks: boolean): void {
  const range = rangeOf(sheet, area);
  range.conditionalFormats.clearAll();
  range.unmerge();
  range.clear("Formats");
  // A file links each figure to its report; on a live sheet the link would stay where another unit's row comes to stand.
  if (!keepsLinks) range.clear("Hyperlinks");
  if (!keepsLayout && can("validation")) range.dataValidation.clear();
}
