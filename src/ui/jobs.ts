// The jobs that background threads do, with what goes in and what comes out, and the messages that carry them.
import type { WorkbookCells } from "../core/cells.js";
import type { RoundDefinition } from "../core/definition/definition.js";
import type { ExtractedTarget, OpenPoint } from "../core/extraction/index.js";
import type { FileReport } from "../core/round/file-report.js";
import type { Figures } from "../core/figure/figures.js";
import type { SquareDetail, SquareRow } from "../core/verdict/squares.js";
import type { Finding } from "../core/finding.js";
import type { Book } from "../sheets/page.js";
import type {
  CheckBrief,
  ConfirmedTargets,
  ConsolidatedBrief,
  ConsolidationBrief,
  DemoBrief,
  FileLine,
  FindingsBrief,
  FindingsQuery,
  FindingsSearch,
  FoundAt,
  MadeFile,
  PagePreview,
  Passage,
  PickedFile,
  Product,
  ResolutionBrief,
  RoundReading,
  StartChoice,
  TemplateBrief,
  UnitsBrief,
  WorkbookSource,
} from "./engine.js";

/** A round as readers need it; null lets every file speak for itself. */
export interface ReaderRound {
  readonly definition: RoundDefinition;
  readonly previous: ReadonlyMap<string, Figures>;
}

/** A file on its way to a reader; `findings` and `litter` are known before it is read. */
export interface Waiting extends PickedFile {
  readonly findings?: readonly Finding[];
  readonly litter?: boolean;
  /** Of a member of a zip: where its bytes lie in `content`, which holds all members. It is not unfolded again. */
  readonly range?: readonly [start: number, end: number];
}

/** A file to be read: `turn` is the batch that it belongs to, `order` its place there. */
export interface Reading {
  readonly file: Waiting;
  readonly turn: number;
  readonly order: number;
}

/** What a reader says of one file: its report went to the desk (null), or the files that were in it. */
export type ReadOutcome = readonly Waiting[] | null;

/** How a batch ended: which reports are on their way to the desk, and which files have none. */
export interface BatchEnd {
  readonly turn: number;
  readonly read: readonly number[];
  readonly lost: readonly { readonly path: string; readonly order: number }[];
}

/** From a reader to the desk, past the thread of the views. */
export type ToDesk =
  | { readonly kind: "round?" }
  | { readonly kind: "report"; readonly turn: number; readonly order: number; readonly report: FileReport };

/** From the desk to a reader. */
export interface ToReader {
  readonly kind: "round";
  readonly round: ReaderRound | null;
}

type Job<In, Out> = { readonly in: In; readonly out: Out };

export interface Jobs {
  readonly templates: Job<null, readonly TemplateBrief[]>;
  readonly readUnits: Job<string | PickedFile, UnitsBrief>;
  readonly begin: Job<StartChoice, RoundReading>;
  readonly readResolution: Job<PickedFile | string, ResolutionBrief>;
  readonly targetsIn: Job<Passage, readonly ExtractedTarget[]>;
  readonly openPoints: Job<ConfirmedTargets, readonly OpenPoint[]>;
  readonly openControl: Job<WorkbookSource, RoundReading>;
  readonly restore: Job<unknown, RoundReading>;
  readonly usePrevious: Job<WorkbookSource | null, ConsolidatedBrief>;
  readonly forms: Job<null, MadeFile>;
  readonly form: Job<string, MadeFile>;
  readonly formPreview: Job<{ readonly unit: string; readonly sheet: number }, PagePreview>;
  /** Forgets the reports of before; those of the batch with this number will come. */
  readonly beginBatch: Job<number, null>;
  readonly endBatch: Job<BatchEnd, CheckBrief>;
  readonly checkOpen: Job<{ readonly cells: WorkbookCells; readonly name: string }, CheckBrief>;
  readonly files: Job<number, readonly FileLine[]>;
  readonly findings: Job<FindingsQuery, readonly FoundAt[]>;
  readonly searchFindings: Job<FindingsSearch, FindingsBrief>;
  readonly consolidate: Job<null, ConsolidationBrief>;
  readonly squares: Job<{ readonly from: number; readonly count: number }, readonly SquareRow[]>;
  readonly square: Job<{ readonly unit: string; readonly target: string }, SquareDetail>;
  readonly useNotes: Job<{ readonly source: WorkbookSource | null; readonly more: boolean }, ConsolidatedBrief>;
  readonly useConsolidated: Job<WorkbookSource | null, ConsolidatedBrief>;
  readonly preview: Job<{ readonly product: Product; readonly sheet: number; readonly rows: number }, PagePreview>;
  readonly print: Job<Product, MadeFile>;
  readonly book: Job<Product, Book>;
  readonly demo: Job<null, DemoBrief>;
  /** Desk and reader get the two ends of a channel. */
  readonly meetReader: Job<MessagePort, null>;
  readonly meetDesk: Job<MessagePort, null>;
  /** Of a reader: fetches the round from the desk. */
  readonly takeRound: Job<null, null>;
  readonly read: Job<Reading, ReadOutcome>;
}

export type JobName = keyof Jobs;

/** To a background thread. */
export type Order =
  { readonly id: number; readonly job: JobName; readonly input: unknown } | { readonly id: number; readonly job: null };

/** From a background thread: progress, the result, or how it failed. */
export type Answer =
  | { readonly id: number; readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: "done"; readonly output: unknown }
  | { readonly id: number; readonly kind: "stopped" }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
