// The workbook part: sheets in order, defined names, date system, links to other workbooks.
import type { NameTarget, Visibility } from "../core/cells.js";
import { referredArea, sheetPrefixes } from "../core/definition/reference.js";
import { XmlScanner } from "./xml.js";
import { skipKnown } from "./xml-known.js";
import { RELATION } from "./xml-names.js";
import { decodedText, plainText } from "./xml-text.js";

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

/** Reads the workbook part. Throws a content fault when it is not one. */
export function readBook(text: string, part: string): BookPart {
  const scanner = new XmlScanner(decodedText(text, part));
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
    skipKnown(scanner, "sheet");
  }
}

const PLAIN_NAME = /<definedName name="([^"&<]+)">([^<]*)<\/definedName>/y;

/** Takes the run of names in their common, plain form. */
function takePlainNames(scanner: XmlScanner, names: DefinedName[]): void {
  if (!scanner.defaultIsMain || scanner.closing) return;
  PLAIN_NAME.lastIndex = scanner.at;
  for (let match = PLAIN_NAME.exec(scanner.text); match !== null; match = PLAIN_NAME.exec(scanner.text)) {
    names.push({ name: match[1]!, local: null, refersTo: plainText(match[2]!, scanner.part).trim() });
    scanner.jump(PLAIN_NAME.lastIndex);
  }
}

function takeNames(scanner: XmlScanner, names: DefinedName[]): void {
  takePlainNames(scanner, names);
  for (let kind = scanner.next(); kind !== "end"; takePlainNames(scanner, names), kind = scanner.next()) {
    if (kind !== "start") continue;
    if (!scanner.isMain("definedName")) {
      skipKnown(scanner);
      continue;
    }
    const name = scanner.attribute("name");
    if (name === null) scanner.malformed();
    const local = scanner.attribute("localSheetId");
    names.push({ name, local: local === null ? null : Number(local), refersTo: scanner.elementText().trim() });
  }
}

/**
 * Sorts defined names into those that point at one area and the others. A name of one sheet stands for the workbook when no other
 * has that text; else it is broken, under `sheet!name`. Names that Excel makes for itself (`_xlnm.…`) are left out.
 */
export function bookNames(book: BookPart): BookNames {
  const prefixes = sheetPrefixes(book.sheets);
  const names = new Map<string, NameTarget>();
  const brokenNames = new Map<string, string>();
  const wanted = book.names.filter(({ name }) => !name.startsWith("_xlnm."));
  const whole = countNames(wanted.filter(({ local }) => local === null));
  const locals = countNames(wanted.filter(({ local }) => local !== null));
  for (const { name, local, refersTo } of wanted) {
    const collides = local === null ? whole.get(name)! > 1 : whole.has(name) || locals.get(name)! > 1;
    const target = collides ? null : referredArea(refersTo, prefixes);
    if (target !== null) names.set(name, target);
    else brokenNames.set(local !== null && collides ? `${book.sheets[local]?.name ?? local}!${name}` : name, refersTo);
  }
  return { names, brokenNames };
}

function countNames(names: readonly DefinedName[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
