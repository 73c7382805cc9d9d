import assert from "node:assert/strict";
import { checkRange } from "../../../../src/core/submission/checks/range.js";
import type { FigureValue } from "../../../../src/core/figure/figures.js";
import { sampleUnit } from "../../../helpers/sample-definition.js";
import { smallDefinition } from "../../../helpers/small-form.js";
import { smallSubmission } from "../../../helpers/small-submission.js";

function check(total: FigureValue) {
  const form = {
    definition: smallDefinition(),
    unit: sampleUnit(1),
    submission: smallSubmission({ tong_dang_vien: total }),
    previous: null,
  };
  return checkRange(form).map((f) => [f.code, f.severity, f.cell, f.found, f.expected]);
}

describe("checks/range", () => {
  it("is content from the least to the most", () => {
    assert.deepEqual([1, 118, 5000].flatMap(check), []);
  });
  it("names the bound that a figure breaks", () => {
    assert.deepEqual(check(0), [["figure/below-min", "error", "D5", 0, 1]]);
    assert.deepEqual(check(5001), [["figure/above-max", "error", "D5", 5001, 5000]]);
  });
  it("says nothing about a blank", () => {
    assert.deepEqual(check(null), []);
  });
});
