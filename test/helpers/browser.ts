// Chromium for tests: Debian's where it is installed, else the one from the registry.
import { existsSync } from "node:fs";
import chromiumPackage from "@sparticuz/chromium";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

export async function launchChromium(): Promise<Browser> {
  const executablePath = INSTALLED.find((file) => existsSync(file)) ?? (await chromiumPackage.executablePath());
  return chromium.launch({ executablePath, args: QUIET });
}
