// Check: the figures obey the rules of the definition. A rule that needs a blank figure is undecided and says nothing.
import { showDay } from "../../figure/date.js";
import type { FigureValue, Figures } from "../../figure/figures.js";
import type { Finding } from "../../finding.js";
import { finding } from "../../finding.js";
import { formulaNames, parseFormula } from "../../formula/index.js";
import { numberText } from "../../figure/number-text.js";
import type { Rule } from "../../definition/rule.js";
import { fieldOfName, isColumnName, PREVIOUS_SUFFIX, unitScope } from "../../verdict/scope.js";
import { appliesToKind } from "../../text.js";
import { ruleState } from "../../verdict/verdicts.js";
import type { CheckedForm } from "./checked-form.js";
import { placeOf } from "./checked-form.js";

export function checkRules(form: CheckedForm): readonly Finding[] {
  const scope = unitScope(form.definition, form.submission.figures, form.previous);
  return form.definition.rules
    .filter((rule) => appliesToKind(rule.appliesTo, form.unit.kind) && ruleState(rule, scope) === "false")
    .map((rule) => brokenRule(form, rule));
}

/** A broken rule stands at the cell of the first figure that it speaks of, and names all of them with their values. */
function brokenRule(form: CheckedForm, rule: Rule): Finding {
  const names = namesIn(rule);
  const own = names.find((name) => form.submission.places?.has(name) === true);
  const data = { message: rule.message, figures: involved(form, names, "vi"), figuresEn: involved(form, names, "en") };
  const facts = { unit: form.unit.code, field: rule.id, ...placeOf(form, own ?? ""), data };
  const explanation = rule.severity === "warning" ? form.submission.explanations.get(rule.id) : undefined;
  if (explanation !== undefined) return finding("rule/explained", "note", { ...facts, found: explanation });
  return finding("rule/broken", rule.severity, { ...facts, found: involved(form, names, "vi") });
}

function namesIn(rule: Rule): readonly string[] {
  const { formula } = parseFormula(rule.formula);
  return formula === null ? [] : formulaNames(formula);
}

/** `Tổng số đảng viên: 118; Đảng viên được học tập: 120`; columns of lists are left out. */
function involved({ definition, submission, previous }: CheckedForm, names: readonly string[], language: "vi" | "en"): string {
  const before = language === "vi" ? " kỳ trước" : " (period before)";
  return names
    .flatMap((name) => {
      const field = isColumnName(definition, name) ? undefined : fieldOfName(definition, name);
      if (field === undefined) return [];
      const isBefore = name !== field.id && name.endsWith(PREVIOUS_SUFFIX);
      const value = valueOf(isBefore ? previous : submission.figures, field.id);
      return [`${field.label}${isBefore ? before : ""}: ${shownFigure(value, field.type, language)}`];
    })
    .join("; ");
}

function valueOf(figures: Figures | null, id: string): FigureValue {
  return figures?.values.get(id) ?? null;
}

function shownFigure(value: FigureValue, type: string, language: "vi" | "en"): string {
  if (value === null) return language === "vi" ? "trống" : "blank";
  if (type === "yesno") return value === 0 ? "Không" : "Có";
  if (typeof value === "number") return numberText(value, language);
  return type === "date" ? showDay(value) : value;
}
