import assert from "node:assert/strict";
import { lostReport } from "../../src/workflow.js";

describe("a file whose reading was broken off", () => {
  it("is rejected with the reason, under its path", () => {
    const { path, outcome, findings } = lostReport("nộp/nặng.xlsx");
    assert.deepEqual(
      { path, outcome, codes: findings.map(({ code }) => code) },
      { path: "nộp/nặng.xlsx", outcome: "rejected", codes: ["file/reading-stopped"] },
    );
  });
});
