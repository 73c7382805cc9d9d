// Carries out what a person does: asks the engine, changes the state, says how it ended.
import type { Actions } from "./actions.js";
import type { Desk } from "./app.js";
import { beginActions } from "./begin-actions.js";
import { reportActions } from "./report-actions.js";
import { wordsIn } from "./words.js";
import type { Words } from "./words.js";

export function actionsFor(desk: Desk): Actions {
  return {
    goTo: (step) => desk.change({ step, notice: null }, true),
    setLanguage: (language) => desk.setLanguage(language),
    cancel: () => desk.cancel(),
    dismiss: () => desk.change({ notice: null }),
    showCell: (sheet, cell) => {
      const { workbook } = desk.platform;
      if (workbook === null) return;
      void workbook.goTo(sheet, cell).catch((error: unknown) => {
        desk.notify("bad", error instanceof Error ? error.message : String(error));
      });
    },
    ...beginActions(desk),
    ...reportActions(desk),
  };
}

/** The words of the moment. */
export function wordsOf(desk: Desk): Words {
  return wordsIn(desk.state().language);
}
