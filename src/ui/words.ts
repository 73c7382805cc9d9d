// The words of the views in the chosen language, Vietnamese by default.
import type { Language } from "../core/messages/index.js";
import { EN } from "./words-en.js";
import { VI } from "./words-vi.js";

export type Words = typeof VI;

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return language === "vi" ? VI : EN;
}
