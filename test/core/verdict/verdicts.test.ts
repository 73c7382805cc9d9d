import assert from "node:assert/strict";
import fc from "fast-check";
import type { FigureValue } from "../../../src/core/figure/figures.js";
import { unitScope } from "../../../src/core/verdict/scope.js";
import type { Target } from "../../../src/core/definition/target.js";
import type { Verdict } from "../../../src/core/verdict/verdict.js";
import { ruleState, targetVerdict, totalVerdicts, unitStanding, unitVerdicts } from "../../../src/core/verdict/verdicts.js";
import { definitionOf, fieldOf, figuresOf, listOf, ruleOf, targetOf, unitOf } from "../../helpers/formula-definition.js";

const FIELDS = [
  fieldOf("tong_so"),
  fieldOf("da_hoc"),
  fieldOf("kinh_phi", { type: "decimal" }),
  fieldOf("ghi_chu", { type: "text", aggregate: "none" }),
];

function judge(target: Target, figures: Record<string, FigureValue>): Verdict {
  const definition = definitionOf({ fields: FIELDS, targets: [target] });
  return targetVerdict(definition, target, unitScope(definition, figuresOf(figures), null), "U1");
}

/** `verdict actual gap`, with `+` when it exceeds. */
function brief(verdict: Verdict): string {
  return `${verdict.verdict}${verdict.exceeds ? "+" : ""} ${String(verdict.actual)} ${String(verdict.gap)}`;
}

describe("verdict of a target", () => {
  it("compares a ratio exactly and counts what is missing or too many", () => {
    const cases: readonly [Partial<Target>, number, number, string][] = [
      [{ comparator: ">=" }, 95, 100, "met 95 0"],
      [{ comparator: ">" }, 95, 100, "missed 95 1"],
      [{ comparator: ">=" }, 94, 100, "missed 94 1"],
      [{ comparator: ">=" }, 4700, 5000, "missed 94 50"],
      [{ comparator: ">=" }, 9, 11, "missed 81.81818181818181 2"],
      [{ comparator: ">" }, 9, 11, "missed 81.81818181818181 2"],
      [{ comparator: "=", value: 100 }, 58, 60, "missed 96.66666666666667 2"],
      [{ comparator: "=", value: 100 }, 60, 60, "met 100 0"],
      [{ comparator: "=", value: 50 }, 33, 60, "missed 55 3"],
      [{ comparator: "<=", value: 5 }, 8, 100, "missed 8 3"],
      [{ comparator: "<=", value: 5 }, 5, 100, "met 5 0"],
      [{ comparator: "<", value: 5 }, 5, 100, "missed 5 1"],
      [{ comparator: "<", value: 5.5 }, 7, 100, "missed 7 2"],
      [{ comparator: "between", value: 30, upper: 35 }, 29, 100, "missed 29 1"],
      [{ comparator: "between", value: 30, upper: 35 }, 35, 100, "met 35 0"],
      [{ comparator: "between", value: 30, upper: 35 }, 36, 100, "met+ 36 0"],
      [{ comparator: "about", value: 40 }, 38, 100, "met 38 0"],
      [{ comparator: "about", value: 40 }, 37, 100, "missed 37 1"],
    ];
    for (const [facts, part, whole, expected] of cases) {
      const verdict = judge(targetOf("t_1", "da_hoc/tong_so", facts), { da_hoc: part, tong_so: whole });
      assert.equal(brief(verdict), expected, `${String(part)}/${String(whole)} ${JSON.stringify(facts)}`);
      assert.deepEqual([verdict.numerator, verdict.denominator, verdict.threshold], [part, whole, facts.value ?? 95]);
    }
  });

  it("judges counts and amounts by themselves", () => {
    const count = (facts: Partial<Target>) => targetOf("t_1", "da_hoc", { measure: "người", value: 4000, ...facts });
    assert.equal(brief(judge(count({}), { da_hoc: 3988 })), "missed 3988 12");
    assert.equal(brief(judge(count({ comparator: "about" }), { da_hoc: 3800 })), "met 3800 0");
    assert.equal(brief(judge(count({ comparator: "about" }), { da_hoc: 3799 })), "missed 3799 1");
    const money = targetOf("t_1", "kinh_phi", { measure: "triệu đồng", value: 10.5 });
    assert.equal(brief(judge(money, { kinh_phi: 10.2 })), "missed 10.2 0.3");
    assert.equal(brief(judge(targetOf("t_1", "da_hoc>5", { measure: "", value: 1 }), { da_hoc: 6 })), "met 1 0");
    assert.equal(judge(money, { kinh_phi: 10.2 }).numerator, null);
  });

  it("is unverifiable, never missed, when it cannot be computed", () => {
    const ratio = targetOf("t_1", "da_hoc/tong_so");
    const cases: readonly [Target, Record<string, FigureValue>][] = [
      [ratio, { da_hoc: 5 }],
      [ratio, { da_hoc: null, tong_so: 5 }],
      [ratio, { da_hoc: 0, tong_so: 0 }],
      [targetOf("t_1", "da_hoc/(tong_so-10)"), { da_hoc: 1, tong_so: 5 }],
      [targetOf("t_1", "ghi_chu", { measure: "" }), { ghi_chu: "xong" }],
      [targetOf("t_1", "da_hoc +", { measure: "" }), { da_hoc: 5 }],
      [targetOf("t_1", "khong_co/tong_so"), { tong_so: 5 }],
    ];
    for (const [target, figures] of cases) {
      assert.deepEqual(judge(target, figures), {
        target: "t_1",
        unit: "U1",
        verdict: "unverifiable",
        exceeds: false,
        actual: null,
        threshold: 95,
        gap: null,
        numerator: null,
        denominator: null,
      });
    }
  });

  it("needs exactly the missing people: with them it is met, with one fewer it is not", () => {
    const comparators = fc.constantFrom(">=" as const, ">" as const, "between" as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.nat({ max: 5000 }),
        fc.integer({ min: 1, max: 990 }),
        comparators,
        (whole, part, permille, comparator) => {
          const target = targetOf("t_1", "da_hoc/tong_so", { comparator, value: permille / 10, upper: 99.5 });
          const verdict = judge(target, { da_hoc: part, tong_so: whole });
          const truth = comparator === ">" ? part * 1000 > permille * whole : part * 1000 >= permille * whole;
          assert.equal(verdict.verdict, truth ? "met" : "missed");
          if (truth) return assert.equal(verdict.gap, 0);
          assert.equal(judge(target, { da_hoc: part + verdict.gap!, tong_so: whole }).verdict, "met");
          assert.equal(judge(target, { da_hoc: part + verdict.gap! - 1, tong_so: whole }).verdict, "missed");
        },
      ),
    );
  });
});

const UNITS = [unitOf("A"), unitOf("B"), unitOf("C", "chi bộ cơ sở"), unitOf("D")];
const ROUND = definitionOf({
  units: UNITS,
  fields: FIELDS,
  lists: [listOf("mo_hinh", [fieldOf("ten", { type: "text", measure: "" })])],
  targets: [
    targetOf("t_total", "da_hoc/tong_so"),
    targetOf("t_each", "da_hoc/tong_so", { scope: "each" }),
    targetOf("t_both", "da_hoc/tong_so", { scope: "both", value: 90 }),
    targetOf("t_kind", "SUM(da_hoc)/so_don_vi", { measure: "người", value: 30, appliesTo: ["Chi bộ cơ sở"] }),
    targetOf("t_list", "COUNTA(mo_hinh_ten)", { measure: "mô hình", value: 2 }),
    targetOf("t_grow", "da_hoc/da_hoc_ky_truoc", { value: 110 }),
  ],
});
const MODEL = new Map([["mo_hinh", [new Map<string, FigureValue>([["ten", "Tổ tự quản"]])]]]);
const MEMBERS = [
  { unit: UNITS[0]!, figures: figuresOf({ da_hoc: 100, tong_so: 100 }, MODEL) },
  { unit: UNITS[1]!, figures: figuresOf({ da_hoc: 80, tong_so: 100 }, MODEL) },
  { unit: UNITS[2]!, figures: figuresOf({ da_hoc: 30 }) },
];

describe("verdicts of a round", () => {
  it("give one total for every target, over the units that it applies to", () => {
    const before = new Map(["A", "B", "C"].map((code) => [code, figuresOf({ da_hoc: 50 })]));
    const verdicts = totalVerdicts(ROUND, MEMBERS, before);
    assert.deepEqual(
      verdicts.map(
        (verdict) =>
          `${verdict.target} ${String(verdict.unit)} ${brief(verdict)} ${String(verdict.numerator)}/${String(verdict.denominator)}`,
      ),
      [
        "t_total null met 105 0 210/200",
        "t_each null missed null 1 1/4",
        "t_both null met 105 0 210/200",
        "t_kind null met 30 0 30/1",
        "t_list null met 2 0 null/null",
        "t_grow null met 140 0 210/150",
      ],
    );
    assert.equal(totalVerdicts(ROUND, MEMBERS, null)[5]!.verdict, "unverifiable");
    assert.equal(totalVerdicts(ROUND, [MEMBERS[0]!], null)[1]!.verdict, "met");
    assert.equal(brief(totalVerdicts(ROUND, [MEMBERS[2]!], null)[1]!), "unverifiable null null");
  });

  it("give a unit its own targets, and its standing against those of the whole", () => {
    const [a, , c] = MEMBERS;
    const ids = (verdicts: readonly Verdict[]) => verdicts.map(({ target, unit }) => `${target} ${String(unit)}`);
    assert.deepEqual(ids(unitVerdicts(ROUND, a!.unit, a!.figures, null)), ["t_each A", "t_both A"]);
    assert.deepEqual(ids(unitStanding(ROUND, a!.unit, a!.figures, null)), ["t_total A", "t_list A", "t_grow A"]);
    assert.deepEqual(ids(unitStanding(ROUND, c!.unit, c!.figures, null)), ["t_total C", "t_kind C", "t_list C", "t_grow C"]);
    assert.equal(unitStanding(ROUND, c!.unit, c!.figures, figuresOf({ da_hoc: 20 }))[3]!.actual, 150);
  });
});

describe("state of a rule", () => {
  it("is true, false, or undecided", () => {
    const scope = unitScope(ROUND, figuresOf({ da_hoc: 5, tong_so: 8, ghi_chu: "x" }), null);
    const cases: readonly [string, string][] = [
      ["da_hoc<=tong_so", "true"],
      ["da_hoc>tong_so", "false"],
      ["da_hoc-5", "false"],
      ["da_hoc<=kinh_phi", "undecided"],
      ["da_hoc_ky_truoc<=da_hoc", "undecided"],
      ["ghi_chu", "undecided"],
      ["da_hoc<=", "undecided"],
    ];
    for (const [formula, expected] of cases) assert.equal(ruleState(ruleOf("r_1", formula), scope), expected, formula);
  });
});
