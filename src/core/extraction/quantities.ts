// Quantities: comparator, number or range, measure, read from left to right.
import type { ComparatorWord } from "./comparators.js";
import { comparatorAfter, comparatorBefore, distantComparator } from "./comparators.js";
import type { Measure } from "./measures.js";
import { measureAfter } from "./measures.js";
import { negative } from "./negatives.js";
import type { Numeral } from "./numbers.js";
import { digits, isYear, round, spelledMultiple, spelledNumber, spelledShare } from "./numbers.js";
import type { Read } from "./phrases.js";
import { find, looseWords, words } from "./phrases.js";
import type { Quantity } from "./quantity.js";
import { withoutParts } from "./quantity-parts.js";
import { fraction, ranked, special } from "./shares.js";
import type { Span, Token } from "./tokens.js";
import { isWord, markIn } from "./tokens.js";

const DASH = words("-", "–", "—", "−", "đến", "tới", "~");
const LEVEL_CHANGE = words("lên", "xuống", "còn", "lên đến", "lên tới");
const EACH = words("mỗi", "từng");

/** All quantities of a span in order. What is no quantity is passed over. */
export function quantitiesIn(tokens: readonly Token[], span: Span): Quantity[] {
  const found: Quantity[] = [];
  let { from } = span;
  for (let at = span.from; at < span.to;) {
    const read = quantityAt(tokens, at, from, span.to);
    if (read === null) at = numberEnd(tokens, at);
    else {
      if (read.value !== null) found.push(read.value);
      if (read.value !== null) from = read.value.next;
      at = Math.max(read.next, at + 1);
    }
  }
  return withoutParts(tokens, found, span);
}

const STOPS = words(";", ":", "-", "–", ".");

/** A number that is no quantity is passed with the numbers stuck to it, and with the end of its range: "01/11/2012", "độ tuổi 18 - 22". */
function numberEnd(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  if (tokens[at]!.kind !== "number") return next;
  while (
    tokens[next] !== undefined &&
    tokens[next]!.gap === "none" &&
    tokens[next]!.text !== "." &&
    (tokens[next]!.kind === "number" || /^[-/–,:]$/u.test(tokens[next]!.text))
  )
    next++;
  const [dash, high] = [tokens[next], tokens[next + 1]];
  const range = dash !== undefined && /^[-–]$/u.test(dash.text) && dash.gap === "space" && high?.kind === "number";
  return range && !["percent", "money"].includes(measureAfter(tokens, next + 2).value.kind) ? next + 2 : next;
}

/** A quantity at a token; `value: null` when a number stands there that a following one replaces ("từ 35% lên 45%"). */
function quantityAt(tokens: readonly Token[], at: number, from: number, to: number): Read<Quantity | null> | null {
  const before = comparatorBefore(tokens, at);
  const start = before?.next ?? at;
  const word = before?.value ?? null;
  const span = { from, to };
  if (tokens[start]?.kind !== "number") return counted(tokens, at, start, word, span);
  return ranked(tokens, at, start) ?? fraction(tokens, at, start, word, span) ?? counted(tokens, at, start, word, span);
}

/** Digits with their measure and range, or words where a bound or "mỗi" asks for a number. */
function counted(
  tokens: readonly Token[],
  from: number,
  at: number,
  before: ComparatorWord | null,
  span: Span,
): Read<Quantity | null> | null {
  const share = spelledShare(tokens, at) ?? spelledMultiple(tokens, at);
  if (share !== null) return special(tokens, from, at, share, before);
  const numeral = digits(tokens, at) ?? spelled(tokens, at, before, span);
  if (numeral === null || numeral.next > span.to) return null;
  const first = afterBrackets(tokens, numeral.next);
  const range = rangeEnd(tokens, numeral.value, first, before);
  const measure = measureAfter(tokens, range?.next ?? first);
  const number = {
    at,
    next: range?.next ?? numeral.next,
    percent: measure.value.kind === "percent" && measure.value.base !== "GDP",
    strong: before?.strong ?? false,
  };
  if (isAttribute(tokens, from, measure.value, span)) return null;
  if (isBase(tokens, from, numeral.value.value, before, measure)) return { value: null, next: measure.next };
  if (negative(tokens, number) !== null || partOfDate(tokens, number.next)) return null;
  if (isReplaced(tokens, measure.next, from, before, span.to)) return { value: null, next: measure.next };
  return finish(tokens, { from, at, measure, before, span, low: numeral.value, high: range?.value ?? null });
}

interface Parts {
  readonly from: number;
  readonly at: number;
  readonly measure: Read<Measure>;
  readonly before: ComparatorWord | null;
  readonly span: Span;
  readonly low: Numeral;
  readonly high: Numeral | null;
}

function finish(tokens: readonly Token[], p: Parts): Read<Quantity> {
  const { measure } = p;
  const after = comparatorAfter(
    tokens,
    measure.next,
    clauseEnd(tokens, measure.next, p.span.to),
    p.before?.comparator === ">=" ? 12 : 8,
  );
  const adjacent = after !== null && after.at === measure.next;
  const distant = p.before === null && after === null ? distantComparator(tokens, p.span.from, p.from) : null;
  const said = p.before ?? distant;
  const comparator = p.high !== null ? "between" : (after?.value ?? said?.comparator ?? "=");
  const scaled = (n: Numeral): number =>
    round(n.value * measure.value.factor * (n.ambiguous && isCount(measure.value) ? 1000 : 1));
  const value: Quantity = {
    from: p.from,
    next: adjacent ? after.next : measure.next,
    at: p.at,
    value: scaled(p.low),
    upper: p.high === null ? null : scaled(p.high),
    comparator,
    explicit: comparator !== "=",
    strong: (said?.strong ?? false) || after !== null,
    leads: p.before !== null && after === null && p.high === null,
    measure: measure.value,
    rank: false,
    trailing: after !== null && !adjacent ? { from: after.at, to: after.next } : null,
  };
  return { value, next: value.next };
}

const AGES = looseWords(
  "tuổi thọ",
  "tuổi bình quân",
  "tuổi trung bình",
  "độ tuổi bình quân",
  "độ tuổi trung bình",
  "bình quân tuổi",
);

/** "trẻ em dưới 5 tuổi", "sản phẩm 3 sao": what kind of thing it is, not how many. */
function isAttribute(tokens: readonly Token[], from: number, measure: Measure, span: Span): boolean {
  if (measure.text === "sao") return true;
  return measure.text === "tuổi" && find(AGES, tokens, Math.max(span.from, from - 15), from) === null;
}

const BASE_NOUNS = words(`
  dân | người dân | người | ha | hộ | hộ dân | trẻ | học sinh | lao động | đơn vị diện tích | km2 | m2
`);

/** "20 doanh nghiệp trên 1000 dân", "giá trị trên 1 ha": a power of ten of people or land is what others are divided by; a percentage never is. */
function isBase(
  tokens: readonly Token[],
  from: number,
  value: number,
  before: ComparatorWord | null,
  measure: Read<Measure>,
): boolean {
  if (
    measure.value.kind === "percent" ||
    !isWord(tokens[from], "trên") ||
    before?.comparator !== ">" ||
    !/^10*$/u.test(String(value * measure.value.factor))
  )
    return false;
  const noun = measure.value.kind === "unit" ? measure.next - 1 : measure.next;
  return BASE_NOUNS(tokens, noun) !== null && (value === 1 || tokens[from - 1]?.kind === "word");
}

function isCount(measure: Measure): boolean {
  return (measure.kind === "noun" || measure.kind === "unit") && measure.factor === 1;
}

function clauseEnd(tokens: readonly Token[], at: number, to: number): number {
  for (let i = at; i < Math.min(to, at + 16); i++)
    if (tokens[i]!.kind === "number" || tokens[i]!.text === ";" || tokens[i]!.text === ".") return i;
  return to;
}

/** "01 (một) mô hình": the words in brackets repeat the digits. */
function afterBrackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "(") return at;
  const inner = spelledNumber(tokens, at + 1);
  return inner !== null && tokens[inner.next]?.text === ")" ? inner.next + 1 : at;
}

function spelled(tokens: readonly Token[], at: number, before: ComparatorWord | null, span: Span): Read<Numeral> | null {
  const read = tokens[at]?.kind === "word" ? spelledNumber(tokens, at) : null;
  if (read === null || EACH(tokens, at - 1) !== null || (before === null && tokens[read.next]?.kind !== "word")) return null;
  const each = find(EACH, tokens, Math.max(span.from, at - 30), at);
  const asked = before?.strong === true || (each !== null && at - each.next > 2 && find(STOPS, tokens, each.next, at) === null);
  return asked ? { value: { value: read.value, ambiguous: false, spelled: true }, next: read.next } : null;
}

/** The upper end of "30 - 35%", "27% - 27,5%", "từ 1, đến 2"; null when what follows is no larger number. */
function rangeEnd(tokens: readonly Token[], low: Numeral, at: number, before: ComparatorWord | null): Read<Numeral> | null {
  const between = measureAfter(tokens, at);
  const starts = between.value.kind === "percent" || between.value.kind === "money" ? [at, between.next] : [at];
  if (before?.comparator === ">=" && tokens[at]?.text === ",") starts.push(at + 1);
  for (const start of starts) {
    const dash = DASH(tokens, start);
    const high = dash === null ? null : (digits(tokens, dash.next) ?? (low.spelled ? spelledHigh(tokens, dash.next) : null));
    if (high === null || dash === null) continue;
    const year =
      isYear(tokens[dash.next]) &&
      (tokens[start]!.kind === "word" || isYear(tokens[at - 1])) &&
      measureAfter(tokens, high.next).value.kind === "none";
    if (high.value.value > low.value && !year) return high;
  }
  return null;
}

/** "từ một đến hai công trình": the upper end in words too. */
function spelledHigh(tokens: readonly Token[], at: number): Read<Numeral> | null {
  const read = spelledNumber(tokens, at);
  return read === null ? null : { value: { value: read.value, ambiguous: false, spelled: true }, next: read.next };
}

function partOfDate(tokens: readonly Token[], next: number): boolean {
  const [mark, year] = [tokens[next], tokens[next + 1]];
  return (
    mark !== undefined &&
    (mark.text === "-" || mark.text === "/") &&
    year?.kind === "number" &&
    year.gap === "none" &&
    mark.gap === "none"
  );
}

/** "từ 35% năm 2025 lên 45%": the base gives way to the level; "3 lớp = 125 học sinh": the number after "=" counts. */
function isReplaced(tokens: readonly Token[], next: number, from: number, before: ComparatorWord | null, to: number): boolean {
  for (let i = next; i <= Math.min(next + 2, to - 2); i++) {
    if (tokens[i]!.text === "=" && tokens[i + 1]!.kind === "number") return true;
  }
  if (!isWord(tokens[from], "từ") || before?.comparator !== ">=") return false;
  const change = find(LEVEL_CHANGE, tokens, next, Math.min(to, next + 8));
  if (change === null || isWord(tokens[change.at - 1], "trở", "(") || markIn(tokens, ";,", next, change.at) !== null)
    return false;
  return find(digits, tokens, change.next, Math.min(to, change.next + 4)) !== null;
}
