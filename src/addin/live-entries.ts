// What goes into the cells of a live sheet: entries as Excel takes what is typed, number formats, sizes.
import { cellKey } from "../core/cells.js";
import { serialOf } from "../core/figure/date.js";
import { pageSize } from "../sheets/area-record.js";
import type { Area, Page, PageCell } from "../sheets/page.js";
import type { Style } from "../sheets/styles.js";
import { STYLES } from "../sheets/styles.js";

export type Entry = string | number | boolean;

export const GENERAL = "General";
const TEXT = "@";
const DAY = "dd/mm/yyyy";
/** Most characters of a cell. */
const MOST_TEXT = 32_767;
/** What Excel could take for a formula, or for the apostrophe that hides one. */
const RISKY = /^['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** The page as a grid: how many rows and columns it covers, and the cell at a place (from 1). */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  cell(row: number, column: number): PageCell | undefined;
}

export function gridOf(page: Page): Grid {
  const lines = new Map(page.rows.map(({ row, cells }) => [row, cells]));
  const covered = coveredBy(page.merges);
  return {
    ...pageSize(page),
    cell: (row, column) => {
      const cell = lines.get(row)?.get(column);
      return cell !== undefined && covered.has(cellKey(row, column)) ? { ...cell, value: null } : cell;
    },
  };
}

/** Cells of merged areas but the first one of each: they show nothing and hold nothing. */
function coveredBy(merges: readonly Area[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) if (row > top || column > left) covered.add(cellKey(row, column));
    }
  }
  return covered;
}

/** The entry of a cell; an empty text clears it. Text never begins a formula. */
export function entryOf(cell: PageCell | undefined): Entry {
  if (cell === undefined) return "";
  if (cell.formula !== undefined) return `=${cell.formula}`;
  const { value } = cell;
  if (value === null) return "";
  if (typeof value === "object") return serialOf(value.date);
  return typeof value === "string" ? textEntry(value) : value;
}

/** True for a text that Excel would take for a formula if it were not held as text. */
export function isRisky(cell: PageCell | undefined): boolean {
  return cell?.formula === undefined && typeof cell?.value === "string" && RISKY.test(cell.value);
}

function textEntry(text: string): string {
  const entry = RISKY.test(text) ? `'${text}` : text;
  return entry.length <= MOST_TEXT ? entry : `${entry.slice(0, MOST_TEXT - 1)}…`;
}

/** Number format of a cell: text for texts, so that Excel takes none of them for a number or a day. */
export function formatOf(cell: PageCell | undefined): string {
  if (cell === undefined) return GENERAL;
  const own = cell.format ?? (STYLES[cell.style] as Style).format;
  if (cell.formula !== undefined || typeof cell.value === "number" || typeof cell.value === "boolean") return own ?? GENERAL;
  if (typeof cell.value === "object" && cell.value !== null) return own ?? DAY;
  return typeof cell.value === "string" ? TEXT : (own ?? TEXT);
}

/** About how many bytes an entry takes in a request: Vietnamese letters take two or three. */
export function bytesOf(entry: Entry): number {
  if (typeof entry !== "string") return 12;
  let bytes = 3;
  for (let i = 0; i < entry.length; i++) {
    const code = entry.charCodeAt(i);
    bytes += code < 0x80 ? (code === 0x22 || code === 0x5c || code < 0x20 ? 3 : 1) : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
