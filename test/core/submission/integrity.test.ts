import assert from "node:assert/strict";
import type { WorkbookCells } from "../../../src/core/cells.js";
import { readSubmission } from "../../../src/core/submission/submission.js";
import { sampleUnit } from "../../helpers/sample-definition.js";
import { sheetTable } from "../../helpers/sheet-table.js";
import type { FormLayout } from "../../../src/core/submission/form-layout.js";
import { FILLED, LIST, smallDefinition, smallForm, smallLayout } from "../../helpers/small-form.js";

function findingsOf(workbook: WorkbookCells) {
  return readSubmission(workbook, smallDefinition(), smallLayout(), sampleUnit(1)).findings;
}

function said(workbook: WorkbookCells): readonly string[] {
  return findingsOf(workbook).map((f) => `${f.severity} ${f.code} ${f.sheet ?? ""}!${f.cell ?? ""}`);
}

describe("integrity", () => {
  it("has nothing to say about a form that is as it was sent", () => assert.deepEqual(said(smallForm()), []));

  it("tells a label with other accents from one with other words", () => {
    const label = (words: string) => said(smallForm(FILLED.replace("Đảng viên đã học tập", words)));
    assert.deepEqual(label("ĐẢNG VIÊN  đã học tập"), ["note form/text-changed Báo cáo!C6"]);
    assert.deepEqual(label("Đảng viên đa học tập"), ["warning form/label-changed Báo cáo!C6"]);
    assert.deepEqual(label("Đảng viên chưa học tập"), ["error form/label-changed Báo cáo!C6"]);
    const [finding] = findingsOf(smallForm(FILLED.replace("Đảng viên đã học tập", "Quần chúng")));
    assert.deepEqual([finding!.found, finding!.expected], ["Quần chúng", "Đảng viên đã học tập"]);
  });

  it("sees labels that changed places while their codes stayed", () => {
    const swapped = FILLED.replace("Tổng số đảng viên    ", "@@@@")
      .replace("Đảng viên đã học tập", "Tổng số đảng viên")
      .replace("@@@@", "Đảng viên đã học tập ");
    assert.deepEqual(said(smallForm(swapped)), ["error form/label-changed Báo cáo!C5", "error form/label-changed Báo cáo!C6"]);
  });

  it("warns when a heading was reworded, not when it moved", () => {
    assert.deepEqual(said(smallForm(FILLED.replace("Kết quả", "Số cũ"))), ["warning form/text-changed Báo cáo!D4"]);
  });

  it("compares a result pasted over a formula with the figures", () => {
    const result = (shown: string) => said(smallForm(FILLED.replace("=IF(1,2,3) → Chưa đạt", shown)));
    assert.deepEqual(result("Chưa đạt"), ["note form/result-pasted Báo cáo!E8"]);
    assert.deepEqual(result(""), ["note form/result-pasted Báo cáo!E8"]);
    assert.deepEqual(result("Đạt"), ["error form/result-overwritten Báo cáo!E8"]);
    const [finding] = findingsOf(smallForm(FILLED.replace("=IF(1,2,3) → Chưa đạt", "Đạt")));
    assert.deepEqual([finding!.found, finding!.expected], ["Đạt", "Chưa đạt"]);
  });

  it("takes any spelling of a formula whose result agrees, and formulas without a result", () => {
    const formula = (cell: string) => said(smallForm(FILLED.replace("=IF(1,2,3) → Chưa đạt", cell)));
    assert.deepEqual(formula("=IF( 1, 2, 3 ) → Đạt"), []);
    assert.deepEqual(formula("=OF.IF(1) → Chưa đạt"), []);
    assert.deepEqual(formula("=OF.IF(1) →"), []);
    assert.deepEqual(formula("=9 → Đạt"), ["warning form/result-overwritten Báo cáo!E8"]);
  });

  it("does not judge results while a figure cannot be read", () => {
    const table = FILLED.replace("110", "12O").replace("=IF(1,2,3) → Chưa đạt", "Đạt");
    assert.deepEqual(said(smallForm(table)), ["error figure/not-a-number Báo cáo!D6"]);
  });

  it("compares ratios and amounts within what a spreadsheet shows", () => {
    const layout = smallLayout();
    const formula = { ...layout.formulas[0]!, shows: { kind: "targetRatio" as const, id: "hoc_nghi_quyet" } };
    const shown = (cell: string, kind: "targetRatio" | "targetAmount") =>
      readSubmission(
        smallForm(FILLED.replace("=IF(1,2,3) → Chưa đạt", cell)),
        smallDefinition(),
        { ...layout, formulas: [{ ...formula, shows: { ...formula.shows, kind } }] },
        sampleUnit(1),
      ).findings.map((f) => f.code);
    assert.deepEqual(shown("0.932203389830508", "targetRatio"), ["form/result-pasted"]);
    assert.deepEqual(shown("0.95", "targetRatio"), ["form/result-overwritten"]);
    assert.deepEqual(shown("110", "targetAmount"), ["form/result-pasted"]);
    assert.deepEqual(shown("112", "targetAmount"), ["form/result-overwritten"]);
  });

  it("lists figures outside the form, ten at most", () => {
    const table = `${FILLED.trimEnd()}\n | | Cộng thêm | 5\n | | '1.200 | | | | | ${"7 | ".repeat(12)}`;
    const [finding] = findingsOf(smallForm(table));
    assert.deepEqual([finding!.severity, finding!.code, finding!.cell], ["warning", "form/outside-figures", "D9"]);
    assert.equal(finding!.data["list"], "D9, C10, H10, I10, J10, K10, L10, M10, N10, O10 …");
    assert.equal(finding!.data["count"], 14);
  });

  it("lists figures typed beside and between the rows, in cells that the form leaves empty", () => {
    const beside = FILLED.replace(
      "Tổng số đảng viên        | 118     |                     |",
      "Tổng số đảng viên | 118 | 7 | '1.200",
    );
    const [finding, ...more] = findingsOf(smallForm(beside));
    assert.deepEqual(
      [finding!.severity, finding!.code, finding!.data["list"], more],
      ["warning", "form/outside-figures", "E5, F5", []],
    );
    const above = FILLED.replace("                 |     |\n", "                 |     | | 12\n");
    assert.deepEqual(said(smallForm(above)), ["warning form/outside-figures Báo cáo!D3"]);
    const onList = smallForm(FILLED, { list: LIST.replace("MÔ HÌNH", "MÔ HÌNH | | 40") });
    assert.deepEqual(said(onList), ["warning form/outside-figures Mô hình!C1"]);
  });

  it("lists words written beside the form as a note", () => {
    const beside = FILLED.replace("| Do bận mùa vụ", "| Do bận mùa vụ | số ước tính");
    const [finding, ...more] = findingsOf(smallForm(beside));
    assert.deepEqual(
      [finding!.severity, finding!.code, finding!.cell, finding!.found, more],
      ["note", "form/outside-words", "G8", "số ước tính", []],
    );
  });

  it("finds them in rows that were inserted, and says nothing of what only moved", () => {
    const inserted = (line: string) => said(smallForm(FILLED.replace("  da_hoc_tap ", `${line}\n  da_hoc_tap `)));
    assert.deepEqual(inserted(" | | Trong đó nữ | 60"), [
      "warning form/row-moved Báo cáo!D7",
      "warning form/outside-figures Báo cáo!D6",
    ]);
    assert.deepEqual(inserted(" | | Ghi chú |"), ["warning form/row-moved Báo cáo!D7"]);
  });

  describe("the unit's name in the heading", () => {
    const layout: FormLayout = { ...smallLayout(), unitName: { sheet: "Báo cáo", row: 3, column: 3 } };
    const definition = smallDefinition();
    const [own, other] = [definition.units[0]!, definition.units[1]!];
    const heading = (name: string): readonly string[] => {
      const table = FILLED.replace("                 |     |\n", `                 |     | ${name}\n`);
      const { findings } = readSubmission(smallForm(table), definition, layout, { ...own, aliases: ["Đảng bộ xã Cũ"] });
      return findings.map((f) => `${f.severity} ${f.code} ${f.sheet ?? ""}!${f.cell ?? ""}`);
    };

    it("may be written in capitals, without marks, as an alias, and with more words", () => {
      assert.deepEqual(heading(own.name.toLocaleUpperCase("vi")), []);
      assert.deepEqual(heading(own.name.normalize("NFD")), []);
      assert.deepEqual(heading("ĐẢNG BỘ XÃ CŨ"), []);
      assert.deepEqual(heading(`${own.name} (mới)`), []);
    });

    it("is asked about when it is another one or gone", () => {
      assert.deepEqual(heading("Đảng bộ huyện Nào Đó"), ["warning form/unit-heading Báo cáo!C3"]);
      assert.deepEqual(heading(""), ["warning form/unit-heading Báo cáo!C3"]);
    });

    it("keeps the report out when it is that of another unit of the round", () => {
      assert.deepEqual(heading(other.name.toLocaleUpperCase("vi")), ["error form/unit-heading Báo cáo!C3"]);
    });
  });

  it("does not count rows inserted into the form as outside", () => {
    const shifted = FILLED.replace("  lan_bao_cao", " | | Ghi chú\n | | Ghi chú\n  lan_bao_cao");
    assert.deepEqual(said(smallForm(shifted)), ["warning form/row-moved Báo cáo!D4"]);
  });

  it("names sheets that are not the form's, and copies of its table", () => {
    const others = (...sheets: ReturnType<typeof sheetTable>[]) => said(smallForm(FILLED, { others: sheets }));
    assert.deepEqual(others(sheetTable("Nháp", "tính thử | 12")), ["warning form/extra-sheet Nháp!"]);
    assert.deepEqual(others(sheetTable("Ghi chú", "gọi lại cho xã")), ["note form/extra-sheet Ghi chú!"]);
    assert.deepEqual(others(sheetTable("Sheet1", "")), []);
    assert.deepEqual(others({ ...sheetTable("Ẩn", "12"), visibility: "hidden" }), []);
    assert.deepEqual(others(sheetTable("Báo cáo (2)", FILLED)), ["warning form/sheet-copied Báo cáo (2)!"]);
    assert.deepEqual(others(sheetTable("Báo cáo (2)", FILLED.replace("118", "120"))), ["error form/sheet-copied Báo cáo (2)!"]);
  });

  it("warns of links to other files and of a list sheet that is gone", () => {
    const workbook = smallForm();
    assert.deepEqual(said({ ...workbook, externalLinks: ["file:///C:/so-lieu.xlsx"] }), ["warning form/external-links !"]);
    assert.deepEqual(said({ ...workbook, sheets: workbook.sheets.slice(0, 1) }), ["error form/sheet-missing !"]);
  });
});
