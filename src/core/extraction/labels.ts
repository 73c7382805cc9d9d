// Labels: words that name a number by standing right beside it: "Chiến sĩ thi đua: 01", "Tốt: 60%", "Khá 35%", "(70% tốt)".
import type { Clause } from "./clauses.js";
import { leadingOff, trimmed } from "./indicator-words.js";
import { REST } from "./noun-phrases.js";
import { endingAt, find, looseWords, words } from "./phrases.js";
import { wordsOf } from "./subject-words.js";
import type { Subject } from "./subject.js";
import type { Span, Token } from "./tokens.js";
import { isCapital, isWord } from "./tokens.js";

const HEAD_MARKS = words(":", "=");
const PARTS = words(";", ",", "(", ":", "+", "-", "–", "/", "và");
const RATINGS = looseWords(`
  tốt | khá | giỏi | xuất sắc | trung bình | TB | yếu | kém | đạt | chưa đạt | không đạt | loại tốt | loại khá | loại giỏi | loại xuất sắc |
  loại A | loại B | loại C | hoàn thành tốt | hoàn thành | hoàn thành xuất sắc
`);

/** The subject of a number that a label names; null when none does. */
export function labelOf(tokens: readonly Token[], clause: Clause, after: readonly Token[]): Subject | null {
  return ratingOf(tokens, clause, after) ?? colonLabel(tokens, clause, after);
}

/** "Tốt 36%; Khá 44%; Đạt 18%" and "(70% tốt, 25% khá)": a rating before or behind the number, its head before the colon. */
function ratingOf(tokens: readonly Token[], clause: Clause, after: readonly Token[]): Subject | null {
  const { before, quantity } = clause;
  if (quantity.measure.kind !== "percent" && quantity.measure.kind !== "none") return null;
  const read = endingAt(RATINGS, tokens, before.from, before.to);
  const parted = read !== null && (read.at === before.from || PARTS(tokens, read.at - 1) !== null);
  if (parted && !(isWord(tokens[read.at], "đạt") && !isRatedPass(tokens, read.at)))
    return label(wordsOf(tokens, read), headOf(tokens, { from: before.from, to: read.at }));
  const behind = after.length === 0 || tokens[before.to - 1]?.text === ":" ? null : RATINGS(after, 0);
  return behind?.next === after.length && before.to - before.from <= 1
    ? label(wordsOf(after, { from: 0, to: after.length }), headOf(tokens, before))
    : null;
}

/** "Đạt" names a rating after another one: with a capital inside the list. "…; đạt 85%" only links. */
function isRatedPass(tokens: readonly Token[], at: number): boolean {
  return isCapital(tokens[at]) && [";", ",", "("].includes(tokens[at - 1]?.text ?? "");
}

function headOf(tokens: readonly Token[], span: Span): string[] {
  const colon = find(HEAD_MARKS, tokens, span.from, span.to);
  return colon === null ? [] : wordsOf(tokens, trimmed(tokens, { from: span.from, to: colon.at }));
}

/** The words before the colon right before a number that has no noun after it. */
function colonLabel(tokens: readonly Token[], clause: Clause, after: readonly Token[]): Subject | null {
  const { before, quantity } = clause;
  const colon = before.to - 1;
  const named =
    quantity.measure.kind === "noun" ||
    (after.length > 0 && quantity.measure.kind === "percent" && REST(tokens, clause.after.from) === null);
  if (colon < before.from || tokens[colon]!.text !== ":" || named) return null;
  const from = lastHeadMark(tokens, before.from, colon);
  const own = { from: leadingOff(tokens, from ?? before.from, colon), to: colon };
  const outer = from === null ? [] : wordsOf(tokens, trimmed(tokens, { from: before.from, to: from - 1 }));
  const lead = quantity.rank ? ["xếp", "hạng"] : quantity.measure.text === "giải" ? ["giải"] : [];
  return label([...lead, ...wordsOf(tokens, own)], outer);
}

function label(noun: readonly string[], head: readonly string[]): Subject {
  return { shape: "label", noun, predicate: [], action: [], head };
}

function lastHeadMark(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = to - 1; i >= from; i--) if (HEAD_MARKS(tokens, i) !== null) return i + 1;
  return null;
}

const RATING_NAMES = new Set([
  "tốt",
  "khá",
  "giỏi",
  "xuất sắc",
  "trung bình",
  "yếu",
  "kém",
  "đạt",
  "chưa đạt",
  "không đạt",
  "loại tốt",
  "loại khá",
  "loại giỏi",
  "loại xuất sắc",
  "hoàn thành tốt",
  "hoàn thành",
  "hoàn thành xuất sắc",
]);

/** True for "Tốt", "Khá": a label that needs its head. */
export function isRating(subject: Subject): boolean {
  return subject.shape === "label" && RATING_NAMES.has(subject.noun.join(" ").toLowerCase());
}
