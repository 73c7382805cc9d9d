// How much of a round is in: which units reported, which are missing, sent back or held.
import type { FileReport } from "./file-report.js";
import { counts } from "./file-report.js";
import type { Unit } from "./unit.js";

/** missing: no file. received: counts. explain: counts, an explanation is asked for. returned: to be corrected. held: a person decides. */
export type UnitState = "missing" | "received" | "explain" | "returned" | "held";

/** The words that units know from the reporting systems they use. */
export const STATE_WORDS: Readonly<Record<UnitState, string>> = {
  missing: "Chưa gửi",
  received: "Đã nhận",
  explain: "Cần giải trình",
  returned: "Gửi trả",
  held: "Tạm giữ",
};

export interface Coverage {
  /** Units in the list. */
  readonly expected: number;
  /** Units from which a report came, whatever became of it; `expected` is always `received` + missing. */
  readonly received: number;
  /** Units whose figures are in the totals. */
  readonly counted: number;
  /** Unit codes, in the order of the list. */
  readonly missing: readonly string[];
  readonly returned: readonly string[];
  readonly held: readonly string[];
  /** Paths, sorted. */
  readonly superseded: readonly string[];
  readonly duplicates: readonly string[];
}

/** The file that a unit's state speaks of: the one that counts, else a held one, else the rejected one with the highest number. */
export function decisiveFile(files: readonly FileReport[]): FileReport | null {
  const rejected = files.filter((file) => file.outcome === "rejected");
  const last = Math.max(...rejected.map((file) => file.submissionNumber ?? 0));
  return (
    files.find((file) => counts(file.outcome)) ??
    files.find((file) => file.outcome === "held") ??
    rejected.find((file) => (file.submissionNumber ?? 0) === last) ??
    null
  );
}

/** State of a unit with this decisive file. */
export function stateOf(file: FileReport | null): UnitState {
  if (file === null) return "missing";
  if (file.outcome === "accepted") return "received";
  if (file.outcome === "accepted-with-warnings") return "explain";
  return file.outcome === "held" ? "held" : "returned";
}

/** Counts the states of all units. */
export function coverageOf(
  units: readonly { readonly unit: Unit; readonly state: UnitState }[],
  files: readonly FileReport[],
): Coverage {
  const codes = (state: UnitState): string[] => units.filter((u) => u.state === state).map((u) => u.unit.code);
  const paths = (outcome: FileReport["outcome"]): string[] => files.filter((f) => f.outcome === outcome).map((f) => f.path);
  const missing = codes("missing");
  return {
    expected: units.length,
    received: units.length - missing.length,
    counted: codes("received").length + codes("explain").length,
    missing,
    returned: codes("returned"),
    held: codes("held"),
    superseded: paths("superseded"),
    duplicates: paths("duplicate"),
  };
}
