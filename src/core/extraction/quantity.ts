// The shape of a quantity, and the plain ones that need no grammar around them.
import type { Comparator } from "../definition/target.js";
import type { Measure } from "./measures.js";
import type { Read } from "./phrases.js";
import type { Span } from "./tokens.js";

/** A number with what it counts. */
export interface Quantity {
  /** From the comparator to the end of the measure. */
  readonly from: number;
  readonly next: number;
  /** Token of the number itself. */
  readonly at: number;
  readonly value: number;
  readonly upper: number | null;
  readonly comparator: Comparator;
  /** Words said the comparator; a bare number is "=". */
  readonly explicit: boolean;
  /** The words were a bound like "tối thiểu". */
  readonly strong: boolean;
  /** The comparator may hold for the next conjunct too: it stood before the number. */
  readonly leads: boolean;
  readonly measure: Measure;
  readonly rank: boolean;
  /** "trở lên" some words after the number; not part of the subject. */
  readonly trailing: Span | null;
}

/** A quantity whose comparator, if any, is said by its own words. */
export function plain(
  p: Omit<Quantity, "upper" | "explicit" | "leads" | "trailing" | "strong"> & { strong?: boolean },
): Read<Quantity> {
  const value: Quantity = {
    upper: null,
    explicit: p.comparator !== "=",
    leads: false,
    trailing: null,
    strong: p.strong ?? p.rank,
    ...p,
  };
  return { value, next: p.next };
}
