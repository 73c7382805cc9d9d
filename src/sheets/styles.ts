// The few looks that cells of our workbooks have. Printers turn a name into fonts, fills and borders.

export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: "all" | "bottom" | "none";
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly underline?: boolean;
  readonly format?: string;
  readonly indent?: number;
}

export const FONT = "Times New Roman";

export const STYLES = {
  plain: {},
  /** Document heading. */
  headingBody: { size: 13, align: "center", vertical: "middle", wrap: true },
  headingBold: { size: 13, bold: true, align: "center", vertical: "middle", wrap: true },
  headingParty: { size: 14, bold: true, align: "center", vertical: "middle", underline: true },
  headingItalic: { size: 13, italic: true, align: "center", vertical: "middle" },
  title: { size: 15, bold: true, align: "center", vertical: "middle", wrap: true },
  subtitle: { size: 13, align: "center", vertical: "middle", wrap: true },
  /** Table. */
  tableHead: { size: 12, bold: true, fill: "E7ECF3", border: "all", align: "center", vertical: "middle", wrap: true },
  sectionNumber: { size: 12, bold: true, fill: "F3F5F8", border: "all", align: "center", vertical: "middle" },
  section: { size: 12, bold: true, fill: "F3F5F8", border: "all", vertical: "middle", wrap: true },
  label: { size: 12, border: "all", vertical: "middle", wrap: true },
  labelIndented: { size: 12, border: "all", vertical: "middle", wrap: true, indent: 1 },
  labelIndentedTwice: { size: 12, border: "all", vertical: "middle", wrap: true, indent: 2 },
  labelBold: { size: 12, bold: true, border: "all", vertical: "middle", wrap: true },
  center: { size: 12, border: "all", align: "center", vertical: "middle", wrap: true },
  centerSmall: { size: 11, border: "all", align: "center", vertical: "middle", wrap: true },
  centerBold: { size: 12, bold: true, border: "all", align: "center", vertical: "middle", format: "#,##0" },
  centerQuiet: { size: 12, border: "all", align: "center", vertical: "middle", wrap: true, color: "6B6B6B" },
  numberQuiet: { size: 12, border: "all", align: "right", vertical: "middle", format: "#,##0", color: "6B6B6B" },
  number: { size: 12, border: "all", align: "right", vertical: "middle", format: "#,##0" },
  decimal: { size: 12, border: "all", align: "right", vertical: "middle", format: "#,##0.0##" },
  percent: { size: 12, border: "all", align: "right", vertical: "middle", format: "0.00%" },
  total: { size: 12, bold: true, fill: "EEF3EA", border: "all", align: "right", vertical: "middle", format: "#,##0" },
  totalLabel: { size: 12, bold: true, fill: "EEF3EA", border: "all", vertical: "middle", wrap: true },
  date: { size: 12, border: "all", align: "center", vertical: "middle", format: "dd/mm/yyyy" },
  link: { size: 12, border: "all", color: "0B5CAD", underline: true, vertical: "middle" },
  linkPlain: { size: 12, color: "0B5CAD", underline: true, align: "center", vertical: "middle" },
  linkNumber: { size: 12, border: "all", color: "0B5CAD", underline: true, align: "center", vertical: "middle" },
  linkWrapped: { size: 12, border: "all", color: "0B5CAD", vertical: "middle", wrap: true },
  /** Inputs. */
  input: { size: 12, fill: "FFF8DC", border: "all", align: "right", vertical: "middle", format: "#,##0" },
  inputDecimal: { size: 12, fill: "FFF8DC", border: "all", align: "right", vertical: "middle", format: "#,##0.0##" },
  inputText: { size: 12, fill: "FFF8DC", border: "all", vertical: "middle", wrap: true, format: "@" },
  inputNote: { size: 11, fill: "FFF8DC", border: "all", vertical: "top", wrap: true },
  inputCenter: { size: 12, fill: "FFF8DC", border: "all", align: "center", vertical: "middle", wrap: true },
  inputDate: { size: 12, fill: "FFF8DC", border: "all", align: "center", vertical: "middle", format: "dd/mm/yyyy" },
  inputPlain: { size: 13, fill: "FFF8DC", align: "center", vertical: "middle" },
  /** Words around the table. */
  note: { size: 11, italic: true, color: "555555", vertical: "top", wrap: true },
  noteBold: { size: 11, bold: true, italic: true, vertical: "top", wrap: true },
  rightBold: { size: 12, bold: true, align: "right", vertical: "middle", wrap: true },
  body: { size: 13, vertical: "top", wrap: true },
  bodyRight: { size: 13, align: "right", vertical: "top" },
  bodyBold: { size: 13, bold: true, vertical: "top", wrap: true },
  verdictLine: { size: 14, bold: true, border: "all", align: "center", vertical: "middle", wrap: true },
  code: { size: 8, color: "767676" },
  /** Working sheets: a title that runs over the empty cells to its right, the row of field ids, a cell nobody has to fill. */
  sheetTitle: { size: 15, bold: true, vertical: "middle" },
  sheetSubtitle: { size: 12, italic: true, color: "555555", vertical: "middle" },
  idRow: { size: 8, color: "6B6B6B", fill: "F7F7F7", border: "all", align: "center", vertical: "middle" },
  notAsked: { size: 12, fill: "EFEFEF", border: "all" },
  text: { size: 12, border: "all", vertical: "middle" },
  hash: { size: 8, color: "6B6B6B", border: "all", vertical: "middle" },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

export interface ConditionLook {
  /** RRGGBB; null keeps the cell's. */
  readonly fill: string | null;
  readonly color: string | null;
  readonly bold: boolean;
  readonly format?: string;
}

/** What a condition lays over a cell. */
export const CONDITIONS = {
  good: { fill: "E2F0D9", color: "2E6B2E", bold: false },
  bad: { fill: "F8D7DA", color: "9C1C28", bold: true },
  attention: { fill: "FFE8B3", color: "7A4B00", bold: false },
  quiet: { fill: null, color: "6B6B6B", bold: false },
  missing: { fill: "FFE0CC", color: "8A3B00", bold: false },
  /** More decimals, where fewer would round a ratio onto its threshold. */
  exact: { fill: null, color: null, bold: false, format: "0.00000%" },
} as const satisfies Record<string, ConditionLook>;

export type ConditionName = keyof typeof CONDITIONS;
