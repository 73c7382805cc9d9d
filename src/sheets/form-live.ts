// What the form computes by itself: live formulas over the names of its inputs, each with its result for the form as it is sent out.
import { toNumber, isExact } from "../core/figure/exact.js";
import { NO_FIGURES } from "../core/figure/figures.js";
import type { Formula, Scope } from "../core/formula/index.js";
import { evaluate, isUndecided } from "../core/formula/index.js";
import { numberOf } from "../core/formula/value.js";
import { columnName } from "../core/definition/field.js";
import { measuringOf } from "../core/verdict/measuring.js";
import type { Rule } from "../core/definition/rule.js";
import { PREVIOUS_SUFFIX, UNIT_COUNT, unitScope } from "../core/verdict/scope.js";
import type { Target } from "../core/definition/target.js";
import { RULE_WORDS, VERDICT_WORDS, verdictWord } from "../core/verdict/verdict-text.js";
import { ruleState, targetVerdict } from "../core/verdict/verdicts.js";
import type { FormDraft } from "./form-draft.js";
import { EXPLANATION } from "./form-draft.js";
import { blankTest } from "./input-state.js";
import { liveRule, liveTarget } from "./live-formula.js";
import { inputNames } from "./live-names.js";
import type { LiveNames, Reference } from "./live-names.js";
import type { PageValue } from "./page.js";

/** Words of the column that says what is left to do. */
export const TO_DO = { explain: "Cần giải trình", explained: "Đã giải trình", correct: "Sửa số liệu" } as const;

/** A formula without `=` and its result in the form as it is sent out. */
export interface Live {
  readonly text: string;
  readonly value: PageValue;
}

export interface FormLive {
  readonly target: (target: Target) => {
    readonly amount: Live;
    readonly ratio: Live | null;
    readonly verdict: Live;
    readonly gap: Live;
    /** Whether a missed target is explained, empty when it is not missed; over the cell with the verdict. */
    readonly toDo: (verdict: string) => Live;
  };
  /** `toDo`: what is left to do about it, over the cell with the state. */
  readonly rule: (rule: Rule) => { readonly state: Live; readonly toDo: (state: string) => Live };
}

/** The live formulas of a form, over its own names. */
export function formLive(draft: FormDraft): FormLive {
  const names = inputNames(draft.definition, referenceIn(draft));
  const scope = unitScope(draft.definition, NO_FIGURES, draft.previous);
  return {
    target: (target) => targetLive(draft, target, names, scope),
    rule: (rule) => ruleLive(draft, rule, names, scope),
  };
}

/** The defined name of a figure; null when the form of this kind of unit does not ask for it. */
function referenceIn(draft: FormDraft): Reference {
  const { fields, lists } = draft.parts;
  const known = new Set([
    ...fields.map((field) => field.id),
    ...lists.flatMap((list) => list.columns.map((column) => columnName(list, column))),
    ...[...draft.shownBefore].map((id) => id + PREVIOUS_SUFFIX),
  ]);
  return (name) => (name === UNIT_COUNT ? "1" : known.has(name) ? name : null);
}

function targetLive(draft: FormDraft, target: Target, names: LiveNames, scope: Scope): ReturnType<FormLive["target"]> {
  const live = liveTarget(draft.definition, target, names);
  const verdict = targetVerdict(draft.definition, target, scope, draft.unit.code);
  const { formula, parts } = measuringOf(target);
  const missed = verdict.verdict === "missed";
  const ratio = verdict.numerator === null || verdict.denominator === null ? "" : verdict.numerator / verdict.denominator;
  return {
    amount: { text: live.amount, value: amountOf(parts?.numerator ?? formula, scope) },
    ratio: live.ratio === null ? null : { text: live.ratio, value: ratio },
    verdict: { text: live.verdict, value: verdictWord(verdict) },
    gap: { text: live.gap, value: verdict.gap ?? "" },
    toDo: (cell) => ({
      text: `IF(${cell}="${VERDICT_WORDS.missed}",${explained(target.id + EXPLANATION)},"")`,
      value: missed ? TO_DO.explain : "",
    }),
  };
}

function ruleLive(draft: FormDraft, rule: Rule, names: LiveNames, scope: Scope): ReturnType<FormLive["rule"]> {
  const text = liveRule(draft.definition, rule, names);
  const state = ruleState(rule, scope);
  const todo = rule.severity === "error" ? `"${TO_DO.correct}"` : explained(rule.id + EXPLANATION);
  const value = state !== "false" ? "" : rule.severity === "error" ? TO_DO.correct : TO_DO.explain;
  return {
    state: { text, value: RULE_WORDS[state] },
    toDo: (cell) => ({ text: `IF(${cell}="${RULE_WORDS.false}",${todo},"")`, value }),
  };
}

/** Excel formula: whether something stands in the cell of an explanation. */
export function explained(cell: string): string {
  return `IF(${blankTest(cell)},"${TO_DO.explain}","${TO_DO.explained}")`;
}

function amountOf(formula: Formula | null, scope: Scope): number | "" {
  const value = formula === null ? null : evaluate(formula, scope);
  if (value === null || isUndecided(value)) return "";
  const number = numberOf(value);
  return isExact(number) ? toNumber(number) : "";
}
