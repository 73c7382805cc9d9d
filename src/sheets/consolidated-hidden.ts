// The hidden sheet of a consolidated workbook: what makes it readable by itself (definition, state of every unit, digests).
import type { SheetCells, WorkbookCells } from "../core/cells.js";
import { cellAt, keyPlace, sheetNamed } from "../core/cells.js";
import type { Consolidation, UnitResult } from "../core/round/consolidation.js";
import type { UnitState, UnknownFile } from "../core/round/coverage.js";
import { STATE_WORDS } from "../core/round/coverage.js";
import { writeDefinition } from "../core/definition/definition-json.js";
import { figuresDigest } from "../core/figure/figures-json.js";
import { HIDDEN_SHEET } from "../core/submission/form-layout.js";
import { laterRow, unitMark } from "./later-row.js";
import { shownText } from "./notes.js";
import type { Page, PageRow } from "./page.js";
import { cell, row } from "./table-parts.js";

/** First key of a consolidated workbook's hidden sheet; a form has others. */
export const CONSOLIDATED_MARK = "consolidated";
const VERSION = "1";
/** Characters a cell; a cell holds 32,767 at most. */
const CHUNK = 30_000;

/** What the hidden sheet says of one unit. */
export interface UnitRecord {
  readonly state: UnitState;
  readonly submissionNumber: number | null;
  readonly path: string | null;
  readonly errors: number;
  readonly warnings: number;
  /** Of the figures as consolidated; null when none count. */
  readonly digest: string | null;
}

/** Column A: key, column B: value. A key that stands in several rows holds a text in pieces. */
export function consolidatedHidden(consolidation: Consolidation): Page {
  const definition = chunks(JSON.stringify(writeDefinition(consolidation.definition)));
  const head = [[CONSOLIDATED_MARK, VERSION], ...definition.map((text) => ["definition", text])].map(entryRow);
  const units = consolidation.units.map((result, index) => {
    const facts = { row: head.length + index + 1, mark: unitMark(result, ...countsOf(result)), columns: 2, links: [] };
    return laterRow(facts, () => entryRow(unitEntry(consolidation, result), facts.row - 1));
  });
  const below = head.length + units.length;
  const unknown = consolidation.coverage.unknown.map((file) => [UNKNOWN_KEY, JSON.stringify(file)]);
  return {
    name: HIDDEN_SHEET,
    visibility: "veryHidden",
    columns: [{ width: 20 }, { width: 60 }],
    rows: [...head, ...units, ...unknown.map((entry, index) => entryRow(entry, below + index))],
    merges: [],
    validations: [],
    conditions: [],
    print: { landscape: false, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
    protected: false,
  };
}

function entryRow([key, value]: readonly string[], index: number): PageRow {
  return row(index + 1, [cell(key!, "plain"), cell(value!, "plain")]);
}

/** Errors and warnings. */
function countsOf({ file }: UnitResult): readonly [number, number] {
  const count = (severity: string): number => file?.findings.filter((found) => found.severity === severity).length ?? 0;
  return [count("error"), count("warning")];
}

function unitEntry({ definition }: Consolidation, result: UnitResult): [string, string] {
  const { unit, state, file, figures } = result;
  const [errors, warnings] = countsOf(result);
  const record: UnitRecord = {
    state,
    submissionNumber: file?.submissionNumber ?? null,
    path: file?.path ?? null,
    errors,
    warnings,
    digest: figures === null ? null : figuresDigest(definition, figures),
  };
  return [UNIT_KEY + unit.code, JSON.stringify(record)];
}

const UNIT_KEY = "unit:";
const UNKNOWN_KEY = "unknown";

/** Pieces of a text, none of them ending between the two halves of a character. */
function chunks(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + CHUNK);
    if (/[\ud800-\udbff]/u.test(text.charAt(end - 1))) end--;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

export interface HiddenReading {
  /** Parsed JSON, not yet checked. */
  readonly definition: unknown;
  readonly units: ReadonlyMap<string, UnitRecord>;
  /** Files that do not say whose they are. */
  readonly unknown: readonly UnknownFile[];
}

/** True for a workbook that consolidation made. */
export function isConsolidated(workbook: WorkbookCells): boolean {
  const sheet = sheetNamed(workbook, HIDDEN_SHEET);
  return sheet !== undefined && shownText(cellAt(sheet, 1, 1)) === CONSOLIDATED_MARK;
}

/** Reads the hidden sheet; null when the workbook is no consolidated one or its sheet is damaged. */
export function readHidden(workbook: WorkbookCells): HiddenReading | null {
  const sheet = sheetNamed(workbook, HIDDEN_SHEET);
  if (sheet === undefined || !isConsolidated(workbook)) return null;
  const pairs = pairsOf(sheet);
  const definition = parsed(
    pairs
      .filter(([key]) => key === "definition")
      .map(([, value]) => value)
      .join(""),
  );
  const units = new Map<string, UnitRecord>();
  for (const [key, value] of pairs) {
    const record = key.startsWith(UNIT_KEY) ? recordOf(parsed(value)) : null;
    if (record !== null) units.set(key.slice(UNIT_KEY.length), record);
  }
  const unknown = pairs.filter(([key]) => key === UNKNOWN_KEY).flatMap(([, value]) => unknownOf(parsed(value)));
  return definition === null ? null : { definition, units, unknown };
}

function pairsOf(sheet: SheetCells): [string, string][] {
  const rows = [...sheet.cells.keys()].map((key) => keyPlace(key)).filter(({ column }) => column === 1);
  return rows
    .sort((a, b) => a.row - b.row)
    .map(({ row: at }) => [shownText(cellAt(sheet, at, 1)), shownText(cellAt(sheet, at, 2))]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function unknownOf(json: unknown): UnknownFile[] {
  if (typeof json !== "object" || json === null) return [];
  const { path, perhaps } = Object.fromEntries(Object.entries(json)) as Record<string, unknown>;
  return typeof path === "string" ? [{ path, perhaps: typeof perhaps === "string" ? perhaps : null }] : [];
}

function recordOf(json: unknown): UnitRecord | null {
  if (typeof json !== "object" || json === null) return null;
  const found = new Map<string, unknown>(Object.entries(json));
  const state = found.get("state");
  if (typeof state !== "string" || !(state in STATE_WORDS)) return null;
  const number = (key: string): number | null => (typeof found.get(key) === "number" ? (found.get(key) as number) : null);
  const text = (key: string): string | null => (typeof found.get(key) === "string" ? (found.get(key) as string) : null);
  return {
    state: state as UnitState,
    submissionNumber: number("submissionNumber"),
    path: text("path"),
    errors: number("errors") ?? 0,
    warnings: number("warnings") ?? 0,
    digest: text("digest"),
  };
}
