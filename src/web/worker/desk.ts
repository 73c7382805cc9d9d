// The jobs of the desk. What is only needed for opening and making workbooks is loaded when it is first asked for.
import { plainBook } from "../../sheets/later-row.js";
import { readDefinition } from "../../core/definition/definition-json.js";
import type { RoundDefinition } from "../../core/definition/definition.js";
import { readPastedUnits } from "../../core/control/unit-list-paste.js";
import type { JobName } from "../../ui/jobs.js";
import { beginRound } from "../../workflow/begin.js";
import type { PreviousFigures } from "../../workflow/round.js";
import { openRound } from "../../workflow/round.js";
import type { Desk, Doing } from "./desk-state.js";
import { emptyDesk, layRound, roundOn } from "./desk-state.js";
import { reportJobs } from "./report-jobs.js";

export type DeskJob = Exclude<JobName, "templates" | "meetDesk" | "takeRound" | "read">;

type MakingJob = "forms" | "form" | "formPreview" | "preview" | "print" | "book" | "demo";
type ResolutionJob = "readResolution" | "targetsIn" | "openPoints";
type RoundJob = "readUnits" | "begin" | "openControl" | "restore" | "usePrevious";

/** Sheets, printing and the built-in definitions. */
const making = () => import(/* webpackChunkName: "making" */ "./making.js");

/** Reading resolutions: the grammar of targets, documents, drafts. */
const resolutions = () => import(/* webpackChunkName: "resolutions" */ "./resolutions.js");

const NOTHING_OPENED = { definition: null, findings: [], notes: 0 };

export function deskJobs(): Doing<DeskJob> {
  const desk = emptyDesk();
  return { ...roundJobs(desk), ...resolutionJobs(), ...reportJobs(desk, making), ...makingJobs(desk) };
}

function roundJobs(desk: Desk): Doing<RoundJob> {
  return {
    readUnits: async (source) => (typeof source === "string" ? readPastedUnits(source) : (await making()).unitsFrom(source)),
    begin: async ({ source, period, due, units }) => {
      const settings = due === "" ? [] : [["han_nop", due] as const];
      const template = typeof source === "string" ? (await making()).template(source) : (await resolutions()).drafted(source);
      const reading = beginRound({ template, units, period, settings });
      layRound(desk, reading.definition);
      return reading;
    },
    openControl: async (source) => {
      const { definition, findings, previous } = await (await making()).controlFrom(source);
      const kept = previous.size > 0 || "content" in source ? previous : previousOf(desk, definition);
      layRound(desk, definition, kept);
      return { definition, findings, hasPrevious: definition !== null && kept.size > 0 };
    },
    restore: (json) => {
      const { definition, findings } = readDefinition(json);
      if (definition === null || definition.period === null) return { definition: null, findings };
      const known: RoundDefinition = { ...definition, period: definition.period };
      layRound(desk, known);
      return { definition: known, findings };
    },
    usePrevious: async (source) => {
      const { figuresByUnit, consolidatedFrom } = await making();
      const opened = source === null ? null : await consolidatedFrom(source);
      if (opened !== null && opened.reading === null) return opened.brief;
      const { definition } = roundOn(desk);
      const previous = opened?.reading ? figuresByUnit(opened.reading) : new Map();
      layRound(desk, definition);
      desk.round = openRound(definition, previous);
      return opened?.brief ?? NOTHING_OPENED;
    },
  };
}

/** Figures of the period before stay with their round when it is opened once more. */
function previousOf({ round }: Desk, opened: RoundDefinition | null): PreviousFigures {
  const same = round?.definition.id === opened?.id && round?.definition.period.id === opened?.period.id;
  return round !== null && same ? round.previous : new Map();
}

function resolutionJobs(): Doing<ResolutionJob> {
  return {
    readResolution: async (source) => (await resolutions()).resolutionFrom(source),
    targetsIn: async (passage) => (await resolutions()).targetsOf(passage),
    openPoints: async (targets) => (await resolutions()).openPointsOf(targets),
  };
}

function makingJobs(desk: Desk): Doing<MakingJob> {
  return {
    forms: async (_, course) => (await making()).formsZip(roundOn(desk), course),
    form: async (unit) => (await making()).formFile(roundOn(desk), unit),
    formPreview: async ({ unit, sheet }) => (await making()).formPreview(roundOn(desk), unit, sheet),
    preview: async ({ product, sheet, rows }) => (await making()).previewOf(desk, product, sheet, rows),
    print: async (product) => (await making()).printOf(desk, product),
    book: async (product) => plainBook(await (await making()).bookOf(desk, product)),
    demo: async (_, course) => {
      const made = await (await making()).demonstrate(course);
      layRound(desk, made.definition);
      return made;
    },
  };
}
