// What lies on the desk: the round that is being worked on, the reports that were read, and what was made of them.
import type { Consolidation } from "../../core/round/consolidation.js";
import type { RoundDefinition } from "../../core/definition/definition.js";
import type { FileReport } from "../../core/round/file-report.js";
import type { JobName, Jobs } from "../../ui/jobs.js";
import type { ConsolidatedReading } from "../../sheets/consolidated-reading.js";
import type { Notes } from "../../sheets/notes.js";
import type { PreviousFigures, Round } from "../../workflow/round.js";
import { openRound } from "../../workflow/round.js";
import type { Course } from "./course.js";
import type { Products } from "./products.js";

export interface Desk {
  round: Round | null;
  reports: readonly FileReport[];
  consolidation: Consolidation | null;
  notes: Notes;
  /** A consolidated workbook opened for the summary. */
  opened: ConsolidatedReading | null;
  /** Workbooks that were made, kept until something under them changes. */
  readonly products: Products;
}

/** Some of the jobs, each as a function of its input and its course. */
export type Doing<N extends JobName> = {
  readonly [K in N]: (input: Jobs[K]["in"], course: Course) => Promise<Jobs[K]["out"]> | Jobs[K]["out"];
};

const NO_NOTES: Notes = new Map();

export function emptyDesk(): Desk {
  return { round: null, reports: [], consolidation: null, notes: NO_NOTES, opened: null, products: new Map() };
}

/** Lays a round on the desk; what was there is taken away. */
export function layRound(desk: Desk, definition: RoundDefinition | null, previous: PreviousFigures = new Map()): void {
  if (definition === null) return;
  desk.products.clear();
  Object.assign(desk, emptyDesk(), { round: openRound(definition, previous), products: desk.products });
}

/** @throws when no round is open: the views do not offer what needs one */
export function roundOn({ round }: Desk): Round {
  if (round === null) throw new Error("no round is open");
  return round;
}

export function consolidationOn({ consolidation }: Desk): Consolidation {
  if (consolidation === null) throw new Error("nothing is consolidated");
  return consolidation;
}
