import assert from "node:assert/strict";
import { checkRules } from "../../../../src/core/submission/checks/rules.js";
import type { Rule } from "../../../../src/core/definition/rule.js";
import type { Submission } from "../../../../src/core/submission/submission.js";
import { sampleUnit } from "../../../helpers/sample-definition.js";
import { smallDefinition } from "../../../helpers/small-form.js";
import { smallSubmission } from "../../../helpers/small-submission.js";

const DROP: Rule = {
  id: "bien_dong",
  formula: "tong_dang_vien>=tong_dang_vien_ky_truoc*0.9",
  severity: "warning",
  message: "Tổng số đảng viên giảm trên 10%. Đề nghị giải trình.",
  appliesTo: [],
};

function check(submission: Submission, rules: readonly Rule[] = smallDefinition().rules, before: number | null = null) {
  const previous = before === null ? null : { values: new Map([["tong_dang_vien", before]]), lists: new Map() };
  return checkRules({ definition: { ...smallDefinition(), rules }, unit: sampleUnit(1), submission, previous });
}

describe("checks/rules", () => {
  it("is content when the rules hold", () => {
    assert.deepEqual(check(smallSubmission({ da_hoc_tap: 118 })), []);
    assert.deepEqual(check(smallSubmission(), [DROP], 120), []);
  });
  it("gives the rule's words and the figures it speaks of, at the first of their cells", () => {
    const [finding, ...rest] = check(smallSubmission({ da_hoc_tap: 1200 }));
    assert.equal(rest.length, 0);
    assert.deepEqual([finding!.code, finding!.severity, finding!.field], ["rule/broken", "error", "hoc_khong_qua_tong"]);
    assert.equal(
      finding!.message,
      "Báo cáo!D6: Số đã học tập lớn hơn tổng số đảng viên. Sửa một trong hai số. (Đảng viên đã học tập: 1.200; Tổng số đảng viên: 118)",
    );
  });
  it("warns, or notes what was explained, when the rule only asks", () => {
    const [warning] = check(smallSubmission(), [DROP], 200);
    assert.deepEqual([warning!.code, warning!.severity], ["rule/broken", "warning"]);
    assert.match(warning!.message, /\(Tổng số đảng viên: 118; Tổng số đảng viên kỳ trước: 200\)$/u);
    const explained = smallSubmission({}, { explanations: new Map([["bien_dong", "Tách chi bộ"]]) });
    const [note] = check(explained, [DROP], 200);
    assert.deepEqual([note!.code, note!.severity, note!.found], ["rule/explained", "note", "Tách chi bộ"]);
  });
  it("does not let an explanation excuse an error", () => {
    const explained = smallSubmission({ da_hoc_tap: 200 }, { explanations: new Map([["hoc_khong_qua_tong", "Nhầm"]]) });
    assert.deepEqual(
      check(explained).map((f) => f.severity),
      ["error"],
    );
  });
  it("says nothing when a figure that a rule needs is blank or unknown, or the rule is not for the unit", () => {
    assert.deepEqual(check(smallSubmission({ tong_dang_vien: null, da_hoc_tap: 9 })), []);
    assert.deepEqual(check(smallSubmission(), [DROP]), []);
    assert.deepEqual(check(smallSubmission(), [{ ...DROP, appliesTo: ["chi bộ cơ sở"] }], 200), []);
  });
});
