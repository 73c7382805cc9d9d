// One returned file → one report: gate, identity, figures, checks, verdicts. Never throws for what the file holds.
import type { WorkbookCells } from "../core/cells.js";
import { checkSubmission } from "../core/submission/checks/index.js";
import type { FileReport, Outcome } from "../core/round/file-report.js";
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
import { checkIdentity, readIdentity } from "../core/submission/identity.js";
import type { Identity } from "../core/submission/identity.js";
import { readSubmission } from "../core/submission/submission.js";
import type { Unit } from "../core/definition/unit.js";
import { unitVerdicts } from "../core/verdict/verdicts.js";
import { readWorkbook } from "../xlsx/read-workbook.js";
import type { Host, Round } from "./round.js";
import { ownRound } from "./own-round.js";
import { otherWorkbook } from "./own-workbook.js";
import type { SourceFile } from "./sources.js";

/** What is known of a report before its figures are read. */
interface Envelope {
  readonly path: string;
  readonly sha256: string;
  readonly lastSaved: string | null;
  readonly application: string | null;
}

/**
 * Reads and checks one returned file.
 * @param round the running round; null takes the definition that the file itself carries
 * @returns the report with one outcome: skipped, rejected, accepted or accepted-with-warnings (duplicates and conflicts are decided over all files)
 */
export function readReport(file: SourceFile, round: Round | null, host: Host): FileReport {
  const sha256 = host.sha256(file.bytes);
  const bare: Envelope = { path: file.path, sha256, lastSaved: null, application: null };
  if (file.litter === true)
    return outcomeOf(bare, [finding("file/litter", "note", { found: file.path })], { outcome: "skipped" });
  if (file.findings !== undefined && file.findings.length > 0) return outcomeOf(bare, file.findings);
  const read = readWorkbook(file.bytes, host.codec, host.memory);
  return read.workbook === null ? outcomeOf(bare, read.findings) : reportOf(read.workbook, bare, read.findings, round);
}

/**
 * Checks a workbook that is open in a host, as `readReport` checks a file. It has no bytes, so its hash is empty.
 * @param path name under which it is shown
 */
export function readOpenReport(workbook: WorkbookCells, path: string, round: Round | null): FileReport {
  return reportOf(workbook, { path, sha256: "", lastSaved: null, application: null }, [], round);
}

/** The report on a file whose reading had to be broken off: it took too long or brought the reader down. */
export function lostReport(path: string): FileReport {
  return outcomeOf({ path, sha256: "", lastSaved: null, application: null }, [finding("file/reading-stopped", "error")]);
}

function reportOf(workbook: WorkbookCells, bare: Envelope, before: readonly Finding[], round: Round | null): FileReport {
  const envelope = { ...bare, lastSaved: workbook.lastSaved, application: workbook.application };
  const known = readIdentity(workbook);
  const findings = [...before, ...known.findings];
  if (known.identity === null) {
    const other = otherWorkbook(workbook, "form");
    return outcomeOf(envelope, other.length > 0 ? [...before, ...other] : findings);
  }
  const { identity } = known;
  const own = round === null ? ownRound(identity) : { round, findings: [] };
  if (own.round === null) return outcomeOf(envelope, [...findings, ...own.findings], {}, identity);
  const asked = round?.definition ?? { ...own.round.definition, units: [...own.round.units.values()] };
  findings.push(...checkIdentity(identity, asked, own.round.fingerprint));
  const unit = own.round.units.get(identity.unit);
  if (unit === undefined || hasError(findings)) return outcomeOf(envelope, findings, {}, identity);
  return judge(workbook, own.round, unit, envelope, identity, findings);
}

function judge(
  workbook: WorkbookCells,
  round: Round,
  unit: Unit,
  envelope: Envelope,
  identity: Identity,
  before: readonly Finding[],
): FileReport {
  const { definition } = round;
  const { submission, findings } = readSubmission(workbook, definition, round.layout(unit), unit);
  if (submission === null) return outcomeOf(envelope, [...before, ...findings], {}, identity);
  const previous = round.previous.get(unit.code) ?? null;
  const checked = checkSubmission(definition, unit, submission, previous);
  const verdicts = unitVerdicts(definition, unit, submission.figures, previous);
  return outcomeOf(envelope, [...before, ...findings, ...checked], { submission, verdicts }, identity);
}

function outcomeOf(
  envelope: Envelope,
  findings: readonly Finding[],
  known: Partial<FileReport> = {},
  identity?: Identity,
): FileReport {
  const unit = identity?.unit ?? null;
  return {
    ...envelope,
    outcome: outcomeFor(findings),
    unit,
    period: identity?.period ?? null,
    submissionNumber: known.submission?.submissionNumber ?? null,
    findings: bySeverity(findings.map((f) => (f.unit === null && unit !== null ? { ...f, unit } : f))),
    verdicts: [],
    submission: null,
    ...known,
  };
}

function outcomeFor(findings: readonly Finding[]): Outcome {
  if (hasError(findings)) return "rejected";
  return findings.some((f) => f.severity === "warning") ? "accepted-with-warnings" : "accepted";
}

const ORDER = { error: 0, warning: 1, note: 2 } as const;

/** Errors first; within a severity the order in which they were found, which is root cause first. */
function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some((f) => f.severity === "error");
}
