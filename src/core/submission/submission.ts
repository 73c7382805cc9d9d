// A submission is a filled form, read: the figures of one unit and period, with the places where they stood.
import type { Cell, WorkbookCells } from "../cells.js";
import { address, cellAt } from "../cells.js";
import type { RoundDefinition } from "../definition/definition.js";
import { EXPLANATION_SUFFIX, readExplanation, readSubmissionNumber, SUBMISSION_NUMBER } from "./explanations.js";
import type { Field, List } from "../definition/field.js";
import type { FigureContext } from "../figure/figure.js";
import { readFigure } from "../figure/figure.js";
import type { Figures, FigureValue, ListRow } from "../figure/figures.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import { orderFindings } from "../round/finding-order.js";
import type { FormLayout } from "./form-layout.js";
import type { FormSheets } from "./form-sheets.js";
import { findSheets } from "./form-sheets.js";
import type { InputPlace, InputPlaces } from "./input-places.js";
import { locateInputs } from "./input-places.js";
import { checkIntegrity } from "./integrity.js";
import { sheetPlan } from "./layout-plan.js";
import type { ListArea } from "./list-rows.js";
import { filledRows, locateList, readList } from "./list-rows.js";
import type { DecimalMark } from "../figure/number-text.js";
import { readNumberText } from "../figure/number-text.js";
import type { Unit } from "../definition/unit.js";

/** Where an input was found. */
export interface Place {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
}

export interface Submission {
  /** Unit code. */
  readonly unit: string;
  /** Period id. */
  readonly period: string;
  /** Lần báo cáo: 1, 2, 3 … */
  readonly submissionNumber: number;
  readonly figures: Figures;
  /** Giải trình by target id (or rule id); blank ones are left out. */
  readonly explanations: ReadonlyMap<string, string>;
  /** By input name, and `listPlace` for cells of lists; absent when the submission was not read from a form. */
  readonly places?: ReadonlyMap<string, Place>;
  /** Names of inputs (and `listPlace` keys) where something stands that could not be read. */
  readonly unreadable?: ReadonlySet<string>;
}

/** Key in `places` and `unreadable` of a list's cell; rows count from 0 in the order of the figures. */
export function listPlace(list: string, row: number, column: string): string {
  return `${list}[${String(row)}].${column}`;
}

/** What is collected while a form is read. */
interface Reading {
  readonly values: Map<string, FigureValue>;
  readonly lists: Map<string, readonly ListRow[]>;
  readonly places: Map<string, Place>;
  readonly unreadable: Set<string>;
  readonly findings: Finding[];
}

/**
 * Reads a returned form. Never throws for what stands in it.
 * @param workbook cells as read from the file
 * @param definition the round's definition: of the control workbook, or the one that the form carries
 * @param layout where the form of the unit's kind was printed
 * @param unit the unit that the hidden sheet names
 * @returns the submission, null when no figure could be located; and what was found about reading, places and tampering, errors
 *   first. Whether the figures agree with each other is judged by `checkSubmission`.
 */
export function readSubmission(
  workbook: WorkbookCells,
  definition: RoundDefinition,
  layout: FormLayout,
  unit: Unit,
): { readonly submission: Submission | null; readonly findings: readonly Finding[] } {
  const sheets = findSheets(workbook, layout);
  const located = locateInputs(workbook, layout, sheets, unit.code);
  const reading: Reading = { values: new Map(), lists: new Map(), places: new Map(), unreadable: new Set(), findings: [] };
  reading.findings.push(...sheetFindings(sheets, layout, unit.code), ...located.findings);
  const lists = locateLists(workbook, definition, layout, sheets, unit.code, reading);
  const decimalMark = provenMark(definition, located, lists);
  const common = {
    unit: unit.code,
    date1904: workbook.date1904,
    period: definition.period,
    decimalMark,
    unitCodes: codesByNumber(definition),
  };
  readFields(definition, layout, located, common, reading);
  readLists(lists, common, reading);
  const explanations = readExplanations(layout, located, unit.code, reading);
  const number = submissionNumber(layout, located, unit.code, reading);
  const submission: Submission = {
    unit: unit.code,
    period: definition.period.id,
    submissionNumber: number,
    figures: { values: reading.values, lists: reading.lists },
    explanations,
    places: reading.places,
    unreadable: reading.unreadable,
  };
  const incomplete = reading.unreadable.size > 0;
  const tampering = checkIntegrity({
    workbook,
    definition,
    layout,
    unit,
    sheets,
    located,
    areas: lists.map(({ area }) => area),
    figures: submission.figures,
    incomplete,
  });
  const figureInputs = layout.inputs.filter((input) => input.role === "figure");
  const nothing = figureInputs.length > 0 && !figureInputs.some((input) => located.places.has(input.name));
  return { submission: nothing ? null : submission, findings: orderFindings([...reading.findings, ...tampering]) };
}

function sheetFindings(sheets: FormSheets, layout: FormLayout, unit: string): readonly Finding[] {
  const renamed = [...sheets.found.values()].filter((sheet) => sheet.cells.name !== sheet.name);
  const needed = new Set([...layout.inputs, ...layout.lists].map((part) => part.sheet));
  return [
    ...sheets.missing.map((name) =>
      finding("form/sheet-missing", needed.has(name) ? "error" : "warning", { unit, expected: name }),
    ),
    ...renamed.map(({ name, cells }) =>
      finding("form/sheet-renamed", "warning", { unit, sheet: cells.name, found: cells.name, expected: name }),
    ),
  ];
}

const fieldIndexes = new WeakMap<RoundDefinition, ReadonlyMap<string, Field>>();

function fieldsById(definition: RoundDefinition): ReadonlyMap<string, Field> {
  const known = fieldIndexes.get(definition) ?? new Map(definition.fields.map((field) => [field.id, field]));
  fieldIndexes.set(definition, known);
  return known;
}

const unitCodes = new WeakMap<RoundDefinition, ReadonlyMap<number, readonly string[]>>();

/** Unit codes of digits only, by the number that a program makes of them. */
function codesByNumber(definition: RoundDefinition): ReadonlyMap<number, readonly string[]> {
  const known = unitCodes.get(definition);
  if (known !== undefined) return known;
  const codes = new Map<number, string[]>();
  for (const { code } of definition.units) {
    if (/^\d{1,15}$/u.test(code)) codes.set(Number(code), [...(codes.get(Number(code)) ?? []), code]);
  }
  unitCodes.set(definition, codes);
  return codes;
}

type Common = Omit<FigureContext, "sheet" | "cell">;

function readFields(definition: RoundDefinition, layout: FormLayout, located: InputPlaces, common: Common, to: Reading): void {
  const fields = fieldsById(definition);
  for (const { role, name } of layout.inputs) {
    const field = fields.get(name);
    if (role !== "figure" || field === undefined) continue;
    const place = located.places.get(name);
    if (place === undefined) {
      to.values.set(name, null);
      to.unreadable.add(name);
      continue;
    }
    const at = { ...common, ...placeOf(place) };
    const { value, findings, readable } = readFigure(cellAt(place.sheet, place.row, place.column), field, at);
    to.values.set(name, value);
    to.places.set(name, placeOf(place));
    if (!readable) to.unreadable.add(name);
    to.findings.push(...findings);
  }
}

/** A list with the table that it was found in. */
interface FoundList {
  readonly list: List;
  readonly area: ListArea;
}

function locateLists(
  workbook: WorkbookCells,
  definition: RoundDefinition,
  layout: FormLayout,
  sheets: FormSheets,
  unit: string,
  to: Reading,
): readonly FoundList[] {
  return layout.lists.flatMap((layoutList) => {
    const list = definition.lists.find((candidate) => candidate.id === layoutList.list);
    const sheet = sheets.found.get(layoutList.sheet)?.cells;
    if (list === undefined || sheet === undefined) return [];
    const area = locateList(workbook, list, layoutList, sheet, sheetPlan(layout, layoutList.sheet).printed, unit);
    if (!("code" in area)) return [{ list, area }];
    to.findings.push(area);
    to.unreadable.add(list.id);
    return [];
  });
}

function readLists(found: readonly FoundList[], common: Common, to: Reading): void {
  for (const { list, area } of found) {
    const { rows, cells, unreadable, findings } = readList(list, area, common);
    const sheet = area.sheet.name;
    to.lists.set(list.id, rows);
    to.findings.push(...findings);
    cells.forEach((row, i) => row.forEach((cell, column) => to.places.set(listPlace(list.id, i, column), { sheet, cell })));
    unreadable.forEach((columns, i) => columns.forEach((column) => to.unreadable.add(listPlace(list.id, i, column))));
  }
}

function readExplanations(layout: FormLayout, located: InputPlaces, unit: string, to: Reading): ReadonlyMap<string, string> {
  const explanations = new Map<string, string>();
  for (const { role, name, label } of layout.inputs) {
    const place = located.places.get(name);
    if (role !== "explanation" || place === undefined) continue;
    to.places.set(name, placeOf(place));
    const at = { unit, field: name, ...placeOf(place), data: { label } };
    const { text, findings } = readExplanation(cellAt(place.sheet, place.row, place.column), at);
    to.findings.push(...findings);
    const about = name.endsWith(EXPLANATION_SUFFIX) ? name.slice(0, -EXPLANATION_SUFFIX.length) : name;
    if (text !== "") explanations.set(about, text);
  }
  return explanations;
}

function submissionNumber(layout: FormLayout, located: InputPlaces, unit: string, to: Reading): number {
  const input = layout.inputs.find((candidate) => candidate.role === "submissionNumber");
  if (input === undefined) return 1;
  const place = located.places.get(input.name);
  const cell = place === undefined ? undefined : cellAt(place.sheet, place.row, place.column);
  const at = place === undefined ? { sheet: null, cell: null } : placeOf(place);
  const { number, findings } = readSubmissionNumber(cell, { unit, ...at });
  to.findings.push(...findings);
  if (place !== undefined) to.places.set(SUBMISSION_NUMBER, placeOf(place));
  return number;
}

function placeOf(place: InputPlace): Place {
  return { sheet: place.sheet.name, cell: address(place.row, place.column) };
}

/** The decimal mark that texts in numeric inputs prove (`95,5`, `1.234.567`); null when none does or they contradict each other. */
function provenMark(definition: RoundDefinition, located: InputPlaces, lists: readonly FoundList[]): DecimalMark | null {
  const marks = new Set<DecimalMark>();
  const look = (cell: Cell | undefined): void => {
    const reading = cell?.value.kind === "text" ? readNumberText(cell.value.text) : null;
    if (reading?.kind === "number" && reading.mark !== null) marks.add(reading.mark);
  };
  for (const field of definition.fields.filter(isNumeric)) {
    const place = located.places.get(field.id);
    if (place !== undefined) look(cellAt(place.sheet, place.row, place.column));
  }
  for (const { list, area } of lists) {
    const columns = list.columns.filter(isNumeric).flatMap((column) => area.columns.get(column.id) ?? []);
    for (const row of filledRows(area)) columns.forEach((column) => look(cellAt(area.sheet, row, column)));
  }
  return marks.size === 1 ? [...marks][0]! : null;
}

function isNumeric(field: Field): boolean {
  return field.type === "count" || field.type === "decimal";
}
