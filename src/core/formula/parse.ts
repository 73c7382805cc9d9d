// The parser: text of a formula → tree, with Excel's precedence.
import { exactOfText } from "../figure/exact.js";
import { namesOf, requiredOf } from "./names.js";
import type { FormulaProblem } from "./problems.js";
import type { BinaryOperator, Formula, FormulaNode, FunctionName } from "./syntax.js";
import { FUNCTIONS, MAX_DEPTH, MAX_LENGTH, MAX_OPERATIONS, STRENGTH } from "./syntax.js";
import type { FormulaFault, Token } from "./tokens.js";
import { tokenize } from "./tokens.js";

export type ParsedFormula =
  | { readonly formula: Formula }
  /** `at` counts characters from 0. */
  | { readonly formula: null; readonly at: number; readonly problem: FormulaProblem };

/** Where the parser stands; state of one parse. */
interface Cursor {
  readonly tokens: readonly Token[];
  index: number;
  depth: number;
  operations: number;
}

/** Carries a fault out of the recursion; never leaves this file. */
class Fault extends Error {
  constructor(
    readonly problem: FormulaProblem,
    readonly at: number,
  ) {
    super(problem);
  }
}

/**
 * Parses a formula of the subset; see docs/formulas.md.
 * @param text with or without a leading `=`; arguments separated by `,` or `;`; decimals with a dot
 * @returns the formula, or the first problem and its place; never throws for what was typed
 */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > MAX_LENGTH) return { formula: null, at: MAX_LENGTH, problem: "too-long" };
  const tokens = tokenize(text);
  if (isFault(tokens)) return { formula: null, ...tokens };
  if (tokens.length === 1) return { formula: null, at: 0, problem: "empty" };
  try {
    const cursor: Cursor = { tokens, index: 0, depth: 0, operations: 0 };
    const root = readOperation(cursor, 1);
    const rest = peek(cursor);
    if (rest.kind !== "end") throw new Fault("unexpected-word", rest.at);
    return { formula: formulaOf(root) };
  } catch (fault) {
    if (fault instanceof Fault) return { formula: null, at: fault.at, problem: fault.problem };
    throw fault;
  }
}

/** The formula of a tree. */
export function formulaOf(root: FormulaNode): Formula {
  return { root, names: namesOf(root), required: requiredOf(root) };
}

function isFault(result: readonly Token[] | FormulaFault): result is FormulaFault {
  return "problem" in result;
}

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.index]!;
}

function take(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== "end") cursor.index += 1;
  return token;
}

function takeOperator(cursor: Cursor): void {
  const token = take(cursor);
  cursor.operations += 1;
  if (cursor.operations > MAX_OPERATIONS) throw new Fault("too-many", token.at);
}

function isSymbol(token: Token, ...symbols: readonly string[]): boolean {
  return token.kind === "symbol" && symbols.includes(token.text);
}

function operatorOf(token: Token): BinaryOperator | null {
  return token.kind === "symbol" && Object.hasOwn(STRENGTH, token.text) ? (token.text as BinaryOperator) : null;
}

/** Operators of at least this strength, grouped from the left. */
function readOperation(cursor: Cursor, least: number): FormulaNode {
  let left = readPercent(cursor);
  for (;;) {
    const operator = operatorOf(peek(cursor));
    if (operator === null || STRENGTH[operator] < least) return left;
    takeOperator(cursor);
    const right = readOperation(cursor, STRENGTH[operator] + 1);
    left = { kind: "binary", operator, left, right };
  }
}

function readPercent(cursor: Cursor): FormulaNode {
  let node = readSigned(cursor);
  while (isSymbol(peek(cursor), "%")) {
    takeOperator(cursor);
    node = { kind: "percent", operand: node };
  }
  return node;
}

function readSigned(cursor: Cursor): FormulaNode {
  const token = peek(cursor);
  if (!isSymbol(token, "-", "+")) return readAtom(cursor);
  take(cursor);
  const operand = deeper(cursor, token, () => readSigned(cursor));
  return { kind: "sign", operator: token.text as "-" | "+", operand };
}

function readAtom(cursor: Cursor): FormulaNode {
  const token = take(cursor);
  if (token.kind === "number") return { kind: "number", value: exactOfText(token.text)!, text: token.text };
  if (token.kind === "text") return { kind: "text", text: token.text };
  if (token.kind === "word") return readWord(cursor, token);
  if (token.kind === "end") throw new Fault("unexpected-end", token.at);
  if (token.text !== "(") throw new Fault("unexpected-word", token.at);
  const inner = deeper(cursor, token, () => readOperation(cursor, 1));
  closeBracket(cursor, token);
  return inner;
}

function readWord(cursor: Cursor, word: Token): FormulaNode {
  const upper = word.text.toUpperCase();
  if (isSymbol(peek(cursor), "(")) return readCall(cursor, word, upper);
  if (upper === "TRUE" || upper === "FALSE") return { kind: "boolean", value: upper === "TRUE" };
  return { kind: "name", name: word.text };
}

function readCall(cursor: Cursor, word: Token, upper: string): FormulaNode {
  if (!Object.hasOwn(FUNCTIONS, upper)) throw new Fault("unknown-function", word.at);
  const name = upper as FunctionName;
  const bracket = take(cursor);
  const args = isSymbol(peek(cursor), ")") ? [] : deeper(cursor, bracket, () => readArguments(cursor));
  closeBracket(cursor, bracket);
  const [least, most] = FUNCTIONS[name];
  if (args.length < least || args.length > most) throw new Fault("argument-count", word.at);
  if (name === "COUNTIF" && args[0]!.kind !== "name") throw new Fault("range-expected", word.at);
  return { kind: "call", name, args };
}

function readArguments(cursor: Cursor): FormulaNode[] {
  const args = [readOperation(cursor, 1)];
  while (isSymbol(peek(cursor), ",", ";")) {
    take(cursor);
    args.push(readOperation(cursor, 1));
  }
  return args;
}

function closeBracket(cursor: Cursor, open: Token): void {
  const token = take(cursor);
  if (isSymbol(token, ")")) return;
  if (token.kind === "end") throw new Fault("unclosed-bracket", open.at);
  throw new Fault("unexpected-word", token.at);
}

function deeper<T>(cursor: Cursor, token: Token, read: () => T): T {
  if (cursor.depth >= MAX_DEPTH) throw new Fault("too-deep", token.at);
  cursor.depth += 1;
  const result = read();
  cursor.depth -= 1;
  return result;
}
