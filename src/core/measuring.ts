// How a target is measured: the parts of its formula, its thresholds as exact numbers, how far a result is from them.
import type { Definition } from "./definition.js";
import type { Exact } from "./exact.js";
import { absolute, add, ceiling, compareExact, divide, exactOf, floor, multiply, negate, subtract } from "./exact.js";
import type { Formula } from "./formula/index.js";
import { division, formulaNames, parseFormula } from "./formula/index.js";
import { namesOf } from "./formula/names.js";
import { fieldOfName } from "./scope.js";
import type { Comparator, Target } from "./target.js";

/** Share of an `about` value from which it is met: 95 %. */
export const ABOUT_SHARE = exactOf(0.95);

export interface Measuring {
  /** The whole formula; null when it does not parse (the definition is checked before it is used). */
  readonly formula: Formula | null;
  /** Parts when the formula is a division at its top level. */
  readonly parts: { readonly numerator: Formula; readonly denominator: Formula } | null;
  /** Level in the formula's own size (0.95 for 95 %) from which the comparator decides; of `about` 95 % of the value. */
  readonly level: Exact;
  /** Upper bound in the formula's own size, of `between` only. */
  readonly upper: Exact | null;
}

const measurings = new WeakMap<Target, Measuring>();

/** The measuring of a target, made once. */
export function measuringOf(target: Target): Measuring {
  const known = measurings.get(target);
  if (known !== undefined) return known;
  const { formula } = parseFormula(target.formula);
  const value = inFormulaSize(target, target.value);
  const made: Measuring = {
    formula,
    parts: formula === null ? null : division(formula),
    level: target.comparator === "about" ? multiply(value, ABOUT_SHARE) : value,
    upper: target.comparator === "between" && target.upper !== null ? inFormulaSize(target, target.upper) : null,
  };
  measurings.set(target, made);
  return made;
}

/** 100 for targets in %, whose formula gives a ratio; 1 for all others. */
export function percentFactor(target: Pick<Target, "measure">): 1 | 100 {
  return target.measure === "%" ? 100 : 1;
}

function inFormulaSize(target: Target, value: number): Exact {
  return divide(exactOf(value), percentFactor(target))!;
}

/** Whether an amount that stands so to the level (negative: below) satisfies the comparator. */
export function satisfies(comparator: Comparator, order: number): boolean {
  switch (comparator) {
    case ">=":
    case "between":
    case "about":
      return order >= 0;
    case ">":
      return order > 0;
    case "=":
      return order === 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
  }
}

/**
 * By how much a missed target is missed.
 * @param amount what is counted: the numerator of a ratio, otherwise the result
 * @param needed the level for that amount: level × denominator, or the level itself
 * @param whole true when only whole numbers are counted: then the answer is the whole number that is missing or too many
 */
export function gapOf(comparator: Comparator, amount: Exact, needed: Exact, whole: boolean): Exact {
  const difference = subtract(needed, amount);
  if (!whole) return absolute(difference);
  if (comparator === ">") return subtract(add(floor(needed), 1), amount);
  if (comparator === "<") return subtract(amount, subtract(ceiling(needed), 1));
  return compareExact(difference, 0) > 0 ? subtract(ceiling(needed), amount) : negate(subtract(floor(needed), amount));
}

/** The part of the formula in whose measure a gap is told: the numerator of a ratio, otherwise the whole formula. */
export function countedNames(target: Target): readonly string[] {
  const { formula, parts } = measuringOf(target);
  if (parts !== null) return namesOf(parts.numerator.root);
  return formula === null ? [] : formulaNames(formula);
}

/** True when everything that the target counts is whole: no decimal field is in the numerator (or in a formula without division). */
export function countsWhole(definition: Definition, target: Target): boolean {
  return countedNames(target).every((name) => fieldOfName(definition, name)?.type !== "decimal");
}
