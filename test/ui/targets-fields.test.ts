import assert from "node:assert/strict";
import { extractTargets } from "../../src/core/extraction/index.js";
import type { Typed } from "../../src/ui/targets-fields.js";
import { levelText, readFields, typedOf } from "../../src/ui/targets-fields.js";

const [target] = extractTargets("II. CHỈ TIÊU NĂM 2026\n1. Có từ 1.250,5 đến 1.300 ha rừng được trồng mới.").targets;
const typed = (change: Partial<Typed> = {}): Typed => ({ ...typedOf(target!), ...change });

describe("fields of a target", () => {
  it("read back what they show", () => {
    const { subject, comparator, value, upper, measure, population, scope, due, clause } = target!;
    assert.deepEqual(readFields(typed()), {
      change: { subject, comparator, value, upper, measure, population, scope, due, clause, appliesTo: [] },
      problems: [],
    });
  });

  for (const [words, number] of [
    ["12,5", 12.5],
    ["1.234", 1234],
    ["1,234", 1.234],
    ["2 000", 2000],
  ] as const)
    it(`reads ${words} as ${String(number)}`, () => {
      assert.equal(readFields(typed({ value: words, comparator: ">=" })).change?.value, number);
    });

  for (const [words, due] of [
    ["", null],
    ["2027", "2027"],
    ["5/9/2027", "2027-09-05"],
    ["2027-09-05", "2027-09-05"],
  ] as const)
    it(`reads the due day “${words}”`, () => assert.equal(readFields(typed({ due: words })).change?.due, due));

  it("name every problem", () => {
    assert.deepEqual(readFields(typed({ subject: " ", value: "nhiều", due: "31/02/2027" })).problems, [
      ["subject", "missingSubject"],
      ["value", "badValue"],
      ["upper", "badUpper"],
      ["due", "badDue"],
    ]);
    assert.deepEqual(readFields(typed({ upper: "1.000" })).problems, [["upper", "badUpper"]]);
  });

  it("forget the upper bound when it is not a range any more", () => {
    assert.equal(readFields(typed({ comparator: ">=" })).change?.upper, null);
  });

  it("say a level in a few words", () => {
    const levels = [
      { comparator: ">=", value: 95, upper: null, measure: "%" },
      { comparator: "between", value: 30, upper: 35, measure: "%" },
      { comparator: "about", value: 4000, upper: null, measure: "người" },
      { comparator: "=", value: 2, upper: null, measure: "" },
    ] as const;
    assert.deepEqual(levels.map(levelText), ["≥ 95%", "30–35%", "≈ 4.000 người", "2"]);
  });
});
