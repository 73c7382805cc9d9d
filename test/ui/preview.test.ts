// Values and colours of a preview, as a spreadsheet would show them.
import assert from "node:assert/strict";
import type { Page, PageCell } from "../../src/sheets/page.js";
import { conditionAt } from "../../src/ui/preview-conditions.js";
import { shownValue } from "../../src/ui/preview-value.js";

const cell = (value: PageCell["value"], format?: string): PageCell => ({
  value,
  style: "number",
  ...(format === undefined ? {} : { format }),
});

describe("a preview", () => {
  it("shows numbers by their format, in Vietnamese figures", () => {
    assert.equal(shownValue(cell(1234567)), "1.234.567");
    assert.equal(shownValue(cell(0.9496, "0.00%")), "94,96%");
    assert.equal(shownValue(cell(12.5, "#,##0.0##")), "12,5");
    assert.equal(shownValue(cell(12, "#,##0.0##")), "12,0");
    assert.equal(shownValue(cell({ date: "2024-07-05" })), "05/07/2024");
    assert.equal(shownValue(cell(null)), "");
  });

  it("colours a cell whose words a condition names, and leaves other formulas to the spreadsheet", () => {
    const page: Page = {
      name: "Đối chiếu",
      visibility: "visible",
      columns: [{ width: 10 }, { width: 10 }],
      rows: [
        { row: 1, cells: new Map([[2, cell("Đạt (vượt)")]]) },
        { row: 2, cells: new Map([[2, cell("Chưa đạt")]]) },
        { row: 3, cells: new Map([[2, cell("khác")]]) },
      ],
      merges: [],
      validations: [],
      conditions: [
        { area: { top: 1, left: 2, bottom: 3, right: 2 }, formula: 'OR(B1="Đạt",B1="Đạt (vượt)")', style: "good" },
        { area: { top: 1, left: 2, bottom: 3, right: 2 }, formula: 'B1="Chưa đạt"', style: "bad" },
        { area: { top: 1, left: 2, bottom: 3, right: 2 }, formula: "AND(ISNUMBER(B1),B1<0.95)", style: "attention" },
      ],
      print: { landscape: false, margins: { top: 0, bottom: 0, left: 0, right: 0 } },
      protected: false,
    };
    assert.deepEqual(
      [1, 2, 3].map((row) => conditionAt(page, row, 2)),
      ["good", "bad", null],
    );
  });
});
