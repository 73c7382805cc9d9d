// No workbook leaves without having been read back: what the strict reader sees must be what was meant.
import type { Book } from "../sheets/page.js";
import { printedDifference } from "../xlsx/verify-book.js";
import type { Host } from "./round.js";

/**
 * The same bytes, verified.
 * @throws when they do not say what the book says: a fault of ours
 */
export function verified(bytes: Uint8Array, book: Book, host: Host): Uint8Array {
  const difference = printedDifference(bytes, book, host.codec);
  if (difference !== null) throw new Error(`the workbook “${book.title}” was not printed as meant: ${difference}`);
  return bytes;
}
