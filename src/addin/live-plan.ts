// Before anything is written: where each page goes in the open workbook, and whether something of somebody else stands there.
import type { Area, Book, Page } from "../sheets/page.js";
import { address } from "../core/cells.js";
import type { Grid } from "./live-entries.js";
import { gridOf } from "./live-entries.js";
import { LiveFault, quoted } from "./live-fault.js";
import { can } from "./support.js";
import type { AreaRecord } from "./live-records.js";
import { recordsOf } from "./live-records.js";
import { rangeOf } from "./live-looks.js";
import { sentences } from "./sentences.js";

/** One page and the sheet that it goes to. */
export interface Place {
  readonly page: Page;
  readonly grid: Grid;
  /** Our area of the run before; null on a sheet that is new, or empty. */
  readonly record: AreaRecord | null;
  /** True when the sheet is there already. */
  readonly there: boolean;
  /** The name of the sheet as the workbook writes it. */
  readonly sheetName: string;
}

export interface Plan {
  readonly places: readonly Place[];
  /** All names of the workbook, so that a new one is free. */
  readonly names: readonly string[];
  /** True for a workbook that can be changed but not saved under its name. */
  readonly readOnly: boolean;
}

/**
 * Finds the sheets of a book in the open workbook.
 * @throws LiveFault when writing would go over something that is not ours; nothing has been written then
 */
export async function planWriting(context: Excel.RequestContext, book: Book): Promise<Plan> {
  if (Office.context.document.mode === Office.DocumentMode.ReadOnly) throw new LiveFault(sentences().readOnly);
  const { worksheets, names, protection } = context.workbook;
  protection.load("protected");
  if (can("readOnlyKnown")) context.workbook.load("readOnly");
  worksheets.load("items/name");
  names.load("items/name,items/formula,items/comment");
  await context.sync();
  const sheets = new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const records = recordsOf(
    names.items,
    worksheets.items.map(({ name }) => name),
  );
  const places = book.pages.map((page): Place => {
    const sheet = sheets.get(page.name.toLowerCase());
    return {
      page,
      grid: gridOf(page),
      there: sheet !== undefined,
      sheetName: sheet?.name ?? page.name,
      record: sheet === undefined ? null : (records.get(sheet.name) ?? null),
    };
  });
  refuseChanged(places);
  if (protection.protected && places.some(({ there }) => !there)) throw new LiveFault(sentences().protectedStructure);
  await refuseForeign(context, places);
  const readOnly = can("readOnlyKnown") && context.workbook.readOnly;
  return { places, names: names.items.map(({ name }) => name), readOnly };
}

function refuseChanged(places: readonly Place[]): void {
  for (const { page, record } of places) {
    if (record?.moved === true) throw new LiveFault(sentences().movedArea(page.name));
    if (record?.complete === true && page.tab === "input") throw new LiveFault(sentences().controlThere(page.name));
  }
}

/** What may stand in the way: a sheet without a record of ours, or an area that a page newly reaches. */
type Strip = { readonly place: Place } & (
  { readonly used: Excel.Range; readonly area: null } | { readonly used: null; readonly area: Area; readonly range: Excel.Range }
);

/** Loads what stands where pages will newly reach, in one exchange, and throws when that is not empty. */
async function refuseForeign(context: Excel.RequestContext, places: readonly Place[]): Promise<void> {
  const present = places.filter(({ there }) => there);
  if (present.length === 0) return;
  const strips = present.flatMap((place) => stripsOf(context, place));
  const locks = present.map(({ page }) => context.workbook.worksheets.getItem(page.name).protection.load("protected"));
  await context.sync();
  const locked = present.filter((_, i) => locks[i]!.protected).map(({ page }) => page.name);
  if (locked.length > 0) throw new LiveFault(sentences().protectedSheets(quoted(locked)));
  for (const strip of strips) {
    const { name } = strip.place.page;
    if (strip.used !== null) {
      if (strip.used.isNullObject) continue;
      throw new LiveFault(strip.place.page.tab === "input" ? sentences().controlThere(name) : sentences().foreignSheet(name));
    }
    const found = firstFilled(strip.range.values as unknown[][], strip.area);
    if (found !== null) throw new LiveFault(sentences().inTheWay(name, found));
  }
}

function stripsOf(context: Excel.RequestContext, place: Place): Strip[] {
  const sheet = context.workbook.worksheets.getItem(place.page.name);
  if (place.record === null) return [{ place, used: sheet.getUsedRangeOrNullObject(true).load("rowIndex"), area: null }];
  const areas = newStrips(place.grid, place.record);
  return areas.map((area) => ({ place, used: null, area, range: rangeOf(sheet, area).load("values") }));
}

/** The areas that a grid covers and the record does not: below it, and to its right. */
function newStrips({ rows, columns }: Grid, record: AreaRecord): Area[] {
  const below = { top: record.rows + 1, left: 1, bottom: rows, right: columns };
  const beside = { top: 1, left: record.columns + 1, bottom: Math.min(rows, record.rows), right: columns };
  return [below, beside].filter(({ top, left, bottom, right }) => bottom >= top && right >= left);
}

function firstFilled(values: readonly (readonly unknown[])[], { top, left }: Area): string | null {
  for (const [i, line] of values.entries()) {
    const j = line.findIndex((value) => value !== "");
    if (j >= 0) return address(top + i, left + j);
  }
  return null;
}
