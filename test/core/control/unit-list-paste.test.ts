import assert from "node:assert/strict";
import { readPastedUnits } from "../../../src/core/control/unit-list-paste.js";

const shown = (text: string) => {
  const { units, findings, numbered } = readPastedUnits(text);
  return {
    units: units.map(({ code, name, kind }) => [code, name, kind].join("|")),
    codes: findings.map((f) => f.code),
    numbered,
  };
};

describe("a pasted list of units", () => {
  it("is read by its headings when it has them", () => {
    assert.deepEqual(shown("Tên\tMã\nĐảng bộ Sở Y tế\tYT"), { units: ["YT|Đảng bộ Sở Y tế|"], codes: [], numbered: false });
  });

  it("is taken as code, name and kind when it has no headings", () => {
    assert.deepEqual(shown("YT\tĐảng bộ Sở Y tế\tđảng bộ cơ sở\r\nTC\tChi bộ Sở Tài chính\tchi bộ cơ sở\r\n"), {
      units: ["YT|Đảng bộ Sở Y tế|đảng bộ cơ sở", "TC|Chi bộ Sở Tài chính|chi bộ cơ sở"],
      codes: [],
      numbered: false,
    });
  });

  it("gets codes when it has only names", () => {
    assert.deepEqual(shown("Đảng bộ Sở Y tế\n\nChi bộ Sở Tài chính"), {
      units: ["DV001|Đảng bộ Sở Y tế|", "DV002|Chi bộ Sở Tài chính|"],
      codes: [],
      numbered: true,
    });
  });

  it("tells of a code that stands twice", () => {
    const { codes } = shown("YT\tĐảng bộ Sở Y tế\nYT\tChi bộ Sở Tài chính");
    assert.deepEqual(codes, ["control/unit-code-repeated"]);
  });
});
