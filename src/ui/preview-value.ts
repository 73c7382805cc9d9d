// A value of a page as a spreadsheet would show it in Vietnamese: number formats, dates, percent.
import { formatFixed, formatNumber } from "../core/format.js";
import type { PageCell } from "../sheets/page.js";
import type { Style } from "../sheets/styles.js";
import { STYLES } from "../sheets/styles.js";

const MOST_DECIMALS = 9;

/** Text of a cell; empty when nothing stands in it. */
export function shownValue(cell: PageCell): string {
  const { value } = cell;
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object") return value.date.split("-").reverse().join("/");
  const style: Style = STYLES[cell.style];
  return shownNumber(value, cell.format ?? style.format ?? "General");
}

/** The formats that our pages use: `#,##0`, `#,##0.0##`, `0.00%`, `General`. */
function shownNumber(value: number, format: string): string {
  const decimals = /\.([0#]+)/u.exec(format)?.[1] ?? "";
  if (format.includes("%")) return `${formatFixed(clean(value * 100), decimals.length)}%`;
  const least = decimals.replace(/#/gu, "").length;
  if (format === "General") return formatNumber(value, MOST_DECIMALS);
  const loose = formatNumber(value, decimals.length);
  const has = loose.split(",")[1]?.length ?? 0;
  return has >= least ? loose : formatFixed(value, least);
}

/** Drops the noise of a product: 94.96000000000001 is 94.96. */
function clean(value: number): number {
  return Number(value.toPrecision(15));
}
