// Opening what a person gives: control workbooks, consolidated workbooks and lists of units, from files or from the open workbook.
import type { WorkbookCells } from "../../core/cells.js";
import { readControl } from "../../core/control/control-workbook.js";
import type { ControlReading } from "../../core/control/control-workbook.js";
import type { RoundDefinition } from "../../core/definition/definition.js";
import type { PreviousFigures } from "../../core/round/consolidation.js";
import type { Finding } from "../../core/finding.js";
import { readPastedUnits } from "../../core/control/unit-list-paste.js";
import type { ConsolidatedBrief, PickedFile, UnitsBrief, WorkbookSource } from "../../ui/engine.js";
import type { ConsolidatedReading } from "../../sheets/consolidated-reading.js";
import { readConsolidated } from "../../sheets/consolidated-reading.js";
import type { Notes } from "../../sheets/notes.js";
import { NO_NOTES, readNotes } from "../../sheets/notes.js";
import { hasControlSheets, kindOfWorkbook, otherWorkbook } from "../../workflow/own-workbook.js";
import { anyHost, isUnitText, openConsolidated, openControl, openUnits } from "../../workflow.js";

async function bytesOf(file: PickedFile): Promise<Uint8Array> {
  return new Uint8Array(await file.content.arrayBuffer());
}

function isFile(source: WorkbookSource): source is PickedFile {
  return "content" in source;
}

export interface OpenedControl extends ControlReading {
  /** Figures of the period before, where the workbook was consolidated with them. */
  readonly previous: PreviousFigures;
}

const NO_FIGURES: PreviousFigures = new Map();

/** The round of a control workbook; an open workbook may also be one that was consolidated, which holds its whole round. */
export async function controlFrom(source: WorkbookSource): Promise<OpenedControl> {
  if (isFile(source)) return { ...openControl(await bytesOf(source), anyHost), previous: NO_FIGURES };
  if (kindOfWorkbook(source) !== "consolidated") return { ...controlIn(source), previous: NO_FIGURES };
  const { reading, findings } = readConsolidated(source);
  if (!hasControlSheets(source)) {
    return { definition: reading?.definition ?? null, findings, previous: reading?.previous ?? NO_FIGURES };
  }
  const control = readControl(source);
  const same = reading !== null && control.definition !== null && isSameRound(reading.definition, control.definition);
  if (!same) return { ...control, previous: NO_FIGURES };
  return { ...control, findings: [...control.findings, ...findings], previous: reading.previous };
}

function controlIn(cells: WorkbookCells): ControlReading {
  const reading = readControl(cells);
  const other = reading.definition === null ? otherWorkbook(cells, "control") : [];
  return other.length > 0 ? { definition: null, findings: other } : reading;
}

function isSameRound(one: RoundDefinition, other: RoundDefinition): boolean {
  return one.id === other.id && one.period.id === other.period.id;
}

/** A list of units as pasted, as CSV, or from a workbook. */
export async function unitsFrom(source: string | PickedFile): Promise<UnitsBrief> {
  if (typeof source === "string") return readPastedUnits(source);
  const bytes = await bytesOf(source);
  if (isUnitText(bytes)) return readPastedUnits(new TextDecoder().decode(bytes));
  const { units, findings } = openUnits(bytes, anyHost);
  return { units, findings, numbered: false };
}

export interface OpenedConsolidated {
  readonly reading: ConsolidatedReading | null;
  /** Null for a file that cannot be read as a consolidated workbook. Sheets of an open one keep their notes although others are half written. */
  readonly notes: Notes | null;
  readonly brief: ConsolidatedBrief;
}

export async function consolidatedFrom(source: WorkbookSource): Promise<OpenedConsolidated> {
  const { reading, notes, findings } = isFile(source) ? opened(await bytesOf(source)) : fromCells(source);
  const count = [...(notes ?? NO_NOTES).values()].reduce((sum, own) => sum + own.size, 0);
  return { reading, notes, brief: { definition: reading?.definition ?? null, findings, notes: count } };
}

interface Found {
  readonly reading: ConsolidatedReading | null;
  readonly notes: Notes | null;
  readonly findings: readonly Finding[];
}

function opened(bytes: Uint8Array): Found {
  const found = openConsolidated(bytes, anyHost);
  return found.reading === null ? { ...found, notes: null } : found;
}

function fromCells(cells: WorkbookCells): Found {
  return { ...readConsolidated(cells), notes: readNotes(cells) };
}
