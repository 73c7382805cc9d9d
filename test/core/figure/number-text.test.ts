import assert from "node:assert/strict";
import { numberText, readNumberText } from "../../../src/core/figure/number-text.js";

function one(text: string): number | string | null {
  const reading = readNumberText(text);
  if (reading === null) return null;
  return reading.kind === "number" ? (reading.percent ? `${reading.number}%` : reading.number) : reading.kind;
}

describe("number-text", () => {
  it("reads texts that have one reading", () => {
    const table: readonly [string, number | string][] = [
      ["125", 125],
      ["  125\u00a0", 125],
      ["007", 7],
      ["1.234.567", 1234567],
      ["1,234,567", 1234567],
      ["1.234,5", 1234.5],
      ["1,234.5", 1234.5],
      ["1 234", 1234],
      ["1\u00a0234\u202f567,25", 1234567.25],
      ["1234,567", 1234.567],
      ["95,5", 95.5],
      ["0.125", 0.125],
      [",5", 0.5],
      ["(1.234,5)", -1234.5],
      ["-12", -12],
      ["\u221212", -12],
      ["\uff11\uff12\uff13", 123],
      ["\uff08\uff15\uff09", -5],
      ["+7", 7],
      ["100 %", "100%"],
      ["95,5%", "95.5%"],
      ["-0", 0],
    ];
    for (const [text, expected] of table) assert.equal(one(text), expected, text);
  });
  it("offers both readings of one separator before three digits", () => {
    assert.deepEqual(readNumberText("1.234"), { kind: "ambiguous", whole: 1234, decimal: 1.234, separator: ".", percent: false });
    assert.deepEqual(readNumberText("(12,500)"), {
      kind: "ambiguous",
      whole: -12500,
      decimal: -12.5,
      separator: ",",
      percent: false,
    });
  });
  it("tells which decimal mark a text proves", () => {
    const marks = ["1.234,5", "1.234.567", "95,5", "1,234.5", "95.5", "1 234", "12"].map((text) => {
      const reading = readNumberText(text);
      return reading?.kind === "number" ? reading.mark : undefined;
    });
    assert.deepEqual(marks, [",", ",", ",", ".", ".", null, null]);
  });
  it("reads nothing that is not a number and nothing else", () => {
    for (const text of [
      "",
      "-",
      "x",
      "12 tr",
      "5 tỷ",
      "12O",
      "1E05",
      "1E400",
      "12 người",
      "1.23.456",
      "1.234.56",
      "0.123.456",
      "1 23",
      "5.",
      "(5",
      "(-5)",
      "12-",
      "1,2,3",
      "٣",
      "1..2",
    ]) {
      assert.equal(readNumberText(text), null, text);
    }
  });
  it("refuses more digits than a spreadsheet keeps", () => {
    assert.equal(one("1234567890123456"), "tooLong");
    assert.equal(one("0,1234567890123456"), "tooLong");
    assert.equal(one("000000123456789012345"), 123456789012345);
  });
  it("writes every digit for people", () => {
    assert.deepEqual(
      [0, 118, 1234, -1234567.25, 0.5, 1e21].map((n) => numberText(n)),
      ["0", "118", "1.234", "-1.234.567,25", "0,5", "1e+21"],
    );
    assert.equal(numberText(1234567.5, "en"), "1,234,567.5");
  });
});
