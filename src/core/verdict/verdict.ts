// A verdict is how a unit, or all of them together, stands against a target: news, not an error.

export type VerdictKind = "met" | "missed" | "unverifiable";

export interface Verdict {
  /** Target id. */
  readonly target: string;
  /** Unit code; null for the whole committee. */
  readonly unit: string | null;
  readonly verdict: VerdictKind;
  /** True when a `between` target is passed above its upper bound. */
  readonly exceeds: boolean;
  /** In the target's measure (94.96 for 94.96 %); null when it cannot be computed. */
  readonly actual: number | null;
  /** In the target's measure (95). */
  readonly threshold: number;
  /** Counts by which the target is missed, in the numerator's measure: 12 people. 0 when met, null when unverifiable. */
  readonly gap: number | null;
  /** Counts of a ratio; of an `each` target with `unit: null` the units that meet it and those that it applies to. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}
