// Names in a formula: all of them, and those without which it is undecided.
import type { FormulaNode, FunctionName } from "./syntax.js";

/** Functions that skip blanks, as Excel does: a name that stands only in them may be blank. */
const SKIPPING: ReadonlySet<FunctionName> = new Set<FunctionName>(["SUM", "MIN", "MAX", "COUNT", "COUNTA", "COUNTIF"]);
/** Functions that ask whether there is a figure: a formula that asks has its own answer for the blank. */
const TESTING: ReadonlySet<FunctionName> = new Set<FunctionName>(["ISBLANK", "ISNUMBER", "COUNT", "COUNTA"]);

/** The parts of a node, in order. */
export function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case "sign":
    case "percent":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "call":
      return node.args;
    case "number":
    case "text":
    case "boolean":
    case "name":
      return [];
  }
}

/** Every name, each once, in order of first appearance. */
export function namesOf(root: FormulaNode): readonly string[] {
  const names = new Set<string>();
  visit(root, false, false, (name) => names.add(name));
  return [...names];
}

/**
 * The names that a decided formula needs: those that stand somewhere outside SUM, MIN, MAX, COUNT, COUNTA and COUNTIF,
 * without those that the formula itself tests with ISBLANK, ISNUMBER, COUNT or COUNTA. The set depends on the text alone,
 * so that the printed formula is guarded by the same names.
 */
export function requiredOf(root: FormulaNode): readonly string[] {
  const needed = new Set<string>();
  const tested = new Set<string>();
  visit(root, false, false, (name, skipped, asked) => {
    if (asked) tested.add(name);
    else if (!skipped) needed.add(name);
  });
  return [...needed].filter((name) => !tested.has(name));
}

function visit(
  node: FormulaNode,
  skipped: boolean,
  asked: boolean,
  see: (name: string, skipped: boolean, asked: boolean) => void,
): void {
  if (node.kind === "name") see(node.name, skipped, asked);
  const inSkipping = skipped || (node.kind === "call" && SKIPPING.has(node.name));
  const inTesting = asked || (node.kind === "call" && TESTING.has(node.name));
  for (const child of childrenOf(node)) visit(child, inSkipping, inTesting, see);
}
