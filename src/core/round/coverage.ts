// How much of a round is in: which units reported, which are missing, sent back or held.
import type { FileReport } from "./file-report.js";
import { counts } from "./file-report.js";
import { MISSING_WORD, OUTCOME_WORDS } from "./outcome-words.js";
import type { Unit } from "../definition/unit.js";

/** missing: no file. received: counts. explain: counts, an explanation is asked for. returned: to be corrected. held: a person decides. */
export type UnitState = "missing" | "received" | "explain" | "returned" | "held";

/** The same words as for the unit's file. */
export const STATE_WORDS: Readonly<Record<UnitState, string>> = {
  missing: MISSING_WORD.vi,
  received: OUTCOME_WORDS.accepted.vi,
  explain: OUTCOME_WORDS["accepted-with-warnings"].vi,
  returned: OUTCOME_WORDS.rejected.vi,
  held: OUTCOME_WORDS.held.vi,
};

/** A file that does not say whose it is, because it cannot be read or is no form. */
export interface UnknownFile {
  readonly path: string;
  /** Code of the listed unit with which the file's name begins: a hint for people, nothing is decided by it. */
  readonly perhaps: string | null;
}

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
  /** Files of unknown unit, sorted by path: a unit that is missing here may have sent one of them. */
  readonly unknown: readonly UnknownFile[];
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
    unknown: unknownFiles(
      units.map(({ unit }) => unit),
      files,
    ),
  };
}

function unknownFiles(units: readonly Unit[], files: readonly FileReport[]): readonly UnknownFile[] {
  const nobodys = files.filter(({ unit, outcome }) => unit === null && (outcome === "rejected" || outcome === "held"));
  const codes = units.filter(({ code }) => code !== "").map(({ code }) => ({ code, folded: code.toLocaleLowerCase("vi") }));
  return nobodys.map(({ path }) => ({ path, perhaps: perhapsOf(path, codes) }));
}

/** The longest code with which the file's name begins, letters and digits not going on behind it. */
function perhapsOf(path: string, codes: readonly { readonly code: string; readonly folded: string }[]): string | null {
  const name = (path.split(/[\\/!]/u).at(-1) ?? "").toLocaleLowerCase("vi");
  const begins = codes.filter(({ code, folded }) => name.startsWith(folded) && !/^[\p{L}\p{N}]/u.test(name.slice(code.length)));
  return begins.reduce<string | null>((long, { code }) => (code.length > (long?.length ?? 0) ? code : long), null);
}
