import assert from "node:assert/strict";
import { checkSubmission } from "../../../../src/core/submission/checks/index.js";
import type { Submission } from "../../../../src/core/submission/submission.js";
import { sampleUnit } from "../../../helpers/sample-definition.js";
import { smallDefinition } from "../../../helpers/small-form.js";
import { smallSubmission } from "../../../helpers/small-submission.js";

function check(submission: Submission): readonly string[] {
  return checkSubmission(smallDefinition(), sampleUnit(1), submission, null).map((f) => `${f.severity} ${f.code} ${f.field}`);
}

describe("checks", () => {
  it("has nothing to say about a sound submission", () => assert.deepEqual(check(smallSubmission()), []));
  it("puts errors first and causes before what follows from them", () => {
    assert.deepEqual(check(smallSubmission({ tong_dang_vien: 9000, da_hoc_tap: 9001, da_ban_hanh: null })), [
      "error figure/blank da_ban_hanh",
      "error figure/above-max tong_dang_vien",
      "error rule/broken hoc_khong_qua_tong",
    ]);
  });
  it("reports a blank once, not again in every rule and target that needs it", () => {
    assert.deepEqual(check(smallSubmission({ tong_dang_vien: null })), ["error figure/blank tong_dang_vien"]);
  });
});
