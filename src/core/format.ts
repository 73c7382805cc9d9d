// Numbers as Vietnamese people read them: dot for thousands, comma for decimals.
import type { Exact } from "./figure/exact.js";
import { compareExact, exactOf, exactOfText, toDecimalText } from "./figure/exact.js";

/** Most decimals shown to tell a number from a threshold. */
const MOST_DECIMALS = 12;

/** Text of a number with dots for thousands and a comma: 1234.5 → `1.234,5`. Not more than `decimals` decimals, zeros at the end dropped. */
export function formatNumber(value: Exact, decimals = 6): string {
  const exact = typeof value === "number" ? exactOf(value) : value;
  const text = toDecimalText(exact, decimals);
  return vietnamese(text.includes(".") ? text.replace(/\.?0+$/, "") : text);
}

/** Text of a number with exactly so many decimals. */
export function formatFixed(value: Exact, decimals: number): string {
  return vietnamese(toDecimalText(typeof value === "number" ? exactOf(value) : value, decimals));
}

/**
 * Text of a number that stands on the same side of every bound as the number itself: 94.96 against 95 is `94,96`, never `95,0`.
 * Decimals are added from `least` on; an exact number is written exactly.
 * @returns null when no reasonable number of decimals tells them apart
 */
export function formatBeside(value: Exact, bounds: readonly Exact[], least: number): string | null {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const text = toDecimalText(value, decimals);
    const shown = exactOfText(text)!;
    if (compareExact(shown, value) === 0) return vietnamese(text);
    if (decimals < least) continue;
    const honest = bounds.every((bound) => Math.sign(compareExact(shown, bound)) === Math.sign(compareExact(value, bound)));
    if (honest) return vietnamese(text);
  }
  return null;
}

function vietnamese(text: string): string {
  const [whole, decimals] = text.split(".");
  const grouped = whole!.replace(/\B(?=([0-9]{3})+$)/g, ".");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
