// The page with many forms in a real browser: how long each phase takes, the longest tasks of the page's own thread, memory.
// tsx bench/browser.ts [forms] [--json]
import type { Browser, Page } from "playwright-core";
import { dropFiles } from "../test/browser/steps.js";
import type { ServedPage } from "../test/helpers/served-page.js";
import { servePage } from "../test/helpers/served-page.js";
import { endTasks, phase, startTasks } from "./page-tasks.js";
import type { PageRound } from "./page-round.js";
import { writePageRound } from "./page-round.js";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const LONG = 600_000;
const SAMPLE_MS = 250;

type Phases = readonly (readonly [name: string, act: (page: Page) => Promise<unknown>])[];

const read = (page: Page): Promise<void> => page.locator("#check-line").waitFor({ timeout: LONG });
const paper = (page: Page): Promise<void> => page.locator("table.paper td").first().waitFor({ timeout: LONG });

async function saved(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent("download", { timeout: LONG }), page.click(button)]);
}

function phasesOf({ control, zip, files, folder }: PageRound): Phases {
  return [
    [
      "open",
      (page) =>
        page.setInputFiles("#open-control", control).then(() => page.locator("#running-heading").waitFor({ timeout: LONG })),
    ],
    ["reload", (page) => page.reload().then(() => page.locator("#running-heading").waitFor({ timeout: LONG }))],
    ["forms step", (page) => page.click("#step-forms").then(() => paper(page))],
    ["forms", (page) => saved(page, "#make-forms")],
    ["check step", (page) => page.click("#step-check")],
    [
      "drop and cancel",
      async (page) => {
        await dropFiles(page, files);
        await page.locator("#progress progress").waitFor();
        await page.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 20, undefined, { timeout: LONG });
        await page.click("#cancel");
        await page.locator("#notice.plain").waitFor({ timeout: LONG });
      },
    ],
    ["drop files", (page) => dropFiles(page, files).then(() => read(page))],
    [
      "zip",
      async (page) => {
        await page.evaluate(() => document.getElementById("check-line")?.remove());
        await page.setInputFiles("#reports", zip);
        await read(page);
      },
    ],
    [
      "drop folder",
      async (page) => {
        await page.evaluate(() => document.getElementById("check-line")?.remove());
        await dropFiles(page, [folder]);
        await read(page);
      },
    ],
    [
      "results",
      async (page) => {
        await page.click("#files-summary");
        await page.locator("#files table").waitFor();
        const filter = page.locator("#findings-filter");
        if (await filter.isVisible()) await filter.pressSequentially("báo cáo");
      },
    ],
    [
      "consolidate",
      async (page) => {
        await page.click("#step-consolidate");
        await page.click("#consolidate");
        await page.locator(".square").first().waitFor({ timeout: LONG });
      },
    ],
    [
      "grid",
      async (page) => {
        await page.click("#grid-after");
        await page.locator(".square button").first().click();
        await page.locator(".detail").waitFor();
      },
    ],
    ["preview", (page) => page.click("#consolidated-preview-summary").then(() => paper(page))],
    ["save", (page) => saved(page, "#save-consolidated")],
    ["summary", (page) => page.click("#step-export").then(() => paper(page))],
    ["save summary", (page) => saved(page, "#save-summary")],
    ["back", (page) => page.click("#step-check").then(() => read(page))],
  ];
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

/** Samples the memory of the browser's pages. @returns ends it and gives the most that one took */
async function watchMemory(browser: Browser): Promise<() => number> {
  const session = await browser.newBrowserCDPSession();
  let most = 0;
  const sample = setInterval(() => {
    void session.send("SystemInfo.getProcessInfo").then(({ processInfo }) => {
      most = Math.max(most, ...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentMb(id)));
    });
  }, SAMPLE_MS);
  return () => {
    clearInterval(sample);
    return most;
  };
}

/** The longest task when as many files are dropped on a page that does nothing with them: what the browser itself needs. */
async function bareDrop(served: ServedPage, files: readonly string[]): Promise<number> {
  const page = await served.blank();
  await page.setContent('<div class="drop" style="height: 200px"></div>');
  await page.evaluate(() => {
    for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
  });
  await startTasks(served.browser, page);
  await phase(page, "bare");
  await dropFiles(page, files);
  await phase(page, "end");
  const { phases } = await endTasks(served.browser, "before");
  await page.context().close();
  return phases["bare"]?.[0] ?? 0;
}

async function main(): Promise<void> {
  const count = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? "1000");
  const folder = mkdtempSync(path.join(tmpdir(), "tonghop-bench-"));
  const round = await writePageRound(folder, count);
  const served = await servePage();
  const page = await served.blank();
  await startTasks(served.browser, page);
  const memory = await watchMemory(served.browser);
  const ms: Record<string, number> = {};
  const measured = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    const from = performance.now();
    await act();
    ms[name] = Math.round(performance.now() - from);
  };
  await measured("start", () => page.goto(served.address).then(() => page.locator("#begin:enabled").waitFor()));
  for (const [name, act] of phasesOf(round)) {
    await phase(page, name);
    await measured(name, () => act(page));
  }
  await phase(page, "end");
  const rendererMb = memory();
  const { longest, hardest, long, phases } = await endTasks(served.browser, "start");
  const bareDropMs = await bareDrop(served, round.files);
  await served.close();
  rmSync(folder, { recursive: true, force: true });
  const msPerForm = { read: ms["drop files"]! / count, stamp: ms["forms"]! / count };
  const result = { forms: count, ms, msPerForm, longest, hardest, bareDropMs, phases, rendererMb };
  if (process.argv.includes("--json")) console.log(JSON.stringify(result));
  else console.dir({ ...result, long }, { depth: 5, breakLength: 200 });
}

void main();
