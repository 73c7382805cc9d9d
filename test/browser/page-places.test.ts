// Where the page may stand: kept by the browser after the first opening, when the server is gone; or opened straight from a folder.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { serveFolder } from "../../scripts/serve.js";
import { launchChromium } from "../helpers/browser.js";
import { webFolder } from "../helpers/served-page.js";
import { consolidate, download, goTo, openDemo, violations } from "./steps.js";

describe("the page in other places", function () {
  this.timeout(180_000);
  let browser: Browser;
  let folder: string;

  before(async () => {
    // Vietnamese letters and blanks in the folder, as people name them.
    folder = path.join(mkdtempSync(path.join(tmpdir(), "tonghop-noi-")), "Tổng hợp quý I");
    cpSync(await webFolder(), folder, { recursive: true });
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    rmSync(path.dirname(folder), { recursive: true, force: true });
  });

  it("does its whole work without the server after it was opened once", async () => {
    const server = await serveFolder(folder, 0);
    const address = server.address();
    assert.ok(typeof address === "object" && address !== null);
    const context = await browser.newContext({ acceptDownloads: true });
    const url = `http://localhost:${String(address.port)}/`;
    const first = await context.newPage();
    await first.goto(url);
    await first.evaluate(() => navigator.serviceWorker.ready);
    await first.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));

    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(url);
    await openDemo(page);
    await goTo(page, "consolidate");
    await consolidate(page);
    const { name } = await download(page, "#save-consolidated");
    assert.match(name, /^Da-tong-hop_.*\.xlsx$/u);
    await page.click("#language");
    await page.getByRole("heading", { name: "Consolidate" }).first().waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });

  it("says plainly what to do when it is opened straight from a folder", async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pathToFileURL(path.join(folder, "index.html")).href);
    await page.locator("#from-folder").waitFor();
    const text = await page.locator("#from-folder").innerText();
    assert.match(text, /Trình duyệt không cho/u);
    assert.match(text, /npm run serve/u);
    assert.match(text, /http:\/\/localhost:8080\//u);
    assert.equal(await page.locator("#begin").count(), 0, "nothing is offered that would not work");
    assert.equal(
      await page.evaluate(() => getComputedStyle(document.querySelector("main")!).maxWidth !== "none"),
      true,
      "styled",
    );
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
