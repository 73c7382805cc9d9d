// What a clerk writes beside the figures: why a target is missed (giải trình), and which report of the period this is (lần báo cáo).
import type { Cell } from "../cells.js";
import { oldFontFacts } from "../figure/figure-words.js";
import type { Finding, FindingFacts } from "../finding.js";
import { finding } from "../finding.js";
import { readShort } from "../legacy.js";
import { numberText, plainDigits } from "../figure/number-text.js";
import { foldText } from "../text.js";

/** Ending of the name of an explanation's input: `<target id>_giai_trinh`. */
export const EXPLANATION_SUFFIX = "_giai_trinh";

/** Name of the input that holds the number of the report: 1, 2, 3 … */
export const SUBMISSION_NUMBER = "lan_bao_cao";

const MOST_SUBMISSIONS = 999;

/**
 * The words of an explanation; empty when there are none: a dash, dots and error values explain nothing. Words in an old encoding are
 * converted, with a note.
 * @param at facts of the finding: unit, field, sheet, cell and label
 */
export function readExplanation(
  cell: Cell | undefined,
  at: FindingFacts,
): { readonly text: string; readonly findings: readonly Finding[] } {
  const value = cell?.value;
  if (value?.kind === "number") return { text: numberText(value.number), findings: [] };
  if (value?.kind !== "text") return NO_WORDS;
  const reading = readShort(value.text);
  const text = (reading.kind === "old" ? reading.text : value.text).normalize("NFC").trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return NO_WORDS;
  if (reading.kind === "unicode") return { text, findings: [] };
  const [severity, facts] = oldFontFacts(reading, value.text);
  return { text, findings: [finding("figure/old-font", severity, { ...at, ...facts, data: { ...at.data, ...facts.data } })] };
}

const NO_WORDS = { text: "", findings: [] } as const;

/**
 * The number of the report. Blank counts as 1, with a warning: a second report that says nothing is then held against the first, and
 * never takes its place unseen.
 * @param at facts of the findings: unit, sheet and cell
 */
export function readSubmissionNumber(
  cell: Cell | undefined,
  at: { readonly unit: string; readonly sheet: string | null; readonly cell: string | null },
): { readonly number: number; readonly findings: readonly Finding[] } {
  const facts = { ...at, field: SUBMISSION_NUMBER };
  const value = cell?.value ?? { kind: "empty" };
  const found = value.kind === "number" ? value.number : value.kind === "text" ? value.text : null;
  if (value.kind === "empty" || (value.kind === "text" && plainDigits(value.text) === "")) {
    return { number: 1, findings: [finding("form/submission-number", "warning", { ...facts, expected: 1 })] };
  }
  if (typeof found === "number" && isSubmissionNumber(found)) return { number: found, findings: [] };
  const words = typeof found === "string" ? /^(?:lần )?(?:thứ )?(\d{1,3})$/u.exec(foldedDigits(found)) : null;
  const number = words === null ? 0 : Number(words[1]);
  if (!isSubmissionNumber(number))
    return { number: 1, findings: [finding("form/submission-number", "error", { ...facts, found })] };
  return { number, findings: [finding("form/submission-number", "note", { ...facts, found, expected: number })] };
}

function isSubmissionNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= MOST_SUBMISSIONS;
}

/** Plain lower-case words; `lần` and `thứ` in composed Unicode. */
function foldedDigits(text: string): string {
  return plainDigits(text)
    .toLowerCase()
    .replace(/\S+/gu, (word) => (foldText(word) === foldText("lần") ? "lần" : foldText(word) === foldText("thứ") ? "thứ" : word));
}
