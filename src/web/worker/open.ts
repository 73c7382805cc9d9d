// Opening what a person gives: control workbooks, consolidated workbooks and lists of units, from files or from the open workbook.
import type { WorkbookCells } from "../../core/cells.js";
import { readControl } from "../../core/control/control-workbook.js";
import type { ControlReading } from "../../core/control/control-workbook.js";
import type { Finding } from "../../core/finding.js";
import { readPastedUnits } from "../../core/control/unit-list-paste.js";
import type { ConsolidatedBrief, PickedFile, UnitsBrief, WorkbookSource } from "../../ui/engine.js";
import type { ConsolidatedReading } from "../../sheets/consolidated-reading.js";
import { readConsolidated } from "../../sheets/consolidated-reading.js";
import type { Notes } from "../../sheets/notes.js";
import { NO_NOTES, readNotes } from "../../sheets/notes.js";
import { anyHost, openConsolidated, openControl, openUnits } from "../../workflow.js";

async function bytesOf(file: PickedFile): Promise<Uint8Array> {
  return new Uint8Array(await file.content.arrayBuffer());
}

function isFile(source: WorkbookSource): source is PickedFile {
  return "content" in source;
}

export async function controlFrom(source: WorkbookSource): Promise<ControlReading> {
  return isFile(source) ? openControl(await bytesOf(source), anyHost) : readControl(source);
}

/** A list of units as pasted, as CSV, or from a workbook. */
export async function unitsFrom(source: string | PickedFile): Promise<UnitsBrief> {
  if (typeof source === "string") return readPastedUnits(source);
  const bytes = await bytesOf(source);
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zipped) return readPastedUnits(new TextDecoder().decode(bytes));
  const { units, findings } = openUnits(bytes, anyHost);
  return { units, findings, numbered: false };
}

export interface OpenedConsolidated {
  readonly reading: ConsolidatedReading | null;
  readonly notes: Notes;
  readonly brief: ConsolidatedBrief;
}

export async function consolidatedFrom(source: WorkbookSource): Promise<OpenedConsolidated> {
  const { reading, notes, findings } = isFile(source) ? opened(await bytesOf(source)) : fromCells(source);
  const count = [...notes.values()].reduce((sum, own) => sum + own.size, 0);
  return { reading, notes, brief: { definition: reading?.definition ?? null, findings, notes: count } };
}

interface Found {
  readonly reading: ConsolidatedReading | null;
  readonly notes: Notes;
  readonly findings: readonly Finding[];
}

function opened(bytes: Uint8Array): Found {
  const found = openConsolidated(bytes, anyHost);
  return found.reading === null ? { ...found, notes: NO_NOTES } : found;
}

function fromCells(cells: WorkbookCells): Found {
  const found = readConsolidated(cells);
  return { ...found, notes: found.reading === null ? NO_NOTES : readNotes(cells) };
}
