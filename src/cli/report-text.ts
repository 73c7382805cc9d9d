// A file report as one line of text and back: what workers send and what the round's cache keeps.
import type { FileReport } from "../core/round/file-report.js";
import type { FigureValue } from "../core/figure/figures.js";
import type { Place, Submission } from "../core/submission/submission.js";

type Entries<T> = readonly (readonly [string, T])[];

interface PackedSubmission {
  readonly unit: string;
  readonly period: string;
  readonly submissionNumber: number;
  readonly values: Entries<FigureValue>;
  readonly lists: Entries<readonly Entries<FigureValue>[]>;
  readonly explanations: Entries<string>;
  /** JSON of the places: the same text for all forms that nobody rebuilt. */
  readonly places: string | null;
  readonly unreadable: readonly string[] | null;
}

type PackedReport = Omit<FileReport, "submission"> & { readonly submission: PackedSubmission | null };

type Places = ReadonlyMap<string, Place>;

/** The report as JSON. */
export function packReport(report: FileReport): string {
  const packed: PackedReport = { ...report, submission: report.submission === null ? null : packSubmission(report.submission) };
  return JSON.stringify(packed);
}

function packSubmission(submission: Submission): PackedSubmission {
  const { unit, period, submissionNumber, figures, explanations, places, unreadable } = submission;
  return {
    unit,
    period,
    submissionNumber,
    values: [...figures.values],
    lists: [...figures.lists].map(([id, rows]) => [id, rows.map((row) => [...row])]),
    explanations: [...explanations],
    places: places === undefined ? null : JSON.stringify([...places]),
    unreadable: unreadable === undefined ? null : [...unreadable],
  };
}

/**
 * Makes a reader of packed reports; places that are the same in many reports are kept once.
 * @throws SyntaxError or TypeError when the text is no packed report
 */
export function reportUnpacker(): (text: string) => FileReport {
  const known = new Map<string, Places>();
  const placesOf = (text: string): Places => {
    const places = known.get(text) ?? new Map(JSON.parse(text) as [string, Place][]);
    known.set(text, places);
    return places;
  };
  return (text) => {
    const packed = JSON.parse(text) as PackedReport;
    return { ...packed, submission: packed.submission === null ? null : unpacked(packed.submission, placesOf) };
  };
}

function unpacked(packed: PackedSubmission, placesOf: (text: string) => Places): Submission {
  return {
    unit: packed.unit,
    period: packed.period,
    submissionNumber: packed.submissionNumber,
    figures: {
      values: new Map(packed.values),
      lists: new Map(packed.lists.map(([id, rows]) => [id, rows.map((row) => new Map(row))])),
    },
    explanations: new Map(packed.explanations),
    ...(packed.places === null ? {} : { places: placesOf(packed.places) }),
    ...(packed.unreadable === null ? {} : { unreadable: new Set(packed.unreadable) }),
  };
}
