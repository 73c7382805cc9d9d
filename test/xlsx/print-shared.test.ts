// Formulas that say they are the one above are written once, and mean the same in every program.
import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { cellAt } from "../../src/core/cells.js";
import type { Book, Page, PageCell, PageRow } from "../../src/sheets/page.js";
import { webCodec } from "../../src/xlsx/codec.js";
import { printBook } from "../../src/xlsx/print.js";
import { sharedFormulas } from "../../src/xlsx/print-shared.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { libreOfficePath, recalculate } from "../helpers/libreoffice.js";

/** Column A counts; column B holds `A*2` in runs of which every tenth row begins a new one; column C holds something else. */
function pageOf(rows: number): Page {
  const lines = Array.from({ length: rows }, (_, i): PageRow => {
    const row = i + 1;
    const shared: PageCell = { value: null, formula: `$A${String(row)}*A$1*2`, style: "number" };
    return {
      row,
      cells: new Map<number, PageCell>([
        [1, { value: row, style: "number" }],
        [2, i % 10 === 0 ? shared : { ...shared, asAbove: true }],
        [3, { value: null, formula: `A${String(row)}&"x"`, style: "label" }],
      ]),
    };
  });
  const print = { landscape: false, margins: { top: 10, bottom: 10, left: 10, right: 10 } };
  const rest = { visibility: "visible", columns: [], merges: [], validations: [], conditions: [], protected: false } as const;
  return { name: "Một", rows: lines, print, ...rest };
}

function bookOf(rows: number): Book {
  return { title: "Thử", pages: [pageOf(rows)], names: [] };
}

describe("xlsx/print-shared", () => {
  it("groups only cells of rows that follow each other", () => {
    const page = pageOf(13);
    const groups = new Set([...sharedFormulas(page).values()].map(({ cells }) => cells));
    assert.deepEqual([...groups], ["B1:B10", "B11:B13"]);
    const gap = { ...page, rows: page.rows.filter(({ row }) => row !== 5 && row !== 12) };
    assert.deepEqual(
      [...new Set([...sharedFormulas(gap).values()].map(({ cells }) => cells))],
      ["B1:B4", "B6:B10"],
      "row 6 begins anew, row 13 stands alone",
    );
  });

  for (const [rows, kind] of [
    [25, "small"],
    [260, "large"],
  ] as const) {
    it(`writes the formulas of a ${kind} page once for each run, and exceljs reads each of them whole`, async () => {
      const bytes = await printBook(bookOf(rows));
      const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
      assert.equal(xml.match(/\$A\d+\*A\$1\*2/gu)?.length, Math.ceil(rows / 10));
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes.slice().buffer);
      const formulas = Array.from({ length: rows }, (_, i) => book.worksheets[0]!.getCell(i + 1, 2).formula);
      assert.deepEqual(
        formulas,
        pageOf(rows).rows.map(({ cells }) => cells.get(2)!.formula),
      );
    });

    it(`gives formulas of a ${kind} page that LibreOffice computes`, async function () {
      this.timeout(120_000);
      if (libreOfficePath() === null) this.skip();
      const { workbook, findings } = readWorkbook(await recalculate(await printBook(bookOf(rows))), webCodec);
      assert.deepEqual(findings, []);
      const sheet = workbook!.sheets[0]!;
      const values = Array.from({ length: rows }, (_, i) => cellAt(sheet, i + 1, 2)?.value);
      assert.deepEqual(
        values,
        values.map((_, i) => ({ kind: "number", number: (i + 1) * 2 })),
      );
    });
  }
});
