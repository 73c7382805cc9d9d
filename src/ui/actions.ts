// What a person can do, as the views call it. `app.ts` carries it out.
import type { SquareDetail, SquareRow } from "../core/verdict/squares.js";
import type { Language } from "../core/messages/index.js";
import type { ExtractedTarget } from "../core/extraction/index.js";
import type { TargetsDraft } from "./targets-state.js";
import type {
  FileLine,
  FindingsBrief,
  FindingsQuery,
  FindingsSearch,
  FoundAt,
  PagePreview,
  PickedFile,
  Product,
  UnitsBrief,
} from "./engine.js";
import type { StartForm, Step } from "./state.js";

export interface Actions {
  goTo(step: Step): void;
  setLanguage(language: Language): void;
  cancel(): void;
  dismiss(): void;
  demo(): void;
  /** Keeps what is typed without drawing anew. */
  type(change: Partial<StartForm>): void;
  readUnitsFile(files: readonly PickedFile[]): void;
  /** Reads a resolution: a file, or the text that is pasted. */
  readResolution(files: readonly PickedFile[] | null): void;
  /** Keeps a draft of targets without drawing anew. */
  keepTargets(draft: TargetsDraft): void;
  closeTargets(): void;
  /** Goes on with a review of before, or deletes it. */
  resumeReview(): void;
  forgetReview(): void;
  /** Leaves the round that was made from targets and goes back to them. */
  reviewTargets(): void;
  begin(): void;
  openControl(files: readonly PickedFile[]): void;
  /** Reads the control workbook from the open workbook. */
  openControlHere(): void;
  usePrevious(files: readonly PickedFile[]): void;
  closeRound(): void;
  makeForms(): void;
  makeForm(unit: string): void;
  check(files: readonly PickedFile[]): void;
  checkHere(): void;
  showCell(sheet: string, cell: string): void;
  useNotes(files: readonly PickedFile[]): void;
  consolidate(): void;
  openConsolidated(files: readonly PickedFile[]): void;
  /** Saves a workbook, or writes it into the open one where `here` is true. */
  deliver(product: Product, here: boolean): void;
}

/** Data that views fetch piece by piece. */
export interface Lookups {
  /** Reads a pasted list of units. */
  units(text: string): Promise<UnitsBrief>;
  /** The targets in a passage of the text of a draft. */
  targetsIn(draft: TargetsDraft, start: number, end: number): Promise<readonly ExtractedTarget[]>;
  /** The draft with what its words leave open. */
  questioned(draft: TargetsDraft): Promise<TargetsDraft>;
  files(from: number): Promise<readonly FileLine[]>;
  findings(query: FindingsQuery): Promise<readonly FoundAt[]>;
  searchFindings(search: FindingsSearch): Promise<FindingsBrief>;
  formPreview(unit: string, sheet: number): Promise<PagePreview>;
  preview(product: Product, sheet: number, rows: number): Promise<PagePreview>;
  squares(from: number, count: number): Promise<readonly SquareRow[]>;
  square(unit: string, target: string): Promise<SquareDetail>;
}
