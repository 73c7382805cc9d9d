// A submission is a filled form, read: the figures of one unit and period, with the places where they stood.
import type { Figures } from "./figures.js";

/** Where an input was found. */
export interface Place {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
}

export interface Submission {
  /** Unit code. */
  readonly unit: string;
  /** Period id. */
  readonly period: string;
  /** Lần báo cáo: 1, 2, 3 … */
  readonly submissionNumber: number;
  readonly figures: Figures;
  /** Giải trình by target id (or rule id); blank ones are left out. */
  readonly explanations: ReadonlyMap<string, string>;
  /** By input name, and `listRowKey` for cells of lists; absent when the submission was not read from a form. */
  readonly places?: ReadonlyMap<string, Place>;
  /** Names of inputs where something stands that could not be read. */
  readonly unreadable?: ReadonlySet<string>;
}
