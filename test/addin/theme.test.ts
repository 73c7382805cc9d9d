// Light or dark as Office says it.
import assert from "node:assert/strict";
import { themeOf } from "../../src/addin/theme.js";

describe("theme of the pane", () => {
  for (const [office, theme] of [
    [{ bodyBackgroundColor: "#FFFFFF" }, "light"],
    [{ bodyBackgroundColor: "#f3f2f1" }, "light"],
    [{ bodyBackgroundColor: "#262626" }, "dark"],
    [{ bodyBackgroundColor: "000000" }, "dark"],
    [{ bodyBackgroundColor: "" }, null],
    [{}, null],
    [undefined, null],
  ] as const) {
    it(`is ${theme ?? "the machine's"} where Office says ${JSON.stringify(office) ?? "nothing"}`, () => {
      assert.equal(themeOf(office), theme);
    });
  }
});
