import assert from "node:assert/strict";
import { madeUpFigures } from "../../src/core/made-up/figures.js";
import { fillForm, makeForms, openRound, readReport } from "../../src/workflow.js";
import type { Host, MadeForm } from "../../src/workflow.js";
import { anyHost } from "../../src/workflow/any-host.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

const host: Host = anyHost;
const round = openRound(sampleDefinition());

async function forms(): Promise<MadeForm[]> {
  const made: MadeForm[] = [];
  for await (const form of makeForms(round, host)) made.push(form);
  return made;
}

/** The first unit's form, filled in with sound made-up figures. */
async function filledForm(): Promise<Uint8Array> {
  const [form] = await forms();
  const figures = madeUpFigures(round.definition, form!.unit, 3);
  return fillForm(form!.bytes, round, { unit: form!.unit.code, submissionNumber: 2, figures, explanations: new Map() }, host);
}

describe("reading one returned file", () => {
  it("gives back the figures that were filled in", async () => {
    const bytes = await filledForm();
    const report = readReport({ path: "a.xlsx", bytes }, round, host);
    const [unit] = round.definition.units;
    const figures = madeUpFigures(round.definition, unit!, 3);
    assert.deepEqual(
      report.findings.filter((f) => f.severity === "error"),
      [],
    );
    assert.equal(report.submissionNumber, 2);
    assert.deepEqual(new Map([...report.submission!.figures.values].sort()), new Map([...figures.values].sort()));
  });

  it("says the same of a form with and without the control workbook", async () => {
    const file = { path: "a.xlsx", bytes: await filledForm() };
    assert.deepEqual(readReport(file, null, host), readReport(file, round, host));
  });

  it("names an older definition when the rules have changed since", async () => {
    const changed = openRound({
      ...round.definition,
      targets: round.definition.targets.map((t) => ({ ...t, value: t.value + 1 })),
    });
    const report = readReport({ path: "a.xlsx", bytes: await filledForm() }, changed, host);
    assert.equal(report.outcome, "rejected");
    assert.equal(report.findings[0]!.code, "form/older-version");
  });

  it("takes a form sent before the last day was moved", async () => {
    const later = openRound({ ...round.definition, period: { ...round.definition.period, due: "2030-01-01" } });
    const file = { path: "a.xlsx", bytes: await filledForm() };
    assert.deepEqual(readReport(file, later, host), readReport(file, round, host));
  });

  it("rejects a form whose own definition is damaged, when nothing else tells what it asks", async () => {
    const [form] = await forms();
    const { prepareStamp, stamp } = await import("../../src/xlsx/stamp.js");
    const { readWorkbook } = await import("../../src/xlsx/read-workbook.js");
    const { HIDDEN_SHEET } = await import("../../src/core/submission/form-layout.js");
    const hidden = readWorkbook(form!.bytes, host.codec).workbook!.sheets.find((sheet) => sheet.name === HIDDEN_SHEET)!;
    const rows = [...hidden.cells].flatMap(([key, cell]) =>
      cell.value.kind === "text" && cell.value.text === "definition" ? [Math.floor(key / 16384)] : [],
    );
    const places = [{ sheet: HIDDEN_SHEET, row: rows[0]!, column: 2 }];
    const bytes = stamp(prepareStamp(form!.bytes, places, host.codec), ["{"]);
    const report = readReport({ path: "a.xlsx", bytes }, null, host);
    assert.equal(report.outcome, "rejected");
    assert.equal(report.findings[0]!.code, "definition/not-json");
  });

  it("passes over the litter of systems", () => {
    const report = readReport({ path: "~$a.xlsx", bytes: new Uint8Array(3), litter: true }, round, host);
    assert.deepEqual([report.outcome, report.findings.map((f) => f.code)], ["skipped", ["file/litter"]]);
  });
});
