// Where the blocks of the self-check stand, so that the report can point at a rule's state before that sheet is drawn.
import { columnLetters } from "../core/cells.js";
import { CHECK_SHEET, REPORT_SHEET } from "./form-draft.js";
import type { KindParts } from "./form-outline.js";

/** Columns of the self-check. */
export const COLUMN = { number: 1, label: 2, wanted: 3, state: 4, gap: 5, toDo: 6, last: 6 } as const;

const FIRST_BLOCK = 10;
/** Rows of a block before its first line: title and heading. */
export const HEAD_ROWS = 2;
/** Empty rows between blocks. */
const GAP_ROWS = 1;

/** Title rows of the three blocks. */
export interface CheckRows {
  readonly targets: number;
  readonly rules: number;
  readonly inputs: number;
}

/** The title rows of the blocks in the form of units of one kind. */
export function checkRows(parts: KindParts): CheckRows {
  const after = (top: number, lines: readonly unknown[]): number => top + HEAD_ROWS + lines.length + GAP_ROWS;
  const rules = after(FIRST_BLOCK, parts.targets);
  return { targets: FIRST_BLOCK, rules, inputs: after(rules, parts.rules) };
}

/** The cell with the state of a rule, by its place among the rules of this kind of unit, from 0. */
export function ruleStateCell(parts: KindParts, index: number): string {
  return onSheet(CHECK_SHEET, checkRows(parts).rules + HEAD_ROWS + index, COLUMN.state);
}

/** Where the report shows what the self-check repeats: row by field id or target id, and the columns. */
export interface ReportPlaces {
  readonly inputs: ReadonlyMap<string, number>;
  readonly targets: ReadonlyMap<string, number>;
  readonly stateColumn: number;
  readonly verdictColumn: number;
}

/** The cell with the number of an input's state. */
export function stateCell(places: ReportPlaces, field: string): string {
  return onSheet(REPORT_SHEET, places.inputs.get(field)!, places.stateColumn);
}

/** The cell with the verdict on a target. */
export function verdictCell(places: ReportPlaces, target: string): string {
  return onSheet(REPORT_SHEET, places.targets.get(target)!, places.verdictColumn);
}

function onSheet(sheet: string, row: number, column: number): string {
  return `'${sheet}'!$${columnLetters(column)}$${String(row)}`;
}
