// Finishing touches on a package that exceljs wrote: what it cannot say (names, quotePrefix, links inside the book), and fixed bytes.
import { strFromU8, strToU8, unzipSync } from "fflate";
import { address } from "../core/cells.js";
import { referenceText } from "../core/definition/reference.js";
import type { Area, Book, Page, PageName } from "../sheets/page.js";
import { FONT } from "../sheets/styles.js";
import type { FilledPage, FramedBook } from "./print-rows.js";
import { fillFrame } from "./print-rows.js";
import type { StyleCache } from "./print-style.js";
import { QUOTE_FORMAT } from "./print-style.js";
import { xmlText } from "./print-text.js";
import type { Parts } from "./print-thin.js";
import { change, thinOut } from "./print-thin.js";
import type { Codec } from "./codec.js";
import type { PackedPart } from "./zip-write.js";
import { packBeside, writePacked } from "./zip-write.js";

export interface FinishedPackage {
  readonly bytes: Uint8Array;
  /** Large pages by name. */
  readonly filled: ReadonlyMap<string, FilledPage>;
}

/**
 * Rewrites a package of exceljs: adds the book's defined names and print areas, marks quoted text, mends links; the same book gives the same bytes.
 * Rows of large pages are put in here.
 * @param raw the package as exceljs wrote it
 */
export async function finishPackage(
  raw: Uint8Array,
  { book, large }: FramedBook,
  styles: StyleCache,
  codec: Codec,
): Promise<FinishedPackage> {
  const parts = new Map(Object.entries(unzipSync(raw)).filter(([name]) => !name.endsWith("/")));
  thinOut(parts);
  const filled = new Map<string, FilledPage>();
  const begun = new Map<string, Promise<PackedPart>>();
  for (const [sheet, one] of large) {
    const page = fillFrame(parts, sheet, one, styles);
    filled.set(one.page.name, page);
    begun.set(page.index.part, packBeside(page.index.part, parts.get(page.index.part)!, codec));
  }
  book.pages.forEach((page, i) => {
    if (!large.has(i + 1)) change(parts, `xl/worksheets/sheet${String(i + 1)}.xml`, (xml) => withExtent(xml, page));
  });
  change(parts, "xl/workbook.xml", (xml) => withNames(xml, book));
  change(parts, "xl/styles.xml", (xml) => withDefaultFont(withQuotePrefix(xml)));
  for (const path of [...parts.keys()])
    if (/^xl\/worksheets\/sheet\d+\.xml$/u.test(path) && !begun.has(path)) mendLinks(parts, path);
  const packed = [...parts].map(([name, data]) => begun.get(name) ?? packBeside(name, data, codec));
  parts.clear();
  return { bytes: await writePacked(packed), filled };
}

/** The area that the cells of a page fill: exceljs miscounts it when a row has a height and no cells, and some readers believe it. */
function withExtent(xml: string, page: Page): string {
  const filled = page.rows.filter(({ cells }) => cells.size > 0);
  const widest = filled.reduce((most, { cells }) => Math.max(most, ...cells.keys()), 1);
  return xml.replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="A1:${address(filled.at(-1)?.row ?? 1, widest)}"/>`);
}

function withNames(xml: string, book: Book): string {
  const names = book.names.map(nameElement).join("");
  const areas = book.pages.map((page, index) => printAreaElement(page.name, page.print.printArea, index)).join("");
  const added = names + areas;
  if (added === "") return xml;
  if (xml.includes("<definedNames>")) return xml.replace("<definedNames>", () => `<definedNames>${added}`);
  return xml.replace("</sheets>", () => `</sheets><definedNames>${added}</definedNames>`);
}

function nameElement({ name, sheet, area, hidden }: PageName): string {
  const more = hidden === undefined ? "" : ` comment="${xmlText(hidden.comment)}" hidden="1"`;
  return `<definedName name="${xmlText(name)}"${more}>${xmlText(referenceText({ sheet, ...area }))}</definedName>`;
}

function printAreaElement(sheet: string, area: Area | undefined, index: number): string {
  if (area === undefined) return "";
  return `<definedName name="_xlnm.Print_Area" localSheetId="${String(index)}">${xmlText(referenceText({ sheet, ...area }))}</definedName>`;
}

function withQuotePrefix(xml: string): string {
  const found = [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"\/>/gu)].find(
    (m) => m[2] === xmlText(QUOTE_FORMAT),
  );
  if (found === undefined) return xml;
  return xml
    .replace(found[0], "")
    .replace(/<numFmts count="(\d+)">/u, (_, count: string) => `<numFmts count="${String(Number(count) - 1)}">`)
    .replace(/<numFmts count="0"><\/numFmts>/u, "")
    .replaceAll(`<xf numFmtId="${found[1]!}" `, '<xf numFmtId="49" quotePrefix="1" ');
}

/** Cells without a look of their own, and the measure of column widths, are in the book's font; exceljs always begins with Calibri. */
function withDefaultFont(xml: string): string {
  const font = `<font><sz val="12"/><name val="${FONT}"/><family val="1"/></font>`;
  return xml.replace(/(<fonts[^>]*>)<font>.*?<\/font>/u, (_, start: string) => start + font);
}

/** A link inside the book has a location and no relationship; exceljs writes both. */
function mendLinks(parts: Parts, sheetPath: string): void {
  const relsPath = sheetPath.replace("worksheets/", "worksheets/_rels/").concat(".rels");
  const rels = parts.get(relsPath);
  if (rels === undefined) return;
  const inside = new Map<string, string>();
  const kept = strFromU8(rels).replace(/<Relationship [^>]*\/>/gu, (element) => {
    const id = /Id="([^"]*)"/u.exec(element)?.[1] ?? "";
    const target = /Target="#([^"]*)"/u.exec(element)?.[1];
    if (target === undefined) return element;
    inside.set(id, target);
    return "";
  });
  if (inside.size === 0) return;
  change(parts, sheetPath, (xml) => xml.replace(/<hyperlink [^>]*\/>/gu, (element) => insideLink(element, inside)));
  if (kept.includes("<Relationship ")) parts.set(relsPath, strToU8(kept));
  else parts.delete(relsPath);
}

function insideLink(element: string, inside: ReadonlyMap<string, string>): string {
  const target = inside.get(/r:id="([^"]*)"/u.exec(element)?.[1] ?? "");
  if (target === undefined) return element;
  return `<hyperlink ref="${/ref="([^"]*)"/u.exec(element)?.[1] ?? ""}" location="${target}"/>`;
}
