// The printer: tree of a formula → text for Excel, with the fewest brackets.
import type { Formula, FormulaNode } from "./syntax.js";
import { ATOM_STRENGTH, PERCENT_STRENGTH, SIGN_STRENGTH, STRENGTH } from "./syntax.js";

/** A name, a reference with or without sheet, a number or a text. */
const WORD = /^(?:(?:'(?:[^']|'')+'|[\p{L}0-9_.]+)!)?[\p{L}0-9_.$:]+$|^"(?:[^"]|"")*"$/u;
/** A bracket or a call without brackets inside; the inner ones were already replaced. */
const CLOSED = /^[A-Za-z]*\([^()]*\)$/;

/**
 * The formula as text without `=`, arguments separated by `,`.
 * @param resolve what to print for a name: a cell, a name, or an expression (which is put in brackets where needed)
 */
export function printFormula(formula: Formula, resolve: (name: string) => string = (name) => name): string {
  return printWith(formula.root, { name: resolve, call: () => null });
}

/** How the parts that depend on the place are printed. */
export interface Printer {
  /** A name: a cell, a name, or an expression. */
  readonly name: (name: string) => string;
  /** A call in other words, or null to print it as it stands. */
  readonly call: (call: Extract<FormulaNode, { kind: "call" }>) => string | null;
}

/** Text of a tree; expressions that stand for names or calls are bracketed where needed. */
export function printWith(node: FormulaNode, printer: Printer): string {
  return printNode(node, printer, false);
}

/** @param inside true within a larger operation, where an expression needs brackets */
function printNode(node: FormulaNode, printer: Printer, inside: boolean): string {
  switch (node.kind) {
    case "number":
      return node.text;
    case "text":
      return quoted(node.text);
    case "boolean":
      return node.value ? "TRUE" : "FALSE";
    case "name":
      return inside ? atom(printer.name(node.name)) : printer.name(node.name);
    case "sign":
      return node.operator + part(node.operand, SIGN_STRENGTH, printer);
    case "percent":
      return `${part(node.operand, PERCENT_STRENGTH, printer)}%`;
    case "binary":
      return (
        part(node.left, STRENGTH[node.operator], printer) + node.operator + part(node.right, STRENGTH[node.operator] + 1, printer)
      );
    case "call":
      return printCall(node, printer, inside);
  }
}

function printCall(node: Extract<FormulaNode, { kind: "call" }>, printer: Printer, inside: boolean): string {
  const other = printer.call(node);
  if (other !== null) return inside ? atom(other) : other;
  return `${node.name}(${node.args.map((arg) => printNode(arg, printer, false)).join(",")})`;
}

function part(node: FormulaNode, least: number, printer: Printer): string {
  const text = printNode(node, printer, true);
  return strengthOf(node) < least ? `(${text})` : text;
}

/** How tightly a node binds when it stands inside another. */
export function strengthOf(node: FormulaNode): number {
  if (node.kind === "binary") return STRENGTH[node.operator];
  if (node.kind === "percent") return PERCENT_STRENGTH;
  return node.kind === "sign" ? SIGN_STRENGTH : ATOM_STRENGTH;
}

/** A text in quotation marks as formulas write it. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** The text itself when it binds as one (a reference, a number, one call or one bracket), otherwise in brackets. */
export function atom(text: string): string {
  return WORD.test(text) || CLOSED.test(withoutInnerBrackets(text)) ? text : `(${text})`;
}

/** The text with quotations and all brackets inside brackets taken out. */
function withoutInnerBrackets(text: string): string {
  let bare = text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
  for (let before = ""; before !== bare;) {
    before = bare;
    bare = bare.replace(/(\([^()]*)\([^()]*\)/g, "$1");
  }
  return bare;
}
