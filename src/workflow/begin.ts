// Beginning a round: a definition without units and period becomes one with both.
import { applySettings } from "../core/control/control-settings.js";
import type { Definition, RoundDefinition } from "../core/definition/definition.js";
import { checkDefinition } from "../core/definition/definition-check.js";
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
import { periodOf } from "../core/definition/period.js";
import type { Unit } from "../core/definition/unit.js";

export interface RoundStart {
  readonly template: Definition;
  readonly units: readonly Unit[];
  /** `2024-Q1`, `2024-H1`, `2024-9M`, `2024`. */
  readonly period: string;
  /** Properties of the sheet Thông tin, e.g. `["han_nop", "2024-07-05"]`. */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

export type Beginning =
  | { readonly definition: RoundDefinition; readonly findings: readonly Finding[] }
  | { readonly definition: null; readonly findings: readonly Finding[] };

/** Puts units, period and settings into a template; every problem is collected. */
export function beginRound({ template, units, period, settings }: RoundStart): Beginning {
  const known = periodOf(period);
  if (known === null) return { definition: null, findings: [finding("control/period-unknown", "error", { found: period })] };
  const { definition, findings } = applySettings({ ...template, units, period: known }, settings);
  const all = [...findings, ...checkDefinition(definition)];
  return all.some((f) => f.severity === "error") ? { definition: null, findings: all } : { definition, findings: all };
}
