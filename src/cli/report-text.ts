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
  readonly unreadable: readonly string[] | null;
}

type PackedReport = Omit<FileReport, "submission"> & { readonly submission: PackedSubmission | null };

type Places = ReadonlyMap<string, Place>;

/** Between the report and its places; JSON holds no such character. */
export const PLACES_FOLLOW = "\t";

/** The report as JSON, behind it the places of its figures: they are the same text for all forms that nobody rebuilt. */
export function packReport(report: FileReport): string {
  const packed: PackedReport = { ...report, submission: report.submission === null ? null : packSubmission(report.submission) };
  const places = report.submission?.places;
  return JSON.stringify(packed) + (places === undefined ? "" : PLACES_FOLLOW + JSON.stringify([...places]));
}

function packSubmission(submission: Submission): PackedSubmission {
  const { unit, period, submissionNumber, figures, explanations, unreadable } = submission;
  return {
    unit,
    period,
    submissionNumber,
    values: [...figures.values],
    lists: [...figures.lists].map(([id, rows]) => [id, rows.map((row) => [...row])]),
    explanations: [...explanations],
    unreadable: unreadable === undefined ? null : [...unreadable],
  };
}

/**
 * Makes a reader of packed reports; places that are the same in many reports are kept once.
 * @returns reads a packed report; its places may be given apart, in place of what follows the mark
 * @throws SyntaxError or TypeError when the text is no packed report
 */
export function reportUnpacker(): (text: string, placesText?: string) => FileReport {
  const known = new Map<string, Places>();
  const placesOf = (text: string): Places => {
    const places = known.get(text) ?? new Map(JSON.parse(text) as [string, Place][]);
    known.set(text, places);
    return places;
  };
  return (text, placesText) => {
    const at = text.indexOf(PLACES_FOLLOW);
    const { submission, ...packed } = JSON.parse(at < 0 ? text : text.slice(0, at)) as PackedReport;
    const places = at < 0 ? null : placesOf(placesText ?? text.slice(at + 1));
    return { ...packed, submission: submission === null ? null : unpacked(submission, places) };
  };
}

function unpacked(packed: PackedSubmission, places: Places | null): Submission {
  return {
    unit: packed.unit,
    period: packed.period,
    submissionNumber: packed.submissionNumber,
    figures: {
      values: new Map(packed.values),
      lists: new Map(packed.lists.map(([id, rows]) => [id, rows.map((row) => new Map(row))])),
    },
    explanations: new Map(packed.explanations),
    ...(places === null ? {} : { places }),
    ...(packed.unreadable === null ? {} : { unreadable: new Set(packed.unreadable) }),
  };
}
