// Formulas: the documented subset of Excel's, over field ids. Parse, ask for names, evaluate exactly, print.
import type { Formula } from "./syntax.js";

export type { Formula, FormulaNode, FunctionName, BinaryOperator } from "./syntax.js";
export { FUNCTIONS, MAX_DEPTH, MAX_LENGTH } from "./syntax.js";
export type { ParsedFormula } from "./parse.js";
export { parseFormula } from "./parse.js";
export type { FormulaProblem } from "./problems.js";
export { problemText } from "./problems.js";
export type { Scope, Undecided, UndecidedReason, Value } from "./value.js";
export { isUndecided, undecided } from "./value.js";
export { evaluate } from "./evaluate.js";
export { printFormula } from "./print.js";

/** Every name in the formula, each once, in order of first appearance. */
export function formulaNames(formula: Formula): readonly string[] {
  return formula.names;
}

/** The scalar names without which the formula is undecided; see `requiredOf` in names.ts for the rule. */
export function requiredNames(formula: Formula): readonly string[] {
  return formula.required;
}

/** The parts of a formula that is a division at its top level; null for any other. Both parts are guarded by the names of the whole. */
export function division(formula: Formula): { readonly numerator: Formula; readonly denominator: Formula } | null {
  const { root, names, required } = formula;
  if (root.kind !== "binary" || root.operator !== "/") return null;
  return { numerator: { root: root.left, names, required }, denominator: { root: root.right, names, required } };
}
