// Areas of equal cells, as few and as large as a simple sweep finds: what is set once for each instead of cell by cell.
import type { Area } from "../sheets/page.js";

export interface Patch {
  readonly area: Area;
  readonly key: string;
}

/** The areas in which `keyAt` gives the same text; places where it gives "" are in none. Rows and columns count from 1. */
export function patches(rows: number, columns: number, keyAt: (row: number, column: number) => string): Patch[] {
  const done: Patch[] = [];
  let open = new Map<string, Patch>();
  for (let row = 1; row <= rows; row++) {
    const next = new Map<string, Patch>();
    for (const { left, right, key } of runs(columns, (column) => keyAt(row, column))) {
      const place = `${String(left)}:${String(right)}:${key}`;
      const top = open.get(place)?.area.top ?? row;
      open.delete(place);
      next.set(place, { area: { top, left, bottom: row, right }, key });
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

interface Run {
  readonly left: number;
  readonly right: number;
  readonly key: string;
}

/** Neighbours with the same text, from 1. */
export function runs(count: number, keyAt: (place: number) => string): Run[] {
  const found: Run[] = [];
  let left = 1;
  for (let place = 2; place <= count + 1; place++) {
    const key = keyAt(left);
    if (place <= count && keyAt(place) === key) continue;
    if (key !== "") found.push({ left, right: place - 1, key });
    left = place;
  }
  return found;
}
