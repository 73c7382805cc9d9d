// Criteria of COUNTIF: a number, words with * and ?, or a comparison in words (">=5").
import type { Exact } from "../figure/exact.js";
import { compareExact, divide, exactOfText, isExact } from "../figure/exact.js";
import type { Value } from "./value.js";
import { comparableText, compareTexts } from "./value.js";

export type CriterionOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export interface Criterion {
  readonly operator: CriterionOperator;
  /** What to compare with, a number when the words are one. */
  readonly operand: Exact | string | boolean;
}

/** The criterion of COUNTIF's second argument; a blank one asks for 0, as Excel does. */
export function criterionOf(value: Value): Criterion {
  if (value === null) return { operator: "=", operand: 0 };
  if (typeof value !== "string") return { operator: "=", operand: value };
  const match = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(value)!;
  return { operator: (match[1] ?? "=") as CriterionOperator, operand: numberIn(match[2]!) ?? match[2]! };
}

function numberIn(text: string): Exact | null {
  const match = /^\s*([-+]?[0-9]+(?:\.[0-9]+)?)(%?)\s*$/.exec(text);
  if (match === null) return null;
  const number = exactOfText(match[1]!);
  return number === null || match[2] === "" ? number : divide(number, 100);
}

/** Test of one value against a criterion. Blanks never pass, not even `<>`. */
export function criterionTest(criterion: Criterion): (value: Value) => boolean {
  const { operator, operand } = criterion;
  if (typeof operand === "string") return textTest(operator, operand);
  if (typeof operand === "boolean") return (value) => !isBlankValue(value) && (value === operand) === (operator !== "<>");
  return (value) => {
    if (isBlankValue(value)) return false;
    return isExact(value) ? holds(operator, compareExact(value, operand)) : operator === "<>";
  };
}

function textTest(operator: CriterionOperator, operand: string): (value: Value) => boolean {
  if (operator === "=" || operator === "<>") {
    const pattern = wildcard(operand);
    const equal = (value: Value): boolean => typeof value === "string" && pattern.test(comparableText(value));
    return (value) => !isBlankValue(value) && equal(value) === (operator === "=");
  }
  return (value) => typeof value === "string" && value !== "" && holds(operator, compareTexts(value, operand));
}

/** Excel's patterns: `*` any words, `?` one letter, `~` takes the next mark literally. */
function wildcard(operand: string): RegExp {
  const source = comparableText(operand).replace(/~([*?~])|([*])|([?])|([\\^$.+()[\]{}|/])/g, (whole, literal, star, mark) => {
    if (literal !== undefined) return `\\${literal}`;
    return star !== undefined ? "[^]*" : mark !== undefined ? "[^]" : `\\${whole}`;
  });
  return new RegExp(`^${source}$`, "u");
}

function isBlankValue(value: Value): boolean {
  return value === null || value === "";
}

/** Whether a comparison (negative, zero, positive) satisfies an operator. */
export function holds(operator: CriterionOperator, order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}
