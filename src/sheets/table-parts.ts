// Small parts from which the sheets of the consolidated workbook are put together: cells, rows, a table with heading and filter.
import { columnLetters } from "../core/cells.js";
import type { Field } from "../core/definition/field.js";
import type { FigureValue } from "../core/figure/figures.js";
import { laterRow, linkFacts } from "./later-row.js";
import { textMark } from "./mark.js";
import type { Area, Page, PageCell, PageRow, PageValue, PrintSetup, RowFacts } from "./page.js";
import type { StyleName } from "./styles.js";
import type { Style } from "./styles.js";
import { STYLES } from "./styles.js";
import { fitHeight } from "./text-fit.js";

/** Excel opens no more links than this on one sheet; rows beyond it show the path as text. */
export const MOST_LINKS = 60_000;

/** A cell with a value. Blank text is an empty cell. */
export function cell(value: PageValue, style: StyleName, format?: string): PageCell {
  return { value: value === "" ? null : value, style, ...(format === undefined ? {} : { format }) };
}

/** A live cell with its computed value. */
export function live(formula: string, value: PageValue, style: StyleName, format?: string): PageCell {
  return { value, formula, style, ...(format === undefined ? {} : { format }) };
}

/** A text that opens a file or a place; plain when there is no address. */
export function linked(text: string, link: string | null, style: StyleName = "text"): PageCell {
  return link === null || text === "" ? cell(text, style) : { value: text, style: "link", link };
}

/** A row whose cells stand in columns 1, 2, 3 …; null leaves a column out. */
export function row(number: number, cells: readonly (PageCell | null)[], height?: number): PageRow {
  const map = new Map<number, PageCell>();
  cells.forEach((one, index) => {
    if (one !== null) map.set(index + 1, one);
  });
  return { row: number, cells: map, ...(height === undefined ? {} : { height }) };
}

const LOWEST_ROW = 18;

/** Height in points that shows the wrapped texts of a row whole; widths in characters, by column from 1. */
export function rowHeight(cells: ReadonlyMap<number, PageCell>, widths: readonly number[]): number {
  let height = LOWEST_ROW;
  for (const [column, { value, style }] of cells) {
    if (typeof value !== "string") continue;
    const width = widths[column - 1] ?? 10;
    const look: Style = STYLES[style];
    if (look.wrap === true && (value.length * 1.25 > width || value.includes("\n")))
      height = Math.max(height, fitHeight(value, look, width));
  }
  return height;
}

/** Number format of a figure: thousands by dot or comma as the reader's Excel is set, only the decimals that are there. */
export function numberFormat(value: number): string {
  const places = decimalPlaces(value);
  return places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`;
}

/** Decimals of a number as it is written, at most 6. */
export function decimalPlaces(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  if (/e/iu.test(text)) return 6;
  return Math.min(6, text.split(".")[1]?.length ?? 0);
}

/** The cell of a figure: a number, the words Có / Không, a date, or text; an empty framed cell when blank. */
export function figureCell(field: Pick<Field, "type">, value: FigureValue): PageCell {
  if (value === null || value === "") return BLANK;
  switch (field.type) {
    case "count":
    case "decimal":
      return typeof value === "number" ? cell(value, "number", numberFormat(value)) : cell(value, "text");
    case "yesno":
      return value === 1 ? YES : value === 0 ? NO : cell(value, "center");
    case "date":
      return typeof value === "string" ? cell({ date: value }, "date") : cell(value, "number");
    case "text":
      return cell(value, "label");
    case "choice":
      return cell(value, "center");
  }
}

const BLANK = cell(null, "number");
const YES = cell("Có", "center");
const NO = cell("Không", "center");
/** A cell that this kind of unit does not fill. */
export const NOT_ASKED = cell(null, "notAsked");

/** One column of a simple table. */
export interface TableColumn<Item> {
  readonly heading: string;
  /** Characters. */
  readonly width: number;
  readonly cell: (item: Item, index: number) => PageCell;
}

/** How to tell whether the row of an item is as it was. */
interface Later<Item> {
  /** All that the row depends on, its number and its link aside. */
  readonly mark: (item: Item) => number;
  readonly linkColumn: number;
  /** No cell but the link speaks of the number of the row. */
  readonly movable?: true;
}

/** A sheet with a title, one heading row (row 4) and one row an item from row 5 on; filtered, frozen below the heading. */
export interface SimpleTable<Item> {
  readonly sheet: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly TableColumn<Item>[];
  readonly items: readonly Item[];
  /** Columns that stay in sight and repeat on every page. */
  readonly keep: number;
  /** What stands below the heading when there is no item. */
  readonly empty: string;
  /** Given for tables that a large round makes long. */
  readonly later?: Later<Item>;
}

export const HEADING_ROW = 4;

export function tablePage<Item>(table: SimpleTable<Item>): Page {
  const head = row(
    HEADING_ROW,
    table.columns.map((column) => cell(column.heading, "tableHead")),
    headingHeight(table.columns),
  );
  const widths = table.columns.map(({ width }) => width);
  const items = table.items.map((item, index) => {
    const line = (): PageRow => {
      const made = row(
        HEADING_ROW + 1 + index,
        table.columns.map((column) => column.cell(item, index)),
      );
      return { ...made, height: rowHeight(made.cells, widths) };
    };
    return table.later === undefined ? line() : laterRow(factsOf(table, table.later, item, index), line);
  });
  const nothing = table.items.length === 0 ? [row(HEADING_ROW + 1, [cell(table.empty, "sheetSubtitle")])] : [];
  const last = HEADING_ROW + Math.max(1, table.items.length);
  return {
    name: table.sheet,
    visibility: "visible",
    columns: widths.map((width) => ({ width })),
    rows: [...titleRows(table.title, table.subtitle), head, ...items, ...nothing],
    merges: [],
    validations: [],
    conditions: [],
    print: printSetup(widths, [HEADING_ROW, HEADING_ROW], table.keep),
    protected: false,
    freeze: { rows: HEADING_ROW, columns: table.keep },
    ...(table.items.length === 0 ? {} : { filter: area(HEADING_ROW, 1, last, table.columns.length) }),
    tab: "output",
  };
}

function factsOf<Item>(table: SimpleTable<Item>, later: Later<Item>, item: Item, index: number): RowFacts {
  const { mark, linkColumn, movable } = later;
  const links = linkFacts(linkColumn, table.columns[linkColumn - 1]!.cell(item, index));
  const columns = table.columns.length;
  const whole = textMark(`${String(mark(item))} ${links[0]?.link ?? ""}`);
  return { row: HEADING_ROW + 1 + index, mark: whole, columns, links, ...(movable === undefined ? {} : { movable }) };
}

export function titleRows(title: string, subtitle: string): PageRow[] {
  return [row(1, [cell(title, "sheetTitle")], 24), row(2, [cell(subtitle, "sheetSubtitle")], 18)];
}

export function area(top: number, left: number, bottom: number, right: number): Area {
  return { top, left, bottom, right };
}

/** Landscape; A3 and several pages side by side when the columns need it. */
export function printSetup(widths: readonly number[], heading: readonly [number, number], keep: number): PrintSetup {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const pagesWide = Math.max(1, Math.ceil(total / 380));
  return {
    landscape: true,
    paper: total > 190 ? "A3" : "A4",
    pagesWide,
    repeatRows: heading,
    ...(pagesWide > 1 && keep > 0 ? { repeatColumns: [1, keep] as const } : {}),
    margins: { top: 15, bottom: 15, left: 12, right: 10 },
    footer: "&L&9&A&C&9Trang &P/&N",
  };
}

/** Height in points of a heading row whose texts wrap in their columns. */
export function headingHeight(columns: readonly { readonly heading: string; readonly width: number }[]): number {
  return Math.max(20, ...columns.map(({ heading, width }) => fitHeight(heading, STYLES.tableHead, width)));
}

/** `E7`-like address that is fixed to its column and row: `$E$7`. */
export function fixed(rowNumber: number, column: number): string {
  return `$${columnLetters(column)}$${String(rowNumber)}`;
}
