// How a value stands in a sentence: numbers with separators, words in quotes, nothing as "(trống)".
import { numberText } from "../figure/number-text.js";

const LONGEST = 80;

/** A value inside a Vietnamese (or English) sentence; long texts are cut. */
export function shown(value: string | number | null | undefined, language: "vi" | "en" = "vi"): string {
  if (value === null || value === undefined || value === "") return language === "vi" ? "(trống)" : "(blank)";
  if (typeof value === "number") return numberText(value, language);
  const text = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return `“${text}”`;
}
