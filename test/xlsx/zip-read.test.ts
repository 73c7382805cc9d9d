// The zip container of a workbook: spoilt, hostile and unusual ones, with both codecs.
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { nodeCodec } from "../../src/cli/node-codec.js";
import type { WorkbookCells } from "../../src/core/cells.js";
import { webCodec, type Codec } from "../../src/xlsx/codec.js";
import { readOwnWorkbook, readWorkbook } from "../../src/xlsx/read-workbook.js";
import { packBeside, packPart, joinParts, repack, type PackedPart, writeZip, writePacked } from "../../src/xlsx/zip-write.js";
import { FORM_LIMITS, openZip } from "../../src/xlsx/zip-read.js";
import { replaceBytes, sheetXml, workbookBytes, workbookParts, zipParts } from "../helpers/xlsx-parts.js";

const ROWS = '<row r="1"><c r="A1"><v>4321</v></c></row>';
const SHEET = "xl/worksheets/sheet1.xml";
const CODECS: readonly (readonly [string, Codec])[] = [
  ["fflate", webCodec],
  ["zlib", nodeCodec],
];
const encoder = new TextEncoder();

function codes(bytes: Uint8Array, codec: Codec = nodeCodec): string[] {
  const reading = readWorkbook(bytes, codec);
  assert.equal(reading.workbook, null, "a spoilt file was accepted");
  return reading.findings.map((one) => one.code);
}

/** Packed parts of the sample workbook, the sheet changed. */
function packedParts(change: (sheet: PackedPart) => PackedPart | PackedPart[]): PackedPart[] {
  return [...workbookParts(ROWS)].flatMap(([name, data]) => {
    const part = packPart(encoder.encode(name), encoder.encode(String(data)), nodeCodec);
    return name === SHEET ? change(part) : part;
  });
}

/** The value of A1 in the first sheet. */
function a1(workbook: WorkbookCells | null): unknown {
  const value = workbook?.sheets[0]?.cells.get(16384)?.value;
  return value?.kind === "number" ? value.number : value;
}

for (const [name, codec] of CODECS) {
  describe(`zip of a workbook, ${name}`, () => {
    it("refuses an edited digit with the old checksum", () => {
      const stored = zipParts(workbookParts(ROWS), true);
      assert.deepEqual(codes(replaceBytes(stored, "<v>4321<", "<v>4322<"), codec), ["zip/checksum"]);
    });

    it("refuses a damaged part that nobody reads", () => {
      const parts = workbookParts(ROWS).set("xl/theme/theme1.xml", "<theme>0123456789</theme>");
      assert.deepEqual(codes(replaceBytes(zipParts(parts, true), "0123456789", "0123456780"), codec), ["zip/checksum"]);
    });

    it("refuses deflate data of zero length", () => {
      const bytes = joinParts(packedParts((part) => ({ ...part, method: 8, packed: new Uint8Array(0) })));
      assert.deepEqual(codes(bytes, codec), ["zip/checksum"]);
    });

    it("refuses deflate data that goes on for ever or breaks off", () => {
      const broken = joinParts(packedParts((part) => ({ ...part, packed: part.packed.subarray(0, part.packed.length >> 1) })));
      assert.deepEqual(codes(broken, codec), ["zip/checksum"]);
    });

    it("stops a bomb that claims to be small, soon", function () {
      this.timeout(5000);
      const bomb = deflateRawSync(new Uint8Array(200_000_000));
      const bytes = joinParts(packedParts((part) => ({ ...part, packed: bomb, size: 1000 })));
      assert.deepEqual(codes(bytes, codec), ["zip/checksum"]);
    });

    it("refuses a part above 64 MB and a whole above 256 MB by what they claim, without unpacking", () => {
      const claim = (size: number): Uint8Array => joinParts(packedParts((part) => ({ ...part, size })));
      assert.deepEqual(codes(claim(800_000_000), codec), ["zip/limit"]);
      const many = packedParts((part) =>
        Array.from({ length: 5 }, (_, i) => ({ ...part, size: 60_000_000, nameBytes: encoder.encode(`p${i}`) })),
      );
      assert.deepEqual(codes(joinParts(many), codec), ["zip/limit"]);
    });

    it("survives 60 MB of spaces in a sheet", function () {
      this.timeout(10000);
      const parts = workbookParts(ROWS).set(SHEET, sheetXml(`${" ".repeat(60_000_000)}${ROWS}`));
      assert.equal(a1(readWorkbook(zipParts(parts), codec).workbook), 4321);
    });
  });
}

describe("zip of a workbook", () => {
  it("refuses more than 2,000 entries", () => {
    const extra = Array.from({ length: 2000 }, (_, i) => ({ name: `x${i}`, data: new Uint8Array(0) }));
    const parts = [...workbookParts(ROWS)].map(([name, data]) => ({ name, data: encoder.encode(String(data)) }));
    assert.deepEqual(codes(writeZip([...parts, ...extra], webCodec)), ["zip/limit"]);
  });

  for (const twin of [SHEET, "XL/worksheets/Sheet1.xml", "xl\\worksheets\\sheet1.xml", `/${SHEET}`]) {
    it(`refuses a second entry named ${twin}`, () => {
      assert.deepEqual(codes(joinParts(packedParts((part) => [part, { ...part, nameBytes: encoder.encode(twin) }]))), [
        "zip/duplicate-name",
      ]);
    });
  }

  it("refuses an unusual method and an encrypted entry", () => {
    assert.deepEqual(codes(joinParts(packedParts((part) => ({ ...part, method: 12 })))), ["zip/method"]);
    const bytes = joinParts(packedParts((part) => part));
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    bytes[directory + 8] = 1;
    assert.deepEqual(codes(bytes), ["zip/encrypted"]);
  });

  it("refuses a local header that says something else than the table of contents", () => {
    const bytes = workbookBytes(ROWS);
    bytes[30] = 0x5d;
    assert.deepEqual(codes(bytes), ["zip/mismatch"]);
    const sizes = workbookBytes(ROWS);
    sizes[22] = sizes[22]! ^ 1;
    assert.deepEqual(codes(sizes), ["zip/mismatch"]);
  });

  it("refuses entries that overlap", () => {
    const bytes = joinParts(packedParts((part) => [part, { ...part, nameBytes: encoder.encode("xl/worksheets/sheet2.xml") }]));
    const view = new DataView(bytes.buffer);
    let at = view.getUint32(bytes.length - 6, true);
    const records: number[] = [];
    while (view.getUint32(at, true) === 0x02014b50) {
      records.push(at);
      at += 46 + view.getUint16(at + 28, true);
    }
    const [first, second] = records.slice(-2);
    const size = view.getUint32(first! + 20, true);
    view.setUint32(first! + 20, size + 40, true);
    view.setUint32(view.getUint32(first! + 42, true) + 18, size + 40, true);
    assert.ok(second !== undefined);
    assert.deepEqual(codes(bytes), ["zip/overlap"]);
  });

  it("accepts padding after the end with a note, and refuses other bytes there", () => {
    const bytes = workbookBytes(ROWS);
    const padded = readWorkbook(Uint8Array.from([...bytes, 0, 13, 10]), webCodec);
    assert.deepEqual(
      padded.findings.map((one) => [one.code, one.severity]),
      [["zip/padding", "note"]],
    );
    assert.equal(a1(padded.workbook), 4321);
    assert.deepEqual(codes(Uint8Array.from([...bytes, 65, 66])), ["zip/trailing-bytes"]);
  });

  it("refuses bytes before the first entry", () => {
    assert.equal(codes(Uint8Array.from([35, 33, ...workbookBytes(ROWS)])).length, 1);
  });

  it("reads sizes that follow the data, and ZIP64 sizes", () => {
    const bytes = joinParts(packedParts((part) => part));
    eachRecord(bytes, (view, at, local) => {
      for (const flags of [at + 8, local + 6]) view.setUint16(flags, view.getUint16(flags, true) | 8, true);
      for (const field of [14, 18, 22]) view.setUint32(local + field, 0, true);
    });
    assert.equal(a1(readWorkbook(bytes, webCodec).workbook), 4321);
    assert.equal(a1(readWorkbook(zip64(bytes), webCodec).workbook), 4321);
  });

  it("reads what a program wrote that packed into a stream: each number in front of the data is right or left at zero", () => {
    const fields = [14, 18, 22];
    for (const kept of [[], [14], [18], [22], [18, 22]]) {
      const bytes = joinParts(packedParts((part) => part));
      eachRecord(bytes, (view, at, local) => {
        for (const flags of [at + 8, local + 6]) view.setUint16(flags, view.getUint16(flags, true) | 8, true);
        for (const field of fields) if (!kept.includes(field)) view.setUint32(local + field, 0, true);
      });
      assert.equal(a1(readWorkbook(bytes, webCodec).workbook), 4321);
      for (const field of kept) {
        const spoilt = bytes.slice();
        eachRecord(spoilt, (view, _at, local) => view.setUint32(local + field, view.getUint32(local + field, true) ^ 4, true));
        assert.deepEqual(codes(spoilt), ["zip/mismatch"]);
      }
    }
    const unsaid = joinParts(packedParts((part) => part));
    eachRecord(unsaid, (view, _at, local) => view.setUint32(local + 14, 0, true));
    assert.deepEqual(codes(unsaid), ["zip/mismatch"], "without the flag nothing may be left at zero");
  });

  it("refuses a file cut at any byte", () => {
    const bytes = workbookBytes(ROWS);
    for (let length = 0; length < bytes.length; length++)
      assert.equal(codes(bytes.subarray(0, length)).length, 1, `${length} bytes`);
  });

  it("never reads another number from a file with one flipped bit", () => {
    const bytes = workbookBytes(ROWS);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const spoilt = bytes.slice();
        spoilt[at] = spoilt[at]! ^ (1 << bit);
        const { workbook, findings } = readWorkbook(spoilt, nodeCodec);
        assert.ok(workbook === null ? findings.length > 0 : a1(workbook) === 4321);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Calls `take` with each record of the table of contents and the place of its local header. */
function eachRecord(bytes: Uint8Array, take: (view: DataView, at: number, local: number) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (
    let at = view.getUint32(bytes.length - 6, true);
    view.getUint32(at, true) === 0x02014b50;
    at += 46 + view.getUint16(at + 28, true)
  )
    take(view, at, view.getUint32(at + 42, true));
}

/** The same zip with its end record moved into ZIP64 records. */
function zip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = bytes.length - 22;
  const tail = new Uint8Array(56 + 20 + 22);
  const out = new DataView(tail.buffer);
  out.setUint32(0, 0x06064b50, true);
  out.setUint32(4, 44, true);
  out.setUint32(24, view.getUint16(end + 8, true), true);
  out.setUint32(32, view.getUint16(end + 10, true), true);
  out.setUint32(40, view.getUint32(end + 12, true), true);
  out.setUint32(48, view.getUint32(end + 16, true), true);
  out.setUint32(56, 0x07064b50, true);
  out.setUint32(64, end, true);
  out.setUint32(72, 1, true);
  out.setUint32(76, 0x06054b50, true);
  out.setUint16(84, 0xffff, true);
  out.setUint16(86, 0xffff, true);
  out.setUint32(88, 0xffffffff, true);
  out.setUint32(92, 0xffffffff, true);
  return Uint8Array.from([...bytes.subarray(0, end), ...tail]);
}

describe("writeZip and repack", () => {
  it("give the same bytes for the same entries", () => {
    const entries = [
      { name: "một.txt", data: encoder.encode("nội dung") },
      { name: "b", data: new Uint8Array(1000), stored: true },
    ];
    assert.deepEqual(writeZip(entries, nodeCodec), writeZip(entries, nodeCodec));
    const zip = openZip(writeZip(entries, nodeCodec), FORM_LIMITS);
    assert.deepEqual(
      zip.entries.map((entry) => [entry.name, entry.method, entry.size]),
      [
        ["một.txt", 0, 10],
        ["b", 0, 1000],
      ],
    );
  });

  it("pack large data beside this thread into the same bytes", async () => {
    const data = Uint8Array.from({ length: 1_500_000 }, (_, i) => ((i * i) % 251) ^ (i >> 9));
    for (const size of [0, 1000, 262_144, 1_500_000]) {
      const part = data.subarray(0, size);
      const here = packPart(encoder.encode("x.xml"), part, nodeCodec);
      assert.deepEqual(await packBeside("x.xml", part, nodeCodec), here);
    }
    const parts = ["a", "b"].map((name) => packBeside(name, data, nodeCodec));
    const whole = writeZip(
      [
        { name: "a", data },
        { name: "b", data },
      ],
      nodeCodec,
    );
    assert.equal(Buffer.compare(await writePacked(parts), whole), 0);
  });

  it("repack leaves out times and folders and keeps content", () => {
    const bytes = workbookBytes(ROWS);
    const dated = bytes.slice();
    dated[10] = 77;
    assert.deepEqual(repack(dated, nodeCodec), bytes);
  });

  it("both codecs compute the same checksum for every length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => assert.equal(webCodec.crc32(data), nodeCodec.crc32(data))),
    );
  });
});

describe("size of a workbook", () => {
  it("of 65 MB in one part is refused in a form and read in a workbook of ours", () => {
    const parts = workbookParts(ROWS).set(SHEET, sheetXml(ROWS + " ".repeat(65 * 1048576)));
    const bytes = zipParts(parts);
    assert.ok(bytes.length < 1048576);
    assert.deepEqual(codes(bytes), ["zip/limit"]);
    assert.equal(a1(readOwnWorkbook(bytes, nodeCodec).workbook), 4321);
  });
});
