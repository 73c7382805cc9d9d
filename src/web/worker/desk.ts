// The desk: the round that is being worked on, the reports that were read, and what was made of them.
import type { Consolidation } from "../../core/consolidation.js";
import { totalNumbers } from "../../core/consolidation.js";
import type { RoundDefinition } from "../../core/definition.js";
import { readDefinition } from "../../core/definition-json.js";
import type { FileReport } from "../../core/file-report.js";
import { squareDetail, squareRows } from "../../core/squares.js";
import type { ConsolidationBrief, FileBrief } from "../../ui/engine.js";
import type { JobName, Jobs } from "../../ui/jobs.js";
import type { Notes } from "../../sheets/notes.js";
import { NO_NOTES } from "../../sheets/notes.js";
import type { ConsolidatedReading } from "../../sheets/consolidated-reading.js";
import { figuresByUnit } from "../../sheets/consolidated-reading.js";
import type { PreviousFigures, Round } from "../../workflow.js";
import { beginRound, consolidate, lostReport, openRound, readOpenReport } from "../../workflow.js";
import type { Course } from "./course.js";
import { demonstrate } from "./demo.js";
import { formFile, formPreview, formsZip } from "./forms.js";
import { consolidatedFrom, controlFrom, unitsFrom } from "./open.js";
import type { Products } from "./products.js";
import { productsOf } from "./products.js";
import { template, templateBriefs } from "./templates.js";

/** What is on the desk; products are made when asked for and kept until something under them changes. */
export interface DeskState {
  round: Round | null;
  previous: PreviousFigures;
  reports: FileReport[];
  consolidation: Consolidation | null;
  notes: Notes;
  /** A consolidated workbook opened for the summary. */
  opened: ConsolidatedReading | null;
  products: Products;
}

type ReaderJob = "setRound" | "read";
type DeskJobs = {
  readonly [N in Exclude<JobName, ReaderJob>]: (input: Jobs[N]["in"], course: Course) => Promise<Jobs[N]["out"]> | Jobs[N]["out"];
};

export function deskJobs(): DeskJobs {
  const desk: DeskState = {
    round: null,
    previous: new Map(),
    reports: [],
    consolidation: null,
    notes: NO_NOTES,
    opened: null,
    products: new Map(),
  };
  const products = productsOf(desk);
  const lay = (definition: RoundDefinition | null): void => {
    if (definition === null) return;
    Object.assign(desk, { previous: new Map(), reports: [], consolidation: null, notes: NO_NOTES, opened: null });
    desk.round = openRound(definition);
    desk.products.clear();
  };
  const round = (): Round => {
    if (desk.round === null) throw new Error("no round is open");
    return desk.round;
  };
  const consolidation = (): Consolidation => {
    if (desk.consolidation === null) throw new Error("nothing is consolidated");
    return desk.consolidation;
  };
  return {
    templates: () => templateBriefs(),
    readUnits: (source) => unitsFrom(source),
    begin: ({ template: id, period, due, units }) => {
      const settings = due === "" ? [] : [["han_nop", due] as const];
      const reading = beginRound({ template: template(id), units, period, settings });
      lay(reading.definition);
      return reading;
    },
    openControl: async (source) => {
      const reading = await controlFrom(source);
      lay(reading.definition);
      return { definition: reading.definition, findings: reading.findings };
    },
    restore: (json) => {
      const { definition, findings } = readDefinition(json);
      if (definition === null || definition.period === null) return { definition: null, findings };
      const known: RoundDefinition = { ...definition, period: definition.period };
      lay(known);
      return { definition: known, findings };
    },
    usePrevious: async (source) => {
      const opened = source === null ? null : await consolidatedFrom(source);
      if (opened === null || opened.reading !== null) {
        desk.previous = opened === null || opened.reading === null ? new Map() : figuresByUnit(opened.reading);
        desk.round = openRound(round().definition, desk.previous);
        desk.consolidation = null;
        desk.products.clear();
      }
      return opened === null ? { definition: null, findings: [], notes: 0 } : opened.brief;
    },
    readerRound: () => (desk.round === null ? null : { definition: desk.round.definition, previous: desk.round.previous }),
    forms: (_, course) => formsZip(round(), course),
    form: (unit) => formFile(round(), unit),
    formPreview: ({ unit, sheet }) => formPreview(round(), unit, sheet),
    forget: () => {
      desk.reports = [];
      return null;
    },
    take: (reports) => {
      desk.reports.push(...reports);
      return null;
    },
    lost: (path) => {
      const report = lostReport(path);
      desk.reports.push(report);
      return brief(report);
    },
    checkOpen: ({ cells, name }) => brief(readOpenReport(cells, name, desk.round)),
    consolidate: () => {
      desk.consolidation = consolidate(round().definition, desk.reports, round().previous);
      desk.opened = null;
      desk.products.delete("consolidated");
      desk.products.delete("summary");
      return consolidationBrief(desk.consolidation);
    },
    squares: ({ from, count }) => squareRows(consolidation(), from, count),
    square: ({ unit, target }) => {
      const found = round().units.get(unit);
      const detail = found === undefined ? null : squareDetail(consolidation(), unit, target, round().layout(found));
      if (detail === null) throw new Error(`no square ${unit} × ${target}`);
      return detail;
    },
    useNotes: async (source) => {
      const opened = source === null ? null : await consolidatedFrom(source);
      if (opened === null || opened.reading !== null) {
        desk.notes = opened?.notes ?? NO_NOTES;
        desk.products.delete("consolidated");
        desk.products.delete("summary");
      }
      return opened === null ? { definition: null, findings: [], notes: 0 } : opened.brief;
    },
    useConsolidated: async (source) => {
      const opened = source === null ? null : await consolidatedFrom(source);
      if (opened === null || opened.reading !== null) {
        desk.opened = opened?.reading ?? null;
        desk.products.delete("summary");
      }
      return opened === null ? { definition: null, findings: [], notes: 0 } : opened.brief;
    },
    preview: ({ product, sheet, rows }) => products.preview(product, sheet, rows),
    print: (product) => products.print(product),
    book: (product) => products.book(product),
    demo: async (_, course) => {
      const made = await demonstrate(course);
      lay(made.definition);
      return made;
    },
  };
}

function brief({ submission: _figures, ...rest }: FileReport): FileBrief {
  return rest;
}

function consolidationBrief({ definition, coverage, files, units, verdicts, totals }: Consolidation): ConsolidationBrief {
  return {
    definition,
    coverage,
    files: files.map(brief),
    units: units.map(({ unit, state }) => ({ code: unit.code, name: unit.name, state })),
    verdicts,
    totals: totalNumbers(definition, totals),
  };
}
