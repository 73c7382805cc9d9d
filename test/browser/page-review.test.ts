// A review of targets outlives a reload and the tab, on this machine only, until a person deletes it.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { ServedPage } from "../helpers/served-page.js";
import { servePage } from "../helpers/served-page.js";
import { openDemo, violations } from "./steps.js";

const TEXT = `NGHỊ QUYẾT
về công tác thanh niên năm 2026

II. CHỈ TIÊU
1. Trên 82% đoàn viên được học tập nghị quyết.
2. Kết nạp từ 30 đoàn viên mới trở lên.
3. Có ít nhất 06 công trình thanh niên.
`;

async function review(page: Page): Promise<void> {
  await page.check("#source-text");
  await page.fill("#resolution-text", TEXT);
  await page.click("#read-resolution");
  await page.locator("#targets-line").waitFor();
  await page.click("#confirm-t1");
  await page.click("#drop-t3");
  await page.fill("#units", "YT\tChi đoàn Sở Y tế");
}

const LINE = "3 chỉ tiêu: đã xác nhận 1, chưa xem 1, đã bỏ 1.";

describe("a review of targets", function () {
  this.timeout(180_000);
  let served: ServedPage;
  let page: Page;

  before(async () => {
    served = await servePage();
  });
  after(() => served.close());
  beforeEach(async () => {
    ({ page } = await served.open());
    await review(page);
  });
  afterEach(() => page.context().close());

  /** Another tab of the same browser, opened afterwards. */
  const nextTab = async (): Promise<Page> => {
    const next = await page.context().newPage();
    await next.goto(served.address);
    await next.locator("#begin:enabled").first().waitFor();
    return next;
  };

  it("stands as it was when the page is loaded again, units included, without a question", async () => {
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.waitForFunction(() => localStorage.getItem("tonghop:review")?.includes("Chi đoàn Sở Y tế"));
    await page.reload();
    await page.locator("#targets-line").waitFor();
    assert.equal(await page.locator("#targets-line").innerText(), LINE);
    assert.equal(await page.inputValue("#units"), "YT\tChi đoàn Sở Y tế");
    await page.click("#confirm-t2");
    assert.match(await page.locator("#targets-line").innerText(), /đã xác nhận 2/u);
    assert.deepEqual(asked, []);
  });

  it("is offered in another tab, and goes on there", async () => {
    await page.close();
    const next = await page.context().newPage();
    await next.goto(served.address);
    await next.click("#resume-review");
    assert.equal(await next.locator("#targets-line").innerText(), LINE);
  });

  it("is deleted from the machine when a person says so", async () => {
    const next = await nextTab();
    assert.match(await next.locator("#offered-heading").innerText(), /đang xem dở/u);
    assert.deepEqual(await violations(next), []);
    await next.click("#forget-review");
    await next.locator("#offered-heading").waitFor({ state: "detached" });
    assert.equal(await next.evaluate(() => localStorage.length), 0);
  });

  it("is deleted when it is closed", async () => {
    await page.click("#close-targets");
    await page.click("#close-targets");
    await page.locator("#source-text").waitFor();
    assert.equal(await page.evaluate(() => localStorage.getItem("tonghop:review")), null);
  });

  it("is there again after a demonstration", async () => {
    await page.click("#step-forms");
    await openDemo(page);
    await page.click("#step-begin");
    await page.click("#close-round");
    assert.equal(await page.locator("#targets-line").innerText(), LINE);
  });
});
