// Which rules mark an input on the report sheet: those that must hold, by the cells in which the self-check shows their state.
import { RULE_WORDS } from "../core/verdict/verdict-text.js";
import { ruleStateCell } from "./check-rows.js";
import type { KindParts } from "./form-outline.js";
import { namesIn } from "./form-outline.js";

/** IF may stand in IF 64 times; an input of more rules is marked by the first of them. */
const MOST_RULES = 60;

/** By field id: Excel formula for the number of the first rule that must hold, does not, and speaks of the figure; 0 when there is none. */
export function brokenRules(parts: KindParts): ReadonlyMap<string, string> {
  const rules = new Map<string, number[]>();
  parts.rules.forEach((rule, index) => {
    if (rule.severity !== "error") return;
    for (const name of new Set(namesIn(rule.formula))) rules.set(name, [...(rules.get(name) ?? []), index]);
  });
  return new Map([...rules].map(([name, own]) => [name, firstBroken(parts, own.slice(0, MOST_RULES))]));
}

function firstBroken(parts: KindParts, own: readonly number[]): string {
  return own.reduceRight(
    (after, index) => `IF(${ruleStateCell(parts, index)}="${RULE_WORDS.false}",${String(index + 1)},${after})`,
    "0",
  );
}
