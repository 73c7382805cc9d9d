// The line that says how much of a round is in: what was sent, what counts, which files belong to nobody known.
import assert from "node:assert/strict";
import { consolidate } from "../../../src/core/round/consolidation.js";
import type { FileReport } from "../../../src/core/round/file-report.js";
import { finding } from "../../../src/core/finding.js";
import { coverageLine, unknownText } from "../../../src/core/round/coverage-text.js";
import { sampleDefinition } from "../../helpers/sample-definition.js";
import { madeUpFigures, sampleReport } from "../../helpers/sample-round.js";

const definition = sampleDefinition();
const broken = finding("file/unreadable", "error");
const unreadable = (path: string): FileReport =>
  sampleReport("", null, { path, unit: null, period: null, outcome: "rejected", findings: [broken] });
const rejected = (unit: string): FileReport => sampleReport(unit, null, { outcome: "rejected", findings: [broken] });

describe("core/coverage-text", () => {
  it("tells reports that were sent from those that count, and those that were sent back", () => {
    const c = consolidate(definition, ["CS01", "CS02", "CS03"].map(rejected));
    assert.equal(coverageLine(c), "3/3 đơn vị đã gửi · 0 đơn vị có số liệu được cộng · 3 gửi trả");
    assert.equal(coverageLine(c, "en"), "3 of 3 units sent a report · 0 units counted · 3 sent back");
  });

  it("says how many are missing and by when they should come", () => {
    const report = sampleReport("CS01", madeUpFigures(definition, definition.units[0]!, 1));
    const c = consolidate(definition, [report]);
    assert.equal(
      coverageLine({ ...c, definition: { period: { due: "2025-01-10" } } }),
      "1/3 đơn vị đã gửi · 1 đơn vị có số liệu được cộng · 2 chưa gửi · Hạn gửi 10/01/2025",
    );
  });

  it("names files of unknown unit, with the unit that the name hints at, and decides nothing by it", () => {
    const c = consolidate(definition, [
      unreadable("gui/cs02_BC.xlsx"),
      unreadable("CS021.xlsx"),
      unreadable("hop.zip!bao cao.xlsx"),
      sampleReport("", null, { path: "~$a.xlsx", unit: null, outcome: "skipped" }),
    ]);
    const { coverage, units } = c;
    assert.deepEqual(coverage.unknown, [
      { path: "CS021.xlsx", perhaps: null },
      { path: "gui/cs02_BC.xlsx", perhaps: "CS02" },
      { path: "hop.zip!bao cao.xlsx", perhaps: null },
    ]);
    assert.deepEqual([coverage.received, coverage.missing], [0, ["CS01", "CS02", "CS03"]]);
    assert.deepEqual([...new Set(units.map(({ state }) => state))], ["missing"]);
    assert.match(
      coverageLine(c),
      /3 chưa gửi · 3 tệp không đọc được, chưa rõ của đơn vị nào: CS021\.xlsx; cs02_BC\.xlsx \(có thể của CS02\); hop\.zip!bao cao\.xlsx$/u,
    );
    assert.match(coverageLine(c, "en"), /3 unreadable files of unknown unit: .*\(perhaps of CS02\)/u);
  });

  it("takes the longest code that the name begins with, and names three files at most", () => {
    const units = ["CS1", "CS1-A"].map((code) => ({ ...definition.units[0]!, code }));
    const { coverage } = consolidate({ ...definition, units }, [unreadable("CS1-A_bc.xlsx"), unreadable("CS1.xlsx")]);
    assert.deepEqual(
      coverage.unknown.map(({ perhaps }) => perhaps),
      ["CS1-A", "CS1"],
    );
    const many = Array.from({ length: 5 }, (_, i) => ({ path: `${String(i)}.xlsx`, perhaps: null }));
    assert.equal(unknownText(many), "5 tệp không đọc được, chưa rõ của đơn vị nào: 0.xlsx; 1.xlsx; 2.xlsx; và 2 tệp khác");
    assert.equal(unknownText([]), "");
  });
});
