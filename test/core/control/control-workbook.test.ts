import assert from "node:assert/strict";
import type { Cell, WorkbookCells } from "../../../src/core/cells.js";
import { readControl } from "../../../src/core/control/control-workbook.js";
import type { RoundDefinition } from "../../../src/core/definition/definition.js";
import { controlBook } from "../../../src/sheets/control.js";
import { bookToCells } from "../../helpers/book-cells.js";
import { moved, typed, withCells, withSheet } from "../../helpers/edit-cells.js";
import { sampleDefinition, sampleUnit } from "../../helpers/sample-definition.js";

/** The sample round with units that are all of the kind which its parts speak of. */
function round(): RoundDefinition {
  return sampleDefinition({ units: [1, 2, 3].map((number) => sampleUnit(number)) });
}

const SAMPLE = bookToCells(controlBook(round()));

/** Severity, code and place of every finding. */
function told(workbook: WorkbookCells): string[] {
  return readControl(workbook).findings.map(
    ({ severity, code, sheet, cell }) => `${severity} ${code} ${sheet ?? ""}!${cell ?? ""}`,
  );
}

function errorCell(text: string, formula: string | null = null): Cell {
  return { value: { kind: "error", text }, formula, format: null };
}

function read(workbook: WorkbookCells): RoundDefinition {
  const { definition, findings } = readControl(workbook);
  assert.notEqual(definition, null, findings.map(({ message }) => message).join("\n"));
  return definition!;
}

describe("control-workbook", () => {
  describe("what staff may do", () => {
    it("columns moved, rows inserted above, lines left blank, columns and lines of one's own", () => {
      let book = SAMPLE;
      for (const sheet of ["Chỉ tiêu", "Số liệu", "Quy tắc", "Đơn vị", "Danh sách"]) {
        book = withSheet(book, sheet, (one) =>
          moved(one, (row, column) => ({ row: row < 3 ? row : row * 2 + 3, column: 40 - column })),
        );
        book = withCells(book, sheet, { AZ9: "Người phụ trách", AZ10: "đ/c Hà", AZ200: "ghi chú riêng" });
      }
      book = withCells(book, "Thông tin", { A40: "Điện thoại văn thư", B40: "024 3825", C3: "Giải nghĩa" });
      assert.deepEqual(readControl(book), { definition: round(), findings: [] });
    });

    it("headings, sheet names and words without marks, in capitals, in English", () => {
      let book = withCells(SAMPLE, "Đơn vị", { A3: "CODE", B3: "ten don vi:", C3: "kind", D3: "  cấp trên " });
      book = withCells(book, "Chỉ tiêu", { F3: "so sanh", F4: "≥", F5: "DƯỚI", I4: "ca hai" });
      book = withSheet(book, "Quy tắc", (sheet) => ({ ...sheet, name: "QUY TAC" }));
      assert.deepEqual(read(book), round());
    });

    it("formulas with = in front, as text or as a formula that Excel cannot compute", () => {
      const live: Cell = errorCell("#NAME?", "da_hoc_tap/tong_dang_vien");
      assert.deepEqual(read(withCells(SAMPLE, "Chỉ tiêu", { D4: live, D6: "= ket_nap_moi" })), round());
    });

    it("percentages, numbers and days typed as text", () => {
      const book = withCells(SAMPLE, "Chỉ tiêu", { G4: typed(0.95, "0%"), G5: "5 %", G8: "7,5", G11: "500,0" });
      const targets = read(withCells(book, "Thông tin", { B11: "15/1/2024" })).targets;
      assert.deepEqual(targets, round().targets);
      assert.equal(read(withCells(SAMPLE, "Chỉ tiêu", { G4: typed(0.955, "0.0%") })).targets[0]!.value, 95.5);
    });

    it("a year or a day as the due date, also a year in a cell that shows days", () => {
      const due = (cell: Cell) => read(withCells(SAMPLE, "Chỉ tiêu", { K4: cell })).targets[0]!.due;
      assert.deepEqual(
        [typed(2025), typed("2025"), typed(2025, "dd/mm/yyyy"), typed(45657, "dd/mm/yyyy"), typed("31/12/2024")].map(due),
        [...["2025", "2025", "2025"], ...["2024-12-31", "2024-12-31"]],
      );
    });

    it("the period in words, its label and days following from it", () => {
      const period = (text: string | number) => read(withCells(SAMPLE, "Thông tin", { B19: text, B23: "05/04/2024" })).period;
      const quarter = { id: "2024-Q1", label: "quý I năm 2024", start: "2024-01-01", end: "2024-03-31", due: "2024-04-05" };
      assert.deepEqual(["2024-q1", "Quý I năm 2024", "quý 1/2024"].map(period), [quarter, quarter, quarter]);
      assert.deepEqual(
        [period(2024).id, period("6 tháng đầu năm 2024").id, period("9 tháng 2024").id],
        ["2024", "2024-H1", "2024-9M"],
      );
    });

    it("a list named by its label", () => {
      assert.deepEqual(read(withCells(SAMPLE, "Số liệu", { B17: "mô hình mới đăng ký" })), round());
    });

    it("blank words take their defaults", () => {
      const field = read(withCells(SAMPLE, "Số liệu", { E4: null, F4: null, J4: null, K4: null, L4: null })).fields[0]!;
      assert.deepEqual(field, { ...round().fields[0]!, section: "", guidance: "" });
    });

    it("a remark under a table, with a note that it was not read", () => {
      const book = withCells(SAMPLE, "Chỉ tiêu", { A20: "Ghi chú: chỉ tiêu do Ban Tổ chức theo dõi" });
      assert.deepEqual([told(book), readControl(book).definition], [["note control/line-skipped Chỉ tiêu!A20"], round()]);
    });

    it("no units yet, with a warning", () => {
      const bare = bookToCells(controlBook(sampleDefinition({ units: [] })));
      assert.deepEqual([told(bare), readControl(bare).definition?.units], [["warning control/no-units Đơn vị!"], []]);
    });
  });

  describe("what is wrong is said with sheet and cell", () => {
    const cases: readonly (readonly [string, WorkbookCells, readonly string[]])[] = [
      ["a sheet gone", withSheet(SAMPLE, "Quy tắc", () => null), ["error control/sheet-missing !"]],
      [
        "a sheet misspelt",
        withSheet(SAMPLE, "Số liệu", (one) => ({ ...one, name: "Số liêụ." })),
        ["error control/sheet-missing !"],
      ],
      [
        "headings gone",
        withSheet(SAMPLE, "Đơn vị", (one) => moved(one, (row, column) => ({ row: row + 30, column }))),
        ["error control/headings-missing Đơn vị!"],
      ],
      ["a needed column gone", withCells(SAMPLE, "Chỉ tiêu", { D3: "Ghi nhận" }), ["error control/column-missing Chỉ tiêu!3:3"]],
      ["a heading misspelt", withCells(SAMPLE, "Số liệu", { M3: "Loại đơn vịi" }), ["error control/heading-unclear Số liệu!M3"]],
      ["a heading twice", withCells(SAMPLE, "Đơn vị", { H3: "Tên *" }), ["error control/heading-repeated Đơn vị!H3"]],
      [
        "an item misspelt",
        withCells(SAMPLE, "Thông tin", { A23: "Hạn nộpp", B23: "05/04/2024" }),
        ["error control/item-unclear Thông tin!A23"],
      ],
      ["an item twice", withCells(SAMPLE, "Thông tin", { A23: "Nơi lập" }), ["error control/item-repeated Thông tin!A23"]],
      ["a needed item gone", withCells(SAMPLE, "Thông tin", { A19: null, B19: null }), ["error control/item-missing Thông tin!"]],
      [
        "a needed item blank",
        withCells(SAMPLE, "Thông tin", { B9: null, B19: null }),
        ["B9", "B19"].map((cell) => `error control/value-missing Thông tin!${cell}`),
      ],
      ["a period unknown", withCells(SAMPLE, "Thông tin", { B19: "tháng 5" }), ["error control/period-unknown Thông tin!B19"]],
      ["a needed cell blank", withCells(SAMPLE, "Chỉ tiêu", { C6: null }), ["error control/value-missing Chỉ tiêu!C6"]],
      ["an error cell", withCells(SAMPLE, "Đơn vị", { B4: errorCell("#REF!") }), ["error control/cell-error Đơn vị!B4"]],
      [
        "a formula not computed",
        withCells(SAMPLE, "Đơn vị", { B4: { value: { kind: "empty" }, formula: "A1", format: null } }),
        ["error control/cell-without-result Đơn vị!B4"],
      ],
      ["no number", withCells(SAMPLE, "Chỉ tiêu", { G4: "cao" }), ["error control/not-a-number Chỉ tiêu!G4"]],
      ["two readings", withCells(SAMPLE, "Chỉ tiêu", { G6: "1.234" }), ["error control/number-ambiguous Chỉ tiêu!G6"]],
      [
        "a percentage of people",
        withCells(SAMPLE, "Chỉ tiêu", { G6: typed(0.4, "0%") }),
        ["error control/percent-unexpected Chỉ tiêu!G6"],
      ],
      [
        "a percentage of people as text",
        withCells(SAMPLE, "Chỉ tiêu", { G6: "40%" }),
        ["error control/percent-unexpected Chỉ tiêu!G6"],
      ],
      ["no day", withCells(SAMPLE, "Thông tin", { B11: "giữa tháng" }), ["error control/not-a-date Thông tin!B11"]],
      ["no word", withCells(SAMPLE, "Số liệu", { E4: "số nguyênn" }), ["error control/not-a-word Số liệu!E4"]],
      [
        "text that became a day",
        withCells(SAMPLE, "Chỉ tiêu", { B4: typed(45414, "d-mmm") }),
        ["error control/text-became-date Chỉ tiêu!B4"],
      ],
      ["digits lost", withCells(SAMPLE, "Đơn vị", { A4: typed(12345678901234567890) }), ["error control/digits-lost Đơn vị!A4"]],
      ["a list unknown", withCells(SAMPLE, "Số liệu", { B17: "mo_hinhh" }), ["error control/list-unknown Số liệu!B17"]],
    ];
    for (const [what, book, expected] of cases) {
      it(what, () => {
        const { definition, findings } = readControl(book);
        assert.equal(definition, null);
        assert.deepEqual(told(book).slice(0, expected.length), expected);
        for (const { message } of findings) assert.match(message, /\.$/u);
      });
    }

    it("offers the near miss", () => {
      const [sheet] = readControl(withSheet(SAMPLE, "Số liệu", (one) => ({ ...one, name: "Số liệuu" }))).findings;
      assert.match(sheet!.message, /“Số liệu”.*Có phải là “Số liệuu” không\?/u);
      const [word] = readControl(withCells(SAMPLE, "Số liệu", { E4: "số nguyênn" })).findings;
      assert.match(word!.message, /^Số liệu!E4: .*“số nguyên”/u);
    });

    it("collects problems of several sheets, those of cells before those of the whole", () => {
      const book = withCells(withCells(SAMPLE, "Đơn vị", { A5: "CS01" }), "Chỉ tiêu", { D5: "khong_co/tong_dang_vien", G7: "x" });
      const found = told(book);
      assert.deepEqual(found.slice(0, 2), [
        "error control/not-a-number Chỉ tiêu!G7",
        "error control/unit-code-repeated Đơn vị!A5",
      ]);
      assert.equal(
        found.some((one) => one.includes("definition/missing")),
        false,
      );
    });

    it("gives judgements of the whole their sheet and cell", () => {
      const places = (book: WorkbookCells) =>
        readControl(book).findings.map(({ code, sheet, cell }) => `${code} ${sheet ?? ""}!${cell ?? ""}`);
      assert.deepEqual(places(withCells(SAMPLE, "Chỉ tiêu", { L4: "khong_co" })), ["definition/unknown-parent Chỉ tiêu!L4"]);
      assert.deepEqual(places(withCells(SAMPLE, "Số liệu", { H5: 0 })), ["definition/bad-bounds Số liệu!H5"]);
      assert.match(
        readControl(withCells(SAMPLE, "Số liệu", { A5: "tong_dang_vien" })).findings[0]!.message,
        /^Số liệu!A5: .*Số liệu!A4/u,
      );
      assert.deepEqual(places(withCells(SAMPLE, "Số liệu", { I18: "một" })), ["definition/bad-choices Số liệu!I18"]);
      const formula = readControl(withCells(SAMPLE, "Chỉ tiêu", { D4: "da_hoc_tap/(" })).findings[0]!;
      assert.deepEqual([formula.sheet, formula.cell], ["Chỉ tiêu", "D4"]);
    });
  });
});
