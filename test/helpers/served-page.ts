// The built pages behind a server of this machine, opened in a browser; requests and errors are noted.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { Browser, Page } from "playwright-core";
import { serveFolder, WEB_FOLDER } from "../../scripts/serve.js";
import { launchChromium } from "./browser.js";
import { builtWeb } from "./built-web.js";

/** Folder with the built pages: dist/web, or a build of this run where there is none. */
export async function webFolder(): Promise<string> {
  return existsSync(`${WEB_FOLDER}index.html`) ? WEB_FOLDER : builtWeb();
}

export interface ServedPage {
  readonly browser: Browser;
  readonly address: string;
  /** A fresh page with the app, at this size and in this theme. */
  open(options?: PageOptions): Promise<OpenPage>;
  /** Works in a fresh page and closes it; the page must have noted no error. */
  visit(work: (open: OpenPage) => Promise<void>, options?: PageOptions): Promise<void>;
  /** A fresh page with nothing in it yet. */
  blank(): Promise<Page>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export interface OpenPage {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  /** Errors of scripts and of the console. */
  readonly errors: readonly string[];
}

export async function servePage(more: readonly string[] = []): Promise<ServedPage> {
  const server = await serveFolder(await webFolder(), 0);
  const browser = await launchChromium(more);
  const address = `http://localhost:${String(portOf(server))}/`;
  return {
    browser,
    address,
    open: (options) => openAt(browser, address, options),
    visit: async (work, options) => {
      const open = await openAt(browser, address, options);
      try {
        await work(open);
        assert.deepEqual(open.errors, []);
      } finally {
        await open.page.context().close();
      }
    },
    blank: async () => (await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })).newPage(),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function openAt(browser: Browser, address: string, options: PageOptions = {}): Promise<OpenPage> {
  const { width = 1280, height = 900, dark = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(address);
  await page.locator("#begin:enabled, #running-heading").first().waitFor();
  return { page, requests, errors };
}
