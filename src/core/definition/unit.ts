// A unit (đơn vị) is an organisation that reports; never a unit of measure.

export interface Unit {
  readonly code: string;
  readonly name: string;
  /** Other names by which people know it. */
  readonly aliases: readonly string[];
  /** e.g. `đảng bộ cơ sở`; compared with `appliesTo` by folded text. */
  readonly kind: string;
  /** Code of the superior unit, or null. */
  readonly parent: string | null;
  readonly email: string | null;
}
