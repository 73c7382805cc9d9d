// Whether a returned form is still the form that was sent: heading, printed texts, formulas, extra sheets, figures outside, links.
import type { SheetCells, WorkbookCells } from "../cells.js";
import { address, cellAt } from "../cells.js";
import type { RoundDefinition } from "../definition/definition.js";
import type { Figures } from "../figure/figures.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import type { FormLayout, LayoutText } from "./form-layout.js";
import { HIDDEN_SHEET } from "./form-layout.js";
import type { FormSheet, FormSheets } from "./form-sheets.js";
import { cellsWithText, codedRow, formSheet, isCopyOfTable } from "./form-sheets.js";
import type { InputPlaces } from "./input-places.js";
import { checkResults } from "./integrity-results.js";
import type { ListArea } from "./list-rows.js";
import { checkOutside } from "./outside-figures.js";
import { isFigure, shownText } from "./shown-cell.js";
import { checkUnitHeading } from "./unit-heading.js";
import { bareText, foldText, tidy } from "../text.js";
import type { Unit } from "../definition/unit.js";

/** A returned form with everything known about where its parts stand. */
export interface ReturnedForm {
  readonly workbook: WorkbookCells;
  readonly definition: RoundDefinition;
  readonly layout: FormLayout;
  readonly unit: Unit;
  readonly sheets: FormSheets;
  readonly located: InputPlaces;
  /** Where the rows of its lists stand. */
  readonly areas: readonly ListArea[];
  readonly figures: Figures;
  /** True when some input could not be located or read: results that depend on it cannot be judged. */
  readonly incomplete: boolean;
}

/** Most places that one finding lists, and most findings of one kind. */
const MOST_LISTED = 10;

/** All that was changed in a form apart from its inputs. */
export function checkIntegrity(form: ReturnedForm): readonly Finding[] {
  return [
    ...checkUnitHeading(form),
    ...checkTexts(form),
    ...(form.incomplete ? [] : checkResults(form)),
    ...checkSheets(form),
    ...checkOutside(form),
    ...checkLinks(form),
  ];
}

function checkTexts({ layout, sheets, unit }: ReturnedForm): readonly Finding[] {
  const findings: Finding[] = [];
  for (const text of layout.texts) {
    const sheet = sheets.found.get(text.sheet);
    if (sheet === undefined || findings.length >= MOST_LISTED) continue;
    const changed = text.rowCode === null ? looseText(text, sheet, unit.code) : codedText(text, text.rowCode, sheet, unit.code);
    if (changed !== null) findings.push(changed);
  }
  return findings;
}

/** A text in a coded row says what the figure beside it means: another wording is an error, lost accents are a warning. */
function codedText(text: LayoutText, code: string, sheet: FormSheet, unit: string): Finding | null {
  const row = codedRow(sheet, code);
  if (row === null) return null;
  const column = sheet.columns.get(text.column) ?? text.column;
  const found = shownText(cellAt(sheet.cells, row, column));
  const facts = { unit, field: code, sheet: sheet.cells.name, cell: address(row, column), found, expected: text.text };
  if (found === text.text || tidy(found) === tidy(text.text)) return null;
  if (foldText(found) === foldText(text.text)) return finding("form/text-changed", "note", facts);
  return finding("form/label-changed", bareText(found) === bareText(text.text) ? "warning" : "error", facts);
}

/** A text outside the coded rows may have moved; gone or reworded it is a warning. */
function looseText(text: LayoutText, sheet: FormSheet, unit: string): Finding | null {
  const found = shownText(cellAt(sheet.cells, text.row, text.column));
  if (found === text.text || tidy(found) === tidy(text.text) || cellsWithText(sheet.cells, text.text).length > 0) return null;
  const cell = address(text.row, text.column);
  return finding("form/text-changed", "warning", { unit, sheet: sheet.cells.name, cell, found, expected: text.text });
}

/** Sheets that do not belong to the form; a copy of the table with other figures leaves open which ones are meant. */
function checkSheets(form: ReturnedForm): readonly Finding[] {
  const findings: Finding[] = [];
  for (const sheet of form.sheets.others) {
    if (sheet.visibility !== "visible" || sheet.name === HIDDEN_SHEET) continue;
    const facts = { unit: form.unit.code, sheet: sheet.name };
    if (isCopyOfTable(sheet, form.layout)) findings.push(copied(sheet, form));
    else if (holdsNumbers(sheet)) findings.push(finding("form/extra-sheet", "warning", facts));
    else if (sheet.cells.size > 0) findings.push(finding("form/extra-sheet", "note", facts));
  }
  return findings.slice(0, MOST_LISTED);
}

function copied(copy: SheetCells, form: ReturnedForm): Finding {
  const expected = form.sheets.found.get(form.layout.tableSheet)?.cells.name ?? form.layout.tableSheet;
  const there = formSheet(form.layout.tableSheet, copy, form.layout);
  const facts = { unit: form.unit.code, sheet: copy.name, expected };
  for (const input of form.layout.inputs) {
    const place = form.located.places.get(input.name);
    if (input.role !== "figure" || input.rowCode === null || place === undefined) continue;
    const row = codedRow(there, input.rowCode);
    const mine = shownText(cellAt(place.sheet, place.row, place.column));
    const other = row === null ? "" : shownText(cellAt(copy, row, place.column));
    if (other === "" || other === mine) continue;
    const data = { cell: address(row!, place.column), copy: other, original: mine };
    return finding("form/sheet-copied", "error", { ...facts, field: input.name, data });
  }
  return finding("form/sheet-copied", "warning", facts);
}

function holdsNumbers(sheet: SheetCells): boolean {
  for (const cell of sheet.cells.values()) if (isFigure(cell)) return true;
  return false;
}

function checkLinks({ workbook, unit }: ReturnedForm): readonly Finding[] {
  const links = workbook.externalLinks;
  if (links.length === 0) return [];
  const list = links.slice(0, MOST_LISTED).join(", ") + (links.length > MOST_LISTED ? " …" : "");
  return [finding("form/external-links", "warning", { unit: unit.code, found: links[0]!, data: { list, count: links.length } })];
}
