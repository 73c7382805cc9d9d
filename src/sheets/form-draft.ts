// A form while it is being drawn. Pages, names and the layout by which it is read again are collected in one pass, so that no row stands twice.
import { columnLetters } from "../core/cells.js";
import type { RoundDefinition } from "../core/definition/definition.js";
import type { Field, List } from "../core/definition/field.js";
import type { Figures } from "../core/figure/figures.js";
import type {
  FormLayout,
  InputRole,
  LayoutFormula,
  LayoutInput,
  LayoutList,
  LayoutText,
} from "../core/submission/form-layout.js";
import type { Unit } from "../core/definition/unit.js";
import type { KindParts } from "./form-outline.js";
import { partsOfKind, previousFields } from "./form-outline.js";
import { cellKey } from "../core/cells.js";
import type { Place } from "./form-places.js";
import { placeValue } from "./form-places.js";
import type { Area, PageName, PageValue } from "./page.js";
import type { PageDraft } from "./page-draft.js";
import { cellArea } from "./page-draft.js";
import { inputStyle, needsWordCells, wordsOf } from "./field-words.js";
import type { StyleName } from "./styles.js";

export const REPORT_SHEET = "Báo cáo";
export const CHECK_SHEET = "Tự kiểm tra";
export const GUIDE_SHEET = "Hướng dẫn";

/** Where the report names the unit; other sheets repeat it. */
export const UNIT_ROW = 2;
const UNIT_COLUMN = 2;

/** Inputs that every form has. Names that begin with `_` cannot be the id of a field. */
export const SUBMISSION_NUMBER = "lan_bao_cao";
export const DOCUMENT_NUMBER = "_so_van_ban";
export const DOCUMENT_DATE = "_ngay_van_ban";
export const SIGNER_NAME = "_nguoi_ky";
export const EXPLANATION = "_giai_trinh";

/** Where a name's cells are, and under which name a long choice's words stand. */
export interface FormDraft {
  readonly definition: RoundDefinition;
  readonly unit: Unit;
  readonly previous: Figures | null;
  readonly parts: KindParts;
  /** Fields whose figure of the period before is shown. */
  readonly shownBefore: ReadonlySet<string>;
  readonly listSheets: ReadonlyMap<string, string>;
  readonly inputs: LayoutInput[];
  readonly lists: LayoutList[];
  readonly texts: LayoutText[];
  readonly formulas: LayoutFormula[];
  readonly places: Place[];
  readonly names: PageName[];
  /** Words of long choices by the defined name under which they stand. */
  readonly wordCells: Map<string, readonly string[]>;
}

/** An empty draft for a unit (of its kind). */
export function formDraft(definition: RoundDefinition, unit: Unit, previous: Figures | null): FormDraft {
  const parts = partsOfKind(definition, unit.kind);
  return {
    definition,
    unit,
    previous,
    parts,
    shownBefore: new Set(previousFields(parts)),
    listSheets: listSheets(parts.lists),
    inputs: [],
    lists: [],
    texts: [],
    formulas: [],
    places: [],
    names: [],
    wordCells: new Map(),
  };
}

function listSheets(lists: readonly List[]): ReadonlyMap<string, string> {
  const taken = new Set([REPORT_SHEET, CHECK_SHEET, GUIDE_SHEET].map((name) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const list of lists) {
    const name = sheetName(list.label, taken);
    taken.add(name.toLowerCase());
    names.set(list.id, name);
  }
  return names;
}

/** A legal, unused sheet name: at most 31 characters, none of `[]:*?/\`, no apostrophe at the ends. */
function sheetName(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .replace(/[[\]:*?/\\]/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^'+|'+$/gu, "")
    .trim();
  const base = plain === "" ? "Danh sách" : plain;
  for (let n = 1; ; n++) {
    const ending = n === 1 ? "" : ` ${String(n)}`;
    const name = base.slice(0, 31 - ending.length).trim() + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A printed text that the unit must not change. */
export function putText(
  draft: FormDraft,
  page: PageDraft,
  area: Area,
  text: string,
  style: StyleName,
  more: { rowCode?: string; link?: string } = {},
): void {
  page.span(area, { value: text, style, ...(more.link === undefined ? {} : { link: more.link }) });
  if (text === "") return;
  const { top: row, left: column } = area;
  draft.texts.push({ sheet: page.frame.name, row, column, text, rowCode: more.rowCode ?? null });
}

/** A printed formula with its result. */
export function putFormula(
  draft: FormDraft,
  page: PageDraft,
  area: Area,
  formula: { readonly text: string; readonly value: PageValue },
  style: StyleName,
  shows: LayoutFormula["shows"],
  more: { rowCode?: string; format?: string; widest?: string; asAbove?: true } = {},
): void {
  const format = more.format === undefined ? {} : { format: more.format };
  const asAbove = more.asAbove === undefined ? {} : { asAbove: more.asAbove };
  page.span(area, { value: formula.value, formula: formula.text, style, ...format, ...asAbove });
  page.grow(area.top, more.widest ?? "", style, page.width(area.left, area.right));
  const { top: row, left: column } = area;
  draft.formulas.push({ sheet: page.frame.name, row, column, formula: formula.text, rowCode: more.rowCode ?? null, shows });
}

/** The unit's name as the report has it. Forms are stamped after they are drawn, so the formula is sent out without a result. */
export function putUnitName(page: PageDraft, area: Area): void {
  const { row, column } = { row: UNIT_ROW, column: columnLetters(UNIT_COLUMN) };
  page.span(area, { value: null, formula: `'${REPORT_SHEET}'!$${column}$${String(row)}`, style: "headingBold" });
}

/** An input cell: unlocked, with its workbook-level name. */
export function putInput(
  draft: FormDraft,
  page: PageDraft,
  area: Area,
  input: { readonly role: InputRole; readonly name: string; readonly rowCode: string | null; readonly label: string },
  look: { readonly style: StyleName; readonly value?: PageValue },
): void {
  page.span(area, { value: look.value ?? null, style: look.style, unlocked: true });
  draft.inputs.push({ ...input, sheet: page.frame.name, row: area.top, column: area.left });
  nameCell(draft, page, input.name, cellArea(area.top, area.left));
}

/** A text that differs between units of one kind. */
export function putPlace(
  draft: FormDraft,
  page: PageDraft,
  area: Area,
  what: Place["what"],
  style: StyleName,
  more: { unlocked?: boolean; format?: string } = {},
): void {
  const value = placeValue(what, draft.definition, draft.unit, draft.previous);
  page.span(area, { value, style, ...more });
  draft.places.push({ sheet: page.frame.name, row: area.top, column: area.left, what });
}

/** Gives cells a workbook-level name. */
export function nameCell(draft: FormDraft, page: PageDraft, name: string, area: Area): void {
  draft.names.push({ name, sheet: page.frame.name, area });
}

/** Name of the cells in which a long choice's words stand, or null when they fit into the drop-down itself. */
export function wordsName(draft: FormDraft, name: string, field: Field): string | null {
  if (!needsWordCells(field)) return null;
  const cells = `_danh_muc_${name}`;
  draft.wordCells.set(cells, wordsOf(field) ?? []);
  return cells;
}

/** Look of an input, with the number format of what it holds. */
export function styleOf(field: Field): StyleName {
  return inputStyle(field);
}

/** What the reader of submissions needs, from a finished draft. */
export function layoutOf(draft: FormDraft, pages: readonly PageDraft[], columns: { rowCode: number; label: number }): FormLayout {
  return {
    sheets: pages.filter((page) => page.frame.visibility === "visible").map((page) => page.frame.name),
    tableSheet: REPORT_SHEET,
    rowCodeColumn: columns.rowCode,
    labelColumn: columns.label,
    inputs: draft.inputs,
    lists: draft.lists,
    texts: draft.texts,
    formulas: draft.formulas,
    extents: pages.map((page) => ({ sheet: page.frame.name, ...page.extent(), printed: printedOn(draft, page) })),
    unitName: draft.places.find(({ what }) => what.kind === "heading" && what.part === "issuer") ?? null,
  };
}

/** What a page prints in the form of any unit of the kind: also what differs between units, which a nameless unit's form leaves empty. */
function printedOn(draft: FormDraft, page: PageDraft): ReadonlyMap<number, string> {
  const printed = new Map(page.printed());
  for (const { sheet, row, column } of draft.places) {
    const key = cellKey(row, column);
    if (sheet === page.frame.name && !printed.has(key)) printed.set(key, "");
  }
  return printed;
}
