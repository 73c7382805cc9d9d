// Which area of a sheet is ours: a hidden name on it, whose comment says how large it is and how it looks. A workbook that was printed and one
// that stands in Excel carry the same records, so that either can be written again in place.
import { mark } from "./mark.js";
import type { Page, PageName, PageRow } from "./page.js";

const PREFIX = "_tonghop.";

/** What is known of an area. */
export interface AreaState {
  readonly rows: number;
  readonly columns: number;
  /** False while its sheet is not written to the end. */
  readonly complete: boolean;
  /** Marks of the layout and of the looks that stand there; empty when unknown. */
  readonly layout: string;
  readonly looks: string;
}

/** True for a name that we keep for ourselves. */
export function isRecordName(name: string): boolean {
  return name.toLowerCase().startsWith(PREFIX);
}

/** A name for a new record that no other name has. */
export function freeRecordName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`${PREFIX}${String(number)}`)) number++;
  return `${PREFIX}${String(number)}`;
}

/** The comment of a record: `74x33 complete <layout> <looks>`. */
export function recordText({ rows, columns, complete, layout, looks }: AreaState): string {
  return `${String(rows)}x${String(columns)} ${complete ? "complete" : "begun"} ${layout} ${looks}`;
}

/** What a comment says; null for a text that is none of ours. */
export function readRecordText(text: string): AreaState | null {
  const match = /^(\d+)x(\d+) (\w*) ?(\w*) ?(\w*)$/u.exec(text);
  if (match === null) return null;
  const [, rows, columns, state, layout = "", looks = ""] = match;
  return { rows: Number(rows), columns: Number(columns), complete: state === "complete", layout, looks };
}

/** How many rows and columns a page covers; at least one of each. */
export function pageSize({ rows }: Page): { readonly rows: number; readonly columns: number } {
  let [bottom, right] = [1, 1];
  for (const line of rows) {
    bottom = Math.max(bottom, line.row);
    right = Math.max(right, lastColumn(line));
  }
  return { rows: bottom, columns: right };
}

/** The last column of a row in which a cell stands; 0 when there is none. */
export function lastColumn(line: PageRow): number {
  return line.facts?.columns ?? Math.max(0, ...line.cells.keys());
}

/** Mark of everything that a sheet has besides its cells. */
export function layoutMark({ columns, freeze, print, validations, filter }: Page): string {
  return mark({ columns, freeze, print, validations, filter });
}

/** The records of pages that are printed whole. Excel draws looks otherwise than a file does, so their mark is left open. */
export function areaRecords(pages: readonly Page[]): PageName[] {
  return pages.map((page, i): PageName => {
    const { rows, columns } = pageSize(page);
    const area = { top: 1, left: 1, bottom: rows, right: columns };
    const comment = recordText({ rows, columns, complete: true, layout: layoutMark(page), looks: "" });
    return { name: `${PREFIX}${String(i + 1)}`, sheet: page.name, area, hidden: { comment } };
  });
}
