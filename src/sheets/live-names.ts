// What the names of formulas become in a workbook: cells, expressions over cells, tests for blank.
import type { Definition } from "../core/definition.js";
import { fieldOfName, UNIT_COUNT } from "../core/scope.js";

/** How names are printed. Each text is used inside larger formulas and is bracketed where needed. */
export interface LiveNames {
  /** The value for arithmetic: a cell, a constant, or an expression such as `(E12="Có")*1`. */
  readonly value: (name: string) => string;
  /** Expression that is TRUE when the figure is blank; `TRUE` and `FALSE` when that is certain. */
  readonly blank: (name: string) => string;
  /** The cell or range itself, as COUNTIF and COUNTA need it. */
  readonly range: (name: string) => string;
}

/** Cell, range or constant for a name; null when this workbook has no such figure (then it is blank). */
export type Reference = (name: string) => string | null;

/** Names over cells that people fill in: yes/no are words, spaces alone are blank. */
export function inputNames(definition: Definition, reference: Reference): LiveNames {
  const isYesNo = (name: string): boolean => fieldOfName(definition, name)?.type === "yesno";
  return namesOver(reference, (name, cell) => (isYesNo(name) && !isConstant(cell) ? `(${cell}="Có")*1` : cell));
}

/** Names over cells with totals: every figure is a number or empty text, yes/no are counts. */
export function totalNames(reference: Reference): LiveNames {
  return namesOver(reference, (_name, cell) => cell);
}

function namesOver(reference: Reference, valueOf: (name: string, cell: string) => string): LiveNames {
  return {
    value: (name) => {
      const cell = reference(name);
      return cell === null ? "0" : valueOf(name, cell);
    },
    blank: (name) => {
      const cell = reference(name);
      if (cell === null) return "TRUE";
      return isConstant(cell) || name === UNIT_COUNT ? "FALSE" : `LEN(TRIM(${cell}))=0`;
    },
    range: (name) => reference(name) ?? "0",
  };
}

function isConstant(text: string): boolean {
  return /^-?[0-9.]+$/.test(text);
}
