// Hands over what was made: as a file, or into the open workbook.
import type { Desk } from "./app.js";
import type { Job, MadeFile, Product } from "./engine.js";
import { wordsIn } from "./words.js";

/** Saves a file and says where it went. */
export async function deliverFile(desk: Desk, file: MadeFile): Promise<void> {
  const words = wordsIn(desk.state().language);
  switch (await desk.platform.save(file)) {
    case "offered":
      return desk.notify("good", words.saved(file.name));
    case "opened":
      return desk.notify("good", words.openedInHost(file.name));
    case "cancelled":
      return desk.notify("plain", words.saveCancelled);
  }
}

/** Writes a workbook into the open one; notes that staff wrote there are taken over first. */
export async function writeHere(desk: Desk, product: Product, job: Job): Promise<void> {
  const { engine, workbook } = desk.platform;
  if (workbook === null) return;
  if (product === "consolidated") await engine.useNotes(await workbook.read(job));
  await workbook.write(await engine.book(product), job);
  if (product === "control") desk.change({ inOpenWorkbook: true });
  desk.notify("good", wordsIn(desk.state().language).writtenHere);
}
