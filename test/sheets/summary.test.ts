// The summary for leaders: sentences, table, who misses what, and the same as data.
import assert from "node:assert/strict";
import { consolidate } from "../../src/core/round/consolidation.js";
import { finding } from "../../src/core/finding.js";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import type { ConsolidatedReading } from "../../src/sheets/consolidated-reading.js";
import { readConsolidated } from "../../src/sheets/consolidated-reading.js";
import type { Page } from "../../src/sheets/page.js";
import { summaryBook, summaryJson } from "../../src/sheets/summary.js";
import { headlines, missedLines, summaryFacts, unitNames } from "../../src/sheets/summary-facts.js";
import { savedAt } from "../../src/sheets/tracking.js";
import { printBook } from "../../src/xlsx/print.js";
import { bookToCells } from "../helpers/book-cells.js";
import { sampleDefinition, sampleTarget, sampleUnit } from "../helpers/sample-definition.js";
import { figuresOf, sampleReport } from "../helpers/sample-round.js";

const units = [1, 2, 3, 4, 5].map((n) => sampleUnit(n));
const definition = sampleDefinition({
  units,
  targets: [
    sampleTarget("hoc_nghi_quyet", "Đảng viên được học nghị quyết", "da_hoc_tap/tong_dang_vien", {
      comparator: ">",
      scope: "both",
    }),
    sampleTarget("ket_nap_dang_vien", "Kết nạp đảng viên", "ket_nap_moi", { measure: "người", value: 10, scope: "total" }),
    sampleTarget("ky_cam_ket", "Chi bộ ký cam kết", "chi_bo_cam_ket/tong_chi_bo", { comparator: "=", value: 100 }),
  ],
});

/** CS01 and CS02 count; CS03 was returned, CS04 contradicts itself, CS05 is missing, an unreadable file may be its. */
function reading(): ConsolidatedReading {
  const broken = finding("round/conflict", "error", { data: { other: "x", number: 1, places: 1 } });
  const first = sampleReport(
    "CS01",
    figuresOf({ tong_dang_vien: 100, da_hoc_tap: 94, ket_nap_moi: 7 }, { mo_hinh: [{ ten: "Dân vận khéo", so_nguoi: 5 }] }),
  );
  const explained = {
    ...first,
    submission: { ...first.submission!, explanations: new Map([["hoc_nghi_quyet", "6 đồng chí đi công tác"]]) },
  };
  const files = [
    explained,
    sampleReport("CS02", figuresOf({ tong_dang_vien: 40, da_hoc_tap: 39, ket_nap_moi: 5 })),
    sampleReport("CS03", null, { outcome: "rejected", findings: [broken] }),
    sampleReport("CS04", figuresOf({ tong_dang_vien: 9 }), { path: "a.xlsx" }),
    sampleReport("CS04", figuresOf({ tong_dang_vien: 8 }), { path: "b.xlsx" }),
    sampleReport("", null, { path: "gui/CS05 bao cao.xlsx", unit: null, outcome: "rejected", findings: [broken] }),
  ];
  return readConsolidated(bookToCells(consolidatedBook(consolidate(definition, files)))).reading!;
}

const texts = (page: Page): string[] =>
  page.rows.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value)).filter((v) => typeof v === "string");

describe("summary", () => {
  const read = reading();
  const facts = summaryFacts(read);

  it("says in two sentences who reported and what was reached", () => {
    assert.deepEqual(headlines(facts), [
      "4/5 đơn vị đã gửi báo cáo; số liệu của 2 đơn vị được tổng hợp; 1 đơn vị chưa gửi; 1 đơn vị bị gửi trả để sửa; 1 đơn vị tạm giữ để xác minh.",
      "1/3 chỉ tiêu đạt; 1 chỉ tiêu chưa đạt; 1 chỉ tiêu chưa đủ số liệu để đánh giá.",
    ]);
  });

  it("says of each missed target how far it is, and names the units that miss it with their explanation", () => {
    assert.equal(missedLines(read).length, 1);
    assert.match(missedLines(read)[0]!, /^Đảng viên được học nghị quyết: 95% .*còn thiếu 1 người\.$/u);
    assert.deepEqual(
      facts.misses.map(({ unit, target, explanation }) => [unit.code, target.id, explanation]),
      [["CS01", "hoc_nghi_quyet", "6 đồng chí đi công tác"]],
    );
  });

  it("draws one page with heading, table and signature, and sheets for the rest", async () => {
    const book = summaryBook(read);
    assert.deepEqual(
      book.pages.map(({ name }) => name),
      ["Báo cáo tổng hợp", "Số liệu tổng hợp", "Đơn vị chưa đạt", "Đơn vị chưa có số liệu"],
    );
    const words = texts(book.pages[0]!);
    for (const wanted of [
      "ĐẢNG CỘNG SẢN VIỆT NAM",
      "BÁO CÁO TỔNG HỢP",
      "95%\n(133/140)",
      "Chưa đạt",
      "T/M ĐẢNG ỦY",
      "– 1 tệp không đọc được, chưa rõ của đơn vị nào: CS05 bao cao.xlsx (có thể của CS05).",
      "– Mô hình mới đăng ký: 1 mục của 1 đơn vị.",
    ]) {
      assert.ok(words.includes(wanted), wanted);
    }
    assert.deepEqual(await printBook(book), await printBook(summaryBook(reading())));
  });

  it("leaves out the sheets that would be empty", () => {
    const perfect = figuresOf({ tong_dang_vien: 10, da_hoc_tap: 10, ket_nap_moi: 10, tong_chi_bo: 1, chi_bo_cam_ket: 1 });
    const one = consolidate({ ...definition, units: [units[0]!] }, [sampleReport("CS01", perfect)]);
    const book = summaryBook(readConsolidated(bookToCells(consolidatedBook(one))).reading!);
    assert.deepEqual(
      book.pages.map(({ name }) => name),
      ["Báo cáo tổng hợp", "Số liệu tổng hợp"],
    );
  });

  it("gives the same as plain data", () => {
    const json = summaryJson(read);
    assert.deepEqual(json["coverage"], {
      expected: 5,
      received: 4,
      counted: 2,
      missing: ["CS05"],
      returned: ["CS03"],
      held: ["CS04"],
      unknown: [{ path: "gui/CS05 bao cao.xlsx", perhaps: "CS05" }],
    });
    assert.deepEqual(json["targets"], { met: 1, missed: 1, unverifiable: 1 });
    assert.deepEqual(json["lists"], { mo_hinh: 1 });
    assert.equal(JSON.parse(JSON.stringify(json)).totals.tong_dang_vien, 140);
  });

  it("shortens long rows of names", () => {
    assert.equal(unitNames(units, 2), "Đảng ủy Công ty Thử nghiệm số 1; Đảng ủy Công ty Thử nghiệm số 2; và 3 đơn vị khác");
  });
});

describe("savedAt", () => {
  it("shows the time that a file says on Vietnamese clocks, and other text as it stands", () => {
    assert.equal(savedAt("2024-12-31T20:30:00Z"), "01/01/2025 03:30");
    assert.equal(savedAt("hôm qua"), "hôm qua");
    assert.equal(savedAt(null), "");
  });
});
