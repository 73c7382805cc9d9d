// A rule is a formula over the figures of one unit that must be TRUE in a sound report.
import type { Severity } from "../finding.js";

export interface Rule {
  readonly id: string;
  /** Excel formula over field ids; TRUE means sound. Undecided when a figure that it needs is blank. */
  readonly formula: string;
  /** Rules are errors (report is kept out) or warnings (report counts, an explanation is asked for). */
  readonly severity: Exclude<Severity, "note">;
  /** Vietnamese sentence for the clerk: what is wrong and what to do. */
  readonly message: string;
  readonly appliesTo: readonly string[];
}
