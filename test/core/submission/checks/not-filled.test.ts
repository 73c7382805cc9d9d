import assert from "node:assert/strict";
import { checkNotFilled } from "../../../../src/core/submission/checks/not-filled.js";
import { checkSubmission } from "../../../../src/core/submission/checks/index.js";
import type { Submission } from "../../../../src/core/submission/submission.js";
import { sampleUnit } from "../../../helpers/sample-definition.js";
import { smallDefinition } from "../../../helpers/small-form.js";
import { smallSubmission } from "../../../helpers/small-submission.js";

const BLANK = { tong_dang_vien: null, da_hoc_tap: null, da_ban_hanh: null };

function check(submission: Submission, definition = smallDefinition()) {
  return checkNotFilled({ definition, unit: sampleUnit(1), submission, previous: null });
}

describe("checks/not-filled", () => {
  it("is content when at least one required figure is there", () => {
    assert.deepEqual(check(smallSubmission()), []);
    assert.deepEqual(check(smallSubmission({ ...BLANK, da_hoc_tap: 0 })), []);
  });
  it("says once that the form is not filled in, instead of naming every blank cell", () => {
    const [found, ...rest] = check(smallSubmission(BLANK));
    assert.deepEqual(rest, []);
    assert.deepEqual([found!.code, found!.severity, found!.unit, found!.found], ["form/not-filled", "error", "CS01", 3]);
    assert.equal(
      found!.message,
      "Biểu mẫu chưa điền: cả 3 số liệu bắt buộc còn trống. Điền số liệu, không có thì ghi 0, rồi gửi lại.",
    );
    assert.deepEqual(
      checkSubmission(smallDefinition(), sampleUnit(1), smallSubmission(BLANK), null).map(({ code }) => code),
      ["form/not-filled"],
    );
  });
  it("leaves a form with something that cannot be read, or with a single required figure, to the other checks", () => {
    assert.deepEqual(check(smallSubmission(BLANK, { unreadable: new Set(["da_hoc_tap"]) })), []);
    const definition = smallDefinition();
    const fields = definition.fields.map((field) => ({ ...field, required: field.id === "da_hoc_tap" }));
    assert.deepEqual(check(smallSubmission(BLANK), { ...definition, fields }), []);
  });
});
