// The table of shared strings, and the text of one string item wherever it stands: runs joined, phonetic guides left out.
import type { CellValue } from "../core/cells.js";
import { XmlScanner } from "./xml.js";
import { checkBlank, skipKnown } from "./xml-known.js";
import { cellText, decodedText, detached, plainText } from "./xml-text.js";

export type SharedStrings = readonly (CellValue & { readonly kind: "text" })[];

const PLAIN = "<si><t>";
const SPACED = '<si><t xml:space="preserve">';
const CLOSE = "</t></si>";

/** Reads the whole table. Throws a content fault when the part is not a table of strings. */
export function readStrings(text: string, part: string): SharedStrings {
  const scanner = new XmlScanner(decodedText(text, part));
  const strings: (CellValue & { readonly kind: "text" })[] = [];
  while (scanner.next() === "text");
  if (!scanner.isMain("sst")) scanner.malformed();
  for (;;) {
    if (scanner.defaultIsMain && !scanner.closing) takePlain(scanner, strings);
    const kind = scanner.next();
    if (kind === "end") break;
    checkBlank(scanner);
    if (kind !== "start") continue;
    if (scanner.isMain("si")) strings.push({ kind: "text", text: detached(stringItem(scanner)) });
    else skipKnown(scanner, "extLst");
  }
  while (scanner.next() !== "eof") if (scanner.kind === "start") scanner.malformed();
  return strings;
}

/** Takes the run of items in their common, plain form. */
function takePlain(scanner: XmlScanner, strings: (CellValue & { readonly kind: "text" })[]): void {
  const { text, part } = scanner;
  let at = scanner.at;
  for (;;) {
    const from = text.startsWith(PLAIN, at) ? at + PLAIN.length : text.startsWith(SPACED, at) ? at + SPACED.length : -1;
    if (from < 0) break;
    const end = text.indexOf("<", from);
    if (end < 0 || !text.startsWith(CLOSE, end)) break;
    strings.push({ kind: "text", text: detached(cellText(plainText(text.slice(from, end), part), part)) });
    at = end + CLOSE.length;
  }
  scanner.jump(at);
}

/** Text of the `si` or `is` element that has just started, up to its end. */
export function stringItem(scanner: XmlScanner): string {
  let text = "";
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    checkBlank(scanner);
    if (kind !== "start") continue;
    if (scanner.isMain("t")) text += cellText(scanner.elementText(), scanner.part);
    else if (scanner.isMain("r")) text += stringItem(scanner);
    else skipKnown(scanner, "rPr", "rPh", "phoneticPr");
  }
  return text;
}
