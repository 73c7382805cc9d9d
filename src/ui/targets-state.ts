// A draft of targets under review: what a person confirmed, corrected, dropped, merged and added. Pure; every change gives a new draft.
import type { ExtractedTarget, Extraction, OpenPoint } from "../core/extraction/index.js";
import type { Resolution } from "../core/definition/resolution.js";

/** `open`: nobody has looked at it yet; only `confirmed` targets go into the control workbook. */
export type RowState = "open" | "confirmed" | "dropped";

export interface TargetRow {
  /** As it stands now; its id never changes. */
  readonly target: ExtractedTarget;
  readonly state: RowState;
  /** True when a person typed into it or pointed at it in the text. */
  readonly byHand: boolean;
  /** The rows that were merged into it, as they were; empty for most. */
  readonly parts: readonly TargetRow[];
}

export interface TargetsDraft {
  /** File name; empty for pasted text. */
  readonly name: string;
  readonly text: string;
  /** As read, with the resolution as a person corrected it. */
  readonly extraction: Extraction;
  /** In the order of the text. */
  readonly rows: readonly TargetRow[];
  /** What the words do not say, for the rows that are not dropped. */
  readonly questions: readonly OpenPoint[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Below this the words around a number leave doubt whether it is a target. */
const SURE = 0.8;

/** A draft in which nothing is confirmed yet. */
export function draftOf(name: string, text: string, extraction: Extraction): TargetsDraft {
  const rows = extraction.targets.map((target): TargetRow => ({ target, state: "open", byHand: false, parts: [] }));
  return { name, text, extraction, rows, questions: [] };
}

export function rowOf(draft: TargetsDraft, id: string): TargetRow | undefined {
  return draft.rows.find(({ target }) => target.id === id);
}

function withRow(draft: TargetsDraft, id: string, change: (row: TargetRow) => TargetRow): TargetsDraft {
  return { ...draft, rows: draft.rows.map((row) => (row.target.id === id ? change(row) : row)) };
}

/** Sets the state of a row: confirmed, dropped, or open again. */
export function mark(draft: TargetsDraft, id: string, state: RowState): TargetsDraft {
  return withRow(draft, id, (row) => ({ ...row, state }));
}

/** Confirms every row that is neither dropped nor in doubt; those in doubt are left for a look of their own. */
export function confirmSure(draft: TargetsDraft): TargetsDraft {
  const rows = draft.rows.map((row): TargetRow =>
    row.state === "open" && !isInDoubt(draft, row) ? { ...row, state: "confirmed" } : row,
  );
  return { ...draft, rows };
}

/** What a person may write over. */
export type TargetChange = Partial<
  Pick<
    ExtractedTarget,
    "clause" | "subject" | "population" | "measure" | "comparator" | "value" | "upper" | "scope" | "appliesTo" | "due"
  >
>;

/** Puts a correction in and confirms the row: whoever corrects it has looked at it. */
export function correct(draft: TargetsDraft, id: string, change: TargetChange): TargetsDraft {
  return withRow(draft, id, (row) => ({ ...row, target: { ...row.target, ...change }, state: "confirmed", byHand: true }));
}

export function correctResolution(draft: TargetsDraft, change: Partial<Resolution>): TargetsDraft {
  const { extraction } = draft;
  return { ...draft, extraction: { ...extraction, resolution: { ...extraction.resolution, ...change } } };
}

/**
 * Makes one row of several that say the same thing. The first in the text gives the level; what it leaves out comes from the others.
 * The row is open again, and in doubt while the levels differ.
 */
export function merge(draft: TargetsDraft, ids: readonly string[]): TargetsDraft {
  const parts = draft.rows.filter(({ target }) => ids.includes(target.id));
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return draft;
  const gone = new Set(others.map(({ target }) => target.id));
  const heir = (id: string | null): string | null => (id !== null && gone.has(id) ? first.target.id : id);
  const target = others.reduce((whole, { target: other }) => filledFrom(whole, other), first.target);
  const merged: TargetRow = { target, state: "open", byHand: parts.some((row) => row.byHand), parts };
  const rows = draft.rows
    .filter((row) => !gone.has(row.target.id))
    .map((row) => (row === first ? merged : row))
    .map((row) => ({ ...row, target: { ...row.target, parent: heir(row.target.parent) } }))
    .map((row) => (row.target.parent === row.target.id ? { ...row, target: { ...row.target, parent: null } } : row));
  return { ...draft, rows };
}

function filledFrom(whole: ExtractedTarget, other: ExtractedTarget): ExtractedTarget {
  return {
    ...whole,
    clause: whole.clause || other.clause,
    section: whole.section || other.section,
    subject: whole.subject || other.subject,
    measure: whole.measure || other.measure,
    population: whole.population ?? other.population,
    kind: whole.kind ?? other.kind,
    due: whole.due ?? other.due,
    recurrence: whole.recurrence ?? other.recurrence,
    parent: whole.parent ?? other.parent,
  };
}

/** Takes a merged row apart again, its parts as they were. */
export function split(draft: TargetsDraft, id: string): TargetsDraft {
  const row = rowOf(draft, id);
  if (row === undefined || row.parts.length === 0) return draft;
  return { ...draft, rows: inOrder([...draft.rows.filter((one) => one !== row), ...row.parts]) };
}

/** True when the rows merged into one set different levels. */
export function levelsDiffer({ parts, state }: TargetRow): boolean {
  if (state === "confirmed") return false;
  const levels = parts.map(({ target: { comparator, value, upper, measure } }) => [comparator, value, upper, measure].join("|"));
  return new Set(levels).size > 1;
}

export interface Adding {
  readonly draft: TargetsDraft;
  /** Ids of the rows for the targets given: new ones, or those that were there; dropped ones are open again. */
  readonly ids: readonly string[];
  readonly added: number;
}

/** Adds targets that a person pointed at; one that is there already is not added twice. */
export function add(draft: TargetsDraft, targets: readonly ExtractedTarget[]): Adding {
  return targets.reduce<Adding>(
    ({ draft: before, ids, added }, target) => {
      const known = before.rows.find((row) => isSame(row, target));
      if (known !== undefined) {
        const back = known.state === "dropped" ? mark(before, known.target.id, "open") : before;
        return { draft: back, ids: [...ids, known.target.id], added };
      }
      const id = freshId(before);
      const row: TargetRow = { target: { ...target, id, parent: null }, state: "open", byHand: true, parts: [] };
      return { draft: { ...before, rows: inOrder([...before.rows, row]) }, ids: [...ids, id], added: added + 1 };
    },
    { draft, ids: [], added: 0 },
  );
}

/** The same number at the same place of the text. */
function isSame(row: TargetRow, target: ExtractedTarget): boolean {
  const { value } = row.target;
  return spansOf(row).some(({ start, end }) => start < target.end && target.start < end) && value === target.value;
}

function freshId(draft: TargetsDraft): string {
  const all = draft.rows.flatMap((row) => [row, ...row.parts]).map(({ target }) => Number(target.id.slice(1)));
  return `t${String(Math.max(0, ...all) + 1)}`;
}

function inOrder(rows: readonly TargetRow[]): readonly TargetRow[] {
  return [...rows].sort((a, b) => a.target.start - b.target.start || a.target.end - b.target.end);
}

/** Where a row stands in the text: one place, or one for each row merged into it. */
export function spansOf({ target: { start, end }, parts }: TargetRow): readonly Span[] {
  return parts.length === 0 ? [{ start, end }] : parts.flatMap(spansOf);
}

/** The targets that a person confirmed. */
export function confirmed(draft: TargetsDraft): readonly ExtractedTarget[] {
  return draft.rows.filter(({ state }) => state === "confirmed").map(({ target }) => target);
}

/** Questions about one target; those about the document have the id "". */
export function questionsFor(draft: TargetsDraft, id: string): readonly string[] {
  return draft.questions.filter(({ target }) => target === id).map(({ question }) => question);
}

/** True for an open row that asks for a person: little confidence, a question, or merged levels that differ. */
export function isInDoubt(draft: TargetsDraft, row: TargetRow): boolean {
  if (row.state !== "open") return false;
  if (levelsDiffer(row) || questionsFor(draft, row.target.id).length > 0) return true;
  return !row.byHand && row.target.confidence < SURE;
}

export interface Tally {
  readonly all: number;
  readonly confirmed: number;
  readonly open: number;
  readonly doubt: number;
  readonly dropped: number;
}

export function tally(draft: TargetsDraft): Tally {
  const count = (state: RowState): number => draft.rows.filter((row) => row.state === state).length;
  return {
    all: draft.rows.length,
    confirmed: count("confirmed"),
    open: count("open"),
    doubt: draft.rows.filter((row) => isInDoubt(draft, row)).length,
    dropped: count("dropped"),
  };
}

/** Rows in the order of the text, or those in doubt first and the dropped ones last. */
export function ordered(draft: TargetsDraft, doubtFirst: boolean): readonly TargetRow[] {
  if (!doubtFirst) return draft.rows;
  const rank = (row: TargetRow): number => (isInDoubt(draft, row) ? 0 : row.state === "dropped" ? 2 : 1);
  return [...draft.rows].sort((a, b) => rank(a) - rank(b));
}
