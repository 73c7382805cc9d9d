import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { nodeHost } from "../../src/cli/host.js";
import { cellKey, sheetNamed, type WorkbookCells } from "../../src/core/cells.js";
import { readControl } from "../../src/core/control/control-workbook.js";
import { readConsolidated } from "../../src/sheets/consolidated-reading.js";
import { SHEETS } from "../../src/sheets/consolidated-layout.js";
import { consolidate, consolidatedWorkbook, readReport } from "../../src/workflow.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { launchChromium } from "../helpers/browser.js";
import { builtOffline, builtWeb } from "../helpers/built-web.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { HostError } from "../helpers/excel-host/host-error.js";
import type { HostSheet } from "../helpers/excel-host/host-workbook.js";
import { hostCells, hostSheet, openedWorkbook, type } from "../helpers/excel-host/host-workbook.js";
import type { Pane, PaneOptions } from "../helpers/excel-host/pane-driver.js";
import { openPane } from "../helpers/excel-host/pane-driver.js";
import type { FilledRound } from "../helpers/filled-round.js";
import { filledRound } from "../helpers/filled-round.js";

const UNITS = 60;
const WRITING = /^Đang ghi, chưa xong/;
const WRITTEN = "Đã ghi vào sổ đang mở.";

let browser: Browser;
let web: string;
let made: FilledRound;
let expected: Uint8Array;
let folder: string;
let files: string[];
let pane: Pane | null = null;

async function open(host: ExcelHost, cdn: PaneOptions["cdn"] = "reached"): Promise<Pane> {
  pane = await openPane(browser, { web, host, cdn });
  return pane;
}

/** An Excel in which a file was opened. */
function excelWith(bytes: Uint8Array, name: string, level = 1.17): ExcelHost {
  return new ExcelHost({ workbook: openedWorkbook(cellsOf(bytes), name), level });
}

function cellsOf(bytes: Uint8Array): WorkbookCells {
  const { workbook, findings } = readWorkbook(bytes, nodeHost.codec);
  assert.ok(workbook, findings.map(({ message }) => message).join("\n"));
  return workbook;
}

/** What the command line makes of the same files. */
function consolidatedFile(): WorkbookCells {
  return cellsOf(expected);
}

/** Opens the pane over the control workbook, picks reports and consolidates them; nothing is written yet. */
async function consolidated(host: ExcelHost, reports: readonly string[]): Promise<Pane> {
  const { frame } = await open(host);
  await frame.waitForSelector("#read-again");
  await frame.click("#step-consolidate");
  await consolidateAgain(reports);
  return pane!;
}

async function consolidateAgain(reports: readonly string[]): Promise<void> {
  const { frame } = pane!;
  await frame.setInputFiles("#reports", [...reports]);
  await frame.waitForFunction(
    (count) => document.getElementById("sources-line")?.textContent?.includes(`${count} tệp`) === true,
    reports.length,
  );
  await frame.click("#consolidate");
  await frame.waitForSelector("#consolidate-line");
}

async function writeHere(): Promise<string> {
  await pane!.frame.click("#write-consolidated");
  return notice();
}

async function notice(): Promise<string> {
  const found = await pane!.frame.waitForSelector("#notice p", { timeout: 30_000 });
  return (await found.textContent()) ?? "";
}

function sheet(host: ExcelHost, name: string): HostSheet {
  const found = hostSheet(host.workbook, name);
  assert.ok(found, `there is no sheet ${name}`);
  return found;
}

/** Formula or value by row and column; nothing for empty cells. */
function shown(workbook: WorkbookCells, name: string): ReadonlyMap<number, unknown> {
  const cells = [...(sheetNamed(workbook, name)?.cells ?? [])].map(([key, { value, formula }]) => {
    const plain =
      value.kind === "number" ? value.number : value.kind === "boolean" ? value.boolean : "text" in value ? value.text : "";
    return [key, formula === null ? plain : `=${formula}`] as const;
  });
  return new Map(cells.filter(([, value]) => value !== "").sort(([a], [b]) => a - b));
}

/** The place of a text on a sheet, from 0. */
function placeOf(of: HostSheet, text: string | number): { row: number; column: number } {
  const found = [...of.cells].find(([, { value }]) => value === text);
  assert.ok(found, `“${text}” stands nowhere on ${of.name}`);
  const [row = 0, column = 0] = found[0].split(":").map(Number);
  return { row, column };
}

describe("task pane in Excel", function () {
  this.timeout(300_000);

  before(async () => {
    [browser, web, made] = await Promise.all([launchChromium(), builtWeb(), filledRound("nq-lam-dong-2024", UNITS)]);
    const reports = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
    expected = await consolidatedWorkbook(consolidate(made.round.definition, reports), undefined, () => null);
    folder = mkdtempSync(path.join(tmpdir(), "tonghop-pane-"));
    files = made.forms.map(({ name, bytes }) => {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      return file;
    });
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    const last = pane;
    pane = null;
    await last?.close();
  });

  it("asks for nothing outside but office.js", async () => {
    const { frame, outside } = await open(new ExcelHost());
    await frame.waitForSelector("#begin:not([disabled])");
    assert.deepEqual(outside, []);
  });

  it("makes a control workbook in the open workbook from a built-in definition and a pasted list", async () => {
    const host = new ExcelHost();
    const { frame } = await open(host);
    await frame.waitForSelector("#begin:not([disabled])");
    await frame.selectOption("#template", "nq-lam-dong-2024");
    await frame.fill("#units", "DV01\tĐảng bộ xã Đạ Ròn\tđảng bộ cơ sở\nDV02\tĐảng bộ phường 1\tđảng bộ cơ sở");
    await frame.click("#begin");
    await frame.waitForSelector("#write-control");
    await frame.click("#write-control");
    await frame.waitForFunction((text) => document.getElementById("notice")?.textContent?.includes(text) === true, WRITTEN);
    const { definition, findings } = readControl(hostCells(host.workbook));
    assert.deepEqual(
      findings.filter(({ severity }) => severity === "error"),
      [],
    );
    assert.equal(definition?.id, "nq-lam-dong-2024");
    assert.deepEqual(
      definition.units.map(({ code, name }) => [code, name]),
      [
        ["DV01", "Đảng bộ xã Đạ Ròn"],
        ["DV02", "Đảng bộ phường 1"],
      ],
    );
    assert.equal(host.workbook.active.name, "Thông tin");
    assert.deepEqual(host.unknown, []);
  });

  it("checks the open form and goes to the cell of a finding", async () => {
    const host = excelWith(made.forms[0]!.bytes, made.forms[0]!.name);
    const report = sheet(host, "Báo cáo");
    const target = host.workbook.names.find(({ name }) => name === made.round.definition.fields[0]!.id)!;
    type(report, target.area.top, target.area.left, "khoảng hai trăm");
    const { frame } = await open(host);
    await frame.click("#step-check");
    await frame.click("#check-here");
    const line = await frame.waitForSelector("#check-line");
    assert.match((await line.textContent()) ?? "", /^Báo cáo phải sửa \d+ điểm/);
    await frame.click("#findings-error .finding >> text=Đến ô");
    await frame.waitForTimeout(300);
    assert.equal(host.workbook.active.name, "Báo cáo");
    assert.deepEqual(host.workbook.selection.area, { ...target.area, rows: 1, columns: 1 });
  });

  it("consolidates 60 forms into the open workbook: the same cells as the command line makes", async () => {
    const host = excelWith(made.control, "so-tong-hop.xlsx");
    await consolidated(host, files);
    assert.equal(await writeHere(), WRITTEN);
    const file = consolidatedFile();
    const live = hostCells(host.workbook);
    for (const { name } of file.sheets) assert.deepEqual(shown(live, name), shown(file, name), name);
    assert.equal(host.workbook.active.name, SHEETS.table);
    assert.deepEqual(host.unknown, []);
    assert.ok(Math.max(...host.requests) < 2_500_000);
  });

  it("keeps notes, formulas and sheets of staff when it consolidates again", async () => {
    const host = excelWith(made.control, "so-tong-hop.xlsx");
    await consolidated(host, files.slice(0, 40));
    assert.equal(await writeHere(), WRITTEN);
    const table = sheet(host, SHEETS.table);
    const own = sheet(host, "Đơn vị");
    const note = { row: placeOf(table, made.forms[50]!.unit.code).row, column: placeOf(table, "Ghi chú").column };
    type(table, note.row, note.column, "Hẹn nộp ngày 10/1");
    type(table, note.row, note.column + 3, "=H9*2");
    type(own, 200, 20, `='${SHEETS.table}'!H6`);
    await consolidateAgain(files);
    assert.equal(await writeHere(), WRITTEN);
    assert.equal(table.cells.get(`${note.row}:${note.column}`)?.value, "Hẹn nộp ngày 10/1");
    assert.equal(table.cells.get(`${note.row}:${note.column + 3}`)?.formula, "=H9*2");
    assert.equal(own.cells.get("200:20")?.formula, `='${SHEETS.table}'!H6`);
    const { reading } = readConsolidated(hostCells(host.workbook));
    assert.equal(reading?.units.filter(({ figures }) => figures !== null).length, UNITS);
  });

  it("consolidates at one press of the ribbon's button once files were chosen, and asks for them before", async () => {
    const host = excelWith(made.control, "so-tong-hop.xlsx");
    const { frame, press } = await open(host);
    await frame.waitForSelector("#read-again");
    await press("consolidateReports");
    assert.equal(host.workbook.paneShown, true);
    assert.equal(hostSheet(host.workbook, SHEETS.table), undefined);
    await frame.waitForSelector("#step-consolidate[aria-current]");
    await consolidateAgain(files);
    host.workbook.paneShown = false;
    type(sheet(host, "Thông tin"), 40, 5, "staff may write beside the table");
    await press("consolidateReports");
    assert.equal(host.workbook.paneShown, false);
    assert.equal(readConsolidated(hostCells(host.workbook)).reading?.units.length, UNITS);
  });

  it("checks and exports at one press of the ribbon's buttons", async () => {
    const host = excelWith(made.forms[0]!.bytes, made.forms[0]!.name);
    const { frame, press } = await open(host);
    await frame.waitForSelector("#begin:not([disabled])");
    await press("checkWorkbook");
    assert.equal(host.workbook.paneShown, true);
    assert.equal(await frame.textContent("#check-line"), "Báo cáo hợp lệ, không có điểm nào phải sửa.");
    await press("exportSummary");
    await frame.waitForSelector("#step-export[aria-current]");
  });

  it("exports the summary of a workbook that was consolidated before", async () => {
    const host = excelWith(expected, "tong-hop.xlsx");
    const { frame, page, press } = await open(host);
    await frame.waitForSelector("#begin:not([disabled])");
    const [download] = await Promise.all([page.waitForEvent("download"), press("exportSummary")]);
    const bytes = readFileSync(await download.path());
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    assert.ok(cellsOf(bytes).sheets.length > 0);
  });

  it("works at ExcelApi 1.7 and says what that Excel leaves out", async () => {
    const host = excelWith(made.control, "so-tong-hop.xlsx", 1.7);
    const { frame } = await consolidated(host, files);
    assert.equal(await writeHere(), WRITTEN);
    assert.match((await frame.textContent("#main")) ?? "", /Excel này cũ nên trang ghi ra thiếu/);
    assert.equal(readConsolidated(hostCells(host.workbook)).reading?.units.length, UNITS);
    assert.deepEqual(host.unknown, []);
  });

  it("works on files where Excel is older than that, and says so", async () => {
    const host = new ExcelHost({ level: 1.1 });
    const { frame } = await open(host);
    await frame.waitForSelector("#begin:not([disabled])");
    assert.match((await frame.textContent("#main")) ?? "", /cũ hơn bản 2019 nên không đọc và ghi được sổ đang mở/);
    assert.equal(await frame.$("#open-here"), null);
    await frame.setInputFiles("#open-control", { name: "so.xlsx", mimeType: "", buffer: Buffer.from(made.control) });
    await frame.waitForSelector("#save-control");
    assert.deepEqual(host.unknown, []);
  });

  it("says what was written and what was not when Excel fails in the middle, and mends it", async () => {
    const host = excelWith(made.control, "so-tong-hop.xlsx");
    await consolidated(host, files);
    let writes = 0;
    host.fault = (action) => {
      if (action === "4:Formulas" && ++writes > 6) throw new HostError("GeneralException", "An internal error has occurred.");
    };
    const said = await writeHere();
    host.fault = null;
    assert.match(said, /^Excel dừng giữa chừng: Excel báo lỗi “An internal error has occurred.”/);
    const [, open = ""] = /Ghi dở hoặc chưa ghi: ([^;]*);/.exec(said) ?? [];
    assert.ok(open.includes(`“${SHEETS.tracking}”`), said);
    const file = consolidatedFile();
    for (const { name } of file.sheets.filter(({ visibility }) => visibility === "visible")) {
      const cells = shown(hostCells(host.workbook), name);
      if (!WRITING.test(String(cells.get(cellKey(1, 1))))) assert.deepEqual(cells, shown(file, name), `${name} looks complete`);
      else assert.ok(open.includes(`“${name}”`), `${name} is not named in: ${said}`);
    }
    await pane!.frame.click("#dismiss");
    assert.equal(await writeHere(), WRITTEN);
    for (const { name } of file.sheets) assert.deepEqual(shown(hostCells(host.workbook), name), shown(file, name), name);
  });

  it("needs no network at all where the unmodified office.js lies beside it", async () => {
    const offline = await builtOffline();
    const office = path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
    const copied = readdirSync(path.join(offline, "office"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".js"),
    );
    assert.ok(copied.includes("office.js") && copied.includes("excel-win32-16.01.js"));
    for (const name of copied)
      assert.deepEqual(readFileSync(path.join(offline, "office", name)), readFileSync(path.join(office, name)));
    pane = await openPane(browser, { web: offline, host: new ExcelHost(), cdn: "blocked" });
    await pane.frame.waitForSelector("#open-here");
    assert.deepEqual(pane.outside, []);
  });

  for (const cdn of ["blocked", "silent"] as const) {
    it(`offers the page when Microsoft's network is ${cdn}`, async () => {
      const { frame } = await open(new ExcelHost(), cdn);
      await frame.waitForSelector("#fallback:not([hidden])", { timeout: 8000 });
      assert.match((await frame.textContent("#fallback")) ?? "", /Chưa kết nối được với Excel/);
      await frame.click("#fallback a >> nth=0");
      await frame.waitForSelector("#begin:not([disabled])");
    });
  }
});
