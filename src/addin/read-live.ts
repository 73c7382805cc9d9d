// The open workbook read into cells and names, as the readers of the core want them.
import type { Cell, CellValue, NameTarget, SheetCells, Visibility, WorkbookCells } from "../core/cells.js";
import { cellKey } from "../core/cells.js";
import { referredArea, sheetPrefixes } from "../core/definition/reference.js";
import { isRecordName } from "../sheets/area-record.js";
import type { Job } from "../ui/engine.js";
import { JobStopped } from "../ui/engine.js";

/** Cells that are fetched in one go: values, types, formulas and formats of so many stay well below 5 MB. */
const MOST_CELLS = 25_000;
const GENERAL = "General";
/** 1 January 2000 in the date system that begins in 1900; in the other one it is 1,462 days less. */
const DAY_IN_1900 = 36_526;
const FETCHED = "values,valueTypes,formulas,numberFormat";

const VISIBILITY: Readonly<Record<string, Visibility>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

/** Rows of a sheet that are fetched together. */
interface Block {
  readonly sheet: number;
  /** From 0. */
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
  readonly range: Excel.Range;
}

/** Reads every sheet of the open workbook, hidden ones too. */
export async function readLive(context: Excel.RequestContext, job: Job = {}): Promise<WorkbookCells> {
  const { workbook } = context;
  const { worksheets, names } = workbook;
  worksheets.load("items/name,items/visibility");
  names.load("items/name,items/type,items/formula");
  const newDay = workbook.functions.date(2000, 1, 1).load("value");
  await context.sync();
  const used = worksheets.items.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    return range.load("rowIndex,columnIndex,rowCount,columnCount");
  });
  await context.sync();
  const blocks = worksheets.items.flatMap((sheet, i) => blocksOf(sheet, used[i]!, i));
  const cells = worksheets.items.map(() => new Map<number, Cell>());
  const waiting = parcels(blocks);
  for (const [i, parcel] of waiting.entries()) {
    if (job.signal?.aborted === true) throw new JobStopped();
    await fetchParcel(context, parcel, cells);
    job.progress?.(i + 1, waiting.length);
  }
  const sheets = worksheets.items.map(({ name, visibility }, i): SheetCells => ({
    name,
    visibility: VISIBILITY[visibility] ?? "visible",
    cells: cells[i]!,
  }));
  return {
    sheets,
    ...readNames(names.items, sheets),
    date1904: newDay.value < DAY_IN_1900,
    externalLinks: [],
    lastSaved: null,
    application: "Excel",
  };
}

function blocksOf(sheet: Excel.Worksheet, used: Excel.Range, index: number): Block[] {
  if (used.isNullObject) return [];
  const { rowIndex: top, columnIndex: left, rowCount, columnCount: columns } = used;
  const step = Math.max(1, Math.floor(MOST_CELLS / columns));
  return Array.from({ length: Math.ceil(rowCount / step) }, (_, i) => {
    const rows = Math.min(step, rowCount - i * step);
    return {
      sheet: index,
      top: top + i * step,
      left,
      rows,
      columns,
      range: sheet.getRangeByIndexes(top + i * step, left, rows, columns),
    };
  });
}

/** Blocks together in one exchange, as many as Excel gives at once. */
function parcels(blocks: readonly Block[]): Block[][] {
  const made: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const size = block.rows * block.columns;
    if (size > room) {
      made.push([]);
      room = MOST_CELLS;
    }
    made.at(-1)!.push(block);
    room -= size;
  }
  return made;
}

async function fetchParcel(
  context: Excel.RequestContext,
  parcel: readonly Block[],
  cells: readonly Map<number, Cell>[],
): Promise<void> {
  for (const { range } of parcel) range.load(FETCHED);
  await context.sync();
  for (const block of parcel) takeCells(block, cells[block.sheet]!);
}

function takeCells({ range, top, left }: Block, cells: Map<number, Cell>): void {
  const [values, types, formulas, formats] = [
    range.values,
    range.valueTypes,
    range.formulas,
    range.numberFormat,
  ] as unknown[][][];
  values!.forEach((line, i) => {
    line.forEach((value, j) => {
      const entry = formulas![i]![j];
      if (value === "" && entry === "") return;
      // A text behind an apostrophe is its own “formula”.
      const formula = typeof entry === "string" && entry.startsWith("=") && entry !== value ? entry.slice(1) : null;
      const format = formats![i]![j];
      cells.set(cellKey(top + i + 1, left + j + 1), {
        value: valueOf(value, types![i]![j]),
        formula,
        format: typeof format === "string" && format !== GENERAL ? format : null,
      });
    });
  });
}

function valueOf(value: unknown, type: unknown): CellValue {
  if (type === "Error") return { kind: "error", text: String(value) };
  if (typeof value === "number") return { kind: "number", number: value };
  return typeof value === "boolean" ? { kind: "boolean", boolean: value } : { kind: "text", text: String(value) };
}

function readNames(
  items: readonly Excel.NamedItem[],
  sheets: readonly SheetCells[],
): Pick<WorkbookCells, "names" | "brokenNames"> {
  const prefixes = sheetPrefixes(sheets);
  const names = new Map<string, NameTarget>();
  const brokenNames = new Map<string, string>();
  for (const item of items) {
    if (isRecordName(item.name) || item.name.startsWith("_xlnm.")) continue;
    const refersTo = String(item.formula).replace(/^=/u, "");
    const target = referredArea(refersTo, prefixes);
    if (target === null) brokenNames.set(item.name, refersTo);
    else names.set(item.name, target);
  }
  return { names, brokenNames };
}
