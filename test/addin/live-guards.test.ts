// What may stand in the way of writing into the open workbook: locks, other people, the person, an Excel that cannot.
import assert from "node:assert/strict";
import { openWorkbook } from "../../src/addin/open-workbook.js";
import type { Book, Page } from "../../src/sheets/page.js";
import { JobStopped } from "../../src/ui/engine.js";
import { ShownFault } from "../../src/ui/platform.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { HostError } from "../helpers/excel-host/host-error.js";
import type { HostWorkbook } from "../helpers/excel-host/host-workbook.js";
import { emptyWorkbook, hostSheet, insertRows, shownCells, type } from "../helpers/excel-host/host-workbook.js";
import { connect } from "../helpers/excel-host/node-driver.js";
import { bookWith, page } from "../helpers/live-page.js";

const WRITING = /^Đang ghi, chưa xong/u;

/** So many rows of three cells that say the same. */
function block(name: string, rows: number, text: string): Page {
  return page(
    name,
    Array.from({ length: rows }, (_, i) => [1, 2, 3].map(() => `${text} ${String(i)}`)),
  );
}

/** More than one exchange: Vietnamese letters take two or three bytes. */
const LONG = "Đảng ủy xã, phường, đặc khu ".repeat(10);
const SMALL = bookWith(block("Tổng hợp", 3, "x"), block("Theo dõi", 3, "y"));
const LARGE = bookWith(block("Tổng hợp", 2500, LONG), block("Theo dõi", 3, "y"));

function excel(level: number | string = 1.17, workbook: HostWorkbook = emptyWorkbook()): ExcelHost {
  const host = new ExcelHost({ workbook, level });
  connect(host);
  return host;
}

async function refused(writing: Promise<unknown>): Promise<ShownFault> {
  const error: unknown = await writing.then(
    () => assert.fail("it was written"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ShownFault, String(error));
  return error;
}

/** Nothing was written, and the sentence says so. */
async function assertUntouched(host: ExcelHost, book: Book, sentence: RegExp): Promise<void> {
  const before = host.workbook.sheets.map((sheet) => [sheet.name, shownCells(sheet)]);
  const { message, halfWritten } = await refused(openWorkbook.write(book, {}));
  assert.match(message, sentence);
  assert.match(message, /[Cc]hưa ghi gì/u);
  assert.equal(halfWritten, false);
  assert.deepEqual(
    host.workbook.sheets.map((sheet) => [sheet.name, shownCells(sheet)]),
    before,
  );
}

/** Does something in the workbook when the N-th request from now on arrives, as another person would. */
function meanwhile(host: ExcelHost, nth: number, act: () => void): void {
  const from = host.requests.length;
  host.fault = (_, request, index) => {
    if (request !== from + nth || index !== 0) return;
    host.fault = null;
    act();
  };
}

describe("writing into a workbook that is not free", function () {
  this.timeout(60_000);

  it("is refused before anything is written where the structure is locked, unless no sheet has to be added", async () => {
    const host = excel();
    host.workbook.isProtected = true;
    await assertUntouched(host, SMALL, /^Cấu trúc sổ đang được khóa/u);
    host.workbook.isProtected = false;
    await openWorkbook.write(SMALL, {});
    host.workbook.isProtected = true;
    assert.equal(await openWorkbook.write(SMALL, {}), null);
  });

  it("is refused before anything is written where one of its sheets is locked, and names it", async () => {
    const host = excel();
    await openWorkbook.write(SMALL, {});
    hostSheet(host.workbook, "Theo dõi")!.isProtected = true;
    await assertUntouched(
      host,
      bookWith(block("Tổng hợp", 3, "z"), block("Theo dõi", 3, "z")),
      /^Trang đang được khóa: “Theo dõi”\./u,
    );
  });

  it("is refused where the workbook may only be looked at", async () => {
    const host = new ExcelHost();
    connect(host, { mode: "readOnly" });
    await assertUntouched(host, SMALL, /^Sổ đang mở ở chế độ chỉ xem\./u);
  });

  it("tells of a workbook that cannot be saved under its name, where Excel knows", async () => {
    const host = excel();
    host.workbook.readOnly = true;
    assert.match((await openWorkbook.write(SMALL, {})) ?? "", /chế độ chỉ đọc: dùng Lưu thành/u);
    const older = excel(1.7);
    older.workbook.readOnly = true;
    assert.equal(await openWorkbook.write(SMALL, {}), null);
    assert.deepEqual(older.unknown, []);
  });

  it("is refused where a person has a sheet of that name, in whatever case", async () => {
    const host = excel();
    const own = host.workbook.sheets[0]!;
    own.name = "THEO DÕI";
    type(own, 0, 0, "của tôi");
    await assertUntouched(host, SMALL, /trang “Theo dõi” không do công cụ này tạo/u);
  });

  it("says that a cell is being edited", async () => {
    const host = excel();
    host.fault = () => {
      throw new HostError("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
    };
    await assertUntouched(host, SMALL, /^Excel đang ở chế độ sửa ô\. Bấm Enter hoặc Esc/u);
  });

  it("says so when somebody puts in rows meanwhile, marks that sheet as incomplete, and mends it the next time", async () => {
    const host = excel();
    await openWorkbook.write(bookWith(block("Tổng hợp", 2500, "x"), block("Theo dõi", 3, "y")), {});
    const table = hostSheet(host.workbook, "Tổng hợp")!;
    meanwhile(host, 4, () => insertRows(host.workbook, table, 100));
    const { message, halfWritten } = await refused(openWorkbook.write(LARGE, {}));
    assert.match(message, /^Trong lúc ghi, có người chèn hoặc xóa hàng, cột ở trang: “Tổng hợp”\./u);
    assert.equal(halfWritten, true);
    assert.match(String(shownCells(table)["A1"]), WRITING);
    await openWorkbook.write(LARGE, {});
    assert.equal(shownCells(table)["A1"], `${LONG} 0`);
    assert.equal(shownCells(table)["C2500"], `${LONG} 2499`);
    assert.equal(shownCells(table)["A2501"], undefined);
  });

  it("says so when somebody deletes a sheet meanwhile, and writes it anew the next time", async () => {
    const host = excel();
    await openWorkbook.write(SMALL, {});
    meanwhile(host, 4, () => {
      const gone = hostSheet(host.workbook, "Theo dõi")!;
      host.workbook.sheets.splice(host.workbook.sheets.indexOf(gone), 1);
      host.workbook.names.splice(0, Infinity, ...host.workbook.names.filter(({ sheet }) => sheet !== gone));
    });
    const { message, halfWritten } = await refused(openWorkbook.write(LARGE, {}));
    assert.match(message, /^Excel dừng giữa chừng: Có trang vừa bị xóa, đổi tên hoặc thêm vào/u);
    assert.match(message, /Ghi dở hoặc chưa ghi: [^;]*“Theo dõi”;/u);
    assert.equal(halfWritten, true);
    await openWorkbook.write(LARGE, {});
    assert.equal(shownCells(hostSheet(host.workbook, "Theo dõi")!)["A1"], "y 0");
  });

  it("stops when the person asks for it, and says what stands by then", async () => {
    const before = excel();
    const stopped = new AbortController();
    stopped.abort();
    await assert.rejects(openWorkbook.write(SMALL, { signal: stopped.signal }), JobStopped);
    assert.deepEqual(
      before.workbook.sheets.map(({ name }) => name),
      ["Sheet1"],
    );
    const host = excel();
    const stop = new AbortController();
    const progress = (): void => stop.abort();
    const { message, halfWritten } = await refused(openWorkbook.write(LARGE, { signal: stop.signal, progress }));
    assert.match(
      message,
      /^Đã dừng theo yêu cầu khi đang ghi\. Chưa trang nào ghi xong\. Ghi dở hoặc chưa ghi: “Tổng hợp”, “Theo dõi”;/u,
    );
    assert.equal(halfWritten, true);
    assert.match(String(shownCells(hostSheet(host.workbook, "Tổng hợp")!)["A1"]), WRITING);
  });
});

describe("one undo", () => {
  for (const [level, asked, advice] of [
    ["1.20", true, /hoặc bấm Ctrl\+Z để quay về như cũ\.$/u],
    ["1.17", undefined, /đóng sổ mà không lưu; trên web thì mở Lịch sử phiên bản/u],
  ] as const) {
    it(`is ${asked ? "asked for" : "neither asked for nor promised"} at ExcelApi ${level}`, async () => {
      const host = excel(level);
      const { Excel } = globalThis as unknown as { Excel: { run: (options: object, batch: unknown) => Promise<unknown> } };
      const real = Excel.run.bind(Excel);
      const options: Readonly<Record<string, unknown>>[] = [];
      Excel.run = (given, batch) => {
        options.push(given as Readonly<Record<string, unknown>>);
        return real(given, batch);
      };
      try {
        const from = host.requests.length;
        host.fault = (_, request) => {
          if (request === from + 2) throw new HostError("GeneralException", "An internal error has occurred.");
        };
        const { message } = await refused(openWorkbook.write(SMALL, {}));
        assert.match(message, advice);
      } finally {
        Excel.run = real;
      }
      assert.deepEqual(options, [{ delayForCellEdit: true, ...(asked === undefined ? {} : { mergeUndoGroup: asked }) }]);
    });
  }
});
