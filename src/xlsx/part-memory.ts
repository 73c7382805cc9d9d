// What reading one workbook leaves for the next of its batch: parts packed into the same bytes mean the same and are taken apart once.
import type { ZipEntry } from "./zip-read.js";

/** Values made from parts. Whoever reads many workbooks of one kind in turn lends one memory to all of them. */
export interface PartMemory {
  /**
   * The value that `make` gives for an entry; an earlier one when the same bytes came before and were taken with the same `given`.
   * What throws is not remembered, nor what `keep` declines.
   * @param use what is made of the entry
   * @param given all that the value depends on apart from the bytes, compared by identity
   * @param fits whether an earlier value holds here too, where comparing by identity would say too little
   */
  recall<T>(
    entry: ZipEntry,
    use: string,
    given: readonly unknown[],
    make: () => T,
    keep?: (value: T) => boolean,
    fits?: (value: T) => boolean,
  ): T;
}

/** Remembers nothing: for one workbook by itself. */
export const NO_MEMORY: PartMemory = { recall: (_entry, _use, _given, make) => make() };

interface Slot {
  readonly entry: ZipEntry;
  readonly given: readonly unknown[];
  readonly value: unknown;
}

/** Values kept of one part under one use; parts and uses in all; unpacked bytes of a part from which on it is not kept. */
const MOST_SLOTS = 4;
const MOST_PARTS = 256;
const LARGE_BYTES = 4194304;

/** A memory of its own. It keeps a value only when its bytes come a second time, so that figures, which differ, cost nothing. */
export function partMemory(): PartMemory {
  const parts = new Map<string, { readonly slots: Slot[]; readonly seen: Set<number> }>();
  const partOf = (key: string): { readonly slots: Slot[]; readonly seen: Set<number> } => {
    const part = parts.get(key) ?? { slots: [], seen: new Set<number>() };
    if (parts.size < MOST_PARTS) parts.set(key, part);
    return part;
  };
  return {
    recall: (entry, use, given, make, keep, fits) => {
      const { slots, seen } = partOf(`${use} ${entry.name}`);
      for (const slot of slots) {
        if (!isSame(slot, entry, given)) continue;
        // The same part, bytes and use: what was made of them then is of the type that is asked for now.
        const value = slot.value as ReturnType<typeof make>;
        if (fits === undefined || fits(value)) return value;
      }
      const value = make();
      if (entry.size > LARGE_BYTES || keep?.(value) === false) return value;
      if (seen.delete(entry.crc)) {
        if (slots.length >= MOST_SLOTS) slots.shift();
        slots.push({ entry: { ...entry, packed: entry.packed.slice() }, given, value });
      } else {
        if (seen.size >= MOST_PARTS) seen.clear();
        seen.add(entry.crc);
      }
      return value;
    },
  };
}

function isSame(slot: Slot, entry: ZipEntry, given: readonly unknown[]): boolean {
  const { crc, size, method, packed } = slot.entry;
  if (crc !== entry.crc || size !== entry.size || method !== entry.method || packed.length !== entry.packed.length) return false;
  return given.every((one, i) => one === slot.given[i]) && sameBytes(packed, entry.packed);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
