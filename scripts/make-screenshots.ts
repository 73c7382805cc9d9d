// Pictures of every step of the page and of the narrow pane width for docs/huong-dan.md, taken from the built page with the demonstration round.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { consolidate, goTo, openDemo, STEPS } from "../test/browser/steps.js";
import { servePage } from "../test/helpers/served-page.js";

const FOLDER = path.join(import.meta.dirname, "../docs/pictures");

async function picturesAt(width: number, height: number, ending: string): Promise<void> {
  const served = await servePage();
  try {
    const { page } = await served.open({ width, height });
    await page.screenshot({ path: path.join(FOLDER, `trang-0-bat-dau${ending}.png`) });
    await openDemo(page);
    for (const [i, step] of STEPS.entries()) {
      await goTo(page, step);
      if (step === "consolidate") await consolidate(page);
      if (step === "export") await page.getByText("Đang mở bản xem trước").waitFor({ state: "hidden", timeout: 60_000 });
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.screenshot({ path: path.join(FOLDER, `trang-${String(i + 1)}-${step}${ending}.png`) });
    }
  } finally {
    await served.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
await picturesAt(1280, 900, "");
await picturesAt(350, 760, "-hep");
