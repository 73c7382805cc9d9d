// The control workbook (sổ tổng hợp) of a round as pages; core/control/control-workbook reads it back without loss.
import { writeEntry } from "../core/control/control-entry.js";
import { INFO_GROUPS, type InfoItem } from "../core/control/control-info.js";
import {
  FIELD_TABLE,
  INFO_HEADINGS,
  INFO_INTRO,
  INFO_SHEET,
  LIST_TABLE,
  RULE_TABLE,
  TARGET_TABLE,
  UNIT_TABLE,
  type ControlTable,
} from "../core/control/control-tables.js";
import type { RoundDefinition } from "../core/definition/definition.js";
import { resolutionName } from "../core/definition/resolution.js";
import { columnValidation, columnWidth, tableCell } from "./control-looks.js";
import type { Book, Page, PageCell, PageRow, Validation } from "./page.js";
import { STYLES } from "./styles.js";
import { fitHeight } from "./text-fit.js";

const TITLE_ROW = 1;
const INTRO_ROW = 2;
const HEADING_ROW = 3;
const SPARE_LINES = 20;
const SPARE_UNITS = 100;
const INFO_WIDTHS = [28, 62, 62] as const;
/** Characters that the filter's button covers. */
const FILTER_BUTTON = 3;
/** Points of a line with one line of text. */
const LINE_HEIGHT = 19;
const MARGINS = { top: 15, bottom: 15, left: 15, right: 10 };

/**
 * The control workbook: `Thông tin`, `Chỉ tiêu`, `Số liệu`, `Danh sách` (when the round has lists), `Quy tắc`, `Đơn vị`. Nothing in it is
 * locked: staff own it.
 */
export function controlBook(definition: RoundDefinition): Book {
  const kinds = [...new Set(definition.units.map((unit) => unit.kind))].filter((kind) => kind !== "");
  const fields = [
    ...definition.fields.map(propertiesOf),
    ...definition.lists.flatMap((list) => list.columns.map((column) => new Map([...propertiesOf(column), ["list", list.id]]))),
  ];
  const pages = [
    infoPage(definition),
    tablePage(TARGET_TABLE, definition.targets.map(propertiesOf)),
    tablePage(FIELD_TABLE, fields),
    ...(definition.lists.length === 0 ? [] : [tablePage(LIST_TABLE, definition.lists.map(propertiesOf))]),
    tablePage(RULE_TABLE, definition.rules.map(propertiesOf)),
    tablePage(UNIT_TABLE, definition.units.map(propertiesOf), { spare: SPARE_UNITS, kinds }),
  ];
  return { title: `Sổ tổng hợp ${resolutionName(definition.resolution)}, ${definition.period.label}`, pages, names: [] };
}

type Properties = ReadonlyMap<string, unknown>;

function propertiesOf(item: object): Properties {
  return new Map<string, unknown>(Object.entries(item));
}

function tablePage(
  table: ControlTable,
  items: readonly Properties[],
  more: { spare?: number; kinds?: readonly string[] } = {},
): Page {
  const { columns } = table;
  const last = HEADING_ROW + items.length + (more.spare ?? SPARE_LINES);
  const widths = columns.map(columnWidth);
  const lines = Array.from({ length: last - HEADING_ROW }, (_, i): PageRow => {
    const cells = columns.map((column) => tableCell(column, writeEntry(column.kind, items[i]?.get(column.property) ?? null)));
    // Lines left for what staff add have no height of their own, so that Excel fits them to what is typed.
    const height = i < items.length ? { height: rowHeight(cells, widths) } : {};
    return { row: HEADING_ROW + 1 + i, cells: cellMap(cells), ...height };
  });
  const validations = columns.map((column, i): Validation => {
    const area = { top: HEADING_ROW + 1, left: i + 1, bottom: last, right: i + 1 };
    return columnValidation(column, area, column.property === "kind" ? more.kinds : []);
  });
  const headings = columns.map(
    ({ heading, needed }) => ({ value: needed ? `${heading} *` : heading, style: "tableHead" }) as const,
  );
  return {
    ...frame(table.sheet, table.intro, widths),
    rows: [...introRows(table.sheet, table.intro, widths), headingRow(headings, widths), ...lines],
    validations,
    freeze: { rows: HEADING_ROW, columns: 1 },
    filter: { top: HEADING_ROW, left: 1, bottom: last, right: columns.length },
  };
}

function infoPage(definition: RoundDefinition): Page {
  const headings = [INFO_HEADINGS.key, INFO_HEADINGS.value, INFO_HEADINGS.explanation].map(
    (value) => ({ value, style: "tableHead" }) as const,
  );
  const rows = [...introRows(INFO_SHEET, INFO_INTRO, INFO_WIDTHS), headingRow(headings, INFO_WIDTHS)];
  const validations: Validation[] = [];
  for (const { title, items } of INFO_GROUPS) {
    rows.push({
      row: rows.length + 1,
      cells: cellMap([title, null, null].map((value) => ({ value, style: "section" }))),
      height: LINE_HEIGHT + 2,
    });
    for (const item of items) {
      const row = rows.length + 1;
      const cells = infoCells(item, definition);
      rows.push({ row, cells: cellMap(cells), height: rowHeight(cells, INFO_WIDTHS) });
      validations.push({
        area: { top: row, left: 2, bottom: row, right: 2 },
        kind: "custom",
        formula: "TRUE",
        promptTitle: item.label,
        prompt: item.explanation,
        allowBlank: !item.needed,
        strength: "warning",
      });
    }
  }
  return { ...frame(INFO_SHEET, INFO_INTRO, INFO_WIDTHS), rows, validations, freeze: { rows: HEADING_ROW, columns: 1 } };
}

function infoCells(item: InfoItem, definition: RoundDefinition): PageCell[] {
  const value = writeEntry(item.kind, item.get(definition));
  return [
    { value: item.needed ? `${item.label} *` : item.label, style: "labelBold" },
    item.kind === "day" ? { value, style: "inputDate" } : { value, style: "inputText", format: "@" },
    { value: item.explanation, style: "label" },
  ];
}

/** What every page has, and the title and introduction over the table. */
function frame(name: string, intro: string, widths: readonly number[]): Omit<Page, "rows" | "validations"> {
  return {
    name,
    visibility: "visible",
    columns: widths.map((width) => ({ width })),
    merges: intro === "" ? [] : [{ top: INTRO_ROW, left: 1, bottom: INTRO_ROW, right: introColumns(widths) }],
    conditions: [],
    print: { landscape: true, repeatRows: [HEADING_ROW, HEADING_ROW], margins: MARGINS, footer: `&L${name}&RTrang &P/&N` },
    protected: false,
    tab: "input",
  };
}

function introRows(name: string, intro: string, widths: readonly number[]): PageRow[] {
  const span = introColumns(widths);
  const width = widths.slice(0, span).reduce((sum, one) => sum + one, 0);
  const blank: PageCell = { value: null, style: "note" };
  const cells = Array.from({ length: span }, (_, i): PageCell => (i === 0 ? { value: intro, style: "note" } : blank));
  return [
    { row: TITLE_ROW, cells: new Map([[1, { value: name.toUpperCase(), style: "bodyBold" }]]), height: 22 },
    { row: INTRO_ROW, cells: cellMap(cells), height: fitHeight(intro, STYLES.note, width) + 4 },
  ];
}

/** Columns that the introduction spans: what a screen shows beside the frozen column. */
function introColumns(widths: readonly number[]): number {
  let sum = 0;
  const end = widths.findIndex((width) => (sum += width) > 150);
  return end < 0 ? widths.length : Math.max(1, end);
}

function headingRow(cells: readonly PageCell[], widths: readonly number[]): PageRow {
  const beside = widths.map((width) => width - FILTER_BUTTON);
  return { row: HEADING_ROW, cells: cellMap(cells), height: rowHeight(cells, beside) + 4 };
}

/** Points that the texts of a row need when they wrap. */
function rowHeight(cells: readonly PageCell[], widths: readonly number[]): number {
  const heights = cells.map(({ value, style }, i) =>
    typeof value === "string" ? fitHeight(value, STYLES[style], widths[i]!) : 0,
  );
  return Math.max(LINE_HEIGHT, ...heights);
}

function cellMap(cells: readonly PageCell[]): Map<number, PageCell> {
  return new Map(cells.map((cell, i) => [i + 1, cell]));
}
