import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { cellAt, sheetNamed } from "../../src/core/cells.js";
import type { Book, Page, PageCell, PageRow } from "../../src/sheets/page.js";
import { webCodec } from "../../src/xlsx/codec.js";
import { printBook } from "../../src/xlsx/print.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { libreOfficePath, recalculate } from "../helpers/libreoffice.js";

const FRAME: Omit<Page, "name" | "rows"> = {
  visibility: "visible",
  columns: [{ width: 12 }, { width: 20 }, { width: 20 }, { width: 20 }],
  merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
  validations: [],
  conditions: [{ area: { top: 2, left: 1, bottom: 300, right: 1 }, formula: "$A2>5", style: "bad" }],
  print: { landscape: true, margins: { top: 10, bottom: 10, left: 10, right: 10 } },
  protected: false,
  freeze: { rows: 1, columns: 1 },
  filter: { top: 1, left: 1, bottom: 300, right: 4 },
};

function bookOf(count: number): Book {
  const rows = Array.from({ length: count }, (_, i): PageRow => {
    const cells = new Map<number, PageCell>([
      [1, { value: i / 4, style: "number", format: i % 2 === 0 ? "#,##0" : "0.00" }],
      [2, { value: i % 3 === 0 ? `=cmd|'/c'!A${String(i)}` : `  Đảng ủy <xã> & "phường"\n_x0041_ ${String(i)}`, style: "label" }],
      [3, { value: i * 2, formula: `A${String(i + 1)}*8`, style: "total" }],
      [4, { value: { date: "2024-02-29" }, style: "date" }],
    ]);
    if (i % 5 === 1)
      cells.set(5, { value: `tệp ${String(i)}`, style: "link", link: i % 2 === 1 ? `da nop/${String(i)}.xlsx` : "#'Hai'!A1" });
    if (i % 5 === 2) cells.set(5, { value: "Có", formula: `IF(A1>=0,"Có","")`, style: "center" });
    if (i % 5 === 3) cells.set(5, { value: true, style: "center" });
    return { row: i + 1, cells, height: 20 };
  });
  const small: PageRow = { row: 1, cells: new Map([[1, { value: "x", style: "plain" }]]) };
  return {
    title: "Thử",
    pages: [
      { ...FRAME, name: "Một", rows },
      { ...FRAME, name: "Hai", rows: [small], merges: [], conditions: [] },
    ],
    names: [],
  };
}

/** Cells of the first sheet as exceljs sees them, looks included. */
async function seen(bytes: Uint8Array, rows: number): Promise<unknown[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const sheet = book.worksheets[0]!;
  const cells: unknown[] = [];
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= 5; column++) {
      const cell = sheet.getCell(row, column);
      // exceljs resolves the escapes of shared strings only; the strict reader below resolves both.
      const value = typeof cell.value === "string" ? cell.value.replaceAll("_x005F_", "_") : cell.value;
      cells.push({ at: cell.address, value, style: cell.style, height: sheet.getRow(row).height });
    }
  }
  return cells;
}

describe("print-rows", function () {
  this.timeout(60_000);

  it("prints large pages so that another program sees the same as in small ones", async () => {
    const small = await seen(await printBook(bookOf(150)), 150);
    const large = await seen(await printBook(bookOf(300)), 150);
    assert.deepEqual(large, small);
  });

  it("writes values, formulas and texts that the strict reader gives back", async () => {
    const { workbook, findings } = readWorkbook(await printBook(bookOf(250)), webCodec);
    assert.deepEqual(findings, []);
    const sheet = sheetNamed(workbook!, "Một")!;
    assert.deepEqual(cellAt(sheet, 5, 1)?.value, { kind: "number", number: 1 });
    assert.deepEqual(cellAt(sheet, 6, 2)?.value, { kind: "text", text: '  Đảng ủy <xã> & "phường"\n_x0041_ 5' });
    assert.deepEqual(cellAt(sheet, 7, 2)?.value, { kind: "text", text: "=cmd|'/c'!A6" });
    assert.equal(cellAt(sheet, 250, 3)?.formula, "A250*8");
    assert.deepEqual(cellAt(sheet, 4, 5)?.value, { kind: "boolean", boolean: true });
  });

  it("gives the same bytes for the same book", async () => {
    assert.deepEqual(await printBook(bookOf(210)), await printBook(bookOf(210)));
  });

  it("is opened by LibreOffice with the same values", async function () {
    if (libreOfficePath() === null) this.skip();
    const { workbook } = readWorkbook(await recalculate(await printBook(bookOf(220))), webCodec);
    const sheet = sheetNamed(workbook!, "Một")!;
    assert.deepEqual(cellAt(sheet, 220, 3)?.value, { kind: "number", number: 438 });
    assert.deepEqual(cellAt(sheet, 3, 5)?.value, { kind: "text", text: "Có" });
    assert.deepEqual(cellAt(sheet, 220, 2)?.value, { kind: "text", text: "=cmd|'/c'!A219" });
  });
});
