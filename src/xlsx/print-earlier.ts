// What one printing of a round leaves for the next: where rows with marks stand in its sheets. Rows whose mark is the same are copied as bytes.
import { strFromU8, strToU8 } from "fflate";
import type { PageRow } from "../sheets/page.js";
import type { Codec } from "./codec.js";
import { entryBytes, openZip, OWN_LIMITS } from "./zip-read.js";

/** Where a row stands in the part of its sheet, in bytes. */
export interface RowSpan {
  readonly row: number;
  readonly mark: number;
  readonly start: number;
  readonly length: number;
}

/** The rows with marks of one sheet. */
export interface SheetIndex {
  /** Name of its part. */
  readonly part: string;
  /** Numbers of the looks that the rows are written with, in the order in which the page declares them. */
  readonly looks: string;
  readonly rows: readonly RowSpan[];
}

/** By sheet name. */
export type RowIndex = ReadonlyMap<string, SheetIndex>;

/** An earlier printing of the same round: same definition, same units, same figures of the period before, same program. */
export interface EarlierPrint {
  readonly index: RowIndex;
  /** Bytes of the part of a sheet, checked; null when there is no such sheet. */
  readonly part: (sheet: string) => Uint8Array | null;
}

/**
 * An earlier printing from the bytes of its workbook, which nobody may have changed, and its index.
 * @returns a printing whose `part` throws a content fault when the bytes are damaged
 */
export function earlierPrint(bytes: Uint8Array, index: RowIndex, codec: Codec): EarlierPrint {
  const { byName } = openZip(bytes, OWN_LIMITS);
  return {
    index,
    part: (sheet) => {
      const entry = byName.get(index.get(sheet)?.part.toLowerCase() ?? "");
      return entry === undefined ? null : entryBytes(entry, codec);
    },
  };
}

/** Rows of one sheet that stand as they stood in an earlier printing. */
export interface EarlierRows {
  readonly looks: string;
  /** Bytes of the row, or null when it has to be made anew. */
  readonly bytes: (line: PageRow) => Uint8Array | null;
}

const NO_ROWS: EarlierRows = { looks: "", bytes: () => null };

/** The rows of a sheet that can be taken over from an earlier printing. */
export function earlierRows(earlier: EarlierPrint | null, sheet: string): EarlierRows {
  const known = earlier?.index.get(sheet);
  const part = known === undefined ? null : (earlier?.part(sheet) ?? null);
  if (known === undefined || part === null) return NO_ROWS;
  const byRow = new Map(known.rows.map((span) => [span.row, span]));
  const byMark = new Map(known.rows.map((span) => [span.mark, span]));
  const bytesOf = ({ start, length }: RowSpan): Uint8Array => part.subarray(start, start + length);
  return {
    looks: known.looks,
    bytes: ({ row, facts }) => {
      if (facts === undefined) return null;
      const here = byRow.get(row);
      if (here?.mark === facts.mark) return bytesOf(here);
      const elsewhere = facts.movable === true ? byMark.get(facts.mark) : undefined;
      return elsewhere === undefined ? null : renumbered(bytesOf(elsewhere), elsewhere.row, row);
    },
  };
}

/** The bytes of a row under another number. Texts hold no `<`, so that only tags are touched. */
function renumbered(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const tags = new RegExp(`(<(?:row|c) r="[A-Z]*)${String(from)}"`, "gu");
  return strToU8(strFromU8(bytes).replace(tags, (_, start: string) => `${start}${String(to)}"`));
}
