// The five steps of the pane with the keyboard alone, in the emulated Excel: there office.js itself moves the focus when Tab is pressed.
import assert from "node:assert/strict";
import type { Browser, Download } from "playwright-core";
import { SHEETS } from "../../src/sheets/consolidated-layout.js";
import { launchChromium } from "../helpers/browser.js";
import { builtWeb } from "../helpers/built-web.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { hostSheet } from "../helpers/excel-host/host-workbook.js";
import type { Pane } from "../helpers/excel-host/pane-driver.js";
import { openPane } from "../helpers/excel-host/pane-driver.js";
import type { PaneRound } from "./pane-round.js";
import { excelWithFaults, paneRound } from "./pane-round.js";

const LONG = { timeout: 60_000 };
const MOST_TABS = 250;

const focused = ({ frame }: Pane): Promise<string> => frame.evaluate(() => document.activeElement?.id ?? "");
const exits = ({ page }: Pane): Promise<number> => page.evaluate<number>("exits");

/** Goes to an element with Tab, never leaving the pane. */
async function reach(pane: Pane, target: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    if (await pane.frame.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, target)) return;
    await pane.page.keyboard.press("Tab");
    assert.equal(await exits(pane), 0, `the focus leaves the pane on the way to ${target}`);
  }
  assert.fail(`${target} is not reached with Tab`);
}

async function press(pane: Pane, target: string): Promise<void> {
  await reach(pane, target);
  await pane.page.keyboard.press("Enter");
}

/** Presses the button that saves a file. */
async function save(pane: Pane, target: string): Promise<Download> {
  const [file] = await Promise.all([pane.page.waitForEvent("download", LONG), press(pane, target)]);
  return file;
}

async function next(pane: Pane, step: string): Promise<void> {
  await press(pane, "#next");
  await pane.frame.waitForSelector(`#step-${step}[aria-current]`);
  assert.equal(await focused(pane), "step-heading", "the focus moves to the heading");
}

describe("the pane with the keyboard alone", function () {
  this.timeout(300_000);
  let browser: Browser;
  let web: string;
  let made: PaneRound;

  before(async () => {
    [browser, web, made] = await Promise.all([launchChromium(), builtWeb(), paneRound(4)]);
  });
  after(async () => {
    await browser.close();
    made.remove();
  });

  const inPane = async (host: ExcelHost, work: (pane: Pane) => Promise<void>): Promise<void> => {
    const pane = await openPane(browser, { web, host });
    try {
      await pane.frame.waitForSelector("#begin:not([disabled])");
      await pane.frame.focus("#language");
      await work(pane);
    } finally {
      await pane.close();
    }
  };

  it("is walked through all five steps", () => {
    const host = new ExcelHost();
    return inPane(host, async (pane) => {
      const { frame, page } = pane;
      const { definition } = made.round;
      await reach(pane, "#template");
      await frame.selectOption("#template", definition.id);
      await reach(pane, "#units");
      await page.keyboard.insertText(definition.units.map(({ code, name, kind }) => `${code}\t${name}\t${kind}`).join("\n"));
      await press(pane, "#begin");
      await frame.waitForSelector("#running-heading");
      await press(pane, "#round-targets-summary");
      await frame.waitForSelector("#round-targets[open] table");
      await press(pane, "#write-control");
      await frame.waitForSelector("#notice.good >> text=Đã ghi vào sổ đang mở.");
      assert.ok(hostSheet(host.workbook, "Chỉ tiêu"));
      await next(pane, "forms");
      assert.match((await save(pane, "#make-forms")).suggestedFilename(), /\.zip$/u);
      await next(pane, "check");
      await reach(pane, "#reports");
      await frame.setInputFiles("#reports", [...made.files]);
      await frame.waitForSelector("#check-line", LONG);
      assert.equal(await focused(pane), "check-line");
      await press(pane, "#files-summary");
      await frame.waitForSelector("#files[open] table");
      await next(pane, "consolidate");
      await press(pane, "#consolidate");
      await frame.waitForSelector("#consolidate-line", LONG);
      assert.equal(await focused(pane), "consolidate-line");
      await press(pane, "#write-consolidated");
      await frame.waitForSelector("#notice.good", LONG);
      assert.ok(hostSheet(host.workbook, SHEETS.table));
      await press(pane, ".square button");
      await frame.waitForSelector(".detail");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await frame.waitForSelector(".detail h4 >> text=DV0002");
      await next(pane, "export");
      assert.match((await save(pane, "#save-summary")).suggestedFilename(), /\.xlsx$/u);
    });
  });

  it("goes from a finding to its cell", () => {
    const host = excelWithFaults(made);
    return inPane(host, async (pane) => {
      await press(pane, "#step-check");
      await press(pane, "#check-here");
      await pane.frame.waitForSelector("#check-line");
      await press(pane, ".finding.error button");
      await pane.frame.waitForTimeout(300);
      const first = host.workbook.names.find(({ name }) => name === made.round.definition.fields[0]!.id)!;
      assert.deepEqual(host.workbook.selection.area, { ...first.area, rows: 1, columns: 1 });
    });
  });

  it("is left at its end, and at its beginning when going back", () =>
    inPane(new ExcelHost(), async (pane) => {
      await reach(pane, "#next");
      await pane.page.keyboard.press("Tab");
      await pane.page.waitForFunction("exits === 1");
      await pane.frame.focus("#language");
      await pane.page.keyboard.press("Shift+Tab");
      await pane.page.waitForFunction("exits === 2");
    }));
});
