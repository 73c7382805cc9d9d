// Which rules colour an input on the report sheet: those that must hold, by the cells in which the self-check shows their state.
import { formulaNames, parseFormula } from "../core/formula/index.js";
import type { Rule } from "../core/definition/rule.js";
import { RULE_WORDS } from "../core/verdict/verdict-text.js";
import type { FormDraft } from "./form-draft.js";
import { ruleStateName } from "./form-draft.js";

/** Arguments that OR takes. */
const MOST_RULES = 255;

/** By field id: Excel formula that is TRUE when the figure takes part in a rule that must hold and does not. */
export function brokenTests({ parts }: FormDraft): ReadonlyMap<string, string> {
  const tests = new Map<string, string[]>();
  for (const rule of parts.rules.filter(({ severity }) => severity === "error")) {
    const test = `${ruleStateName(rule)}="${RULE_WORDS.false}"`;
    for (const name of new Set(namesIn(rule))) tests.set(name, [...(tests.get(name) ?? []), test]);
  }
  return new Map(
    [...tests].map(([name, own]) => [name, own.length === 1 ? own[0]! : `OR(${own.slice(0, MOST_RULES).join(",")})`]),
  );
}

function namesIn(rule: Rule): readonly string[] {
  const { formula } = parseFormula(rule.formula);
  return formula === null ? [] : formulaNames(formula);
}
