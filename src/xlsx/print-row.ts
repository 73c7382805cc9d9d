// One row of a large page as XML: texts in their cells, shared formulas, computed values.
import type { Style as ExcelStyle } from "exceljs";
import { columnLetters } from "../core/cells.js";
import { serialOf } from "../core/figure/date.js";
import type { PageCell, PageRow, PageValue } from "../sheets/page.js";
import type { SharedFormula, SharedFormulas } from "./print-shared.js";
import type { StyleCache } from "./print-style.js";
import { cellStyle } from "./print-style.js";
import { cellText, contentText, needsQuotePrefix } from "./print-text.js";

export type Look = Partial<ExcelStyle>;

/** True for a text that a program would take for something else. */
export function isQuoted(cell: PageCell): boolean {
  return cell.formula === undefined && typeof cell.value === "string" && needsQuotePrefix(cell.value);
}

/** The look of a cell: the same object for cells that look the same. */
export function lookOf(cell: PageCell, styles: StyleCache): Look {
  return cellStyle(cell, isQuoted(cell), styles);
}

/** What the cells of one large page have in common while they are written. */
export interface Writing {
  readonly looks: ReadonlyMap<Look, string>;
  readonly styles: StyleCache;
  readonly texts: Map<string, string>;
  readonly shared: SharedFormulas;
  readonly declared: ReadonlySet<Look>;
}

/** A row as it stands in a sheet. */
export function rowXml(row: PageRow, writing: Writing): string {
  const { looks, styles } = writing;
  const height = row.height === undefined ? "" : ` ht="${String(row.height)}" customHeight="1"`;
  const number = String(row.row);
  let xml = `<row r="${number}"${height}${row.hidden === true ? ' hidden="1"' : ""}>`;
  for (const [column, cell] of row.cells) {
    const start = `<c r="${lettersOf(column)}${number}" s="${looks.get(lookOf(cell, styles)) ?? "0"}"`;
    xml += cellXml(start, cell, writing);
  }
  return `${xml}</row>`;
}

const letters: string[] = [];

/** Letters of a column, worked out once for all rows. */
function lettersOf(column: number): string {
  return (letters[column] ??= columnLetters(column));
}

function cellXml(start: string, cell: PageCell, { texts, shared }: Writing): string {
  const value = plainValue(cell.value);
  if (cell.formula !== undefined) {
    const formula = formulaXml(cell.formula, cell, shared.get(cell));
    if (value === null) return `${start}>${formula}</c>`;
    const [type, written] = typed(value);
    return `${start}${type}>${formula}<v>${written}</v></c>`;
  }
  if (value === null) return `${start}/>`;
  if (typeof value === "string") return `${start} t="inlineStr"><is>${textElement(value, texts)}</is></c>`;
  const [type, written] = typed(value);
  return `${start}${type}><v>${written}</v></c>`;
}

function formulaXml(formula: string, cell: PageCell, shared: SharedFormula | undefined): string {
  if (shared === undefined) return `<f>${contentText(formula)}</f>`;
  const share = `t="shared" si="${String(shared.index)}"`;
  return cell.asAbove === true ? `<f ${share}/>` : `<f ${share} ref="${shared.cells}">${contentText(formula)}</f>`;
}

function typed(value: string | number | boolean): readonly [type: string, written: string] {
  if (typeof value === "string") return [' t="str"', contentText(cellText(value))];
  if (typeof value === "boolean") return [' t="b"', value ? "1" : "0"];
  return ["", String(value)];
}

/** The words of a round stand in thousands of cells: each is escaped once. */
function textElement(text: string, texts: Map<string, string>): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const keep = /^\s|\s$|[\n\t]| {2}/u.test(text) ? ' xml:space="preserve"' : "";
  const element = `<t${keep}>${contentText(cellText(text))}</t>`;
  if (text.length < 40) texts.set(text, element);
  return element;
}

function plainValue(value: PageValue): string | number | boolean | null {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`a cell cannot hold ${String(value)}`);
  return typeof value === "object" && value !== null ? serialOf(value.date) : value;
}
