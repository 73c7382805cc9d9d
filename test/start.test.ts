import assert from "node:assert/strict";
import { hasExcel } from "../scripts/start.js";

describe("npm start", () => {
  it("sees an installed Excel on Mac and Windows, and none where there is none", () => {
    assert.equal(
      hasExcel("darwin", (file) => file.endsWith("Microsoft Excel.app")),
      true,
    );
    assert.equal(
      hasExcel("darwin", () => false),
      false,
    );
    assert.equal(
      hasExcel("linux", () => true),
      false,
    );
  });
});
