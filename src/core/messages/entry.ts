// One entry of the catalogue of findings: the sentence, and the row that docs/findings.md prints.
import type { FindingData, Severity } from "../finding.js";

/** A finding before its sentence is made. */
export interface MessageFacts {
  readonly code: string;
  readonly severity: Severity;
  readonly unit: string | null;
  readonly field: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly found: string | number | null;
  readonly expected: string | number | null;
  readonly data: FindingData;
}

export interface MessageEntry {
  /** Severities with which the code occurs, for the docs. */
  readonly severity: Severity | readonly Severity[];
  /** What it means, one Vietnamese sentence for docs/findings.md. */
  readonly meaning: string;
  /** What to do, one Vietnamese sentence for docs/findings.md. */
  readonly remedy: string;
  /** What is wrong and what to do, without the place ("Báo cáo!E12: " is put before it). */
  readonly vi: (f: MessageFacts) => string;
  /** The same in English. */
  readonly en: (f: MessageFacts) => string;
}

/** Keeps the literal keys of a part of the catalogue while checking each entry. */
export function entries<K extends string>(part: Record<K, MessageEntry>): Record<K, MessageEntry> {
  return part;
}
