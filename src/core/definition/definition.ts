// A definition says everything about one reporting round: resolution, targets, fields, rules, units, period.
import type { Field, List } from "./field.js";
import type { Period } from "./period.js";
import type { Resolution } from "./resolution.js";
import type { Rule } from "./rule.js";
import type { Target } from "./target.js";
import type { Unit } from "./unit.js";

/** The texts that a form prints around the table. */
export interface FormText {
  /** Part of every form's file name and number: `BC-NQ20`. */
  readonly symbol: string;
  /** Title over the table. */
  readonly title: string;
  /** Layout profile of heading and signature, see sheets/party-heading. */
  readonly profile: string;
}

export interface Definition {
  /** Template id: `nq-20-duk-2024`. */
  readonly id: string;
  readonly resolution: Resolution;
  readonly form: FormText;
  /** Null in a template: the period is chosen at `init`. */
  readonly period: Period | null;
  /** Empty in a template. */
  readonly units: readonly Unit[];
  readonly fields: readonly Field[];
  readonly lists: readonly List[];
  readonly targets: readonly Target[];
  readonly rules: readonly Rule[];
}

/** A definition of a running round: its period is known. */
export type RoundDefinition = Definition & { readonly period: Period };
