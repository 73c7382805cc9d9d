import assert from "node:assert/strict";
import { nodeHost } from "../../src/cli/host.js";
import { counts, type FileReport } from "../../src/core/round/file-report.js";
import { consolidate, consolidatedWorkbook, readReport, unfold } from "../../src/workflow.js";
import { partsOf } from "../helpers/edit-form.js";
import { filledRound, type FilledRound } from "../helpers/filled-round.js";
import { victimOf } from "./fault.js";
import { FAULTS } from "./faults.js";

const UNITS = 1000;

/** Bytes of every unit's row on the sheet Tổng hợp, by unit code. */
async function rowsOf({ round }: FilledRound, reports: readonly FileReport[]): Promise<Map<string, string>> {
  const bytes = await consolidatedWorkbook(consolidate(round.definition, reports), undefined, () => null, nodeHost);
  const xml = Buffer.from(partsOf(bytes).get("xl/worksheets/sheet1.xml")!).toString("utf8");
  const rows = [...xml.matchAll(/<row [^>]*>.*?<\/row>/gsu)].map(([row]) => row);
  return new Map(rows.flatMap((row) => [...row.matchAll(/\bDV\d{4}\b/gu)].slice(0, 1).map(([code]) => [code, row])));
}

describe("one bad file of each kind among a thousand", function () {
  this.timeout(300_000);

  it("leaves the bytes of all other units' rows as they are in a run without the bad files", async () => {
    const made = await filledRound("nq-20-duk-2024", UNITS);
    const read = (path: string, bytes: Uint8Array): FileReport[] =>
      unfold({ path, bytes }, nodeHost).map((source) => readReport(source, made.round, nodeHost));
    const step = Math.floor((UNITS - 1) / FAULTS.length);
    const spoiled = new Map(FAULTS.map((fault, i) => [i * step, fault]));
    const other = made.forms.at(-1)!;
    const spared: FileReport[] = [];
    const bad: FileReport[] = [];
    made.forms.forEach(({ name, bytes }, i) => {
      const fault = spoiled.get(i);
      if (fault === undefined) spared.push(...read(name, bytes));
      else bad.push(...read(name, fault.make(victimOf(made, i, other))));
    });
    const without = await rowsOf(made, spared);
    const withAll = await rowsOf(made, [...spared, ...bad]);
    const touched = new Set([...[...spoiled.keys()].map((i) => made.forms[i]!.unit.code), other.unit.code]);
    const others = made.forms.map(({ unit }) => unit.code).filter((code) => !touched.has(code));
    assert.ok(others.length > UNITS - FAULTS.length - 2);
    assert.ok(bad.filter((report) => !counts(report.outcome)).length > FAULTS.length / 2);
    for (const code of others) {
      assert.ok(withAll.has(code));
      assert.equal(withAll.get(code), without.get(code), code);
    }
  });
});
