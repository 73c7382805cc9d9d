// Looks of cells for exceljs: a style name, a number format and a lock become one shared style object.
import type { Alignment, Borders, Font, Style as ExcelStyle } from "exceljs";
import type { PageCell } from "../sheets/page.js";
import { CONDITIONS, FONT, STYLES } from "../sheets/styles.js";
import type { ConditionLook, ConditionName, Style } from "../sheets/styles.js";

/** Stands as the format of text cells that get quotePrefix; finishing the package turns it into format 49 (text). */
export const QUOTE_FORMAT = '@"\u200b"';

const DEFAULT_SIZE = 12;
const LINE = { style: "thin", color: { argb: "FF8A94A3" } } as const;

/** Shared style objects by what they look like; exceljs recognises the same object again and writes it once. */
export type StyleCache = Map<string, Partial<ExcelStyle>>;

/**
 * The style of a cell.
 * @param quoted the text needs quotePrefix
 */
export function cellStyle(cell: PageCell, quoted: boolean, cache: StyleCache): Partial<ExcelStyle> {
  const format = quoted ? QUOTE_FORMAT : (cell.format ?? defaultFormat(cell));
  const key = `${cell.style}|${format ?? ""}|${cell.unlocked === true ? "u" : ""}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = excelStyle(STYLES[cell.style], format, cell.unlocked === true);
  cache.set(key, made);
  return made;
}

/** Fill and font that a condition lays over a cell. */
export function conditionStyle(name: ConditionName): Partial<ExcelStyle> {
  const { fill, color, bold, format }: ConditionLook = CONDITIONS[name];
  const letters = { ...(color === null ? {} : { color: argb(color) }), ...(bold ? { bold } : {}) };
  return {
    ...(color === null && !bold ? {} : { font: letters }),
    ...(fill === null ? {} : { fill: { type: "pattern", pattern: "solid", bgColor: argb(fill) } }),
    ...(format === undefined ? {} : { numFmt: format }),
  };
}

function defaultFormat(cell: PageCell): string | undefined {
  const own: Style = STYLES[cell.style];
  if (own.format !== undefined && own.format !== "#,##0") return own.format;
  if (typeof cell.value === "object" && cell.value !== null) return "dd/mm/yyyy";
  return own.format;
}

function excelStyle(style: Style, format: string | undefined, unlocked: boolean): Partial<ExcelStyle> {
  return {
    font: font(style),
    alignment: alignment(style),
    ...(style.fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: argb(style.fill) } }),
    ...(style.border === undefined || style.border === "none" ? {} : { border: border(style.border) }),
    ...(format === undefined ? {} : { numFmt: format }),
    ...(unlocked ? { protection: { locked: false } } : {}),
  };
}

function font(style: Style): Partial<Font> {
  return {
    name: FONT,
    size: style.size ?? DEFAULT_SIZE,
    family: 1,
    ...(style.bold === true ? { bold: true } : {}),
    ...(style.italic === true ? { italic: true } : {}),
    ...(style.underline === true ? { underline: true } : {}),
    ...(style.color === undefined ? {} : { color: argb(style.color) }),
  };
}

function alignment(style: Style): Partial<Alignment> {
  return {
    ...(style.align === undefined ? {} : { horizontal: style.align }),
    ...(style.vertical === undefined ? {} : { vertical: style.vertical }),
    ...(style.wrap === true ? { wrapText: true } : {}),
    ...(style.indent === undefined ? {} : { indent: style.indent, horizontal: style.align ?? "left" }),
  };
}

function border(kind: "all" | "bottom"): Partial<Borders> {
  return kind === "all" ? { top: LINE, left: LINE, bottom: LINE, right: LINE } : { bottom: LINE };
}

function argb(rgb: string): { argb: string } {
  return { argb: `FF${rgb}` };
}
