// The limit on cells, which no form comes near and no test file should have to fill.
import assert from "node:assert/strict";
import type { SheetContext } from "../../src/xlsx/read-cell.js";
import { putCell } from "../../src/xlsx/read-cell.js";
import { attempt } from "../../src/xlsx/fault.js";

function sheetAfter(count: number): SheetContext {
  const book = { strings: null, formats: [], date1904: false, findings: [], count, mostCells: 2_000_000, used: [] };
  return {
    book,
    sheet: "Báo cáo",
    source: { part: "xl/worksheets/sheet1.xml", text: "", decode: null, bytes: null },
    cells: new Map(),
    faults: 0,
  };
}

const ONE = { row: 1, column: 1, style: 0, type: "n", value: "1", formula: null, inline: null };

describe("one cell", () => {
  it("is read while the workbook has fewer than two million, and refused from there on", () => {
    const last = sheetAfter(1_999_999);
    assert.ok("value" in attempt(() => putCell(last, ONE)));
    assert.equal(last.cells.size, 1);
    const over = attempt(() => putCell(last, { ...ONE, row: 2 }));
    assert.ok("fault" in over);
    assert.deepEqual([over.fault.code, over.fault.sheet, over.fault.expected], ["cells/too-many", "Báo cáo", 2_000_000]);
  });
});
