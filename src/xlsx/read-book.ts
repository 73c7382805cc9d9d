// The workbook part: sheets in order, defined names, date system, links to other workbooks.
import type { NameTarget, Visibility } from "../core/cells.js";
import { parseAddress } from "../core/cells.js";
import { XmlScanner } from "./xml.js";
import { RELATION } from "./xml-names.js";

export interface BookSheet {
  readonly name: string;
  readonly visibility: Visibility;
  /** Id of its relationship. */
  readonly relation: string;
}

interface DefinedName {
  readonly name: string;
  /** Index of the sheet that it belongs to; null for the whole workbook. */
  readonly local: number | null;
  readonly refersTo: string;
}

export interface BookPart {
  readonly sheets: readonly BookSheet[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
}

export interface BookNames {
  readonly names: ReadonlyMap<string, NameTarget>;
  readonly brokenNames: ReadonlyMap<string, string>;
}

const LAST_ROW = 1048576;
const LAST_COLUMN = 16384;

/** Reads the workbook part. Throws a content fault when it is not one. */
export function readBook(text: string, part: string): BookPart {
  const scanner = new XmlScanner(text, part);
  const sheets: BookSheet[] = [];
  const names: DefinedName[] = [];
  let date1904 = false;
  while (scanner.next() === "text");
  if (!scanner.isMain("workbook")) scanner.malformed();
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    if (scanner.isMain("sheets")) takeSheets(scanner, sheets);
    else if (scanner.isMain("definedNames")) takeNames(scanner, names);
    else {
      if (scanner.isMain("workbookPr")) date1904 = /^(?:1|true|on)$/u.test(scanner.attribute("date1904") ?? "");
      scanner.skip();
    }
  }
  return { sheets, names, date1904 };
}

function takeSheets(scanner: XmlScanner, sheets: BookSheet[]): void {
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    if (scanner.isMain("sheet")) {
      const name = scanner.attribute("name");
      const relation = scanner.attributeIn(RELATION, "id");
      if (name === null || relation === null) scanner.malformed();
      const state = scanner.attribute("state");
      sheets.push({ name, relation, visibility: state === "hidden" || state === "veryHidden" ? state : "visible" });
    }
    scanner.skip();
  }
}

function takeNames(scanner: XmlScanner, names: DefinedName[]): void {
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    const name = scanner.isMain("definedName") ? scanner.attribute("name") : null;
    if (name === null) scanner.skip();
    else {
      const local = scanner.attribute("localSheetId");
      names.push({ name, local: local === null ? null : Number(local), refersTo: scanner.elementText().trim() });
    }
  }
}

/**
 * Sorts defined names into those that point at one area and the others. A name of one sheet stands for the workbook when no other
 * has that text; else it is broken, under `sheet!name`. Names that Excel makes for itself (`_xlnm.…`) are left out.
 */
export function bookNames(book: BookPart): BookNames {
  const sheets = new Set(book.sheets.map((sheet) => sheet.name));
  const names = new Map<string, NameTarget>();
  const brokenNames = new Map<string, string>();
  const counts = new Map<string, { whole: number; local: number }>();
  const wanted = book.names.filter(({ name }) => !name.startsWith("_xlnm."));
  for (const { name, local } of wanted) {
    const count = counts.get(name) ?? { whole: 0, local: 0 };
    counts.set(name, { whole: count.whole + (local === null ? 1 : 0), local: count.local + (local === null ? 0 : 1) });
  }
  for (const { name, local, refersTo } of wanted) {
    const count = counts.get(name)!;
    const collides = local === null ? count.whole > 1 : count.whole > 0 || count.local > 1;
    const target = collides ? null : areaOf(refersTo, sheets);
    if (target !== null) names.set(name, target);
    else brokenNames.set(local !== null && collides ? `${book.sheets[local]?.name ?? local}!${name}` : name, refersTo);
  }
  return { names, brokenNames };
}

const REFERENCE =
  /^(?:'((?:[^']|''){1,62})'|([^'!()[\],;{}"]{1,31}))!(?:\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?([0-9]{1,7}):\$?([0-9]{1,7}))$/u;

/** The one area that a reference such as `'Báo cáo'!$A$1:$B$9` names, on one of the sheets; null for anything else. */
function areaOf(refersTo: string, sheets: ReadonlySet<string>): NameTarget | null {
  const match = REFERENCE.exec(refersTo);
  if (match === null) return null;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2]!;
  const [, , , column, row, column2 = column, row2 = row, first, last, upper, lower] = match;
  const from = parseAddress(`${column ?? first ?? "A"}${row ?? upper ?? 1}`);
  const single = match[5] === undefined && first === undefined && upper === undefined;
  const to = single ? from : parseAddress(`${column2 ?? last ?? "XFD"}${row2 ?? lower ?? LAST_ROW}`);
  if (from === null || to === null || to.column > LAST_COLUMN || !sheets.has(sheet)) return null;
  return {
    sheet,
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
