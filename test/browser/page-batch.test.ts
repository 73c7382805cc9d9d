// Many forms dropped on the page: progress moves, the page answers meanwhile, and stopping leaves nothing half read.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { writeZip } from "../../src/xlsx/zip-write.js";
import { filledRound } from "../helpers/filled-round.js";
import type { ServedPage } from "../helpers/served-page.js";
import { servePage } from "../helpers/served-page.js";
import { dropFiles, goTo } from "./steps.js";

const FILES = 300;
const STOP_AT = 20;

interface Watched {
  readonly seen: string[];
}

/** Notes every number that the progress shows. */
async function watchProgress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector(".progress-numbers")?.textContent ?? "";
      if (text !== "" && seen.at(-1) !== text) seen.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

async function seenNumbers(page: Page): Promise<readonly (readonly [done: number, total: number])[]> {
  const seen = await page.evaluate(() => (window as unknown as Watched).seen);
  return seen.map((text) => text.split("/").map(Number) as [number, number]);
}

describe("many forms dropped on the page", function () {
  this.timeout(300_000);
  let served: ServedPage;
  let folder: string;
  let returned: string;
  let page: Page;
  let errors: readonly string[];

  before(async () => {
    served = await servePage();
    folder = mkdtempSync(path.join(tmpdir(), "tonghop-nhieu-"));
    returned = path.join(folder, "Báo cáo đã nhận");
    mkdirSync(returned);
    const { control, forms } = await filledRound("nq-20-duk-2024", 3);
    writeFileSync(path.join(folder, "so.xlsx"), control);
    for (let i = 0; i < FILES; i++) writeFileSync(path.join(returned, `bao-cao-${String(i)}.xlsx`), forms[i % 3]!.bytes);
  });
  after(async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    ({ page, errors } = await served.open());
    await page.setInputFiles("#open-control", path.join(folder, "so.xlsx"));
    await page.locator("#running-heading").waitFor();
    await goTo(page, "check");
    await watchProgress(page);
  });
  afterEach(async () => {
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  const files = (): string[] => Array.from({ length: FILES }, (_, i) => path.join(returned, `bao-cao-${String(i)}.xlsx`));

  it("moves the progress on to the last file, and says how it ended", async () => {
    await dropFiles(page, files());
    await page.locator("#check-line").waitFor({ timeout: 120_000 });
    const numbers = await seenNumbers(page);
    const done = numbers.map(([count]) => count);
    assert.ok(numbers.length >= 10, `${String(numbers.length)} different numbers were shown`);
    assert.deepEqual(
      done,
      [...done].sort((a, b) => a - b),
      "it never goes back",
    );
    assert.ok(numbers.every(([, total]) => total === FILES));
    await page.click("#files-summary");
    await page.locator("#files tbody tr").first().waitFor();
    assert.equal(await page.locator("#files tbody tr").count(), 100);
    await page.click("#files-more");
    await page.locator("#files tbody tr").nth(199).waitFor();
    await page.click("#files-more");
    await page.locator("#files-more").waitFor({ state: "detached" });
    assert.equal(await page.locator("#files tbody tr").count(), FILES);
  });

  it("walks a folder that is dropped", async () => {
    await dropFiles(page, [returned]);
    await page.locator("#check-line").waitFor({ timeout: 120_000 });
    await page.click("#files-summary");
    assert.match(await page.locator("#files tbody th").first().innerText(), /^Báo cáo đã nhận\/bao-cao-\d+\.xlsx$/u);
  });

  it("says what became of zips without a workbook, and of a folder without files", async () => {
    const empty = path.join(folder, "Thư mục trống");
    mkdirSync(empty);
    await dropFiles(page, [empty]);
    await page.locator("#notice.plain").waitFor();
    assert.match(await page.locator("#notice").innerText(), /không có tệp nào/u);
    const [nothing, litter] = ["rong.xlsx", "rac.zip"].map((name) => path.join(folder, name));
    writeFileSync(nothing!, writeZip([], nodeCodec));
    writeFileSync(litter!, writeZip([{ name: "~$bao-cao.xlsx", data: new Uint8Array(165) }], nodeCodec));
    await dropFiles(page, [nothing!]);
    await page.locator("#check-line").waitFor();
    assert.match(await page.locator(".finding.error").last().innerText(), /Tệp nén này rỗng, bên trong không có tệp nào/u);
    await dropFiles(page, [nothing!, litter!]);
    await page.locator("#check-line", { hasText: "2 tệp phải gửi trả" }).waitFor();
    assert.match(await page.locator(".finding.error").last().innerText(), /không có sổ nào, chỉ có 1 tệp do hệ thống tạo ra/u);
  });

  it("stops in the middle, keeps nothing of it, and reads all when asked again", async () => {
    await dropFiles(page, files());
    await page.waitForFunction((least) => (document.querySelector("progress")?.value ?? 0) > least, STOP_AT);
    await page.click("#cancel");
    await page.locator("#notice.plain").waitFor();
    assert.equal(await page.locator("#progress").isVisible(), false);
    const last = (await seenNumbers(page)).at(-1);
    assert.ok(last !== undefined && last[0] > STOP_AT && last[0] < FILES, String(last));
    assert.equal(await page.locator("#check-line").count(), 0);
    await goTo(page, "consolidate");
    assert.equal(await page.locator("#consolidate").isDisabled(), true, "there is nothing to consolidate");
    await goTo(page, "check");
    await dropFiles(page, files());
    await page.locator("#check-line").waitFor({ timeout: 120_000 });
    assert.match(await page.locator("#check-line").innerText(), /300 tệp/u);
  });
});
