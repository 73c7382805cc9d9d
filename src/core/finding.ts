// A finding is a defect in a report, to be fixed: code, severity, place and data. Its sentence is made in messages/.
import type { FindingCode } from "./messages/index.js";
import { findingMessage } from "./messages/index.js";

/** error: the report is kept out of the totals. warning: it counts, an explanation is asked for. note: a harmless repair, logged. */
export type Severity = "error" | "warning" | "note";

/** Facts that a sentence is made from; keys are those that the code's sentence names. */
export type FindingData = Readonly<Record<string, string | number | null>>;

export interface Finding {
  /** `area/problem`, permanent. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Unit code. */
  readonly unit: string | null;
  /** Field, target or rule id that it is about. */
  readonly field: string | null;
  readonly sheet: string | null;
  /** A1 address, or a range. */
  readonly cell: string | null;
  readonly found: string | number | null;
  readonly expected: string | number | null;
  /** Vietnamese sentence: place, what is wrong, what to do. */
  readonly message: string;
  readonly data: FindingData;
}

/** What a finding is made from: everything may be left out but code and severity. */
export interface FindingFacts {
  readonly unit?: string | null;
  readonly field?: string | null;
  readonly sheet?: string | null;
  readonly cell?: string | null;
  readonly found?: string | number | null;
  readonly expected?: string | number | null;
  readonly data?: FindingData;
}

/**
 * Makes a finding with its sentence.
 * @param code a code of the catalogue in messages/; its entry says which `data` the sentence needs
 */
export function finding(code: FindingCode, severity: Severity, facts: FindingFacts = {}): Finding {
  const bare = {
    code,
    severity,
    unit: facts.unit ?? null,
    field: facts.field ?? null,
    sheet: facts.sheet ?? null,
    cell: facts.cell ?? null,
    found: facts.found ?? null,
    expected: facts.expected ?? null,
    data: facts.data ?? {},
  };
  return { ...bare, message: findingMessage(bare) };
}

/** The finding at a place that is no cell: an option, or file, row and column of a list. */
export function atPlace(found: Finding, vi: string, en: string = vi): Finding {
  return finding(found.code, found.severity, { ...found, data: { ...found.data, place: vi, placeEn: en } });
}
