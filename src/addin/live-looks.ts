// The looks of a page on a live sheet: font, fill, frame, alignment, number format, heights, colours on condition.
import type { Area, Page, PageCell } from "../sheets/page.js";
import type { Style } from "../sheets/styles.js";
import { CONDITIONS, FONT, STYLES } from "../sheets/styles.js";
import type { ConditionLook } from "../sheets/styles.js";
import type { Grid } from "./live-entries.js";
import { formatOf, GENERAL } from "./live-entries.js";
import type { Patch } from "./rectangles.js";
import { patches, runs } from "./rectangles.js";
import { can } from "./support.js";

const SIZE = 12;
const FRAME_COLOR = "#8A94A3";
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** Everything that is set, found beforehand, so that looks that stand already are not set again. */
export interface Looks {
  readonly formats: readonly Patch[];
  readonly fonts: readonly Patch[];
  readonly fills: readonly Patch[];
  readonly frames: readonly Patch[];
  readonly places: readonly Patch[];
  /** Heights in points, by rows from 1. */
  readonly heights: ReturnType<typeof runs>;
  readonly merges: Page["merges"];
  readonly conditions: Page["conditions"];
}

export function looksOf(page: Page, grid: Grid): Looks {
  const aspect = (key: (style: Style) => string): Patch[] =>
    patches(grid.rows, grid.columns, (row, column) => {
      const cell = grid.cell(row, column);
      return cell === undefined ? "" : key(styleOf(cell));
    });
  const heights = new Map(page.rows.map(({ row, height }) => [row, height]));
  return {
    formats: patches(grid.rows, grid.columns, (row, column) => {
      const format = formatOf(grid.cell(row, column));
      return format === GENERAL ? "" : format;
    }),
    fonts: aspect(fontKey),
    fills: aspect(({ fill }) => fill ?? ""),
    frames: aspect(({ border }) => (border === undefined || border === "none" ? "" : border)),
    places: aspect(placeKey),
    heights: runs(grid.rows, (row) => String(heights.get(row) ?? "")),
    merges: page.merges,
    conditions: page.conditions,
  };
}

/** A link on a live sheet leads nowhere: the pane does not know in which folder a file lies. */
function styleOf(cell: PageCell): Style {
  return STYLES[cell.style === "link" ? "text" : cell.style];
}

function fontKey({ bold, italic, size, color, underline }: Style): string {
  const key = [size ?? SIZE, bold === true ? "b" : "", italic === true ? "i" : "", underline === true ? "u" : "", color ?? ""];
  return key.join("|") === `${String(SIZE)}||||` ? "" : key.join("|");
}

function placeKey({ align, vertical, wrap, indent }: Style): string {
  const key = [align ?? "", vertical ?? "", wrap === true ? "w" : "", indent ?? ""].join("|");
  return key === "|||" ? "" : key;
}

/** How many requests the looks take, for dividing them. */
export function looksCount(looks: Looks): number {
  const { formats, fonts, fills, frames, places, heights, merges, conditions } = looks;
  return (
    formats.length +
    fonts.length * 4 +
    fills.length * 2 +
    frames.length * 18 +
    places.length * 4 +
    heights.length +
    merges.length +
    conditions.length * 8
  );
}

/** Sets looks on a sheet that has none, or whose own were taken away. */
export function setLooks(sheet: Excel.Worksheet, looks: Looks, grid: Grid): void {
  const whole = sheet.getRangeByIndexes(0, 0, grid.rows, grid.columns).format.font;
  whole.name = FONT;
  whole.size = SIZE;
  for (const { area, key } of looks.fonts) setFont(rangeOf(sheet, area).format.font, key);
  for (const { area, key } of looks.fills) rangeOf(sheet, area).format.fill.color = `#${key}`;
  for (const { area, key } of looks.frames) setFrame(rangeOf(sheet, area), area, key);
  for (const { area, key } of looks.places) setPlace(rangeOf(sheet, area).format, key);
  for (const { left, right, key } of looks.heights)
    sheet.getRangeByIndexes(left - 1, 0, right - left + 1, 1).format.rowHeight = Number(key);
  for (const area of looks.merges) rangeOf(sheet, area).merge(false);
  for (const { area, formula, style } of looks.conditions) addCondition(rangeOf(sheet, area), formula, CONDITIONS[style]);
}

/** Number formats go first: they decide whether Excel takes a text as text. */
export function setFormats(sheet: Excel.Worksheet, { formats }: Pick<Looks, "formats">): void {
  for (const { area, key } of formats) {
    // One format for the whole area; the declarations know only grids.
    rangeOf(sheet, area).numberFormat = key as unknown as string[][];
  }
}

/** The range of an area; rows and columns of areas count from 1. */
export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);
}

function setFont(font: Excel.RangeFont, key: string): void {
  const [size, bold, italic, underline, color] = key.split("|");
  if (Number(size) !== SIZE) font.size = Number(size);
  if (bold !== "") font.bold = true;
  if (italic !== "") font.italic = true;
  if (underline !== "") font.underline = "Single";
  if (color !== "") font.color = `#${color ?? ""}`;
}

function setFrame(range: Excel.Range, { top, left, bottom, right }: Area, key: string): void {
  const inner = [
    ...(bottom > top ? (["InsideHorizontal"] as const) : []),
    ...(right > left ? (["InsideVertical"] as const) : []),
  ];
  const { borders } = range.format;
  for (const side of key === "all" ? [...EDGES, ...inner] : (["EdgeBottom"] as const)) {
    const border = borders.getItem(side);
    border.style = "Continuous";
    border.color = FRAME_COLOR;
  }
}

function setPlace(format: Excel.RangeFormat, key: string): void {
  const [align, vertical, wrap, indent] = key.split("|");
  if (align !== "") format.horizontalAlignment = align === "left" ? "Left" : align === "right" ? "Right" : "Center";
  if (vertical !== "") format.verticalAlignment = vertical === "top" ? "Top" : vertical === "middle" ? "Center" : "Bottom";
  if (wrap !== "") format.wrapText = true;
  if (indent !== "" && can("indent")) format.indentLevel = Number(indent);
}

function addCondition(range: Excel.Range, formula: string, look: ConditionLook): void {
  const { custom } = range.conditionalFormats.add("Custom");
  custom.rule.formula = `=${formula}`;
  if (look.fill !== null) custom.format.fill.color = `#${look.fill}`;
  if (look.color !== null) custom.format.font.color = `#${look.color}`;
  if (look.bold) custom.format.font.bold = true;
  if (look.format !== undefined) custom.format.numberFormat = look.format;
}
