// What is remembered between the workbooks of a batch, and what never is.
import assert from "node:assert/strict";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { webCodec } from "../../src/xlsx/codec.js";
import { partMemory } from "../../src/xlsx/part-memory.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import type { ZipEntry } from "../../src/xlsx/zip-read.js";
import { replaceBytes, workbookBytes, workbookParts, zipParts } from "../helpers/xlsx-parts.js";

function entry(words: string, changes: Partial<ZipEntry> = {}): ZipEntry {
  const packed = new TextEncoder().encode(words);
  return { name: "a.xml", nameBytes: packed, method: 0, crc: packed[0]!, size: packed.length, packed, ...changes };
}

/** A counter of how often something was made. */
function maker(): { readonly make: () => number; readonly made: () => number } {
  let made = 0;
  return { make: () => ++made, made: () => made };
}

describe("memory of parts", () => {
  it("makes a value of the same bytes twice and then no more", () => {
    const memory = partMemory();
    const { make } = maker();
    const values = [1, 2, 3, 4].map(() => memory.recall(entry("một"), "sheet", make));
    assert.deepEqual(values, [1, 2, 2, 2]);
  });

  it("makes it anew for other bytes of the same length and checksum, another use, method, size or checksum", () => {
    const memory = partMemory();
    const { make, made } = maker();
    for (let i = 0; i < 3; i++) memory.recall(entry("abc"), "sheet", make);
    assert.equal(made(), 2);
    const others: readonly [ZipEntry, string][] = [
      [entry("abd"), "sheet"],
      [entry("abc"), "styles"],
      [entry("abc", { method: 8 }), "sheet"],
      [entry("abc", { size: 4 }), "sheet"],
      [entry("abc", { crc: 1 }), "sheet"],
      [entry("abc", { name: "b.xml" }), "sheet"],
    ];
    for (const [i, [other, use]] of others.entries()) assert.equal(memory.recall(other, use, make), i + 3, String(i));
  });

  it("makes it anew when it depends on something else", () => {
    const memory = partMemory();
    const { make } = maker();
    const [one, two] = [["a"], ["a"]];
    const values = [one, one, one, two, one].map((given) => {
      const conditions = { keep: () => true, fits: (earlier: { given: unknown }) => earlier.given === given };
      return memory.recall(entry("một"), "sheet", () => ({ given, number: make() }), conditions).number;
    });
    assert.deepEqual(values, [1, 2, 2, 3, 2]);
  });

  it("keeps neither what was declined nor what failed", () => {
    const memory = partMemory();
    const { make } = maker();
    const declined = [1, 2, 3].map(() => memory.recall(entry("một"), "sheet", make, { keep: () => false, fits: () => true }));
    assert.deepEqual(declined, [1, 2, 3]);
    const fail = (): number => assert.fail("again");
    for (let i = 0; i < 3; i++) assert.throws(() => memory.recall(entry("hai"), "sheet", fail), /again/u);
  });

  it("does not notice when the bytes it was shown are overwritten", () => {
    const memory = partMemory();
    const { make } = maker();
    const shown = entry("abc");
    memory.recall(shown, "sheet", make);
    memory.recall(shown, "sheet", make);
    shown.packed[2] = 100;
    assert.equal(memory.recall(shown, "sheet", make), 3);
    assert.equal(memory.recall(entry("abc"), "sheet", make), 2);
  });
});

for (const [name, codec] of [
  ["fflate", webCodec],
  ["zlib", nodeCodec],
] as const) {
  describe(`workbooks read with one memory, ${name}`, () => {
    const row = (value: string): string => `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>${value}</v></c></row>`;
    const strings = (text: string): { readonly strings: readonly string[] } => ({ strings: [`<t>${text}</t>`] });

    it("give what each gives alone", () => {
      const memory = partMemory();
      const files = ["4321", "4321", "4321", "4322", "1e", "4321"].flatMap((value) =>
        ["Đảng ủy", "Đảng ủy", "Chi bộ"].map((text) => workbookBytes(row(value), strings(text))),
      );
      for (const bytes of files) assert.deepEqual(readWorkbook(bytes, codec, memory), readWorkbook(bytes, codec));
    });

    it("refuse a figure edited under the old checksum, though its neighbours were read before", () => {
      const memory = partMemory();
      const stored = zipParts(workbookParts(row("4321"), strings("Đảng ủy")), true);
      for (let i = 0; i < 3; i++) assert.notEqual(readWorkbook(stored, codec, memory).workbook, null);
      const edited = readWorkbook(replaceBytes(stored, "<v>4321<", "<v>4322<"), codec, memory);
      assert.deepEqual(
        edited.findings.map((one) => one.code),
        ["zip/checksum"],
      );
    });
  });
}
