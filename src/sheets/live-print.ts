// Prints formulas over cells so that blanks, yes/no words and columns count as they do in the core.
import type { Definition } from "../core/definition/definition.js";
import { isExact, toDecimalText } from "../core/figure/exact.js";
import type { Exact } from "../core/figure/exact.js";
import type { Criterion } from "../core/formula/criteria.js";
import { criterionOf } from "../core/formula/criteria.js";
import type { Formula, FormulaNode } from "../core/formula/index.js";
import { atom, printWith, quoted } from "../core/formula/print.js";
import { fieldOfName, isColumnName } from "../core/verdict/scope.js";
import type { LiveNames } from "./live-names.js";

type Call = Extract<FormulaNode, { kind: "call" }>;

interface Context {
  readonly definition: Definition;
  readonly names: LiveNames;
  /** Names that the guard has found filled in. */
  readonly required: ReadonlySet<string>;
}

/** Text of a formula over the cells of a workbook. */
export function printLive(definition: Definition, formula: Formula, names: LiveNames): string {
  return print({ definition, names, required: new Set(formula.required) }, formula.root);
}

function print(context: Context, node: FormulaNode): string {
  return printWith(node, { name: (name) => printName(context, name), call: (call) => printCall(context, call) });
}

/**
 * A figure that may be blank counts 0 then, also where spaces or an empty text stand in the cell. A whole column has no single value:
 * an error, which the guard turns into undecided.
 */
function printName(context: Context, name: string): string {
  const { names, required } = context;
  if (isColumn(context, name)) return "NA()";
  const blank = names.blank(name);
  const certain = required.has(name) || blank === "FALSE" || blank === "TRUE";
  const words = ["text", "choice"].includes(fieldOfName(context.definition, name)?.type ?? "");
  return certain || words || !isPlain(context, name) ? names.value(name) : `N(${names.range(name)})`;
}

function printCall(context: Context, call: Call): string | null {
  switch (call.name) {
    case "SUM":
    case "MIN":
    case "MAX":
    case "AND":
    case "OR":
      return printSkipping(context, call);
    case "COUNT":
      return sumOf(call.args.map((arg) => countNumber(context, arg)));
    case "COUNTA":
      return sumOf(call.args.map((arg) => countFilled(context, arg)));
    case "COUNTIF":
      return printCountIf(context, call.args[0]!, call.args[1]!);
    case "ISBLANK":
      return isBlank(context, call.args[0]!);
    case "ISNUMBER":
      return isNumber(context, call.args[0]!);
    case "ABS":
    case "ROUND":
    case "IF":
    case "NOT":
      return null;
  }
}

function sumOf(terms: readonly string[]): string {
  return terms.length === 1 ? terms[0]! : `SUM(${terms.join(",")})`;
}

/** A figure whose value is the cell itself, so that Excel skips blanks by its own rules. */
function isPlain({ names }: Context, name: string): boolean {
  return names.value(name) === names.range(name);
}

function isColumn({ definition }: Context, name: string): boolean {
  return isColumnName(definition, name);
}

/** Calls that skip blanks: figures that are certainly blank are left out; the cell itself stands for a blank yes/no. */
function printSkipping(context: Context, call: Call): string {
  const { names } = context;
  const args = call.args.flatMap((arg) => {
    if (arg.kind !== "name") return [print(context, arg)];
    const blank = names.blank(arg.name);
    if (blank === "TRUE") return [];
    if (isColumn(context, arg.name)) return [names.range(arg.name)];
    if (isPlain(context, arg.name) || blank === "FALSE" || call.name === "SUM") return [names.value(arg.name)];
    return [`IF(${blank},${names.range(arg.name)},${names.value(arg.name)})`];
  });
  if (args.length === 0) return call.name === "AND" || call.name === "OR" ? "NA()" : "0";
  return `${call.name}(${args.join(",")})`;
}

function countNumber(context: Context, arg: FormulaNode): string {
  const { names } = context;
  if (arg.kind !== "name") return `COUNT(${print(context, arg)})`;
  if (isColumn(context, arg.name)) return names.blank(arg.name) === "TRUE" ? "0" : `COUNT(${names.range(arg.name)})`;
  return isPlain(context, arg.name)
    ? unlessBlank(names.blank(arg.name), `COUNT(${names.range(arg.name)})`)
    : filled(names.blank(arg.name));
}

function countFilled(context: Context, arg: FormulaNode): string {
  const { names } = context;
  if (arg.kind === "name") {
    const blank = names.blank(arg.name);
    return isColumn(context, arg.name) && blank !== "TRUE" ? filledCells(names.range(arg.name)) : filled(blank);
  }
  const text = print(context, arg);
  return `IF(ISERROR(${text}),1,IF(LEN(${text})>0,1,0))`;
}

/** 1 unless blank. */
function filled(blank: string): string {
  return unlessBlank(blank, "1");
}

function unlessBlank(blank: string, text: string): string {
  if (blank === "TRUE") return "0";
  return blank === "FALSE" || text !== "1" ? text : `IF(${blank},0,1)`;
}

/** Cells of a column that hold more than spaces. */
function filledCells(range: string): string {
  return `SUMPRODUCT((LEN(TRIM(${range}))>0)*1)`;
}

function isBlank(context: Context, arg: FormulaNode): string {
  if (arg.kind === "name" && isColumn(context, arg.name)) return "FALSE";
  return arg.kind === "name" ? context.names.blank(arg.name) : `ISBLANK(${print(context, arg)})`;
}

function isNumber(context: Context, arg: FormulaNode): string {
  const { names } = context;
  if (arg.kind !== "name") return `ISNUMBER(${print(context, arg)})`;
  const blank = names.blank(arg.name);
  if (blank === "TRUE" || isColumn(context, arg.name)) return "FALSE";
  return isPlain(context, arg.name) ? `ISNUMBER(${names.range(arg.name)})` : `NOT(${blank})`;
}

/** COUNTIF over a column or a cell; one that is not a plain cell, and `<>`, which in Excel counts blanks too, are printed in other words. */
function printCountIf(context: Context, range: FormulaNode, criterion: FormulaNode): string {
  const { names } = context;
  if (range.kind !== "name" || names.blank(range.name) === "TRUE") return "0";
  const cells = names.range(range.name);
  const constant = constantOf(criterion);
  const column = isColumn(context, range.name);
  if (!column && !isPlain(context, range.name)) return countOne(context, range.name, criterion, constant);
  if (constant === null) return `COUNTIF(${cells},${print(context, criterion)})`;
  const all = column ? filledCells(cells) : filled(names.blank(range.name));
  if (constant.operand === "") return constant.operator === "<>" ? all : "0";
  if (constant.operator !== "<>") return `COUNTIF(${cells},${criterionText(constant)})`;
  return `(${all}-COUNTIF(${cells},${criterionText({ operator: "=", operand: constant.operand })}))`;
}

function countOne(context: Context, name: string, criterion: FormulaNode, constant: Criterion | null): string {
  const value = atom(context.names.value(name));
  const test =
    constant === null ? `${value}=${atom(print(context, criterion))}` : value + constant.operator + operandText(constant.operand);
  return `IF(${context.names.blank(name)},0,IF(${test},1,0))`;
}

function constantOf(node: FormulaNode): Criterion | null {
  if (node.kind === "number") return criterionOf(node.value);
  if (node.kind === "text") return criterionOf(node.text);
  return node.kind === "boolean" ? criterionOf(node.value) : null;
}

/** A number is joined to its sign with `&`, because a decimal inside quotation marks is read by the language of the program. */
function criterionText({ operator, operand }: Criterion): string {
  if (typeof operand === "string") return quoted(operator === "=" ? operand : operator + operand);
  return operator === "=" ? operandText(operand) : `"${operator}"&${operandText(operand)}`;
}

function operandText(operand: Exact | string | boolean): string {
  if (typeof operand === "string") return quoted(operand);
  if (!isExact(operand)) return operand ? "TRUE" : "FALSE";
  return toDecimalText(operand, 12).replace(/\.?0+$/, "") || "0";
}
