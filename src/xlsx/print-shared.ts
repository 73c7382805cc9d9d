// Formulas that stand one below the other and differ only in their row: written once, the cells below refer to the first.
import { address } from "../core/cells.js";
import type { Page, PageCell, PageRow } from "../sheets/page.js";

/** Of a cell that shares its formula: where the first of them stands, which cells share it, and its number on the sheet. */
export interface SharedFormula {
  readonly first: string;
  /** `G6:G105`. */
  readonly cells: string;
  readonly index: number;
}

/** By cell, the first of each group too; cells of other formulas are left out. */
export type SharedFormulas = ReadonlyMap<PageCell, SharedFormula>;

/** The cells of a page that share a formula with the cell above, which has to stand in the row before. */
export function sharedFormulas(page: Page): SharedFormulas {
  const shared = new Map<PageCell, SharedFormula>();
  if (!page.rows.some(sharesAny)) return shared;
  const open = new Map<number, { readonly first: number; readonly cells: PageCell[]; last: number }>();
  let index = 0;
  const close = (column: number): void => {
    const group = open.get(column);
    open.delete(column);
    if (group === undefined || group.cells.length < 2) return;
    const first = address(group.first, column);
    const facts = { first, cells: `${first}:${address(group.last, column)}`, index: index++ };
    for (const cell of group.cells) shared.set(cell, facts);
  };
  for (const line of page.rows) {
    if (line.facts !== undefined) continue;
    const { row, cells } = line;
    for (const [column, cell] of cells) {
      const group = open.get(column);
      if (cell.asAbove === true && group?.last === row - 1) {
        group.cells.push(cell);
        group.last = row;
        continue;
      }
      close(column);
      if (cell.formula !== undefined) open.set(column, { first: row, cells: [cell], last: row });
    }
  }
  for (const column of [...open.keys()]) close(column);
  return shared;
}

function sharesAny(line: PageRow): boolean {
  if (line.facts !== undefined) return false;
  for (const cell of line.cells.values()) if (cell.asAbove === true) return true;
  return false;
}
