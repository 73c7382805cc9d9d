// Rows of large pages, and of those whose rows must not depend on each other, written without exceljs: it draws the frame of such a page
// and one sample of each look; the rows are put in afterwards, each with its own texts.
import { strFromU8, strToU8 } from "fflate";
import type { Style as ExcelStyle } from "exceljs";
import { address, columnLetters } from "../core/cells.js";
import { serialOf } from "../core/figure/date.js";
import type { Book, Page, PageCell, PageRow, PageValue } from "../sheets/page.js";
import { sharedFormulas } from "./print-shared.js";
import type { SharedFormula, SharedFormulas } from "./print-shared.js";
import type { StyleCache } from "./print-style.js";
import { cellStyle } from "./print-style.js";
import { cellText, contentText, needsQuotePrefix, xmlText } from "./print-text.js";

/** Other pages with fewer rows are left to exceljs. */
const MANY_ROWS = 200;
/** Rows that are turned into bytes in one go. */
const ROWS_AT_ONCE = 100;
const SAMPLE_TEXT = "=";

type Look = Partial<ExcelStyle>;

/** A large page, and where in its frame the sample of each look stands. */
export interface LargePage {
  readonly page: Page;
  readonly samples: ReadonlyMap<Look, string>;
}

export interface FramedBook {
  readonly book: Book;
  /** By the number of the sheet, from 1. */
  readonly large: ReadonlyMap<number, LargePage>;
}

/** The book with the rows of large pages taken out; in their place stands one row with a sample of every look. */
export function frameBook(book: Book, styles: StyleCache): FramedBook {
  const large = new Map<number, LargePage>();
  const pages = book.pages.map((page, index) => {
    if (page.rows.length < MANY_ROWS && page.looks === undefined) return page;
    const whole = { ...page, rows: coverMerged(page) };
    const { samples, row } = sampleRow(whole, styles);
    large.set(index + 1, { page: whole, samples });
    return { ...page, rows: [row] };
  });
  return { book: { ...book, pages }, large };
}

/** The rows with every covered cell of a merge empty and in the look of the cell that covers it, so that borders close. */
function coverMerged(page: Page): readonly PageRow[] {
  const rows = new Map(page.rows.map((row) => [row.row, row]));
  for (const { top, left, bottom, right } of page.merges) {
    const first = rows.get(top)?.cells.get(left);
    if (first === undefined) continue;
    const covered = { ...sampleOf({ ...first, value: null }) };
    for (let at = top; at <= bottom; at++) {
      const row = rows.get(at) ?? { row: at, cells: new Map<number, PageCell>() };
      const cells = new Map(row.cells);
      for (let column = left; column <= right; column++) if (at !== top || column !== left) cells.set(column, covered);
      rows.set(at, { ...row, cells: new Map([...cells].sort(([a], [b]) => a - b)) });
    }
  }
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

function sampleRow(page: Page, styles: StyleCache): { samples: ReadonlyMap<Look, string>; row: PageRow } {
  const at = page.rows.at(-1)!.row + 1;
  const samples = new Map<Look, string>();
  const cells = new Map<number, PageCell>();
  const add = (cell: PageCell): void => {
    const look = lookOf(cell, styles);
    if (samples.has(look)) return;
    const column = samples.size + 1;
    samples.set(look, address(at, column));
    cells.set(column, sampleOf(cell));
  };
  page.looks?.forEach(add);
  for (const row of page.rows) for (const cell of row.cells.values()) add(cell);
  return { samples, row: { row: at, cells } };
}

function isQuoted(cell: PageCell): boolean {
  return cell.formula === undefined && typeof cell.value === "string" && needsQuotePrefix(cell.value);
}

function lookOf(cell: PageCell, styles: StyleCache): Look {
  return cellStyle(cell, isQuoted(cell), styles);
}

function sampleOf(cell: PageCell): PageCell {
  const { style, format, unlocked, value } = cell;
  const day = typeof value === "object" && value !== null;
  return {
    value: isQuoted(cell) ? SAMPLE_TEXT : day ? value : null,
    style,
    ...(format === undefined ? {} : { format }),
    ...(unlocked === undefined ? {} : { unlocked }),
  };
}

type Parts = Map<string, Uint8Array>;

/** Puts the rows and links of a large page into the sheet that exceljs wrote for its frame. */
export function fillFrame(parts: Parts, sheet: number, large: LargePage, styles: StyleCache): void {
  const path = `xl/worksheets/sheet${String(sheet)}.xml`;
  const xml = strFromU8(parts.get(path) ?? new Uint8Array(0));
  const start = xml.indexOf("<sheetData>");
  const end = xml.indexOf("</sheetData>");
  if (start < 0 || end < 0) throw new Error(`the printed sheet ${path} has no rows`);
  const { page } = large;
  const looks = lookNumbers(xml.slice(start, end), large.samples);
  const links = linksOf(page);
  const widest = page.rows.reduce((most, row) => Math.max(most, ...row.cells.keys()), 1);
  const extent = `A1:${address(page.rows.at(-1)!.row, widest)}`;
  const head = xml.slice(0, start + 11).replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="${extent}"/>`);
  const tail = withLinks(xml.slice(end), links);
  parts.set(path, joined([strToU8(head), ...rowChunks(page, looks, styles), strToU8(tail)]));
  const relations = linkRelations(links);
  if (relations !== null) parts.set(`xl/worksheets/_rels/sheet${String(sheet)}.xml.rels`, strToU8(relations));
}

/** The number that exceljs gave each look, read from its sample. */
function lookNumbers(rows: string, samples: ReadonlyMap<Look, string>): ReadonlyMap<Look, string> {
  const numbers = new Map<string, string>();
  for (const match of rows.matchAll(/<c r="([A-Z]+[0-9]+)"([^>]*)>/gu)) {
    numbers.set(match[1]!, / s="([0-9]+)"/u.exec(match[2]!)?.[1] ?? "0");
  }
  return new Map([...samples].map(([look, place]) => [look, numbers.get(place) ?? "0"]));
}

/** What the cells of one large page have in common while they are written. */
interface Writing {
  readonly looks: ReadonlyMap<Look, string>;
  readonly styles: StyleCache;
  readonly texts: Map<string, string>;
  readonly shared: SharedFormulas;
}

function* rowChunks(page: Page, looks: ReadonlyMap<Look, string>, styles: StyleCache): Generator<Uint8Array> {
  const { rows } = page;
  const writing: Writing = { looks, styles, texts: new Map(), shared: sharedFormulas(page) };
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const chunk = rows.slice(at, at + ROWS_AT_ONCE).map((row) => rowXml(row, writing));
    yield strToU8(chunk.join(""));
  }
}

function rowXml(row: PageRow, writing: Writing): string {
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

interface Link {
  readonly place: string;
  readonly target: string;
}

function linksOf(page: Page): readonly Link[] {
  return page.rows.flatMap((row) =>
    [...row.cells].flatMap(([column, cell]) =>
      cell.link === undefined || typeof cell.value !== "string" || cell.value === ""
        ? []
        : [{ place: address(row.row, column), target: linkTarget(cell.link) }],
    ),
  );
}

/** Paths are written as addresses are: spaces and marks in percent form. */
export function linkTarget(link: string): string {
  if (link.startsWith("#")) return link;
  return encodeURI(link.normalize("NFC").replace(/\\/gu, "/")).replace(/#/gu, "%23");
}

function withLinks(tail: string, links: readonly Link[]): string {
  if (links.length === 0) return tail;
  const elements = links.map(({ place, target }, i) =>
    target.startsWith("#")
      ? `<hyperlink ref="${place}" location="${xmlText(target.slice(1))}"/>`
      : `<hyperlink ref="${place}" r:id="rId${String(i + 1)}"/>`,
  );
  return tail.replace(/<(?:printOptions|pageMargins)\b/u, (next) => `<hyperlinks>${elements.join("")}</hyperlinks>${next}`);
}

function linkRelations(links: readonly Link[]): string | null {
  const elements = links.flatMap(({ target }, i) =>
    target.startsWith("#")
      ? []
      : `<Relationship Id="rId${String(i + 1)}" Type="${RELATIONS}/hyperlink" Target="${xmlText(target)}" TargetMode="External"/>`,
  );
  if (elements.length === 0) return null;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${elements.join("")}</Relationships>`;
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
