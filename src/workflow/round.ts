// A running round: its definition, and what is derived from it once and used for every file.
import type { RoundDefinition } from "../core/definition/definition.js";
import type { Figures } from "../core/figure/figures.js";
import { definitionFingerprint } from "../core/definition/fingerprint.js";
import type { FormLayout } from "../core/submission/form-layout.js";
import { foldText } from "../core/text.js";
import type { Unit } from "../core/definition/unit.js";
import { formLayout } from "../sheets/form.js";
import type { Codec } from "../xlsx/codec.js";
import type { PartMemory } from "../xlsx/part-memory.js";

/** What the host lends: packing and hashing of bytes. */
export interface Host {
  readonly codec: Codec;
  /** Lower-case hexadecimal SHA-256. */
  sha256(bytes: Uint8Array): string;
  /** What the workbooks of one batch leave for each other, so that equal parts are taken apart once. */
  readonly memory?: PartMemory;
  /** Called between pieces of work that leave much behind in memory, for hosts that can clear it. */
  clear?(): void;
}

/** Figures of the period before, by unit code. */
export type PreviousFigures = ReadonlyMap<string, Figures>;

export interface Round {
  readonly definition: RoundDefinition;
  readonly fingerprint: string;
  readonly units: ReadonlyMap<string, Unit>;
  readonly previous: PreviousFigures;
  /** The layout of the form of a unit's kind. */
  layout(unit: Unit): FormLayout;
}

/** Prepares a round; layouts are made at first use, one for each kind of unit. */
export function openRound(definition: RoundDefinition, previous: PreviousFigures = new Map()): Round {
  const layouts = new Map<string, FormLayout>();
  return {
    definition,
    fingerprint: definitionFingerprint(definition),
    units: new Map(definition.units.map((unit) => [unit.code, unit])),
    previous,
    layout: (unit) => {
      const kind = foldText(unit.kind);
      const known = layouts.get(kind) ?? formLayout(definition, unit.kind);
      layouts.set(kind, known);
      return known;
    },
  };
}
