// Several files of one unit: which one counts, which are duplicates, superseded, or held because they contradict each other.
import { isDay, showDay } from "../figure/date.js";
import type { Definition } from "../definition/definition.js";
import type { FigureValue } from "../figure/figures.js";
import type { FileReport, Outcome } from "./file-report.js";
import { counts, pathBeside } from "./file-report.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import { numberText } from "../figure/number-text.js";
import type { Place, Submission } from "../submission/submission.js";
import type { Difference } from "../figure/same-figures.js";
import { differences, figuresKey } from "../figure/same-figures.js";

/** A report whose figures were read and are sound. */
type Sound = FileReport & { readonly submission: Submission };

/** Places that differ are listed one by one up to here; the first finding says how many there are in all. */
const MOST_LISTED = 20;

/**
 * Decides between the files of one unit; the result does not depend on their order as long as they come sorted.
 * The highest submission number counts; with the same number and the same figures one counts; with different figures all are held.
 * A rejected file never takes the place of a sound one.
 * @param files all files of the unit, sorted by `compareFiles`
 * @returns the same files in the same order with their final outcome
 */
export function settleUnit(definition: Definition, files: readonly FileReport[]): FileReport[] {
  const sound = files.filter(isSound);
  if (sound.length === 0) return [...files];
  const newest = Math.max(...sound.map(numberOf));
  const rivals = sound.filter((file) => numberOf(file) === newest);
  const settled = areEqual(definition, rivals) ? chooseOne(rivals, files) : holdAll(definition, rivals);
  const winner = [...settled.values()].find((file) => counts(file.outcome)) ?? rivals[0]!;
  return files.map((file) => settled.get(file) ?? (isSound(file) ? supersede(file, winner) : file));
}

function areEqual(definition: Definition, rivals: readonly Sound[]): boolean {
  return rivals.length === 1 || new Set(rivals.map((file) => figuresKey(definition, file.submission.figures))).size === 1;
}

function isSound(file: FileReport): file is Sound {
  return counts(file.outcome) && file.submission !== null;
}

function numberOf(file: FileReport): number {
  return file.submissionNumber ?? 1;
}

/** Of equal reports the one without warnings (its explanations are complete) counts, then the first by path. */
function chooseOne(rivals: readonly Sound[], files: readonly FileReport[]): Map<FileReport, FileReport> {
  const winner = rivals.find((file) => file.outcome === "accepted") ?? rivals[0]!;
  const settled = new Map<FileReport, FileReport>();
  for (const file of rivals) settled.set(file, file === winner ? file : duplicateOf(file, winner));
  const newer = files.filter((file) => file.outcome === "rejected" && numberOf(file) > numberOf(winner)).at(-1);
  if (newer !== undefined) settled.set(winner, withFinding(winner, "accepted-with-warnings", newerRejected(winner, newer)));
  return settled;
}

function duplicateOf(file: FileReport, winner: FileReport): FileReport {
  const found = finding("round/duplicate", "note", { unit: file.unit, data: { other: pathBeside(winner.path, file.path) } });
  return withFinding(file, "duplicate", found);
}

function supersede(file: FileReport, winner: FileReport): FileReport {
  const found = finding("round/superseded", "note", {
    unit: file.unit,
    found: numberOf(file),
    expected: numberOf(winner),
    data: { other: pathBeside(winner.path, file.path) },
  });
  return withFinding(file, "superseded", found);
}

function newerRejected(winner: FileReport, newer: FileReport): Finding {
  return finding("round/newer-rejected", "warning", {
    unit: winner.unit,
    found: numberOf(winner),
    expected: numberOf(newer),
    data: { other: pathBeside(newer.path, winner.path) },
  });
}

function holdAll(definition: Definition, rivals: readonly Sound[]): Map<FileReport, FileReport> {
  return new Map(
    rivals.map((file) => {
      const key = figuresKey(definition, file.submission.figures);
      const other = rivals.find((rival) => figuresKey(definition, rival.submission.figures) !== key)!;
      return [file, hold(file, conflict(definition, file, other, file !== rivals[0]))];
    }),
  );
}

/** The file, held: the reasons stand before what was found in it. */
export function hold(file: FileReport, reasons: readonly Finding[]): FileReport {
  return { ...file, outcome: "held", findings: [...reasons, ...file.findings] };
}

/** One finding that tells what happened; then, in all files but the first, so that nothing is said twice, one for each place that differs. */
function conflict(definition: Definition, file: Sound, other: Sound, detailed: boolean): Finding[] {
  const places = differences(definition, file.submission.figures, other.submission.figures);
  const first = finding("round/conflict", "error", {
    unit: file.unit,
    found: places.length,
    data: { other: pathBeside(other.path, file.path), number: numberOf(file), places: places.length },
  });
  const listed = places.slice(0, detailed ? MOST_LISTED : 0).map((place) =>
    finding("round/conflict-figure", "error", {
      unit: file.unit,
      ...where(file.submission, place),
      field: place.field,
      found: place.mine,
      expected: place.other,
      data: {
        label: place.row === null ? place.label : `${place.label}, dòng ${String(place.row)}`,
        mine: word(place.mine),
        theirs: word(place.other),
        other: pathBeside(other.path, file.path),
      },
    }),
  );
  return [first, ...listed];
}

/** Where a differing field stands in the form; of a list only the row is known. */
function where(submission: Submission, { field, row }: Difference): Partial<Place> {
  return row === null ? (submission.places?.get(field) ?? {}) : {};
}

function word(value: FigureValue): string {
  if (value === null || value === "") return "để trống";
  if (typeof value === "number") return numberText(value);
  return isDay(value) ? showDay(value) : `“${value}”`;
}

function withFinding(file: FileReport, outcome: Outcome, found: Finding): FileReport {
  return { ...file, outcome, findings: [...file.findings, found] };
}
