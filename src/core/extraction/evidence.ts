// Evidence: whether a quantity in its sentence is a level to reach, and how sure that is.
import type { Block } from "./outline.js";
import type { Cue, Mood } from "./mood-words.js";
import { CUE, DONE_ONLY_IN_FORM, EFFORT_OF } from "./mood-words.js";
import { isYear } from "./numbers.js";
import { isIndicatorHead } from "./noun-phrases.js";
import type { Rule } from "./phrases.js";
import { endingAt, find, looseWords, words } from "./phrases.js";
import type { Quantity } from "./quantity.js";
import type { Span, Token } from "./tokens.js";
import { isWord, markIn } from "./tokens.js";

/** A cue with its place. */
export interface PlacedCue {
  readonly at: number;
  readonly cue: Cue;
}

/** What a sentence inherits: the mood of the sentences before it, and the year that the document is about. */
export interface Passage {
  readonly carried: Mood | null;
  readonly year: number | null;
}

const COMPARED = looseWords(`
  so với mục tiêu | so với kế hoạch | so với năm | so với cùng kỳ | so với năm trước | so với năm ngoái | so với cùng kỳ năm trước | so cùng kỳ | so với đầu nhiệm kỳ |
  so với nhiệm kỳ trước
`);
const HIGHER = looseWords("cao hơn", "thấp hơn", "nhiều hơn");
const EACH = words("mỗi", "từng");
const TIMES = words("năm", "tháng", "quý", "ngày", "tuần", "lần", "kỳ", "nhiệm kỳ", "bước");
const YEAR_LEAD = words("năm", "trong năm", "cả năm", "đến năm", "riêng năm");
const TOTAL = looseWords("tổng số", "tổng");
const SHARE_HEADS = looseWords("đến năm", "đến hết năm", "đến cuối năm", "giai đoạn");

/** The cues of a sentence in order, and whether it opens with a past year ("Năm 2018, …"). */
export function cuesIn(tokens: readonly Token[], sentence: Span, year: number | null): PlacedCue[] {
  const cues: PlacedCue[] = [];
  const opening = pastOpening(tokens, sentence, year);
  if (opening !== null) cues.push({ at: sentence.from, cue: opening });
  for (let at = sentence.from; at < sentence.to;) {
    if (isStretchBehind(tokens, at)) cues.push({ at, cue: "past" });
    const form = DONE_ONLY_IN_FORM(tokens, at) ?? EFFORT_OF(tokens, at);
    const cue = CUE(tokens, at);
    if (cue !== null && (form === null || cue.next > form.next) && !isAttribute(tokens, at)) cues.push({ at, cue: cue.value });
    else if (SHARE_HEADS(tokens, at) !== null) {
      const ahead = yearsAhead(tokens, at, year);
      if (ahead !== null && ahead >= 0) cues.push({ at, cue: ahead > 0 ? "aim" : "weak-target" });
    }
    at = Math.max(form?.next ?? 0, cue?.next ?? 0, at + 1);
  }
  return cues;
}

/** "Qua 5 năm thực hiện", "sau hơn 2 năm triển khai": a stretch of time that lies behind. */
function isStretchBehind(tokens: readonly Token[], at: number): boolean {
  if (BEHIND(tokens, at) === null) return false;
  const number = isWord(tokens[at + 1], "hơn", "gần") ? at + 2 : at + 1;
  return tokens[number]?.kind === "number" && isWord(tokens[number + 1], "năm") && DONE_IN(tokens, number + 2) !== null;
}

const BEHIND = words("qua", "sau");
const DONE_IN = words("thực hiện", "triển khai", "xây dựng", "đổi mới", "thi hành", "thành lập", "hoạt động");

/** "30% số đối tượng hiện có": which ones, not how many there are now. */
function isAttribute(tokens: readonly Token[], at: number): boolean {
  const existing = EXISTING(tokens, at);
  return existing !== null && tokens[existing.next]?.kind !== "number" && COUNTING(tokens, existing.next) === null;
}

const COUNTING = words("trên", "hơn", "khoảng", "gần", "tổng số", "có");
const EXISTING = words("hiện có", "hiện còn");

function pastOpening(tokens: readonly Token[], sentence: Span, year: number | null): Cue | null {
  const lead = YEAR_LEAD(tokens, sentence.from);
  if (lead === null || year === null || !isYear(tokens[lead.next])) return null;
  return Number(tokens[lead.next]!.text) < year ? "past" : null;
}

/** How far "đến năm 2030", "giai đoạn 2026 - 2030" lies ahead of the year of the document; null when no year stands there. */
function yearsAhead(tokens: readonly Token[], at: number, year: number | null): number | null {
  for (let i = at + 1; i <= at + 5; i++) {
    if (isYear(tokens[i])) return tokens[i - 1]!.text === "-" ? null : Number(tokens[i]!.text) - (year ?? 0);
  }
  return null;
}

/** The mood that a sentence hands to the next one. A weak cue does not end what the past coloured. */
export function moodAfter(block: Block, cues: readonly PlacedCue[], before: Mood | null): Mood | null {
  if (block.mood === "target" || block.mood === "result") return null;
  let mood = before;
  let aims = false;
  for (const { cue } of cues) {
    if (cue === "past" && !aims) mood = "result";
    if (cue === "target" || cue === "aim") aims = true;
    if (aims || ((cue === "weak-target" || cue === "set") && mood !== "result")) mood = "target";
  }
  return mood;
}

/**
 * How sure it is that the quantity is a target, 0 to 1; null when it is none.
 * Headings decide first, then the last cue before the number, then what was carried from the sentence before.
 */
export function confidenceOf(
  tokens: readonly Token[],
  block: Block,
  sentence: Span,
  cues: readonly PlacedCue[],
  q: Quantity,
  passage: Passage,
): number | null {
  if (block.footnote) return null;
  const before = cues.filter((c) => c.at < q.at && !isAside(tokens, c.at, q.at) && !isRatingCue(tokens, c.at, q));
  if (before.some((c) => c.cue === "never" && !isOver(tokens, c.at, q.at, before))) return null;
  if (inPastBrackets(tokens, sentence, q, passage.year) || isHigher(tokens, sentence, q) || isRemark(tokens, q)) return null;
  if (isVote(tokens, q) || isNorm(tokens, sentence, q)) return null;
  const mood = moodAt(block, decisive(tokens, before, q.at, block.mood) ?? namedAfter(tokens, sentence, q), passage.carried);
  if (mood === "result" || (mood === "plain" && isCompared(tokens, sentence, q))) return null;
  if (!hasSomethingCounted(tokens, sentence, q)) return null;
  if (mood === "target") return q.strong || q.measure.kind === "percent" ? 0.95 : 0.85;
  if (q.measure.kind === "percent") return 0.7;
  if (q.strong) return 0.7;
  return isEach(tokens, sentence, q) || isPlannedTotal(tokens, sentence, q, passage.year) ? 0.6 : null;
}

/** "95,4% tổng số đại biểu tán thành". */
function isVote(tokens: readonly Token[], q: Quantity): boolean {
  return find(VOTING, tokens, q.next, q.next + 10) !== null;
}

/** "mức hỗ trợ 44 triệu đồng/nhà": what each gets; a bound ("tối thiểu") makes it a target. */
function isNorm(tokens: readonly Token[], sentence: Span, q: Quantity): boolean {
  if (q.strong || q.measure.kind !== "money") return false;
  const norm = find(NORM, tokens, Math.max(sentence.from, q.from - 25), q.from);
  return norm !== null && markIn(tokens, ";", norm.next, q.from) === null;
}

const VOTING = looseWords("đại biểu tán thành", "đại biểu quốc hội tán thành", "đại biểu biểu quyết", "phiếu tán thành");
const NORM = looseWords("mức hỗ trợ", "định mức", "mức chi", "mức khoán", "mức thưởng", "đơn giá");

/** A cue inside brackets that close before the number: "(trước đây là dưới 4%); xuất khẩu tăng 6%". */
function isAside(tokens: readonly Token[], from: number, to: number): boolean {
  const bracket = find(BRACKETS, tokens, from, to, 60);
  return bracket?.value === ")";
}

/** "Chưa đạt dưới 1%" among ratings: the rating is named, not missed. */
function isRatingCue(tokens: readonly Token[], at: number, q: Quantity): boolean {
  const rating = RATING(tokens, at);
  return rating !== null && q.from - rating.next <= 1 && q.measure.kind === "percent" && !isWord(tokens[at - 1], "mới");
}

/** "Tăng trưởng 6% … là một trong những mục tiêu của năm": named as an aim behind the number. */
function namedAfter(tokens: readonly Token[], sentence: Span, q: Quantity): Cue | null {
  return find(NAMED_AS_AIM, tokens, q.next, sentence.to, 60) === null ? null : "weak-target";
}

const BRACKETS = words("(", ")");
const RATING = words("chưa đạt", "không đạt");
const NAMED_AS_AIM = looseWords(`
  là mục tiêu | là chỉ tiêu | là những mục tiêu | là các mục tiêu | là những chỉ tiêu | là một trong những mục tiêu |
  là một trong các mục tiêu | là một trong những chỉ tiêu | là một trong các chỉ tiêu
`);

/**
 * The last cue, but a weak one does not weaken a target or aim before it ("đã đề ra 12 chỉ tiêu"), what was set does not outdo a result ("đạt và
 * vượt các chỉ tiêu đề ra"), and among targets a result ends at a semicolon.
 */
function decisive(tokens: readonly Token[], cues: readonly PlacedCue[], to: number, section: Mood | null): Cue | null {
  let pick: Cue | null = null;
  for (const { cue, at } of cues) {
    const aims = pick === "target" || pick === "aim";
    const past = pick === "result" || pick === "past";
    if (cue === "never" || (cue === "weak-target" && (aims || pick === "past")) || (cue === "set" && past)) continue;
    if ((cue === "result" || cue === "past") && (aims || section === "target") && isParted(tokens, at, to)) continue;
    pick = cue === "set" ? "aim" : cue;
  }
  return pick;
}

function isParted(tokens: readonly Token[], from: number, to: number): boolean {
  return find(SEMICOLON, tokens, from, to, 120) !== null;
}

const SEMICOLON = words(";");

function moodAt(block: Block, cue: Cue | null, carried: Mood | null): Mood {
  const section = block.mood;
  if (cue === "result" || cue === "past") return "result";
  if (cue === "target") return "target";
  if (cue === "aim") return section === "result" ? "result" : "target";
  if (cue === "weak-target") return section === "result" || carried === "result" ? "result" : "target";
  return section === "target" || section === "result" ? section : (carried ?? section ?? "plain");
}

/** A "chỉ đạt" ends at a semicolon, or at a comma behind which a new cue stands: ", dự kiến đến cuối năm …". */
function isOver(tokens: readonly Token[], from: number, to: number, cues: readonly PlacedCue[]): boolean {
  for (let i = from; i < Math.min(to, from + 80); i++) {
    if (tokens[i]!.text === ";") return true;
    if (tokens[i]!.text === "," && cues.some((c) => c.at > i && c.cue !== "never" && c.cue !== "result" && c.cue !== "past"))
      return true;
  }
  return false;
}

/** A number must count something: a measure, a noun, a label before it ("Chiến sĩ thi đua: 01") or an indicator ("chỉ số … đạt 68"). */
function hasSomethingCounted(tokens: readonly Token[], sentence: Span, q: Quantity): boolean {
  if (q.measure.kind !== "none" || q.rank || tokens[q.at - 1]?.text === ":") return true;
  const linked = LINKED(tokens, q.from - 1) !== null;
  return linked && find(isHead, tokens, Math.max(sentence.from, q.from - 30), q.from) !== null;
}

const LINKED = words("đạt", "là", "bằng", "còn", "lên", "xuống", "mức");
const isHead: Rule<boolean> = (tokens, at) => (isIndicatorHead(tokens, at) ? { value: true, next: at + 1 } : null);

/** "(năm 2023 đạt 92%)": a past year inside the brackets that hold the number. */
function inPastBrackets(tokens: readonly Token[], sentence: Span, q: Quantity, year: number | null): boolean {
  for (let i = q.from - 1; i >= Math.max(sentence.from, q.from - 15); i--) {
    if (tokens[i]!.text === ")") return false;
    if (tokens[i]!.text === "(") return pastYearIn(tokens, i, q.next + 6, year);
  }
  return false;
}

function pastYearIn(tokens: readonly Token[], from: number, to: number, year: number | null): boolean {
  for (let i = from; i < to && tokens[i] !== undefined && tokens[i]!.text !== ")"; i++) {
    if (isYear(tokens[i]) && isWord(tokens[i - 1], "năm") && Number(tokens[i]!.text) < (year ?? 0)) return true;
  }
  return false;
}

/** "(tăng 1,3% so với năm trước)": brackets that hold nothing but a difference. */
function isRemark(tokens: readonly Token[], q: Quantity): boolean {
  const open = endingAt(OPENED_DIFFERENCE, tokens, 0, q.from, 5);
  return (
    open !== null &&
    isCompared(tokens, { from: open.at, to: tokens.length }, q) &&
    find(BRACKETS, tokens, q.next, q.next + 14)?.value === ")"
  );
}

const OPENED_DIFFERENCE = words("( tăng", "( giảm", "( tăng thêm", "( cao hơn", "( thấp hơn", "( vượt", "( tăng khoảng");

/** "tăng 54 tỷ đồng so với đầu nhiệm kỳ": where nothing sets targets, this compares results. */
function isCompared(tokens: readonly Token[], sentence: Span, q: Quantity): boolean {
  return find(COMPARED, tokens, q.next, Math.min(sentence.to, q.next + 4)) !== null;
}

/** "cao hơn khoảng 12% so với năm trước" only says how two years differ. */
function isHigher(tokens: readonly Token[], sentence: Span, q: Quantity): boolean {
  return isCompared(tokens, sentence, q) && find(HIGHER, tokens, Math.max(sentence.from, q.from - 3), q.at) !== null;
}

/** "mỗi chi bộ …", "từng đơn vị …" before the number; "mỗi năm" tells time only. */
export function isEach(tokens: readonly Token[], sentence: Span, q: Quantity): boolean {
  const each = find(EACH, tokens, Math.max(sentence.from, q.from - 12), q.from);
  return each !== null && TIMES(tokens, each.next) === null;
}

/** "Tổng số … năm 2026 là 28 trường" in a plan of 2026. */
function isPlannedTotal(tokens: readonly Token[], sentence: Span, q: Quantity, year: number | null): boolean {
  if (!isWord(tokens[q.from - 1], "là") || find(TOTAL, tokens, sentence.from, q.from) === null) return false;
  for (let i = sentence.from; i < q.from; i++) if (isYear(tokens[i]) && Number(tokens[i]!.text) >= (year ?? 9999)) return true;
  return false;
}
