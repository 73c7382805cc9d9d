// What tests do on the page again and again: the demonstration round, walking the steps, looking with axe.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

export const STEPS = ["begin", "forms", "check", "consolidate", "export"] as const;

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LONG = 60_000;

/** Opens the made-up round and waits until its files have been read. */
export async function openDemo(page: Page): Promise<void> {
  await page.click("#demo");
  await page.locator("#notice.good").waitFor({ timeout: LONG });
}

/** Goes to a step and waits until what it shows is there. */
export async function goTo(page: Page, step: (typeof STEPS)[number]): Promise<void> {
  await page.click(`#step-${step}`);
  await page.locator(`#step-${step}[aria-current="step"]`).waitFor();
}

/** Consolidates what was read and waits for the grid. */
export async function consolidate(page: Page): Promise<void> {
  await page.click("#consolidate");
  await page.locator("#consolidate-line").waitFor({ timeout: LONG });
  await page.locator(".square").first().waitFor();
}

/** Presses a button that saves a file, and gives the file. */
export async function download(page: Page, button: string): Promise<{ name: string; path: string }> {
  const [saved] = await Promise.all([page.waitForEvent("download", { timeout: LONG }), page.click(button)]);
  return { name: saved.suggestedFilename(), path: await saved.path() };
}

/** Drops files or folders on the place that takes them, as a person does. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const place = await page.locator(".drop").boundingBox();
  if (place === null) throw new Error("there is no place to drop files");
  const session = await page.context().newCDPSession(page);
  const at = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  await session.detach();
}

interface AxeWindow {
  readonly axe: {
    run(place: Document): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
  };
}

/** What axe objects to once colours have come to rest, one line for each place. */
export async function violations(page: Page | Frame): Promise<string[]> {
  await atRest(page);
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as AxeWindow).axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
    );
  });
}

/** Ends when what was changed is drawn and every animation that ends has ended. As text, because it runs in the page. */
const AT_REST = `(async () => {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const moving = () => document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime ?? 0));
  await drawn();
  for (let some = moving(); some.length > 0; some = moving()) {
    await Promise.allSettled(some.map(({ finished }) => finished));
    await drawn();
  }
})()`;

export function atRest(page: Page | Frame): Promise<void> {
  return page.evaluate<void>(AT_REST);
}
