import assert from "node:assert/strict";
import { checkExplanations } from "../../../../src/core/submission/checks/explanations.js";
import type { Scope } from "../../../../src/core/definition/target.js";
import type { Submission } from "../../../../src/core/submission/submission.js";
import { sampleUnit } from "../../../helpers/sample-definition.js";
import { smallDefinition } from "../../../helpers/small-form.js";
import { smallSubmission } from "../../../helpers/small-submission.js";

function check(submission: Submission, scope: Scope = "each") {
  const definition = smallDefinition();
  const targets = definition.targets.map((target) => ({ ...target, scope }));
  return checkExplanations({ definition: { ...definition, targets }, unit: sampleUnit(1), submission, previous: null });
}

describe("checks/explanations", () => {
  it("is content when targets are met, or missed and explained", () => {
    assert.deepEqual(check(smallSubmission()), []);
    assert.deepEqual(
      check(smallSubmission({ da_hoc_tap: 100 }, { explanations: new Map([["hoc_nghi_quyet", "Do mưa lũ"]]) })),
      [],
    );
  });
  it("asks why a target is missed, and says by how much", () => {
    for (const scope of ["each", "both"] as const) {
      const [finding, ...rest] = check(smallSubmission({ da_hoc_tap: 100 }), scope);
      assert.equal(rest.length, 0);
      assert.deepEqual([finding!.code, finding!.severity, finding!.cell], ["target/explanation-missing", "warning", "F8"]);
      assert.deepEqual([finding!.data["gap"], finding!.expected], [13, 95]);
      assert.equal(
        finding!.message,
        "Báo cáo!F8: chưa đạt chỉ tiêu “Học nghị quyết”, còn thiếu 13 người. Ghi nguyên nhân và hướng khắc phục vào ô Giải trình.",
      );
    }
  });
  it("says nothing when it cannot be told, or when the target is for all units together", () => {
    assert.deepEqual(check(smallSubmission({ da_hoc_tap: null })), []);
    assert.deepEqual(check(smallSubmission({ da_hoc_tap: 100 }), "total"), []);
  });
});
