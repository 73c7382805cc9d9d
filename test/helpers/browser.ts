// A browser for tests: an installed Chrome, Edge or Chromium, else the one that comes with the development packages.
import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { packagedChromium } from "./packaged-chromium.js";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
];

/** Without a word of the machine on how names are written, Chromium cannot open files with Vietnamese names. */
const UTF8 = process.platform === "linux" ? { LC_ALL: "C.UTF-8" } : {};

/** Starts it without a window; `CHROME_PATH` names another one. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const installed = [process.env["CHROME_PATH"] ?? "", ...INSTALLED].find((file) => file !== "" && existsSync(file));
  const { executablePath, env } =
    installed === undefined ? await packagedChromium() : { executablePath: installed, env: process.env };
  return chromium.launch({ executablePath, env: { ...env, ...UTF8 }, args: [...QUIET, ...more] });
}
