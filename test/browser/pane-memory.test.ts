// What is kept when the pane closes without a shared runtime: the round and the step, on this machine, for this workbook.
import assert from "node:assert/strict";
import type { Browser, Frame } from "playwright-core";
import { launchChromium } from "../helpers/browser.js";
import { builtWeb } from "../helpers/built-web.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import type { Pane } from "../helpers/excel-host/pane-driver.js";
import { openPane } from "../helpers/excel-host/pane-driver.js";
import { UNITS } from "./pane-walk.js";

/** Closes the pane and opens it again over the same workbook. */
async function reopened({ page }: Pane): Promise<Frame> {
  await page.reload();
  await page.waitForSelector("iframe");
  const frame = page.frame({ name: "pane" });
  assert.ok(frame);
  await frame.waitForSelector("#step-heading");
  return frame;
}

async function begin({ frame }: Pane): Promise<void> {
  await frame.waitForSelector("#begin:not([disabled])");
  await frame.fill("#units", UNITS);
  await frame.click("#begin");
  await frame.waitForSelector("#running-heading");
  await frame.click("#step-forms");
  await frame.waitForSelector("#make-forms");
}

describe("the pane that was closed", function () {
  this.timeout(120_000);
  let browser: Browser;
  let web: string;

  before(async () => {
    [browser, web] = await Promise.all([launchChromium(), builtWeb()]);
  });
  after(() => browser.close());

  it("opens again at the step and in the round of before", async () => {
    const pane = await openPane(browser, { web, host: new ExcelHost(), ribbon: false });
    try {
      await begin(pane);
      const frame = await reopened(pane);
      await frame.waitForSelector("#step-forms[aria-current]");
      await frame.waitForSelector("#make-forms >> text=Tạo 2 biểu mẫu");
    } finally {
      await pane.close();
    }
  });

  it("keeps nothing for a workbook that was never saved: it could not be told from another one", async () => {
    const pane = await openPane(browser, { web, host: new ExcelHost(), ribbon: false, address: "" });
    try {
      await begin(pane);
      const frame = await reopened(pane);
      await frame.waitForSelector("#begin:not([disabled])");
      assert.deepEqual(await frame.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("tonghop"))), []);
    } finally {
      await pane.close();
    }
  });
});
