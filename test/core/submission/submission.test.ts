import assert from "node:assert/strict";
import type { WorkbookCells } from "../../../src/core/cells.js";
import { readSubmission } from "../../../src/core/submission/submission.js";
import { sampleUnit } from "../../helpers/sample-definition.js";
import { sheetTable } from "../../helpers/sheet-table.js";
import { FILLED, LIST, NAMES, smallDefinition, smallForm, smallLayout } from "../../helpers/small-form.js";

const UNIT = sampleUnit(1);
const SOUND = { tong_dang_vien: 118, da_hoc_tap: 110, da_ban_hanh: 1 };

function reading(workbook: WorkbookCells) {
  const { submission, findings } = readSubmission(workbook, smallDefinition(), smallLayout(), UNIT);
  const said = findings.map((f) => `${f.severity} ${f.code} ${f.sheet ?? ""}!${f.cell ?? ""}`);
  return { submission, findings, said, values: submission === null ? null : Object.fromEntries(submission.figures.values) };
}

function expectReading(workbook: WorkbookCells, said: readonly string[], values: Record<string, unknown> | null = SOUND): void {
  const found = reading(workbook);
  assert.deepEqual(found.said, said);
  assert.deepEqual(found.values, values);
}

/** The table with one line inserted before the line that holds a text. */
function insertBefore(table: string, text: string, line: string): string {
  const lines = table.split("\n");
  lines.splice(
    lines.findIndex((candidate) => candidate.includes(text)),
    0,
    line,
  );
  return lines.join("\n");
}

describe("submission", () => {
  it("reads figures, lists, explanations and the submission number with their places", () => {
    const { submission, findings } = reading(smallForm());
    assert.deepEqual(findings, []);
    assert.equal(submission!.unit, "CS01");
    assert.equal(submission!.period, "2024");
    assert.equal(submission!.submissionNumber, 1);
    assert.deepEqual(Object.fromEntries(submission!.figures.values), SOUND);
    assert.deepEqual(
      submission!.figures.lists.get("mo_hinh")!.map((row) => Object.fromEntries(row)),
      [{ ten: "Chợ không rác", so_nguoi: 12 }],
    );
    assert.deepEqual(Object.fromEntries(submission!.explanations), { hoc_nghi_quyet: "Do bận mùa vụ" });
    assert.deepEqual(submission!.places!.get("da_hoc_tap"), { sheet: "Báo cáo", cell: "D6" });
    assert.deepEqual(submission!.places!.get("mo_hinh[0].so_nguoi"), { sheet: "Mô hình", cell: "C3" });
    assert.equal(submission!.unreadable!.size, 0);
  });

  it("finds every input by row code and label when the names are lost, and says so once", () => {
    expectReading(smallForm(FILLED, { names: {} }), ["note form/names-lost Báo cáo!D2"]);
  });

  it("follows names that moved with their rows and columns", () => {
    const moved = Object.fromEntries(
      Object.entries(NAMES).map(([name, at]) => [
        name,
        at.replace(/^(Báo cáo!\w)(\d)$/u, (_, a: string, b: string) => a + String(Number(b) + 1)),
      ]),
    );
    expectReading(smallForm(insertBefore(FILLED, "BÁO CÁO", " | | Ghi chú"), { names: moved }), [
      "warning form/row-moved Báo cáo!D3",
    ]);
  });

  it("follows the row codes when rows moved and names stayed behind", () => {
    const shifted = insertBefore(FILLED, "da_hoc_tap", " | | Dòng chèn thêm | 7");
    const { said, values, findings } = reading(smallForm(shifted));
    assert.deepEqual(said, ["warning form/row-moved Báo cáo!D7", "warning form/outside-figures Báo cáo!D6"]);
    assert.deepEqual(values, SOUND);
    assert.match(findings[0]!.message, /^Báo cáo!D7: 3 ô nhập đã dời chỗ .*“Đảng viên đã học tập”, trước ở D6/u);
  });

  it("reads rows that were sorted with their codes", () => {
    const lines = FILLED.trim().split("\n");
    [lines[4], lines[5]] = [lines[5]!, lines[4]!];
    expectReading(smallForm(lines.join("\n")), ["warning form/row-moved Báo cáo!D6"]);
  });

  it("reads nothing from a row that moved under another label", () => {
    const shifted = insertBefore(FILLED, "da_hoc_tap", " | | Dòng chèn thêm | 7").replace(
      "Đảng viên đã học tập",
      "Đảng viên nghỉ học",
    );
    const { said, values } = reading(smallForm(shifted));
    assert.deepEqual(said.slice(0, 1), ["error form/label-changed Báo cáo!C7"]);
    assert.deepEqual(values, { ...SOUND, da_hoc_tap: null });
  });

  it("refuses an input that was dragged to another cell", () => {
    const names = { ...NAMES, da_hoc_tap: "Báo cáo!D7" };
    const { findings, values } = reading(smallForm(FILLED, { names }));
    assert.deepEqual([findings[0]!.code, findings[0]!.cell, findings[0]!.expected], ["form/input-misplaced", "D7", "D6"]);
    assert.deepEqual(values, { ...SOUND, da_hoc_tap: null });
  });

  it("refuses a name that points at another column than the heading's", () => {
    const table = FILLED.split("\n")
      .map((line) => line.replace(/\|/u, "| |"))
      .join("\n");
    const { said, values } = reading(smallForm(table));
    assert.deepEqual(said, ["warning form/row-moved Báo cáo!E2"]);
    assert.deepEqual(values, SOUND);
    const dragged = reading(smallForm(FILLED, { names: { ...NAMES, da_hoc_tap: "Báo cáo!H6" } }));
    assert.equal(dragged.findings[0]!.code, "form/input-misplaced");
  });

  it("refuses a row that was copied or removed, and reads the others", () => {
    const copied = reading(smallForm(insertBefore(FILLED, "da_ban_hanh", "  da_hoc_tap | 2 | Đảng viên đã học tập | 99")));
    assert.equal(copied.findings[0]!.code, "form/row-repeated");
    assert.equal(copied.findings[0]!.data["list"], "6, 7");
    const names = Object.fromEntries(Object.entries(NAMES).filter(([name]) => name !== "da_hoc_tap"));
    const removed = reading(smallForm(FILLED.replace(/ {2}da_hoc_tap.*\n/u, ""), { names }));
    assert.equal(removed.findings[0]!.code, "form/row-missing");
    assert.equal(removed.findings[0]!.expected, "Đảng viên đã học tập");
    assert.deepEqual(removed.values, { ...SOUND, da_hoc_tap: null });
  });

  it("trusts a name without its row code only beside the label", () => {
    const noCodes = FILLED.replace(/^ {2}\w+/gmu, "");
    expectReading(smallForm(noCodes), []);
    assert.equal(reading(smallForm(noCodes, { names: {} })).findings[0]!.code, "form/row-missing");
  });

  it("finds a renamed sheet by its names or its row codes", () => {
    const pointed = Object.fromEntries(Object.entries(NAMES).map(([name, at]) => [name, at.replace("Báo cáo!", "Sheet1 (2)!")]));
    expectReading(smallForm(FILLED, { sheetName: "Sheet1 (2)", names: pointed }), ["warning form/sheet-renamed Sheet1 (2)!"]);
    expectReading(smallForm(FILLED, { sheetName: "Sheet1 (2)" }), ["warning form/sheet-renamed Sheet1 (2)!"]);
  });

  it("gives no submission when the table is gone", () => {
    const workbook = smallForm();
    const { submission, findings } = readSubmission(
      { ...workbook, sheets: workbook.sheets.slice(1) },
      smallDefinition(),
      smallLayout(),
      UNIT,
    );
    assert.equal(submission, null);
    assert.deepEqual(
      [findings[0]!.severity, findings[0]!.code, findings[0]!.expected],
      ["error", "form/sheet-missing", "Báo cáo"],
    );
  });

  it("keeps what can be read when a figure cannot", () => {
    const { submission, said, values } = reading(smallForm(FILLED.replace("110", "12 tr")));
    assert.deepEqual(said, ["error figure/not-a-number Báo cáo!D6"]);
    assert.deepEqual(values, { ...SOUND, da_hoc_tap: null });
    assert.deepEqual([...submission!.unreadable!], ["da_hoc_tap"]);
  });

  it("reads the submission number as typed, takes a blank for 1 and refuses words", () => {
    const number = (typed: string) => {
      const { submission, said } = reading(
        smallForm(FILLED.replace("| Lần báo cáo              | 1", `| Lần báo cáo | ${typed}`)),
      );
      return [submission!.submissionNumber, ...said];
    };
    assert.deepEqual(number("2"), [2]);
    assert.deepEqual(number("lần 3"), [3, "note form/submission-number Báo cáo!D2"]);
    assert.deepEqual(number(""), [1, "warning form/submission-number Báo cáo!D2"]);
    assert.deepEqual(number("cuối"), [1, "error form/submission-number Báo cáo!D2"]);
    assert.deepEqual(number("1.5"), [1, "error form/submission-number Báo cáo!D2"]);
  });

  it("takes dashes and dots for no explanation", () => {
    for (const words of ["-", "…", " "]) {
      assert.equal(reading(smallForm(FILLED.replace("Do bận mùa vụ", words))).submission!.explanations.size, 0);
    }
  });

  it("reads lists by their headings when names are lost or stale, and skips blank rows", () => {
    const filled = LIST.replace("2   |                |", "2   |                |").replace(
      "3   |                |",
      "3   | Tổ tự quản | 1.500",
    );
    const rows = (workbook: WorkbookCells) =>
      reading(workbook)
        .submission!.figures.lists.get("mo_hinh")!
        .map((row) => row.get("so_nguoi"));
    assert.deepEqual(rows(smallForm(FILLED, { list: filled.replace("1.500", "'1.500") })), [12, 1500]);
    assert.deepEqual(
      rows(smallForm(FILLED, { list: `  Ghi chú thêm\n${filled.trim()}` })),
      [12, 1.5].map((n) => (n === 1.5 ? null : n)),
    );
    assert.deepEqual(rows(smallForm(FILLED, { names: {}, list: LIST })), [12]);
  });

  it("reads rows inserted into a list, and does not believe a name that claims a whole column", () => {
    const list = LIST.replace("3   |                |", "3   |                |\n  4   | Đường hoa | 9");
    const area = (last: number) => ({ ...NAMES, mo_hinh_ten: `Mô hình!B3:B${last}`, mo_hinh_so_nguoi: `Mô hình!C3:C${last}` });
    assert.equal(reading(smallForm(FILLED, { list, names: area(6) })).submission!.figures.lists.get("mo_hinh")!.length, 2);
    const wide = reading(smallForm(FILLED, { list, names: area(1048576) }));
    assert.deepEqual(wide.said, ["error form/list-overflow Mô hình!B6"]);
  });

  it("refuses a list without its headings or with rows below its end", () => {
    const lost = reading(smallForm(FILLED, { names: {}, list: LIST.replace("Số người", "Số hộ") }));
    assert.deepEqual([lost.findings[0]!.code, lost.findings[0]!.expected], ["form/list-heading", "Số người"]);
    const below = reading(smallForm(FILLED, { list: `${LIST.trimEnd()}\n  4 | Đường hoa | 9` }));
    assert.deepEqual(below.said.slice(0, 1), ["error form/list-overflow Mô hình!B6"]);
  });

  it("lets the file's other numbers settle an ambiguous one", () => {
    const definition = smallDefinition();
    const decimal = {
      ...definition,
      fields: definition.fields.map((f) => (f.type === "count" ? { ...f, type: "decimal" as const } : f)),
    };
    const read = (table: string) =>
      readSubmission(smallForm(table), decimal, smallLayout(), UNIT).submission!.figures.values.get("da_hoc_tap");
    assert.equal(read(FILLED.replace("110", "'1.234")), null);
    assert.equal(read(FILLED.replace("110", "'1.234").replace("118", "'2.500,5")), 1234);
  });

  it("never reads a copy of the table in place of the table", () => {
    const copy = sheetTable("Báo cáo (2)", FILLED.replace("110", "115"));
    const { said, values } = reading(smallForm(FILLED, { others: [copy] }));
    assert.deepEqual(said, ["error form/sheet-copied Báo cáo (2)!"]);
    assert.deepEqual(values, SOUND);
  });
});
