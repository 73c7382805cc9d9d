// The end of writing: was a table moved meanwhile, did Excel take a text for a formula? Then the records get their last size.
import { address } from "../core/cells.js";
import { isRisky } from "./live-entries.js";
import { LiveFault, quoted } from "./live-fault.js";
import { changeRecord, recordsOf } from "./live-records.js";
import { sentences } from "./sentences.js";
import type { Task } from "./write-live.js";

/** @throws LiveFault when somebody moved a table while it was written, or Excel took a text for a formula */
export async function finishWriting(context: Excel.RequestContext, tasks: readonly Task[]): Promise<void> {
  const names = context.workbook.names.load("items/name,items/formula,items/comment");
  const risky = riskyTexts(tasks);
  await context.sync();
  await refuseMoved(context, tasks, names.items);
  await refuseFormulas(context, risky);
  for (const { name, page, whole, grid, marks } of tasks) {
    const { rows, columns } = grid;
    if (rows !== whole.rows || columns !== whole.columns)
      changeRecord(context, name, page.name, whole, { rows, columns, complete: true, ...marks });
  }
  context.workbook.application.calculate("Recalculate");
  tasks.find(({ page }) => page.visibility === "visible")?.sheet.activate();
  await context.sync();
}

/** Rows that somebody put in while blocks were on their way push what was written aside; the sheet is marked as incomplete again. */
async function refuseMoved(
  context: Excel.RequestContext,
  tasks: readonly Task[],
  names: readonly Excel.NamedItem[],
): Promise<void> {
  const records = new Map(
    [
      ...recordsOf(
        names,
        tasks.map(({ sheetName }) => sheetName),
      ).values(),
    ].map((record) => [record.name, record]),
  );
  const moved = tasks.filter(({ name, whole }) => {
    const record = records.get(name);
    return record === undefined || record.moved || record.rows !== whole.rows || record.columns !== whole.columns;
  });
  if (moved.length === 0) return;
  for (const { name, page, sheet, whole } of moved) {
    if (records.has(name)) changeRecord(context, name, page.name, whole, { ...whole, complete: false, layout: "", looks: "" });
    if (page.visibility === "visible") sheet.getRange("A1").values = [[sentences().writing]];
  }
  await context.sync();
  throw new LiveFault(sentences().changedMeanwhile(quoted(moved.map(({ page }) => page.name))), {}, true);
}

interface RiskyText {
  readonly sheet: string;
  readonly range: Excel.Range;
}

function riskyTexts(tasks: readonly Task[]): RiskyText[] {
  return tasks.flatMap(({ sheet, page, grid }) =>
    page.rows.flatMap(({ row, cells }) =>
      [...cells.keys()]
        .filter((column) => isRisky(grid.cell(row, column)))
        .map((column) => ({ sheet: page.name, range: sheet.getRange(address(row, column)).load("values,formulas") })),
    ),
  );
}

/** A text that Excel took for a formula is emptied at once. */
async function refuseFormulas(context: Excel.RequestContext, risky: readonly RiskyText[]): Promise<void> {
  const taken = risky.filter(({ range }) => {
    const [value, formula] = [range.values[0]![0] as unknown, range.formulas[0]![0] as unknown];
    return typeof formula === "string" && formula.startsWith("=") && formula !== value;
  });
  if (taken.length === 0) return;
  for (const { range } of taken) range.clear("Contents");
  await context.sync();
  throw new LiveFault(sentences().tookAsFormula(taken[0]!.sheet), {}, true);
}
