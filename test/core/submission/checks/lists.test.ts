import assert from "node:assert/strict";
import { checkLists } from "../../../../src/core/submission/checks/lists.js";
import type { ListRow } from "../../../../src/core/figure/figures.js";
import type { Submission } from "../../../../src/core/submission/submission.js";
import { sampleUnit } from "../../../helpers/sample-definition.js";
import { smallDefinition } from "../../../helpers/small-form.js";
import { smallSubmission } from "../../../helpers/small-submission.js";

function check(rows: readonly ListRow[], more: Partial<Submission> = {}) {
  const figures = { ...smallSubmission().figures, lists: new Map([["mo_hinh", rows]]) };
  const places = new Map([["mo_hinh[1].so_nguoi", { sheet: "Mô hình", cell: "C4" }]]);
  const submission = smallSubmission({}, { figures, places, ...more });
  return checkLists({ definition: smallDefinition(), unit: sampleUnit(1), submission, previous: null });
}

const row = (ten: string | null, people: number | null): ListRow =>
  new Map<string, string | number | null>([
    ["ten", ten],
    ["so_nguoi", people],
  ]);

describe("checks/lists", () => {
  it("is content with full rows and with no rows", () => {
    assert.deepEqual(check([]), []);
    assert.deepEqual(check([row("Chợ không rác", 12), row("Đường hoa", 0)]), []);
  });
  it("names the row and the column that is blank or out of bounds", () => {
    const [blank] = check([row("Chợ không rác", 12), row("Đường hoa", null)]);
    assert.deepEqual(
      [blank!.code, blank!.severity, blank!.field, blank!.cell],
      ["list/column-blank", "error", "mo_hinh_so_nguoi", "C4"],
    );
    assert.equal(blank!.message, "Mô hình!C4: “Mô hình mới”, dòng 2: còn trống ô “Số người”. Điền đủ, hoặc xóa cả dòng.");
    assert.deepEqual(
      check([row("Chợ không rác", 1000)]).map((f) => [f.code, f.found, f.expected]),
      [["figure/above-max", 1000, 900]],
    );
  });
  it("says nothing about a cell that could not be read", () => {
    assert.deepEqual(check([row("Chợ không rác", null)], { unreadable: new Set(["mo_hinh[0].so_nguoi"]) }), []);
  });
});
