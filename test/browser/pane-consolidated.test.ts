// A workbook that the command line consolidated, opened in Excel: the pane knows its round and writes it again in place.
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { nodeHost } from "../../src/cli/host.js";
import type { WorkbookCells } from "../../src/core/cells.js";
import { sheetNamed } from "../../src/core/cells.js";
import type { FileReport } from "../../src/core/round/file-report.js";
import type { Submission } from "../../src/core/submission/submission.js";
import { SHEETS } from "../../src/sheets/consolidated-layout.js";
import type { Notes } from "../../src/sheets/notes.js";
import { NOTE_HEADING } from "../../src/sheets/notes.js";
import type { Round } from "../../src/workflow.js";
import { beginRound, consolidate, consolidatedWorkbook, controlWorkbook, openRound, readReport } from "../../src/workflow.js";
import { launchChromium } from "../helpers/browser.js";
import { builtWeb } from "../helpers/built-web.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { hostCells, hostSheet, shownCells, type } from "../helpers/excel-host/host-workbook.js";
import { openedFile } from "../helpers/excel-host/opened-file.js";
import type { Pane } from "../helpers/excel-host/pane-driver.js";
import { openPane } from "../helpers/excel-host/pane-driver.js";
import type { PaneRound } from "./pane-round.js";
import { cellsOf, paneRound } from "./pane-round.js";

const UNITS = 8;
const REPORTED = 5;
const NOTE = "Hẹn nộp ngày 10/1";
const LONG = { timeout: 60_000 };

/** The report with a thousand members more taken in: what the next period falls short of. */
function withMore(submission: Submission): Submission {
  const values = new Map(submission.figures.values);
  values.set("dang_vien_ket_nap", Number(values.get("dang_vien_ket_nap")) + 1000);
  return { ...submission, figures: { ...submission.figures, values } };
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

describe("a consolidated file in the pane", function () {
  this.timeout(180_000);
  let browser: Browser;
  let web: string;
  let made: PaneRound;
  let file: Uint8Array;

  const reports = (count: number, round: Round): FileReport[] =>
    made.forms.slice(0, count).map(({ name, bytes }) => readReport({ path: name, bytes }, round, nodeHost));
  const consolidated = (count: number, notes?: Notes, round: Round = made.round): Promise<Uint8Array> =>
    consolidatedWorkbook(consolidate(round.definition, reports(count, round), round.previous), notes);

  before(async () => {
    [browser, web, made] = await Promise.all([launchChromium(), builtWeb(), paneRound(UNITS)]);
    file = await consolidated(REPORTED);
  });
  after(async () => {
    await browser.close();
    made.remove();
  });

  const inPane = async (work: (pane: Pane) => Promise<void>): Promise<void> => {
    const host = new ExcelHost({ workbook: openedFile(file, "tong-hop.xlsx") });
    const pane = await openPane(browser, { web, host });
    try {
      await pane.frame.waitForSelector("#round-here");
      await work(pane);
      assert.deepEqual(host.unknown, []);
    } finally {
      await pane.close();
    }
  };

  const read = async ({ frame }: Pane, files: readonly string[]): Promise<void> => {
    await frame.click("#step-consolidate");
    await frame.setInputFiles("#reports", [...files]);
    await frame.waitForFunction(
      (count) => document.getElementById("sources-line")?.textContent?.includes(`${count} tệp`) === true,
      files.length,
    );
  };

  const assertSame = async ({ host }: Pane, notes?: Notes, round?: Round): Promise<void> => {
    const [live, meant] = [hostCells(host.workbook), cellsOf(await consolidated(UNITS, notes, round))];
    assert.deepEqual(
      live.sheets.map(({ name }) => name),
      meant.sheets.map(({ name }) => name),
    );
    for (const { name } of meant.sheets) assert.deepEqual(shown(live, name), shown(meant, name), name);
  };

  it("is written again in place, cell by cell as the command line does it, with the notes of staff", () =>
    inPane(async (pane) => {
      const { frame, host } = pane;
      const tracking = hostSheet(host.workbook, SHEETS.tracking)!;
      const [cell] = [...tracking.cells].find(([, { value }]) => value === NOTE_HEADING)!;
      const [headings = 0, column = 0] = cell.split(":").map(Number);
      type(tracking, headings + 1, column, NOTE);
      await read(pane, made.files);
      await frame.click("#consolidate");
      await frame.waitForSelector("#consolidate-line", LONG);
      await frame.click("#write-consolidated");
      await frame.waitForSelector("#notice.good >> text=Đã ghi vào sổ đang mở.", LONG);
      await assertSame(pane, new Map([[SHEETS.tracking, new Map([[made.forms[0]!.unit.code, NOTE]])]]));
    }));

  it("is written again at one press of the ribbon's button", () =>
    inPane(async (pane) => {
      await read(pane, made.files);
      await pane.press("consolidateReports");
      assert.equal(pane.host.workbook.paneShown, false);
      await assertSame(pane);
    }));

  it("keeps the figures of the period before at that press", () =>
    inPane(async (pane) => {
      const { definition } = made.round;
      const earlier = reports(UNITS, made.round).map((report) => ({ ...report, submission: withMore(report.submission!) }));
      const bytes = await consolidatedWorkbook(consolidate(definition, earlier));
      await pane.frame.setInputFiles("#previous", { name: "ky-truoc.xlsx", mimeType: "", buffer: Buffer.from(bytes) });
      await pane.frame.waitForSelector("text=Đang dùng số liệu kỳ trước từ ky-truoc.xlsx.");
      await read(pane, made.files);
      await pane.press("consolidateReports");
      const before = new Map(earlier.map(({ unit, submission }) => [unit!, submission.figures]));
      await assertSame(pane, undefined, openRound(definition, before));
      const rules = [...hostSheet(pane.host.workbook, SHEETS.findings)!.cells.values()].filter(({ value }) =>
        String(value).includes("kỳ trước"),
      );
      assert.ok(rules.length >= UNITS, "fewer than in the period before is asked about");
    }));

  it("is checked at one press: figures that somebody changed in it are named", () =>
    inPane(async (pane) => {
      const table = hostSheet(pane.host.workbook, SHEETS.table)!;
      const [cell] = [...table.cells].find(([, { value }]) => value === made.forms[0]!.unit.code)!;
      const row = Number(cell.split(":")[0]);
      const [changed] = [...table.cells].find(
        ([key, { value }]) => Number(key.split(":")[0]) === row && typeof value === "number" && value > 5,
      )!;
      table.cells.set(changed, { value: 987_654, formula: null });
      await pane.press("checkWorkbook");
      assert.equal(pane.host.workbook.paneShown, true);
      const said = await pane.frame.waitForSelector("#notice .finding.warning");
      assert.match(await said.innerText(), new RegExp(made.forms[0]!.unit.code, "u"));
    }));

  it("is not written over by another period", () =>
    inPane(async (pane) => {
      const { frame, host } = pane;
      const { definition, findings } = beginRound({
        template: made.round.definition,
        units: made.round.definition.units,
        period: "2024-H1",
        settings: [],
      });
      assert.ok(definition, findings.map(({ message }) => message).join("\n"));
      await frame.click("#close-round");
      const buffer = Buffer.from(await controlWorkbook(definition));
      await frame.setInputFiles("#open-control", { name: "so-6-thang.xlsx", mimeType: "", buffer });
      await frame.waitForSelector("#running-heading");
      await read(pane, made.files.slice(0, 1));
      await frame.click("#consolidate");
      await frame.waitForSelector("#consolidate-line", LONG);
      const before = host.workbook.sheets.map((sheet) => [sheet.name, shownCells(sheet)]);
      await frame.click("#write-consolidated");
      const said = await (await frame.waitForSelector("#notice.bad", LONG)).innerText();
      assert.match(said, /kết quả tổng hợp của đợt khác \(năm 2024, .*\), nên chưa ghi gì/u);
      assert.deepEqual(
        host.workbook.sheets.map((sheet) => [sheet.name, shownCells(sheet)]),
        before,
      );
    }));
});
