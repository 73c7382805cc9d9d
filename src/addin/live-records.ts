// Which area of which sheet is ours: a hidden name on it, whose comment says how large it was and how it looked when it was written.
// Excel moves a name along with inserted rows and columns, so that a table somebody changed is noticed.
import { referredArea, sheetPrefixes } from "../core/definition/reference.js";

const PREFIX = "_tonghop.";

/** Our area on a sheet; it begins at A1 when it was not moved. */
export interface AreaRecord {
  readonly name: string;
  readonly sheet: string;
  readonly rows: number;
  readonly columns: number;
  /** False when its sheet was not written to the end. */
  readonly complete: boolean;
  /** True when rows or columns were put in or taken out since it was written. */
  readonly moved: boolean;
  /** Marks of the layout and of the looks that stand there. */
  readonly layout: string;
  readonly looks: string;
}

/** True for a name that we keep for ourselves. */
export function isRecordName(name: string): boolean {
  return name.toLowerCase().startsWith(PREFIX);
}

/** The records of a workbook by sheet; names need name, formula and comment. */
export function recordsOf(names: readonly Excel.NamedItem[], sheets: readonly string[]): ReadonlyMap<string, AreaRecord> {
  const prefixes = sheetPrefixes(sheets.map((name) => ({ name })));
  const records = new Map<string, AreaRecord>();
  for (const { name, formula, comment } of names.filter((item) => isRecordName(item.name))) {
    const target = referredArea(String(formula).replace(/^=/u, ""), prefixes);
    const match = /^(\d+)x(\d+) (\w*) (\w*) (\w*)$/u.exec(comment);
    if (target === null || match === null) continue;
    const [rows, columns] = [target.bottom - target.top + 1, target.right - target.left + 1];
    const same = rows === Number(match[1]) && columns === Number(match[2]);
    records.set(target.sheet, {
      name,
      sheet: target.sheet,
      rows,
      columns,
      complete: match[3] === "complete",
      moved: !same || target.top !== 1 || target.left !== 1,
      layout: match[4] ?? "",
      looks: match[5] ?? "",
    });
  }
  return records;
}

/** A name for a new record that no other name has. */
export function freeRecordName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`${PREFIX}${String(number)}`)) number++;
  return `${PREFIX}${String(number)}`;
}

/** Puts a record on a sheet, in place of the one of that name. */
export function putRecord(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  record: Omit<AreaRecord, "moved" | "sheet">,
  replaces: boolean,
): void {
  const { names } = context.workbook;
  if (replaces) names.getItem(record.name).delete();
  const item = names.add(record.name, sheet.getRangeByIndexes(0, 0, record.rows, record.columns));
  const state = record.complete ? "complete" : "begun";
  item.visible = false;
  item.comment = `${String(record.rows)}x${String(record.columns)} ${state} ${record.layout} ${record.looks}`;
}
