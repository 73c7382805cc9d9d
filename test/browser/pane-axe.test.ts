// axe inside the built pane, in the emulated Excel: every step, every state, light, dark and in forced colours, narrow and wide.
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { launchChromium } from "../helpers/browser.js";
import { builtWeb } from "../helpers/built-web.js";
import type { PaneRound } from "./pane-round.js";
import { paneRound } from "./pane-round.js";
import { walkPane } from "./pane-walk.js";
import { violations } from "./steps.js";

const LOOKS = [
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "forced colours", colorScheme: "dark", forcedColors: "active" },
] as const;

describe("the pane before axe", function () {
  this.timeout(600_000);
  let browser: Browser;
  let made: PaneRound;

  before(async () => {
    [browser, made] = await Promise.all([launchChromium(), paneRound(4)]);
  });
  after(async () => {
    await browser.close();
    made.remove();
  });

  it("gives nothing to object to in any step, light, dark and in forced colours, 350 and 1280 px wide", async () => {
    const found: string[] = [];
    await walkPane(browser, await builtWeb(), made, async ({ page, frame }, state) => {
      for (const { name, ...media } of LOOKS) {
        for (const width of [350, 1280]) {
          await page.emulateMedia(media);
          await page.setViewportSize({ width, height: 900 });
          const place = `${state}, ${name}, ${String(width)} px`;
          found.push(...(await violations(frame)).map((one) => `${place}: ${one}`));
          const wide = await frame.evaluate(() => document.documentElement.scrollWidth);
          if (wide > width) found.push(`${place}: the pane is ${String(wide)} px wide`);
        }
      }
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
      await page.setViewportSize({ width: 350, height: 900 });
    });
    assert.deepEqual(found, []);
  });
});
