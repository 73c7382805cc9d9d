// What reading one workbook leaves for the next of its batch: parts packed into the same bytes mean the same and are taken apart once.
import { sameBytes } from "./same-bytes.js";
import type { ZipEntry } from "./zip-read.js";

/** Values made from parts. Whoever reads many workbooks of one kind in turn lends one memory to all of them. */
export interface PartMemory {
  /**
   * The value that `make` gives for an entry, or the one that it gave for the same bytes before. What throws is not remembered.
   * @param use what is made of the entry
   */
  recall<T>(entry: ZipEntry, use: string, make: () => T, conditions?: Conditions<T>): T;
}

/** For a value that depends on more than the bytes of its part. */
export interface Conditions<T> {
  /** Whether the value just made may be taken again. */
  readonly keep: (value: T) => boolean;
  /** Whether an earlier value holds in this workbook too. */
  readonly fits: (value: T) => boolean;
}

/** Remembers nothing: for one workbook by itself. */
export const NO_MEMORY: PartMemory = { recall: (_entry, _use, make) => make() };

/** What is kept of one part under one use: values, and the checksums of bytes that came once. */
interface Kept {
  readonly slots: Slot[];
  readonly seen: Set<number>;
}

interface Slot {
  readonly entry: ZipEntry;
  readonly value: unknown;
}

/** Values kept of one part under one use; parts and uses in all; unpacked bytes of a part from which on it is not kept. */
const MOST_SLOTS = 4;
const MOST_PARTS = 256;
const LARGE_BYTES = 4194304;

/** A memory of its own. It keeps a value only when its bytes come a second time, so that figures, which differ, cost nothing. */
export function partMemory(): PartMemory {
  const uses = new Map<string, Map<string, Kept>>();
  let size = 0;
  const keptOf = (use: string, part: string): Kept => {
    const parts = uses.get(use) ?? new Map<string, Kept>();
    const kept = parts.get(part) ?? { slots: [], seen: new Set<number>() };
    if (!parts.has(part) && size < MOST_PARTS) {
      size++;
      uses.set(use, parts.set(part, kept));
    }
    return kept;
  };
  return {
    recall: (entry, use, make, conditions) => {
      const { slots, seen } = keptOf(use, entry.name);
      for (const slot of slots) {
        if (!isSame(slot.entry, entry)) continue;
        // One use makes one type of value.
        const value = slot.value as ReturnType<typeof make>;
        if (conditions?.fits(value) !== false) return value;
      }
      const value = make();
      if (entry.size > LARGE_BYTES || conditions?.keep(value) === false) return value;
      if (seen.delete(entry.crc)) {
        if (slots.length >= MOST_SLOTS) slots.shift();
        slots.push({ entry: { ...entry, packed: entry.packed.slice() }, value });
      } else {
        if (seen.size >= MOST_PARTS) seen.clear();
        seen.add(entry.crc);
      }
      return value;
    },
  };
}

function isSame(a: ZipEntry, b: ZipEntry): boolean {
  if (a.crc !== b.crc || a.size !== b.size || a.method !== b.method || a.packed.length !== b.packed.length) return false;
  return sameBytes(a.packed, b.packed);
}
