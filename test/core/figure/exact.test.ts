import assert from "node:assert/strict";
import fc from "fast-check";
import { Fraction } from "fraction.js";
import type { Exact } from "../../../src/core/figure/exact.js";
import {
  add,
  ceiling,
  compareExact,
  divide,
  exactOf,
  exactOfText,
  floor,
  multiply,
  negate,
  power,
  roundExact,
  subtract,
  toDecimalText,
  toNumber,
  truncate,
} from "../../../src/core/figure/exact.js";

const oracle = (value: Exact): Fraction => (typeof value === "number" ? new Fraction(BigInt(value), 1n) : value);
const text = (value: Exact | null): string => (value === null ? "null" : oracle(value).toFraction());

/** Integers at the edge of safety, small ones, and decimals as people type them. */
const numbers = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.maxSafeInteger(),
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 6 })).map(([n, places]) => n / 10 ** places),
);

describe("exact numbers", () => {
  it("take a JS number as its shortest decimal text", () => {
    const cases: readonly [number, string][] = [
      [0.1, "1/10"],
      [-12.5, "-25/2"],
      [1e-7, "1/10000000"],
      [1e21, "1000000000000000000000"],
      [9007199254740993, "9007199254740992"],
      [-0, "0"],
    ];
    for (const [value, expected] of cases) assert.equal(text(exactOf(value)), expected);
    assert.throws(() => exactOf(Number.NaN), RangeError);
  });

  it("read only decimal texts", () => {
    assert.deepEqual(["", ".", "1,5", "0x1", "1e999", "abc"].map(exactOfText), [null, null, null, null, null, null]);
    assert.equal(text(exactOfText("-.50")), "-1/2");
  });

  it("compute as fractions do, and stay integers where the result is one", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [x, y] = [exactOf(a), exactOf(b)];
        const [p, q] = [oracle(x), oracle(y)];
        for (const result of [add(x, y), subtract(x, y), multiply(x, y)]) {
          if (typeof result === "number") assert.ok(Number.isSafeInteger(result) && !Object.is(result, -0));
          else assert.ok(result.d !== 1n || result.n > BigInt(Number.MAX_SAFE_INTEGER));
        }
        assert.equal(text(add(x, y)), p.add(q).toFraction());
        assert.equal(text(subtract(x, y)), p.sub(q).toFraction());
        assert.equal(text(multiply(x, y)), p.mul(q).toFraction());
        assert.equal(text(divide(x, y)), y === 0 ? "null" : p.div(q).toFraction());
        assert.equal(Math.sign(compareExact(x, y)), p.compare(q));
        assert.equal(text(negate(x)), p.neg().toFraction());
        assert.equal(text(floor(x)), p.floor().toFraction());
        assert.equal(text(ceiling(x)), p.ceil().toFraction());
      }),
    );
  });

  it("round halves away from zero, also to tens", () => {
    const cases: readonly [number, number, string][] = [
      [2.5, 0, "3"],
      [-2.5, 0, "-3"],
      [1.005, 2, "101/100"],
      [1250, -2, "1300"],
      [-1249, -2, "-1200"],
      [0.4, 0, "0"],
      [5, 3, "5"],
    ];
    for (const [value, places, expected] of cases)
      assert.equal(text(roundExact(exactOf(value), places)), expected, String(value));
    assert.deepEqual([truncate(exactOf(-2.7)), truncate(exactOf(2.7))], [-2, 2]);
  });

  it("raise to whole powers exactly and give no value where Excel gives none", () => {
    assert.equal(text(power(exactOf(1.1), 3)), "1331/1000");
    assert.equal(text(power(2, -2)), "1/4");
    assert.equal(text(power(-2, 3)), "-8");
    assert.equal(toNumber(power(2, exactOf(0.5))!), Math.SQRT2);
    const none: readonly [number, number][] = [
      [0, 0],
      [0, -1],
      [-4, 0.5],
      [10, 400],
      [10, -400],
    ];
    for (const [base, exponent] of none) assert.equal(power(exactOf(base), exactOf(exponent)), null);
  });

  it("become the nearest JS number, also from long fractions", () => {
    fc.assert(
      fc.property(numbers, (value) => {
        assert.equal(toNumber(exactOf(value)), value === 0 ? 0 : value);
      }),
    );
    assert.equal(toNumber(divide(1, 3)!), 1 / 3);
    assert.equal(toNumber(add(exactOf(1e300), exactOf(1e-9))), 1e300);
    assert.equal(toDecimalText(divide(2, 3)!, 2), "0.67");
    assert.equal(toDecimalText(exactOf(-0.001), 2), "0.00");
  });
});
