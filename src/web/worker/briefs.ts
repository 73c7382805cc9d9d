// What the views are told of many reports: counts and the first lines, never the reports themselves.
import type { Consolidation } from "../../core/round/consolidation.js";
import type { FileReport } from "../../core/round/file-report.js";
import type { Severity } from "../../core/finding.js";
import type {
  AbsentState,
  CheckBrief,
  ConsolidationBrief,
  FileLine,
  FindingsBrief,
  FoundAt,
  Some,
  StrayFile,
} from "../../ui/engine.js";

/** Lines that a list begins with, and that are added each time. */
export const FINDINGS_AT_ONCE = 12;
export const FILES_AT_ONCE = 100;
const NAMES_AT_ONCE = 30;

const ABSENT: readonly AbsentState[] = ["missing", "returned", "held"];

/** Files that were read; of a single one everything but its figures. */
export function checkBrief(reports: readonly FileReport[]): CheckBrief {
  const [only] = reports;
  const single = reports.length === 1 && only !== undefined;
  const outcomes: CheckBrief["outcomes"] = reports.reduce<Partial<Record<FileReport["outcome"], number>>>(
    (counted, { outcome }) => ({ ...counted, [outcome]: (counted[outcome] ?? 0) + 1 }),
    {},
  );
  return {
    files: reports.length,
    outcomes,
    findings: findingsBrief(findingsOf(reports), single ? Infinity : FINDINGS_AT_ONCE),
    first: reports.slice(0, FILES_AT_ONCE).map(fileLine),
    only: single ? withoutFigures(only) : null,
  };
}

/** A report without its figures. */
function withoutFigures({ submission: _figures, ...rest }: FileReport): Omit<FileReport, "submission"> {
  return rest;
}

export function fileLine({ path, unit, outcome }: FileReport): FileLine {
  return { path, unit, outcome };
}

/** All findings of reports, in the order of the reports. */
export function findingsOf(reports: readonly FileReport[]): readonly FoundAt[] {
  return reports.flatMap((report) => report.findings.map((finding) => ({ finding, file: fileLine(report) })));
}

/** Files that were sent back or held. */
export function troubled({ files }: Consolidation): readonly FileReport[] {
  return files.filter(({ outcome }) => outcome === "rejected" || outcome === "held");
}

export function ofSeverity(found: readonly FoundAt[], severity: Severity): readonly FoundAt[] {
  return found.filter(({ finding }) => finding.severity === severity);
}

/** Counts, and the first of each severity. */
export function findingsBrief(found: readonly FoundAt[], atOnce = FINDINGS_AT_ONCE): FindingsBrief {
  const [error, warning, note] = (["error", "warning", "note"] as const).map((severity) => ofSeverity(found, severity));
  const all = { error: error!, warning: warning!, note: note! };
  const each = <T>(of: (some: readonly FoundAt[]) => T): Record<Severity, T> => ({
    error: of(all.error),
    warning: of(all.warning),
    note: of(all.note),
  });
  return { counts: each((some) => some.length), first: each((some) => some.slice(0, atOnce)) };
}

export function consolidationBrief(consolidation: Consolidation): ConsolidationBrief {
  const { coverage, units, verdicts } = consolidation;
  const bad = troubled(consolidation);
  return {
    coverage: { expected: coverage.expected, received: coverage.received },
    absent: ABSENT.map((state) => {
      const codes = units.filter((one) => one.state === state).map(({ unit: { code, name } }) => ({ code, name }));
      return { state, ...some(codes) };
    }).filter(({ count }) => count > 0),
    stray: some(strayFiles(consolidation)),
    troubled: bad.length === 0 ? null : findingsBrief(findingsOf(bad)),
    verdicts,
  };
}

function some<T>(all: readonly T[]): Some<T> {
  return { count: all.length, first: all.slice(0, NAMES_AT_ONCE) };
}

/** Files of no unit that can be read, and of units that are not in the list. */
function strayFiles({ files, units, coverage }: Consolidation): readonly StrayFile[] {
  const listed = new Set(units.map(({ unit }) => unit.code));
  const strangers = files.filter(({ unit, outcome }) => unit !== null && !listed.has(unit) && outcome !== "skipped");
  return [
    ...coverage.unknown.map((file) => ({ ...file, unit: null })),
    ...strangers.map(({ path, unit }) => ({ path, unit, perhaps: null })),
  ];
}
