// What counts, what is held, who is missing: decisions about the files of a round.
import assert from "node:assert/strict";
import fc from "fast-check";
import { consolidate, totalNumbers } from "../../../src/core/round/consolidation.js";
import type { Consolidation } from "../../../src/core/round/consolidation.js";
import type { FileReport } from "../../../src/core/round/file-report.js";
import { finding } from "../../../src/core/finding.js";
import { sampleDefinition } from "../../helpers/sample-definition.js";
import { figuresOf, madeUpFigures, sampleReport } from "../../helpers/sample-round.js";

const definition = sampleDefinition();
const made = (unit: number, seed = unit): ReturnType<typeof madeUpFigures> =>
  madeUpFigures(definition, definition.units[unit - 1]!, seed);
const outcomes = (c: Consolidation): Record<string, string> =>
  Object.fromEntries(c.files.map((file) => [file.path, file.outcome]));
const codes = (c: Consolidation, path: string): string[] =>
  c.files.find((file) => file.path === path)!.findings.map((f) => f.code);
const broken = finding("round/conflict", "error", { data: { other: "x", number: 1, places: 1 } });

describe("consolidate", () => {
  it("adds the figures of accepted reports and says who is missing", () => {
    const c = consolidate(definition, [
      sampleReport("CS01", figuresOf({ tong_dang_vien: 100, co_ke_hoach: 1, kinh_phi_dung: 0.1 })),
      sampleReport("CS03", figuresOf({ tong_dang_vien: 23, co_ke_hoach: 0, kinh_phi_dung: 0.2 })),
    ]);
    const totals = totalNumbers(definition, c.totals);
    assert.deepEqual(
      [totals["tong_dang_vien"], totals["co_ke_hoach"], totals["kinh_phi_dung"], totals["to_cong_nghe"]],
      [123, 1, 0.3, null],
    );
    assert.equal("kho_khan_chinh" in totals, false);
    assert.deepEqual(c.coverage, {
      expected: 3,
      received: 2,
      counted: 2,
      missing: ["CS02"],
      returned: [],
      held: [],
      superseded: [],
      duplicates: [],
      unknown: [],
    });
    assert.deepEqual(
      c.units.map((u) => u.state),
      ["received", "missing", "received"],
    );
    assert.equal(c.verdicts.length, definition.targets.length);
  });

  it("counts one of two files with the same figures, the first by path, and calls the other a duplicate", () => {
    const c = consolidate(definition, [
      sampleReport("CS01", made(1), { path: "b.xlsx" }),
      sampleReport("CS01", made(1), { path: "a.xlsx" }),
    ]);
    assert.deepEqual(outcomes(c), { "a.xlsx": "accepted", "b.xlsx": "duplicate" });
    assert.deepEqual(codes(c, "b.xlsx"), ["round/duplicate"]);
    assert.deepEqual(c.coverage.duplicates, ["b.xlsx"]);
  });

  it("prefers the one of two equal files whose explanations are complete", () => {
    const c = consolidate(definition, [
      sampleReport("CS01", made(1), { path: "a.xlsx", outcome: "accepted-with-warnings" }),
      sampleReport("CS01", made(1), { path: "b.xlsx" }),
    ]);
    assert.deepEqual(outcomes(c), { "a.xlsx": "duplicate", "b.xlsx": "accepted" });
  });

  it("lets a higher submission number supersede", () => {
    const c = consolidate(definition, [
      sampleReport("CS01", made(1), { path: "b.xlsx", submissionNumber: 1 }),
      sampleReport("CS01", made(1, 99), { path: "a.xlsx", submissionNumber: 2 }),
    ]);
    assert.deepEqual(outcomes(c), { "a.xlsx": "accepted", "b.xlsx": "superseded" });
    assert.deepEqual(codes(c, "b.xlsx"), ["round/superseded"]);
    assert.equal(c.units[0]!.figures, c.files[0]!.submission!.figures);
  });

  it("holds two files of one submission number whose figures differ, naming every place with both values", () => {
    const places = new Map([["tong_dang_vien", { sheet: "Báo cáo", cell: "E12" }]]);
    const report = (path: string, members: number, rows: number): FileReport => {
      const figures = figuresOf(
        { tong_dang_vien: members, ket_nap_moi: 4 },
        { mo_hinh: Array.from({ length: rows }, () => ({ ten: "A" })) },
      );
      const plain = sampleReport("CS01", figures, { path });
      return { ...plain, submission: { ...plain.submission!, places } };
    };
    const c = consolidate(definition, [report("a.xlsx", 1120, 0), report("b.xlsx", 118, 1), sampleReport("CS02", made(2))]);
    assert.deepEqual(outcomes(c), { "a.xlsx": "held", "b.xlsx": "held", "da-nop/CS02_BC_2024.xlsx": "accepted" });
    assert.deepEqual(codes(c, "a.xlsx"), ["round/conflict"]);
    const found = c.files[1]!.findings;
    assert.deepEqual(
      found.map((f) => [f.code, f.field, f.cell, f.found, f.expected]),
      [
        ["round/conflict", null, null, 2, null],
        ["round/conflict-figure", "tong_dang_vien", "E12", 118, 1120],
        ["round/conflict-figure", "mo_hinh", null, "A", null],
      ],
    );
    assert.match(found[1]!.message, /^Báo cáo!E12: .*118.*1\.120/u);
    assert.match(found[2]!.message, /dòng 1.*“A”.*để trống/u);
    assert.equal(c.units[0]!.state, "held");
    assert.equal(c.units[0]!.figures, null);
  });

  it("does not let a rejected file take the place of a sound one, but warns when it is newer", () => {
    const sound = sampleReport("CS01", made(1), { path: "a.xlsx", submissionNumber: 1 });
    const rejected = (number: number): FileReport =>
      sampleReport("CS01", null, { path: "b.xlsx", outcome: "rejected", submissionNumber: number, findings: [broken] });
    const newer = consolidate(definition, [sound, rejected(2)]);
    assert.deepEqual(outcomes(newer), { "a.xlsx": "accepted-with-warnings", "b.xlsx": "rejected" });
    assert.deepEqual(codes(newer, "a.xlsx"), ["round/newer-rejected"]);
    assert.equal(newer.units[0]!.state, "explain");
    const same = consolidate(definition, [sound, rejected(1)]);
    assert.deepEqual(outcomes(same), { "a.xlsx": "accepted", "b.xlsx": "rejected" });
  });

  it("calls a unit returned whose only reports were rejected, and counts it as received", () => {
    const c = consolidate(definition, [sampleReport("CS02", null, { outcome: "rejected", findings: [broken] })]);
    assert.deepEqual(
      [c.coverage.received, c.coverage.counted, c.coverage.returned, c.coverage.missing],
      [1, 0, ["CS02"], ["CS01", "CS03"]],
    );
  });

  it("holds the same figures from two units, warns where it may be chance, and is silent about tiny units", () => {
    const twins = (values: Record<string, number>): Consolidation =>
      consolidate(definition, [sampleReport("CS01", figuresOf(values)), sampleReport("CS02", figuresOf(values))]);
    const held = twins({ tong_dang_vien: 412, tong_chi_bo: 12, ket_nap_moi: 9, ket_nap_nu: 5, da_hoc_tap: 401 });
    assert.deepEqual(Object.values(outcomes(held)), ["held", "held"]);
    assert.deepEqual(
      held.files.map((file) => file.findings[0]!.data["otherUnit"]),
      ["CS02", "CS01"],
    );
    assert.equal(held.files[0]!.findings[0]!.code, "round/same-figures-two-units");
    const alike = twins({ tong_dang_vien: 30, tong_chi_bo: 3, ket_nap_moi: 2, ket_nap_nu: 2, da_hoc_tap: 30 });
    assert.deepEqual(Object.values(outcomes(alike)), ["accepted-with-warnings", "accepted-with-warnings"]);
    assert.equal(alike.files[0]!.findings[0]!.code, "round/alike-two-units");
    const tiny = twins({ tong_dang_vien: 8, tong_chi_bo: 1, ket_nap_moi: 0, da_hoc_tap: 8 });
    assert.deepEqual(Object.values(outcomes(tiny)), ["accepted", "accepted"]);
  });

  it("rejects a report of a unit that is not in the list", () => {
    const c = consolidate(definition, [sampleReport("CS99", made(1))]);
    assert.deepEqual(codes(c, "da-nop/CS99_BC_2024.xlsx"), ["round/unit-not-listed"]);
    assert.equal(c.files[0]!.outcome, "rejected");
    assert.equal(totalNumbers(definition, c.totals)["tong_dang_vien"], null);
  });

  it("keeps files that belong to nobody in the list of files", () => {
    const c = consolidate(definition, [
      sampleReport("", null, { unit: null, path: "x.pdf", outcome: "rejected", findings: [broken] }),
    ]);
    assert.deepEqual(outcomes(c), { "x.pdf": "rejected" });
    assert.equal(c.coverage.received, 0);
  });

  it("gives the same result whatever the order of the files", () => {
    const files = manyFiles();
    const expected = consolidate(definition, files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        assert.deepEqual(consolidate(definition, shuffled), expected);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves the other units alone when one more file of a unit arrives", () => {
    const before = consolidate(definition, manyFiles());
    const after = consolidate(definition, [
      ...manyFiles(),
      sampleReport("CS03", null, { path: "0.xlsx", outcome: "rejected", findings: [broken] }),
    ]);
    assert.deepEqual(after.units.slice(0, 2), before.units.slice(0, 2));
  });
});

function manyFiles(): FileReport[] {
  return [
    sampleReport("CS01", made(1), { path: "g.xlsx" }),
    sampleReport("CS01", made(1), { path: "c.xlsx" }),
    sampleReport("CS01", made(1, 50), { path: "d.xlsx", submissionNumber: 0 }),
    sampleReport("CS02", made(2), { path: "e.xlsx" }),
    sampleReport("CS02", made(2, 51), { path: "a.xlsx" }),
    sampleReport("CS02", made(2, 52), { path: "f.xlsx" }),
    sampleReport("CS03", made(1), { path: "b.xlsx" }),
    sampleReport("CS03", null, { path: "h.xlsx", outcome: "rejected", submissionNumber: 3, findings: [broken] }),
    sampleReport("", null, { unit: null, path: "z.xlsx", outcome: "skipped" }),
  ];
}
