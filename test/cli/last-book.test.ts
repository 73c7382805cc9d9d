// What is remembered of the workbook of the last run: taken only for the very workbook that was written then.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keepLastBook, type LastBook, lastBook, lastPrint } from "../../src/cli/last-book.js";
import { nodeHost } from "../../src/cli/host.js";
import { consolidate, consolidatedAgain } from "../../src/workflow.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

describe("the workbook of the last run", () => {
  const last: LastBook = {
    notes: new Map([
      ["Tổng hợp", new Map([["DV01", "Đã gọi điện, hẹn thứ Hai"]])],
      ["Theo dõi", new Map([["__proto__", "“có” \u2028 dấu"]])],
    ]),
    round: "0a1b",
    index: new Map([
      [
        "Tổng hợp",
        { part: "xl/worksheets/sheet1.xml", looks: "1 2", rows: [{ row: 9, mark: 2 ** 53 - 1, start: 900, length: 77 }] },
      ],
    ]),
  };
  const bytes = new TextEncoder().encode("sổ đã tổng hợp");
  let folder: string;
  let out: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "tonghop-last-"));
    out = path.join(folder, "tong-hop.xlsx");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("comes back for the same bytes", () => {
    assert.equal(lastBook(out, bytes), null);
    keepLastBook(out, bytes, last);
    assert.deepEqual(lastBook(out, bytes), last);
  });

  it("is not taken for a workbook that somebody has changed, nor from a damaged file", () => {
    keepLastBook(out, bytes, last);
    assert.equal(lastBook(out, new TextEncoder().encode("sổ đã tổng hợp ")), null);
    const file = path.join(folder, ".tonghop-cache", "so-truoc.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("thứ Hai", "thứ Ba"));
    assert.equal(lastBook(out, bytes), null);
    writeFileSync(file, "");
    assert.equal(lastBook(out, bytes), null);
  });

  it("is done without when it cannot be kept", () => {
    writeFileSync(path.join(folder, ".tonghop-cache"), "không phải thư mục");
    assert.doesNotThrow(() => keepLastBook(out, bytes, last));
    assert.equal(lastBook(out, bytes), null);
  });

  it("lends its rows to the same round only", async () => {
    const consolidation = consolidate(sampleDefinition(), []);
    const made = await consolidatedAgain(null, consolidation, new Map(), undefined, nodeHost);
    const kept = { notes: new Map(), round: "0a1b", index: made.index };
    assert.equal(lastPrint(kept, made.bytes, "0a1c"), null);
    assert.equal(lastPrint(null, made.bytes, "0a1b"), null);
    const print = lastPrint(kept, made.bytes, "0a1b")!;
    const { start, length } = print.index.get("Tổng hợp")!.rows[0]!;
    const row = new TextDecoder().decode(print.part("Tổng hợp")!.subarray(start, start + length));
    assert.match(row, /^<row r="\d+"[^>]*>.*<\/row>$/u);
    assert.equal(print.part("Không có"), null);
  });
});
