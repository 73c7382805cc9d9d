// Formulas typed into inputs: sums of plain numbers are figures, anything else is not.
import type { CellValue } from "../cells.js";
import { isExact, toNumber } from "./exact.js";
import { evaluate, formulaNames, parseFormula } from "../formula/index.js";

/** The result of a formula over plain numbers when it equals the saved one exactly; null for every other formula. */
export function arithmeticResult(formula: string, saved: CellValue): number | null {
  if (saved.kind !== "number") return null;
  const parsed = parseFormula(formula).formula;
  if (parsed === null || formulaNames(parsed).length > 0) return null;
  const result = evaluate(parsed, () => undefined);
  return isExact(result) && toNumber(result) === saved.number ? saved.number : null;
}
