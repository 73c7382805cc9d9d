// The buttons on the ribbon. They run the actions of the pane, which is shown when a person has something to read or to choose.
import type { App } from "../ui/app.js";
import type { Step } from "../ui/state.js";
import type { Platform } from "../ui/platform.js";
import { INFO_SHEET } from "../core/control/control-tables.js";
import { inExcel } from "./live-fault.js";
import { can } from "./support.js";

/** Connects the names in manifest.xml with what they do. */
export function connectCommands(app: App, platform: Platform): void {
  const command = (name: string, run: () => Promise<Step | null>): void => {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void run()
        .then((step) => (step === null ? undefined : show(app, step)))
        .finally(() => event.completed());
    });
  };
  command("consolidateReports", () => consolidateNow(app));
  command("checkWorkbook", () => checkThis(app));
  command("exportSummary", () => exportSummary(app, platform));
}

/** Opens the pane at a step. */
async function show(app: App, step: Step): Promise<void> {
  if (app.state().step !== step) app.actions.goTo(step);
  await Office.addin.showAsTaskpane();
}

/** True when the last action ended in a fault that a person has to read. */
function failed(app: App): boolean {
  return app.state().notice?.tone === "bad";
}

async function done(app: App, act: () => void): Promise<boolean> {
  act();
  await app.settled();
  return !failed(app);
}

/** Reads the files chosen before once more and writes the result into this workbook; the step to show when a person is needed. */
async function consolidateNow(app: App): Promise<Step | null> {
  await app.settled();
  const { picked } = app.state();
  if (picked.length === 0) return "consolidate";
  const { actions } = app;
  if (!(await openControlIfHere(app))) return "begin";
  if (!(await done(app, () => actions.check(picked)))) return "check";
  if (!(await done(app, () => actions.consolidate()))) return "consolidate";
  return (await done(app, () => actions.deliver("consolidated", true))) ? null : "consolidate";
}

/** Checks a form or a consolidated workbook; a control workbook is opened, which checks it. */
async function checkThis(app: App): Promise<Step> {
  await app.settled();
  if (await isControl()) {
    await done(app, () => app.actions.openControlHere());
    return "begin";
  }
  await done(app, () => app.actions.checkHere());
  return "check";
}

async function exportSummary(app: App, { engine, workbook }: Platform): Promise<Step> {
  await app.settled();
  if (app.state().consolidation === null && workbook !== null) {
    const { definition } = await engine.useConsolidated(await workbook.read({}));
    if (definition === null) return "export";
  }
  await done(app, () => app.actions.deliver("summary", false));
  return "export";
}

/** Takes the round anew from the open workbook when it holds one, for staff may have changed it; false when it is at fault. */
export async function openControlIfHere(app: App): Promise<boolean> {
  if (await isControl()) return done(app, () => app.actions.openControlHere());
  return app.state().round !== null;
}

/** True when the open workbook has the first sheet of a control workbook. */
async function isControl(): Promise<boolean> {
  if (!can("floor")) return false;
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(INFO_SHEET).load("name");
    await context.sync();
    return !sheet.isNullObject;
  });
}
