// What a person types to correct a target, read into values; what cannot be read is named. Pure.
import type { ExtractedTarget } from "../core/extraction/index.js";
import { numberText, readNumberText } from "../core/figure/number-text.js";
import type { Comparator } from "../core/definition/target.js";
import { COMPARATORS, SCOPES } from "../core/definition/target.js";
import { tidy } from "../core/text.js";
import type { Span, TargetChange, TargetsDraft } from "./targets-state.js";

/** Fields of the form in the order in which they stand. */
export const FIELDS = [
  "subject",
  "comparator",
  "value",
  "upper",
  "measure",
  "population",
  "scope",
  "appliesTo",
  "due",
  "clause",
] as const;

export type FieldName = (typeof FIELDS)[number];

export type Typed = Readonly<Record<FieldName, string>>;

export type FieldProblem = "missingSubject" | "badValue" | "badUpper" | "badDue";

export type FieldsReading =
  | { readonly change: TargetChange; readonly problems: readonly [] }
  | { readonly change: null; readonly problems: readonly (readonly [FieldName, FieldProblem])[] };

/** A target, or one that is being written and has no value yet. */
export type Unread = Omit<ExtractedTarget, "value"> & { readonly value: number | null };

/** A target as it stands in the fields. */
export function typedOf(target: Unread): Typed {
  const { upper, value, population, due, ...rest } = target;
  return {
    subject: rest.subject,
    comparator: rest.comparator,
    value: value === null ? "" : numberText(value),
    upper: upper === null ? "" : numberText(upper),
    measure: rest.measure,
    population: population ?? "",
    scope: rest.scope,
    appliesTo: (rest.appliesTo ?? []).join(", "),
    due: due === null ? "" : due.split("-").reverse().join("/"),
    clause: rest.clause,
  };
}

/** A target that nothing could be read of: the words as they are, everything else to be written. */
export function blankTarget(draft: TargetsDraft, { start, end }: Span): Unread {
  const place = draft.extraction.outline.filter((one) => one.start <= start).at(-1);
  return {
    id: "",
    quote: draft.text.slice(start, end),
    start,
    end,
    section: "",
    clause: place?.clause ?? "",
    subject: "",
    population: null,
    measure: "",
    comparator: ">=",
    value: null,
    upper: null,
    scope: "total",
    kind: null,
    due: null,
    recurrence: null,
    parent: null,
    confidence: 1,
  };
}

/** Reads the fields; every problem is named. */
export function readFields(typed: Typed): FieldsReading {
  const value = numberOf(typed.value);
  const comparator = COMPARATORS.find((one) => one === typed.comparator) ?? "=";
  const upper = comparator === "between" ? numberOf(typed.upper) : null;
  const due = dueOf(typed.due);
  const subject = tidy(typed.subject);
  const problems: (readonly [FieldName, FieldProblem])[] = [];
  if (subject === "") problems.push(["subject", "missingSubject"]);
  if (value === null) problems.push(["value", "badValue"]);
  if (comparator === "between" && !(upper !== null && value !== null && upper > value)) problems.push(["upper", "badUpper"]);
  if (due === undefined) problems.push(["due", "badDue"]);
  if (value === null || due === undefined || problems.length > 0) return { change: null, problems };
  const change = { subject, comparator, value, upper, due, ...wordsOf(typed) };
  return { change, problems: [] };
}

type WordsRead = Pick<ExtractedTarget, "clause" | "measure" | "population" | "scope" | "appliesTo">;

function wordsOf(typed: Typed): WordsRead {
  const population = tidy(typed.population);
  const kinds = typed.appliesTo.split(/[,;]/u).map(tidy);
  return {
    appliesTo: kinds.filter((kind) => kind !== ""),
    clause: tidy(typed.clause),
    measure: tidy(typed.measure),
    population: population === "" ? null : population,
    scope: SCOPES.find((one) => one === typed.scope) ?? "total",
  };
}

/** Vietnamese marks decide where a number can be read in two ways: `1.234` is a thousand and more. */
function numberOf(text: string): number | null {
  const read = readNumberText(text);
  if (read === null || read.kind === "tooLong") return null;
  if (read.kind === "number") return read.number;
  return read.separator === "." ? read.whole : read.decimal;
}

/** `2025`, `31/12/2025` or `2025-12-31`; null when blank, undefined when it is none of these. */
function dueOf(text: string): string | null | undefined {
  const words = tidy(text);
  if (words === "") return null;
  if (/^(?:19|20|21)\d\d$/u.test(words)) return words;
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(words);
  const iso = day === null ? words : [day[3], day[2]!.padStart(2, "0"), day[1]!.padStart(2, "0")].join("-");
  const at = /^\d{4}-\d\d-\d\d$/u.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

/** The level in a few words: `≥ 95%`, `30–35%`, `> 12 mô hình`. */
export function levelText({ comparator, value, upper, measure }: LevelParts): string {
  const sign = measure === "%" || measure === "‰" ? measure : "";
  const unit = sign === "" && measure !== "" ? ` ${measure}` : "";
  const number = numberText(value) + sign;
  if (comparator === "between" && upper !== null) return `${numberText(value)}–${numberText(upper)}${sign}${unit}`;
  return `${SIGNS[comparator]}${number}${unit}`;
}

type LevelParts = Pick<ExtractedTarget, "comparator" | "value" | "upper" | "measure">;

const SIGNS: Readonly<Record<Comparator, string>> = {
  ">=": "≥ ",
  ">": "> ",
  "=": "",
  "<=": "≤ ",
  "<": "< ",
  between: "≥ ",
  about: "≈ ",
};
