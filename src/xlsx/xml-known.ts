// Where only certain elements may stand: any other, read as nothing, would hide the rows, texts or places that it holds.
import type { XmlScanner } from "./xml.js";
import { COMPATIBILITY, MAIN } from "./xml-names.js";

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
