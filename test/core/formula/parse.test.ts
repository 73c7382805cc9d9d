import assert from "node:assert/strict";
import fc from "fast-check";
import type { FormulaNode } from "../../../src/core/formula/index.js";
import {
  division,
  formulaNames,
  MAX_LENGTH,
  parseFormula,
  printFormula,
  problemText,
  requiredNames,
} from "../../../src/core/formula/index.js";
import { formulaOf } from "../../../src/core/formula/parse.js";
import { exactOf } from "../../../src/core/figure/exact.js";

function parsed(text: string) {
  const reading = parseFormula(text);
  assert.ok(reading.formula !== null, `${text}: ${reading.formula === null ? reading.problem : ""}`);
  return reading.formula;
}

const printed = (text: string): string => printFormula(parsed(text));

describe("reading a formula", () => {
  it("groups as Excel does and prints the fewest brackets", () => {
    const cases: readonly [string, string][] = [
      ["=a_b / c_d", "a_b/c_d"],
      ["(a_b+c_d)*2", "(a_b+c_d)*2"],
      ["(a_b*c_d)+2", "a_b*c_d+2"],
      ["a_b-(c_d-1)", "a_b-(c_d-1)"],
      ["(a_b-c_d)-1", "a_b-c_d-1"],
      ["-(2^2)", "-(2^2)"],
      ["(-2)^2", "-2^2"],
      ["2^(3^2)", "2^(3^2)"],
      ["(a_b>1)=(c_d>1)", "a_b>1=(c_d>1)"],
      ["sum(a_b;c_d)", "SUM(a_b,c_d)"],
      ['if(a_b="nói ""vậy""";true;False)', 'IF(a_b="nói ""vậy""",TRUE,FALSE)'],
      ["(a_b+1)%", "(a_b+1)%"],
      ["a_b&(c_d&1)", "a_b&(c_d&1)"],
      ["-(-a_b)", "--a_b"],
      ["a_b*(c_d%)", "a_b*c_d%"],
      ["ROUND( .5 , 1. )", "ROUND(.5,1.)"],
    ];
    for (const [text, expected] of cases) assert.equal(printed(text), expected, text);
  });

  it("says what is wrong and where, from 0", () => {
    const cases: readonly [string, number, string][] = [
      ["", 0, "empty"],
      [" = ", 0, "empty"],
      ["a_b +", 5, "unexpected-end"],
      ["a_b c_d", 4, "unexpected-word"],
      ["1,5", 1, "unexpected-word"],
      ["a_b ≥ 5", 4, "unexpected-character"],
      ["“a”", 0, "unexpected-character"],
      ['a_b="xin', 4, "unclosed-text"],
      ["SUM(a_b", 3, "unclosed-bracket"],
      ["(a_b;c_d)", 4, "unexpected-word"],
      ["a_b)", 3, "unexpected-word"],
      ["2+VLOOKUP(a_b)", 2, "unknown-function"],
      ["toString(1)", 0, "unknown-function"],
      ["ROUND(a_b)", 0, "argument-count"],
      ["SUM()", 0, "argument-count"],
      ["COUNTIF(a_b+1,2)", 0, "range-expected"],
      ["1".repeat(MAX_LENGTH + 1), MAX_LENGTH, "too-long"],
    ];
    for (const [text, at, problem] of cases)
      assert.deepEqual(parseFormula(text), { formula: null, at, problem }, text.slice(0, 40));
    assert.equal(problemText("unclosed-text"), "thiếu dấu nháy kép đóng");
    assert.equal(problemText("empty", "en"), "the formula is empty");
  });

  it("refuses nesting deeper than 64 and reads long flat chains", () => {
    assert.equal(printed(`${"(".repeat(64)}1${")".repeat(64)}`), "1");
    assert.deepEqual(parseFormula(`${"(".repeat(65)}1${")".repeat(65)}`), { formula: null, at: 64, problem: "too-deep" });
    assert.deepEqual(parseFormula(`${"-".repeat(65)}1`), { formula: null, at: 64, problem: "too-deep" });
    const chain = Array.from({ length: 1025 }, () => "1").join("+");
    assert.equal(printed(chain), chain);
    assert.deepEqual(parseFormula(`${chain}+1`), { formula: null, at: chain.length, problem: "too-many" });
    assert.deepEqual(parseFormula(`1${"%".repeat(1025)}`), { formula: null, at: 1025, problem: "too-many" });
  });

  it("never throws, whatever was typed", () => {
    const pieces = fc.constantFrom(
      "a_b",
      "SUM",
      "(",
      ")",
      ",",
      ";",
      "+",
      "-",
      "%",
      "^",
      '"',
      "1",
      ".",
      "<",
      ">",
      "=",
      " ",
      "&",
      "đ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const reading = parseFormula(parts.join(""));
        if (reading.formula !== null) assert.equal(printed(printFormula(reading.formula)), printFormula(reading.formula));
      }),
    );
  });
});

/** Trees of the subset. */
const { tree } = fc.letrec<{ tree: FormulaNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.nat({ max: 999 }).map((value): FormulaNode => ({ kind: "number", value, text: String(value) })),
    fc.constantFrom("0.5", "12.25").map((text): FormulaNode => ({ kind: "number", value: exactOf(Number(text)), text })),
    fc.constantFrom("a_b", "c_d").map((name): FormulaNode => ({ kind: "name", name })),
    fc.constantFrom("", 'x"y', "Đạt").map((text): FormulaNode => ({ kind: "text", text })),
    fc.boolean().map((value): FormulaNode => ({ kind: "boolean", value })),
    fc
      .tuple(fc.constantFrom("+", "-" as const), tie("tree"))
      .map(([operator, operand]): FormulaNode => ({ kind: "sign", operator, operand })),
    tie("tree").map((operand): FormulaNode => ({ kind: "percent", operand })),
    fc
      .tuple(fc.constantFrom("+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">=" as const), tie("tree"), tie("tree"))
      .map(([operator, left, right]): FormulaNode => ({ kind: "binary", operator, left, right })),
    fc
      .tuple(fc.constantFrom("SUM", "AND", "MAX" as const), fc.array(tie("tree"), { minLength: 1, maxLength: 3 }))
      .map(([name, args]): FormulaNode => ({ kind: "call", name, args })),
  ),
}));

describe("printing a formula", () => {
  it("gives text that reads back as the same tree", () => {
    fc.assert(
      fc.property(tree, (root) => {
        assert.deepEqual(parsed(printFormula(formulaOf(root))).root, root);
      }),
      { numRuns: 500 },
    );
  });

  it("brackets expressions that stand for a name, and nothing else", () => {
    const expression = (text: string) => (name: string) => (name === "a_b" ? text : name);
    const cases: readonly [string, string, string][] = [
      ["a_b/2", '(E12="Có")*1', '((E12="Có")*1)/2'],
      ["SUM(a_b,1)", '(E12="Có")*1', 'SUM((E12="Có")*1,1)'],
      ["a_b/2", "'Báo cáo'!$E$12", "'Báo cáo'!$E$12/2"],
      ["a_b/2", "SUM(E1:E9)", "SUM(E1:E9)/2"],
      ["a_b/2", "IF(LEN(A1)>0,(A1+1)*2,0)", "IF(LEN(A1)>0,(A1+1)*2,0)/2"],
      ["a_b/2", "SUM(A1)+SUM(B1)", "(SUM(A1)+SUM(B1))/2"],
      ["a_b/2", "-5", "(-5)/2"],
    ];
    for (const [text, resolved, expected] of cases) assert.equal(printFormula(parsed(text), expression(resolved)), expected);
  });
});

describe("names of a formula", () => {
  it("are listed once, and those that may be blank are not required", () => {
    const cases: readonly [string, string, string][] = [
      ["a_b/c_d+a_b", "a_b c_d", "a_b c_d"],
      ["SUM(a_b,c_d)/e_f", "a_b c_d e_f", "e_f"],
      ["SUM(a_b)+a_b", "a_b", "a_b"],
      ["IF(ISBLANK(a_b),0,a_b)+c_d", "a_b c_d", "c_d"],
      ["IF(ISNUMBER(a_b/c_d),1,a_b)", "a_b c_d", ""],
      ["COUNT(a_b)*a_b", "a_b", ""],
      ["COUNTIF(a_b,c_d)", "a_b c_d", ""],
      ["MAX(a_b,ROUND(c_d,0))", "a_b c_d", ""],
      ["AND(a_b>0,NOT(c_d))", "a_b c_d", "a_b c_d"],
      ["1+2", "", ""],
    ];
    for (const [text, names, required] of cases) {
      assert.deepEqual([formulaNames(parsed(text)).join(" "), requiredNames(parsed(text)).join(" ")], [names, required], text);
    }
  });
});

describe("division of a formula", () => {
  it("is found at the top level only, also inside brackets", () => {
    const parts = (text: string) => {
      const found = division(parsed(text));
      return found === null ? null : [printFormula(found.numerator), printFormula(found.denominator)];
    };
    assert.deepEqual(parts("(a_b+1)/(c_d-1)"), ["a_b+1", "c_d-1"]);
    assert.deepEqual(parts("(a_b/c_d)"), ["a_b", "c_d"]);
    assert.deepEqual(parts("a_b/c_d/2"), ["a_b/c_d", "2"]);
    assert.deepEqual(["a_b/c_d*100", "ROUND(a_b/c_d,2)", "a_b"].map(parts), [null, null, null]);
  });
});
