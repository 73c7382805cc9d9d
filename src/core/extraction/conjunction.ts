// Conjunction: what a clause leaves out is taken from its neighbours: subjects, predicates, heads, comparators.
import type { Clause } from "./clauses.js";
import { CONTRASTS } from "./noun-phrases.js";
import type { Quantity } from "./quantity.js";
import type { Subject } from "./subject.js";
import { isRating } from "./labels.js";

/** A clause with its subject. */
export interface Named {
  readonly clause: Clause;
  readonly quantity: Quantity;
  readonly subject: Subject;
}

/** What the sentences before have left for this one. */
export interface Memory {
  readonly subject: Subject | null;
  /** Head of the last list of labels: "Hạnh kiểm". */
  readonly head: readonly string[];
}

/** Fills in the subjects and comparators of the clauses of one sentence, in order. */
export function conjoined(list: readonly Named[], memory: Memory): Named[] {
  const out: Named[] = [];
  for (let i = list.length - 1; i >= 0; i--)
    out[i] = { ...list[i]!, subject: fromNext(list[i]!.subject, list[i + 1], out[i + 1]) };
  let { subject: before, head } = memory;
  return out.map((named, i) => {
    if (named.subject.head.length > 0) head = named.subject.head;
    const subject = fromBefore(named, i === 0 ? before : (out[i - 1]?.subject ?? null), head);
    before = subject;
    out[i] = { ...named, subject, quantity: spread(out[i - 1], list[i - 1], named) };
    return out[i];
  });
}

/** "Đến năm 2025 có 80%, đến năm 2030 có 95% số thôn …" and "90% tổ chức đảng và 90% đảng viên hoàn thành …". */
function fromNext(own: Subject, next: Named | undefined, filled: Named | undefined): Subject {
  if (next === undefined || filled === undefined || next.clause.join !== "list") return own;
  const theirs = filled.subject;
  if (own.shape === "none" && theirs.shape !== "none" && theirs.shape !== "indicator") return theirs;
  const lacks = own.shape === "population" && own.noun.length > 0 && own.predicate.length === 0;
  return lacks && theirs.shape === "population" ? { ...own, predicate: theirs.predicate } : own;
}

function fromBefore(named: Named, before: Subject | null, head: readonly string[]): Subject {
  const { subject, clause } = named;
  if (subject.shape === "label") {
    const contrast = before === null ? null : contrasted(subject.noun, before.noun);
    return contrast !== null
      ? { ...subject, noun: contrast }
      : withHead(subject, clause.quantity.rank || isRating(subject) ? head : []);
  }
  if (subject.shape === "indicator" && head.length > 0 && (subject.head.length > 0 || clause.join === "list"))
    return withHead(subject, head);
  if (before === null) return subject;
  if (clause.quantity.rank && subject.noun.length <= 2)
    return {
      ...before,
      noun: [...subject.noun, ...before.noun.map((word, i) => (i === 0 ? word.toLowerCase() : word))],
      predicate: [],
    };
  if (subject.shape === "none") return before;
  if (subject.shape === "population" && subject.noun.length === 0) return { ...subject, noun: populationOf(before) };
  if (subject.shape === "indicator" && clause.join !== "start") return carried(subject, before);
  const shared =
    clause.join === "list" && subject.shape === "thing" && before.shape === "thing" && clause.before.to <= clause.before.from;
  if (shared && subject.action.length === 0) return { ...subject, action: before.action };
  return subject;
}

function withHead(subject: Subject, head: readonly string[]): Subject {
  return head.length === 0 ? subject : { ...subject, noun: [...head, ...subject.noun.map((word) => word.toLowerCase())] };
}

/** "tỷ lệ xã đạt chuẩn" is about "xã". */
function populationOf(subject: Subject): string[] {
  const words = subject.noun.map((word) => word.toLowerCase());
  const from = words[0] !== undefined && /^t[ỷỉ]$/u.test(words[0]) ? 2 : 0;
  const stop = words.findIndex((word, i) => i > from && ["đạt", "được", "có", "hoàn", "tham", "sử"].includes(word));
  return subject.noun.slice(from, stop < 0 ? undefined : stop);
}

/** "tỷ trọng khu vực dịch vụ đạt 50%, khu vực công nghiệp 40%": the second takes the head of the first. */
function carried(subject: Subject, before: Subject): Subject {
  if (before.shape !== "indicator" || subject.noun.length === 0) return subject;
  const [own, theirs] = [subject.noun, before.noun];
  const contrast = contrasted(own, theirs);
  if (contrast !== null) return { ...subject, noun: contrast };
  const first = own.slice(0, 2).join(" ").toLowerCase();
  const at = theirs.findIndex(
    (_, i) =>
      i > 0 &&
      theirs
        .slice(i, i + 2)
        .join(" ")
        .toLowerCase() === first,
  );
  return at > 0 && own.length > 1 ? { ...subject, noun: [...theirs.slice(0, at), ...own] } : subject;
}

function contrasted(own: readonly string[], theirs: readonly string[]): string[] | null {
  const [mine, other] = [own.join(" ").toLowerCase(), theirs.join(" ").toLowerCase()];
  for (const group of CONTRASTS) {
    const to = group.find((word) => mine === word || mine === `khu vực ${word}` || mine === `ở ${word}`);
    const from = group.find((word) => word !== to && other.includes(word));
    if (to !== undefined && from !== undefined) return theirs.join(" ").replace(new RegExp(from, "iu"), to).split(" ");
  }
  return null;
}

/** "từ 90% tổ chức đảng và 90% đảng viên", "ít nhất 27% vào năm 2030 và 30% vào năm 2035": a bound before a list holds for each of it. */
function spread(before: Named | undefined, bare: Named | undefined, named: Named): Quantity {
  const { quantity, clause } = named;
  if (before === undefined || bare === undefined || clause.join !== "list" || quantity.explicit || quantity.rank) return quantity;
  const own = clause.before.to - clause.before.from;
  const same =
    bare.subject.predicate.length === 0 &&
    ["population", "thing"].includes(bare.subject.shape) &&
    bare.subject.shape === named.subject.shape;
  const milestone = named.subject.shape === "none" && ["indicator", "none"].includes(bare.subject.shape);
  if (!before.quantity.leads || own > 0 || !(same || milestone) || before.quantity.measure.kind !== quantity.measure.kind)
    return quantity;
  return { ...quantity, comparator: before.quantity.comparator, explicit: true, leads: true };
}
