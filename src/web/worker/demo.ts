// A round to try things out: a real resolution, made-up units and figures, the mishaps of real life.
import { madeUpUnits } from "../../core/made-up/units.js";
import type { DemoBrief } from "../../ui/engine.js";
import { anyHost, beginRound, demoRound, openRound } from "../../workflow.js";
import type { Course } from "./course.js";
import { allForms } from "./forms.js";
import { template } from "./templates.js";

const TEMPLATE = "nq-lam-dong-2024";
const SEED = 2024;
const UNITS = 60;

/** The same round, to the last figure, as the command line's `demo`. */
export async function demonstrate(course: Course): Promise<DemoBrief> {
  const bare = template(TEMPLATE);
  const units = madeUpUnits(bare, UNITS, SEED);
  const { definition } = beginRound({ template: bare, units, period: "2024", settings: [["han_nop", "2025-01-10"]] });
  if (definition === null) throw new Error(`the template ${TEMPLATE} does not make a round`);
  const round = openRound(definition);
  const { files, mishaps } = demoRound(round, await allForms(round, course), SEED, anyHost);
  return {
    definition,
    mishaps,
    files: files.map(({ name, bytes }) => ({ path: name, content: new Blob([bytes as BlobPart]) })),
  };
}
