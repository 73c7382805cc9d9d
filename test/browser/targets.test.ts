// Targets from the resolution itself, in the built page: read, reviewed, and made into forms.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { nodeHost } from "../../src/cli/host.js";
import { readDefinitionText } from "../../src/core/definition/definition-json.js";
import { readIdentity } from "../../src/core/submission/identity.js";
import { openControl } from "../../src/workflow.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import type { ServedPage } from "../helpers/served-page.js";
import { servePage } from "../helpers/served-page.js";
import { docxOf } from "../helpers/word-document.js";
import { download, goTo, violations } from "./steps.js";

const TEXT = `ĐẢNG BỘ KHỐI TRƯỜNG HỌC TỈNH
Số 15-NQ/ĐUK

Đà Lạt, ngày 12 tháng 01 năm 2026

NGHỊ QUYẾT
về nhiệm vụ xây dựng Đảng năm 2026

I. KẾT QUẢ NĂM 2025
1. Năm 2025 đã kết nạp 38 đảng viên, đạt 95% kế hoạch; xây dựng được 14 mô hình dân vận khéo.

II. CHỈ TIÊU NĂM 2026
1. Công tác tư tưởng
1.1. Trên 96% cán bộ, đảng viên được học tập, quán triệt nghị quyết của Đảng.
1.2. Mỗi chi bộ có ít nhất 02 buổi sinh hoạt chuyên đề trong năm.
2. Công tác tổ chức
2.1. Kết nạp từ 45 đảng viên mới trở lên, trong đó có ít nhất 10 đảng viên nữ.
2.2. Có từ 85% đến 90% tổ chức đảng hoàn thành tốt nhiệm vụ.
2.3. Tỷ lệ đảng viên bị kỷ luật dưới 0,5%.
`;
const UNITS = "TH1\tChi bộ Trường Đoàn Kết\tchi bộ\nTH2\tChi bộ Trường Nghĩa Lộ\tchi bộ\n";

/** Pastes the text and waits for its targets. */
async function read(page: Page): Promise<void> {
  await page.check("#source-text");
  await page.fill("#resolution-text", TEXT);
  await page.click("#read-resolution");
  await page.locator("#targets-line").waitFor();
}

/** Selects words of the text as a mouse does. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.getElementById("targets-text")!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`the text does not say ${wanted}`);
  }, words);
}

/** Confirms what is still open, one after the other. */
async function confirmRest(page: Page): Promise<void> {
  const open = page.locator("[id^=confirm-t]");
  while ((await open.count()) > 0) await open.first().click();
}

const line = (page: Page): Promise<string> => page.locator("#targets-line").innerText();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");

/** A hand holds the button for a while; fields that it leaves are taken at the beginning of the press. */
const AS_A_HAND = { delay: 250 };

describe("targets from the resolution itself", function () {
  this.timeout(600_000);
  let served: ServedPage;

  before(async () => {
    served = await servePage();
  });
  after(() => served.close());

  const inPage: ServedPage["visit"] = (work, options) => served.visit(work, options);

  const outside = (requests: readonly string[]): string[] =>
    requests.filter((address) => !address.startsWith(served.address) && !address.startsWith("blob:"));

  it("are confirmed, corrected, dropped and added, and go into the forms so", () =>
    inPage(async ({ page, requests }) => {
      await read(page);
      assert.match(await line(page), /^6 chỉ tiêu: đã xác nhận 0, chưa xem 6/u);
      await page.click("#confirm-sure");
      await page.click("#edit-t3");
      await page.fill("#target-value", "50");
      await page.fill("#target-subject", "đảng viên kết nạp mới");
      await page.click("#save-target");
      await page.click("#drop-t6");
      await select(page, "14 mô hình dân vận khéo");
      await page.click("#add-target");
      await page.fill("#target-value", "16");
      await page.click("#save-target");
      await confirmRest(page);
      assert.equal(await line(page), "7 chỉ tiêu: đã xác nhận 6, đã bỏ 1.");

      await page.fill("#units", UNITS);
      await page.click("#begin");
      await page.locator("#running-heading").waitFor();
      const control = await download(page, "#save-control");
      const { definition } = openControl(readFileSync(control.path), nodeHost);
      assert.deepEqual(
        definition?.targets.map(({ label, comparator, value, upper }) => [label, comparator, value, upper]),
        [
          ["Mô hình dân vận khéo", ">=", 16, null],
          ["Cán bộ, đảng viên được học tập, quán triệt nghị quyết của Đảng", ">", 96, null],
          ["Buổi sinh hoạt chuyên đề trong năm", ">=", 2, null],
          ["Đảng viên kết nạp mới", ">=", 50, null],
          ["Đảng viên nữ", ">=", 10, null],
          ["Tổ chức đảng hoàn thành tốt nhiệm vụ", "between", 85, 90],
        ],
      );

      await goTo(page, "forms");
      const zip = await download(page, "#make-forms");
      const forms = Object.values(unzipSync(readFileSync(zip.path)));
      assert.equal(forms.length, 2);
      for (const form of forms) {
        const { workbook } = readWorkbook(form, nodeHost.codec);
        const inside = readDefinitionText(readIdentity(workbook!).identity!.definition).definition;
        assert.deepEqual(inside?.targets, definition?.targets);
      }
      assert.deepEqual(outside(requests), [], "no request leaves the origin");
    }));

  it("are read from a Word file in the background, without a request outside", () =>
    inPage(async ({ page, requests }) => {
      await page.check("#source-text");
      const buffer = Buffer.from(docxOf(TEXT));
      await page.setInputFiles("#resolution-file", { name: "nghi-quyet.docx", mimeType: "", buffer });
      await page.locator("#targets-line").waitFor();
      assert.match(await line(page), /^6 chỉ tiêu/u);
      assert.match(await page.locator("#targets-heading").innerText(), /nghi-quyet\.docx/u);
      assert.deepEqual(outside(requests), []);
    }));

  it("are read from a PDF too, and a scan is told apart", () =>
    inPage(async ({ page, requests }) => {
      const fixture = (name: string): string => path.join(import.meta.dirname, "../document/fixtures", name);
      await page.check("#source-text");
      await page.setInputFiles("#resolution-file", fixture("picture-only.pdf"));
      await page.locator("#notice.bad .finding.error").waitFor();
      await page.setInputFiles("#resolution-file", fixture("three-pages.pdf"));
      await page.locator("#targets-line").waitFor();
      assert.notEqual(await page.locator("#targets-text").innerText(), "");
      assert.deepEqual(outside(requests), []);
    }));

  it("begin no round while one of them has not been looked at", () =>
    inPage(async ({ page }) => {
      await read(page);
      await page.fill("#units", UNITS);
      await page.click("#begin", AS_A_HAND);
      assert.match(await page.locator("#notice.bad").innerText(), /Còn 6 chỉ tiêu chưa xem/u);
      assert.equal(await page.locator("#running-heading").count(), 0);
    }));

  it("take the press that follows a corrected heading, though all is drawn anew meanwhile", () =>
    inPage(async ({ page }) => {
      await read(page);
      await page.evaluate(() => ((document.getElementById("document-facts") as HTMLDetailsElement).open = true));
      await page.fill("#document-number", "07");
      await page.click("#confirm-t1", AS_A_HAND);
      assert.match(await line(page), /đã xác nhận 1, chưa xem 5/u);
      assert.equal(await page.inputValue("#document-number"), "07");
    }));

  it("lead from the row to the sentence and from the sentence to the row", () =>
    inPage(async ({ page }) => {
      await read(page);
      await page.click("#quote-t6");
      assert.equal(await focused(page), "mark-t6");
      assert.match((await page.locator("#mark-t6").getAttribute("class")) ?? "", /current/u);
      await page.click("#mark-t1");
      assert.equal(await focused(page), "row-t1");
      assert.match((await page.locator("#row-t1").getAttribute("class")) ?? "", /current/u);
    }));

  it("are merged, and taken apart again", () =>
    inPage(async ({ page }) => {
      await read(page);
      await page.check("#tick-t3");
      await page.check("#tick-t4");
      await page.click("#merge-targets");
      assert.match(await line(page), /^5 chỉ tiêu/u);
      assert.match(await page.locator("#row-t3 .target-questions").innerText(), /≥ 45 người; ≥ 10 người/u);
      await page.click("#split-t3");
      assert.match(await line(page), /^6 chỉ tiêu/u);
    }));

  it("say what the words leave open, beside the target", () =>
    inPage(async ({ page }) => {
      await read(page);
      assert.match(await page.locator("#row-t2 .target-questions").innerText(), /ghi loại đơn vị/u);
    }));

  it("can be reviewed again after the round was begun", () =>
    inPage(async ({ page }) => {
      await read(page);
      await page.click("#confirm-sure");
      await confirmRest(page);
      await page.fill("#units", UNITS);
      await page.click("#begin");
      await page.click("#review-targets");
      assert.equal(await line(page), "6 chỉ tiêu: đã xác nhận 6.");
    }));

  it("are confirmed with the keyboard alone", () =>
    inPage(async ({ page }) => {
      const type = async (key: string, times = 1): Promise<void> => {
        for (let i = 0; i < times; i++) await page.keyboard.press(key);
      };
      await page.focus("#source-template");
      await type("ArrowRight");
      await page.focus("#resolution-text");
      await page.keyboard.insertText(TEXT);
      await type("Tab");
      assert.equal(await focused(page), "read-resolution");
      await type("Enter");
      await page.locator("#targets-line").waitFor();
      for (let i = 0; i < 60 && (await focused(page)) !== "confirm-t1"; i++) await type("Tab");
      assert.equal(await focused(page), "confirm-t1", "Tab reaches the first row");
      await type("Enter", 6);
      assert.equal(await line(page), "6 chỉ tiêu: đã xác nhận 6.");
      assert.match(await page.locator("#targets-said").innerText(), /^Đã xác nhận: /u);
      await page.focus("#mark-t2");
      await type("Enter");
      assert.equal(await focused(page), "row-t2");
    }));

  for (const width of [350, 1280])
    for (const dark of [false, true])
      it(`have no fault that axe sees at ${String(width)} px, ${dark ? "dark" : "light"}`, () =>
        inPage(
          async ({ page }) => {
            await read(page);
            assert.deepEqual(await violations(page), []);
            await page.click("#confirm-sure");
            await page.click("#drop-t1");
            await page.click("#edit-t2");
            await page.fill("#target-value", "nhiều");
            await page.click("#save-target");
            await page.click("#sentences-left-summary");
            assert.deepEqual(await violations(page), []);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
            assert.equal(wide, false, "nothing has to be scrolled sideways");
            if (width !== 350) return;
            await page.click("#side-text");
            assert.deepEqual(await violations(page), []);
          },
          { width, dark },
        ));
});
