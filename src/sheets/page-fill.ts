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
/**
 * What programs and printers get onto a page, in shares of what is reckoned. They measure a little differently, and a scale is a whole
 * per cent, so that one chooses one or two per cent less and gets that much more onto a page.
 */
const ROOMS = [0.985, 0.995, 1, 1.007, 1.014, 1.021, 1.028, 1.035] as const;
/** Rows grow so often at most for one group; each time it comes right for one more program. */
const MOST_TURNS = ROOMS.length;
/** Points beyond what just does not fit. */
const BEYOND = 0.5;

/** Rows that must begin on one page: `first` is not left at the foot of a page when `last` no longer fits. */
export interface RowGroup {
  readonly first: number;
  readonly last: number;
}

export interface PageRows {
  /** Height in points by row; rows that are not named are empty and have the usual height. */
  readonly heights: ReadonlyMap<number, number>;
  readonly lastRow: number;
  /** Characters of all columns that are printed. */
  readonly width: number;
  readonly print: PrintSetup;
  /** Rows that repeat on every page. */
  readonly repeat: readonly [number, number] | null;
}

/** Heights of rows, some of them stretched, by which no group parts at the end of a page (A4, one page wide), whichever program prints it. */
export function fillPages(rows: PageRows, groups: readonly RowGroup[]): ReadonlyMap<number, number> {
  const heights = new Map(rows.heights);
  const rooms = ROOMS.map((share) => share * roomOf(rows));
  for (const group of [...groups].sort((a, b) => a.first - b.first)) {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const parted = rooms.flatMap((room) => partedAt(rows, heights, group, room));
      if (parted.length === 0) break;
      const top = Math.max(...parted.map((page) => page.top));
      stretch(heights, stretchable(rows, top, group.first - 1), Math.max(...parted.map((page) => page.left)) + BEYOND);
    }
  }
  return heights;
}

interface PartedPage {
  readonly top: number;
  /** Points that are missing until the first row of the group no longer fits. */
  readonly left: number;
}

/** The page on which a group begins without ending there, when so many points fit onto a page; one that is as good as new is left alone. */
function partedAt(rows: PageRows, heights: ReadonlyMap<number, number>, { first, last }: RowGroup, room: number): PartedPage[] {
  const height = (row: number): number => heights.get(row) ?? PLAIN_ROW;
  const sum = (from: number, to: number): number => {
    let points = 0;
    for (let row = from; row <= to; row++) points += height(row);
    return points;
  };
  const repeated = rows.repeat === null ? 0 : sum(...rows.repeat);
  let top = 1;
  let used = 0;
  for (let row = 1; row < first; row++) {
    if (used + height(row) > room) {
      top = row;
      used = repeated;
    }
    used += height(row);
  }
  const left = room - used - height(first);
  const parts = used > room / 2 && left >= 0 && used + sum(first, Math.min(last, rows.lastRow)) > room;
  return parts ? [{ top, left }] : [];
}

/** Points of rows that fit onto a page, at the scale by which the columns fit. */
export function roomOf({ print, width }: Pick<PageRows, "print" | "width">): number {
  const [across, down] = print.landscape ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const room = (across - print.margins.left - print.margins.right) * POINTS_PER_MM;
  const scale = Math.min(1, Math.floor((100 * room) / (width * POINTS_PER_WIDTH)) / 100);
  return ((down - print.margins.top - print.margins.bottom) * POINTS_PER_MM) / scale;
}

/** The rows of a page that may become higher: those below the heading that repeats, without empty ones, which are printed as they are. */
function stretchable({ heights, repeat }: PageRows, from: number, to: number): readonly number[] {
  const first = repeat === null ? from : Math.max(from, repeat[1] + 1);
  const rows = Array.from({ length: Math.max(0, to - first + 1) }, (_, i) => first + i);
  return rows.filter((row) => heights.has(row));
}

function stretch(heights: Map<number, number>, rows: readonly number[], points: number): void {
  if (points <= 0 || rows.length === 0) return;
  const share = Math.ceil((points / rows.length) * 4) / 4;
  for (const row of rows) heights.set(row, (heights.get(row) ?? PLAIN_ROW) + share);
}
