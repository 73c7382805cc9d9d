import assert from "node:assert/strict";
import type { FigureValue } from "../../../src/core/figure/figures.js";
import {
  dateSerial,
  fieldOfName,
  isColumnName,
  knownNames,
  previousTotals,
  totalFigures,
  totalScope,
  unitScope,
} from "../../../src/core/verdict/scope.js";
import { definitionOf, fieldOf, figuresOf, listOf, unitOf } from "../../helpers/formula-definition.js";

const DEFINITION = definitionOf({
  fields: [
    fieldOf("tong_so"),
    fieldOf("kinh_phi", { type: "decimal" }),
    fieldOf("da_hop", { type: "yesno" }),
    fieldOf("ngay_hop", { type: "date" }),
    fieldOf("ghi_chu", { type: "text", aggregate: "none" }),
    fieldOf("so_cu", { aggregate: "none" }),
    fieldOf("chi_bo_ghep", { appliesTo: ["Chi bộ cơ sở"] }),
  ],
  lists: [listOf("mo_hinh", [fieldOf("ten", { type: "text" }), fieldOf("dat_chuan", { type: "yesno" })])],
});

const row = (ten: FigureValue, dat: FigureValue) =>
  new Map([
    ["ten", ten],
    ["dat_chuan", dat],
  ]);

const A = {
  unit: unitOf("A"),
  figures: figuresOf(
    { tong_so: 10, kinh_phi: 0.1, da_hop: 1, ngay_hop: "2024-01-01", ghi_chu: "xong", so_cu: 4, chi_bo_ghep: 9 },
    new Map([["mo_hinh", [row("Tổ tự quản", 1), row("  ", null)]]]),
  ),
};
const B = { unit: unitOf("B", "chi bộ cơ sở"), figures: figuresOf({ tong_so: 5, kinh_phi: 0.2, da_hop: 0, chi_bo_ghep: 2 }) };
const C = { unit: unitOf("C"), figures: figuresOf({ tong_so: null, da_hop: 1 }) };

describe("scope of a unit", () => {
  it("gives figures, day numbers, columns as they stand, and blanks", () => {
    const scope = unitScope(DEFINITION, A.figures, figuresOf({ tong_so: 8 }));
    assert.deepEqual(
      [
        "tong_so",
        "ngay_hop",
        "ghi_chu",
        "tong_so_ky_truoc",
        "kinh_phi_ky_truoc",
        "so_don_vi",
        "mo_hinh_ten",
        "mo_hinh_dat_chuan",
      ].map(scope),
      [10, 45292, "xong", 8, null, 1, ["Tổ tự quản", null], ["Có", null]],
    );
    assert.equal(String(scope("kinh_phi")), "0.1");
    assert.equal(scope("khong_co"), undefined);
    assert.deepEqual(unitScope(DEFINITION, B.figures, null)("mo_hinh_ten"), []);
    assert.equal(unitScope(DEFINITION, B.figures, null)("tong_so_ky_truoc"), null);
  });

  it("knows which names are fields, columns, or neither", () => {
    assert.ok([...knownNames(DEFINITION)].includes("mo_hinh_ten"));
    assert.deepEqual([isColumnName(DEFINITION, "mo_hinh_ten"), isColumnName(DEFINITION, "tong_so")], [true, false]);
    assert.deepEqual(
      ["tong_so", "tong_so_ky_truoc", "mo_hinh_ten", "so_don_vi", "la_lung"].map((name) => fieldOfName(DEFINITION, name)?.id),
      ["tong_so", "tong_so", "ten", undefined, undefined],
    );
  });

  it("counts days as Excel does", () => {
    assert.deepEqual([dateSerial("1900-03-01"), dateSerial("2024-12-31"), dateSerial("hôm qua")], [61, 45657, "hôm qua"]);
  });
});

describe("totals", () => {
  it("add exactly, count the yes, stack lists, and leave out what is not added or not asked of the kind", () => {
    const totals = totalFigures(DEFINITION, [A, B, C]);
    assert.deepEqual(Object.fromEntries(totals.values), {
      tong_so: 15,
      kinh_phi: 0.3,
      da_hop: 2,
      ngay_hop: null,
      ghi_chu: null,
      so_cu: null,
      chi_bo_ghep: 2,
    });
    assert.deepEqual(totals.lists.get("mo_hinh"), A.figures.lists.get("mo_hinh"));
    assert.equal(totalFigures(DEFINITION, []).values.get("tong_so"), null);
    assert.equal(totalScope(DEFINITION, [A, B, C], null)("so_don_vi"), 3);
  });

  it("of the period before cover the same units, or are blank", () => {
    const before = new Map([
      ["A", figuresOf({ tong_so: 7, da_hop: 0 })],
      ["B", figuresOf({ tong_so: 3 })],
      ["Z", figuresOf({ tong_so: 100 })],
    ]);
    const totals = previousTotals(DEFINITION, [A, B, C], before);
    assert.deepEqual([totals?.values.get("tong_so"), totals?.values.get("da_hop")], [10, null]);
    assert.equal(totalScope(DEFINITION, [A, B], before)("tong_so_ky_truoc"), 10);
    assert.equal(previousTotals(DEFINITION, [A], new Map()), null);
  });
});
