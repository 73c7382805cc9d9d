// Numbers upward: all files of a round become one row a unit, totals, verdicts and a list of who is missing.
import type { Coverage, UnitState } from "./coverage.js";
import { coverageOf, decisiveFile, stateOf } from "./coverage.js";
import type { Definition, RoundDefinition } from "../definition/definition.js";
import type { Figures, FigureValue } from "../figure/figures.js";
import { hold, settleUnit } from "./competing-files.js";
import type { FileReport } from "./file-report.js";
import { compareFiles, counts, pathBeside } from "./file-report.js";
import { finding } from "../finding.js";
import { distinctValues, figuresKey } from "../figure/same-figures.js";
import { totalFigures } from "../verdict/scope.js";
import type { Unit } from "../definition/unit.js";
import type { Verdict } from "../verdict/verdict.js";
import { totalVerdicts, unitVerdicts } from "../verdict/verdicts.js";

/** Figures of the period before, by unit code. */
export type PreviousFigures = ReadonlyMap<string, Figures>;

/** A unit whose figures are in the totals. */
export interface Member {
  readonly unit: Unit;
  readonly figures: Figures;
}

export interface UnitResult {
  readonly unit: Unit;
  readonly state: UnitState;
  /** The file that the state speaks of; null when the unit is missing. */
  readonly file: FileReport | null;
  /** Null when the unit's figures are not in the totals. */
  readonly figures: Figures | null;
  /** All files of the unit, in fixed order. */
  readonly files: readonly FileReport[];
  /** Of the counted figures; empty when nothing counts. */
  readonly verdicts: readonly Verdict[];
}

export interface Consolidation {
  readonly definition: RoundDefinition;
  /** Every file with its final outcome, in fixed order. */
  readonly files: readonly FileReport[];
  /** One result for every unit of the list, in its order. */
  readonly units: readonly UnitResult[];
  readonly coverage: Coverage;
  readonly totals: Figures;
  /** One verdict with `unit: null` for every target. */
  readonly verdicts: readonly Verdict[];
  readonly previous: PreviousFigures;
}

/** Equality of fewer different values than this may be chance among small units; from this on both reports are held. */
const HOLD_FROM = 5;
const WARN_FROM = 3;
/** An odd factor that spreads small whole numbers over 32 bits. */
const SPREAD = 0x9e3779b1;

/**
 * Consolidates a round. The result does not depend on the order of the files; a bad file changes nothing but its own unit.
 * @param files reports with the outcome that each has by itself: accepted, accepted-with-warnings, rejected, held or skipped
 * @param previous figures of the period before; empty when unknown
 */
export function consolidate(
  definition: RoundDefinition,
  files: readonly FileReport[],
  previous: PreviousFigures = new Map(),
): Consolidation {
  const settled = settle(definition, files);
  const byUnit = groupByUnit(settled);
  const units = definition.units.map((unit) => unitResult(definition, unit, byUnit.get(unit.code) ?? [], previous));
  const members = membersOf(units);
  return {
    definition,
    files: settled,
    units,
    coverage: coverageOf(units, settled),
    totals: totalFigures(definition, members),
    verdicts: totalVerdicts(definition, members, previous),
    previous,
  };
}

/** The units whose figures are in the totals, in the order of the list. */
export function membersOf(units: readonly Pick<UnitResult, "unit" | "figures">[]): Member[] {
  return units.flatMap(({ unit, figures }) => (figures === null ? [] : [{ unit, figures }]));
}

/** Totals of the fields that add up, by field id; null where nobody gave a figure. */
export function totalNumbers(definition: Definition, totals: Figures): Record<string, number | null> {
  const adding = definition.fields.filter(
    (field) => field.aggregate === "sum" && ["count", "decimal", "yesno"].includes(field.type),
  );
  return Object.fromEntries(adding.map((field) => [field.id, numberOf(totals.values.get(field.id) ?? null)]));
}

function numberOf(value: FigureValue): number | null {
  return typeof value === "number" ? value : null;
}

function unitResult(
  definition: RoundDefinition,
  unit: Unit,
  files: readonly FileReport[],
  previous: PreviousFigures,
): UnitResult {
  const file = decisiveFile(files);
  const counted = file !== null && counts(file.outcome) ? file.submission : null;
  const figures = counted?.figures ?? null;
  const verdicts = figures === null ? [] : unitVerdicts(definition, unit, figures, previous.get(unit.code) ?? null);
  return { unit, state: stateOf(file), file, figures, files, verdicts };
}

/** Final outcomes of all files, in fixed order. */
function settle(definition: RoundDefinition, files: readonly FileReport[]): FileReport[] {
  const listed = new Set(definition.units.map((unit) => unit.code));
  const known = files.map((file) => (file.unit === null || listed.has(file.unit) ? file : notListed(file)));
  const byUnit = groupByUnit(known.sort(compareFiles));
  const single = [...byUnit].flatMap(([code, own]) => (listed.has(code) ? settleUnit(definition, own) : own));
  const nobody = known.filter((file) => file.unit === null);
  return holdTwins(definition, [...single, ...nobody]).sort(compareFiles);
}

/** Files by the unit that they name; those without a unit are left out. */
function groupByUnit(files: readonly FileReport[]): Map<string, FileReport[]> {
  return groupBy(files, (file) => file.unit);
}

/** Files by a key, in the order in which they come; those whose key is null are left out. */
function groupBy<K>(files: readonly FileReport[], keyOf: (file: FileReport) => K | null): Map<K, FileReport[]> {
  const groups = new Map<K, FileReport[]>();
  for (const file of files) {
    const key = keyOf(file);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return groups;
}

function notListed(file: FileReport): FileReport {
  if (!counts(file.outcome)) return file;
  const found = finding("round/unit-not-listed", "error", { unit: file.unit, found: file.unit });
  return { ...file, outcome: "rejected", findings: [found, ...file.findings] };
}

/** Holds reports of different units whose figures are all the same, see `distinctValues`. */
function holdTwins(definition: Definition, files: readonly FileReport[]): FileReport[] {
  const read = files.filter((file) => counts(file.outcome) && file.submission !== null);
  const alike = alikeBy(read, (file) => roughSum(file.submission!.figures));
  const equal = alike.flatMap((some) => alikeBy(some, (file) => figuresKey(definition, file.submission!.figures)));
  const changed = new Map<FileReport, FileReport>();
  for (const twins of equal) {
    twins.sort(compareFiles);
    const telling = distinctValues(definition, twins[0]!.submission!.figures);
    for (const file of twins) changed.set(file, judgeTwin(file, file === twins[0] ? twins[1]! : twins[0]!, telling));
  }
  return files.map((file) => changed.get(file) ?? file);
}

/** Groups of two and more files that have the same key. */
function alikeBy<K>(files: readonly FileReport[], keyOf: (file: FileReport) => K): FileReport[][] {
  return [...groupBy(files, keyOf).values()].filter((group) => group.length > 1);
}

/**
 * Equal for equal figures in whatever order they were read, and unequal for most others: only reports that agree in it need be
 * compared in full.
 */
function roughSum({ values }: Figures): number {
  let sum = 0;
  for (const value of values.values()) if (typeof value === "number") sum += Math.imul(value, SPREAD) >>> 0;
  return sum;
}

function judgeTwin(file: FileReport, other: FileReport, telling: number): FileReport {
  if (telling < WARN_FROM) return file;
  const facts = { unit: file.unit, data: { other: pathBeside(other.path, file.path), otherUnit: other.unit } };
  if (telling >= HOLD_FROM) return hold(file, [finding("round/same-figures-two-units", "error", facts)]);
  const warning = finding("round/alike-two-units", "warning", facts);
  return { ...file, outcome: "accepted-with-warnings", findings: [...file.findings, warning] };
}
