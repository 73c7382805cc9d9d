// A target (chỉ tiêu) is a level that a resolution sets: an indicator (formula), a threshold and a scope.

/** `between` is met from `value` up (above `upper` it is met and exceeds); `about` is met from 95 % of `value`. */
export type Comparator = ">=" | ">" | "=" | "<=" | "<" | "between" | "about";

export const COMPARATORS: readonly Comparator[] = [">=", ">", "=", "<=", "<", "between", "about"];

/** `total`: the whole committee together; `each`: every unit by itself; `both`: the two of them. */
export type Scope = "total" | "each" | "both";

export const SCOPES: readonly Scope[] = ["total", "each", "both"];

export interface Target {
  readonly id: string;
  /** Where in the resolution it stands, e.g. `II.2.5`. */
  readonly clause: string;
  readonly label: string;
  /** Excel formula over field ids. A target in `%` has a ratio here (0.95 for 95 %). */
  readonly formula: string;
  /** `%`, `người`, `tổ chức` … */
  readonly measure: string;
  readonly comparator: Comparator;
  /** In the target's measure as the resolution writes it: 95 for 95 %. */
  readonly value: number;
  /** Upper bound of `between`, otherwise null. */
  readonly upper: number | null;
  readonly scope: Scope;
  /** Kinds of unit over which it is computed; empty means every unit. */
  readonly appliesTo: readonly string[];
  /** Last day, `YYYY-MM-DD`, or a year `YYYY`; null when the resolution gives none. */
  readonly due: string | null;
  /** Id of the target that this one is part of ("trong đó …"). */
  readonly parent: string | null;
}
