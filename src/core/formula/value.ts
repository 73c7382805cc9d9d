// Values of formulas and why a formula may have none.
import type { Exact } from "../figure/exact.js";
import { add, compareExact, isExact, toNumber } from "../figure/exact.js";
import { Fraction } from "fraction.js";

/** A number, words, TRUE/FALSE, or null for a blank. */
export type Value = Exact | string | boolean | null;

export type UndecidedReason =
  /** A figure that the formula needs is blank. */
  | "blank"
  /** No such name here. */
  | "unknown-name"
  | "division-by-zero"
  /** Words where a number is needed. */
  | "text-in-arithmetic"
  /** A whole column where one value is needed. */
  | "column-in-arithmetic"
  /** Beyond what a spreadsheet can hold, or without a value (0^0). */
  | "no-number";

/** The formula has no value, and why. Blank is not zero: an undecided formula says neither yes nor no. */
export interface Undecided {
  readonly undecided: UndecidedReason;
}

/** What a name stands for: one value, a column of values (list columns), or undefined when the name is unknown. */
export type Scope = (name: string) => Value | readonly Value[] | undefined;

const REASONS = {
  blank: { undecided: "blank" },
  "unknown-name": { undecided: "unknown-name" },
  "division-by-zero": { undecided: "division-by-zero" },
  "text-in-arithmetic": { undecided: "text-in-arithmetic" },
  "column-in-arithmetic": { undecided: "column-in-arithmetic" },
  "no-number": { undecided: "no-number" },
} as const satisfies Record<UndecidedReason, Undecided>;

/** The undecided value of a reason; one object for each. */
export function undecided(reason: UndecidedReason): Undecided {
  return REASONS[reason];
}

export function isUndecided(value: unknown): value is Undecided {
  return typeof value === "object" && value !== null && !(value instanceof Fraction) && "undecided" in value;
}

/** The number that arithmetic takes for a value: blank is 0, TRUE is 1, words have none. */
export function numberOf(value: Value | Undecided): Exact | Undecided {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") return undecided("text-in-arithmetic");
  return value;
}

/** The condition that IF, AND, OR and NOT take for a value. */
export function conditionOf(value: Value | Undecided): boolean | Undecided {
  if (typeof value === "boolean") return value;
  const number = numberOf(value);
  return isUndecided(number) ? number : number !== 0;
}

/** The words that `&` takes for a value: numbers with a dot, TRUE, FALSE, nothing for a blank. */
export function textOf(value: Value): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return isExact(value) ? String(toNumber(add(value, 0))) : value;
}

/** Words as they are compared: case does not matter. */
export function comparableText(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** Order of two values as Excel has it: numbers before words before FALSE before TRUE; a blank takes the kind of the other. */
export function compareValues(a: Value, b: Value): number {
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  const rank = rankOf(left) - rankOf(right);
  if (rank !== 0) return rank;
  if (typeof left === "string" && typeof right === "string") return compareTexts(left, right);
  return compareExact(plain(left), plain(right));
}

export function compareTexts(a: string, b: string): number {
  const left = comparableText(a);
  const right = comparableText(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function blankLike(other: Value): Exact | string | boolean {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}

function rankOf(value: Exact | string | boolean): number {
  return typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 0;
}

function plain(value: Exact | string | boolean): Exact {
  return typeof value === "boolean" ? Number(value) : typeof value === "string" ? 0 : value;
}
