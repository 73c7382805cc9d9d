// The workbook that is open in Excel, as the views use it: its name, its cells, going to a cell, writing pages.
import { address, parseAddress } from "../core/cells.js";
import type { OpenWorkbook } from "../ui/platform.js";
import { inExcel, LiveFault } from "./live-fault.js";
import { readLive } from "./read-live.js";
import { sentences } from "./sentences.js";
import { writeLive } from "./write-live.js";

export const openWorkbook: OpenWorkbook = {
  name: () =>
    inExcel(async (context) => {
      const workbook = context.workbook.load("name");
      await context.sync();
      return workbook.name;
    }),
  read: (job) => inExcel((context) => readLive(context, job)),
  goTo: (sheet, cell) => inExcel((context) => goTo(context, sheet, cell)),
  write: writeLive,
};

async function goTo(context: Excel.RequestContext, name: string, cell: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("visibility");
  await context.sync();
  if (sheet.isNullObject) throw new LiveFault(sentences().noSheet(name));
  if (sheet.visibility !== "Visible") throw new LiveFault(sentences().hiddenSheet(name));
  const place = parseAddress(cell);
  sheet.activate();
  sheet.getRange(place === null ? "A1" : address(place.row, place.column)).select();
  await context.sync();
}
