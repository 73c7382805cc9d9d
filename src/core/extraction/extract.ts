// From the text of a resolution to its numeric targets: outline, sentences, quantities, clauses, evidence, subjects.
import type { Resolution } from "../definition/resolution.js";
import type { Comparator, Scope } from "../definition/target.js";
import type { Clause } from "./clauses.js";
import { clausesOf } from "./clauses.js";
import type { Memory, Named } from "./conjunction.js";
import { conjoined } from "./conjunction.js";
import { dueIn, recurrenceIn } from "./due.js";
import type { Passage } from "./evidence.js";
import { confidenceOf, cuesIn, moodAfter } from "./evidence.js";
import type { Mood } from "./mood-words.js";
import type { Block } from "./outline.js";
import { outlineOf } from "./outline.js";
import { looseWords } from "./phrases.js";
import { quantitiesIn } from "./quantities.js";
import { metadataOf, yearOf } from "./metadata.js";
import { addressedKind, populationOf, scopeOf } from "./scope.js";
import { sentencesOf } from "./sentences.js";
import { subjectOf } from "./subject.js";
import type { Table } from "./table-rows.js";
import { tablesIn } from "./table-rows.js";
import type { Place } from "./table-targets.js";
import { tableTargets } from "./table-targets.js";
import type { Span, Token } from "./tokens.js";
import { textOf, tokenize } from "./tokens.js";

/** A numeric target as the words of the resolution set it. */
export interface ExtractedTarget {
  /** `t1`, `t2` … in the order of the text. */
  readonly id: string;
  /** Exact words of the text; `text.slice(start, end)`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Headings over it: "II. Phương hướng > 2. Chỉ tiêu". */
  readonly section: string;
  /** Clause as people cite it: `II.2.5`. */
  readonly clause: string;
  readonly subject: string;
  readonly population: string | null;
  readonly measure: string;
  readonly comparator: Comparator;
  readonly value: number;
  readonly upper: number | null;
  readonly scope: Scope;
  /** Kind of unit that a target of scope `each` addresses: "chi bộ cơ sở". */
  readonly kind: string | null;
  /** Kinds of unit that a person chose, empty for every unit; absent while nobody has. */
  readonly appliesTo?: readonly string[];
  /** Last day `YYYY-MM-DD` or year `YYYY`. */
  readonly due: string | null;
  readonly recurrence: string | null;
  /** Id of the target that it is a part of. */
  readonly parent: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** One heading or paragraph of the outline. */
export interface OutlineItem {
  readonly clause: string;
  readonly start: number;
  readonly end: number;
  readonly heading: boolean;
}

export interface Extraction {
  readonly resolution: Resolution;
  readonly outline: readonly OutlineItem[];
  readonly targets: readonly ExtractedTarget[];
}

/** A target before its id is known; `inside` is its place among those found that it is nested in. */
export type Found = Omit<ExtractedTarget, "id" | "parent"> & { readonly inside: number | null };

/**
 * Reads a resolution. Time grows with the length of the text; nothing is thrown for what it says.
 * @param text as stored; offsets of the result are into it
 */
export function extractTargets(text: string): Extraction {
  const tokens = tokenize(text);
  const blocks = outlineOf(tokens);
  const resolution = metadataOf(tokens, blocks);
  const year = yearOf(tokens, blocks, resolution);
  const found: Found[] = [];
  const tables = tablesIn(text, year);
  let state: State = { carried: null, memory: { subject: null, head: [] } };
  let [next, read] = [0, 0];
  for (const block of blocks) {
    const start = block.tokens[0]!.start;
    for (; tables[next] !== undefined && tables[next]!.start <= start; next++) {
      const own = tableTargets(text, tables[next]!, placeOf(blocks, tables[next]!, year), found.length);
      if (own.length > 0) read = tables[next]!.end;
      found.push(...own);
    }
    if (start < read) continue;
    state = readBlock({ text, tokens: block.tokens, year, found }, block, state);
  }
  return {
    resolution,
    outline: blocks.map(outlineItem),
    targets: found.map(({ inside, ...target }, i) => ({
      id: `t${i + 1}`,
      ...target,
      parent: inside === null ? null : `t${inside + 1}`,
    })),
  };
}

/** Where a table stands: under the headings of the last paragraph before it. */
function placeOf(blocks: readonly Block[], table: Table, year: number | null): Place {
  const before = blocks.filter((block) => block.tokens[0]!.start < table.start).at(-1);
  const words = before?.heading === true ? textOf(before.tokens, { from: 0, to: Math.min(before.tokens.length, 40) }) : "";
  const own = words === "" ? [] : [[before?.mark?.text ?? "", words].filter((part) => part !== "").join(". ")];
  return {
    section: [...(before?.headings ?? []), ...own].join(" > "),
    clause: before?.clause ?? "",
    due: before?.due ?? (year === null ? null : String(year)),
    mood: before?.mood ?? null,
  };
}

interface Reading {
  readonly text: string;
  /** Tokens of the block at hand. */
  readonly tokens: readonly Token[];
  readonly year: number | null;
  readonly found: Found[];
}

interface State {
  /** Mood that the last sentence of a block without a heading leaves to the next block. */
  readonly carried: Mood | null;
  readonly memory: Memory;
}

function outlineItem(block: Block): OutlineItem {
  return { clause: block.clause, start: block.tokens[0]!.start, end: block.tokens.at(-1)!.end, heading: block.heading };
}

/** A paragraph that goes on with what the one before it tells. */
const GOES_ON = looseWords(`
  thứ nhất | thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy | thứ tám | bên cạnh đó | cùng với đó | đồng thời | ngoài ra |
  cụ thể | trong đó | theo đó | về
`);

function readBlock(reading: Reading, block: Block, state: State): State {
  const { tokens, year } = reading;
  let carried: Mood | null =
    block.mood === null && (state.carried === "result" || GOES_ON(tokens, 0) !== null) ? state.carried : null;
  let memory: Memory = block.mark === null ? state.memory : { subject: null, head: [] };
  for (const sentence of sentencesOf(tokens, { from: 0, to: tokens.length })) {
    const cues = cuesIn(tokens, sentence, year);
    memory = readSentence(reading, block, sentence, cues, { carried, year }, memory);
    carried = moodAfter(block, cues, carried);
  }
  return { carried: block.heading ? null : carried, memory };
}

function readSentence(
  reading: Reading,
  block: Block,
  sentence: Span,
  cues: ReturnType<typeof cuesIn>,
  passage: Passage,
  memory: Memory,
): Memory {
  const { tokens, found } = reading;
  const quantities = quantitiesIn(tokens, sentence);
  if (quantities.length === 0) return memory;
  const clauses = clausesOf(tokens, sentence, quantities);
  const named = conjoined(
    clauses.map((clause): Named => ({ clause, quantity: clause.quantity, subject: subjectOf(tokens, clause) })),
    memory,
  );
  const due = once(() => dueIn(tokens, sentence));
  let whole: number | null = found.length > 0 && clauses[0]?.join === "nested" ? found.length - 1 : null;
  let last: number | null = null;
  for (const one of named) {
    const { join } = one.clause;
    if (join === "nested") whole = last ?? whole;
    else if (join !== "list") whole = null;
    const confidence = confidenceOf(tokens, block, sentence, cues, one.quantity, passage);
    if (confidence === null) continue;
    const inside = join === "nested" || (join === "list" && whole !== null && whole !== last) ? whole : null;
    if (inside === null && join !== "nested") whole = null;
    const before = last === null ? null : found[last]!;
    found.push(targetOf(reading, block, sentence, one, { confidence, inside, due: due(), before }));
    last = found.length - 1;
  }
  const final = named.at(-1)?.subject;
  const head = named
    .map((n) => n.subject.head)
    .filter((h) => h.length > 0)
    .at(-1);
  return { subject: final === undefined || final.shape === "none" ? memory.subject : final, head: head ?? memory.head };
}

function targetOf(
  reading: Reading,
  block: Block,
  sentence: Span,
  named: Named,
  place: {
    readonly confidence: number;
    readonly inside: number | null;
    readonly due: string | null;
    readonly before: Found | null;
  },
): Found {
  const { text, tokens, year } = reading;
  const { clause, quantity, subject } = named;
  const { confidence, inside } = place;
  const span = quoteSpan(tokens, clause);
  const around = { from: clause.before.from, to: clause.after.to };
  const shared = goesOnForEach(clause, place.before);
  const scope = shared ? "each" : scopeOf(tokens, sentence, clause);
  return {
    quote: text.slice(tokens[span.from]!.start, tokens[span.to - 1]!.end),
    start: tokens[span.from]!.start,
    end: tokens[span.to - 1]!.end,
    section: block.headings.join(" > "),
    clause: block.clause,
    subject: [...subject.noun, ...subject.predicate, ...subject.action].join(" "),
    population: populationOf(tokens, clause, subject),
    measure: quantity.measure.text,
    comparator: quantity.comparator,
    value: quantity.value,
    upper: quantity.upper,
    scope,
    kind: shared ? place.before!.kind : scope === "each" ? addressedKind(tokens, clause) : null,
    due: dueIn(tokens, around) ?? place.due ?? block.due ?? (year === null ? null : String(year)),
    recurrence: recurrenceIn(tokens, around),
    inside,
    confidence: subject.noun.length + subject.predicate.length === 0 ? Math.min(confidence, 0.5) : confidence,
  };
}

/** "Mỗi chi bộ đăng ký 01 việc đột phá và có 02 mô hình": the second count is each unit's too. */
function goesOnForEach({ join, quantity }: Clause, before: Found | null): boolean {
  return (
    join === "list" && before?.scope === "each" && before.measure !== "%" && quantity.measure.kind !== "percent" && !quantity.rank
  );
}

/** A value that is found when it is first asked for. */
function once<T>(find: () => T): () => T {
  let value: { readonly found: T } | null = null;
  return () => (value ??= { found: find() }).found;
}

const EDGES = new Set([",", ";", ".", ":", "-", "–", ")", "("]);

/** The words of a clause without marks at the edges. */
function quoteSpan(tokens: readonly Token[], clause: Clause): Span {
  let { from } = clause.before;
  let to = Math.max(clause.after.to, clause.quantity.next);
  while (from < clause.quantity.from && EDGES.has(tokens[from]!.text)) from++;
  while (to > clause.quantity.next && EDGES.has(tokens[to - 1]!.text)) to--;
  return { from, to };
}
