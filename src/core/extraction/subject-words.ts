// The words of a subject: quantifiers, places, aims, brackets and years are left out, long ones are cut where they may be.
import type { Clause } from "./clauses.js";
import { due } from "./due.js";
import { ADVERBS, LONG_FORMS, MARKS, PLACES, predicateAt, QUANTIFIERS, TAILS } from "./noun-phrases.js";
import { find } from "./phrases.js";
import type { Subject } from "./subject.js";
import type { Span, Token } from "./tokens.js";
import { isWord, markIn } from "./tokens.js";

/** Most words of a subject before it is shortened, and most words read at all. */
const LONG = 20;
const LONGEST = 40;

/** The words after a number without quantifiers, trailing comparator, place and tail. */
export function populationWords(tokens: readonly Token[], clause: Clause): readonly Token[] {
  let { from } = clause.after;
  const { trailing } = clause.quantity;
  const rest = trailing === null ? null : populationTail(tokens, trailing.to, clause.after.to);
  const to = trailing === null ? clause.after.to : Math.min(clause.after.to, trailing.from);
  if (from >= to || tokens[from]!.kind === "mark") return [];
  for (let read = QUANTIFIERS(tokens, from); read !== null && read.next < to; read = QUANTIFIERS(tokens, from)) from = read.next;
  return [...withoutPlace(tokens, tailCut(tokens, { from, to })), ...(rest ?? [])];
}

/** "20% chi bộ trở lên *hoàn thành xuất sắc nhiệm vụ*": a predicate behind "trở lên". */
function populationTail(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  if (predicateAt(tokens, from) === null) return [];
  const span = tailCut(tokens, { from, to });
  return tokens.slice(span.from, span.to);
}

/** "cấp ủy *trong toàn Đảng bộ* được kiểm tra": the place between noun and predicate is left out. */
function withoutPlace(tokens: readonly Token[], span: Span): readonly Token[] {
  const verb = find(predicateAt, tokens, span.from + 1, span.to);
  const place = find(PLACES, tokens, span.from + 1, verb?.at ?? span.to);
  const kept =
    place === null
      ? tokens.slice(span.from, span.to)
      : [...tokens.slice(span.from, place.at), ...tokens.slice(verb?.at ?? span.to, span.to)];
  return kept;
}

/** Cuts brackets, aims and manners off the end, once the noun has been told. */
function tailCut(tokens: readonly Token[], span: Span): Span {
  const { from } = span;
  let to = Math.min(span.to, from + LONGEST + 5);
  for (let i = from + 2; i < to; i++) {
    i = behindAside(tokens, i, to);
    if (tokens[i]!.text !== "(" && (TAILS(tokens, i) === null || isNoTail(tokens, i))) continue;
    to = i;
    break;
  }
  while (to > from && (MARKS(tokens, to - 1) !== null || isWord(tokens[to - 1], ...DANGLING))) to--;
  return { from, to };
}

/** "hạ tầng ngầm (xây mới) trong khu đô thị": a short remark in brackets does not end the noun. */
function behindAside(tokens: readonly Token[], at: number, to: number): number {
  const close = tokens[at]!.text === "(" ? markIn(tokens, ")", at, Math.min(to, at + 5)) : null;
  return close !== null && close + 1 < to && tokens[close + 1]!.kind === "word" ? close + 1 : at;
}

/** "làm theo tư tưởng", "bạo lực trên cơ sở giới", "đồng thời là": words of the noun itself. */
function isNoTail(tokens: readonly Token[], i: number): boolean {
  if (isWord(tokens[i], "đồng") && isWord(tokens[i + 2], "là")) return true;
  return isWord(tokens[i - 1], "làm") || (isWord(tokens[i], "trên") && isWord(tokens[i + 3], "giới"));
}

const DANGLING = ["và", "hoặc", "cho", "trong", "đến", "từ", "cùng", "với", "được", "của", "có"];

/** The words of a span as people write them; adverbs, brackets with numbers or left open, and years are dropped. */
export function wordsOf(
  tokens: readonly Token[],
  span: { readonly from?: number; readonly at?: number; readonly to?: number; readonly next?: number },
  years?: "with years",
): string[] {
  const to = span.to ?? span.next!;
  const out: string[] = [];
  for (let i = span.from ?? span.at!; i < to && out.length < LONGEST;) {
    const dropped = dropAt(tokens, i, to, years !== undefined);
    if (dropped === i) addWord(out, tokens[i]!);
    i = Math.max(dropped, i + 1);
  }
  return out;
}

function addWord(out: string[], token: Token): void {
  const word = (LONG_FORMS.get(token.text.toLowerCase()) ?? token.text).normalize("NFC");
  if (token.gap === "none" && out.length > 0) out[out.length - 1] += word;
  else out.push(word);
}

function dropAt(tokens: readonly Token[], i: number, to: number, years: boolean): number {
  const adverb = ADVERBS(tokens, i);
  if (adverb !== null && adverb.next <= to && !isWord(tokens[adverb.next], "trọng", "khắc", "minh")) return adverb.next;
  const year = years ? null : due(tokens, i);
  if (year !== null && year.next <= to) return year.next;
  if (tokens[i]!.text !== "(") return i;
  const close = markIn(tokens, ")", i, Math.min(to, i + 30));
  if (close === null) return to;
  return close + 1 - i > 5 || tokens.slice(i, close + 1).some((t) => t.kind === "number") ? close + 1 : i;
}

const BREAKS = new Set(["và", "về", "trong", "bằng", "theo", "nhằm", "của", "tại", "để"]);

/** A subject of more than twenty words ends at an earlier comma or preposition of its predicate. */
export function shortened(subject: Subject): Subject {
  const predicate = cut(subject.predicate, 2, Math.max(4, LONG - subject.noun.length));
  return { ...subject, noun: predicate.length > 0 ? subject.noun : cut(subject.noun, 4, LONG), predicate };
}

function cut(list: readonly string[], least: number, room: number): readonly string[] {
  let length = list.length;
  while (length > room) {
    const at = lastBreak(list, least, length);
    if (at === null) break;
    length = at;
  }
  return list.slice(0, length).map((word, i) => (i === length - 1 ? word.replace(/[,;]+$/u, "") : word));
}

function lastBreak(list: readonly string[], least: number, to: number): number | null {
  for (let i = to - 1; i >= least; i--) if (BREAKS.has(list[i]!.toLowerCase()) || list[i - 1]!.endsWith(",")) return i;
  return null;
}
