// What is sent back after a consolidation: a small workbook for each unit whose report was returned or is held, and one with all.
import type { Consolidation } from "../core/round/consolidation.js";
import { safePart } from "../sheets/form.js";
import { allReturnsBook, returnBook, returnsOf } from "../sheets/return-page.js";
import type { Return } from "../sheets/return-page.js";
import { printBook } from "../xlsx/print.js";
import { verified } from "./verified.js";
import type { Host } from "./round.js";

export interface ReturnFile {
  /** Unit code; null in the workbook with all, and for files that name no unit. */
  readonly unit: string | null;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes the return package, one workbook after the other: first the one with all, then each unit's. Nothing when no report is sent back.
 * The units' own files are not touched.
 */
export async function* returnPackage(consolidation: Consolidation, host: Host): AsyncGenerator<ReturnFile> {
  const returns = returnsOf(consolidation);
  if (returns.length === 0) return;
  const period = consolidation.definition.period.id;
  const all = allReturnsBook(consolidation, returns);
  yield { unit: null, fileName: `tat-ca_tra-lai_${period}.xlsx`, bytes: verified(await printBook(all, host.codec), all, host) };
  const owners = new Set<string>();
  for (const back of returns) {
    const book = returnBook(consolidation, back);
    const fileName = `${freeName(ownerOf(back), owners)}_tra-lai_${period}.xlsx`;
    yield { unit: back.unit?.code ?? null, fileName, bytes: verified(await printBook(book, host.codec), book, host) };
  }
}

/** Unit code, or the beginning of the file's hash when nobody is named. */
function ownerOf({ unit, files }: Return): string {
  return unit === null ? `khong-ro-${files[0]!.sha256.slice(0, 8)}` : safePart(unit.code);
}

/** Codes that differ only in marks would give one name: the later gets a number. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${String(number)}`;
  taken.add(free.toLowerCase());
  return free;
}
