import assert from "node:assert/strict";
import fc from "fast-check";
import { Fraction } from "fraction.js";
import { isExact, toNumber } from "../../../src/core/figure/exact.js";
import type { Scope, Value } from "../../../src/core/formula/index.js";
import { evaluate, isUndecided, parseFormula } from "../../../src/core/formula/index.js";

const FIGURES: Readonly<Record<string, Value | readonly Value[]>> = {
  a_five: 5,
  a_two: 2,
  a_zero: 0,
  a_blank: null,
  a_word: "Đạt",
  a_yes: true,
  l_mixed: ["Đạt", "ĐẠT", null, 3, 7, "", "Mô hình 1"],
  l_empty: [],
  l_single: [5],
};

function answer(text: string, figures: Readonly<Record<string, Value | readonly Value[]>> = FIGURES): string | number | boolean {
  const reading = parseFormula(text);
  assert.ok(reading.formula !== null, `${text}: ${reading.formula === null ? reading.problem : ""}`);
  const scope: Scope = (name) => figures[name];
  const value = evaluate(reading.formula, scope);
  if (isUndecided(value)) return `? ${value.undecided}`;
  return isExact(value) ? toNumber(value) : value!;
}

function table(cases: readonly (readonly [string, string | number | boolean])[]): void {
  for (const [text, expected] of cases) assert.equal(answer(text), expected, text);
}

describe("evaluating a formula", () => {
  it("computes exactly, with Excel's precedence", () => {
    table([
      ["0.1+0.2=0.3", true],
      ["1/3*3=1", true],
      ["-2^2", 4],
      ["0-2^2", -4],
      ["2^3^2", 64],
      ["2^-1", 0.5],
      ["a_five%", 0.05],
      ["-50%*a_two", -1],
      ["10-4-3", 3],
      ["a_five/a_two/2", 1.25],
      ["9007199254740991+1", 9007199254740992],
      ["9007199254740991*9007199254740991=9007199254740991^2", true],
    ]);
  });

  it("compares words without case, numbers before words before TRUE, and a blank as nothing", () => {
    table([
      ['a_word="đạt"', true],
      ["a_word>1000000", true],
      ['a_yes>"z"', true],
      ["1=1=TRUE", true],
      ["IF(ISBLANK(a_blank),a_blank=0,1)", true],
      ['IF(ISBLANK(a_blank),a_blank="",1)', true],
      ["IF(ISBLANK(a_blank),a_blank=FALSE,1)", true],
      ["a_five<>5", false],
      ['"a"&a_five&TRUE&0.5', "a5TRUE0.5"],
    ]);
  });

  it("has the functions of the subset", () => {
    table([
      ["SUM(a_five,a_blank,a_word,l_mixed,1)", 16],
      ["SUM(TRUE,a_five>2)", 2],
      ["SUM(a_yes)", 0],
      ["MIN(l_mixed,a_five)", 3],
      ["MAX(l_empty)", 0],
      ["MAX(-5,a_blank)", -5],
      ["ABS(a_two-a_five)", 3],
      ["ROUND(-2.5,0)", -3],
      ["ROUND(1234,-2)", 1200],
      ["ROUND(1.25,1.9)", 1.3],
      ["IF(a_zero,1)", false],
      ["IF(a_zero,1/a_zero,2)", 2],
      ["AND(a_five,a_two>1)", true],
      ["OR(a_zero,FALSE)", false],
      ["NOT(a_five)", false],
      ["COUNT(a_five,a_blank,a_word,l_mixed,a_five>1,1/0)", 4],
      ['COUNTA(a_five,a_blank,a_word,l_mixed,"",1/0)', 8],
      ["ISBLANK(a_blank)", true],
      ["ISBLANK(a_zero)", false],
      ["ISNUMBER(a_word)", false],
      ["ISNUMBER(a_five/a_zero)", false],
    ]);
  });

  it("counts by criterion, blanks never", () => {
    table([
      ['COUNTIF(l_mixed,"đạt")', 2],
      ['COUNTIF(l_mixed,"<>Đạt")', 3],
      ['COUNTIF(l_mixed,">=3")', 2],
      ["COUNTIF(l_mixed,a_five+2)", 1],
      ['COUNTIF(l_mixed,"<>3")', 4],
      ['COUNTIF(l_mixed,"mô*")', 1],
      ['COUNTIF(l_mixed,"Đ?t")', 2],
      ['COUNTIF(l_mixed,"~*")', 0],
      ['COUNTIF(l_mixed,"(.")', 0],
      ["COUNTIF(l_mixed,a_blank)", 0],
      ['COUNTIF(l_mixed,"")', 0],
      ['COUNTIF(l_mixed,"<>")', 5],
      ['COUNTIF(l_mixed,">=n")', 2],
      ["COUNTIF(a_five,5)", 1],
    ]);
  });

  it("is undecided, with the reason, where there is no honest value", () => {
    table([
      ["a_blank+1", "? blank"],
      ["IF(TRUE,1,a_blank)", "? blank"],
      ["a_five/a_zero", "? division-by-zero"],
      ["AND(FALSE,1/a_zero)", "? division-by-zero"],
      ["a_word*2", "? text-in-arithmetic"],
      ["SUM(a_word&1)", "? text-in-arithmetic"],
      ["AND(l_empty)", "? text-in-arithmetic"],
      ["l_mixed+1", "? column-in-arithmetic"],
      ["ABS(l_mixed)", "? column-in-arithmetic"],
      ["ABS(l_single)", "? column-in-arithmetic"],
      ["a_missing", "? unknown-name"],
      ["IF(TRUE,1,a_missing)", "? unknown-name"],
      ["0^0", "? no-number"],
      ["10^300*10^300", "? no-number"],
      ["IF(COUNT(a_blank)=0,a_blank,1)", "? blank"],
      ["SUM(a_blank)+1", 1],
    ]);
  });

  it("agrees with fractions on random arithmetic", () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 50 }),
      fc.maxSafeInteger(),
      fc.integer({ min: 1, max: 9999 }).map((n) => n / 100),
    );
    const operator = fc.constantFrom("+", "-", "*", "/");
    fc.assert(
      fc.property(fc.array(fc.tuple(operator, figure), { minLength: 1, maxLength: 8 }), figure, (steps, first) => {
        const decimal = (n: number): string => (n < 0 ? `(${String(n)})` : String(n));
        let text = decimal(first);
        let expected: Fraction | null = new Fraction(String(first));
        for (const [sign, value] of steps) {
          text = `(${text}${sign}${decimal(value)})`;
          expected = step(expected, sign, new Fraction(String(value)));
        }
        const reading = parseFormula(text);
        const value = evaluate(reading.formula!, () => undefined);
        if (expected === null) assert.deepEqual(value, { undecided: "division-by-zero" });
        else assert.ok(isExact(value) && new Fraction(typeof value === "number" ? BigInt(value) : value).equals(expected), text);
      }),
    );
  });

  it("runs at least a million simple operations a second", () => {
    const { formula } = parseFormula("a_five+a_two*2-IF(a_five>=a_two,1,0)+a_five*a_two<=SUM(a_five,a_two)");
    const scope: Scope = (name) => FIGURES[name];
    for (let round = 0; round < 10_000; round++) evaluate(formula!, scope);
    const start = performance.now();
    for (let round = 0; round < 50_000; round++) evaluate(formula!, scope);
    const perSecond = (50_000 * 8) / ((performance.now() - start) / 1000);
    assert.ok(perSecond > 1_000_000, `${Math.round(perSecond).toString()} operations a second`);
  });
});

function step(value: Fraction | null, sign: string, by: Fraction): Fraction | null {
  if (value === null || (sign === "/" && by.n === 0n)) return null;
  return sign === "+" ? value.add(by) : sign === "-" ? value.sub(by) : sign === "*" ? value.mul(by) : value.div(by);
}
