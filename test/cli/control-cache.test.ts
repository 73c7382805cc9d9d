// The definition of a control workbook, remembered: for the same bytes only, and never from a damaged file.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { controlCache } from "../../src/cli/control-cache.js";
import { openControlFile } from "../../src/cli/open.js";
import { controlWorkbook } from "../../src/workflow.js";
import { BASIC_PARTY, sampleDefinition } from "../helpers/sample-definition.js";

describe("the definition of a control workbook, remembered", () => {
  const definition = sampleDefinition();
  const bytes = new TextEncoder().encode("sổ gốc");
  let folder: string;
  let out: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "tonghop-control-"));
    out = path.join(folder, "tong-hop.xlsx");
    file = path.join(folder, ".tonghop-cache", "so-goc.json");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("comes back for the same bytes", () => {
    const cache = controlCache(out);
    assert.equal(cache.recall(bytes), null);
    cache.keep(bytes, definition);
    assert.deepEqual(cache.recall(bytes), definition);
    assert.equal(cache.recall(new TextEncoder().encode("sổ gốc khác")), null);
  });

  it("is not taken when it was changed or cut off", () => {
    const cache = controlCache(out);
    cache.keep(bytes, definition);
    const text = readFileSync(file, "utf8");
    for (const spoilt of [text.slice(0, -9), text.replace(definition.units[0]!.name, "Đơn vị khác"), "", text.slice(1)]) {
      assert.notEqual(spoilt, text);
      writeFileSync(file, spoilt);
      assert.equal(cache.recall(bytes), null);
    }
  });

  it("is done without when it cannot be kept", () => {
    writeFileSync(path.join(folder, ".tonghop-cache"), "không phải thư mục");
    assert.doesNotThrow(() => controlCache(out).keep(bytes, definition));
  });

  it("is what reading the workbook gives", async () => {
    const control = path.join(folder, "so.xlsx");
    const units = definition.units.map((unit) => ({ ...unit, kind: BASIC_PARTY }));
    writeFileSync(control, await controlWorkbook({ ...definition, units }));
    const read = openControlFile(control, "vi", controlCache(out));
    assert.ok(readFileSync(file, "utf8").length > 1000, "a sound workbook is remembered");
    assert.deepEqual(openControlFile(control, "vi", controlCache(out)), read);
    assert.deepEqual(read, openControlFile(control, "vi"));
  });

  it("is not remembered when there was something to say about the workbook", async () => {
    const control = path.join(folder, "so.xlsx");
    writeFileSync(control, await controlWorkbook(definition));
    openControlFile(control, "vi", controlCache(out));
    assert.equal(existsSync(file), false);
  });
});
