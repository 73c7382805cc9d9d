// The built standalone page in a real browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { nodeHost } from "../../src/cli/host.js";
import { openConsolidated, openControl } from "../../src/workflow.js";
import { totalNumbers } from "../../src/core/round/consolidation.js";
import { sheetNamed } from "../../src/core/cells.js";
import { SHEETS } from "../../src/sheets/consolidated-layout.js";
import { CODE_HEADING, findText, NOTE_HEADING } from "../../src/sheets/notes.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { prepareStamp, stamp } from "../../src/xlsx/stamp.js";
import type { ServedPage } from "../helpers/served-page.js";
import { servePage } from "../helpers/served-page.js";
import { consolidate, download, goTo, openDemo, STEPS, violations } from "./steps.js";

const UNITS = "YT\tĐảng bộ Sở Y tế\tđảng bộ cơ sở\nTC\tChi bộ Sở Tài chính\tchi bộ cơ sở\n";

/** The workbook with a note typed beside the first unit of the sheet Theo dõi. */
function withNote(bytes: Uint8Array, note: string): Uint8Array {
  const { workbook } = readWorkbook(bytes, nodeHost.codec);
  const sheet = workbook === null ? undefined : sheetNamed(workbook, SHEETS.tracking);
  const [heading, code] = [NOTE_HEADING, CODE_HEADING].map((text) => (sheet === undefined ? null : findText(sheet, text)));
  assert.ok(heading && code);
  const place = { sheet: SHEETS.tracking, row: heading.row + 1, column: heading.column };
  return stamp(prepareStamp(bytes, [place], nodeHost.codec), [note]);
}

describe("the standalone page", function () {
  this.timeout(600_000);
  let served: ServedPage;
  let folder: string;

  before(async () => {
    served = await servePage();
    folder = mkdtempSync(path.join(tmpdir(), "tonghop-page-"));
  });
  after(async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inPage: ServedPage["visit"] = (work, options) => served.visit(work, options);

  it("makes a control workbook from pasted units, and forms for them", () =>
    inPage(async ({ page }) => {
      await page.fill("#units", UNITS);
      await page.selectOption("#template", "nq-20-duk-2024");
      await page.selectOption("#part", "H1");
      await page.click("#begin");
      await page.locator("#running-heading").waitFor();
      const control = await download(page, "#save-control");
      const { definition } = openControl(readFileSync(control.path), nodeHost);
      assert.equal(control.name, "So-tong-hop_BC-NQ20_2024-H1.xlsx");
      assert.deepEqual(
        definition?.units.map(({ code }) => code),
        ["YT", "TC"],
      );
      await goTo(page, "forms");
      await page.locator("table.paper").waitFor();
      const zip = await download(page, "#make-forms");
      assert.deepEqual(Object.keys(unzipSync(readFileSync(zip.path))), ["YT_BC-NQ20_2024-H1.xlsx", "TC_BC-NQ20_2024-H1.xlsx"]);
    }));

  it("opens a control workbook that was saved, and says what is wrong with another file", () =>
    inPage(async ({ page }) => {
      await page.fill("#units", UNITS);
      await page.click("#begin");
      const control = await download(page, "#save-control");
      await page.click("#close-round");
      await page.setInputFiles("#open-control", { name: "khac.xlsx", mimeType: "", buffer: Buffer.from("không phải sổ") });
      await page.locator("#notice.bad .finding.error").waitFor();
      await page.setInputFiles("#open-control", control.path);
      await page.locator("#running-heading").waitFor();
    }));

  it("tells a faulty list of units before a round is made of it", () =>
    inPage(async ({ page }) => {
      await page.fill("#units", "YT\tĐảng bộ Sở Y tế\nYT\tChi bộ Sở Tài chính");
      await page.click("#begin");
      await page.locator("#notice.bad .finding.error").waitFor();
      assert.equal(await page.locator("#units").inputValue(), "YT\tĐảng bộ Sở Y tế\nYT\tChi bộ Sở Tài chính");
    }));

  it("consolidates the same round to the same figures and verdicts as the command line", () =>
    inPage(async ({ page, requests }) => {
      const out = path.join(folder, "demo");
      execFileSync(process.execPath, ["--import", "tsx", "src/cli/main.ts", "demo", "--out", out], { stdio: "pipe" });
      await page.setInputFiles("#open-control", path.join(out, "so-tong-hop.xlsx"));
      await page.locator("#running-heading").waitFor();
      await goTo(page, "check");
      const returned = path.join(out, "da-nop");
      await page.setInputFiles(
        "#reports",
        readdirSync(returned).map((name) => path.join(returned, name)),
      );
      await page.locator("#check-line").waitFor();
      await goTo(page, "consolidate");
      await consolidate(page);
      const saved = await download(page, "#save-consolidated");
      const mine = openConsolidated(readFileSync(saved.path), nodeHost);
      const theirs = openConsolidated(readFileSync(path.join(out, "tong-hop.xlsx")), nodeHost);
      assert.ok(mine.reading !== null && theirs.reading !== null);
      assert.deepEqual(
        totalNumbers(mine.reading.definition, mine.reading.totals),
        totalNumbers(theirs.reading.definition, theirs.reading.totals),
      );
      assert.deepEqual(mine.reading.verdicts, theirs.reading.verdicts);
      assert.deepEqual(mine.reading.units, theirs.reading.units);
      const outside = requests.filter((address) => !address.startsWith(served.address) && !address.startsWith("blob:"));
      assert.deepEqual(outside, [], "no request leaves the origin");
    }));

  it("walks the demonstration from the first step to the summary", () =>
    inPage(async ({ page }) => {
      await openDemo(page);
      await goTo(page, "check");
      assert.match((await page.textContent("#check-line")) ?? "", /^59\/62 tệp được nhận; 3 tệp phải gửi trả\.$/u);
      await goTo(page, "consolidate");
      await consolidate(page);
      assert.match((await page.textContent("#consolidate-line")) ?? "", /58\/60 đơn vị đã gửi/u);
      const missed = page.locator(".square.missed button").first();
      await missed.click();
      const detail = await page.locator(".detail").innerText();
      assert.match(detail, /Chưa đạt/u);
      assert.match(detail, /còn thiếu \d+/u);
      assert.match(detail, /Báo cáo!F\d+/u, "the figures name their cells");
      await goTo(page, "export");
      const summary = await download(page, "#save-summary");
      assert.equal(summary.name, "Bao-cao-tong-hop_BC-NQ2024_2024.xlsx");
    }));

  it("keeps notes that staff wrote into the workbook of the run before", () =>
    inPage(async ({ page }) => {
      await openDemo(page);
      await goTo(page, "consolidate");
      await consolidate(page);
      const first = await download(page, "#save-consolidated");
      const noted = path.join(folder, "co-ghi-chu.xlsx");
      writeFileSync(noted, withNote(readFileSync(first.path), "đã gọi điện"));
      await page.click("#notes-summary");
      await page.setInputFiles("#notes-file", noted);
      await page.getByText("Sẽ giữ 1 ghi chú").waitFor({ state: "attached" });
      const again = await download(page, "#save-consolidated");
      const { reading, ...opened } = openConsolidated(readFileSync(again.path), nodeHost);
      assert.ok(reading !== null && "notes" in opened);
      assert.deepEqual(
        [...opened.notes].flatMap(([sheet, notes]) => [...notes].map((note) => [sheet, ...note])),
        [[SHEETS.tracking, "DV0001", "đã gọi điện"]],
      );
    }));

  it("stops reading when asked, and says that nothing changed", () =>
    inPage(async ({ page }) => {
      await page.fill("#units", UNITS);
      await page.click("#begin");
      const form = await download(page, "#save-control");
      const bytes = readFileSync(form.path);
      await goTo(page, "check");
      const many = Array.from({ length: 400 }, (_, i) => ({ name: `tep-${String(i)}.xlsx`, mimeType: "", buffer: bytes }));
      await page.setInputFiles("#reports", many);
      await page.click("#cancel");
      await page.locator("#notice.plain").waitFor();
      assert.equal(await page.locator("#progress").isVisible(), false);
    }));

  it("keeps the round when the page is loaded again", () =>
    inPage(async ({ page }) => {
      await page.fill("#units", UNITS);
      await page.click("#begin");
      await page.locator("#running-heading").waitFor();
      await page.reload();
      await page.locator("#running-heading").waitFor();
    }));

  it("speaks English when asked, findings included", () =>
    inPage(async ({ page }) => {
      await page.click("#language");
      await page.getByRole("heading", { name: "Resolution & units" }).waitFor();
      await page.setInputFiles("#open-control", { name: "x.xlsx", mimeType: "", buffer: Buffer.alloc(0) });
      await page.locator("#notice.bad").getByText("the file is empty").waitFor();
      assert.equal(await page.getAttribute("html", "lang"), "en");
    }));

  it("gives axe nothing to object to in any step, light and dark, 350 and 1280 px wide", () =>
    inPage(async ({ page }) => {
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        for (const colorScheme of ["light", "dark"] as const) {
          for (const width of [350, 1280]) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 900 });
            const place = `${where}, ${colorScheme}, ${String(width)} px`;
            found.push(...(await violations(page)).map((one) => `${place}: ${one}`));
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            if (wide > width) found.push(`${place}: the page is ${String(wide)} px wide`);
          }
        }
      };
      await look("begin, empty");
      await openDemo(page);
      await page.click("#round-targets-summary");
      await page.click("#round-units-summary");
      await look("begin");
      for (const step of STEPS.slice(1)) {
        await goTo(page, step);
        if (step === "consolidate") {
          await consolidate(page);
          await page.locator(".square button").first().click();
          await page.locator(".detail").waitFor();
          await page.click("#consolidated-preview-summary");
        }
        if (step !== "check") await page.locator("table.paper td").first().waitFor({ timeout: 60_000 });
        await look(step);
      }
      assert.deepEqual(found, []);
    }));

  it("is walked with the keyboard alone", () =>
    inPage(async ({ page }) => {
      const press = async (target: string): Promise<void> => {
        for (let i = 0; i < 200; i++) {
          if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, target)) {
            await page.keyboard.press("Enter");
            return;
          }
          await page.keyboard.press("Tab");
        }
        assert.fail(`${target} is not reached with Tab`);
      };
      await press("#demo");
      await page.locator("#notice.good").waitFor({ timeout: 60_000 });
      for (const step of STEPS.slice(1)) {
        await press("#next");
        await page.locator(`#step-${step}[aria-current="step"]`).waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.id), "step-heading", "focus moves to the heading");
        if (step !== "consolidate") continue;
        await press("#consolidate");
        await page.locator("#consolidate-line").waitFor({ timeout: 60_000 });
        assert.equal(await page.evaluate(() => document.activeElement?.id), "consolidate-line");
        await page.locator(".square").first().waitFor();
        await press(".square button");
        await page.locator(".detail").waitFor();
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("Enter");
        await page.getByText("DV0002", { exact: false }).and(page.locator(".detail h4")).waitFor();
      }
      await page.locator("table.paper").waitFor({ timeout: 60_000 });
    }));
});
