// A formula's tree as closures over the values of its names: parsed once, run for every unit.
import type { Exact } from "../figure/exact.js";
import { add, divide, multiply, negate, power, subtract } from "../figure/exact.js";
import { holds } from "./criteria.js";
import type { Argument } from "./functions.js";
import { CALLS } from "./functions.js";
import type { BinaryOperator, FormulaNode } from "./syntax.js";
import type { Undecided, Value } from "./value.js";
import { compareValues, conditionOf, isUndecided, numberOf, textOf, undecided } from "./value.js";

/** Values of the formula's names, in the order of `Formula.names`. */
export type Slots = readonly (Value | readonly Value[])[];

/** Computes a node. */
export type Run = (slots: Slots) => Value | Undecided;

type Arithmetic = (a: Exact, b: Exact) => Exact | Undecided;

const ARITHMETIC: Readonly<Record<"+" | "-" | "*" | "/" | "^", Arithmetic>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": (a, b) => divide(a, b) ?? undecided("division-by-zero"),
  "^": (a, b) => power(a, b) ?? undecided("no-number"),
};

/** Compiles a tree; `slotOf` gives the place of a name in the slots. */
export function compileNode(node: FormulaNode, slotOf: (name: string) => number): Run {
  switch (node.kind) {
    case "number":
      return constant(node.value);
    case "text":
      return constant(node.text);
    case "boolean":
      return constant(node.value);
    case "name":
      return readSlot(slotOf(node.name));
    case "sign":
      return withSign(node.operator, compileNode(node.operand, slotOf));
    case "percent":
      return arithmetic(ARITHMETIC["/"], compileNode(node.operand, slotOf), constant(100));
    case "binary":
      return binary(node.operator, compileNode(node.left, slotOf), compileNode(node.right, slotOf));
    case "call":
      return node.name === "IF" ? choose(node.args.map((arg) => compileNode(arg, slotOf))) : call(node, slotOf);
  }
}

function constant(value: Value): Run {
  return () => value;
}

function readSlot(slot: number): Run {
  return (slots) => {
    const value = slots[slot]!;
    return isColumn(value) ? undecided("column-in-arithmetic") : value;
  };
}

/** True for a list column; the check that `Array.isArray` cannot make for readonly arrays. */
export function isColumn(value: Value | readonly Value[] | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

function withSign(operator: "+" | "-", operand: Run): Run {
  if (operator === "+") return operand;
  return (slots) => {
    const number = numberOf(operand(slots));
    return isUndecided(number) ? number : negate(number);
  };
}

function binary(operator: BinaryOperator, left: Run, right: Run): Run {
  switch (operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "^":
      return arithmetic(ARITHMETIC[operator], left, right);
    case "&":
      return joined(left, right);
    default:
      return comparison(operator, left, right);
  }
}

function arithmetic(compute: Arithmetic, left: Run, right: Run): Run {
  return (slots) => {
    const a = left(slots);
    const b = right(slots);
    if (typeof a === "number" && typeof b === "number") return compute(a, b);
    const x = numberOf(a);
    if (isUndecided(x)) return x;
    const y = numberOf(b);
    return isUndecided(y) ? y : compute(x, y);
  };
}

function joined(left: Run, right: Run): Run {
  return (slots) => {
    const a = left(slots);
    if (isUndecided(a)) return a;
    const b = right(slots);
    return isUndecided(b) ? b : textOf(a) + textOf(b);
  };
}

function comparison(operator: Parameters<typeof holds>[0], left: Run, right: Run): Run {
  return (slots) => {
    const a = left(slots);
    const b = right(slots);
    if (typeof a === "number" && typeof b === "number") return holds(operator, a - b);
    if (isUndecided(a)) return a;
    return isUndecided(b) ? b : holds(operator, compareValues(a, b));
  };
}

function choose(args: readonly Run[]): Run {
  const [test, whenTrue, whenFalse] = args;
  return (slots) => {
    const condition = conditionOf(test!(slots));
    if (isUndecided(condition)) return condition;
    if (condition) return whenTrue!(slots);
    return whenFalse === undefined ? false : whenFalse(slots);
  };
}

function call(node: Extract<FormulaNode, { kind: "call" }>, slotOf: (name: string) => number): Run {
  const compute = CALLS[node.name as keyof typeof CALLS];
  const args = node.args.map((arg) => argument(arg, slotOf));
  return (slots) => compute(args.map((arg) => arg(slots)));
}

function argument(node: FormulaNode, slotOf: (name: string) => number): (slots: Slots) => Argument {
  if (node.kind !== "name") {
    const run = compileNode(node, slotOf);
    return (slots) => ({ cell: false, value: run(slots) });
  }
  const slot = slotOf(node.name);
  return (slots) => {
    const value = slots[slot]!;
    return isColumn(value) ? { cell: true, column: true, values: value } : { cell: true, column: false, values: [value] };
  };
}
