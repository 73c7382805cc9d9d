// Notes that are known from the last run: taken only for the very workbook that was written then.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keepNotes, keptNotes } from "../../src/cli/notes-cache.js";
import type { Notes } from "../../src/sheets/notes.js";

describe("notes of the last run", () => {
  const notes: Notes = new Map([
    ["Tổng hợp", new Map([["DV01", "Đã gọi điện, hẹn thứ Hai"]])],
    ["Theo dõi", new Map([["__proto__", "“có” \u2028 dấu"]])],
  ]);
  const bytes = new TextEncoder().encode("sổ đã tổng hợp");
  let folder: string;
  let out: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "tonghop-notes-"));
    out = path.join(folder, "tong-hop.xlsx");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("come back for the same bytes", () => {
    assert.equal(keptNotes(out, bytes), null);
    keepNotes(out, bytes, notes);
    assert.deepEqual(keptNotes(out, bytes), notes);
  });

  it("are not taken for a workbook that somebody has changed, nor from a damaged file", () => {
    keepNotes(out, bytes, notes);
    assert.equal(keptNotes(out, new TextEncoder().encode("sổ đã tổng hợp ")), null);
    const file = path.join(folder, ".tonghop-cache", "ghi-chu.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("thứ Hai", "thứ Ba"));
    assert.equal(keptNotes(out, bytes), null);
    writeFileSync(file, "");
    assert.equal(keptNotes(out, bytes), null);
  });

  it("are done without when they cannot be kept", () => {
    writeFileSync(path.join(folder, ".tonghop-cache"), "không phải thư mục");
    assert.doesNotThrow(() => keepNotes(out, bytes, notes));
    assert.equal(keptNotes(out, bytes), null);
  });
});
