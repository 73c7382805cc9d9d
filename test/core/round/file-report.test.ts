// How the other file of a unit is called in a sentence.
import assert from "node:assert/strict";
import { pathBeside } from "../../../src/core/round/file-report.js";

describe("the name of another file", () => {
  const cases: readonly (readonly [path: string, own: string, said: string])[] = [
    ["/home/lan/da-nop/DV01.xlsx", "/home/lan/da-nop/DV01 (1).xlsx", "DV01.xlsx"],
    ["/home/lan/dot 1/DV01.xlsx", "/home/lan/dot 2/DV01.xlsx", "dot 1/DV01.xlsx"],
    ["da-nop.zip!DV01.xlsx", "da-nop.zip!DV02.xlsx", "da-nop.zip!DV01.xlsx"],
    ["C:\\nop\\DV01.xlsx", "C:\\nop\\DV02.xlsx", "DV01.xlsx"],
    ["DV01.xlsx", "da-nop/DV01.xlsx", "DV01.xlsx"],
    ["da-nop/DV01.xlsx", "da-nop/DV01.xlsx", "DV01.xlsx"],
  ];
  for (const [path, own, said] of cases)
    it(`is ${said} beside ${own}`, () => {
      assert.equal(pathBeside(path, own), said);
    });
});
