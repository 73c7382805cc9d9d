// Two views of one workbook, cell by cell. A difference either has a name (see `named-differences.ts`) or is unexplained.
import { address, keyColumn, keyRow } from "../../src/core/cells.js";
import type { BookView, CellView, Other, SheetView } from "./book-views.js";
import { NAMED } from "./named-differences.js";
import { sameCell } from "./same-cell.js";

/** One cell, or a whole sheet when `cell` is null, that two readers see in two ways; null where a reader sees none. */
export interface Difference {
  readonly who: Other;
  readonly sheet: string;
  readonly cell: string | null;
  readonly ours: CellView | null;
  readonly theirs: CellView | null;
  readonly book: { readonly ours: BookView; readonly theirs: BookView };
  readonly sheets: { readonly ours: SheetView | null; readonly theirs: SheetView | null };
}

export interface Comparison {
  /** Cells that at least one of the two sees, and those that both see alike. */
  readonly cells: number;
  readonly same: number;
  /** Number of differences by name. */
  readonly named: ReadonlyMap<string, number>;
  readonly unexplained: readonly Difference[];
}

/** Compares what we see with what another reader sees. */
export function compareViews(ours: BookView, theirs: BookView, who: Other): Comparison {
  const named = new Map<string, number>();
  const unexplained: Difference[] = [];
  let [cells, same] = [0, 0];
  const book = { ours, theirs };
  const judge = (difference: Difference): void => {
    const name = NAMED.find((one) => one.who === who && one.is(difference))?.name;
    if (name === undefined) unexplained.push(difference);
    else named.set(name, (named.get(name) ?? 0) + 1);
  };
  for (const [sheet, sheets] of pairs(ours, theirs)) {
    if (sheets.ours === null || sheets.theirs === null) {
      judge({ who, sheet, cell: null, ours: null, theirs: null, book, sheets });
      continue;
    }
    for (const key of new Set([...sheets.ours.cells.keys(), ...sheets.theirs.cells.keys()])) {
      const [one, other] = [sheets.ours.cells.get(key) ?? null, sheets.theirs.cells.get(key) ?? null];
      if (one === null && other?.as === "merged") continue;
      cells++;
      if (sameCell(one, other, ours.date1904)) same++;
      else judge({ who, sheet, cell: address(keyRow(key), keyColumn(key)), ours: one, theirs: other, book, sheets });
    }
  }
  return { cells, same, named, unexplained };
}

/** Sheets by name, in our order, then those that only the other reader sees. */
function pairs(ours: BookView, theirs: BookView): readonly (readonly [string, Difference["sheets"]])[] {
  const [one, other] = [byName(ours), byName(theirs)];
  return [...new Set([...one.keys(), ...other.keys()])].map((name) => [
    name,
    { ours: one.get(name) ?? null, theirs: other.get(name) ?? null },
  ]);
}

function byName({ sheets }: BookView): ReadonlyMap<string, SheetView> {
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}
