// The workbook in the emulated Excel's memory: sheets, cells, names, and a log of looks. It does not calculate.
import type { CellValue, SheetCells, WorkbookCells } from "../../../src/core/cells.js";
import { cellKey, keyPlace } from "../../../src/core/cells.js";
import type { HostArea } from "./area.js";
import { areaText } from "./area.js";
import { HostError } from "./host-error.js";

export type HostValue = string | number | boolean;

export interface HostCell {
  readonly value: HostValue;
  /** With `=`; null for a constant. */
  readonly formula: string | null;
  /** Text that was typed behind an apostrophe. */
  readonly prefixed?: boolean;
  readonly error?: boolean;
}

/** Something that was set on an area and that has no meaning for values: font, fill, width, condition … */
export interface Look {
  readonly area: string;
  readonly property: string;
  readonly value: unknown;
}

export interface HostSheet {
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** By `row:column`, from 0. */
  readonly cells: Map<string, HostCell>;
  readonly formats: Map<string, string>;
  /** Addresses that cells open. */
  readonly links: Map<string, string>;
  isProtected: boolean;
  readonly looks: Look[];
}

export interface HostName {
  readonly name: string;
  sheet: HostSheet;
  area: HostArea;
  comment: string;
  visible: boolean;
}

export interface HostWorkbook {
  readonly name: string;
  readonly sheets: HostSheet[];
  readonly names: HostName[];
  active: HostSheet;
  /** True when sheets cannot be added, renamed or taken away. */
  isProtected: boolean;
  readOnly: boolean;
  /** True once the add-in asked to show its pane. */
  paneShown: boolean;
  selection: { sheet: HostSheet; area: HostArea };
}

let sheetCount = 0;

/** A workbook with one empty sheet, as Excel makes it. */
export function emptyWorkbook(name = "Sổ 1.xlsx"): HostWorkbook {
  const first = newSheet("Sheet1");
  const area = { top: 0, left: 0, rows: 1, columns: 1 };
  return {
    name,
    sheets: [first],
    names: [],
    active: first,
    isProtected: false,
    readOnly: false,
    paneShown: false,
    selection: { sheet: first, area },
  };
}

export function newSheet(name: string): HostSheet {
  sheetCount += 1;
  return {
    id: `{${String(sheetCount).padStart(8, "0")}}`,
    name,
    visibility: "Visible",
    cells: new Map(),
    formats: new Map(),
    links: new Map(),
    isProtected: false,
    looks: [],
  };
}

/** A workbook as Excel has it after opening a file. */
export function openedWorkbook(cells: WorkbookCells, name: string): HostWorkbook {
  const workbook = emptyWorkbook(name);
  workbook.sheets.length = 0;
  for (const sheet of cells.sheets) {
    const made = newSheet(sheet.name);
    made.visibility = sheet.visibility === "visible" ? "Visible" : sheet.visibility === "hidden" ? "Hidden" : "VeryHidden";
    for (const [key, cell] of sheet.cells) {
      const { row, column } = keyPlace(key);
      const at = cellName(row - 1, column - 1);
      const { value } = cell;
      const shown = value.kind === "number" ? value.number : value.kind === "boolean" ? value.boolean : textOf(value);
      made.cells.set(at, {
        value: shown,
        formula: cell.formula === null ? null : `=${cell.formula}`,
        ...(value.kind === "error" ? { error: true } : {}),
      });
      if (cell.format !== null) made.formats.set(at, cell.format);
    }
    workbook.sheets.push(made);
  }
  for (const [text, target] of cells.names) {
    const sheet = workbook.sheets.find((one) => one.name === target.sheet)!;
    const [rows, columns] = [target.bottom - target.top + 1, target.right - target.left + 1];
    const area = { top: target.top - 1, left: target.left - 1, rows, columns };
    workbook.names.push({ name: text, sheet, area, comment: "", visible: true });
  }
  workbook.active = workbook.sheets.find((sheet) => sheet.visibility === "Visible") ?? workbook.sheets[0]!;
  return workbook;
}

/** Rows that a person puts in: cells below move down, names grow or move along. */
export function insertRows(workbook: HostWorkbook, sheet: HostSheet, at: number, count = 1): void {
  for (const map of [sheet.cells, sheet.formats, sheet.links] as Map<string, unknown>[]) {
    const moved = [...map].map(([key, value]) => {
      const [row = 0, column = 0] = key.split(":").map(Number);
      return [cellName(row >= at ? row + count : row, column), value] as const;
    });
    map.clear();
    for (const [key, value] of moved) map.set(key, value);
  }
  for (const item of workbook.names.filter((one) => one.sheet === sheet)) {
    const { top, rows } = item.area;
    if (top >= at) item.area = { ...item.area, top: top + count };
    else if (top + rows > at) item.area = { ...item.area, rows: rows + count };
  }
}

function textOf(value: { readonly kind: string; readonly text?: string }): string {
  return value.text ?? "";
}

export function cellName(row: number, column: number): string {
  return `${String(row)}:${String(column)}`;
}

export function hostSheet(workbook: HostWorkbook, name: string): HostSheet | undefined {
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase() || sheet.id === name);
}

/** The smallest area that holds every value. */
export function usedArea(sheet: HostSheet): HostArea | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const key of sheet.cells.keys()) {
    const [row = 0, column = 0] = key.split(":").map(Number);
    [top, left, bottom, right] = [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)];
  }
  return bottom < 0 ? null : { top, left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** A grid over an area. */
export function gridOf<T>({ top, left, rows, columns }: HostArea, each: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => each(top + i, left + j)));
}

/** Puts an entry into a cell as Excel takes what is typed: `=` begins a formula, texts that look like numbers become numbers. */
export function type(sheet: HostSheet, row: number, column: number, entry: unknown): void {
  if (entry === null || entry === undefined) return;
  const at = cellName(row, column);
  if (entry === "") {
    sheet.cells.delete(at);
    return;
  }
  if (typeof entry !== "string") {
    if (typeof entry !== "number" && typeof entry !== "boolean") throw new HostError("InvalidArgument", "no such cell value");
    sheet.cells.set(at, { value: entry, formula: null });
    return;
  }
  if (entry.length > 32_767) throw new HostError("InvalidArgument", "a cell holds 32,767 characters");
  const text = sheet.formats.get(at) === "@";
  if (entry.startsWith("'")) sheet.cells.set(at, { value: entry.slice(1), formula: null, prefixed: true });
  else if (text) sheet.cells.set(at, { value: entry, formula: null });
  else if (/^[=+@-]/u.test(entry) && entry.length > 1) sheet.cells.set(at, { value: 0, formula: `=${entry.replace(/^=/u, "")}` });
  else sheet.cells.set(at, { value: coerced(entry), formula: null });
}

/** What Excel makes of typed text in a cell of no format. */
function coerced(text: string): HostValue {
  const plain = text.trim();
  if (/^(?:true|false)$/iu.test(plain)) return plain.toLowerCase() === "true";
  if (/^[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?$/iu.test(plain)) return Number(plain.replaceAll(",", ""));
  if (/^\d+(?:[.,]\d+)?\s*%$/u.test(plain)) return Number.parseFloat(plain) / 100;
  if (/^\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?$/u.test(plain)) return 45_000;
  return /^\d{1,2}:\d{2}/u.test(plain) ? 0.5 : text;
}

/** Every cell of a sheet by its address, formulas as text: for assertions. */
export function shownCells(sheet: HostSheet): Record<string, HostValue> {
  const places = [...sheet.cells].map(([key, cell]) => {
    const [row = 0, column = 0] = key.split(":").map(Number);
    return [areaText({ top: row, left: column, rows: 1, columns: 1 }), cell.formula ?? cell.value] as const;
  });
  return Object.fromEntries(places);
}

/** What stands in the workbook, as any reader gives it. */
export function hostCells(workbook: HostWorkbook): WorkbookCells {
  const sheets = workbook.sheets.map((sheet): SheetCells => {
    const cells = [...sheet.cells].map(([key, { value, formula, error }]) => {
      const [row = 0, column = 0] = key.split(":").map(Number);
      const shown: CellValue =
        typeof value === "number"
          ? { kind: "number", number: value }
          : typeof value === "boolean"
            ? { kind: "boolean", boolean: value }
            : { kind: error === true ? "error" : "text", text: value };
      const format = sheet.formats.get(key) ?? null;
      return [cellKey(row + 1, column + 1), { value: shown, formula: formula?.slice(1) ?? null, format }] as const;
    });
    const visibility = sheet.visibility === "VeryHidden" ? "veryHidden" : sheet.visibility === "Hidden" ? "hidden" : "visible";
    return { name: sheet.name, visibility, cells: new Map(cells) };
  });
  return {
    sheets,
    names: new Map(),
    brokenNames: new Map(),
    date1904: false,
    externalLinks: [],
    lastSaved: null,
    application: "Excel",
  };
}
