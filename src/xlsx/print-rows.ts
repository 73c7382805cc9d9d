// Rows of large pages, and of those whose rows must not depend on each other, written without exceljs: it draws the frame of such a page
// and one sample of each look; the rows are put in afterwards, each with its own texts.
import { strFromU8, strToU8 } from "fflate";
import { address } from "../core/cells.js";
import type { Book, Page, PageCell, PageRow } from "../sheets/page.js";
import { lastColumn } from "../sheets/area-record.js";
import { plainRow, rowLinks } from "../sheets/later-row.js";
import type { EarlierPrint, RowSpan, SheetIndex } from "./print-earlier.js";
import { earlierRows } from "./print-earlier.js";
import { sharedFormulas } from "./print-shared.js";
import type { Look, Writing } from "./print-row.js";
import { isQuoted, lookOf, rowXml } from "./print-row.js";
import type { StyleCache } from "./print-style.js";
import { xmlText } from "./print-text.js";

/** Other pages with fewer rows are left to exceljs. */
const MANY_ROWS = 200;
const SAMPLE_TEXT = "=";

/** A large page, and where in its frame the sample of each look stands: first those that the page declares. */
export interface LargePage {
  readonly page: Page;
  readonly samples: ReadonlyMap<Look, string>;
  readonly declared: ReadonlySet<Look>;
  /** Rows that are copied from an earlier printing, and the numbers of the declared looks there. */
  readonly taken: ReadonlyMap<PageRow, Uint8Array>;
  readonly takenLooks: string;
}

/** A row that was copied, and where it stands now. */
export interface TakenRow {
  readonly row: number;
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** What is known of a large page that was written. */
export interface FilledPage {
  readonly index: SheetIndex;
  readonly taken: readonly TakenRow[];
}

/** Thrown when rows cannot be copied because their looks have other numbers now. */
export class LooksMoved extends Error {}

export interface FramedBook {
  readonly book: Book;
  /** By the number of the sheet, from 1. */
  readonly large: ReadonlyMap<number, LargePage>;
}

/** The book with the rows of large pages taken out; in their place stands one row with a sample of every look. */
export function frameBook(book: Book, styles: StyleCache, earlier: EarlierPrint | null): FramedBook {
  const large = new Map<number, LargePage>();
  const pages = book.pages.map((page, index) => {
    if (page.rows.length < MANY_ROWS && page.looks === undefined) return page;
    const whole = { ...page, rows: coverMerged(page) };
    const before = earlierRows(page.looks === undefined ? null : earlier, page.name);
    const taken = new Map<PageRow, Uint8Array>();
    for (const line of whole.rows) {
      const bytes = before.bytes(line);
      if (bytes !== null) taken.set(line, bytes);
    }
    const declared = new Set(page.looks?.map((cell) => lookOf(cell, styles)));
    const { samples, row } = sampleRow(whole, styles, taken);
    large.set(index + 1, { page: whole, samples, declared, taken, takenLooks: before.looks });
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
      rows.set(at, { ...plainRow(row), cells: new Map([...cells].sort(([a], [b]) => a - b)) });
    }
  }
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

function sampleRow(
  page: Page,
  styles: StyleCache,
  taken: ReadonlyMap<PageRow, unknown>,
): { samples: ReadonlyMap<Look, string>; row: PageRow } {
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
  for (const row of page.rows) if (!taken.has(row)) for (const cell of row.cells.values()) add(cell);
  return { samples, row: { row: at, cells } };
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

/**
 * Puts the rows and links of a large page into the sheet that exceljs wrote for its frame.
 * @throws LooksMoved when rows of an earlier printing do not fit
 */
export function fillFrame(parts: Parts, sheet: number, large: LargePage, styles: StyleCache): FilledPage {
  const path = `xl/worksheets/sheet${String(sheet)}.xml`;
  const xml = strFromU8(parts.get(path) ?? new Uint8Array(0));
  const start = xml.indexOf("<sheetData>");
  const end = xml.indexOf("</sheetData>");
  if (start < 0 || end < 0) throw new Error(`the printed sheet ${path} has no rows`);
  const { page, declared, taken } = large;
  const looks = lookNumbers(xml.slice(start, end), large.samples);
  const numbers = [...declared].map((look) => looks.get(look) ?? "0").join(" ");
  if (taken.size > 0 && numbers !== large.takenLooks) throw new LooksMoved();
  const links = linksOf(page);
  const widest = page.rows.reduce((most, row) => Math.max(most, lastColumn(row)), 1);
  const extent = `A1:${address(page.rows.at(-1)!.row, widest)}`;
  const head = xml.slice(0, start + 11).replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="${extent}"/>`);
  const tail = withLinks(xml.slice(end), links);
  const written = new WrittenRows(strToU8(head));
  const writing: Writing = { looks, styles, texts: new Map(), shared: sharedFormulas(page), declared };
  for (const row of page.rows) written.add(row, taken.get(row) ?? null, writing);
  parts.set(path, joined([...written.pieces, strToU8(tail)]));
  const relations = linkRelations(links);
  if (relations !== null) parts.set(`xl/worksheets/_rels/sheet${String(sheet)}.xml.rels`, strToU8(relations));
  return { index: { part: path, looks: numbers, rows: written.spans }, taken: written.taken };
}

/** The rows of a part one after the other, and where those with marks stand. */
class WrittenRows {
  readonly pieces: Uint8Array[];
  readonly spans: RowSpan[] = [];
  readonly taken: TakenRow[] = [];
  private at: number;

  constructor(head: Uint8Array) {
    this.pieces = [head];
    this.at = head.length;
  }

  add(line: PageRow, copied: Uint8Array | null, writing: Writing): void {
    const bytes = copied ?? strToU8(rowXml(line, writing));
    const { row, facts } = line;
    if (copied !== null) this.taken.push({ row, start: this.at, bytes });
    // A look that the page does not declare may have another number in the next printing.
    if (facts !== undefined && (copied !== null || isDeclared(line, writing)))
      this.spans.push({ row, mark: facts.mark, start: this.at, length: bytes.length });
    this.pieces.push(bytes);
    this.at += bytes.length;
  }
}

function isDeclared({ cells }: PageRow, { declared, styles }: Writing): boolean {
  for (const cell of cells.values()) if (!declared.has(lookOf(cell, styles))) return false;
  return true;
}

/** The number that exceljs gave each look, read from its sample. */
function lookNumbers(rows: string, samples: ReadonlyMap<Look, string>): ReadonlyMap<Look, string> {
  const numbers = new Map<string, string>();
  for (const match of rows.matchAll(/<c r="([A-Z]+[0-9]+)"([^>]*)>/gu)) {
    numbers.set(match[1]!, / s="([0-9]+)"/u.exec(match[2]!)?.[1] ?? "0");
  }
  return new Map([...samples].map(([look, place]) => [look, numbers.get(place) ?? "0"]));
}

interface Link {
  readonly place: string;
  readonly target: string;
}

function linksOf(page: Page): readonly Link[] {
  const links: Link[] = [];
  for (const line of page.rows) {
    for (const { column, link } of rowLinks(line)) links.push({ place: address(line.row, column), target: linkTarget(link) });
  }
  return links;
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
