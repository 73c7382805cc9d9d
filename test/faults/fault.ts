// What a fault of a returned form is, and the form that it is made from.
import type { FilledForm, FilledRound } from "../helpers/filled-round.js";
import { edited, sheetPart, withCell } from "../helpers/edit-form.js";
import type { Outcome } from "../../src/core/round/file-report.js";
import type { LayoutInput } from "../../src/core/submission/form-layout.js";
import type { Unit } from "../../src/core/definition/unit.js";
import type { FigureValue } from "../../src/core/figure/figures.js";

export interface Victim {
  readonly bytes: Uint8Array;
  /** Code and name of its unit. */
  readonly unit: string;
  readonly name: string;
  /** The form of another unit of the round, filled in. */
  readonly other: Uint8Array;
  readonly otherUnit: Unit;
  /** The input of a whole figure that must be given, and what stands in it. */
  readonly input: LayoutInput;
  readonly value: number;
  /** Inputs of words and of a day, with something in them. */
  readonly words: LayoutInput;
  readonly day: LayoutInput;
}

/** The form of one unit of a round as a victim: its input is the first whole figure of two digits or more that must be given. */
export function victimOf({ round, forms }: FilledRound, index: number, other: FilledForm): Victim {
  const { unit, bytes, filled } = forms[index]!;
  const fields = new Map(round.definition.fields.map((field) => [field.id, field]));
  const value = (name: string): FigureValue => filled.figures.values.get(name) ?? null;
  const find = (sound: (type: string, required: boolean, value: FigureValue) => boolean): LayoutInput => {
    const found = round.layout(unit).inputs.find(({ role, name }) => {
      const field = role === "figure" ? fields.get(name) : undefined;
      return field !== undefined && sound(field.type, field.required, value(name));
    });
    if (found === undefined) throw new Error(`${unit.code} has no such input`);
    return found;
  };
  const input = find((type, required, held) => type === "count" && required && Number(held) > 9);
  return {
    bytes,
    unit: unit.code,
    name: unit.name,
    other: other.bytes,
    otherUnit: other.unit,
    input,
    value: Number(value(input.name)),
    words: find((type, _required, held) => type === "text" && held !== null && held !== ""),
    day: find((type, _required, held) => type === "date" && held !== null),
  };
}

export interface Fault {
  readonly name: string;
  readonly make: (victim: Victim) => Uint8Array;
  readonly allowed: readonly Outcome[];
  /** Which input is spoiled; by default the whole figure. */
  readonly at?: "words" | "day";
  /** What the spoiled input may be when the report counts; by default what it was. */
  readonly counts?: (victim: Victim) => readonly FigureValue[];
  /** Days by which all dates of the file move, as every program shows it. */
  readonly days?: number;
  /** A finding that must be among those of the report. */
  readonly code?: RegExp;
}

export const REJECTED: readonly Outcome[] = ["rejected"];
export const KEPT_OUT: readonly Outcome[] = ["rejected", "held"];
export const ACCEPTED: readonly Outcome[] = ["accepted", "accepted-with-warnings"];
export const ANY: readonly Outcome[] = [...ACCEPTED, ...KEPT_OUT];

/** The form with another content in one of the victim's inputs. */
export function typed(
  { bytes, ...victim }: Victim,
  make: (start: string) => string,
  at: "input" | "words" | "day" = "input",
): Uint8Array {
  const { sheet, row, column } = victim[at];
  return edited(bytes, sheetPart(bytes, sheet), (xml) => withCell(xml, row, column, make));
}

/** The form with the part of the victim's sheet edited. */
export function sheet({ bytes, input }: Victim, edit: (xml: string) => string): Uint8Array {
  return edited(bytes, sheetPart(bytes, input.sheet), edit);
}
