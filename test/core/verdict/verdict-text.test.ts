import assert from "node:assert/strict";
import fc from "fast-check";
import { exactOf } from "../../../src/core/figure/exact.js";
import type { FigureValue } from "../../../src/core/figure/figures.js";
import { formatBeside, formatFixed, formatNumber } from "../../../src/core/format.js";
import { unitScope } from "../../../src/core/verdict/scope.js";
import type { Target } from "../../../src/core/definition/target.js";
import { displayActual, gapMeasure, gapText, thresholdText, verdictWord } from "../../../src/core/verdict/verdict-text.js";
import { targetVerdict, totalVerdicts } from "../../../src/core/verdict/verdicts.js";
import { definitionOf, fieldOf, figuresOf, listOf, targetOf, unitOf } from "../../helpers/formula-definition.js";

const DEFINITION = definitionOf({
  units: [unitOf("A"), unitOf("B")],
  fields: [
    fieldOf("tong_so"),
    fieldOf("da_hoc"),
    fieldOf("to_chuc", { measure: "tổ chức" }),
    fieldOf("kinh_phi", { type: "decimal", measure: "triệu đồng" }),
    fieldOf("da_hop", { type: "yesno", measure: "" }),
  ],
  lists: [listOf("mo_hinh", [fieldOf("ten", { type: "text", measure: "" })])],
});

function words(target: Target, figures: Record<string, FigureValue>): [string, string, string] {
  const verdict = targetVerdict(DEFINITION, target, unitScope(DEFINITION, figuresOf(figures), null), "A");
  return [verdictWord(verdict), displayActual(verdict, target), gapText(verdict, target, DEFINITION)];
}

describe("numbers for people", () => {
  it("have dots for thousands and a comma for decimals", () => {
    assert.deepEqual(
      [1234567.5, 0.1, -1234, 100, 0, 999, 1e15].map((n) => formatNumber(n)),
      ["1.234.567,5", "0,1", "-1.234", "100", "0", "999", "1.000.000.000.000.000"],
    );
    assert.deepEqual([formatFixed(2.5, 2), formatFixed(1e4, 0), formatNumber(1 / 3, 2)], ["2,50", "10.000", "0,33"]);
  });

  it("get more decimals until they stand on the right side of a bound", () => {
    const cases: readonly [number, string | null][] = [
      [95, "95"],
      [94.96, "94,96"],
      [94.9996, "94,9996"],
      [94.91, "94,9"],
      [95.04, "95,04"],
      [90.123, "90,1"],
      [95.5, "95,5"],
    ];
    for (const [value, expected] of cases) assert.equal(formatBeside(exactOf(value), [95], 1), expected, String(value));
    assert.equal(formatBeside(exactOf(1e-15), [0], 1), null);
  });
});

describe("verdict in words", () => {
  it("tells the result and how far, in the measure of what is counted", () => {
    const ratio = (facts: Partial<Target> = {}) => targetOf("t_1", "da_hoc/tong_so", facts);
    const cases: readonly [Target, Record<string, FigureValue>, [string, string, string]][] = [
      [ratio(), { da_hoc: 83, tong_so: 100 }, ["Chưa đạt", "83%", "còn thiếu 12 người"]],
      [ratio(), { da_hoc: 9496, tong_so: 10000 }, ["Chưa đạt", "94,96%", "còn thiếu 4 người"]],
      [ratio(), { da_hoc: 95, tong_so: 100 }, ["Đạt", "95%", ""]],
      [ratio({ comparator: ">" }), { da_hoc: 95, tong_so: 100 }, ["Chưa đạt", "95%", "còn thiếu 1 người"]],
      [ratio(), { da_hoc: 2, tong_so: 3 }, ["Chưa đạt", "66,7%", "còn thiếu 1 người"]],
      [ratio(), { da_hoc: 1, tong_so: 0 }, ["Chưa đủ số liệu", "–", "chưa đủ số liệu"]],
      [ratio({ comparator: "<=", value: 5 }), { da_hoc: 8, tong_so: 100 }, ["Chưa đạt", "8%", "vượt 3 người"]],
      [ratio({ comparator: "=", value: 50 }), { da_hoc: 6, tong_so: 10 }, ["Chưa đạt", "60%", "vượt 1 người"]],
      [
        ratio({ comparator: "between", value: 30, upper: 35 }),
        { da_hoc: 3501, tong_so: 10000 },
        ["Đạt (vượt)", "35,01%", "trên mức 35%"],
      ],
      [targetOf("t_1", "da_hop/so_don_vi", { value: 100 }), { da_hop: 0 }, ["Chưa đạt", "0%", "còn thiếu 1 đơn vị"]],
      [
        targetOf("t_1", "da_hoc", { measure: "người", value: 4000 }),
        { da_hoc: 2766 },
        ["Chưa đạt", "2.766", "còn thiếu 1.234 người"],
      ],
      [targetOf("t_1", "(da_hoc+to_chuc)/tong_so"), { da_hoc: 1, to_chuc: 1, tong_so: 100 }, ["Chưa đạt", "2%", "còn thiếu 93"]],
      [
        targetOf("t_1", "kinh_phi/tong_so", { comparator: ">", value: 50 }),
        { kinh_phi: 0.5, tong_so: 1 },
        ["Chưa đạt", "50%", "phải trên 50%"],
      ],
      [
        targetOf("t_1", "kinh_phi", { measure: "triệu đồng", value: 10.5 }),
        { kinh_phi: 9.25 },
        ["Chưa đạt", "9,25", "còn thiếu 1,25 triệu đồng"],
      ],
    ];
    for (const [target, figures, expected] of cases) assert.deepEqual(words(target, figures), expected);
    assert.equal(gapMeasure(targetOf("t_1", "COUNTA(mo_hinh_ten)", { measure: "mô hình" }), DEFINITION), "mô hình");
  });

  it("tells of a target for each unit how many units meet it", () => {
    const target = targetOf("t_1", "da_hoc/tong_so", { scope: "each" });
    const definition = { ...DEFINITION, targets: [target] };
    const members = definition.units.map((unit, i) => ({ unit, figures: figuresOf({ da_hoc: i, tong_so: 1 }) }));
    const verdict = totalVerdicts(definition, members, null)[0]!;
    assert.deepEqual([displayActual(verdict, target), gapText(verdict, target, definition)], ["1/2 đơn vị", "1 đơn vị chưa đạt"]);
  });

  it("writes thresholds as the resolution means them", () => {
    const facts: readonly [Partial<Target>, string][] = [
      [{}, "≥ 95%"],
      [{ comparator: ">", value: 99.5 }, "> 99,5%"],
      [{ comparator: "<=", value: 5 }, "≤ 5%"],
      [{ comparator: "=", value: 100 }, "100%"],
      [{ comparator: "between", value: 30, upper: 35 }, "30% – 35%"],
      [{ comparator: "about", value: 4000, measure: "người" }, "khoảng 4.000 người"],
    ];
    for (const [fact, expected] of facts) assert.equal(thresholdText(targetOf("t_1", "a_b/c_d", fact)), expected);
  });

  it("never shows a miss as if it stood at the threshold", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.nat({ max: 3 }),
        fc.integer({ min: 1, max: 999 }),
        (whole, less, permille) => {
          const target = targetOf("t_1", "da_hoc/tong_so", { value: permille / 10 });
          const part = Math.max(0, Math.ceil((permille * whole) / 1000) - less);
          const [word, shown] = words(target, { da_hoc: part, tong_so: whole });
          const percent = Number(shown.replace("%", "").replaceAll(".", "").replace(",", "."));
          assert.equal(percent >= permille / 10, word === "Đạt", `${String(part)}/${String(whole)} ${shown}`);
        },
      ),
    );
  });
});
