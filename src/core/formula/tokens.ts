// The text of a formula cut into tokens.
import type { FormulaProblem } from "./problems.js";

export interface Token {
  readonly kind: "number" | "text" | "word" | "symbol" | "end";
  /** As written; of a text the meaning, without quotation marks. */
  readonly text: string;
  /** Where it starts, from 0. */
  readonly at: number;
}

export interface FormulaFault {
  /** From 0. */
  readonly at: number;
  readonly problem: FormulaProblem;
}

const PATTERN =
  /[\s\u00a0]*(?:(?<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)|"(?<text>(?:[^"]|"")*)"|(?<word>[\p{L}_][\p{L}\p{M}0-9_.]*)|(?<symbol><=|>=|<>|[-+*/^&=<>(),;%]))/uy;

/** Tokens with an end token last, or the first fault. A leading `=` is skipped. */
export function tokenize(text: string): readonly Token[] | FormulaFault {
  const tokens: Token[] = [];
  let position = /^[\s\u00a0]*=?/u.exec(text)![0].length;
  const end = text.length - /[\s\u00a0]*$/u.exec(text)![0].length;
  while (position < end) {
    PATTERN.lastIndex = position;
    const match = PATTERN.exec(text);
    if (match === null) return characterFault(text, position);
    tokens.push(tokenOf(match));
    position = PATTERN.lastIndex;
  }
  tokens.push({ kind: "end", text: "", at: Math.max(end, 0) });
  return tokens;
}

function tokenOf(match: RegExpExecArray): Token {
  const groups = match.groups!;
  const at = match.index + match[0].length - match[0].trimStart().length;
  if (groups["number"] !== undefined) return { kind: "number", text: groups["number"], at };
  if (groups["text"] !== undefined) return { kind: "text", text: groups["text"].replace(/""/g, '"'), at };
  if (groups["word"] !== undefined) return { kind: "word", text: groups["word"], at };
  return { kind: "symbol", text: groups["symbol"]!, at };
}

function characterFault(text: string, position: number): FormulaFault {
  const at = position + /^[\s\u00a0]*/u.exec(text.slice(position))![0].length;
  return { at, problem: text[at] === '"' ? "unclosed-text" : "unexpected-character" };
}
