// What a form's layout says about each of its sheets, worked out once per layout: codes, names, headings, printed texts.
import type { FormLayout, LayoutText } from "./form-layout.js";

export interface SheetPlan {
  /** Row codes of the sheet. */
  readonly codes: ReadonlySet<string>;
  /** Defined names of its inputs and list columns. */
  readonly names: readonly string[];
  readonly texts: readonly LayoutText[];
  /** Texts of the heading row of its table; none when it has no table. */
  readonly headings: readonly LayoutText[];
  /** All printed texts. */
  readonly printed: ReadonlySet<string>;
  /** Printed texts by row. */
  readonly byRow: ReadonlyMap<number, readonly LayoutText[]>;
}

/** A table has at least so many headed columns. */
const LEAST_HEADINGS = 3;

const plans = new WeakMap<FormLayout, Map<string, SheetPlan>>();

/** The plan of a sheet of the layout. */
export function sheetPlan(layout: FormLayout, sheet: string): SheetPlan {
  const known = plans.get(layout) ?? new Map<string, SheetPlan>();
  plans.set(layout, known);
  const plan = known.get(sheet) ?? makePlan(layout, sheet);
  known.set(sheet, plan);
  return plan;
}

function makePlan(layout: FormLayout, sheet: string): SheetPlan {
  const here = <T extends { readonly sheet: string }>(parts: readonly T[]): readonly T[] =>
    parts.filter((part) => part.sheet === sheet);
  const coded = [...here(layout.inputs), ...here(layout.texts), ...here(layout.formulas)];
  const texts = here(layout.texts);
  return {
    codes: new Set(coded.flatMap(({ rowCode }) => (rowCode === null ? [] : [rowCode]))),
    names: [
      ...here(layout.inputs).map((input) => input.name),
      ...here(layout.lists).flatMap((list) => list.columns.map((column) => column.name)),
    ],
    texts,
    headings: headingsOf(texts),
    printed: new Set(texts.map((text) => text.text)),
    byRow: byRow(texts),
  };
}

/** The row with most of the texts that carry no row code. */
function headingsOf(texts: readonly LayoutText[]): readonly LayoutText[] {
  const rows = byRow(texts.filter((text) => text.rowCode === null));
  const longest = [...rows.values()].reduce<readonly LayoutText[]>((best, row) => (row.length > best.length ? row : best), []);
  return longest.length >= LEAST_HEADINGS ? longest : [];
}

function byRow(texts: readonly LayoutText[]): ReadonlyMap<number, readonly LayoutText[]> {
  const rows = new Map<number, LayoutText[]>();
  for (const text of texts) rows.set(text.row, [...(rows.get(text.row) ?? []), text]);
  return rows;
}
