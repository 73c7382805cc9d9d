// The consolidated workbook: all its sheets in order, from a consolidation and the notes that staff wrote into the one before.
import type { Consolidation } from "../core/round/consolidation.js";
import { resolutionName } from "../core/definition/resolution.js";
import { areaRecords } from "./area-record.js";
import { consolidatedHidden } from "./consolidated-hidden.js";
import { tableLayout } from "./consolidated-layout.js";
import { consolidatedTable } from "./consolidated-table.js";
import { explanationsPage } from "./explanations-page.js";
import type { LinkTo } from "./findings-page.js";
import { findingsPage } from "./findings-page.js";
import type { Notes } from "./notes.js";
import { NO_NOTES } from "./notes.js";
import type { Book, Page, PageCell } from "./page.js";
import { listPages } from "./stacked-list.js";
import { cell } from "./table-parts.js";
import { filesPage, trackingPage } from "./tracking.js";
import { verdictGrid, verdictRanges } from "./verdict-grid.js";
import { verdictTable } from "./verdict-table.js";

/**
 * The consolidated workbook as data. Every formula stands with its computed value; no clock goes into it.
 * @param notes of the workbook of the run before, see `readNotes`
 * @param linkTo address that opens a source file, relative to where the workbook will stand; by default the path itself
 */
export function consolidatedBook(consolidation: Consolidation, notes: Notes = NO_NOTES, linkTo: LinkTo = sourceLink): Book {
  const layout = tableLayout(consolidation.definition);
  const words = verdictRanges(consolidation, layout);
  const explanations = explanationsPage(consolidation);
  const { resolution, period } = consolidation.definition;
  const pages = [
    apart(consolidatedTable(consolidation, layout, notes, linkTo)),
    verdictTable(consolidation, layout, words, notes),
    apart(verdictGrid(consolidation, layout)),
    ...listPages(consolidation),
    ...(explanations === null ? [] : [explanations]),
    apart(findingsPage(consolidation, linkTo)),
    apart(trackingPage(consolidation, notes, linkTo)),
    apart(filesPage(consolidation, linkTo)),
    apart(consolidatedHidden(consolidation)),
  ];
  return { title: `Tổng hợp ${resolutionName(resolution)}, ${period.label}`, pages, names: areaRecords(pages) };
}

/** A page with a row for each unit: the row is the same, byte for byte, whatever befell the others. */
const apart = (page: Page): Page => ({ ...page, looks: UNIT_LOOKS });

const DECIMALS = ["", ".0", ".00", ".000", ".0000", ".00000", ".000000"];
/** What stands in rows of units. Texts that look like formulas are marked, which is a look of its own. */
const UNIT_LOOKS: readonly PageCell[] = [
  ...(["center", "text", "label", "link", "notAsked", "hash", "date", "number", "plain"] as const).map((style) =>
    cell(null, style),
  ),
  ...(["center", "text", "label", "link", "hash", "plain"] as const).map((style) => cell("=", style)),
  ...DECIMALS.flatMap((places) => [cell(null, "number", `#,##0${places}`), cell(null, "number", `0${places}%`)]),
];

/** Address of a source file: its path; of a file in a zip, the zip's. */
export function sourceLink(path: string): string | null {
  const file = path.split("!")[0] ?? "";
  return file === "" ? null : file.replace(/\\/gu, "/");
}
