// The tree of a formula and the functions of the subset.
import type { Exact } from "../figure/exact.js";

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

export type FormulaNode =
  /** `text` is the number as written. */
  | { readonly kind: "number"; readonly value: Exact; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "sign"; readonly operator: "+" | "-"; readonly operand: FormulaNode }
  | { readonly kind: "percent"; readonly operand: FormulaNode }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: "call"; readonly name: FunctionName; readonly args: readonly FormulaNode[] };

export interface Formula {
  readonly root: FormulaNode;
  /** Every name in it, each once, in order of first appearance. */
  readonly names: readonly string[];
  /** The scalar names without which it is undecided; see `requiredNames`. */
  readonly required: readonly string[];
}

/** Least and greatest number of arguments. */
export const FUNCTIONS = {
  SUM: [1, 255],
  MIN: [1, 255],
  MAX: [1, 255],
  ABS: [1, 1],
  ROUND: [2, 2],
  IF: [2, 3],
  AND: [1, 255],
  OR: [1, 255],
  NOT: [1, 1],
  COUNT: [1, 255],
  COUNTA: [1, 255],
  COUNTIF: [2, 2],
  ISBLANK: [1, 1],
  ISNUMBER: [1, 1],
} as const satisfies Record<string, readonly [number, number]>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Excel's strengths: a higher number binds tighter. Signs bind tighter than `%`, `%` tighter than `^`; all group from the left. */
export const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};
export const PERCENT_STRENGTH = 6;
export const SIGN_STRENGTH = 7;
export const ATOM_STRENGTH = 8;

/** Most operations in a formula; long chains become deep trees. */
export const MAX_OPERATIONS = 1024;
/** Longest formula and deepest nesting of brackets, calls and signs, as in Excel. */
export const MAX_LENGTH = 8192;
export const MAX_DEPTH = 64;
