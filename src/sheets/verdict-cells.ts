// Cells that show verdicts: the result with enough decimals, the word, the colours.
import { displayActual, VERDICT_WORDS } from "../core/verdict/verdict-text.js";
import type { Target } from "../core/definition/target.js";
import type { Verdict } from "../core/verdict/verdict.js";
import { columnLetters } from "../core/cells.js";
import type { Area, ConditionalStyle } from "./page.js";
import { numberFormat } from "./table-parts.js";

/** The result as the live formula gives it: a ratio as a number (0.95), otherwise the amount; empty text when undecided. */
export function resultValue(verdict: Verdict | null): number | "" {
  if (verdict === null || verdict.actual === null) return "";
  const { numerator, denominator } = verdict;
  return numerator !== null && denominator !== null ? numerator / denominator : verdict.actual;
}

/** Counted in the numerator (or the amount itself); empty text when undecided. */
export function amountValue(verdict: Verdict): number | "" {
  return verdict.numerator ?? verdict.actual ?? "";
}

/** Percent closer to a threshold than this gets as many decimals as tell it apart. */
const NEAR = 0.1;

/**
 * Number format of a result: one decimal of percent, more near a threshold, so that 94,96 % is never shown as 95,0 %.
 * A ratio that is no percentage and an amount get the decimals that they need.
 */
export function resultFormat(target: Target, verdict: Verdict | null): string {
  const actual = verdict?.actual ?? null;
  if (target.measure !== "%")
    return actual === null ? "#,##0" : (verdict?.denominator ?? null) === null ? numberFormat(actual) : "#,##0.00";
  const bounds = [target.value, target.upper ?? target.value, target.value * 0.95];
  if (verdict === null || actual === null || bounds.every((bound) => Math.abs(actual - bound) > NEAR)) return "0.0%";
  const decimals = /,(\d+)%$/u.exec(displayActual(verdict, target))?.[1]?.length ?? (Number.isInteger(actual) ? 1 : 6);
  return `0.${"0".repeat(Math.max(1, decimals))}%`;
}

/** Colours of verdict words in an area whose first cell is the top left one. */
export function verdictColours(area: Area): ConditionalStyle[] {
  const first = `${columnLetters(area.left)}${String(area.top)}`;
  const style = (words: readonly string[], name: ConditionalStyle["style"]): ConditionalStyle => ({
    area,
    formula: words.length === 1 ? `${first}="${words[0]!}"` : `OR(${words.map((word) => `${first}="${word}"`).join(",")})`,
    style: name,
  });
  return [
    style([VERDICT_WORDS.met, VERDICT_WORDS.exceeds], "good"),
    style([VERDICT_WORDS.missed], "bad"),
    style([VERDICT_WORDS.unverifiable], "quiet"),
  ];
}

/** Formula that is TRUE for a ratio on the wrong side of a target that is not judged unit by unit. */
export function behindFormula(target: Target, cell: string): string {
  const level = String(target.comparator === "about" ? (target.value * 95) / 10_000 : target.value / 100);
  const wrong: Readonly<Record<Target["comparator"], string>> = {
    ">=": "<",
    between: "<",
    about: "<",
    ">": "<=",
    "=": "<>",
    "<=": ">",
    "<": ">=",
  };
  return `AND(ISNUMBER(${cell}),${cell}${wrong[target.comparator]}${level})`;
}
