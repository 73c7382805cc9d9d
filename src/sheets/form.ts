// The form (biểu mẫu) that a unit fills in: report, lists, self-check, guide and hidden sheet, drawn once from one layout.
import type { RoundDefinition } from "../core/definition/definition.js";
import type { Figures } from "../core/figure/figures.js";
import type { FormLayout } from "../core/submission/form-layout.js";
import { reference } from "../core/definition/resolution.js";
import { tidy } from "../core/text.js";
import type { Unit } from "../core/definition/unit.js";
import { formColumns } from "./form-columns.js";
import type { FormDraft } from "./form-draft.js";
import { formDraft, layoutOf, REPORT_SHEET } from "./form-draft.js";
import { drawHidden, hiddenPage } from "./form-hidden.js";
import { formLive } from "./form-live.js";
import type { Place } from "./form-places.js";
import { placeValues } from "./form-places.js";
import { drawOverall, drawReport, reportFooter, reportPage } from "./form-report.js";
import { drawGuide, guidePage } from "./guide.js";
import { drawList, listPage } from "./list-sheet.js";
import type { Book } from "./page.js";
import { checkPage, drawSelfCheck } from "./self-check.js";

interface DrawnForm {
  readonly book: Book;
  readonly layout: FormLayout;
  readonly places: readonly Place[];
}

/** The form of one unit. `previous`: its figures of the period before, null or left out when unknown. */
export function formBook(definition: RoundDefinition, unit: Unit, options: { readonly previous?: Figures | null } = {}): Book {
  return drawForm(formDraft(definition, unit, options.previous ?? null)).book;
}

/** Where everything stands in the forms of units of one kind. Kept per definition, so asking again costs nothing. */
export function formLayout(definition: RoundDefinition, unitKind: string): FormLayout {
  return blankForm(definition, unitKind).layout;
}

/** The cells that differ between the forms of units of one kind, in a fixed order; rows and columns count from 1. */
export function formPlaces(
  definition: RoundDefinition,
  unitKind: string,
): readonly { readonly sheet: string; readonly row: number; readonly column: number }[] {
  return blankForm(definition, unitKind).places;
}

/** What stands in `formPlaces` for a unit: words, numbers (dates as day numbers), null for an empty cell. */
export function formValues(definition: RoundDefinition, unit: Unit, previous: Figures | null): (string | number | null)[] {
  return placeValues(blankForm(definition, unit.kind).places, definition, unit, previous);
}

/** Sheets whose printed footer differs between units. */
export const FORM_FOOTERS: readonly string[] = [REPORT_SHEET];

/** What stands in `FORM_FOOTERS` for a unit. */
export function formFooters(definition: RoundDefinition, unit: Unit): readonly string[] {
  return [reportFooter(definition, unit)];
}

/** `<unit code>_<form symbol>_<period>.xlsx`, in characters that every file system and mail program takes. */
export function formFileName(definition: RoundDefinition, unit: Unit): string {
  const parts = [unit.code, definition.form.symbol, definition.period.id].map(safePart);
  return `${parts.join("_")}.xlsx`;
}

/** Text as part of a file name that every system takes. */
export function safePart(text: string): string {
  const plain = tidy(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replace(/đ/gu, "d")
    .replace(/Đ/gu, "D");
  const safe = plain.replace(/[^A-Za-z0-9.-]+/gu, "-").replace(/^[.-]+|[.-]+$/gu, "");
  return safe === "" ? "X" : safe;
}

const drawn = new WeakMap<RoundDefinition, Map<string, DrawnForm>>();

/** The form of a nameless unit of the kind. */
function blankForm(definition: RoundDefinition, kind: string): DrawnForm {
  const kinds = drawn.get(definition) ?? new Map<string, DrawnForm>();
  drawn.set(definition, kinds);
  const known = kinds.get(kind);
  if (known !== undefined) return known;
  const nobody: Unit = { code: "", name: "", aliases: [], kind, parent: null, email: null };
  const made = drawForm(formDraft(definition, nobody, null));
  kinds.set(kind, made);
  return made;
}

function drawForm(draft: FormDraft): DrawnForm {
  const { definition, parts } = draft;
  const live = formLive(draft);
  const report = reportPage(draft);
  const lists = parts.lists.map((list) => ({ list, page: listPage(draft, list) }));
  const check = checkPage(draft);
  const guide = guidePage(draft);
  const hidden = hiddenPage();
  const places = drawReport(draft, report, live);
  drawOverall(draft, report, drawSelfCheck(draft, check, live, places));
  for (const { list, page } of lists) drawList(draft, page, list);
  drawGuide(draft, guide);
  drawHidden(draft, hidden);
  const pages = [report, ...lists.map(({ page }) => page), check, guide, hidden];
  const columns = formColumns(draft.shownBefore.size > 0);
  // Without the unit: the title is copied into the forms of all units of the kind.
  const title = [definition.form.symbol, reference(definition.resolution), definition.period.label];
  return {
    book: { title: title.filter((part) => part !== "").join(" – "), pages: pages.map((page) => page.page()), names: draft.names },
    layout: layoutOf(draft, pages, { rowCode: columns.rowCode, label: columns.label }),
    places: draft.places,
  };
}
