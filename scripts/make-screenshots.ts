// Pictures of every step of the page and of the narrow pane width for docs/huong-dan.md, taken from the built page with the demonstration round.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { consolidate, goTo, openDemo, STEPS } from "../test/browser/steps.js";
import { servePage } from "../test/helpers/served-page.js";

const FOLDER = path.join(import.meta.dirname, "../docs/pictures");

/** Takes the start page and the given steps at a width; the pictures' names end in `ending`. */
async function picturesAt(width: number, height: number, steps: readonly string[], ending: string): Promise<void> {
  const served = await servePage();
  try {
    const { page } = await served.open({ width, height });
    const take = (name: string): Promise<unknown> => page.screenshot({ path: path.join(FOLDER, `trang-${name}${ending}.png`) });
    if (steps.length === STEPS.length) await take("0-bat-dau");
    await openDemo(page);
    for (const [i, step] of STEPS.entries()) {
      await goTo(page, step);
      if (step === "consolidate") await consolidate(page);
      if (step === "export") await page.getByText("Đang mở bản xem trước").waitFor({ state: "hidden", timeout: 60_000 });
      await page.evaluate(() => window.scrollTo(0, 0));
      if (steps.includes(step)) await take(`${String(i + 1)}-${step}`);
    }
  } finally {
    await served.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
await picturesAt(1280, 900, STEPS, "");
await picturesAt(350, 760, ["check"], "-hep");
