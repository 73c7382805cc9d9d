// What became of one file: where it came from, whose it is, what it says, and whether it counts.
import type { Finding } from "../finding.js";
import type { Submission } from "../submission/submission.js";
import type { Verdict } from "../verdict/verdict.js";

/**
 * accepted and accepted-with-warnings count; rejected has an error to correct; held waits for a person to decide;
 * duplicate and superseded are sound but another file of the unit stands for them; skipped was never a report.
 */
export type Outcome = "accepted" | "accepted-with-warnings" | "rejected" | "held" | "duplicate" | "superseded" | "skipped";

export interface FileReport {
  /** As given; inside a zip `bundle.zip!inner.xlsx`. */
  readonly path: string;
  /** Of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly outcome: Outcome;
  /** Unit code as the hidden sheet says; null when it could not be read. */
  readonly unit: string | null;
  /** Period id as the hidden sheet says; null when it could not be read. */
  readonly period: string | null;
  readonly submissionNumber: number | null;
  readonly findings: readonly Finding[];
  /** Of the unit by itself. */
  readonly verdicts: readonly Verdict[];
  /** Null when the figures could not be read. */
  readonly submission: Submission | null;
  /** ISO time and program as the file says; null when it does not. */
  readonly lastSaved: string | null;
  readonly application: string | null;
}

/** True when the figures of a file with this outcome are in the totals. */
export function counts(outcome: Outcome): boolean {
  return outcome === "accepted" || outcome === "accepted-with-warnings";
}

/** Fixed order of files: by path in code units, then by content, so that it does not depend on the order of the input. */
export function compareFiles(a: Pick<FileReport, "path" | "sha256">, b: Pick<FileReport, "path" | "sha256">): number {
  return compareText(a.path, b.path) || compareText(a.sha256, b.sha256);
}

/** The path of a file as seen from beside another: without the folders that both share. */
export function pathBeside(path: string, own: string): string {
  const folders = path.split(/(?<=[/\\])/u);
  const others = own.split(/(?<=[/\\])/u);
  const apart = folders.findIndex((folder, i) => i === folders.length - 1 || folder !== others[i]);
  return folders.slice(apart).join("");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
