// Sentences of a paragraph: a full stop before a capital ends one, except after abbreviations and numbers.
import type { Span, Token } from "./tokens.js";
import { isCapital } from "./tokens.js";

/** A point after these ends no sentence: "TP. Đà Lạt", "đ/c. An", "v.v." */
const ABBREVIATION = /^(?:TP|Tp|tp|ThS|TS|PGS|GS|Q|P|H|TX|Tx|tx|St|v|vv|đ|c|tr|ô)$/u;

/** A text without full stops is cut here, so that reading it stays linear. */
const LONGEST = 600;

/** Cuts a span into sentences; every token belongs to exactly one. */
export function sentencesOf(tokens: readonly Token[], span: Span): Span[] {
  const out: Span[] = [];
  let from = span.from;
  for (let i = span.from; i < span.to; i++) {
    if (!endsSentence(tokens, i, span.to) && i - from < LONGEST) continue;
    out.push({ from, to: i + 1 });
    from = i + 1;
  }
  if (from < span.to) out.push({ from, to: span.to });
  return out;
}

function endsSentence(tokens: readonly Token[], i: number, to: number): boolean {
  const [token, next] = [tokens[i]!, tokens[i + 1]];
  if (token.text === "!" || token.text === "?") return true;
  if (token.text !== "." && token.text !== "…") return false;
  if (next === undefined || i + 1 >= to) return true;
  if (next.gap === "none" && next.kind !== "word") return false;
  const before = tokens[i - 1];
  const short = before !== undefined && before.kind === "word" && ABBREVIATION.test(before.text);
  return (
    !short &&
    (isCapital(next) ||
      (next.kind === "number" && next.gap !== "none") ||
      next.text === "“" ||
      next.text === "-" ||
      next.text === "+")
  );
}
