// The consolidated workbook: what stands in it, that it recalculates to the same, and that it can be read back.
import assert from "node:assert/strict";
import type { CellValue, SheetCells } from "../../src/core/cells.js";
import { address, cellAt, sheetNamed } from "../../src/core/cells.js";
import type { Consolidation } from "../../src/core/round/consolidation.js";
import { consolidate, totalNumbers } from "../../src/core/round/consolidation.js";
import type { FileReport } from "../../src/core/round/file-report.js";
import { finding } from "../../src/core/finding.js";
import { consolidatedBook, sourceLink } from "../../src/sheets/consolidated.js";
import { figuresByUnit, readConsolidated } from "../../src/sheets/consolidated-reading.js";
import { isConsolidated } from "../../src/sheets/consolidated-hidden.js";
import { findText, readNotes } from "../../src/sheets/notes.js";
import type { Book, Page, PageCell } from "../../src/sheets/page.js";
import { webCodec } from "../../src/xlsx/codec.js";
import { printBook } from "../../src/xlsx/print.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { listSheets } from "../../src/sheets/stacked-list.js";
import { bookToCells } from "../helpers/book-cells.js";
import { withCells } from "../helpers/edit-cells.js";
import { libreOfficePath, recalculate } from "../helpers/libreoffice.js";
import { BASIC_CELL, sampleDefinition, sampleTarget, sampleUnit } from "../helpers/sample-definition.js";
import { figuresOf, madeUpFigures, sampleReport } from "../helpers/sample-round.js";

const units = Array.from({ length: 12 }, (_, i) => sampleUnit(i + 1, i % 3 === 2 ? { kind: BASIC_CELL } : {}));
const base = sampleDefinition({ units });
const definition = {
  ...base,
  targets: [
    ...base.targets,
    sampleTarget("tang_dang_vien", "Đảng viên tăng so với kỳ trước", "tong_dang_vien-tong_dang_vien_ky_truoc", {
      measure: "người",
      value: 1,
      scope: "both",
    }),
    sampleTarget("mo_hinh_chi_bo", "Mô hình của chi bộ", "COUNTA(mo_hinh_ten)", {
      measure: "mô hình",
      value: 2,
      scope: "both",
      appliesTo: [BASIC_CELL],
    }),
    sampleTarget("mo_hinh_chung", "Mô hình của toàn đảng bộ", "COUNTA(mo_hinh_ten)/so_don_vi", {
      measure: "",
      value: 1,
      scope: "total",
    }),
    sampleTarget("ke_hoach_dang_bo", "Đảng bộ có kế hoạch", "co_ke_hoach/so_don_vi", {
      comparator: ">",
      value: 80,
      scope: "total",
      appliesTo: [base.units[0]!.kind],
    }),
  ],
};
const broken = finding("round/conflict", "error", { sheet: "Báo cáo", cell: "E12", data: { other: "x", number: 1, places: 1 } });
const previous = new Map(units.map((unit, i) => [unit.code, madeUpFigures(definition, unit, i + 500)]));

/** Ten units count, one is missing (CS04), one was rejected (CS06). */
function round(more: readonly FileReport[] = []): Consolidation {
  const files = units.flatMap((unit, i) => {
    if (i === 3 || i === 5) return [];
    return [
      sampleReport(unit.code, madeUpFigures(definition, unit, i + 1), i === 1 ? { outcome: "accepted-with-warnings" } : {}),
    ];
  });
  const rejected = sampleReport("CS06", null, { outcome: "rejected", findings: [broken] });
  return consolidate(definition, [...files, rejected, ...more], previous);
}

const pageNamed = (book: Book, name: string): Page => book.pages.find((page) => page.name === name)!;
const rowOf = (page: Page, text: string): ReadonlyMap<number, PageCell> =>
  page.rows.find(({ cells }) => [...cells.values()].some(({ value }) => value === text))!.cells;
const withoutResults = (book: Book): Book => ({
  ...book,
  pages: book.pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      cells: new Map(
        [...row.cells].map(([column, cell]) => [column, cell.formula === undefined ? cell : { ...cell, value: null }]),
      ),
    })),
  })),
});

describe("consolidatedBook", () => {
  const consolidation = round();
  const book = consolidatedBook(consolidation);

  it("has one row for every unit of the list, blank where nothing counts", () => {
    const table = pageNamed(book, "Tổng hợp");
    const states = units.map((unit) => rowOf(table, unit.code).get(5)?.value);
    assert.deepEqual(states.slice(0, 6), ["Đã nhận", "Cần giải trình", "Đã nhận", "Chưa gửi", "Đã nhận", "Gửi trả"]);
    assert.equal(rowOf(table, "CS04").get(8)?.value, null);
    assert.equal(rowOf(table, "CS06").get(8)?.value, null);
    assert.equal(rowOf(table, "CS01").get(8)?.value, consolidation.units[0]!.figures!.values.get("tong_dang_vien"));
    assert.equal(rowOf(table, "CS01").get(7)?.link, "da-nop/CS01_BC_2024.xlsx");
  });

  it("adds each column up with a live formula", () => {
    const total = rowOf(pageNamed(book, "Tổng hợp"), "TỔNG CỘNG");
    assert.match(total.get(8)!.formula!, /^SUM\(\$H\$\d+:\$H\$\d+\)$/u);
    assert.equal(total.get(8)!.value, totalNumbers(definition, consolidation.totals)["tong_dang_vien"]);
    assert.equal(total.get(5)!.value, 10);
    const words = [...total.values()].filter((cell) => cell.formula?.startsWith("COUNTIF(") && cell.formula.includes('"Có"'));
    assert.equal(words.length, 1);
  });

  it("writes text from reports as text", () => {
    const evil = '=HYPERLINK("http://x","y")';
    const figures = madeUpFigures(definition, units[0]!, 1);
    const changed = { ...figures, values: new Map([...figures.values, ["kho_khan_chinh", evil] as const]) };
    const page = pageNamed(consolidatedBook(consolidate(definition, [sampleReport("CS01", changed)])), "Tổng hợp");
    const found = [...rowOf(page, "CS01").values()].find((cell) => cell.value === evil);
    assert.equal(found?.formula, undefined);
    assert.notEqual(found, undefined);
  });

  it("gives the same bytes again and changes no other unit's row when a bad file arrives", async () => {
    const again = await printBook(consolidatedBook(round()));
    assert.deepEqual(await printBook(book), again);
    const bad = consolidatedBook(
      round([sampleReport("CS04", null, { path: "0.xlsx", outcome: "rejected", findings: [broken] })]),
    );
    for (const name of ["Tổng hợp", "Đối chiếu đơn vị", "Theo dõi"]) {
      for (const { code } of units.filter((unit) => unit.code !== "CS04")) {
        assert.deepEqual(rowOf(pageNamed(bad, name), code), rowOf(pageNamed(book, name), code), `${name} ${code}`);
      }
    }
  });

  it("lists every finding, errors first, and every file", () => {
    const found = pageNamed(book, "Sai sót").rows.slice(3);
    assert.equal(found[0]!.cells.get(1)!.value, "Lỗi");
    assert.equal(found[0]!.cells.get(4)!.value, broken.message);
    assert.equal(pageNamed(book, "Tệp đã nhận").rows.length, 3 + consolidation.files.length);
  });

  it("says of every target the verdict that the core finds, live where a sheet can", () => {
    const page = pageNamed(book, "Đối chiếu");
    for (const verdict of consolidation.verdicts) {
      const row = rowOf(page, verdict.target);
      const words = { met: verdict.exceeds ? "Đạt (vượt)" : "Đạt", missed: "Chưa đạt", unverifiable: "Chưa đủ số liệu" };
      assert.equal(row.get(8)!.value, words[verdict.verdict], verdict.target);
      assert.equal(row.get(8)!.formula === undefined, verdict.target === "mo_hinh_chi_bo", verdict.target);
    }
  });

  it("recalculates in LibreOffice to the same numbers and words, without an error cell", async function () {
    if (libreOfficePath() === null) this.skip();
    this.timeout(150_000);
    const { workbook } = readWorkbook(await recalculate(await printBook(withoutResults(book))), webCodec);
    for (const page of book.pages) {
      const sheet = sheetNamed(workbook!, page.name)!;
      for (const { row, cells } of page.rows) {
        for (const [column, cell] of cells) {
          const value = cellAt(sheet, row, column)?.value;
          const place = `${page.name}!${address(row, column)} ${cell.formula ?? ""}`;
          assert.notEqual(value?.kind, "error", place);
          if (cell.formula !== undefined) assertSame(cell.value, value, place);
        }
      }
    }
  });
});

function assertSame(expected: PageCell["value"], found: CellValue | undefined, place: string): void {
  if (typeof expected === "number") {
    assert.equal(found?.kind, "number", place);
    assert.ok(
      found.kind === "number" && Math.abs(found.number - expected) < 1e-9,
      `${place}: ${JSON.stringify(found)} for ${String(expected)}`,
    );
  } else assert.equal(found?.kind === "text" ? found.text : "", expected ?? "", place);
}

describe("readConsolidated", () => {
  const consolidation = round();
  const workbook = bookToCells(consolidatedBook(consolidation));

  it("gives back definition, figures, states, totals and verdicts", async () => {
    const bytes = await printBook(consolidatedBook(consolidation));
    const fromBytes = readWorkbook(bytes, webCodec).workbook!;
    for (const source of [workbook, fromBytes]) {
      const { reading, findings } = readConsolidated(source);
      assert.deepEqual(findings, []);
      assert.deepEqual(reading!.definition, definition);
      assert.deepEqual(reading!.totals.values, consolidation.totals.values);
      assert.deepEqual(reading!.verdicts, consolidation.verdicts);
      assert.deepEqual(
        reading!.units.map((u) => [u.state, u.verdicts]),
        consolidation.units.map((u) => [u.state, u.verdicts]),
      );
      assert.equal(figuresByUnit(reading!).size, 10);
    }
  });

  it("warns when somebody changed a unit's figures in it", () => {
    const table = sheetNamed(workbook, "Tổng hợp")!;
    const place = findText(table, "CS02")!;
    const cells = new Map(table.cells);
    const [key] = [...cells].find(
      ([k, cell]) => cell.value.kind === "number" && Math.floor(k / 16384) === place.row && k % 16384 === 7,
    )!;
    cells.set(key, { value: { kind: "number", number: 99999 }, formula: null, format: null });
    const changed = { ...workbook, sheets: workbook.sheets.map((s): SheetCells => (s === table ? { ...s, cells } : s)) };
    const { reading, findings } = readConsolidated(changed);
    assert.deepEqual(
      findings.map((f) => [f.code, f.unit]),
      [["round/consolidated-changed", "CS02"]],
    );
    assert.notEqual(reading, null);
  });

  it("refuses a workbook that is none", () => {
    const { reading, findings } = readConsolidated({ ...workbook, sheets: workbook.sheets.slice(0, 2) });
    assert.equal(reading, null);
    assert.deepEqual(
      findings.map((f) => f.code),
      ["round/consolidated-unreadable"],
    );
    assert.equal(isConsolidated(workbook), true);
  });
});

describe("readNotes", () => {
  it("carries notes into the next workbook by unit and target, wherever the rows moved", () => {
    const notes = new Map([
      ["Tổng hợp", new Map([["CS02", "Đã gọi điện ngày 5/7"]])],
      ["Đối chiếu", new Map([["ty_le_nu", "Báo cáo Thường trực"]])],
      ["Theo dõi", new Map([["CS04", "Nghỉ thai sản, xin chậm"]])],
    ]);
    const first = bookToCells(consolidatedBook(round(), notes));
    assert.deepEqual(readNotes(first), notes);
    const fewer = consolidate({ ...definition, units: units.slice(1) }, []);
    assert.deepEqual(readNotes(bookToCells(consolidatedBook(fewer, readNotes(first)))), notes);
  });

  it("keeps the notes of units and targets that are no longer there, below Theo dõi, until they come back", () => {
    const notes = new Map([
      ["Tổng hợp", new Map([["CS01", "Đã gọi điện"]])],
      ["Đối chiếu", new Map([["ty_le_nu", "Báo cáo Thường trực"]])],
      ["Theo dõi", new Map([["CS01", "Sáp nhập từ 1/7"]])],
    ]);
    const left = { ...definition, units: units.slice(1), targets: definition.targets.filter(({ id }) => id !== "ty_le_nu") };
    const once = consolidatedBook(consolidate(left, []), notes);
    const tracking = once.pages.find(({ name }) => name === "Theo dõi")!;
    const below = tracking.rows.slice(-4).map(({ cells }) => [...cells.values()].map(({ value }) => value).filter(Boolean));
    assert.deepEqual(below, [
      ["Ghi chú của đơn vị, chỉ tiêu không còn trong danh sách"],
      ["CS01", "Ghi chú ở trang “Tổng hợp”", "Đã gọi điện"],
      ["ty_le_nu", "Ghi chú ở trang “Đối chiếu”", "Báo cáo Thường trực"],
      ["CS01", "Ghi chú ở trang “Theo dõi”", "Sáp nhập từ 1/7"],
    ]);
    const kept = readNotes(bookToCells(once));
    assert.deepEqual(kept, notes);
    const twice = readNotes(bookToCells(consolidatedBook(consolidate(left, []), kept)));
    assert.deepEqual(twice, notes);
    assert.deepEqual(readNotes(bookToCells(consolidatedBook(round(), twice))), notes);
  });

  it("joins a note that stands twice instead of losing one", () => {
    const notes = new Map([["Theo dõi", new Map([["CS01", "cũ"]])]]);
    const left = { ...definition, units: units.slice(1) };
    const cells = bookToCells(consolidatedBook(consolidate(left, []), notes));
    const changed = withCells(cells, "Theo dõi", { B5: "CS01", L5: "mới" });
    assert.equal(readNotes(changed).get("Theo dõi")?.get("CS01"), "mới; cũ");
  });
});

describe("Đối chiếu", () => {
  it("says beside a target that all reporting units meet how many have not answered", () => {
    const four = {
      ...base,
      units: units.slice(0, 4),
      targets: [sampleTarget("hoc", "Học nghị quyết", "da_hoc_tap/tong_dang_vien")],
    };
    const report = (n: number, learned: number): FileReport =>
      sampleReport(`CS0${String(n)}`, figuresOf({ tong_dang_vien: 100, da_hoc_tap: learned }));
    const gapOf = (files: readonly FileReport[]): PageCell["value"] => {
      const { pages } = consolidatedBook(consolidate(four, files));
      const page = pages.find(({ name }) => name === "Đối chiếu")!;
      const heading = [...page.rows.find(({ row }) => row === 4)!.cells].find(
        ([, { value }]) => value === "Còn thiếu hoặc vượt quá",
      )!;
      return page.rows.find(({ row }) => row === 5)!.cells.get(heading[0])!.value;
    };
    assert.equal(gapOf([report(1, 99), report(2, 96)]), "2 đơn vị chưa có số liệu");
    assert.equal(gapOf([report(1, 99), report(2, 90)]), "1 đơn vị chưa đạt; 2 đơn vị chưa có số liệu");
    assert.equal(gapOf([report(1, 99), report(2, 90), report(3, 99), report(4, 99)]), 1);
    assert.equal(gapOf([1, 2, 3, 4].map((n) => report(n, 99))), 0);
  });
});

describe("consolidatedBook at the edges", () => {
  it("stands without units, targets and lists", async () => {
    const empty = consolidatedBook(consolidate({ ...base, units: [], targets: [], lists: [] }, []));
    assert.notEqual(readWorkbook(await printBook(empty), webCodec).workbook, null);
    const { reading } = readConsolidated(bookToCells(empty));
    assert.equal(reading?.units.length, 0);
  });

  it("gives lists sheet names that Excel takes and no other sheet has", () => {
    const list = base.lists[0]!;
    const labels = ["Tổng hợp", "tổng hợp", "A/B: [mô hình]?", "Danh sách rất dài các tập thể, cá nhân điển hình"];
    const lists = labels.map((label, i) => ({ ...list, id: `ds_${String(i)}`, label }));
    assert.deepEqual(
      [...listSheets({ ...base, lists }).values()],
      ["Tổng hợp (2)", "tổng hợp (3)", "A B mô hình", "Danh sách rất dài các tập thể,"],
    );
  });

  it("links to the zip of a file that came in one", () => {
    assert.equal(sourceLink("goi\\da-nop.zip!DV01.xlsx"), "goi/da-nop.zip");
  });
});
