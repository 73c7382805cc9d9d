// The functions of the subset over already computed arguments. Blanks and words follow Excel.
import type { Exact } from "../figure/exact.js";
import { absolute, add, compareExact, isExact, roundExact, toNumber, truncate } from "../figure/exact.js";
import { criterionOf, criterionTest } from "./criteria.js";
import type { FunctionName } from "./syntax.js";
import type { Undecided, Value } from "./value.js";
import { conditionOf, isUndecided, numberOf, undecided } from "./value.js";

/** An argument: `cell` when it is a name (words and blanks in it are skipped), otherwise the value of an expression. */
export type Argument =
  | { readonly cell: true; readonly column: boolean; readonly values: readonly Value[] }
  | { readonly cell: false; readonly value: Value | Undecided };

type Answer = Value | Undecided;

/** All functions but IF, which computes only the branch that it takes. */
export const CALLS: Readonly<Record<Exclude<FunctionName, "IF">, (args: readonly Argument[]) => Answer>> = {
  SUM: (args) => overNumbers(args, (numbers) => numbers.reduce(add, 0)),
  MIN: (args) => overNumbers(args, (numbers) => pick(numbers, -1)),
  MAX: (args) => overNumbers(args, (numbers) => pick(numbers, 1)),
  ABS: (args) => withNumber(single(args[0]!), absolute),
  ROUND: (args) => round(single(args[0]!), single(args[1]!)),
  AND: (args) => overConditions(args, (conditions) => conditions.every(Boolean)),
  OR: (args) => overConditions(args, (conditions) => conditions.some(Boolean)),
  NOT: (args) => negated(conditionOf(single(args[0]!))),
  COUNT: (args) => countAll(args, isExact, (value) => isExact(value) || typeof value === "boolean"),
  COUNTA: (args) => countAll(args, isFilled, isFilled),
  COUNTIF: (args) => countIf(args[0]!, single(args[1]!)),
  ISBLANK: (args) => single(args[0]!) === null || (args[0]!.cell && single(args[0]!) === ""),
  ISNUMBER: (args) => isExact(single(args[0]!)),
};

/** The one value of an argument; a column has none. */
function single(argument: Argument): Answer {
  if (!argument.cell) return argument.value;
  return argument.column ? undecided("column-in-arithmetic") : argument.values[0]!;
}

function withNumber(value: Answer, compute: (number: Exact) => Answer): Answer {
  const number = numberOf(value);
  return isUndecided(number) ? number : compute(number);
}

function round(value: Answer, places: Answer): Answer {
  return withNumber(value, (number) => withNumber(places, (digits) => roundExact(number, toNumber(truncate(digits)))));
}

function negated(condition: boolean | Undecided): Answer {
  return isUndecided(condition) ? condition : !condition;
}

/** Numbers of all arguments: of cells the numbers only, of expressions also TRUE as 1; words in an expression have none. */
function overNumbers(args: readonly Argument[], compute: (numbers: readonly Exact[]) => Answer): Answer {
  const numbers: Exact[] = [];
  for (const argument of args) {
    if (argument.cell) {
      for (const value of argument.values) if (isExact(value)) numbers.push(value);
      continue;
    }
    const number = numberOf(argument.value);
    if (isUndecided(number)) return number;
    numbers.push(number);
  }
  return compute(numbers);
}

function overConditions(args: readonly Argument[], compute: (conditions: readonly boolean[]) => Answer): Answer {
  const conditions: boolean[] = [];
  for (const argument of args) {
    const values = argument.cell
      ? argument.values.filter((value) => value !== null && typeof value !== "string")
      : [argument.value];
    for (const value of values) {
      const condition = conditionOf(value);
      if (isUndecided(condition)) return condition;
      conditions.push(condition);
    }
  }
  return conditions.length === 0 ? undecided("text-in-arithmetic") : compute(conditions);
}

function pick(numbers: readonly Exact[], sign: number): Exact {
  if (numbers.length === 0) return 0;
  return numbers.reduce((best, number) => (compareExact(number, best) * sign > 0 ? number : best));
}

function countAll(
  args: readonly Argument[],
  inCell: (value: Answer) => boolean,
  inExpression: (value: Answer) => boolean,
): number {
  let count = 0;
  for (const argument of args) {
    if (argument.cell) count += argument.values.filter(inCell).length;
    else if (inExpression(argument.value)) count += 1;
  }
  return count;
}

/** An error is something too, as in Excel. */
function isFilled(value: Answer): boolean {
  return isUndecided(value) || (value !== null && value !== "");
}

function countIf(range: Argument, criterion: Answer): Answer {
  if (isUndecided(criterion)) return criterion;
  if (!range.cell) return undecided("column-in-arithmetic");
  return range.values.filter(criterionTest(criterionOf(criterion))).length;
}
