// Where only certain elements may stand: any other, read as nothing, would hide the rows, texts or places that it holds.
import type { XmlScanner } from "./xml.js";
import { COMPATIBILITY, MAIN } from "./xml-names.js";

/** Throws a content fault when the tag at hand has an attribute without prefix that is none of these: one of them may be meant. */
export function checkAttributes(scanner: XmlScanner, known: ReadonlySet<string>): void {
  for (const name of scanner.names) if (!known.has(name) && !name.includes(":") && name !== "xmlns") scanner.malformed();
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
