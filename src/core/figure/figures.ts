// The figures of one unit (or of a total) as they enter formulas.

/** A number (count, decimal; yes/no is 1 or 0), words (text, choice; a date as `YYYY-MM-DD`), or null when blank. */
export type FigureValue = number | string | null;

/** One row of a list, by column id (local, without the list's id). */
export type ListRow = ReadonlyMap<string, FigureValue>;

export interface Figures {
  /** By field id; a field that is absent is blank. */
  readonly values: ReadonlyMap<string, FigureValue>;
  /** By list id. */
  readonly lists: ReadonlyMap<string, readonly ListRow[]>;
}

/** No figure at all. */
export const NO_FIGURES: Figures = { values: new Map(), lists: new Map() };
