import assert from "node:assert/strict";
import fc from "fast-check";
import { COMPARATORS, SCOPES } from "../../../src/core/definition/target.js";
import * as words from "../../../src/core/control/control-words.js";

const TABLES = [
  words.TYPE_WORDS,
  words.COMPARATOR_WORDS,
  words.SCOPE_WORDS,
  words.SEVERITY_WORDS,
  words.YES_WORDS,
  words.AGGREGATE_WORDS,
];

describe("control-words", () => {
  it("reads back every word and every other spelling as one code", () => {
    for (const table of TABLES)
      for (const { code, word, also } of table)
        for (const text of [word, word.toUpperCase(), `  ${word} `, String(code), ...also])
          assert.equal(words.codeOf(table, text), code, `${text} in ${table[0]!.word}`);
  });
  it("has a word for every comparator and scope", () => {
    assert.deepEqual(words.COMPARATOR_WORDS.map((word) => word.code).sort(), [...COMPARATORS].sort());
    assert.deepEqual(
      words.SCOPE_WORDS.map((word) => word.code),
      SCOPES,
    );
  });
  it("starts no word with a sign that Excel takes for a formula", () => {
    for (const table of TABLES) for (const { word } of table) assert.match(word, /^\p{L}/u);
  });
  it("understands how staff write a comparator", () => {
    const read = (text: string) => words.codeOf(words.COMPARATOR_WORDS, text);
    assert.deepEqual(["Từ...trở lên", "≥", "tren", "Ít nhất", "khong qua", "Từ … đến …", "KHOẢNG", "dưới"].map(read), [
      ">=",
      ">=",
      ">",
      ">=",
      "<=",
      "between",
      "about",
      "<",
    ]);
    assert.deepEqual(["", "lên", "??", "1"].map(read), [undefined, undefined, undefined, undefined]);
  });
  it("keeps any words through one cell", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'ab;|"\n ') })).map((s) => s.trim())),
        (items) => {
          assert.deepEqual(words.splitItems(words.joinItems(items)), items);
        },
      ),
      { numRuns: 500 },
    );
  });
  it("takes ; | and line breaks as separators and drops empty words", () => {
    assert.deepEqual(words.splitItems("đảng bộ cơ sở ; chi bộ|x\n\n;y;"), ["đảng bộ cơ sở", "chi bộ", "x", "y"]);
    assert.deepEqual(words.splitItems('cái "một"; hai'), ['cái "một"', "hai"]);
    assert.deepEqual(words.splitItems("  "), []);
  });
});
