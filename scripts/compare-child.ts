// The process of `compare-readers.ts`: reads one workbook with our reader and with one other, and answers what differs.
import { readFileSync } from "node:fs";
import { OTHERS, ourReading, type CellView, type Other } from "../test/helpers/book-views.js";
import { compareViews } from "../test/helpers/compare-views.js";

export interface CompareTask {
  readonly file: string;
  /** Null asks for our own reading under both codecs. */
  readonly who: Other | null;
}

/** A difference as it goes into the report. */
export interface SeenDifference {
  readonly who: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly ours: CellView | string | null;
  readonly theirs: CellView | string | null;
}

export type CompareAnswer =
  | {
      readonly kind: "ours";
      readonly refused: string | null;
      readonly sheets: number;
      readonly cells: number;
      readonly same: boolean;
    }
  | { readonly kind: "refused"; readonly message: string }
  | {
      readonly kind: "compared";
      readonly cells: number;
      readonly same: number;
      readonly named: readonly (readonly [string, number])[];
      readonly unexplained: number;
      readonly shown: readonly SeenDifference[];
    };

const MOST_SHOWN = 20;

async function answer({ file, who }: CompareTask): Promise<CompareAnswer> {
  const bytes = readFileSync(file);
  const { view, refused, same } = ourReading(bytes);
  if (who === null || view === null) {
    const sheets = view?.sheets ?? [];
    return { kind: "ours", refused, same, sheets: sheets.length, cells: sheets.reduce((sum, { cells }) => sum + cells.size, 0) };
  }
  let theirs;
  try {
    theirs = await OTHERS[who](bytes);
  } catch (problem) {
    return { kind: "refused", message: problem instanceof Error ? problem.message : String(problem) };
  }
  const { cells, same: alike, named, unexplained } = compareViews(view, theirs, who);
  const shown = unexplained
    .slice(0, MOST_SHOWN)
    .map(({ sheet, cell, ours, theirs: other }) => ({ who, sheet, cell, ours, theirs: other }));
  return { kind: "compared", cells, same: alike, named: [...named], unexplained: unexplained.length, shown };
}

process.on("message", (task: CompareTask) => {
  void answer(task).then((result) => process.send?.(result));
});
