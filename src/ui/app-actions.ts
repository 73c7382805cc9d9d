// Carries out what a person does: asks the engine, changes the state, says how it ended.
import type { Actions } from "./actions.js";
import type { Desk } from "./app.js";
import { beginActions } from "./begin-actions.js";
import { reportActions } from "./report-actions.js";
import { targetsActions } from "./targets-actions.js";

export function actionsFor(desk: Desk): Actions {
  return {
    goTo: (step) => desk.change({ step, notice: null }, true),
    setLanguage: (language) => desk.setLanguage(language),
    cancel: () => desk.cancel(),
    dismiss: () => desk.dismiss(),
    showCell: (sheet, cell) => {
      const { workbook } = desk.platform;
      if (workbook === null) return;
      void workbook.goTo(sheet, cell).catch((error: unknown) => {
        desk.notify("bad", error instanceof Error ? error.message : String(error));
      });
    },
    ...beginActions(desk),
    ...targetsActions(desk),
    ...reportActions(desk),
  };
}
