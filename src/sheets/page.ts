// A workbook described as data. The xlsx printer, the live-Excel printer and the HTML preview all draw it.
import type { Visibility } from "../core/cells.js";
import type { ConditionName, StyleName } from "./styles.js";

/** A value as typed into a cell. Text is always text, never a formula. Dates are `{ date: "YYYY-MM-DD" }`. */
export type PageValue = string | number | boolean | null | { readonly date: string };

export interface PageCell {
  readonly value: PageValue;
  /** Formula without `=`; `value` is then its computed result. */
  readonly formula?: string;
  /** The cell above holds the same formula, every row that is not fixed by `$` one lower: a file may say so instead of repeating it. */
  readonly asAbove?: true;
  readonly style: StyleName;
  /** Number format code; overrides the style's. */
  readonly format?: string;
  /** An input that stays editable on a protected sheet. */
  readonly unlocked?: boolean;
  /** Address that the cell opens: a relative file path, or `#'Sheet'!A1` inside the workbook. */
  readonly link?: string;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Check that Excel makes when somebody types into the area. */
export interface Validation {
  readonly area: Area;
  readonly kind: "whole" | "decimal" | "date" | "list" | "textLength" | "custom";
  /** Numbers, dates `YYYY-MM-DD`, a list of words, or formulas without `=`. */
  readonly min?: number | string;
  readonly max?: number | string;
  readonly words?: readonly string[];
  readonly formula?: string;
  readonly promptTitle?: string;
  readonly prompt?: string;
  readonly errorTitle?: string;
  readonly error?: string;
  readonly allowBlank: boolean;
  /** `stop` forbids, `warning` asks. */
  readonly strength: "stop" | "warning";
}

/** Colours a cell when the formula (relative to the area's first cell, without `=`) is TRUE. */
export interface ConditionalStyle {
  readonly area: Area;
  readonly formula: string;
  readonly style: ConditionName;
}

export interface PrintSetup {
  readonly landscape: boolean;
  /** A4 when left out. */
  readonly paper?: "A4" | "A3";
  /** Pages side by side into which the columns are fitted; 1 when left out. */
  readonly pagesWide?: number;
  /** Columns that repeat on every printed page. */
  readonly repeatColumns?: readonly [first: number, last: number];
  /** Rows that repeat on every printed page. */
  readonly repeatRows?: readonly [first: number, last: number];
  readonly printArea?: Area;
  /** Margins in millimetres. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly footer?: string;
}

export interface PageRow {
  /** From 1; rows with neither cells nor a height of their own are left out. */
  readonly row: number;
  /** By column, from 1. */
  readonly cells: ReadonlyMap<number, PageCell>;
  /** Points. */
  readonly height?: number | undefined;
  readonly hidden?: boolean;
  /** Given where the row is made only when somebody looks at it, see `laterRow`. Its cells share no formula. */
  readonly facts?: RowFacts;
}

/** What is known of a row before it is made. */
export interface RowFacts {
  readonly row: number;
  /** Of all that the row depends on, the round and its units aside (`textMark`): in two printings of one round, equal marks mean equal rows. */
  readonly mark: number;
  /** Its last column with a cell. */
  readonly columns: number;
  readonly links: readonly RowLink[];
  /** Given where the row does not depend on its own number: it may stand higher or lower in the next printing. */
  readonly movable?: true;
}

/** The address that a cell of a row opens. */
export interface RowLink {
  readonly column: number;
  readonly link: string;
}

export interface Page {
  readonly name: string;
  readonly visibility: Visibility;
  /** Width in characters, by column from 1. */
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: readonly PageRow[];
  readonly merges: readonly Area[];
  readonly validations: readonly Validation[];
  readonly conditions: readonly ConditionalStyle[];
  readonly print: PrintSetup;
  /** Locked cells cannot be changed without unprotecting; column widths and row heights still can. */
  readonly protected: boolean;
  /** Rows and columns that stay in sight. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: Area;
  readonly tab?: "input" | "output" | "help";
  /**
   * A cell in each look that the rows usually have, given where a row's bytes must not depend on what other rows say: its texts and
   * the numbers of its looks are then its own.
   */
  readonly looks?: readonly PageCell[];
}

export interface PageName {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  /** For a name that people do not see: what it says for the program. */
  readonly hidden?: { readonly comment: string };
}

export interface Book {
  readonly title: string;
  readonly pages: readonly Page[];
  readonly names: readonly PageName[];
}
