// What happens in steps 3 to 5: reports are checked, consolidated and summed up.
import type { Actions } from "./actions.js";
import type { Desk } from "./app.js";
import { deliverFile, writeHere } from "./deliver.js";
import type { PickedFile } from "./engine.js";
import { wordsIn } from "./words.js";

type ReportActions = Pick<Actions, "check" | "checkHere" | "useNotes" | "consolidate" | "openConsolidated" | "deliver">;

export function reportActions(desk: Desk): ReportActions {
  const { engine, workbook } = desk.platform;
  const words = () => wordsIn(desk.state().language);
  return {
    check: (files) =>
      files.length === 0
        ? desk.notify("plain", words().check.noFiles)
        : desk.run(words().check.reading, (signal, progress) => checkFiles(desk, files, signal, progress)),
    checkHere: () => {
      if (workbook === null) return;
      desk.run(words().check.reading, async (signal, progress) => {
        const brief = await engine.checkOpen(await workbook.read({ signal, progress }), await workbook.name());
        desk.change({ checked: { brief, open: true }, step: "check" });
        focusLine("check-line");
      });
    },
    useNotes: ([file]) => {
      if (file === undefined) return;
      desk.run(words().opening, async () => {
        const { definition, findings, notes } = await engine.useNotes(file);
        if (definition === null) return desk.notify("bad", words().export.notOpened, findings);
        desk.change({ notesFrom: words().consolidate.notesFrom(file.path, notes) });
      });
    },
    consolidate: () => desk.run(words().consolidate.running, () => consolidateNow(desk)),
    openConsolidated: ([file]) => {
      if (file === undefined) return;
      desk.run(words().opening, async () => {
        const brief = await engine.useConsolidated(file);
        if (brief.definition === null) return desk.notify("bad", words().export.notOpened, brief.findings);
        desk.change({ opened: { ...brief, name: file.path } });
        if (brief.findings.length > 0) desk.notify("plain", words().export.from(file.path), brief.findings);
      });
    },
    deliver: (product, here) =>
      desk.run(here ? words().consolidate.writing : words().printing, async (signal, progress) => {
        if (here) await writeHere(desk, product, { signal, progress });
        else await deliverFile(desk, await engine.print(product));
      }),
  };
}

async function checkFiles(
  desk: Desk,
  files: readonly PickedFile[],
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<void> {
  progress(0, files.length);
  const brief = await desk.platform.engine.check(files, { signal, progress });
  desk.change({ checked: { brief, open: false }, picked: files, consolidation: null });
  focusLine(desk.state().step === "check" ? "check-line" : "sources-line");
}

async function consolidateNow(desk: Desk): Promise<void> {
  const { engine } = desk.platform;
  const consolidation = await engine.consolidate();
  await engine.useConsolidated(null);
  desk.change({ consolidation, opened: null });
  focusLine("consolidate-line");
}

/** Moves to the line that says how it ended, so that it is read first. */
function focusLine(id: string): void {
  const line = document.getElementById(id);
  if (line === null) return;
  line.tabIndex = -1;
  line.focus();
}
