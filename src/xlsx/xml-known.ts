// Where only certain elements may stand. One that is none of them, read as nothing, would hide the rows, texts or places that it holds.
import type { XmlScanner } from "./xml.js";
import { COMPATIBILITY, MAIN } from "./xml-names.js";

/** Throws a content fault when the tag at hand has an attribute that is none of these and of no other vocabulary: one of them may be meant. */
export function checkAttributes(scanner: XmlScanner, known: ReadonlySet<string>): void {
  for (const name of scanner.names) if (!known.has(name) && !isForeign(scanner, name)) scanner.malformed();
}

function isForeign(scanner: XmlScanner, name: string): boolean {
  if (name === "xmlns" || name.startsWith("xmlns:")) return true;
  const colon = name.indexOf(":");
  return colon > 0 && !MAIN.includes(scanner.uri(name.slice(0, colon)));
}

/** Throws a content fault when the token at hand is text that stands where only elements may, so that it would be lost. */
export function checkBlank(scanner: XmlScanner): void {
  if (scanner.kind === "text" && scanner.tokenText().trim() !== "") scanner.malformed();
}

/**
 * Passes over an element of a foreign vocabulary, or over one of the spreadsheet vocabulary that has no meaning for us. Throws a
 * content fault for any other, and for alternatives between which each program chooses by itself.
 */
export function skipKnown(scanner: XmlScanner, ...locals: readonly string[]): void {
  const { namespace, local } = scanner;
  const own = namespace === "" || namespace === COMPATIBILITY || MAIN.includes(namespace);
  if (own && (!MAIN.includes(namespace) || !locals.includes(local))) scanner.malformed();
  scanner.skip();
}
