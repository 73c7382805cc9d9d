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
  ConfirmedTargets,
  ConsolidatedBrief,
  ConsolidationBrief,
  DemoBrief,
  FileBrief,
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

/** What a reader makes of one file: a report, or the files that were in it. */
export type ReadOutcome =
  { readonly report: FileReport; readonly members: null } | { readonly report: null; readonly members: readonly Waiting[] };

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
  readonly readerRound: Job<null, ReaderRound | null>;
  readonly forms: Job<null, MadeFile>;
  readonly form: Job<string, MadeFile>;
  readonly formPreview: Job<{ readonly unit: string; readonly sheet: number }, PagePreview>;
  readonly forget: Job<null, null>;
  readonly take: Job<readonly FileReport[], null>;
  /** A file whose reader died or took too long. */
  readonly lost: Job<string, FileBrief>;
  readonly checkOpen: Job<{ readonly cells: WorkbookCells; readonly name: string }, FileBrief>;
  readonly consolidate: Job<null, ConsolidationBrief>;
  readonly squares: Job<{ readonly from: number; readonly count: number }, readonly SquareRow[]>;
  readonly square: Job<{ readonly unit: string; readonly target: string }, SquareDetail>;
  readonly useNotes: Job<WorkbookSource | null, ConsolidatedBrief>;
  readonly useConsolidated: Job<WorkbookSource | null, ConsolidatedBrief>;
  readonly preview: Job<{ readonly product: Product; readonly sheet: number; readonly rows: number }, PagePreview>;
  readonly print: Job<Product, MadeFile>;
  readonly book: Job<Product, Book>;
  readonly demo: Job<null, DemoBrief>;
  /** Of a reader. */
  readonly setRound: Job<ReaderRound | null, null>;
  readonly read: Job<Waiting, ReadOutcome>;
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
