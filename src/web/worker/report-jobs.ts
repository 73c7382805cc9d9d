// Jobs of the desk about reports: taken in, consolidated, looked at square by square.
import { consolidate } from "../../core/round/consolidation.js";
import { findingMessage } from "../../core/messages/index.js";
import { squareDetail, squareRows } from "../../core/verdict/squares.js";
import type { Notes } from "../../sheets/notes.js";
import type { FindingsSearch, FoundAt } from "../../ui/engine.js";
import { search } from "../../ui/findings-search.js";
import { readOpenReport } from "../../workflow/read-report.js";
import {
  checkBrief,
  consolidationBrief,
  fileLine,
  FILES_AT_ONCE,
  FINDINGS_AT_ONCE,
  findingsBrief,
  findingsOf,
  ofSeverity,
  troubled,
} from "./briefs.js";
import type { Desk, Doing } from "./desk-state.js";
import { consolidationOn, roundOn } from "./desk-state.js";
import type * as Making from "./making.js";
import { reportsIn } from "./reports-in.js";

const NO_NOTES: Notes = new Map();

type ReportJob =
  | "meetReader"
  | "beginBatch"
  | "endBatch"
  | "checkOpen"
  | "files"
  | "findings"
  | "searchFindings"
  | "consolidate"
  | "squares"
  | "square"
  | "useNotes"
  | "useConsolidated";

export function reportJobs(desk: Desk, making: () => Promise<typeof Making>): Doing<ReportJob> {
  const incoming = reportsIn(desk);
  return {
    meetReader: (port) => {
      incoming.meet(port);
      return null;
    },
    beginBatch: (turn) => {
      desk.reports = [];
      incoming.begin(turn);
      return null;
    },
    endBatch: async (end) => {
      desk.reports = await incoming.end(end);
      return checkBrief(desk.reports);
    },
    checkOpen: ({ cells, name }) => checkBrief([readOpenReport(cells, name, desk.round)]),
    files: (from) => desk.reports.slice(from, from + FILES_AT_ONCE).map(fileLine),
    findings: ({ severity, from, ...asked }) => ofSeverity(searched(desk, asked), severity).slice(from, from + FINDINGS_AT_ONCE),
    searchFindings: (asked) => findingsBrief(searched(desk, asked)),
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
    useNotes: async ({ source, more }) => {
      const opened = source === null ? null : await (await making()).consolidatedFrom(source);
      if (opened !== null && opened.notes === null) return opened.brief;
      const found = opened?.notes ?? NO_NOTES;
      desk.notes = more ? mergedNotes(desk.notes, found) : found;
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

/** The notes found, and those of before under keys that have none now. */
function mergedNotes(before: Notes, found: Notes): Notes {
  const sheets = new Set([...before.keys(), ...found.keys()]);
  return new Map([...sheets].map((sheet) => [sheet, new Map([...(before.get(sheet) ?? []), ...(found.get(sheet) ?? [])])]));
}

/** Findings of what was read or consolidated that have the words looked for. */
function searched(desk: Desk, { of, wanted, language }: FindingsSearch): readonly FoundAt[] {
  const reports = of === "checked" ? desk.reports : troubled(consolidationOn(desk));
  const sentence = (finding: FoundAt["finding"]): string => (language === "vi" ? finding.message : findingMessage(finding, "en"));
  return search(findingsOf(reports), wanted, sentence, desk.round?.definition.units ?? []);
}

function outdate({ products }: Desk): void {
  products.delete("consolidated");
  products.delete("summary");
}
