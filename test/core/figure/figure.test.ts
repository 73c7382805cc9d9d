import assert from "node:assert/strict";
import type { Cell } from "../../../src/core/cells.js";
import type { Field, FieldType } from "../../../src/core/definition/field.js";
import type { FigureContext } from "../../../src/core/figure/figure.js";
import { readFigure } from "../../../src/core/figure/figure.js";

const AT: FigureContext = {
  unit: "DV01",
  sheet: "Báo cáo",
  cell: "F12",
  date1904: false,
  period: { start: "2024-01-01", end: "2024-12-31" },
  decimalMark: null,
};

function field(type: FieldType, more: Partial<Field> = {}): Field {
  const bare = {
    id: "tong_dang_vien",
    label: "Tổng số đảng viên",
    measure: type === "count" ? "người" : "",
    type,
    required: true,
  };
  return { ...bare, min: null, max: null, choices: [], aggregate: "sum", section: "", guidance: "", appliesTo: [], ...more };
}

function cell(value: number | string | boolean | null, more: Partial<Cell> = {}): Cell {
  const of = (): Cell["value"] => {
    if (value === null) return { kind: "empty" };
    if (typeof value === "number") return { kind: "number", number: value };
    if (typeof value === "boolean") return { kind: "boolean", boolean: value };
    return { kind: "text", text: value };
  };
  return { value: of(), formula: null, format: null, ...more };
}

type Row = readonly [cell: Cell, value: number | string | null, code?: string];

/** Reads each cell and compares value, severity and code: `error figure/fraction`; none when nothing is to be said. */
function expectTable(of: Field, rows: readonly Row[], at: Partial<FigureContext> = {}): void {
  for (const [given, value, code] of rows) {
    const reading = readFigure(given, of, { ...AT, ...at });
    const said = reading.findings.map((f) => `${f.severity} ${f.code}`).join(", ");
    assert.deepEqual([reading.value, said], [value, code ?? ""], JSON.stringify(given));
    assert.equal(reading.readable, !said.includes("error"));
    for (const f of reading.findings) {
      assert.deepEqual([f.unit, f.field, f.sheet, f.cell], ["DV01", of.id, "Báo cáo", "F12"]);
      assert.match(f.message, /^Báo cáo!F12: “Tổng số đảng viên” .*[.?]$/u);
    }
  }
}

describe("figure", () => {
  it("reads plain numbers without a word", () => {
    expectTable(field("count"), [
      [cell(118), 118],
      [cell(0), 0],
      [cell(-0), 0],
      [cell(118, { format: "#,##0" }), 118],
      [cell(null), null],
      [cell("  \u00a0"), null],
    ]);
    expectTable(field("decimal"), [
      [cell(12.75), 12.75],
      [cell(-3.5), -3.5],
    ]);
    assert.deepEqual(readFigure(undefined, field("count"), AT), { value: null, findings: [], readable: true });
  });

  it("reads digits typed as text when they have one reading, with a note", () => {
    const note = "note figure/text-number";
    expectTable(field("count"), [
      [cell("125"), 125, note],
      [cell("  125\u00a0"), 125, note],
      [cell("1.234.567"), 1234567, note],
      [cell("1 234"), 1234, note],
      [cell("1\u00a0234"), 1234, note],
      [cell("１２３"), 123, note],
      [cell("12,0"), 12, note],
    ]);
    expectTable(field("decimal"), [
      [cell("1.234,5"), 1234.5, note],
      [cell("1,234.5"), 1234.5, note],
      [cell("(1.234,5)"), -1234.5, note],
      [cell("95,5"), 95.5, note],
    ]);
    const [finding] = readFigure(cell("1.234,5"), field("decimal"), AT).findings;
    assert.deepEqual([finding!.found, finding!.expected], ["1.234,5", 1234.5]);
    assert.equal(finding!.message, "Báo cáo!F12: “Tổng số đảng viên” gõ dạng chữ “1.234,5”, đã đọc là 1.234,5. Không phải sửa.");
  });

  it("takes 1.234 as a thousand and more in a whole field and shows both readings in a decimal one", () => {
    for (const text of ["1.234", "1,234"]) {
      expectTable(field("count"), [[cell(text), 1234, "note figure/text-number"]]);
      expectTable(field("decimal"), [[cell(text), null, "error figure/ambiguous"]]);
    }
    const [finding] = readFigure(cell("1.234"), field("decimal"), AT).findings;
    assert.deepEqual(finding!.data, { label: "Tổng số đảng viên", whole: 1234, decimal: 1.234 });
    assert.match(finding!.message, /1\.234 hoặc 1,234/u);
  });

  it("lets the file settle 1.234 when its other numbers prove a decimal mark", () => {
    const note = "note figure/text-number";
    expectTable(
      field("decimal"),
      [
        [cell("1.234"), 1234, note],
        [cell("1,234"), 1.234, note],
      ],
      { decimalMark: "," },
    );
    expectTable(field("decimal"), [[cell("1.234"), 1.234, note]], { decimalMark: "." });
    expectTable(field("count"), [[cell("1.234"), null, "error figure/ambiguous"]], { decimalMark: "." });
  });

  it("refuses what is no number", () => {
    const texts = ["12 tr", "5 tỷ", "12O", "không", "x", "1E400", "1E05", "12 người", "khoảng 30"];
    expectTable(
      field("count"),
      texts.map((text): Row => [cell(text), null, "error figure/not-a-number"]),
    );
  });

  it("takes a dash for a blank and warns", () => {
    for (const dash of ["-", "–", "—", " - "]) expectTable(field("count"), [[cell(dash), null, "warning figure/dash"]]);
    expectTable(field("text"), [[cell("-"), null, "note figure/dash"]]);
  });

  it("refuses numbers that a count cannot be, and never rounds", () => {
    expectTable(field("count"), [
      [cell(12.5), null, "error figure/fraction"],
      [cell(12.000000000001), null, "error figure/fraction"],
      [cell("12,5"), null, "error figure/fraction"],
      [cell(-5), null, "error figure/negative"],
      [cell("(1.234)"), null, "error figure/negative"],
      [cell(1e15), null, "error figure/too-large"],
      [cell(1234567890123456), null, "error figure/too-large"],
      [cell("1234567890123456"), null, "error figure/too-large"],
      [cell(true), null, "error figure/boolean"],
    ]);
  });

  it("reads percentages only where percent is the measure and the sign is written", () => {
    const rate = field("decimal", { measure: "%" });
    expectTable(rate, [
      [cell("95,5%"), 95.5, "note figure/percent-read"],
      [cell("100 %"), 100, "note figure/percent-read"],
      [cell(0.955, { format: "0.0%" }), 95.5, "note figure/percent-read"],
      [cell(0.07, { format: "0%" }), 7, "note figure/percent-read"],
      [cell(95.5, { format: '0.0"%"' }), 95.5],
      [cell(0.955), 0.955, "warning figure/percent-scale"],
    ]);
    expectTable(field("count"), [
      [cell("95%"), null, "error figure/percent"],
      [cell(1, { format: "0%" }), null, "error figure/percent"],
    ]);
  });

  it("refuses error cells, and days where numbers belong", () => {
    expectTable(field("count"), [
      [cell(0, { value: { kind: "error", text: "#DIV/0!" } }), null, "error figure/error-value"],
      [cell(45337, { format: "dd/mm/yyyy" }), null, "error figure/date-in-number"],
    ]);
  });

  it("takes a sum of plain numbers and refuses every other formula", () => {
    expectTable(field("count"), [
      [cell(125, { formula: "120+5" }), 125, "note figure/formula-read"],
      [cell(126, { formula: "120+5" }), null, "error figure/formula"],
      [cell(125, { formula: "A1+5" }), null, "error figure/formula"],
      [cell(null, { formula: "120+5" }), null, "error figure/formula"],
      [cell(7, { formula: "" }), null, "error figure/formula"],
      [cell(0, { formula: "1/0", value: { kind: "error", text: "#DIV/0!" } }), null, "error figure/formula"],
      [cell(2.5, { formula: "5/2" }), null, "error figure/fraction"],
      [cell(null, { formula: "cmd|'/c calc'!A1" }), null, "error figure/formula"],
    ]);
    assert.equal(readFigure(cell(3, { formula: "A1+5" }), field("count"), AT).findings[0]!.found, "=A1+5");
  });

  it("reads yes and no when it is said, whatever the spelling", () => {
    const note = "note figure/word-read";
    const refused = "error figure/not-yes-no";
    expectTable(field("yesno"), [
      [cell("Có"), 1],
      [cell("Không"), 0],
      [cell(" CÓ "), 1, note],
      [cell("Co\u0301"), 1, note],
      [cell("khong"), 0, note],
      [cell("x"), 1, note],
      [cell(true), 1, note],
      [cell(0), 0, note],
      [cell("1"), 1, note],
      [cell("-"), null, "warning figure/dash"],
      [cell("đang làm"), null, refused],
      [cell(2), null, refused],
      [cell("cỏ"), null, refused],
    ]);
  });

  it("reads days of both calendars and days typed with the day first", () => {
    const note = "note figure/date-read";
    expectTable(field("date"), [
      [cell(45337, { format: "dd/mm/yyyy" }), "2024-02-15"],
      [cell(45337.5, { format: "dd/mm/yyyy" }), "2024-02-15", note],
      [cell("15/02/2024"), "2024-02-15", note],
      [cell("3-4-2024"), "2024-04-03", note],
      [cell("ngày 15 tháng 02 năm 2024"), "2024-02-15", note],
      [cell("2024-02-15"), "2024-02-15", note],
    ]);
    expectTable(field("date"), [[cell(45337 - 1462), "2024-02-15"]], { date1904: true });
  });

  it("refuses days that are none and asks about days outside the period", () => {
    const refused = "error figure/not-a-date";
    expectTable(field("date"), [
      [cell("30/02/2024"), null, refused],
      [cell("02/15/2024"), null, refused],
      [cell("15/02/24"), null, refused],
      [cell(2024), null, refused],
      [cell(15022024), null, refused],
      [cell("tháng 2"), null, refused],
      [cell(45337 + 366), "2025-02-15", "warning figure/date-outside-period"],
      [cell(45337 - 365 * 2), "2022-02-15"],
    ]);
    const quarter = { period: { start: "2024-04-01", end: "2024-06-30" } };
    expectTable(field("date"), [[cell("12/05/2024"), "2024-05-12", "note figure/date-read"]], quarter);
    const [, swapped] = readFigure(cell("05/12/2024"), field("date"), { ...AT, ...quarter }).findings;
    assert.equal(swapped!.expected, "12/05/2024");
    assert.equal(readFigure(cell("02/15/2024"), field("date"), AT).findings[0]!.expected, "15/02/2024");
  });

  it("reads a choice by its folded text", () => {
    const rating = field("choice", { choices: ["Hoàn thành tốt", "Hoàn thành", "2024"] });
    expectTable(rating, [
      [cell("Hoàn thành"), "Hoàn thành"],
      [cell("hòan  thành TỐT"), "Hoàn thành tốt", "note figure/word-read"],
      [cell(2024), "2024"],
      [cell("Hoàn thành tôt"), null, "error figure/not-a-choice"],
    ]);
    assert.equal(readFigure(cell("Hoàn thành tôt"), rating, AT).findings[0]!.expected, "Hoàn thành tốt");
  });

  it("keeps words as words and asks about numbers that programs made of them", () => {
    const warning = "warning figure/number-in-text";
    const error = "error figure/number-in-text";
    expectTable(field("text"), [
      [cell(" mô hi\u0300nh\u00a0"), "mô hình"],
      [cell("=cmd|'/c calc'!A1"), "=cmd|'/c calc'!A1"],
      [cell("001"), "001"],
      [cell(1), null, error],
      [cell(1, { format: "000" }), "001", warning],
      [cell(12.5), null, error],
      [cell(100000), null, error],
      [cell(100000, { format: "0.00E+00" }), null, error],
      [cell(45337, { format: "d/m/yyyy" }), "15/02/2024", warning],
      [cell(1e15), null, error],
      [cell("a".repeat(32767)), "a".repeat(32767)],
      [cell("a".repeat(40000)), null, "error figure/text-too-long"],
    ]);
  });

  it("gives a unit code its lost zeros back when one unit only has that code", () => {
    const unitCodes = new Map([
      [1, ["001"]],
      [2, ["02", "002"]],
      [12, ["12"]],
    ]);
    const padded = (number: number) => {
      const { value, findings } = readFigure(cell(number), field("text"), { ...AT, unitCodes });
      return [value, ...findings.map((f) => f.severity)];
    };
    assert.deepEqual(padded(1), ["001", "note"]);
    assert.deepEqual(padded(12), ["12", "note"]);
    assert.deepEqual(padded(2), [null, "error"]);
    assert.deepEqual(padded(3), [null, "error"]);
  });

  it("converts words typed in an old font when one reading is left, keeps doubtful ones, and leaves other languages alone", () => {
    const note = "note figure/old-font";
    const warning = "warning figure/old-font";
    expectTable(field("text"), [
      [cell("NguyÔn V¨n Th\u00adëng"), "Nguyễn Văn Thưởng", note],
      [cell("Traàn Thò Höôøng"), "Trần Thị Hường", note],
      [cell("HuÖ"), "HuÖ", warning],
      [cell("Lê Thái"), "Lê Thái"],
      [cell("Hà Nam"), "Hà Nam"],
      [cell("José Müller"), "José Müller"],
      [cell("São Paulo"), "São Paulo"],
      [cell("dày 5 µm"), "dày 5 µm"],
      [cell("Nguyễn Văn Ðỉnh ©"), "Nguyễn Văn Ðỉnh ©"],
    ]);
    const both = readFigure(cell("NguyÔn V¨n An"), field("text"), AT).findings[0]!;
    assert.deepEqual([both.found, both.expected], ["NguyÔn V¨n An", "Nguyễn Văn An"]);
    expectTable(field("yesno"), [
      [cell("Kh«ng"), 0, "note figure/word-read"],
      [cell("Coù"), 1, "note figure/word-read"],
      [cell("Cµ"), null, "error figure/not-yes-no"],
    ]);
  });
});
