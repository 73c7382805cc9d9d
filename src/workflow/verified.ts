// No workbook leaves without having been read back: what the strict reader sees must be what was meant.
import type { Book } from "../sheets/page.js";
import type { Printed } from "../xlsx/print.js";
import { printedDifference } from "../xlsx/verify-book.js";
import type { Host } from "./round.js";

/**
 * The same bytes, verified.
 * @param taken rows that were copied from an earlier printing
 * @throws when they do not say what the book says: a fault of ours
 */
export function verified(bytes: Uint8Array, book: Book, host: Host, taken?: Printed["taken"]): Uint8Array {
  const difference = printedDifference(bytes, book, host.codec, taken);
  if (difference !== null) throw new Error(`the workbook “${book.title}” was not printed as meant: ${difference}`);
  return bytes;
}
