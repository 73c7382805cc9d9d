// Hands over what was made: as a file, or into the open workbook.
import type { RoundDefinition } from "../core/definition/definition.js";
import { reference } from "../core/definition/resolution.js";
import type { Desk } from "./app.js";
import type { Job, MadeFile, Product } from "./engine.js";
import { ShownFault } from "./platform.js";
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
  const words = wordsIn(desk.state().language);
  if (product === "consolidated") {
    const { definition } = await engine.useNotes(await workbook.read(job), desk.state().halfWritten);
    const other = otherRound(definition, desk.state().round);
    if (other !== null) return desk.notify("bad", words.consolidate.otherRound(other));
  }
  const remark = await workbook.write(await engine.book(product), job).catch((error: unknown) => {
    if (error instanceof ShownFault && error.halfWritten) desk.keep({ halfWritten: true });
    throw error;
  });
  desk.keep({ halfWritten: false });
  if (product === "control") desk.change({ inOpenWorkbook: true });
  desk.notify("good", [words.writtenHere, ...(remark === null ? [] : [remark])].join(" "));
}

/** The round whose result stands in the open workbook, when it is another one than is to be written. */
function otherRound(there: RoundDefinition | null, wanted: RoundDefinition | null): string | null {
  if (there === null || wanted === null) return null;
  if (there.id === wanted.id && there.period.id === wanted.period.id) return null;
  return `${there.period.label}, ${reference(there.resolution)}`;
}
