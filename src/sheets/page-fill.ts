// Where printed pages end: rows are stretched a little so that a heading is not left behind at the foot of a page.
import type { PrintSetup } from "./page.js";

const POINTS_PER_MM = 72 / 25.4;
/** A4, in millimetres. */
const SHORT_SIDE = 210;
const LONG_SIDE = 297;
/** Points of one character of column width. */
const POINTS_PER_WIDTH = 6;
/** Height of a row of which nothing is said. */
const PLAIN_ROW = 15;
/** Programs and printers differ by this much in what they get onto a page. */
const CAUTION = 0.015;
/** A scale is a whole per cent, so that one program may choose one less and get that much more onto a page. */
const MORE_ROOM = 0.035;

/** Rows that must begin on one page: `first` is not left at the foot of a page when `last` no longer fits. */
export interface RowGroup {
  readonly first: number;
  readonly last: number;
}

export interface PageRows {
  /** Height in points by row; rows that are not named have the usual height. */
  readonly heights: ReadonlyMap<number, number>;
  readonly lastRow: number;
  /** Characters of all columns that are printed. */
  readonly width: number;
  readonly print: PrintSetup;
  /** Rows that repeat on every page. */
  readonly repeat: readonly [number, number] | null;
}

/** Heights of rows, some of them stretched, by which no group parts at the end of a page (A4, one page wide). */
export function fillPages(rows: PageRows, groups: readonly RowGroup[]): ReadonlyMap<number, number> {
  const heights = new Map(rows.heights);
  const height = (row: number): number => heights.get(row) ?? PLAIN_ROW;
  const sum = (from: number, to: number): number => {
    let points = 0;
    for (let row = from; row <= to; row++) points += height(row);
    return points;
  };
  const capacity = roomOf(rows);
  const ends = new Map(groups.map(({ first, last }) => [first, last]));
  const repeated = rows.repeat === null ? 0 : sum(...rows.repeat);
  let top = 1;
  let used = 0;
  for (let row = 1; row <= rows.lastRow; row++) {
    const own = height(row);
    const whole = used + sum(row, ends.get(row) ?? row);
    const parts = ends.has(row) && whole > capacity * (1 - CAUTION) && used > capacity / 2;
    if (parts) stretch(heights, stretchable(rows, top, row - 1), capacity * (1 + MORE_ROOM) - used - own);
    if (parts || used + own > capacity) {
      top = row;
      used = repeated;
    }
    used += own;
  }
  return heights;
}

/** Points of rows that fit onto a page, at the scale by which the columns fit. */
function roomOf({ print, width }: PageRows): number {
  const [across, down] = print.landscape ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const room = (across - print.margins.left - print.margins.right) * POINTS_PER_MM;
  const scale = Math.min(1, Math.floor((100 * room) / (width * POINTS_PER_WIDTH)) / 100);
  return ((down - print.margins.top - print.margins.bottom) * POINTS_PER_MM) / scale;
}

/** The rows of a page that may become higher: those below the heading that repeats. */
function stretchable({ repeat }: PageRows, from: number, to: number): readonly number[] {
  const first = repeat === null ? from : Math.max(from, repeat[1] + 1);
  return Array.from({ length: Math.max(0, to - first + 1) }, (_, i) => first + i);
}

function stretch(heights: Map<number, number>, rows: readonly number[], points: number): void {
  if (points <= 0 || rows.length === 0) return;
  const share = Math.ceil((points / rows.length) * 4) / 4;
  for (const row of rows) heights.set(row, (heights.get(row) ?? PLAIN_ROW) + share);
}
