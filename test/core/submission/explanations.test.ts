import assert from "node:assert/strict";
import type { Cell } from "../../../src/core/cells.js";
import { readExplanation, readSubmissionNumber } from "../../../src/core/submission/explanations.js";
import { tableCell } from "../../helpers/sheet-table.js";

const AT = { unit: "CS01", sheet: "Báo cáo", cell: "D2" };

const explanationText = (cell: Cell | undefined): string => readExplanation(cell, AT).text;

describe("explanations", () => {
  it("takes words, in composed Unicode, and numbers as people write them", () => {
    assert.equal(explanationText(tableCell("'  Do bận mu\u0300a vụ \n hẹn quý sau ")), "Do bận mùa vụ \n hẹn quý sau");
    assert.equal(explanationText(tableCell("1234.5")), "1.234,5");
    assert.equal(explanationText(tableCell('=A1&"" → Do mưa')), "Do mưa");
  });
  it("takes nothing from what explains nothing", () => {
    const empty: readonly (Cell | undefined)[] = [
      undefined,
      tableCell("-"),
      tableCell("…"),
      tableCell("#REF!"),
      tableCell("=A1 →"),
    ];
    assert.deepEqual(empty.map(explanationText), ["", "", "", "", ""]);
  });
  it("converts words in an old encoding, with a note that shows both texts", () => {
    const { text, findings } = readExplanation(tableCell("'do thiÕu kinh phÝ"), { ...AT, data: { label: "Học nghị quyết" } });
    assert.equal(text, "do thiếu kinh phí");
    assert.deepEqual(
      findings.map((f) => `${f.severity} ${f.message}`),
      [
        "note Báo cáo!D2: “Học nghị quyết” gõ bằng phông cũ (TCVN3) “do thiÕu kinh phÝ”, đã đọc là “do thiếu kinh phí”. Không phải sửa.",
      ],
    );
  });
  it("reads which report it is, and says at which cell it cannot", () => {
    const read = (text: string) => {
      const { number, findings } = readSubmissionNumber(tableCell(text), AT);
      return [number, ...findings.map((f) => `${f.severity} ${f.message}`)];
    };
    assert.deepEqual(read("2"), [2]);
    assert.deepEqual(read("'2"), [2, "note Báo cáo!D2: “Lần báo cáo” ghi “2”, đã đọc là 2. Không phải sửa."]);
    assert.deepEqual(read("Lần thứ 2").slice(0, 1), [2]);
    assert.deepEqual(read("hai"), [
      1,
      "error Báo cáo!D2: “Lần báo cáo” ghi “hai”, không phải số lần. Ghi 1 cho lần đầu, 2 cho lần gửi lại.",
    ]);
    for (const bad of ["0", "-1", "1.5", "1000", "=A1 → #N/A"])
      assert.equal(readSubmissionNumber(tableCell(bad), AT).findings[0]!.severity, "error", bad);
  });
  it("counts a blank as the first report, with a warning", () => {
    const { number, findings } = readSubmissionNumber(undefined, AT);
    assert.deepEqual([number, findings.map((f) => f.severity)], [1, ["warning"]]);
  });
});
