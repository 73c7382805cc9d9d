import assert from "node:assert/strict";
import { finding } from "../../../src/core/finding.js";
import { orderFindings } from "../../../src/core/round/finding-order.js";

describe("finding-order", () => {
  it("puts errors before warnings before notes, causes before consequences, and keeps the order of equals", () => {
    const given = [
      finding("figure/text-number", "note", { field: "a_a" }),
      finding("target/explanation-missing", "warning", { field: "b_b" }),
      finding("rule/broken", "error", { field: "c_c" }),
      finding("figure/blank", "error", { field: "d_d" }),
      finding("figure/fraction", "error", { field: "e_e" }),
      finding("form/row-missing", "error", { field: "f_f" }),
    ];
    assert.deepEqual(
      orderFindings(given).map((f) => f.field),
      ["f_f", "d_d", "e_e", "c_c", "b_b", "a_a"],
    );
  });
});
