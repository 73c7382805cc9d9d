// What outlives the pane or a reload: step, language, the round, and targets that are being reviewed; never reports or figures.
import type { RoundDefinition } from "../core/definition/definition.js";
import type { Language } from "../core/messages/index.js";
import type { Review, State, Step } from "./state.js";
import { STEPS } from "./state.js";
import type { TargetsDraft } from "./targets-state.js";

/** `place`: where the person was; `round`: what is worked on; `review`: targets read from a resolution, hours of work. */
export const MEMORY_PARTS = ["place", "round", "review"] as const;

export type MemoryPart = (typeof MEMORY_PARTS)[number];

export interface Memory {
  readonly step: Step;
  readonly language: Language;
  /** True when the review was open in this very tab or pane. */
  readonly reviewing: boolean;
  /** A definition as JSON, or null. */
  readonly round: unknown;
  readonly review: Review | null;
}

export interface Keeper {
  /** Keeps what changed since the last time; a review that is typed into is kept after a moment. */
  note(state: State): void;
  /** Keeps at once what still waits. */
  flush(): void;
  /** False when the host could not keep the review. */
  reviewKept(): boolean;
}

/** A review in another shape than this is not taken up. */
const REVIEW_SHAPE = 1;
const CALM_MS = 400;

/** @param remember keeps a text, or forgets it when null; false when that failed */
export function keeper(remember: (part: MemoryPart, text: string | null) => boolean): Keeper {
  let place = "";
  let round: RoundDefinition | null = null;
  let review: Pick<State, "targets" | "start"> | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let kept = true;
  const flush = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    kept = remember("review", review === null ? null : reviewText(review));
  };
  const noteReview = ({ targets, start }: State): void => {
    if (targets === null && review === null) return;
    if (targets !== null && review?.targets === targets && review.start === start) return;
    const before = review;
    review = targets === null ? null : { targets, start };
    if (review === null || before === null) return flush();
    waiting ??= setTimeout(flush, CALM_MS);
  };
  return {
    note: (state) => {
      const now = placeText(state);
      if (now !== place) remember("place", now);
      place = now;
      const open = state.demo ? null : state.round;
      if (open !== round) remember("round", open === null ? null : JSON.stringify(open));
      round = open;
      noteReview(state);
    },
    flush: () => {
      if (waiting !== undefined) flush();
    },
    reviewKept: () => kept && waiting === undefined,
  };
}

function placeText({ step, language, targets }: State): string {
  return JSON.stringify({ step, language, reviewing: targets !== null });
}

function reviewText({ targets, start }: Pick<State, "targets" | "start">): string {
  return JSON.stringify({ shape: REVIEW_SHAPE, targets, start: { ...start, text: "" } });
}

/** What kept texts say; anything odd is taken as nothing kept. */
export function recalled(texts: Readonly<Record<MemoryPart, string | null>>): Memory {
  const { step, language, reviewing } = parsed(texts.place) ?? {};
  return {
    step: STEPS.find((one) => one === step) ?? "begin",
    language: language === "en" ? "en" : "vi",
    reviewing: reviewing === true,
    round: parsed(texts.round),
    review: reviewIn(parsed(texts.review)),
  };
}

function reviewIn(kept: Readonly<Record<string, unknown>> | null): Review | null {
  if (kept === null || kept["shape"] !== REVIEW_SHAPE) return null;
  const { targets, start } = kept as unknown as Review;
  return isDraft(targets) && typeof start === "object" ? { targets, start } : null;
}

function isDraft(kept: Partial<TargetsDraft> | null | undefined): boolean {
  if (typeof kept !== "object" || kept === null) return false;
  const { text, extraction, rows, questions } = kept;
  return typeof text === "string" && typeof extraction === "object" && Array.isArray(rows) && Array.isArray(questions);
}

function parsed(text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === "object" && kept !== null ? (kept as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
