// Comparing the figures of two reports: are they the same, where do they differ, could equality be chance?
import type { Definition } from "../definition/definition.js";
import type { Figures, FigureValue } from "./figures.js";

/** One place where two reports differ. */
export interface Difference {
  /** Field id, or the id of a list. */
  readonly field: string;
  readonly label: string;
  /** Row of a list from 1; null for a field. */
  readonly row: number | null;
  readonly mine: FigureValue;
  readonly other: FigureValue;
}

/** Equal for two reports with the same figures, words, dates and rows; explanations do not count. */
export function figuresKey(definition: Definition, figures: Figures): string {
  const fields = definition.fields.map((field) => figures.values.get(field.id) ?? null);
  const lists = definition.lists.map((list) =>
    (figures.lists.get(list.id) ?? []).map((row) => list.columns.map((column) => row.get(column.id) ?? null)),
  );
  return JSON.stringify([fields, lists]);
}

/** Every place where two reports differ, in the order of the form. */
export function differences(definition: Definition, mine: Figures, other: Figures): Difference[] {
  const found: Difference[] = [];
  for (const { id, label } of definition.fields) {
    const [a, b] = [mine.values.get(id) ?? null, other.values.get(id) ?? null];
    if (a !== b) found.push({ field: id, label, row: null, mine: a, other: b });
  }
  for (const list of definition.lists) {
    const [here, there] = [mine.lists.get(list.id) ?? [], other.lists.get(list.id) ?? []];
    for (let row = 0; row < Math.max(here.length, there.length); row++) {
      for (const column of list.columns) {
        const [a, b] = [here[row]?.get(column.id) ?? null, there[row]?.get(column.id) ?? null];
        if (a !== b) found.push({ field: list.id, label: `${list.label}, ${column.label}`, row: row + 1, mine: a, other: b });
      }
    }
  }
  return found;
}

/**
 * How many different values a report holds that two units hardly share by chance: numbers other than 0 and free words.
 * Small units that reached everything (8 members, all 8 learned) agree honestly in one or two values.
 */
export function distinctValues(definition: Definition, figures: Figures): number {
  const seen = new Set<string | number>();
  for (const field of definition.fields) {
    const value = figures.values.get(field.id) ?? null;
    const telling = field.type === "count" || field.type === "decimal" || field.type === "text";
    if (telling && value !== null && value !== 0 && value !== "") seen.add(value);
  }
  for (const list of definition.lists) {
    for (const row of figures.lists.get(list.id) ?? []) {
      for (const column of list.columns) {
        const value = row.get(column.id) ?? null;
        if (column.type === "text" && value !== null && value !== "") seen.add(value);
      }
    }
  }
  return seen.size;
}
