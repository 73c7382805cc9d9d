// A page of a workbook as an HTML table: what will stand in the file, before it is saved.
import type { Page, PageCell, PageRow } from "../sheets/page.js";
import type { ConditionName, Style } from "../sheets/styles.js";
import { CONDITIONS, STYLES } from "../sheets/styles.js";
import type { PagePreview } from "./engine.js";
import { button, el } from "./dom.js";
import { drawInParts } from "./pictures.js";
import { conditionAt } from "./preview-conditions.js";
import { shownValue } from "./preview-value.js";
import type { Words } from "./words.js";

/** Rows that are drawn at first, and added by each press on the button below. */
const PREVIEW_ROWS = 40;
/** Cells that are drawn between two pictures. */
const CELLS_AT_ONCE = 200;
const CHARACTER_PX = 7.4;

/**
 * A preview with a tab for each sheet. Content is fetched when it is shown.
 * @param fetch gives the first `rows` rows of a sheet
 */
export function previewView(id: string, words: Words, fetch: (sheet: number, rows: number) => Promise<PagePreview>): HTMLElement {
  const frame = el("div", { class: "preview" }, el("p", { class: "hint" }, words.preview.loading));
  const show = async (sheet: number, rows: number, focus: boolean): Promise<void> => {
    const preview = await fetch(sheet, rows);
    frame.replaceChildren(...content(id, preview, words, (next, count) => void show(next, count, true)));
    if (focus) frame.querySelector<HTMLElement>(`#${id}-sheet-${String(preview.sheet)}`)?.focus();
  };
  void show(0, PREVIEW_ROWS, false);
  return frame;
}

function content(id: string, preview: PagePreview, words: Words, show: (sheet: number, rows: number) => void): HTMLElement[] {
  const { sheets, sheet, page, rows } = preview;
  const drawn = page.rows.length;
  const tabs = sheets.map((name, index) =>
    button(name, () => show(index, PREVIEW_ROWS), {
      look: "quiet",
      id: `${id}-sheet-${String(index)}`,
      "aria-pressed": String(index === sheet),
    }),
  );
  return [
    el("div", { class: "tabs", role: "group", "aria-label": words.preview.sheets }, ...tabs),
    el("div", { class: "paper-frame", tabindex: 0, role: "group", "aria-label": page.name }, pageTable(page)),
    el("p", { class: "hint" }, drawn < rows ? words.preview.rows(drawn, rows) : words.preview.hint),
    ...(drawn < rows
      ? [button(words.more(Math.min(PREVIEW_ROWS, rows - drawn)), () => show(sheet, drawn + PREVIEW_ROWS), { look: "link" })]
      : []),
  ];
}

/** The page as a table; merged areas become spans, hidden rows and columns are left out. */
export function pageTable(page: Page): HTMLTableElement {
  const shown = page.columns.map((column) => column.hidden !== true);
  const covered = new Map<string, { readonly across: number; readonly down: number } | null>();
  for (const { top, left, bottom, right } of page.merges) {
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) covered.set(`${String(row)}:${String(column)}`, null);
    const across = shown.slice(left - 1, right).filter(Boolean).length;
    covered.set(`${String(top)}:${String(left)}`, { across, down: bottom - top + 1 });
  }
  const columns = page.columns.flatMap((column, index) =>
    shown[index] ? [sized("col", { width: `${String(Math.round(column.width * CHARACTER_PX))}px` })] : [],
  );
  const width = page.columns.reduce((sum, column, index) => sum + (shown[index] ? column.width * CHARACTER_PX : 0), 0);
  const body = el("tbody");
  const made = el("table", { class: "paper", role: "presentation" }, el("colgroup", {}, ...columns), body);
  made.style.width = `${String(Math.round(width))}px`;
  void drawRows(page, body, shown, covered);
  return made;
}

type Covered = ReadonlyMap<string, { readonly across: number; readonly down: number } | null>;

function drawRows(page: Page, body: HTMLElement, shown: readonly boolean[], covered: Covered): Promise<void> {
  const rows = page.rows.filter((row) => row.hidden !== true);
  const atOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, shown.length)));
  return drawInParts(rows, atOnce, (part) => body.append(...part.map((row) => tableRow(page, row, shown, covered))));
}

function tableRow(page: Page, row: PageRow, shown: readonly boolean[], covered: Covered): HTMLTableRowElement {
  const made = sized("tr", { height: `${String(row.height ?? 15)}pt` });
  shown.forEach((visible, index) => {
    if (!visible) return;
    const span = covered.get(`${String(row.row)}:${String(index + 1)}`);
    if (span === null) return;
    made.append(tableCell(page, row.row, index + 1, row.cells.get(index + 1), span));
  });
  return made;
}

function tableCell(
  page: Page,
  row: number,
  column: number,
  cell: PageCell | undefined,
  span: { readonly across: number; readonly down: number } | undefined,
): HTMLTableCellElement {
  const made = el("td", { colspan: span?.across, rowspan: span?.down });
  if (cell === undefined) return made;
  const text = shownValue(cell);
  made.textContent = text;
  applyStyle(made, STYLES[cell.style], text);
  const condition = conditionAt(page, row, column);
  if (condition !== null) applyCondition(made, condition);
  return made;
}

function applyStyle(made: HTMLElement, style: Style, text: string): void {
  const set = made.style;
  if (style.bold) set.fontWeight = "bold";
  if (style.italic) set.fontStyle = "italic";
  if (style.underline) set.textDecoration = "underline";
  if (style.size !== undefined) set.fontSize = `${String(style.size)}pt`;
  if (style.color !== undefined) set.color = `#${style.color}`;
  if (style.fill !== undefined) set.backgroundColor = `#${style.fill}`;
  if (style.border === "all") made.classList.add("ruled");
  set.textAlign = style.align ?? (/^-?[\d.,]+%?$/u.test(text) ? "right" : "left");
  set.verticalAlign = style.vertical ?? "bottom";
  if (!style.wrap) made.classList.add("line");
  if (!style.wrap && style.border !== "all" && style.align === undefined) made.classList.add("spill");
  if (style.indent !== undefined) set.paddingLeft = `${String(style.indent + 0.4)}em`;
}

function applyCondition(made: HTMLElement, name: ConditionName): void {
  const look = CONDITIONS[name];
  if (look.fill !== null) made.style.backgroundColor = `#${look.fill}`;
  if (look.color !== null) made.style.color = `#${look.color}`;
  if (look.bold) made.style.fontWeight = "bold";
}

function sized<K extends "col" | "tr">(tag: K, style: Partial<CSSStyleDeclaration>): HTMLElementTagNameMap[K] {
  const made = el(tag);
  Object.assign(made.style, style);
  return made;
}
