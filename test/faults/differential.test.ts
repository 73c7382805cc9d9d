// What we write, read by us (both codecs), SheetJS and exceljs: every cell alike but for differences that have a name.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { nodeHost } from "../../src/cli/host.js";
import { consolidate, consolidatedWorkbook, readReport } from "../../src/workflow.js";
import { OTHERS, ourReading, type Other } from "../helpers/book-views.js";
import { compareViews } from "../helpers/compare-views.js";
import { filledRound, TEMPLATES } from "../helpers/filled-round.js";

/** Those that may occur in workbooks of ours. */
const OURS: Readonly<Record<Other, readonly string[]>> = {
  SheetJS: ["formula-without-result"],
  exceljs: ["dropped-result", "escape-in-text-cell"],
};

/** Number of cells compared with each reader. */
async function compareAll(bytes: Uint8Array): Promise<number> {
  const { view, same } = ourReading(bytes);
  assert.ok(view !== null && same);
  let compared = 0;
  for (const who of Object.keys(OTHERS) as Other[]) {
    const { cells, named, unexplained } = compareViews(view, await OTHERS[who](bytes), who);
    assert.deepEqual(
      unexplained.map(({ sheet, cell, ours, theirs }) => ({ who, sheet, cell, ours, theirs })),
      [],
    );
    assert.deepEqual(
      [...named.keys()].filter((name) => !OURS[who].includes(name)),
      [],
      `${who} differs`,
    );
    compared += cells;
  }
  return compared;
}

describe("differential reading", function () {
  this.timeout(120_000);
  for (const file of readdirSync(TEMPLATES).filter((name) => name.endsWith(".json"))) {
    it(`sees what exceljs and SheetJS see in the filled forms and books of ${file}`, async () => {
      const made = await filledRound(file.replace(".json", ""), 4);
      let compared = await compareAll(made.control);
      for (const form of made.forms) compared += await compareAll(form.bytes);
      const reports = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
      compared += await compareAll(
        await consolidatedWorkbook(consolidate(made.round.definition, reports), undefined, () => null, nodeHost),
      );
      assert.ok(compared > 2000);
    });
  }
});
