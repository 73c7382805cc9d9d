// The records of our areas in the open workbook. Excel moves a name along with inserted rows and columns, so that a table somebody changed is
// noticed. Every change here leaves something behind that the next run understands, wherever Excel stops.
import { referenceText, referredArea, sheetPrefixes } from "../core/definition/reference.js";
import type { AreaState } from "../sheets/area-record.js";
import { isRecordName, readRecordText, recordText } from "../sheets/area-record.js";
import { rangeOf } from "./live-looks.js";

/** Our area on a sheet; it begins at A1 when it was not moved. */
export interface AreaRecord extends AreaState {
  readonly name: string;
  readonly sheet: string;
  /** True when rows or columns were put in or taken out since it was written. */
  readonly moved: boolean;
}

/** The records of a workbook by sheet; names need name, formula and comment. */
export function recordsOf(names: readonly Excel.NamedItem[], sheets: readonly string[]): ReadonlyMap<string, AreaRecord> {
  const prefixes = sheetPrefixes(sheets.map((name) => ({ name })));
  const records = new Map<string, AreaRecord>();
  for (const { name, formula, comment } of names.filter((item) => isRecordName(item.name))) {
    const target = referredArea(String(formula).replace(/^=/u, ""), prefixes);
    if (target === null) continue;
    const size = { rows: target.bottom - target.top + 1, columns: target.right - target.left + 1 };
    // Some programs keep the name and drop what it says.
    const said = readRecordText(comment) ?? { ...size, complete: false, layout: "", looks: "" };
    const same = !said.complete || (size.rows === said.rows && size.columns === said.columns);
    records.set(target.sheet, {
      ...said,
      ...size,
      name,
      sheet: target.sheet,
      moved: !same || target.top !== 1 || target.left !== 1,
    });
  }
  return records;
}

/** Puts a record on a sheet that has none; it says that the sheet is not complete. */
export function addRecord(context: Excel.RequestContext, sheet: Excel.Worksheet, name: string, size: Size): void {
  const area = rangeOf(sheet, { top: 1, left: 1, bottom: size.rows, right: size.columns });
  context.workbook.names.add(name, area, recordText({ ...size, complete: false, layout: "", looks: "" })).visible = false;
}

type Size = Pick<AreaState, "rows" | "columns">;

/**
 * Changes a record. Until its area is right it says that the sheet is not complete.
 * @param from the size that its name has now
 */
export function changeRecord(context: Excel.RequestContext, name: string, sheet: string, from: Size, to: AreaState): void {
  const item = context.workbook.names.getItem(name);
  if (from.rows !== to.rows || from.columns !== to.columns) {
    item.comment = recordText({ ...to, complete: false, layout: "", looks: "" });
    item.formula = `=${referenceText({ sheet, top: 1, left: 1, bottom: to.rows, right: to.columns })}`;
  }
  item.comment = recordText(to);
}
