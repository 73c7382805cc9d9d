// Figures of the period before that are of another year: said on stderr, for cumulative figures begin again each January.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { periodOf } from "../../src/core/definition/period.js";
import { consolidate, consolidatedWorkbook, controlWorkbook } from "../../src/workflow.js";
import { build, removeFolder, temporaryFolder, tonghop } from "../helpers/command-line.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

const of = (period: string) => sampleDefinition({ period: periodOf(period)! });

describe("cli --previous", function () {
  this.timeout(60_000);
  let cwd: string;
  before(async () => {
    build();
    cwd = temporaryFolder();
    writeFileSync(path.join(cwd, "so.xlsx"), await controlWorkbook(of("2024-H1")));
    for (const period of ["2023", "2024-Q1"])
      writeFileSync(path.join(cwd, `${period}.xlsx`), await consolidatedWorkbook(consolidate(of(period), [])));
  });
  after(() => removeFolder(cwd));

  const forms = (previous: string, ...more: readonly string[]) =>
    tonghop(cwd, ["forms", "so.xlsx", "--previous", previous, "--out", `${previous}.zip`, ...more]);

  it("warns when the period before is of another year, in both languages", () => {
    const { status, stderr } = forms("2023.xlsx");
    assert.equal(status, 0, stderr);
    assert.match(stderr, /“2023\.xlsx” là số liệu năm 2023, khác năm với kỳ này .*lũy kế.*tháng 1/u);
    assert.match(forms("2023.xlsx", "--lang", "en").stderr, /cumulative figures begin again each January/u);
  });

  it("says nothing within one year", () => {
    assert.doesNotMatch(forms("2024-Q1.xlsx").stderr, /lũy kế/u);
  });
});
