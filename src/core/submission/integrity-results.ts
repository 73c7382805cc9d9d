// Results printed by the form's formulas, compared with what the figures give: pasted over, cleared, or computed by another formula.
import type { Cell } from "../cells.js";
import { address, cellAt } from "../cells.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import type { LayoutFormula } from "./form-layout.js";
import type { FormSheet } from "./form-sheets.js";
import { codedRow } from "./form-sheets.js";
import type { Scope } from "../formula/index.js";
import type { ReturnedForm } from "./integrity.js";
import { sheetPlan } from "./layout-plan.js";
import { PREVIOUS_SUFFIX, unitScope } from "../verdict/scope.js";
import { bareText, tidy } from "../text.js";
import { RULE_WORDS, VERDICT_WORDS } from "../verdict/verdict-text.js";
import { ruleState, targetVerdict } from "../verdict/verdicts.js";

/** What a cell may rightly show: one of these numbers or words. */
type Expected = readonly (number | string)[];

/** Results that differ from the figures are errors when typed over a formula and warnings when another formula gives them. */
export function checkResults(form: ReturnedForm): readonly Finding[] {
  const scope = unitScope(form.definition, form.figures, null);
  const differing: Finding[] = [];
  const pasted: { readonly sheet: string; readonly cell: string }[] = [];
  for (const printed of form.layout.formulas) {
    if (printed.rowCode === null && printed.shows.kind === "other") continue;
    const sheet = form.sheets.found.get(printed.sheet);
    const row = printed.rowCode === null ? printed.row : sheet === undefined ? null : codedRow(sheet, printed.rowCode);
    if (sheet === undefined || row === null) continue;
    const column = (printed.rowCode === null ? null : sheet.columns.get(printed.column)) ?? printed.column;
    const cell = cellAt(sheet.cells, row, column);
    if (isUntouched(cell, printed) || (printed.rowCode === null && hasMoved(printed, sheet, form))) continue;
    const expected = cell === undefined || isEmpty(cell) ? null : expectedResult(printed, form, scope);
    const place = { sheet: sheet.cells.name, cell: address(row, column) };
    const differs = cell !== undefined && expected !== null && !expected.some((value) => shows(cell, value));
    const overwritten = cell?.formula === undefined || cell.formula === null;
    if (differs) differing.push(difference(form.unit.code, printed, place, cell, expected, overwritten));
    else if (overwritten) pasted.push(place);
  }
  const first = pasted[0];
  if (first === undefined) return differing;
  const note = finding("form/result-pasted", "note", { unit: form.unit.code, ...first, data: { count: pasted.length } });
  return [...differing, note];
}

/** True when a text printed in the same row as an uncoded formula is no longer there: then the row is another one. */
function hasMoved(printed: LayoutFormula, sheet: FormSheet, { layout }: ReturnedForm): boolean {
  const beside = sheetPlan(layout, printed.sheet).byRow.get(printed.row) ?? [];
  return !beside.every((text) => {
    const value = cellAt(sheet.cells, text.row, text.column)?.value;
    return value?.kind === "text" && tidy(value.text) === tidy(text.text);
  });
}

function difference(
  unit: string,
  printed: LayoutFormula,
  place: { readonly sheet: string; readonly cell: string },
  cell: Cell,
  expected: Expected,
  overwritten: boolean,
): Finding {
  const facts = { unit, field: printed.shows.id, ...place, found: shownValue(cell), expected: expected[0] ?? null };
  return finding("form/result-overwritten", overwritten ? "error" : "warning", facts);
}

/** The formula as printed (spaces aside); the further cells of a shared formula carry an empty text. */
function isUntouched(cell: Cell | undefined, printed: LayoutFormula): boolean {
  if (cell?.formula === undefined || cell.formula === null) return false;
  if (cell.formula === printed.formula || cell.formula === "") return true;
  return plain(cell.formula) === plain(printed.formula) || cell.value.kind === "error" || isEmpty(cell);
}

function plain(formula: string): string {
  return formula.replace(/^=|\s+/gu, "");
}

function isEmpty({ value }: Cell): boolean {
  return value.kind === "empty" || (value.kind === "text" && tidy(value.text) === "");
}

/** What the figures give; null when it cannot be told here: results of the period before, and cells that only show a state. */
function expectedResult(printed: LayoutFormula, form: ReturnedForm, scope: Scope): Expected | null {
  const { kind, id } = printed.shows;
  if (kind === "other") return null;
  if (kind === "ruleState") {
    const rule = form.definition.rules.find((candidate) => candidate.id === id);
    return rule === undefined || rule.formula.includes(PREVIOUS_SUFFIX) ? null : [RULE_WORDS[ruleState(rule, scope)]];
  }
  const target = form.definition.targets.find((candidate) => candidate.id === id);
  if (target === undefined || target.formula.includes(PREVIOUS_SUFFIX)) return null;
  const verdict = targetVerdict(form.definition, target, scope, form.unit.code);
  if (kind === "targetVerdict")
    return verdict.exceeds ? [VERDICT_WORDS.exceeds, VERDICT_WORDS.met] : [VERDICT_WORDS[verdict.verdict]];
  if (verdict.actual === null) return [VERDICT_WORDS.unverifiable];
  if (kind === "targetRatio") {
    const ratio = verdict.numerator !== null && verdict.denominator !== null ? [verdict.numerator / verdict.denominator] : [];
    return [...ratio, verdict.actual];
  }
  return verdict.numerator === null ? [verdict.actual] : [verdict.numerator, verdict.actual];
}

/** A number agrees within what a spreadsheet shows (15 digits). */
function shows(cell: Cell, expected: number | string): boolean {
  const { value } = cell;
  if (value.kind === "text") return typeof expected === "string" && bareText(value.text) === bareText(expected);
  if (value.kind !== "number" || typeof expected === "string") return false;
  return Math.abs(value.number - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

function shownValue({ value }: Cell): string | number | null {
  if (value.kind === "number") return value.number;
  return value.kind === "text" || value.kind === "error" ? value.text : null;
}
