// Sheets written as small tables, so that what a clerk sent stands in the test as it would on the screen.
import type { Cell, NameTarget, SheetCells, WorkbookCells } from "../../src/core/cells.js";
import { cellKey, parseAddress } from "../../src/core/cells.js";

/**
 * A sheet from a table: one line a row, cells between `|`, the first cell being column A. Digits are a number, `=A1+1 → 3` is a
 * formula with its saved result (`=A1+1 →` without one), `'12` is text, everything else is text. Blank cells are absent.
 */
export function sheetTable(name: string, table: string): SheetCells {
  const cells = new Map<number, Cell>();
  const lines = table.split("\n").map((line) => line.trim());
  while (lines[0] === "") lines.shift();
  lines.forEach((line, i) =>
    line.split("|").forEach((text, j) => {
      if (text.trim() !== "") cells.set(cellKey(i + 1, j + 1), tableCell(text.trim()));
    }),
  );
  return { name, visibility: "visible", cells };
}

/** One cell of a table. */
export function tableCell(text: string): Cell {
  if (text.startsWith("'")) return { value: { kind: "text", text: text.slice(1) }, formula: null, format: null };
  if (!text.startsWith("=")) return { value: valueOf(text), formula: null, format: null };
  const [formula, saved] = text.slice(1).split("→") as [string, string | undefined];
  const result = saved === undefined || saved.trim() === "" ? ({ kind: "empty" } as const) : valueOf(saved.trim());
  return { value: result, formula: formula.trim(), format: null };
}

function valueOf(text: string): Cell["value"] {
  if (/^-?\d+(\.\d+)?$/u.test(text)) return { kind: "number", number: Number(text) };
  if (/^#[A-Z/0!?]+$/u.test(text)) return { kind: "error", text };
  return { kind: "text", text };
}

/** A workbook of sheets; names by their address: `{ tong_dang_vien: "Báo cáo!D5" }`, ranges as `Danh sách!B3:B6`. */
export function workbookTable(sheets: readonly SheetCells[], names: Readonly<Record<string, string>> = {}): WorkbookCells {
  return {
    sheets,
    names: new Map(Object.entries(names).map(([name, where]) => [name, nameTarget(where)])),
    brokenNames: new Map(),
    date1904: false,
    externalLinks: [],
    lastSaved: null,
    application: null,
  };
}

function nameTarget(where: string): NameTarget {
  const [sheet, area] = where.split("!") as [string, string];
  const [from, to] = area.split(":") as [string, string | undefined];
  const first = parseAddress(from)!;
  const last = parseAddress(to ?? from)!;
  return { sheet, top: first.row, left: first.column, bottom: last.row, right: last.column };
}
