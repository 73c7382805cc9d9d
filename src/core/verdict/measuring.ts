// How a target is measured: the parts of its formula, its thresholds as exact numbers, how far a result is from them.
import type { Definition } from "../definition/definition.js";
import type { Exact } from "../figure/exact.js";
import {
  absolute,
  add,
  compareExact,
  divide,
  exactOf,
  floorQuotient,
  multiply,
  negate,
  ratioOf,
  subtract,
} from "../figure/exact.js";
import type { Formula } from "../formula/index.js";
import { division, parseFormula } from "../formula/index.js";
import { namesOf } from "../formula/names.js";
import { fieldOfName } from "./scope.js";
import type { Comparator, Target } from "../definition/target.js";

/** Share of an `about` value from which it is met: 95 %. */
export const ABOUT_SHARE = exactOf(0.95);

export interface Measuring {
  /** The whole formula; null when it does not parse (the definition is checked before it is used). */
  readonly formula: Formula | null;
  /** Parts when the formula is a division at its top level. */
  readonly parts: { readonly numerator: Formula; readonly denominator: Formula } | null;
  /** Names in the part that is counted: the numerator of a ratio, otherwise the whole formula. */
  readonly counted: readonly string[];
  /** Level in the formula's own size (0.95 for 95 %) from which the comparator decides; of `about` 95 % of the value. */
  readonly level: Level;
  /** Upper bound in the formula's own size, of `between` only. */
  readonly upper: Level | null;
}

/** A level as numerator and denominator in lowest terms, so that ratios are compared by multiplying. */
export interface Level {
  readonly exact: Exact;
  readonly numerator: Exact;
  readonly denominator: Exact;
}

function levelOf(exact: Exact): Level {
  return { exact, ...ratioOf(exact) };
}

/** Order of amount / outOf and a level: negative, zero or positive; outOf is above zero. */
export function orderToLevel(amount: Exact, outOf: Exact, level: Level): number {
  return compareExact(multiply(amount, level.denominator), multiply(level.numerator, outOf));
}

const measurings = new WeakMap<Target, Measuring>();

/** The measuring of a target, made once. */
export function measuringOf(target: Target): Measuring {
  const known = measurings.get(target);
  if (known !== undefined) return known;
  const { formula } = parseFormula(target.formula);
  const value = inFormulaSize(target, target.value);
  const parts = formula === null ? null : division(formula);
  const made: Measuring = {
    formula,
    parts,
    counted: parts === null ? (formula?.names ?? []) : namesOf(parts.numerator.root),
    level: levelOf(target.comparator === "about" ? multiply(value, ABOUT_SHARE) : value),
    upper: target.comparator === "between" && target.upper !== null ? levelOf(inFormulaSize(target, target.upper)) : null,
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
 * @param outOf the whole of a ratio, otherwise 1
 * @param whole true when only whole numbers are counted: then the answer is the whole number that is missing or too many
 */
export function gapOf(comparator: Comparator, amount: Exact, outOf: Exact, level: Level, whole: boolean): Exact {
  const product = multiply(level.numerator, outOf);
  if (!whole) return absolute(subtract(divide(product, level.denominator)!, amount));
  const below = floorQuotient(product, level.denominator);
  const above = negate(floorQuotient(negate(product), level.denominator));
  if (comparator === ">") return subtract(add(below, 1), amount);
  if (comparator === "<") return subtract(amount, subtract(above, 1));
  return compareExact(amount, above) < 0 ? subtract(above, amount) : subtract(amount, below);
}

/** The part of the formula in whose measure a gap is told: the numerator of a ratio, otherwise the whole formula. */
export function countedNames(target: Target): readonly string[] {
  return measuringOf(target).counted;
}

/** True when everything that the target counts is whole: no decimal field is in the numerator (or in a formula without division). */
export function countsWhole(definition: Definition, target: Target): boolean {
  return countedNames(target).every((name) => fieldOfName(definition, name)?.type !== "decimal");
}
