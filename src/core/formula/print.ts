// The printer: tree of a formula → text for Excel, with the fewest brackets.
import type { Formula, FormulaNode } from "./syntax.js";
import { ATOM_STRENGTH, PERCENT_STRENGTH, SIGN_STRENGTH, STRENGTH } from "./syntax.js";

/** Text that binds as one: a name, a reference with or without sheet, a number, a call of a function or a bracket without inner brackets. */
const ATOM = /^(?:(?:'(?:[^']|'')+'|[\p{L}0-9_.]+)!)?[\p{L}0-9_.$:]+$|^[A-Z]*\([^()]*\)$|^"(?:[^"]|"")*"$/u;

/**
 * The formula as text without `=`, arguments separated by `,`.
 * @param resolve what to print for a name: a cell, a name, or an expression (which is put in brackets where needed)
 */
export function printFormula(formula: Formula, resolve: (name: string) => string = (name) => name): string {
  return printNode(formula.root, resolve);
}

export function printNode(node: FormulaNode, resolve: (name: string) => string): string {
  switch (node.kind) {
    case "number":
      return node.text;
    case "text":
      return quoted(node.text);
    case "boolean":
      return node.value ? "TRUE" : "FALSE";
    case "name":
      return atom(resolve(node.name));
    case "sign":
      return node.operator + bracketed(node.operand, SIGN_STRENGTH, resolve);
    case "percent":
      return `${bracketed(node.operand, PERCENT_STRENGTH, resolve)}%`;
    case "binary":
      return (
        bracketed(node.left, STRENGTH[node.operator], resolve) +
        node.operator +
        bracketed(node.right, STRENGTH[node.operator] + 1, resolve)
      );
    case "call":
      return `${node.name}(${node.args.map((arg) => printArgument(arg, resolve)).join(",")})`;
  }
}

/** An argument of a call needs no brackets of its own. */
function printArgument(node: FormulaNode, resolve: (name: string) => string): string {
  return node.kind === "name" ? resolve(node.name) : printNode(node, resolve);
}

/** How tightly a node binds when it stands inside another. */
export function strengthOf(node: FormulaNode): number {
  if (node.kind === "binary") return STRENGTH[node.operator];
  if (node.kind === "percent") return PERCENT_STRENGTH;
  return node.kind === "sign" ? SIGN_STRENGTH : ATOM_STRENGTH;
}

function bracketed(node: FormulaNode, least: number, resolve: (name: string) => string): string {
  const text = printNode(node, resolve);
  return strengthOf(node) < least ? `(${text})` : text;
}

/** A text in quotation marks as formulas write it. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** The text itself when it binds as one, otherwise in brackets. */
export function atom(text: string): string {
  return ATOM.test(text) ? text : `(${text})`;
}
