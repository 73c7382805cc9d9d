// The fingerprint of a definition: what leaves it alone and what changes it.
import assert from "node:assert/strict";
import { readDefinition, writeDefinition } from "../../../src/core/definition/definition-json.js";
import type { Definition } from "../../../src/core/definition/definition.js";
import { definitionFingerprint } from "../../../src/core/definition/fingerprint.js";

const sample: Definition = readDefinition({
  id: "mau_thu",
  resolution: { kind: "nghị quyết", number: "01", abstract: "thử" },
  form: { symbol: "BC-01", title: "Báo cáo thử" },
  fields: [{ id: "tong_dang_vien", label: "Tổng số đảng viên" }],
  targets: [{ id: "du_nguoi", label: "Đủ người", formula: "tong_dang_vien", value: 3 }],
}).definition!;

describe("the fingerprint of a definition", () => {
  it("is 64 hexadecimal digits, the same for equal definitions", () => {
    const again = readDefinition(JSON.parse(JSON.stringify(writeDefinition(sample)))).definition!;
    assert.match(definitionFingerprint(sample), /^[0-9a-f]{64}$/);
    assert.equal(definitionFingerprint(again), definitionFingerprint(sample));
  });

  it("stays when units are added, so that forms already sent remain valid", () => {
    const unit = { code: "A1", name: "Chi bộ 1", aliases: [], kind: "", parent: null, email: null };
    assert.equal(definitionFingerprint({ ...sample, units: [unit] }), definitionFingerprint(sample));
  });

  const period = { id: "2024", label: "năm 2024", start: "2024-01-01", end: "2024-12-31", due: null };

  it("stays when the last day to report or a sentence around the table is mended", () => {
    const round: Definition = { ...sample, period };
    const mended: Definition = {
      ...sample,
      period: { ...period, due: "2025-01-20" },
      resolution: { ...sample.resolution, abstract: "thử lại" },
      fields: sample.fields.map((f) => ({ ...f, guidance: "Tính đến ngày cuối kỳ." })),
    };
    assert.equal(definitionFingerprint(mended), definitionFingerprint(round));
  });

  it("changes with a threshold, a label, a field or the period", () => {
    const changed: readonly Definition[] = [
      { ...sample, targets: sample.targets.map((t) => ({ ...t, value: 4 })) },
      { ...sample, fields: sample.fields.map((f) => ({ ...f, label: `${f.label}.` })) },
      { ...sample, fields: [...sample.fields, { ...sample.fields[0]!, id: "so_chi_bo" }] },
      { ...sample, period },
    ];
    const all = [sample, ...changed].map(definitionFingerprint);
    assert.equal(new Set(all).size, all.length);
  });
});
