// Whether a returned form is still the form that was sent: printed texts, formulas, extra sheets, figures outside, links.
import type { Cell, SheetCells, WorkbookCells } from "../cells.js";
import { address, cellAt, keyColumn, keyRow } from "../cells.js";
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
import { numberText, readNumberText } from "../figure/number-text.js";
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
  readonly figures: Figures;
  /** True when some input could not be located or read: results that depend on it cannot be judged. */
  readonly incomplete: boolean;
}

/** Most places that one finding lists, and most findings of one kind. */
const MOST_LISTED = 10;

/** All that was changed in a form apart from its inputs. */
export function checkIntegrity(form: ReturnedForm): readonly Finding[] {
  return [
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

function shownText(cell: Cell | undefined): string {
  const value = cell?.value;
  if (value?.kind === "text" || value?.kind === "error") return value.text;
  if (value?.kind === "number") return numberText(value.number);
  return value?.kind === "boolean" ? String(value.boolean).toUpperCase() : "";
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

function isFigure({ value }: Cell): boolean {
  return value.kind === "number" || (value.kind === "text" && value.text.length <= 40 && readNumberText(value.text) !== null);
}

/** Numbers to the right of and below everything that the form prints. */
function checkOutside(form: ReturnedForm): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { sheet: name, rows, columns } of form.layout.extents) {
    const sheet = form.sheets.found.get(name)?.cells;
    if (sheet === undefined) continue;
    const beyond = [...sheet.cells.keys()].filter((key) => keyRow(key) > rows || keyColumn(key) > columns);
    const grown = beyond.length === 0 ? { rows: 0, columns: 0 } : growth(name, form);
    const cells = beyond.filter((key) => {
      const isBeyond = keyRow(key) > rows + grown.rows || keyColumn(key) > columns + grown.columns;
      return isBeyond && isFigure(sheet.cells.get(key)!);
    });
    if (cells.length > 0) findings.push(outside(sheet, cells, form.unit.code));
  }
  return findings;
}

function outside(sheet: SheetCells, cells: readonly number[], unit: string): Finding {
  const listed = [...cells].sort((a, b) => a - b).slice(0, MOST_LISTED);
  const addresses = listed.map((key) => address(keyRow(key), keyColumn(key)));
  const list = addresses.join(", ") + (cells.length > addresses.length ? " …" : "");
  const facts = { unit, sheet: sheet.name, cell: addresses[0]!, found: shownText(sheet.cells.get(listed[0]!)) };
  return finding("form/outside-figures", "warning", { ...facts, data: { list, count: cells.length } });
}

/** How many rows and columns were inserted into a sheet, as far as its inputs, lists and printed texts moved. */
function growth(name: string, { layout, located, workbook, sheets }: ReturnedForm): { rows: number; columns: number } {
  const sheet = sheets.found.get(name);
  const moves = layout.inputs.flatMap((input) => {
    const place = input.sheet === name ? located.places.get(input.name) : undefined;
    return place === undefined ? [] : [{ rows: place.row - input.row, columns: place.column - input.column }];
  });
  for (const text of layout.texts) {
    if (text.sheet !== name || sheet === undefined || shownText(cellAt(sheet.cells, text.row, text.column)) === text.text)
      continue;
    const places = cellsWithText(sheet.cells, text.text);
    if (places.length === 1) moves.push({ rows: places[0]!.row - text.row, columns: places[0]!.column - text.column });
  }
  for (const list of layout.lists) {
    const bottoms = list.sheet === name ? list.columns.map((column) => workbook.names.get(column.name)?.bottom ?? 0) : [];
    moves.push(...bottoms.map((bottom) => ({ rows: bottom - (list.firstRow + list.rows - 1), columns: 0 })));
  }
  return moves.reduce((most, move) => ({ rows: Math.max(most.rows, move.rows), columns: Math.max(most.columns, move.columns) }), {
    rows: 0,
    columns: 0,
  });
}

function checkLinks({ workbook, unit }: ReturnedForm): readonly Finding[] {
  const links = workbook.externalLinks;
  if (links.length === 0) return [];
  const list = links.slice(0, MOST_LISTED).join(", ") + (links.length > MOST_LISTED ? " …" : "");
  return [finding("form/external-links", "warning", { unit: unit.code, found: links[0]!, data: { list, count: links.length } })];
}
