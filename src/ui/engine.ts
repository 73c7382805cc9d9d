// What the views ask of the background, as data: rounds, files, verdicts, pages. No file format and no host stands here.
import type { WorkbookCells } from "../core/cells.js";
import type { Coverage, UnitState } from "../core/round/coverage.js";
import type { RoundDefinition } from "../core/definition/definition.js";
import type { ExtractedTarget, Extraction, OpenPoint } from "../core/extraction/index.js";
import type { FileReport, Outcome } from "../core/round/file-report.js";
import type { Finding, Severity } from "../core/finding.js";
import type { Language } from "../core/messages/index.js";
import type { SquareDetail, SquareRow } from "../core/verdict/squares.js";
import type { Unit } from "../core/definition/unit.js";
import type { Verdict } from "../core/verdict/verdict.js";
import type { Book, Page } from "../sheets/page.js";

/** A file that was made; its bytes stay in the browser's store until they are asked for. */
export interface MadeFile {
  readonly name: string;
  readonly content: Blob;
}

/** A file that a person picked; `path` is shown and says from which folder it came. */
export interface PickedFile {
  readonly path: string;
  readonly content: Blob;
  /** Why the browser did not hand it out, in its own word; `content` is empty then. */
  readonly withheld?: string;
}

/** A workbook to read: picked, or the one that is open in the host. */
export type WorkbookSource = PickedFile | WorkbookCells;

export interface TemplateBrief {
  readonly id: string;
  /** `nghị quyết số 20-NQ/ĐUK`. */
  readonly title: string;
  readonly abstract: string;
  readonly issuer: string;
  readonly year: string;
  readonly targets: number;
  readonly fields: number;
  /** Kinds of unit that targets and fields name. */
  readonly kinds: readonly string[];
}

export interface UnitsBrief {
  readonly units: readonly Unit[];
  readonly findings: readonly Finding[];
  /** True when codes were given out because the list had only names. */
  readonly numbered: boolean;
}

/** A resolution that was read. */
export interface ResolutionBrief {
  /** The text into which all offsets point; empty when an error says why there is none. */
  readonly text: string;
  readonly extraction: Extraction;
  readonly findings: readonly Finding[];
}

/** The targets that a person confirmed, with the resolution that sets them. */
export interface ConfirmedTargets {
  readonly extraction: Extraction;
  readonly confirmed: readonly ExtractedTarget[];
}

/** A passage of a resolution's text that a person points at. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly extraction: Extraction;
}

/** What a person chose for a new round. */
export interface StartChoice {
  /** Id of a built-in definition, or targets read from a resolution. */
  readonly source: string | ConfirmedTargets;
  readonly period: string;
  /** `YYYY-MM-DD` or empty. */
  readonly due: string;
  readonly units: readonly Unit[];
}

export interface RoundReading {
  readonly definition: RoundDefinition | null;
  readonly findings: readonly Finding[];
  /** True when figures of the period before are in use for this round. */
  readonly hasPrevious?: boolean;
}

/** A report without its figures, which stay in the background. */
export type FileBrief = Omit<FileReport, "submission">;

/** What a list of files shows of one. */
export type FileLine = Pick<FileReport, "path" | "unit" | "outcome">;

/** A finding with the file that it was found in; null when it is about a list or a control workbook. */
export interface FoundAt {
  readonly finding: Finding;
  readonly file: FileLine | null;
}

/** How many findings there are, and the first of each severity; the others are asked for. */
export interface FindingsBrief {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly first: Readonly<Record<Severity, readonly FoundAt[]>>;
}

/** Files that were read: counts and first lines, however many there are. */
export interface CheckBrief {
  readonly files: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly findings: FindingsBrief;
  readonly first: readonly FileLine[];
  /** The report itself when there is only one file. */
  readonly only: FileBrief | null;
}

/** Findings of all files that were read, or of those that were sent back or held when they were consolidated. */
export type FindingsOf = "checked" | "troubled";

export interface FindingsSearch {
  readonly of: FindingsOf;
  /** Words to look for; empty for all. */
  readonly wanted: string;
  readonly language: Language;
}

export interface FindingsQuery extends FindingsSearch {
  readonly severity: Severity;
  readonly from: number;
}

/** A file of which it is not known whose it is; `unit` is what it says, `perhaps` a guess by its name. */
export interface StrayFile {
  readonly path: string;
  readonly unit: string | null;
  readonly perhaps: string | null;
}

/** Why a unit's figures are not in the totals. */
export type AbsentState = Exclude<UnitState, "received" | "explain">;

/** Some of many, with how many there are. */
export interface Some<T> {
  readonly count: number;
  readonly first: readonly T[];
}

export interface ConsolidationBrief {
  readonly coverage: Pick<Coverage, "expected" | "received">;
  /** Units whose figures are not in the totals, by state. */
  readonly absent: readonly (Some<Pick<Unit, "code" | "name">> & { readonly state: AbsentState })[];
  /** Files of units that are not in the list, or of no unit that can be read. */
  readonly stray: Some<StrayFile>;
  /** Findings of the files that were sent back or held; null when there is no such file. */
  readonly troubled: FindingsBrief | null;
  /** One verdict for each target, over all units. */
  readonly verdicts: readonly Verdict[];
}

/** Some rows of one page of a workbook, with the names of all its pages. */
export interface PagePreview {
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly page: Page;
  /** Rows that the whole page has. */
  readonly rows: number;
}

/** A consolidated workbook that was opened: for the notes of staff, for the period before, or for the summary. */
export interface ConsolidatedBrief {
  /** Null when it is none. */
  readonly definition: RoundDefinition | null;
  readonly findings: readonly Finding[];
  readonly notes: number;
}

export interface DemoBrief {
  readonly definition: RoundDefinition;
  readonly files: readonly PickedFile[];
  /** One Vietnamese sentence for each mishap among the files. */
  readonly mishaps: readonly string[];
}

/** Which workbook is shown or made. */
export type Product = "control" | "consolidated" | "summary";

/** How a long job is followed and stopped. */
export interface Job {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

/** Everything that is computed; nothing of it blocks the thread of the views. Rejects with `JobStopped` when the signal is raised. */
export interface Engine {
  templates(): Promise<readonly TemplateBrief[]>;
  readUnits(source: string | PickedFile): Promise<UnitsBrief>;
  begin(choice: StartChoice): Promise<RoundReading>;
  /** Reads a resolution's file, or its pasted text. */
  readResolution(source: PickedFile | string): Promise<ResolutionBrief>;
  /** The targets in a passage; their ids are of no use. */
  targetsIn(passage: Passage): Promise<readonly ExtractedTarget[]>;
  /** What the words leave open when a definition is drafted from these targets. */
  openPoints(targets: ConfirmedTargets): Promise<readonly OpenPoint[]>;
  openControl(source: WorkbookSource): Promise<RoundReading>;
  /** Goes on with a round that was kept as JSON. */
  restore(definition: unknown): Promise<RoundReading>;
  /** Figures of the period before; null forgets them. */
  usePrevious(source: WorkbookSource | null): Promise<ConsolidatedBrief>;
  /** All forms in one zip. */
  forms(job: Job): Promise<MadeFile>;
  form(unit: string): Promise<MadeFile>;
  formPreview(unit: string, sheet: number): Promise<PagePreview>;
  /** Reads files, folders and zips; replaces what was read before. Without a round every file speaks for itself. */
  check(files: readonly PickedFile[], job: Job): Promise<CheckBrief>;
  /** Checks a workbook that is open in the host; does not count as read. */
  checkOpen(cells: WorkbookCells, name: string): Promise<CheckBrief>;
  /** Files that were read, from one of them on. */
  files(from: number): Promise<readonly FileLine[]>;
  /** Findings of one severity, from one of them on. */
  findings(query: FindingsQuery): Promise<readonly FoundAt[]>;
  /** How many findings have these words, and the first of them. */
  searchFindings(search: FindingsSearch): Promise<FindingsBrief>;
  /** Consolidates what `check` read. */
  consolidate(): Promise<ConsolidationBrief>;
  squares(from: number, count: number): Promise<readonly SquareRow[]>;
  square(unit: string, target: string): Promise<SquareDetail>;
  /**
   * Keeps the notes of an earlier consolidated workbook; null forgets them.
   * @param more keeps those of before too that this workbook does not have
   */
  useNotes(source: WorkbookSource | null, more?: boolean): Promise<ConsolidatedBrief>;
  /** Takes a consolidated workbook as what the summary is made of; null goes back to the round that was consolidated here. */
  useConsolidated(source: WorkbookSource | null): Promise<ConsolidatedBrief>;
  preview(product: Product, sheet: number, rows: number): Promise<PagePreview>;
  /** The workbook as a file. */
  print(product: Product): Promise<MadeFile>;
  /** The workbook as data, for writing into an open one. */
  book(product: Product): Promise<Book>;
  demo(job: Job): Promise<DemoBrief>;
}

/** The person stopped the job. */
export class JobStopped extends Error {
  constructor() {
    super("the job was stopped");
    this.name = "JobStopped";
  }
}
