// The cells that differ between the forms of units of one kind, and what stands in them for a unit: the form is drawn once and stamped.
import type { RoundDefinition } from "../core/definition/definition.js";
import { serialOf } from "../core/figure/date.js";
import type { Figures } from "../core/figure/figures.js";
import type { Unit } from "../core/definition/unit.js";
import type { DocumentHeading } from "./party-heading.js";
import { unitHeading } from "./party-heading.js";

/** Meaning of a place. */
export type PlaceMeaning =
  | { readonly kind: "heading"; readonly part: keyof DocumentHeading }
  | { readonly kind: "unit"; readonly part: "code" | "name" | "kind" }
  /** The figure of the period before of a field. */
  | { readonly kind: "previous"; readonly field: string };

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly what: PlaceMeaning;
}

/** What stands in a place: words, a number (a date is its day number), or null for an empty cell. */
export function placeValue(
  what: PlaceMeaning,
  definition: RoundDefinition,
  unit: Unit,
  previous: Figures | null,
): string | number | null {
  if (what.kind === "unit") return unit[what.part];
  if (what.kind === "heading") return unitHeading(definition, unit)[what.part];
  return previousValue(what.field, definition, previous);
}

/** The values of all places of one unit; its heading is made once. */
export function placeValues(
  places: readonly Place[],
  definition: RoundDefinition,
  unit: Unit,
  previous: Figures | null,
): (string | number | null)[] {
  const heading = unitHeading(definition, unit);
  return places.map(({ what }) => (what.kind === "heading" ? heading[what.part] : placeValue(what, definition, unit, previous)));
}

function previousValue(id: string, definition: RoundDefinition, previous: Figures | null): string | number | null {
  const value = previous?.values.get(id) ?? null;
  const type = definition.fields.find((field) => field.id === id)?.type;
  if (value === null) return null;
  if (type === "yesno") return value === 1 ? "Có" : "Không";
  return type === "date" && typeof value === "string" ? serialOf(value) : value;
}
