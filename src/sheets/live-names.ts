// What the names of formulas become in a workbook: cells, expressions over cells, tests for blank.
import type { Definition } from "../core/definition/definition.js";
import type { Field } from "../core/definition/field.js";
import { quoted } from "../core/formula/print.js";
import { fieldOfName, UNIT_COUNT } from "../core/verdict/scope.js";

/** How names are printed. Each text is used inside larger formulas and is bracketed where needed. */
export interface LiveNames {
  /** The value for arithmetic: a cell, a constant, or an expression such as `(E12="Có")*1`. */
  readonly value: (name: string) => string;
  /** Expression that is TRUE when the cell holds no figure, be it blank or words in place of a number; `TRUE` and `FALSE` when that is certain. */
  readonly blank: (name: string) => string;
  /** The cell of a figure that is a number or a day, so that COUNT tells whether it is there; null for every other name. */
  readonly counted: (name: string) => string | null;
  /** The cell or range itself, as COUNTIF and COUNTA need it. */
  readonly range: (name: string) => string;
}

/** Cell, range or constant for a name; null when this workbook has no such figure (then it is blank). */
export type Reference = (name: string) => string | null;

/** Names over cells that people fill in: yes/no are words, spaces alone are blank. */
export function inputNames(definition: Definition, reference: Reference): LiveNames {
  const fieldOf = (name: string): Field | undefined => fieldOfName(definition, name);
  return namesOver(reference, {
    value: (name, cell) => (fieldOf(name)?.type === "yesno" && !isConstant(cell) ? `(TRIM(${cell})="Có")*1` : cell),
    isNumber: (name) => ["count", "decimal", "date"].includes(fieldOf(name)?.type ?? ""),
    noWord: (name, cell) => noWordTest(fieldOf(name), cell),
  });
}

/** Names over cells with totals: every figure is a number or empty text, yes/no are counts. */
export function totalNames(reference: Reference): LiveNames {
  return namesOver(reference, { value: (_name, cell) => cell, isNumber: () => true, noWord: (_name, cell) => blankTest(cell) });
}

/**
 * `COUNT(a,b)<2` and the like, once for all figures that are numbers, then one test for each other name: TRUE when a figure is not there.
 * Texts compare greater than numbers in a spreadsheet, so words in place of a number must be caught before they are compared.
 */
export function anyBlankTests(names: LiveNames, required: readonly string[]): readonly string[] {
  const counted = [...new Set(required.flatMap((name) => names.counted(name) ?? []))];
  const rest = required.filter((name) => names.counted(name) === null).map((name) => names.blank(name));
  const tests = new Set(rest.filter((test) => test !== "FALSE"));
  for (let at = 0; at < counted.length; at += MOST_ARGUMENTS) tests.add(lackingTest(counted.slice(at, at + MOST_ARGUMENTS)));
  return [...tests];
}

const MOST_ARGUMENTS = 255;
/** Longer choices are only asked whether anything stands there; the self-check of the input tells a wrong word. */
const LONGEST_CHOICES = 200;

function namesOver(
  reference: Reference,
  ways: {
    readonly value: (name: string, cell: string) => string;
    readonly isNumber: (name: string) => boolean;
    readonly noWord: (name: string, cell: string) => string;
  },
): LiveNames {
  const certain = (name: string, cell: string): boolean => isConstant(cell) || name === UNIT_COUNT;
  return {
    value: (name) => {
      const cell = reference(name);
      return cell === null ? "0" : ways.value(name, cell);
    },
    blank: (name) => {
      const cell = reference(name);
      if (cell === null) return "TRUE";
      if (certain(name, cell)) return "FALSE";
      return ways.isNumber(name) ? lackingTest([cell]) : ways.noWord(name, cell);
    },
    counted: (name) => {
      const cell = reference(name);
      return cell === null || certain(name, cell) || !ways.isNumber(name) ? null : cell;
    },
    range: (name) => reference(name) ?? "0",
  };
}

/** TRUE when one of these cells holds no number. */
function lackingTest(cells: readonly string[]): string {
  return cells.length === 1 ? `COUNT(${cells[0]!})=0` : `COUNT(${cells.join(",")})<${String(cells.length)}`;
}

/** TRUE when the cell holds none of the words that its field takes; of a free text when it holds nothing. */
function noWordTest(field: Field | undefined, cell: string): string {
  if (field?.type === "yesno") return `AND(TRIM(${cell})<>"Có",TRIM(${cell})<>"Không")`;
  const words = field?.type === "choice" ? field.choices.map(quoted).join(",") : "";
  if (words === "" || words.length > LONGEST_CHOICES) return blankTest(cell);
  return `ISERROR(MATCH(TRIM(${cell}),{${words}},0))`;
}

function blankTest(cell: string): string {
  return `LEN(TRIM(${cell}))=0`;
}

function isConstant(text: string): boolean {
  return /^-?[0-9.]+$/.test(text);
}
