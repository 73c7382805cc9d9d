// Reading the sheet Thông tin: one item a line, its label in one column and its value in another.
import type { Cell, SheetCells } from "../cells.js";
import { address } from "../cells.js";
import { readEntry } from "./control-entry.js";
import { INFO_ITEMS, infoItemOf, periodIdOf, type InfoItem } from "./control-info.js";
import { entryFindings, findHeadings, findingAt, gridOf, type Headings } from "./control-rows.js";
import { INFO_HEADINGS, type ControlColumn } from "./control-tables.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import { nearest, tidy } from "../text.js";

export interface InfoReading {
  /** Null when the table was not found; then there are no values. */
  readonly headings: Headings | null;
  /** By JSON path: `resolution.kind`; blank items are left out. */
  readonly values: ReadonlyMap<string, string>;
  /** The row of each item by its path. */
  readonly rows: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

const COLUMNS: readonly ControlColumn[] = [
  { property: "key", heading: INFO_HEADINGS.key, also: [], kind: "code", needed: true, explanation: "" },
  { property: "value", heading: INFO_HEADINGS.value, also: ["Giá trị"], kind: "text", needed: true, explanation: "" },
];

/** Reads every item of the sheet; lines with labels of one's own are left alone. */
export function readInfo(sheet: SheetCells, date1904: boolean): InfoReading {
  const grid = gridOf(sheet);
  const { headings, findings } = findHeadings(sheet.name, grid, COLUMNS);
  const values = new Map<string, string>();
  const rows = new Map<string, number>();
  if (headings === null || findings.length > 0) return { headings: null, values, rows, findings };
  const keyColumn = headings.columns.get("key")!;
  const valueColumn = headings.columns.get("value")!;
  const unknown: { label: string; row: number }[] = [];
  for (const [row, cells] of grid) {
    const label = row <= headings.row ? "" : labelOf(cells.get(keyColumn));
    const item = label === "" ? null : infoItemOf(label);
    if (item === null) {
      if (label !== "" && cells.has(valueColumn)) unknown.push({ label, row });
      continue;
    }
    const first = rows.get(item.path);
    if (first !== undefined) {
      findings.push(
        findingAt(sheet.name, row, keyColumn, "control/item-repeated", {
          found: label,
          data: { first: address(first, keyColumn) },
        }),
      );
      continue;
    }
    rows.set(item.path, row);
    findings.push(...readItem(sheet.name, row, valueColumn, cells.get(valueColumn), item, date1904, values));
  }
  findings.push(...judgeItems(sheet.name, rows, unknown, keyColumn));
  return { headings, values, rows, findings };
}

function labelOf(cell: Cell | undefined): string {
  return cell?.value.kind === "text" ? tidy(cell.value.text) : "";
}

function readItem(
  sheet: string,
  row: number,
  column: number,
  cell: Cell | undefined,
  item: InfoItem,
  date1904: boolean,
  values: Map<string, string>,
): Finding[] {
  const entry = readEntry(cell, item.kind, { date1904, percent: false });
  const findings = entryFindings(sheet, row, column, { heading: item.label, needed: item.needed }, entry);
  if (entry.kind !== "value" || typeof entry.value !== "string") return findings;
  const value = item.path === "period.id" ? periodIdOf(entry.value) : entry.value;
  if (value === null) return [findingAt(sheet, row, column, "control/period-unknown", { found: entry.value })];
  values.set(item.path, value);
  return findings;
}

function judgeItems(
  sheet: string,
  rows: ReadonlyMap<string, number>,
  unknown: readonly { label: string; row: number }[],
  keyColumn: number,
): Finding[] {
  const absent = new Map(INFO_ITEMS.filter((item) => !rows.has(item.path)).map((item) => [item.label, item]));
  const findings: Finding[] = [];
  for (const { label, row } of unknown) {
    const near = nearest(label, absent.keys());
    if (near === null) continue;
    absent.delete(near);
    findings.push(findingAt(sheet, row, keyColumn, "control/item-unclear", { found: label, data: { near } }));
  }
  for (const item of absent.values())
    if (item.needed) findings.push(finding("control/item-missing", "error", { sheet, expected: item.label }));
  return findings;
}
