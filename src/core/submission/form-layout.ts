// Where everything stands in a form, as data: the page writer makes it, the submission reader uses it. No row number stands in two places.

/** Meaning of an input cell. */
export type InputRole =
  /** A figure: `name` is the field id. */
  | "figure"
  /** Why a target is missed: `name` is `<target id>_giai_trinh`. */
  | "explanation"
  /** Lần báo cáo (1, 2, 3 …): `name` is `lan_bao_cao`. */
  | "submissionNumber"
  /** Words that do not count: document number, place, signer. */
  | "text";

export interface LayoutInput {
  readonly role: InputRole;
  /** Workbook-level defined name of the cell. */
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Code in the hidden column of the row by which the input is found when names were lost; null when the row has none. */
  readonly rowCode: string | null;
  /** Text of the label cell in the same row, as printed. */
  readonly label: string;
}

/** A repeating table on its own sheet: `rows` input rows below the heading row; column names point at the whole column of inputs. */
export interface LayoutList {
  readonly list: string;
  readonly sheet: string;
  readonly headingRow: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly columns: readonly {
    readonly field: string;
    readonly name: string;
    readonly column: number;
    readonly heading: string;
  }[];
}

/** A printed text that a unit must not change. */
export interface LayoutText {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Row code of its row, so that it is found when rows moved; null outside the table. */
  readonly rowCode: string | null;
}

/** A printed formula that a unit must not overwrite. */
export interface LayoutFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Without `=`. */
  readonly formula: string;
  readonly rowCode: string | null;
  /** What the cell shows, so that its result can be recomputed: a target's amount, ratio or verdict, a rule's state, or other. */
  readonly shows: {
    readonly kind: "targetAmount" | "targetRatio" | "targetVerdict" | "ruleState" | "other";
    readonly id: string;
  };
}

/** Keys of the hidden sheet: column A holds the key, column B the value, from row 1 on. */
export const HIDDEN_SHEET = "_tonghop";
export type HiddenKey = "form" | "fingerprint" | "unit" | "unitName" | "unitKind" | "period" | "definition";

/** Rows and columns of a sheet within which anything printed or typed may stand; figures elsewhere are reported. */
export interface LayoutExtent {
  readonly sheet: string;
  readonly rows: number;
  readonly columns: number;
  /** What the form prints there, by `cellKey`: words and numbers, and results of formulas; inputs only when something is in them. */
  readonly printed: ReadonlyMap<number, string>;
}

export interface FormLayout {
  /** Visible sheets in order. */
  readonly sheets: readonly string[];
  readonly tableSheet: string;
  /** Column (from 1) of the row codes and of the labels on the table sheet. */
  readonly rowCodeColumn: number;
  readonly labelColumn: number;
  readonly inputs: readonly LayoutInput[];
  readonly lists: readonly LayoutList[];
  readonly texts: readonly LayoutText[];
  readonly formulas: readonly LayoutFormula[];
  readonly extents: readonly LayoutExtent[];
  /** The cell of the heading in which the unit's name stands; null when there is none. */
  readonly unitName: { readonly sheet: string; readonly row: number; readonly column: number } | null;
}
