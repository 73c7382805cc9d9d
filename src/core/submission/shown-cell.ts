// What a cell shows, as words, and whether that is a figure.
import type { Cell } from "../cells.js";
import { numberText, readNumberText } from "../figure/number-text.js";

const LONGEST_FIGURE = 40;

/** The words or the number that a cell shows; empty when it shows nothing. */
export function shownText(cell: Cell | undefined): string {
  const value = cell?.value;
  if (value?.kind === "text" || value?.kind === "error") return value.text;
  if (value?.kind === "number") return numberText(value.number);
  return value?.kind === "boolean" ? String(value.boolean).toUpperCase() : "";
}

/** True for a number, also one typed as text. */
export function isFigure({ value }: Cell): boolean {
  return (
    value.kind === "number" ||
    (value.kind === "text" && value.text.length <= LONGEST_FIGURE && readNumberText(value.text) !== null)
  );
}
