// What the views are drawn from: one value, replaced whole by the actions.
import type { RoundDefinition } from "../core/definition/definition.js";
import type { Finding } from "../core/finding.js";
import type { Language } from "../core/messages/index.js";
import type { TargetsDraft } from "./targets-state.js";
import type { CheckBrief, ConsolidatedBrief, ConsolidationBrief, PickedFile, TemplateBrief, UnitsBrief } from "./engine.js";

export const STEPS = ["begin", "forms", "check", "consolidate", "export"] as const;

export type Step = (typeof STEPS)[number];

/** Fields of the form of a new round, as typed. */
export interface StartForm {
  /** Where the targets come from. */
  readonly source: "template" | "text";
  readonly template: string;
  /** Pasted text of a resolution. */
  readonly text: string;
  readonly year: string;
  /** `Q1` … `Q4`, `H1`, `9M`, or empty for the year. */
  readonly part: string;
  readonly due: string;
  readonly unitsText: string;
  readonly unitsFile: string | null;
  readonly units: UnitsBrief | null;
}

/** Targets under review as they are kept, with the rest of the form. */
export interface Review {
  readonly targets: TargetsDraft;
  readonly start: StartForm;
}

/** A job that runs; its progress is drawn beside the state. */
export interface Busy {
  readonly task: string;
  readonly cancellable: boolean;
}

/** What was just done or went wrong, shown above the step and read aloud. */
export interface Notice {
  readonly tone: "good" | "bad" | "plain";
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Files that were checked, or the open workbook. */
export interface Checked {
  readonly brief: CheckBrief;
  /** True when the workbook open in the host was checked: its cells can be gone to. */
  readonly open: boolean;
}

export interface State {
  readonly language: Language;
  readonly step: Step;
  readonly templates: readonly TemplateBrief[];
  readonly start: StartForm;
  /** Targets read from a resolution and being reviewed, or reviewed for the round that is open. */
  readonly targets: TargetsDraft | null;
  /** A review of before, which a person may go on with. */
  readonly offered: Review | null;
  readonly round: RoundDefinition | null;
  /** True when the round stands in the workbook that is open in the host: read from it, or written into it. */
  readonly inOpenWorkbook: boolean;
  /** True after writing into the open workbook was broken off, until it succeeds: notes may stand in neither of its sheets. */
  readonly halfWritten: boolean;
  readonly demo: boolean;
  readonly mishaps: readonly string[];
  readonly previous: string | null;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  /** Picked, and kept so that they can be read again when the round changes. */
  readonly picked: readonly PickedFile[];
  readonly checked: Checked | null;
  readonly consolidation: ConsolidationBrief | null;
  readonly notesFrom: string | null;
  /** A consolidated workbook that was opened for the summary. */
  readonly opened: (ConsolidatedBrief & { readonly name: string }) | null;
}

export const FIRST_STATE: State = {
  language: "vi",
  step: "begin",
  templates: [],
  start: { source: "template", template: "", text: "", year: "", part: "", due: "", unitsText: "", unitsFile: null, units: null },
  targets: null,
  offered: null,
  round: null,
  inOpenWorkbook: false,
  halfWritten: false,
  demo: false,
  mishaps: [],
  previous: null,
  busy: null,
  notice: null,
  picked: [],
  checked: null,
  consolidation: null,
  notesFrom: null,
  opened: null,
};
