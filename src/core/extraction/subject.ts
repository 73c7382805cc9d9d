// Subjects: from the words around a number, the few words that name what is measured.
import type { Clause } from "./clauses.js";
import { indicatorWords } from "./indicator-words.js";
import { labelOf } from "./labels.js";
import { ACTIONS, BRINGING, isIndicatorHead, predicateAt, REST } from "./noun-phrases.js";
import { endingAt, find, looseWords, words } from "./phrases.js";
import { populationWords, shortened, wordsOf } from "./subject-words.js";
import type { Span, Token } from "./tokens.js";
import { markIn } from "./tokens.js";

/** How a clause names its subject: `indicator` before the number ("tỷ lệ … đạt 98%"), `population` after it ("100% chi bộ …"), `thing` counted. */
export type Shape = "indicator" | "population" | "thing" | "label" | "none";

/** A subject in parts: conjunction fills in what a clause leaves out. */
export interface Subject {
  readonly shape: Shape;
  /** The noun: indicator, population or thing. */
  readonly noun: readonly string[];
  /** What the population does or undergoes; empty when the clause does not say. */
  readonly predicate: readonly string[];
  /** What is done to it, said before the number: "kết nạp 30 đảng viên". */
  readonly action: readonly string[];
  /** What a label is a part of: "Hạnh kiểm" in "Hạnh kiểm: Tốt: 60%". */
  readonly head: readonly string[];
}

const NONE: Subject = { shape: "none", noun: [], predicate: [], action: [], head: [] };
const DIRECTION = words(`
  tăng | giảm | tăng thêm | giảm thêm | cắt giảm | tinh giản | tiết kiệm | vượt | giảm bình quân | tăng bình quân | tăng trưởng
`);
const FOR = words("cho", "đối với");
const ABOUT = words("về");
const COMPARED = looseWords("so với", "so năm", "so cùng kỳ", "so kế hoạch", "so đầu năm");
/** True links between an indicator and its number. */
const LINK = looseWords(`
  đạt | đạt được | là | còn | chiếm | ở mức | mức | lên | xuống | đến | bằng | duy trì | ổn định | số | : | = |
  ước đạt | duy trì mức
`);

/** The subject of a clause by itself. */
export function subjectOf(tokens: readonly Token[], clause: Clause): Subject {
  const after = populationWords(tokens, clause);
  const label = labelOf(tokens, clause, after);
  if (label !== null) return label;
  const before = indicatorWords(tokens, clause.before);
  if (clause.quantity.measure.kind === "percent") return withColon(tokens, clause, percentSubject(tokens, clause, before, after));
  return countSubject(tokens, clause, before, after);
}

function isEmpty(span: Span): boolean {
  return span.to <= span.from;
}

function percentSubject(tokens: readonly Token[], clause: Clause, before: Span, after: readonly Token[]): Subject {
  const linked = isLinked(tokens, clause.before);
  if (opensList(tokens, clause, before, after))
    return { ...populationSubject(tokens, clause, splitPredicate(after)), head: wordsOf(tokens, before) };
  const rest = after.length === 0 || REST(tokens, clause.after.from) !== null || clause.quantity.measure.base !== null;
  const direction = endingAt(DIRECTION, tokens, before.from, before.to);
  if (!isEmpty(before) && (rest || (linked && before.to - before.from > 1)))
    return indicator(tokens, before, comparedTail(tokens, clause));
  if (rest) return sharedBase(clause, after);
  const split = splitPredicate(after);
  if (direction !== null)
    return thing([...wordsOf(tokens, direction), ...split.noun, ...split.predicate, ...comparedTail(tokens, clause)]);
  if (split.noun.length === 0 && !isEmpty(before) && linked) return indicator(tokens, before, split.predicate);
  return populationSubject(tokens, clause, split);
}

/** "8 chỉ tiêu lớn, như: 80% phụ nữ được …", "75% tổng số hộ … là hội viên": a population with what it does, whatever stands before. */
function opensList(tokens: readonly Token[], clause: Clause, before: Span, after: readonly Token[]): boolean {
  const { base } = clause.quantity.measure;
  const colon = tokens[clause.before.to - 1]?.text === ":" && base === null && REST(tokens, clause.after.from) === null;
  const whole = base !== null && base.endsWith("tổng số") && isEmpty(before);
  if (!colon && !whole) return false;
  const split = splitPredicate(after);
  return split.noun.length > 0 && split.predicate.length > 0 && !isIndicatorHead(tokens, before.from);
}

function populationSubject(tokens: readonly Token[], clause: Clause, split: { noun: string[]; predicate: string[] }): Subject {
  const action =
    split.predicate.length === 0 || endingAt(FOR, tokens, clause.before.from, clause.before.to) !== null
      ? actionOf(tokens, clause.before)
      : [];
  const undergone = action.length > 0 && split.predicate.length === 0 ? ["được", ...action] : action;
  return shortened({ shape: "population", noun: split.noun, predicate: split.predicate, action: undergone, head: [] });
}

const OWN_BASES = new Set(["dự toán", "kế hoạch", "chỉ tiêu"]);

/** "thực hiện đạt ít nhất 7% kế hoạch thanh tra": without another subject the base is the subject. */
function sharedBase(clause: Clause, after: readonly Token[]): Subject {
  const { base } = clause.quantity.measure;
  if (base === null || !OWN_BASES.has(base)) return NONE;
  return { shape: "population", noun: wordsOf(after, { from: 0, to: after.length }), predicate: [], action: [], head: [] };
}

function countSubject(tokens: readonly Token[], clause: Clause, before: Span, after: readonly Token[]): Subject {
  const { measure, rank } = clause.quantity;
  if (rank)
    return {
      ...indicator(tokens, before, []),
      noun: ["xếp", "hạng", ...(isEmpty(before) ? rankedIn(tokens, clause) : wordsOf(tokens, before))],
    };
  const linked = isLinked(tokens, clause.before);
  const noun = wordsOf(after, { from: 0, to: after.length });
  const counted =
    measure.kind === "noun" ||
    (measure.kind === "unit" && REST(tokens, clause.after.from) === null && !linked && noun.length > 0);
  const rated = measure.text === "lần" || (measure.base !== null && !/^[0-9]+$/u.test(measure.base));
  if (rated && before.to - before.from > 1) return indicator(tokens, before, comparedTail(tokens, clause));
  if (!counted) return isEmpty(before) ? unitSubject(measure.text) : indicator(tokens, before, comparedTail(tokens, clause));
  if (linked && !isEmpty(before) && isIndicatorHead(tokens, before.from)) return indicator(tokens, before, []);
  const direction = endingAt(DIRECTION, tokens, before.from, before.to);
  if (direction !== null) return thing([...wordsOf(tokens, direction), ...noun]);
  return shortened({ shape: "thing", noun, predicate: [], action: actionOf(tokens, clause.before), head: [] });
}

/** "thuộc nhóm 15 tỉnh dẫn đầu *về chuyển đổi số*". */
function rankedIn(tokens: readonly Token[], clause: Clause): string[] {
  const about = find(ABOUT, tokens, clause.after.from, Math.min(clause.after.to, clause.after.from + 8));
  return about === null ? [] : wordsOf(tokens, { from: about.at, to: Math.min(clause.after.to, about.at + 10) });
}

/** "Duy trì 11 lớp": the unit itself is counted. */
function unitSubject(unit: string): Subject {
  return unit === "" || /[%/]|đồng|USD|điểm|lần/u.test(unit) ? NONE : thing(["số", unit]);
}

function thing(noun: readonly string[]): Subject {
  return shortened({ shape: "thing", noun, predicate: [], action: [], head: [] });
}

/** "Cơ cấu kinh tế: nông nghiệp 15%, dịch vụ 40%": an indicator before a colon is the head of those behind it. */
function withColon(tokens: readonly Token[], clause: Clause, subject: Subject): Subject {
  const { from, to } = clause.before;
  const colon = markIn(tokens, ":", from, Math.min(to - 1, from + 8));
  if (colon === null || subject.shape !== "indicator" || !isIndicatorHead(tokens, from) || isIndicatorHead(tokens, colon + 1))
    return subject;
  return { ...subject, head: wordsOf(tokens, { from, to: colon }) };
}

function indicator(tokens: readonly Token[], before: Span, tail: readonly string[]): Subject {
  if (!tokens.slice(before.from, before.to).some((token) => token.kind === "word")) return NONE;
  return { shape: "indicator", noun: [...wordsOf(tokens, before), ...tail], predicate: [], action: [], head: [] };
}

/** "so với đầu năm" after the number is part of what is measured. */
function comparedTail(tokens: readonly Token[], clause: Clause): string[] {
  const { from, to } = clause.after;
  const compared = find(COMPARED, tokens, from, Math.min(to, from + 25));
  if (compared === null || (compared.at > from && clause.quantity.measure.base !== null)) return [];
  const stop = markIn(tokens, ",;(.", compared.at, to);
  return wordsOf(tokens, { from: compared.at, to: Math.min(stop ?? to, compared.at + 8) }, "with years");
}

/** "đạt", "là", "ở mức", a colon … right before the number, not "có" or "và". */
function isLinked(tokens: readonly Token[], before: Span): boolean {
  return endingAt(LINK, tokens, before.from, before.to) !== null;
}

/** The verb before a number when it tells more than that the thing comes about: "kết nạp", "kiểm tra, giám sát". */
function actionOf(tokens: readonly Token[], before: Span): string[] {
  const from = Math.max(before.from, before.to - 12);
  const start = find(ACTIONS, tokens, from, before.to);
  if (start === null) return [];
  let to = before.to;
  for (let read = endingAt(BRINGING, tokens, start.next, to); read !== null; read = endingAt(BRINGING, tokens, start.next, to))
    to = read.at;
  return wordsOf(tokens, { from: start.at, to })
    .filter((word) => word !== "cho" && word !== "đối")
    .map((word, i) => (i === 0 ? word.toLowerCase() : word));
}

function splitPredicate(after: readonly Token[]): { noun: string[]; predicate: string[] } {
  const at = find(predicateAt, after, 0, after.length)?.at ?? after.length;
  return { noun: wordsOf(after, { from: 0, to: at }), predicate: wordsOf(after, { from: at, to: after.length }) };
}
