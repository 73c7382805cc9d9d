// One of our workbooks in the place of another: said in one sentence, what it is and what is wanted.
import assert from "node:assert/strict";
import {
  consolidate,
  consolidatedWorkbook,
  controlWorkbook,
  makeForms,
  openConsolidated,
  openControl,
  openRound,
  readReport,
} from "../../src/workflow.js";
import type { Finding } from "../../src/core/finding.js";
import { finding } from "../../src/core/finding.js";
import { anyHost } from "../../src/workflow/any-host.js";
import { kindOfWorkbook } from "../../src/workflow/own-workbook.js";
import type { OwnWorkbook } from "../../src/workflow/own-workbook.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

const definition = sampleDefinition();
const round = openRound(definition);

async function books(): Promise<Readonly<Record<OwnWorkbook, Uint8Array>>> {
  const forms = [];
  for await (const form of makeForms(round, anyHost)) forms.push(form.bytes);
  return {
    control: await controlWorkbook(definition),
    form: forms[0]!,
    consolidated: await consolidatedWorkbook(consolidate(definition, [])),
  };
}

describe("workflow/own-workbook", function () {
  this.timeout(60_000);
  let made: Awaited<ReturnType<typeof books>>;
  before(async () => {
    made = await books();
  });

  const said = (findings: readonly Finding[]) => findings.map(({ code, found, expected }) => [code, found, expected]);

  it("tells our workbooks apart, and any other from them", () => {
    for (const kind of ["control", "form", "consolidated"] as const)
      assert.equal(kindOfWorkbook(readWorkbook(made[kind], anyHost.codec).workbook!), kind);
    const { workbook } = readWorkbook(made.control, anyHost.codec);
    assert.equal(kindOfWorkbook({ ...workbook!, sheets: workbook!.sheets.slice(1) }), null);
  });

  it("says what was given and what is wanted, wherever a workbook is opened", () => {
    assert.deepEqual(said(openControl(made.form, anyHost).findings), [["file/other-workbook", "form", "control"]]);
    assert.deepEqual(said(openControl(made.consolidated, anyHost).findings), [
      ["file/other-workbook", "consolidated", "control"],
    ]);
    assert.deepEqual(said(openConsolidated(made.form, anyHost).findings), [["file/other-workbook", "form", "consolidated"]]);
    assert.deepEqual(said(openConsolidated(made.control, anyHost).findings), [
      ["file/other-workbook", "control", "consolidated"],
    ]);
    for (const kind of ["control", "consolidated"] as const) {
      const report = readReport({ path: "a.xlsx", bytes: made[kind] }, round, anyHost);
      assert.deepEqual([report.outcome, ...said(report.findings)], ["rejected", ["file/other-workbook", kind, "form"]]);
    }
    assert.match(
      finding("file/other-workbook", "error", { found: "form", expected: "control" }).message,
      /^Đây là biểu mẫu báo cáo của một đơn vị; ở đây cần sổ tổng hợp \(.*\)\. Chọn đúng tệp\.$/u,
    );
  });
});
