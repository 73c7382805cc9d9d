// The built pane in Chromium inside the emulated Excel: nothing of it is changed, and office.js is the real one.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser, BrowserContext, Frame, Page, Route } from "playwright-core";
import type { ExcelHost } from "./excel-host.js";

const ORIGIN = "https://tonghop.test";
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const OFFICE = path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

export interface PaneOptions {
  /** Folder with the built pages. */
  readonly web: string;
  readonly host: ExcelHost;
  /** Is Microsoft's CDN reached? `silent` never answers. */
  readonly cdn?: "reached" | "blocked" | "silent";
  /** Width of the pane in pixels. */
  readonly width?: number;
  /** False for an Excel that passes over the ribbon part of the manifest: no shared runtime, no commands. */
  readonly ribbon?: boolean;
  /** Address of the open workbook; empty for one that was never saved. */
  readonly address?: string;
  /** True for a workbook that is open for reading only. */
  readonly readOnly?: boolean;
  /** What Excel says that it runs on, once office.js is ready; left out, what office.js finds. */
  readonly platform?: "Mac";
}

export interface Pane {
  readonly host: ExcelHost;
  readonly page: Page;
  readonly frame: Frame;
  /** Addresses outside the pane's own that were asked for, but for office.js. */
  readonly outside: readonly string[];
  /** What the browser complained of. */
  readonly complaints: readonly string[];
  press(command: string): Promise<void>;
  /** Lets Excel answer nothing more until the function given back is called. */
  hold(): () => void;
  close(): Promise<void>;
}

/** Opens the pane; `frame` is the pane itself. */
export async function openPane(browser: Browser, options: PaneOptions): Promise<Pane> {
  const { host, width = 350, ribbon = true, address, readOnly = false } = options;
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width, height: 900 }, acceptDownloads: true });
  const outside: string[] = [];
  const complaints: string[] = [];
  await context.route("**/*", (route) => serve(route, options, outside));
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  let held = Promise.resolve();
  await page.exposeFunction("processBatch", async (text: string) => {
    await held;
    return host.process(text);
  });
  const excel = new URLSearchParams({ level: String(host.level), ribbon: String(ribbon), readOnly: String(readOnly) });
  if (address !== undefined) excel.set("address", address);
  // A CDN that never answers would keep the page loading.
  await page.goto(`${ORIGIN}/outer-page.html?${excel.toString()}`, { waitUntil: "domcontentloaded" });
  await page.waitForSelector("iframe");
  const frame = page.frame({ name: "pane" });
  if (frame === null) throw new Error("the pane did not open");
  const hold = (): (() => void) => {
    let release = (): void => undefined;
    held = new Promise((resolve) => (release = resolve));
    return () => release();
  };
  return { host, page, frame, outside, complaints, press: (command) => press(page, command), hold, close: () => close(context) };
}

/**
 * Presses a button of the ribbon and waits until its command says that it is done.
 * @throws when office.js found no such command, or it failed
 */
async function press(page: Page, command: string): Promise<void> {
  const before = await page.evaluate<number>("commandsDone.length");
  await page.evaluate(`pressButton(${JSON.stringify(command)})`);
  await page.waitForFunction(`commandsDone.length > ${String(before)}`, null, { timeout: 60_000 });
  const result = await page.evaluate<number>("commandsDone.at(-1)");
  if (result !== 0) throw new Error(`the command ${command} ended with ${String(result)}`);
}

async function close(context: BrowserContext): Promise<void> {
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await context.close();
}

async function serve(route: Route, { web, cdn, platform }: PaneOptions, outside: string[]): Promise<void> {
  const url = new URL(route.request().url());
  if (url.href.startsWith(CDN)) {
    if (cdn === "silent") return;
    if (cdn === "blocked") return route.abort();
    const name = url.href.slice(CDN.length).split("?")[0]!;
    return send(route, path.join(OFFICE, name), name === "office.js" && platform !== undefined ? saysPlatform(platform) : "");
  }
  if (url.origin !== ORIGIN) {
    outside.push(url.href);
    return route.abort();
  }
  const own = path.join(import.meta.dirname, url.pathname);
  return send(route, url.pathname.startsWith("/outer-page") ? own : path.join(web, url.pathname));
}

/** Stands after office.js, whose own platform cannot be changed: the name of the other platform comes to mean the one that it found. */
function saysPlatform(platform: string): string {
  return `;Office.onReady(() => { Office.PlatformType.${platform} = Office.context.platform; });`;
}

function send(route: Route, file: string, after = ""): Promise<void> {
  if (!existsSync(file)) return route.fulfill({ status: 404, body: "" });
  const contentType = TYPES[path.extname(file)] ?? "application/octet-stream";
  return route.fulfill({
    status: 200,
    contentType,
    body: after === "" ? readFileSync(file) : readFileSync(file, "utf8") + after,
  });
}
