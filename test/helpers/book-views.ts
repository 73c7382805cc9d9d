// What several readers see in the same bytes, in one shape: ours under both codecs, SheetJS, exceljs.
import { isDeepStrictEqual } from "node:util";
import * as SheetJS from "@e965/xlsx";
import ExcelJS from "exceljs";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { cellKey, type Cell, type WorkbookCells } from "../../src/core/cells.js";
import { webCodec, type Codec } from "../../src/xlsx/codec.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";

export type Plain = string | number | boolean | null;

export interface CellView {
  readonly value: Plain;
  /** Text without `=`; `""` where a formula goes on whose text stands in another cell; null for none. */
  readonly formula: string | null;
  /** Set where the reader keeps a date, in milliseconds since 1970, instead of the number. */
  readonly moment?: number;
  /** What the cell is to that reader beyond a value: a part of a merged area, a link. */
  readonly as?: "merged" | "link" | "array";
}

export interface SheetView {
  readonly name: string;
  readonly chart: boolean;
  /** By `cellKey`; a cell without value and formula is absent. */
  readonly cells: ReadonlyMap<number, CellView>;
}

export interface BookView {
  readonly sheets: readonly SheetView[];
  readonly date1904: boolean;
}

/** Our reading as others are compared with it; `same` tells whether both codecs gave the same, findings included. */
export interface OurReading {
  readonly view: BookView | null;
  /** Code of the first error; null when the workbook was read. */
  readonly refused: string | null;
  readonly same: boolean;
}

/** The other readers by name; each throws when it cannot read the file. */
export const OTHERS = { SheetJS: sheetJsView, exceljs: exceljsView } as const;
export type Other = keyof typeof OTHERS;

/** Reads with our reader under the codec of Node and under another, by default that of the browser. */
export function ourReading(bytes: Uint8Array, other: Codec = webCodec): OurReading {
  const [node, web] = [readWorkbook(bytes, nodeCodec), readWorkbook(bytes, other)];
  const refused = node.workbook === null ? (node.findings.find(({ severity }) => severity === "error")?.code ?? "none") : null;
  return {
    view: node.workbook === null ? null : ourView(node.workbook),
    refused,
    same: isDeepStrictEqual(node, web),
  };
}

/** A workbook of ours in the common shape. */
export function ourView({ sheets, date1904 }: WorkbookCells): BookView {
  return {
    date1904,
    sheets: sheets.map(({ name, cells }) => ({
      name,
      chart: false,
      cells: new Map([...cells].map(([key, cell]) => [key, { value: ourValue(cell), formula: cell.formula }])),
    })),
  };
}

function ourValue({ value }: Cell): Plain {
  switch (value.kind) {
    case "number":
      return value.number;
    case "text":
    case "error":
      return value.text;
    case "boolean":
      return value.boolean;
    case "empty":
      return null;
  }
}

async function sheetJsView(bytes: Uint8Array): Promise<BookView> {
  const book = SheetJS.read(bytes, { cellDates: false, cellHTML: false, sheetStubs: false, xlfn: true });
  const sheets = book.SheetNames.map((name): SheetView => {
    const sheet = book.Sheets[name] as Readonly<Record<string, SheetJS.CellObject | undefined>>;
    const cells = new Map<number, CellView>();
    for (const [at, cell] of Object.entries(sheet)) {
      if (at.startsWith("!") || cell === undefined) continue;
      const { r, c } = SheetJS.utils.decode_cell(at);
      const view = sheetJsCell(cell);
      if (view.value !== null || view.formula !== null) cells.set(cellKey(r + 1, c + 1), view);
    }
    return { name, chart: book.Sheets[name]?.["!type"] === "chart", cells };
  });
  return Promise.resolve({ sheets, date1904: book.Workbook?.WBProps?.date1904 === true });
}

function sheetJsCell(cell: SheetJS.CellObject): CellView {
  const value = cell.t === "e" ? (cell.w ?? null) : cell.v instanceof Date || cell.v === undefined ? null : cell.v;
  return { value, formula: cell.f ?? null, ...(cell.F === undefined ? {} : { as: "array" as const }) };
}

async function exceljsView(bytes: Uint8Array): Promise<BookView> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const sheets = book.worksheets.map((sheet): SheetView => {
    const cells = new Map<number, CellView>();
    sheet.eachRow((row, number) =>
      row.eachCell((cell, column) => {
        const view = exceljsCell(cell);
        if (view.value !== null || view.formula !== null || view.moment !== undefined || view.as !== undefined)
          cells.set(cellKey(number, column), view);
      }),
    );
    return { name: sheet.name, chart: false, cells };
  });
  return { sheets, date1904: book.properties.date1904 };
}

function exceljsCell(cell: ExcelJS.Cell): CellView {
  if (cell.type === ExcelJS.ValueType.Merge) return { value: null, formula: null, as: "merged" };
  const { value } = cell;
  if (typeof value !== "object" || value === null) return { value: value ?? null, formula: null };
  if (value instanceof Date) return { value: null, formula: null, moment: value.getTime() };
  if ("error" in value) return { value: value.error, formula: null };
  if ("hyperlink" in value) return { ...plainOf(value.text), formula: null, as: "link" };
  if ("richText" in value) return { ...plainOf(value), formula: null };
  if ("shareType" in value && (value.shareType as string) === "dataTable") return { ...plainOf(value.result), formula: null };
  if (!("formula" in value || "sharedFormula" in value)) return { value: JSON.stringify(value), formula: null };
  const formula = "formula" in value ? value.formula : "";
  return { ...plainOf(value.result), formula, ...("shareType" in value && value.shareType === "array" ? { as: "array" } : {}) };
}

/** A value of exceljs that stands inside another. */
function plainOf(inner: unknown): { readonly value: Plain; readonly moment?: number } {
  if (inner instanceof Date) return { value: null, moment: inner.getTime() };
  if (typeof inner !== "object" || inner === null) return { value: (inner as Plain | undefined) ?? null };
  if ("error" in inner) return { value: String(inner.error) };
  if ("richText" in inner) return { value: (inner.richText as { text: string }[]).map(({ text }) => text).join("") };
  return { value: JSON.stringify(inner) };
}
