// The buttons on the ribbon. They run the actions of the pane, which is shown when a person has something to read or to choose.
import type { App } from "../ui/app.js";
import type { Step } from "../ui/state.js";
import type { Platform } from "../ui/platform.js";
import { FIELD_TABLE, INFO_SHEET, TARGET_TABLE, UNIT_TABLE } from "../core/control/control-tables.js";
import { HIDDEN_SHEET } from "../core/submission/form-layout.js";
import { CONSOLIDATED_MARK } from "../sheets/consolidated-hidden.js";
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

/** Checks a form; a control workbook or a consolidated one is opened, which checks it. */
async function checkThis(app: App): Promise<Step> {
  await app.settled();
  if (await holdsRound()) {
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
  if (await holdsRound()) return done(app, () => app.actions.openControlHere());
  return app.state().round !== null;
}

/** True when the open workbook is a control workbook or was consolidated: it has two sheets of the one, or the mark of the other. */
async function holdsRound(): Promise<boolean> {
  if (!can("floor")) return false;
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const [info, ...tables] = [INFO_SHEET, TARGET_TABLE.sheet, FIELD_TABLE.sheet, UNIT_TABLE.sheet].map((name) =>
      worksheets.getItemOrNullObject(name).load("name"),
    );
    const hidden = worksheets.getItemOrNullObject(HIDDEN_SHEET).load("name");
    await context.sync();
    if (info?.isNullObject === false && tables.some(({ isNullObject }) => !isNullObject)) return true;
    if (hidden.isNullObject) return false;
    const first = hidden.getRange("A1").load("values");
    await context.sync();
    return first.values[0]![0] === CONSOLIDATED_MARK;
  });
}
