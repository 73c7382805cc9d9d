// On Mac a pane cannot hand over files: it offers what works there, and says where the rest is to be had.
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { launchChromium } from "../helpers/browser.js";
import { builtWeb } from "../helpers/built-web.js";
import type { Pane } from "../helpers/excel-host/pane-driver.js";
import { openPane } from "../helpers/excel-host/pane-driver.js";
import type { PaneRound } from "./pane-round.js";
import { excelWith, paneRound } from "./pane-round.js";

describe("the pane on Mac", function () {
  this.timeout(300_000);
  let browser: Browser;
  let web: string;
  let made: PaneRound;
  before(async () => {
    [browser, web, made] = await Promise.all([launchChromium(), builtWeb(), paneRound(2)]);
  });
  after(async () => {
    await browser.close();
    made.remove();
  });

  async function inPane(level: number, platform: "Mac" | undefined, work: (pane: Pane) => Promise<void>): Promise<void> {
    const options = platform === undefined ? {} : { platform };
    const pane = await openPane(browser, { web, host: excelWith(made.control, "so-tong-hop.xlsx", level), ...options });
    try {
      await pane.frame.locator("#running-heading").waitFor({ timeout: 60_000 });
      await work(pane);
    } finally {
      await pane.close();
    }
  }

  const there = ({ frame }: Pane, id: string): Promise<number> => frame.locator(`#${id}`).count();
  const toForms = async ({ frame }: Pane): Promise<void> => {
    await frame.click("#step-forms");
    await frame.locator("#form-unit").waitFor();
  };

  it("offers no zip, which it could not save, but to open the form of one unit", () =>
    inPane(1.17, "Mac", async (pane) => {
      assert.equal(await there(pane, "save-control"), 1);
      await toForms(pane);
      assert.equal(await there(pane, "make-forms"), 0);
      assert.match(
        await pane.frame.locator(".notice").first().innerText(),
        /không lưu được tệp.*dùng trang Tổng hợp trong trình duyệt/u,
      );
      assert.match(await pane.frame.locator("#make-form").innerText(), /^Mở biểu mẫu này thành sổ mới/u);
    }));

  it("offers no file at all where Excel cannot open a new workbook either, and says so", () =>
    inPane(1.7, "Mac", async (pane) => {
      for (const id of ["save-control", "make-forms", "make-form"]) {
        if (id === "make-forms") await toForms(pane);
        assert.equal(await there(pane, id), 0, id);
      }
      const said = await pane.frame.locator(".notice").allInnerTexts();
      assert.ok(said.some((text) => /không mở được sổ mới từ bảng/u.test(text)));
    }));

  it("elsewhere offers the zip and the single form", () =>
    inPane(1.17, undefined, async (pane) => {
      await toForms(pane);
      assert.deepEqual([await there(pane, "make-forms"), await there(pane, "make-form")], [1, 1]);
    }));
});
