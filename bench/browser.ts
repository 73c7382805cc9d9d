// The page with many forms in a real browser: how long it takes, the longest task of the page's own thread, memory. `tsx bench/browser.ts [forms] [--json]`
import type { Page } from "playwright-core";
import { nodeHost } from "../src/cli/host.js";
import { madeUpFigures } from "../src/core/made-up/figures.js";
import { madeUpUnits } from "../src/core/made-up/units.js";
import { readDefinitionText } from "../src/core/definition/definition-json.js";
import { beginRound, bundleForms, controlWorkbook, fillForm, makeForms, openRound } from "../src/workflow.js";
import { servePage } from "../test/helpers/served-page.js";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const TEMPLATE = "templates/nq-lam-dong-2024.json";
const SEED = 7;
const LONG = 600_000;

interface Watched {
  longTasks: { at: number; ms: number }[];
}

/** A control workbook and a zip of filled forms. */
async function makeRound(count: number): Promise<{ control: Uint8Array; zip: Uint8Array }> {
  const { definition: template } = readDefinitionText(readFileSync(TEMPLATE, "utf8"));
  if (template === null) throw new Error(`${TEMPLATE} cannot be read`);
  const units = madeUpUnits(template, count, SEED);
  const { definition } = beginRound({ template, units, period: "2024", settings: [] });
  if (definition === null) throw new Error("no round");
  const round = openRound(definition);
  const filled: { fileName: string; bytes: Uint8Array }[] = [];
  for await (const { unit, fileName, bytes } of makeForms(round, nodeHost)) {
    const figures = madeUpFigures(definition, unit, SEED + filled.length);
    const submission = { unit: unit.code, submissionNumber: 1, figures, explanations: new Map<string, string>() };
    filled.push({ fileName, bytes: fillForm(bytes, round, submission, nodeHost) });
  }
  return { control: await controlWorkbook(definition), zip: bundleForms(filled, nodeHost) };
}

/** Notes every task of the page's thread over 50 ms from now on. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { longTasks: [] };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const one of list.getEntries())
        watched.longTasks.push({ at: Math.round(one.startTime), ms: Math.round(one.duration) });
    }).observe({ type: "longtask", buffered: true });
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

async function main(): Promise<void> {
  const count = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? "1000");
  const folder = mkdtempSync(path.join(tmpdir(), "tonghop-bench-"));
  const { control, zip } = await makeRound(count);
  writeFileSync(path.join(folder, "so.xlsx"), control);
  writeFileSync(path.join(folder, "da-nop.zip"), zip);
  const served = await servePage(["--enable-precise-memory-info"]);
  const { page } = await served.open();
  await watch(page);
  const session = await served.browser.newBrowserCDPSession();
  let memory = 0;
  const sample = setInterval(() => {
    void session.send("SystemInfo.getProcessInfo").then(({ processInfo }) => {
      memory = Math.max(memory, ...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentMb(id)));
    });
  }, 250);
  await page.setInputFiles("#open-control", path.join(folder, "so.xlsx"));
  await page.locator("#running-heading").waitFor({ timeout: LONG });
  const forms = await timed(async () => {
    await page.click("#step-forms");
    await page.locator("table.paper td").first().waitFor({ timeout: LONG });
    await Promise.all([page.waitForEvent("download", { timeout: LONG }), page.click("#make-forms")]);
  });
  await page.click("#step-check");
  const check = await timed(async () => {
    await page.setInputFiles("#reports", path.join(folder, "da-nop.zip"));
    await page.locator("#check-line").waitFor({ timeout: LONG });
  });
  await page.click("#step-consolidate");
  const consolidate = await timed(async () => {
    await page.click("#consolidate");
    await page.locator(".square").first().waitFor({ timeout: LONG });
  });
  const print = await timed(() =>
    Promise.all([page.waitForEvent("download", { timeout: LONG }), page.click("#save-consolidated")]),
  );
  const summary = await timed(async () => {
    await page.click("#step-export");
    await page.locator("table.paper td").first().waitFor({ timeout: LONG });
  });
  clearInterval(sample);
  const { longTasks } = await page.evaluate(() => (window as unknown as { watched: Watched }).watched);
  await served.close();
  rmSync(folder, { recursive: true, force: true });
  const result = { forms: count, ms: { forms, check, consolidate, print, summary }, longTasks, rendererMb: memory };
  console.log(process.argv.includes("--json") ? JSON.stringify(result) : result);
}

/** Resident memory of a process, where the system tells it. */
function residentMb(id: number): number {
  try {
    const [, kilobytes = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(id)}/status`, "utf8")) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}

void main();
