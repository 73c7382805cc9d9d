// READ FIRST. The five actions of the people who use this: begin a round, make forms, check, consolidate, summarise.
// Data in, data out: no host, no file system, no branching on figures.
import type { Consolidation } from "./core/round/consolidation.js";
import type { RoundDefinition } from "./core/definition/definition.js";
import type { Finding } from "./core/finding.js";
import { readControl } from "./core/control/control-workbook.js";
import type { ControlReading } from "./core/control/control-workbook.js";
import { consolidatedBook } from "./sheets/consolidated.js";
import type { ConsolidatedReading } from "./sheets/consolidated-reading.js";
import { readConsolidated } from "./sheets/consolidated-reading.js";
import { controlBook } from "./sheets/control.js";
import type { Notes } from "./sheets/notes.js";
import { NO_NOTES, readNotes } from "./sheets/notes.js";
import { summaryBook } from "./sheets/summary.js";
import { otherWorkbook, wantedHere } from "./workflow/own-workbook.js";
import type { Host } from "./workflow/round.js";
import { verified } from "./workflow/verified.js";
import { fileFormat } from "./xlsx/format.js";
import { loadPrinter, printAfter, printBook } from "./xlsx/print.js";
import type { EarlierPrint, RowIndex } from "./xlsx/print-earlier.js";
import { earlierPrint as openEarlier } from "./xlsx/print-earlier.js";
import { readOwnWorkbook, readWorkbook } from "./xlsx/read-workbook.js";
import type { UnitsReading } from "./core/control/unit-list.js";
import { readUnitsWorkbook } from "./core/control/unit-list.js";

export { beginRound } from "./workflow/begin.js";
export type { Beginning, RoundStart } from "./workflow/begin.js";
export { bundleForms } from "./workflow/bundle-forms.js";
export { anyHost, batchHost } from "./workflow/any-host.js";
export { demoRound } from "./workflow/demo-round.js";
export type { DemoFile, DemoRound } from "./workflow/demo-round.js";
export { fillForm } from "./workflow/fill-form.js";
export { makeForms } from "./workflow/make-forms.js";
export type { MadeForm } from "./workflow/make-forms.js";
export { lostReport, readOpenReport, readReport } from "./workflow/read-report.js";
export { returnPackage } from "./workflow/return-package.js";
export type { ReturnFile } from "./workflow/return-package.js";
export type { Draft, ExtractedTarget, Extraction, OpenPoint, ResolutionReading } from "./workflow/read-resolution.js";
export { openRound } from "./workflow/round.js";
export type { Host, PreviousFigures, Round } from "./workflow/round.js";
export { unfold } from "./workflow/sources.js";
export type { SourceFile } from "./workflow/sources.js";
export type { EarlierPrint, RowIndex, RowSpan } from "./xlsx/print-earlier.js";
export { consolidate } from "./core/round/consolidation.js";

/** The control workbook of a round, as the bytes of an .xlsx file. */
export function controlWorkbook(definition: RoundDefinition): Promise<Uint8Array> {
  return printBook(controlBook(definition));
}

/** Reads a control workbook that staff may have edited. Never throws for what it holds. */
export function openControl(bytes: Uint8Array, host: Host): ControlReading {
  const { workbook, findings } = readWorkbook(bytes, host.codec);
  if (workbook === null) return { definition: null, findings: wantedHere(findings, "control") };
  const reading = readControl(workbook);
  const other = reading.definition === null ? otherWorkbook(workbook, "control") : [];
  return other.length > 0 ? { definition: null, findings: other } : reading;
}

/** Reads a list of units from a workbook. Never throws for what it holds. */
export function openUnits(bytes: Uint8Array, host: Host): UnitsReading {
  const { workbook, findings } = readWorkbook(bytes, host.codec);
  if (workbook === null) return { units: [], findings: wantedHere(findings, "units"), rows: [], headings: null };
  const reading = readUnitsWorkbook(workbook);
  const other = reading.findings.some(({ severity }) => severity === "error") ? otherWorkbook(workbook, "units") : [];
  return other.length > 0 ? { ...reading, findings: other } : reading;
}

/** True for a list of units in CSV; everything else is for `openUnits`, which reads a workbook or says what it is. */
export function isUnitText(bytes: Uint8Array): boolean {
  return ["csv", "text"].includes(fileFormat(bytes));
}

/**
 * The consolidated workbook with its four sheets and the lists, as the bytes of an .xlsx file.
 * @param linkTo address of a source file as seen from the workbook, or null for no link
 * @param host reads the bytes back and compares them with what was meant, before they are given out
 * @throws when what was printed is not what was meant: a fault of ours
 */
export async function consolidatedWorkbook(
  consolidation: Consolidation,
  notes: Notes = NO_NOTES,
  linkTo?: (path: string) => string | null,
  host?: Host,
): Promise<Uint8Array> {
  if (host === undefined) return printBook(consolidatedBook(consolidation, notes, linkTo));
  return (await consolidatedAgain(null, consolidation, notes, linkTo, host)).bytes;
}

export interface ConsolidatedAgain {
  readonly bytes: Uint8Array;
  /** Where the rows stand that the next consolidation may copy. */
  readonly index: RowIndex;
  /** Rows that were copied from the earlier one. */
  readonly copied: number;
}

/**
 * The same bytes, with what the next consolidation of this round can take over.
 * @param earlier an earlier one of the same round that nobody has changed; null when there is none
 */
export async function consolidatedAgain(
  earlier: EarlierPrint | null,
  consolidation: Consolidation,
  notes: Notes,
  linkTo: ((path: string) => string | null) | undefined,
  host: Host,
): Promise<ConsolidatedAgain> {
  const book = consolidatedBook(consolidation, notes, linkTo);
  // With most rows copied there is little to clear away.
  if (earlier === null) host.clear?.();
  const { bytes, index, taken } = await printAfter(earlier, book, host.codec);
  if (earlier === null) host.clear?.();
  const copied = [...taken.values()].reduce((sum, rows) => sum + rows.length, 0);
  return { bytes: verified(bytes, book, host, taken), index, copied };
}

/** Loads what prints workbooks, for a moment in which there is nothing else to do. */
export async function prepareToPrint(): Promise<void> {
  await loadPrinter();
}

/** An earlier consolidation of a round, from the bytes of its workbook and what was remembered of it. */
export function earlierPrint(bytes: Uint8Array, index: RowIndex, host: Host): EarlierPrint {
  return openEarlier(bytes, index, host.codec);
}

export type ConsolidatedOpened =
  | { readonly reading: ConsolidatedReading; readonly notes: Notes; readonly findings: readonly Finding[] }
  | { readonly reading: null; readonly findings: readonly Finding[] };

/** Reads a consolidated workbook that we made: for the summary, for the figures of the period before, and for the notes of staff. */
export function openConsolidated(bytes: Uint8Array, host: Host): ConsolidatedOpened {
  const { workbook, findings } = readOwnWorkbook(bytes, host.codec);
  if (workbook === null) return { reading: null, findings: wantedHere(findings, "consolidated") };
  const { reading, findings: faults } = readConsolidated(workbook);
  if (reading === null) {
    const other = otherWorkbook(workbook, "consolidated");
    return { reading, findings: other.length > 0 ? other : faults };
  }
  return { reading, notes: readNotes(workbook), findings: faults };
}

/** What leaders read, as the bytes of an .xlsx file. */
export function summaryWorkbook(reading: ConsolidatedReading): Promise<Uint8Array> {
  return printBook(summaryBook(reading));
}
