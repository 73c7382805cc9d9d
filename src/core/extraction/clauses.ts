// Clauses: each quantity of a sentence gets the words before it and after it that are its own.
import { find, looseWords, words } from "./phrases.js";
import { due } from "./due.js";
import { isIndicatorHead, predicateAt } from "./noun-phrases.js";
import type { Quantity } from "./quantity.js";
import type { Span, Token } from "./tokens.js";
import { isWord, markIn } from "./tokens.js";

/** A quantity with the words around it. The words of two neighbours may overlap when nothing divides them. */
export interface Clause {
  readonly quantity: Quantity;
  readonly before: Span;
  readonly after: Span;
  /** How it is joined to the clause before: by "trong đó" (a part of it), a comma or "và", a semicolon, or nothing. */
  readonly join: "start" | "nested" | "list" | "semicolon" | "shared";
}

/** Longest stretch of words that belongs to one number; keeps time linear in texts without marks. */
const REACH = 70;

const NESTED = looseWords("trong đó", "riêng", "trong số đó", "bao gồm");
const AND = words("và");
const LEADS = looseWords(`
  phấn đấu | hằng năm | hàng năm | có | đạt | tăng | giảm | nâng | duy trì | kết nạp | mỗi | bảo đảm | đảm bảo |
  xây dựng
`);

/** The clauses of a sentence, one for each quantity. */
export function clausesOf(tokens: readonly Token[], sentence: Span, quantities: readonly Quantity[]): Clause[] {
  const splits = quantities.map((q, i) =>
    i === 0
      ? { at: sentence.from, resume: sentence.from, join: startJoin(tokens, sentence) }
      : splitBetween(tokens, quantities[i - 1]!.next, q),
  );
  return quantities.map((quantity, i) => {
    const split = splits[i]!;
    const end = Math.min(splits[i + 1]?.at ?? sentence.to, bracketEnd(tokens, split.resume, quantity));
    return {
      quantity,
      before: { from: Math.max(lastSemicolon(tokens, split.resume, quantity.from), quantity.from - REACH), to: quantity.from },
      after: {
        from: quantity.next,
        to: afterEnd(tokens, quantity.next, Math.min(end, quantity.next + REACH), i + 1 < quantities.length),
      },
      join: split.join,
    };
  });
}

function startJoin(tokens: readonly Token[], sentence: Span): Clause["join"] {
  return NESTED(tokens, sentence.from) === null ? "start" : "nested";
}

interface Split {
  /** Where the clause before ends, and where this one starts. */
  readonly at: number;
  readonly resume: number;
  readonly join: Clause["join"];
}

/** Where the words between two numbers part: "trong đó", a semicolon, the comma before an indicator, the last comma, "và". */
function splitBetween(tokens: readonly Token[], from: number, q: Quantity): Split {
  const to = q.from;
  const nested = lastOf(tokens, Math.max(from, to - REACH), to, (i) => NESTED(tokens, i) !== null);
  const semicolon = lastOf(tokens, Math.max(from, to - REACH), to, (i) => tokens[i]!.text === ";");
  if (nested !== null && nested > (semicolon ?? -1)) return { at: nested, resume: NESTED(tokens, nested)!.next, join: "nested" };
  if (semicolon !== null) return { at: semicolon, resume: semicolon + 1, join: "semicolon" };
  const bracket = lastOf(tokens, Math.max(from, to - 8), to, (i) => tokens[i]!.text === "(");
  if (bracket !== null) return { at: bracket, resume: bracket + 1, join: "list" };
  if (tokens[to - 1]?.text === ":" && lastComma(tokens, from, to) === null) return { at: from, resume: from, join: "list" };
  const comma =
    tokens[from]?.text === "," && from < to ? from : (indicatorComma(tokens, from, to) ?? lastComma(tokens, from, to));
  if (comma !== null) return { at: comma, resume: comma + 1, join: "list" };
  const and = indicatorAnd(tokens, from, to) ?? lastOf(tokens, Math.max(from, to - 8), to, (i) => isWord(tokens[i], "và"));
  if (and !== null) return { at: and, resume: and + 1, join: "list" };
  return { at: to, resume: from, join: "shared" };
}

function lastOf(tokens: readonly Token[], from: number, to: number, test: (i: number) => boolean): number | null {
  for (let i = to - 1; i >= from; i--) if (tokens[i] !== undefined && test(i)) return i;
  return null;
}

function lastComma(tokens: readonly Token[], from: number, to: number): number | null {
  return lastOf(tokens, Math.max(from, to - REACH), to, (i) => tokens[i]!.text === ",");
}

/** The first comma after which an indicator, a verb of a target or a due starts: ", tỷ trọng công nghiệp chế biến, chế tạo trong GDP đạt". */
function indicatorComma(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = from; i < Math.min(to, from + REACH); i++) {
    if (tokens[i]!.text !== ",") continue;
    if (isIndicatorHead(tokens, i + 1) || LEADS(tokens, i + 1) !== null || due(tokens, i + 1) !== null) return i;
  }
  return null;
}

/** "… 75 triệu đồng/năm và tỷ lệ hộ nghèo … còn 3%". */
function indicatorAnd(tokens: readonly Token[], from: number, to: number): number | null {
  const and = find(AND, tokens, from, to, REACH);
  return and !== null && isIndicatorHead(tokens, and.next) ? and.at : null;
}

function lastSemicolon(tokens: readonly Token[], from: number, to: number): number {
  return (lastOf(tokens, Math.max(from, to - REACH), to, (i) => tokens[i]!.text === ";") ?? from - 1) + 1;
}

/**
 * The end of the words after a number: a semicolon, unless the noun goes on behind it ("100% báo cáo viên; tuyên truyền viên được tập huấn").
 */
function afterEnd(tokens: readonly Token[], from: number, to: number, followed: boolean): number {
  for (let i = from; i < to; i++) {
    if (tokens[i]!.text !== ";") continue;
    const seen = find(predicateAt, tokens, from, i) !== null;
    const ahead = find(predicateAt, tokens, i, to) !== null && !followed;
    return seen || !ahead || i === from ? i : to;
  }
  const last = tokens[to - 1];
  return last !== undefined && to > from && /^[.;!?]$/u.test(last.text) ? to - 1 : to;
}

/** A bracket that opens before the number and closes after it ends the clause: "(ít nhất 01 ngày/tháng)". */
function bracketEnd(tokens: readonly Token[], from: number, q: Quantity): number {
  const open = lastOf(tokens, Math.max(from, q.from - 12), q.from, (i) => tokens[i]!.text === "(" || tokens[i]!.text === ")");
  if (open === null || tokens[open]!.text === ")") return Infinity;
  return markIn(tokens, ")", q.next, q.next + 25) ?? Infinity;
}
