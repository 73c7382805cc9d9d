import assert from "node:assert/strict";
import { checkRequired } from "../../../../src/core/submission/checks/required.js";
import type { Submission } from "../../../../src/core/submission/submission.js";
import { sampleUnit } from "../../../helpers/sample-definition.js";
import { smallDefinition } from "../../../helpers/small-form.js";
import { smallSubmission } from "../../../helpers/small-submission.js";

function check(submission: Submission, definition = smallDefinition()) {
  return checkRequired({ definition, unit: sampleUnit(1), submission, previous: null });
}

describe("checks/required", () => {
  it("is content when every required figure is there, zero included", () => {
    assert.deepEqual(check(smallSubmission({ da_hoc_tap: 0 })), []);
  });
  it("names a required figure that is blank, its cell and what to do", () => {
    const [finding, ...rest] = check(smallSubmission({ da_hoc_tap: null }));
    assert.equal(rest.length, 0);
    assert.deepEqual(
      [finding!.code, finding!.severity, finding!.field, finding!.cell],
      ["figure/blank", "error", "da_hoc_tap", "D6"],
    );
    assert.equal(finding!.message, "Báo cáo!D6: “Đảng viên đã học tập” còn trống. Ghi số liệu; nếu không có thì ghi 0.");
    assert.match(check(smallSubmission({ da_ban_hanh: null }))[0]!.message, /còn trống\. Điền vào ô này\.$/u);
  });
  it("says nothing about what could not be read, is not required or is not asked of the unit", () => {
    assert.deepEqual(check(smallSubmission({ da_hoc_tap: null }, { unreadable: new Set(["da_hoc_tap"]) })), []);
    const definition = smallDefinition();
    const fields = definition.fields.map((f) =>
      f.id === "da_hoc_tap" ? { ...f, required: false } : { ...f, appliesTo: ["chi bộ cơ sở"] },
    );
    assert.deepEqual(check(smallSubmission({ da_hoc_tap: null, tong_dang_vien: null }), { ...definition, fields }), []);
  });
});
