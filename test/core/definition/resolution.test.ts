import assert from "node:assert/strict";
import { reference, resolutionName } from "../../../src/core/definition/resolution.js";

describe("core/resolution", () => {
  it("names a document by kind, number and symbol, as far as they are known", () => {
    const name = (number: string, symbol: string) => resolutionName({ kind: "nghị quyết", number, symbol });
    assert.equal(name("20", "NQ/ĐUK"), "nghị quyết số 20-NQ/ĐUK");
    assert.equal(name("", "NQ/ĐUK"), "nghị quyết số …-NQ/ĐUK");
    assert.equal(name("20", ""), "nghị quyết số 20");
    assert.equal(name("", ""), "nghị quyết");
    assert.equal(reference({ number: "", symbol: "" }), "");
  });
});
