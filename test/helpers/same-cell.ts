// When two readers see a cell alike.
import type { CellView } from "./book-views.js";

const MILLISECONDS = 86_400_000;
const EPOCH = 25569;
const YEARS_1904 = 1462;

/** Alike in value and formula. */
export function sameCell(ours: CellView | null, theirs: CellView | null, date1904: boolean): boolean {
  if (ours === null || theirs === null) return false;
  return sameValue(ours, theirs, date1904) && sameFormula(ours.formula, theirs.formula);
}

/** The same value; a date is as exact as the milliseconds in which the other reader counts. */
function sameValue(ours: CellView, theirs: CellView, date1904: boolean): boolean {
  if (theirs.moment === undefined) return ours.value === theirs.value;
  if (typeof ours.value !== "number") return false;
  return Math.round((ours.value - EPOCH + (date1904 ? YEARS_1904 : 0)) * MILLISECONDS) === theirs.moment;
}

/** The same text; where the text stands in another cell, both must have a formula. */
export function sameFormula(ours: string | null, theirs: string | null): boolean {
  return ours === theirs || (theirs !== null && ours === "") || (ours !== null && theirs === "");
}
