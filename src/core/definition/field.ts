// A field is the definition of one input cell; a list is a table of repeating rows whose columns are fields.

/** What an input cell may hold. `count` is a whole number ≥ 0; `yesno` holds the word "Có" or "Không" and counts 1 or 0 in formulas. */
export type FieldType = "count" | "decimal" | "yesno" | "date" | "text" | "choice";

/** How the figures of many units become one: `sum` adds (for `yesno` it counts the yes), `none` leaves the total empty. */
export type Aggregate = "sum" | "none";

export interface Field {
  /** Vietnamese without marks in snake_case with at least one underscore, so that it is a valid Excel name: `tong_dang_vien`. */
  readonly id: string;
  readonly label: string;
  /** Unit of measure (đơn vị tính): `người`, `tổ chức`, `%`; empty for words and dates. */
  readonly measure: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly min: number | null;
  readonly max: number | null;
  /** The allowed words of a `choice`; empty for every other type. */
  readonly choices: readonly string[];
  readonly aggregate: Aggregate;
  /** Heading under which the field stands in the form. */
  readonly section: string;
  /** One or two sentences for the clerk: what to count, up to which day. */
  readonly guidance: string;
  /** Kinds of unit that answer; empty means every unit. Compared by folded text. */
  readonly appliesTo: readonly string[];
}

export interface List {
  readonly id: string;
  readonly label: string;
  /** Column ids are local (`ten`); in formulas a column is `<list id>_<column id>`. */
  readonly columns: readonly Field[];
  readonly maxRows: number;
  readonly section: string;
  readonly guidance: string;
  readonly appliesTo: readonly string[];
}

/** The Excel name of a list's column: `mo_hinh` and `ten` give `mo_hinh_ten`. */
export function columnName(list: Pick<List, "id">, column: Pick<Field, "id">): string {
  return `${list.id}_${column.id}`;
}
