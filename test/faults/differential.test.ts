import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import ExcelJS from "exceljs";
import * as SheetJS from "@e965/xlsx";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { address, keyColumn, keyRow, type Cell, type SheetCells } from "../../src/core/cells.js";
import { consolidate, consolidatedWorkbook, readReport } from "../../src/workflow.js";
import { nodeHost } from "../../src/cli/host.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { filledRound, TEMPLATES } from "../helpers/filled-round.js";

type Plain = string | number | boolean | null;

/** Differences that were looked at, by reader; every other one fails. */
const NAMED: readonly {
  readonly who: string;
  readonly why: string;
  readonly is: (ours: Plain, theirs: Plain) => boolean;
}[] = [
  {
    who: "SheetJS",
    why: "a formula without a stored result is empty to us",
    is: (ours, theirs) => ours === null && (theirs === 0 || theirs === ""),
  },
  {
    who: "exceljs",
    why: "it drops a stored result of 0 or false",
    is: (ours, theirs) => (ours === 0 || ours === false) && theirs === null,
  },
  {
    who: "exceljs",
    why: "it leaves the escapes of inline strings as they stand",
    is: (ours, theirs) => typeof theirs === "string" && ours === theirs.replaceAll("_x005F_", "_"),
  },
];

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

function exceljsValue(cell: ExcelJS.Cell): Plain {
  const { value } = cell;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Math.round((value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  if (typeof value !== "object") return value;
  if ("error" in value) return value.error;
  if ("hyperlink" in value) return value.text;
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  const { result } = value as { result?: Plain | Date | { error: string } };
  if (result instanceof Date) return Math.round((result.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  return typeof result === "object" && result !== null ? result.error : (result ?? null);
}

function compare(sheet: SheetCells, theirs: (row: number, column: number) => Plain, who: string): number {
  let compared = 0;
  for (const [key, cell] of sheet.cells) {
    const ours = ourValue(cell);
    const other = theirs(keyRow(key), keyColumn(key));
    compared++;
    if (ours === other || (ours === "" && other === null) || NAMED.some((named) => named.who === who && named.is(ours, other)))
      continue;
    assert.fail(
      `${sheet.name}!${address(keyRow(key), keyColumn(key))}: ${JSON.stringify(ours)}, ${who} reads ${JSON.stringify(other)}`,
    );
  }
  return compared;
}

async function compareAll(bytes: Uint8Array): Promise<number> {
  const { workbook } = readWorkbook(bytes, nodeCodec);
  const excel = new ExcelJS.Workbook();
  await excel.xlsx.load(bytes.slice().buffer);
  const sheetJs = SheetJS.read(bytes, { cellDates: false });
  let compared = 0;
  for (const sheet of workbook!.sheets) {
    const one = excel.getWorksheet(sheet.name)!;
    const two = sheetJs.Sheets[sheet.name] as Readonly<Record<string, SheetJS.CellObject | undefined>>;
    compared += compare(sheet, (row, column) => exceljsValue(one.getCell(row, column)), "exceljs");
    compare(sheet, (row, column) => sheetJsValue(two[address(row, column)]), "SheetJS");
  }
  return compared;
}

function sheetJsValue(cell: SheetJS.CellObject | undefined): Plain {
  if (cell === undefined) return null;
  if (cell.t === "e") return cell.w ?? null;
  return cell.v instanceof Date ? null : (cell.v ?? null);
}

describe("differential reading", function () {
  this.timeout(120_000);
  for (const file of readdirSync(TEMPLATES).filter((name) => name.endsWith(".json"))) {
    it(`sees what exceljs and SheetJS see in the filled forms and books of ${file}`, async () => {
      const made = await filledRound(file.replace(".json", ""), 4);
      let compared = await compareAll(made.control);
      for (const form of made.forms) compared += await compareAll(form.bytes);
      const reports = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
      compared += await compareAll(
        await consolidatedWorkbook(consolidate(made.round.definition, reports), undefined, () => null, nodeHost),
      );
      assert.ok(compared > 1000);
    });
  }
});
