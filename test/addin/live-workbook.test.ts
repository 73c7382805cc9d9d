import assert from "node:assert/strict";
import { openWorkbook } from "../../src/addin/open-workbook.js";
import type { WorkbookCells } from "../../src/core/cells.js";
import { address, keyPlace, sheetNamed } from "../../src/core/cells.js";
import type { Consolidation } from "../../src/core/round/consolidation.js";
import { readControl } from "../../src/core/control/control-workbook.js";
import { nodeHost } from "../../src/cli/host.js";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import { readConsolidated } from "../../src/sheets/consolidated-reading.js";
import { controlBook } from "../../src/sheets/control.js";
import type { Notes } from "../../src/sheets/notes.js";
import { NO_NOTES, readNotes } from "../../src/sheets/notes.js";
import type { Book } from "../../src/sheets/page.js";
import { consolidate, consolidatedWorkbook, readReport, type Round } from "../../src/workflow.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { HostError } from "../helpers/excel-host/host-error.js";
import type { HostSheet } from "../helpers/excel-host/host-workbook.js";
import { emptyWorkbook, hostSheet, openedWorkbook, shownCells, type } from "../helpers/excel-host/host-workbook.js";
import { connect } from "../helpers/excel-host/node-driver.js";
import type { FilledRound } from "../helpers/filled-round.js";
import { filledRound } from "../helpers/filled-round.js";
import { bookWith, page, refusal } from "../helpers/live-page.js";

const UNITS = 60;
const WRITING = /^Đang ghi, chưa xong/;

let made: FilledRound;

function reported(round: Round, count: number): Consolidation {
  const files = made.forms.slice(0, count).map(({ name, bytes }) => readReport({ path: name, bytes }, round, nodeHost));
  return consolidate(round.definition, files, round.previous);
}

function bookOf(count: number, notes: Notes = NO_NOTES): Book {
  return consolidatedBook(reported(made.round, count), notes, () => null);
}

/** An Excel in which the control workbook stands, made from its definition. */
async function controlHost(level = 1.17): Promise<ExcelHost> {
  const host = new ExcelHost({ workbook: emptyWorkbook("so-tong-hop.xlsx"), level });
  connect(host);
  await openWorkbook.write(controlBook(made.round.definition), {});
  return host;
}

function sheet(host: ExcelHost, name: string): HostSheet {
  const found = hostSheet(host.workbook, name);
  assert.ok(found, `there is no sheet ${name}`);
  return found;
}

/** Cells of one sheet by address: formulas as text, else values. An empty text is as good as nothing: Excel tells them not apart. */
function shown(workbook: WorkbookCells, name: string): Record<string, unknown> {
  const cells = [...sheetNamed(workbook, name)!.cells].map(([key, { value, formula }]) => {
    const { row, column } = keyPlace(key);
    const plain =
      value.kind === "number" ? value.number : value.kind === "boolean" ? value.boolean : "text" in value ? value.text : "";
    return [address(row, column), formula === null ? plain : `=${formula}`] as const;
  });
  return Object.fromEntries(cells.filter(([, value]) => value !== "").sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("live workbook", function () {
  this.timeout(60_000);
  before(async () => {
    made = await filledRound("nq-lam-dong-2024", UNITS);
  });

  it("holds a control workbook that reads back as the same definition", async () => {
    const host = await controlHost();
    const cells = await openWorkbook.read({});
    assert.deepEqual(readControl(cells), { definition: made.round.definition, findings: [] });
    assert.deepEqual(host.unknown, []);
    assert.equal(host.workbook.sheets[0]!.name, "Sheet1");
  });

  it("holds the same consolidated cells as the file", async () => {
    const host = await controlHost();
    await openWorkbook.write(bookOf(UNITS), {});
    const live = await openWorkbook.read({});
    const bytes = await consolidatedWorkbook(reported(made.round, UNITS), NO_NOTES, () => null);
    const file = readWorkbook(bytes, nodeHost.codec).workbook!;
    for (const { name } of file.sheets) assert.deepEqual(shown(live, name), shown(file, name), name);
    const { reading, findings } = readConsolidated(live);
    assert.deepEqual(findings, []);
    assert.equal(reading!.units.filter(({ figures }) => figures !== null).length, UNITS);
    assert.deepEqual(host.unknown, []);
  });

  it("updates in place: notes move with their unit, formulas, columns and sheets of staff stay", async () => {
    const host = await controlHost();
    await openWorkbook.write(bookOf(40), {});
    const table = sheet(host, "Tổng hợp");
    const own = hostSheet(host.workbook, "Sheet1")!;
    const [noteColumn, firstRow] = [noteColumnOf(table), firstUnitRow(table)];
    type(table, firstRow + 50, noteColumn, "Hẹn nộp ngày 10/1");
    type(table, firstRow, noteColumn + 2, "=H9*2");
    type(own, 0, 0, "='Tổng hợp'!H6/'Tổng hợp'!I6");
    const ids = host.workbook.sheets.map(({ id }) => id);
    const cells = await openWorkbook.read({});
    await openWorkbook.write(bookOf(UNITS, readNotes(cells)), {});
    assert.equal(table.cells.get(`${String(firstRow + 50)}:${String(noteColumn)}`)?.value, "Hẹn nộp ngày 10/1");
    assert.equal(table.cells.get(`${String(firstRow)}:${String(noteColumn + 2)}`)?.formula, "=H9*2");
    assert.equal(own.cells.get("0:0")?.formula, "='Tổng hợp'!H6/'Tổng hợp'!I6");
    assert.deepEqual(
      host.workbook.sheets.map(({ id }) => id),
      ids,
    );
    assert.equal(
      readConsolidated(await openWorkbook.read({})).reading!.units.filter(({ figures }) => figures !== null).length,
      UNITS,
    );
  });

  it("leaves widths and looks alone when a sheet is written again as it was", async () => {
    const host = await controlHost();
    await openWorkbook.write(bookOf(UNITS), {});
    const before = host.workbook.sheets.map(({ looks }) => looks.length);
    await openWorkbook.write(bookOf(UNITS), {});
    assert.deepEqual(
      host.workbook.sheets.map(({ looks }) => looks.length),
      before,
    );
  });

  it("writes text as text, whatever Excel would make of it", async () => {
    const texts = ["00123", "1/2", "=1+1", "+84 912", "-5", "@ten", "'ngoặc", "TRUE", "50%", "12:30", "＝SUM(A1)", "1.234,5"];
    const host = new ExcelHost();
    connect(host);
    await openWorkbook.write(bookWith(page("Chữ", [texts])), {});
    assert.deepEqual(Object.values(shownCells(sheet(host, "Chữ"))), texts);
    assert.deepEqual(Object.values(shown(await openWorkbook.read({}), "Chữ")).sort(), [...texts].sort());
  });

  it("clears what the run before wrote further down, and nothing else", async () => {
    const host = new ExcelHost();
    connect(host);
    await openWorkbook.write(bookWith(page("Sai sót", [["a"], ["b"], ["c"]])), {});
    type(sheet(host, "Sai sót"), 9, 0, "của tôi");
    await openWorkbook.write(bookWith(page("Sai sót", [["d"]])), {});
    assert.deepEqual(shownCells(sheet(host, "Sai sót")), { A1: "d", A10: "của tôi" });
  });

  it("refuses to write over a sheet or a cell that is not ours, before anything is written", async () => {
    const host = new ExcelHost();
    connect(host);
    type(sheet(host, "Sheet1"), 4, 1, "riêng");
    const foreign = bookWith(page("Mới", [["x"]]), page("Sheet1", [["x"]]));
    assert.match(await refusal(openWorkbook.write(foreign, {})), /trang “Sheet1” không do công cụ này tạo/);
    assert.equal(hostSheet(host.workbook, "Mới"), undefined);
    await openWorkbook.write(bookWith(page("Theo dõi", [["x"], ["y"]])), {});
    type(sheet(host, "Theo dõi"), 2, 0, "ghi chú riêng");
    assert.match(
      await refusal(openWorkbook.write(bookWith(page("Theo dõi", [["x"], ["y"], ["z"]])), {})),
      /ô A3 có nội dung riêng/,
    );
    assert.deepEqual(shownCells(sheet(host, "Theo dõi")), { A1: "x", A2: "y", A3: "ghi chú riêng" });
  });

  it("refuses a table into which a column was inserted, and a second control workbook", async () => {
    const host = await controlHost();
    assert.match(await refusal(openWorkbook.write(controlBook(made.round.definition), {})), /của một kỳ báo cáo/);
    connect(new ExcelHost({ workbook: openedWorkbook(readWorkbook(made.control, nodeHost.codec).workbook!, "so.xlsx") }));
    assert.match(await refusal(openWorkbook.write(controlBook(made.round.definition), {})), /của một kỳ báo cáo/);
    connect(host);
    await openWorkbook.write(bookWith(page("Tổng hợp", [["x", "y"]])), {});
    const name = host.workbook.names.find((one) => one.sheet.name === "Tổng hợp")!;
    name.area = { ...name.area, columns: 3 };
    assert.match(await refusal(openWorkbook.write(bookWith(page("Tổng hợp", [["x", "y"]])), {})), /hàng hoặc cột được chèn/);
  });

  for (const level of [1.7, 1.8, 1.9, 1.17]) {
    it(`keeps to what Excel has at ExcelApi ${String(level)}`, async () => {
      const host = await controlHost(level);
      await openWorkbook.write(bookOf(UNITS), {});
      await openWorkbook.goTo("Tổng hợp", "C12");
      assert.deepEqual(host.unknown, []);
      assert.equal(readConsolidated(await openWorkbook.read({})).reading!.units.length, UNITS);
    });
  }

  it("stays far below the 5 MB that Excel on the web takes at once", async () => {
    const host = await controlHost();
    const lines = Array.from({ length: 6000 }, (_, i) => Array.from({ length: 20 }, (__, j) => `Đảng ủy xã số ${String(i * j)}`));
    await openWorkbook.write(bookWith(page("Lớn", lines)), {});
    assert.equal(shown(await openWorkbook.read({}), "Lớn")["T6000"], lines[5999]![19]);
    assert.ok(Math.max(...host.requests) < 2_500_000, String(Math.max(...host.requests)));
  });

  it("says what was written when Excel fails in the middle, leaves a mark on what was not, and mends it on the next run", async () => {
    const host = await controlHost();
    const [small, large] = [
      page("Nhỏ", [["x"]]),
      (text: string) =>
        page(
          "Lớn",
          Array.from({ length: 4000 }, () => Array(60).fill(text)),
        ),
    ];
    const from = host.requests.length;
    host.fault = (_, request) => {
      if (request === from + 5) throw new HostError("GeneralException", "An internal error has occurred.");
    };
    const said = await refusal(openWorkbook.write(bookWith(small, large("Số liệu"), page("Cuối", [["y"]])), {}));
    host.fault = null;
    assert.match(
      said,
      /^Excel dừng giữa chừng: Excel báo lỗi “An internal error has occurred.” \(GeneralException\)\. Đã ghi xong: “Nhỏ”\. Ghi dở hoặc chưa ghi: “Lớn”, “Cuối”;/,
    );
    assert.equal(shownCells(sheet(host, "Nhỏ"))["A1"], "x");
    for (const name of ["Lớn", "Cuối"]) assert.match(String(shownCells(sheet(host, name))["A1"]), WRITING);
    await openWorkbook.write(bookWith(small, large("Lần hai"), page("Cuối", [["y"]])), {});
    assert.equal(shownCells(sheet(host, "Lớn"))["A1"], "Lần hai");
    assert.equal(shownCells(sheet(host, "Cuối"))["A1"], "y");
  });

  it("says that nothing was written when Excel fails before", async () => {
    const host = new ExcelHost();
    connect(host);
    host.fault = () => {
      throw new HostError("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
    };
    const said = await refusal(openWorkbook.write(bookWith(page("Nhỏ", [["x"]])), {}));
    assert.match(said, /^Excel đang ở chế độ sửa ô\..* Chưa ghi gì vào sổ\.$/);
  });

  it("goes to a cell of a form, and says why when it cannot", async () => {
    const form = readWorkbook(made.forms[0]!.bytes, nodeHost.codec).workbook!;
    const host = new ExcelHost({ workbook: openedWorkbook(form, "DV001.xlsx") });
    connect(host);
    await openWorkbook.goTo("Báo cáo", "E12");
    assert.equal(host.workbook.selection.sheet.name, "Báo cáo");
    assert.deepEqual(host.workbook.selection.area, { top: 11, left: 4, rows: 1, columns: 1 });
    await assert.rejects(openWorkbook.goTo("Không có", "A1"), /không có trang “Không có”/);
    const hidden = form.sheets.find(({ visibility }) => visibility === "veryHidden")!.name;
    await assert.rejects(openWorkbook.goTo(hidden, "A1"), /đang ẩn/);
  });

  it("reads a form as the file reader does: values, formulas, formats and names", async () => {
    const form = readWorkbook(made.forms[0]!.bytes, nodeHost.codec).workbook!;
    connect(new ExcelHost({ workbook: openedWorkbook(form, "DV001.xlsx") }));
    const live = await openWorkbook.read({});
    assert.deepEqual(live.names, form.names);
    assert.deepEqual(
      [...live.sheets].map(({ name, visibility }) => [name, visibility]),
      form.sheets.map(({ name, visibility }) => [name, visibility]),
    );
    for (const { name } of form.sheets) assert.deepEqual(shown(live, name), shown(form, name), name);
    assert.equal(await openWorkbook.name(), "DV001.xlsx");
  });
});

function noteColumnOf(table: HostSheet): number {
  const found = [...table.cells].find(([, { value }]) => value === "Ghi chú")![0];
  return Number(found.split(":")[1]);
}

function firstUnitRow(table: HostSheet): number {
  const rows = [...table.cells]
    .filter(([key, { value }]) => key.endsWith(":0") && value === 1)
    .map(([key]) => Number(key.split(":")[0]));
  return Math.min(...rows);
}
