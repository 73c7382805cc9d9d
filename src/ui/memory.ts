// What outlives the pane or a reload: step, language and the round; never files or figures.
import type { RoundDefinition } from "../core/definition/definition.js";
import type { Language } from "../core/messages/index.js";
import type { State, Step } from "./state.js";
import { STEPS } from "./state.js";

export interface Memory {
  readonly step: Step;
  readonly language: Language;
  /** A definition as JSON, or null. */
  readonly round: unknown;
}

const roundTexts = new WeakMap<RoundDefinition, string>();

/** The text to keep. A demonstration is not kept. */
export function memoryText({ step, language, round, demo }: State): string {
  return `{"step":"${step}","language":"${language}","round":${round === null || demo ? "null" : roundText(round)}}`;
}

/** A definition is plain data, so its JSON is a definition again; made once for each round. */
function roundText(round: RoundDefinition): string {
  const text = roundTexts.get(round) ?? JSON.stringify(round);
  roundTexts.set(round, text);
  return text;
}

/** What a kept text says; anything odd is taken as nothing kept. */
export function recalled(text: string | null): Memory {
  const nothing: Memory = { step: "begin", language: "vi", round: null };
  if (text === null) return nothing;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return nothing;
    const { step, language, round } = kept as Partial<Record<keyof Memory, unknown>>;
    return {
      step: STEPS.find((one) => one === step) ?? "begin",
      language: language === "en" ? "en" : "vi",
      round: round ?? null,
    };
  } catch {
    return nothing;
  }
}
