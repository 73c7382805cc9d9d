// Files that systems leave beside workbooks are named and passed over, on disk and inside a zip.
import assert from "node:assert/strict";
import { strToU8, zipSync } from "fflate";
import { nodeHost } from "../../src/cli/host.js";
import { readReport, unfold } from "../../src/workflow.js";

function outcomes(path: string, bytes: Uint8Array): (readonly [string, string, readonly string[]])[] {
  return unfold({ path, bytes }, nodeHost)
    .map((file) => readReport(file, null, nodeHost))
    .map((report) => [report.path, report.outcome, report.findings.map((one) => one.code)]);
}

describe("reading what was handed in", () => {
  it("skips lock files and folder settings with a note", () => {
    assert.deepEqual(outcomes("da-nop/~$DV01.xlsx", new Uint8Array(165)), [["da-nop/~$DV01.xlsx", "skipped", ["file/litter"]]]);
    assert.deepEqual(outcomes("da-nop/Thumbs.db", new Uint8Array(9)), [["da-nop/Thumbs.db", "skipped", ["file/litter"]]]);
  });

  it("skips them inside a zip and reads the rest", () => {
    const zip = zipSync({ "DV01.xlsx": strToU8("Mã;Tên"), "__MACOSX/._DV01.xlsx": strToU8("x") });
    const read = outcomes("da-nop.zip", zip);
    assert.deepEqual(
      read.filter(([, outcome]) => outcome === "skipped"),
      [["da-nop.zip!__MACOSX/._DV01.xlsx", "skipped", ["file/litter"]]],
    );
    assert.deepEqual(
      read.filter(([, outcome]) => outcome !== "skipped").map(([path, outcome]) => [path, outcome]),
      [["da-nop.zip!DV01.xlsx", "rejected"]],
    );
  });
});
