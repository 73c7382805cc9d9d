// The self-check of a form, recalculated by LibreOffice, says the same as the check that runs on the returned file.
import { strict as assert } from "node:assert";
import { checkSubmission } from "../../src/core/submission/checks/index.js";
import { cellAt, sheetNamed } from "../../src/core/cells.js";
import type { WorkbookCells } from "../../src/core/cells.js";
import type { Finding } from "../../src/core/finding.js";
import { readSubmission } from "../../src/core/submission/submission.js";
import { formBook, formLayout } from "../../src/sheets/form.js";
import { OVERALL } from "../../src/sheets/self-check.js";
import type { Page, PageValue } from "../../src/sheets/page.js";
import { webCodec } from "../../src/xlsx/codec.js";
import { printBook } from "../../src/xlsx/print.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { filled, SOUND, withoutResults } from "../helpers/filled-form.js";
import { libreOfficePath, recalculateAll } from "../helpers/libreoffice.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

const definition = sampleDefinition();
const unit = definition.units[0]!;
const previous = { values: new Map([["tong_dang_vien", 110]]), lists: new Map() };
type Values = Parameters<typeof filled>[1];

/** The form filled in each of these ways, as LibreOffice computes and saves it. */
async function reopened(fillings: readonly Values[]): Promise<readonly WorkbookCells[]> {
  const books = fillings.map((values) => withoutResults(filled(formBook(definition, unit, { previous }), values)));
  const files = await recalculateAll(await Promise.all(books.map((book) => printBook(book))));
  return files.map((bytes) => {
    const { workbook, findings } = readWorkbook(bytes, webCodec);
    assert.ok(workbook !== null, JSON.stringify(findings));
    return workbook;
  });
}

function findingsOf(workbook: WorkbookCells): readonly Finding[] {
  const { submission, findings } = readSubmission(workbook, definition, formLayout(definition, unit.kind), unit);
  assert.ok(submission !== null);
  return [...findings, ...checkSubmission(definition, unit, submission, previous)];
}

/** The overall line that the findings of the check deserve. */
function deserved(findings: readonly Finding[]): string {
  const errors = findings.filter((one) => one.severity === "error");
  if (errors.some((one) => !["form/not-filled", "figure/blank", "list/column-blank"].includes(one.code))) return OVERALL.faulty;
  if (errors.length > 0) return OVERALL.incomplete;
  return findings.some((one) => one.severity === "warning") ? OVERALL.toExplain : OVERALL.sound;
}

function textIn(workbook: WorkbookCells, sheet: string, row: number, column: number): string | null {
  const cells = sheetNamed(workbook, sheet);
  const value = cells === undefined ? undefined : cellAt(cells, row, column)?.value;
  return value?.kind === "text" ? value.text : null;
}

/** The row in which a text stands in a column. */
function rowOf(workbook: WorkbookCells, sheet: string, column: number, text: string): number {
  const row = Array.from({ length: 200 }, (_, i) => i + 1).find((at) => textIn(workbook, sheet, at, column) === text);
  assert.ok(row !== undefined, text);
  return row;
}

const CASES: readonly (readonly [string, Values, string])[] = [
  ["nothing is filled in", {}, OVERALL.incomplete],
  ["everything is sound", SOUND, OVERALL.sound],
  ["a required figure is blank", { ...SOUND, tong_dang_vien: null }, OVERALL.incomplete],
  ["a count holds words", { ...SOUND, tong_dang_vien: "12 tr" }, OVERALL.faulty],
  ["a count is a fraction", { ...SOUND, ket_nap_moi: 5.5 }, OVERALL.faulty],
  ["a count is negative", { ...SOUND, ket_nap_nu: -1 }, OVERALL.faulty],
  ["a figure is above its maximum", { ...SOUND, diem_trung_binh: 10.5 }, OVERALL.faulty],
  ["a word is not among the choices", { ...SOUND, hinh_thuc_hoc: "Tự học" }, OVERALL.faulty],
  ["a yes or no is neither", { ...SOUND, co_ke_hoach: "Sắp có" }, OVERALL.faulty],
  ["a text became a number", { ...SOUND, kho_khan_chinh: 1 }, OVERALL.faulty],
  ["a day is none", { ...SOUND, ngay_hoc_xong: "31/02/2024" }, OVERALL.faulty],
  ["a day is after the period", { ...SOUND, ngay_hoc_xong: { date: "2025-01-02" } }, OVERALL.toExplain],
  ["a rule of severity error is broken", { ...SOUND, da_hoc_tap: 116 }, OVERALL.faulty],
  ["a rule of severity warning is broken", { ...SOUND, ket_nap_moi: 30 }, OVERALL.toExplain],
  ["the broken rule is explained", { ...SOUND, ket_nap_moi: 30, ket_nap_bat_thuong_giai_trinh: "Do sáp nhập" }, OVERALL.sound],
  ["a target is missed", { ...SOUND, diem_trung_binh: 7.5 }, OVERALL.toExplain],
  ["the missed target is explained", { ...SOUND, diem_trung_binh: 7.5, diem_hoc_tap_giai_trinh: "Đề khó" }, OVERALL.sound],
  ["a row of a list lacks a column", { ...SOUND, mo_hinh_so_nguoi: [12] }, OVERALL.incomplete],
  ["a row of a list holds words for a number", { ...SOUND, mo_hinh_so_nguoi: [12, "nhiều"] }, OVERALL.faulty],
  ["a count of a rule and of a target holds words", { ...SOUND, da_hoc_tap: "3 đ/c" }, OVERALL.faulty],
  ["the submission number is none", { ...SOUND, lan_bao_cao: 0 }, OVERALL.faulty],
];

describe("sheets/self-check", function () {
  this.timeout(180_000);
  let workbooks: readonly WorkbookCells[] = [];

  before(async function () {
    if (libreOfficePath() === null) this.skip();
    workbooks = await reopened(CASES.map(([, values]) => values));
  });

  CASES.forEach(([name, , expected], i) => {
    it(`says "${expected}" when ${name}, as the check does`, () => {
      const workbook = workbooks[i]!;
      assert.equal(textIn(workbook, "Tự kiểm tra", 3, 1), expected);
      assert.equal(textIn(workbook, "Báo cáo", 10, 6), expected);
      assert.equal(deserved(findingsOf(workbook)), expected);
    });
  });

  it("leaves rules and targets undecided whose figures are words, as the check does", () => {
    const workbook = workbooks[CASES.findIndex(([name]) => name === "a count of a rule and of a target holds words")]!;
    const rule = definition.rules.find(({ id }) => id === "hoc_khong_qua_tong")!;
    const row = rowOf(workbook, "Tự kiểm tra", 2, rule.message);
    assert.equal(textIn(workbook, "Tự kiểm tra", row, 4), "Chưa đủ số liệu");
    assert.equal(textIn(workbook, "Tự kiểm tra", row, 6) ?? "", "");
    const target = definition.targets.find(({ id }) => id === "hoc_nghi_quyet")!;
    assert.equal(textIn(workbook, "Tự kiểm tra", rowOf(workbook, "Tự kiểm tra", 2, target.label), 4), "Chưa đủ số liệu");
    assert.deepEqual(
      findingsOf(workbook).filter(({ code }) => code === "rule/broken" || code === "target/explanation-missing"),
      [],
    );
  });

  it("computes for the blank form what is already written in it", () => {
    const workbook = workbooks[CASES.findIndex(([, values]) => Object.keys(values).length === 0)]!;
    const printed = formBook(definition, unit, { previous }).pages.flatMap(resultsOf);
    const computed = printed.map(([sheet, row, column]) => [sheet, row, column, shownIn(workbook, sheet, row, column)]);
    assert.ok(printed.length > 80);
    assert.deepEqual(computed, printed);
  });
});

type Shown = readonly [sheet: string, row: number, column: number, result: PageValue];

/** Place and result of every formula of a page; the unit's name is the one result that is left to the program. */
function resultsOf(page: Page): readonly Shown[] {
  return page.rows.flatMap(({ row, cells }) => {
    const formulas = [...cells].filter(([, cell]) => cell.formula !== undefined);
    return formulas.map(([column, cell]): Shown => [page.name, row, column, cell.value ?? unit.name.toLocaleUpperCase("vi")]);
  });
}

function shownIn(workbook: WorkbookCells, sheet: string, row: number, column: number): string | number {
  const value = cellAt(sheetNamed(workbook, sheet)!, row, column)?.value;
  return value?.kind === "number" ? value.number : value?.kind === "text" ? value.text : "";
}
