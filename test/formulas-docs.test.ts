import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { evaluate, FUNCTIONS, isUndecided, parseFormula } from "../src/core/formula/index.js";

const DOCS = readFileSync(new URL("../docs/formulas.md", import.meta.url), "utf8");

describe("docs/formulas.md", () => {
  it("shows only formulas that are read", () => {
    const blocks = [...DOCS.matchAll(/```excel\n([\s\S]*?)```/g)].flatMap((match) => match[1]!.trim().split("\n"));
    assert.ok(blocks.length >= 8);
    for (const text of blocks) assert.ok(parseFormula(text).formula !== null, text);
  });

  it("names every function", () => {
    for (const name of Object.keys(FUNCTIONS)) assert.ok(DOCS.includes(`\`${name}\``), name);
  });

  it("says what blanks do", () => {
    const rows = [...DOCS.matchAll(/^\| `([^`]+)` \| (chưa đủ số liệu|5)/gm)];
    assert.equal(rows.length, 4);
    for (const [, text, expected] of rows) {
      const value = evaluate(parseFormula(text!).formula!, (name) => (name === "so_a" ? null : 5));
      assert.equal(isUndecided(value) ? "chưa đủ số liệu" : String(value), expected, text);
    }
  });
});
