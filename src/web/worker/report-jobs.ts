// Jobs of the desk about reports: taken in, consolidated, looked at square by square.
import type { Consolidation } from "../../core/round/consolidation.js";
import { consolidate, totalNumbers } from "../../core/round/consolidation.js";
import { squareDetail, squareRows } from "../../core/verdict/squares.js";
import type { ConsolidationBrief } from "../../ui/engine.js";
import { lostReport, readOpenReport } from "../../workflow/read-report.js";
import type { Desk, Doing } from "./desk-state.js";
import { brief, consolidationOn, roundOn } from "./desk-state.js";
import type * as Making from "./making.js";

type ReportJob = "forget" | "take" | "lost" | "checkOpen" | "consolidate" | "squares" | "square" | "useNotes" | "useConsolidated";

export function reportJobs(desk: Desk, making: () => Promise<typeof Making>): Doing<ReportJob> {
  return {
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
      const { definition, previous } = roundOn(desk);
      desk.consolidation = consolidate(definition, desk.reports, previous);
      desk.opened = null;
      outdate(desk);
      return consolidationBrief(desk.consolidation);
    },
    squares: ({ from, count }) => squareRows(consolidationOn(desk), from, count),
    square: ({ unit, target }) => {
      const found = roundOn(desk).units.get(unit);
      const detail = found === undefined ? null : squareDetail(consolidationOn(desk), unit, target, roundOn(desk).layout(found));
      if (detail === null) throw new Error(`no square ${unit} × ${target}`);
      return detail;
    },
    useNotes: async (source) => {
      const opened = source === null ? null : await (await making()).consolidatedFrom(source);
      if (opened !== null && opened.reading === null) return opened.brief;
      desk.notes = opened?.notes ?? new Map();
      outdate(desk);
      return opened?.brief ?? { definition: null, findings: [], notes: 0 };
    },
    useConsolidated: async (source) => {
      const opened = source === null ? null : await (await making()).consolidatedFrom(source);
      if (opened !== null && opened.reading === null) return opened.brief;
      desk.opened = opened?.reading ?? null;
      desk.products.delete("summary");
      return opened?.brief ?? { definition: null, findings: [], notes: 0 };
    },
  };
}

function outdate({ products }: Desk): void {
  products.delete("consolidated");
  products.delete("summary");
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
