// What a file really is, told from its bytes; and zips of workbooks.
import assert from "node:assert/strict";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { webCodec } from "../../src/xlsx/codec.js";
import { isLitter, openBundle } from "../../src/xlsx/bundle.js";
import { fileFormat, type FileFormat } from "../../src/xlsx/format.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { writeZip } from "../../src/xlsx/zip-write.js";
import { replaceBytes, utf16, workbookBytes } from "../helpers/xlsx-parts.js";

const encoder = new TextEncoder();
const text = (words: string): Uint8Array => encoder.encode(words);
const zip = (...names: string[]): Uint8Array =>
  writeZip(
    names.map((name) => ({ name, data: text("x"), stored: true })),
    webCodec,
  );
const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  writeZip(
    Object.entries(parts).map(([name, data]) => ({ name, data: text(data), stored: true })),
    webCodec,
  );
const openDocument = (kind: string): Uint8Array =>
  writeZip(
    [
      { name: "mimetype", data: text(`application/vnd.oasis.opendocument.${kind}`), stored: true },
      { name: "content.xml", data: text("<x/>") },
    ],
    webCodec,
  );

/** An old Office container whose directory names those streams. */
function compound(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(1024 + streams.length * 128);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  streams.forEach((name, index) => {
    const at = 1024 + index * 128;
    bytes.set(utf16(name).subarray(2), at);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = 2;
  });
  return bytes;
}

/** An old Office container with its tables: root folder, one stream in it, and a folder of an embedded object with another. */
function embedding(outer: string, inner: string): Uint8Array {
  const bytes = new Uint8Array(4 * 512);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let index = 0; index < 109; index++) view.setUint32(76 + index * 4, index === 0 ? 0 : 0xffffffff, true);
  // Sector 0 is the table; the directory stands in sectors 2 and 1, in that order.
  view.setUint32(48, 2, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(512 + 4, 0xfffffffe, true);
  view.setUint32(512 + 8, 1, true);
  const none = 0xffffffff;
  const record = (at: number, name: string, left: number, right: number, child: number): void => {
    bytes.set(utf16(name).subarray(2), at);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = 2;
    [left, right, child].forEach((link, index) => view.setUint32(at + 68 + index * 4, link, true));
  };
  record(3 * 512, "Root Entry", none, none, 1);
  record(3 * 512 + 128, "ObjectPool", 4, none, 2);
  record(3 * 512 + 256, inner, none, none, none);
  record(2 * 512, outer, none, none, none);
  return bytes;
}

const lockFile = new Uint8Array(165).fill(32);
lockFile.set([5, 0x41, 0x6e, 0x68]);

describe("fileFormat", () => {
  const formats: readonly (readonly [what: string, bytes: Uint8Array, format: FileFormat, code: string | null])[] = [
    ["a workbook", workbookBytes(""), "xlsx", null],
    ["nothing", new Uint8Array(0), "empty", "file/empty"],
    ["a binary workbook", zip("[Content_Types].xml", "xl/workbook.bin"), "xlsb", "file/wrong-format"],
    ["a Word document", zip("[Content_Types].xml", "word/document.xml"), "word", "file/wrong-format"],
    ["a presentation", zip("[Content_Types].xml", "ppt/presentation.xml"), "powerpoint", "file/wrong-format"],
    ["an OpenDocument spreadsheet", openDocument("spreadsheet"), "ods", "file/wrong-format"],
    ["an OpenDocument text", openDocument("text"), "word", "file/wrong-format"],
    ["a Numbers spreadsheet", zip("Index/Document.iwa", "Metadata/x.plist"), "numbers", "file/wrong-format"],
    ["a zip without any file", zip(), "emptyZip", "file/empty-zip"],
    ["a zip of folders alone", zip("Tổ 1/", "Tổ 1/Nhóm 2/"), "emptyZip", "file/empty-zip"],
    ["a zip of workbooks", zip("a.xlsx", "b.xlsx"), "zip", "file/wrong-format"],
    ["an old workbook", compound("Root Entry", "Workbook"), "xls", "file/wrong-format"],
    ["an older workbook", compound("Root Entry", "Book"), "xls", "file/wrong-format"],
    ["a workbook of Excel 2", Uint8Array.from([9, 0, 4, 0, 2, 0, 0x10, 0]), "xls", "file/wrong-format"],
    ["a workbook of Excel 97 without its container", Uint8Array.from([9, 8, 6, 0, 0, 6, 0x10, 0]), "xls", "file/wrong-format"],
    ["an old workbook whose stream is named in capitals", compound("Root Entry", "WORKBOOK"), "xls", "file/wrong-format"],
    ["an old text that holds a workbook", embedding("WordDocument", "Workbook"), "word", "file/wrong-format"],
    ["an old workbook that holds a text", embedding("Workbook", "WordDocument"), "xls", "file/wrong-format"],
    ["a text of Word 2", Uint8Array.from([0xdb, 0xa5, 0x2d, 0, 0x31, 0x40, 9, 4]), "word", "file/wrong-format"],
    ["a drawing of OpenDocument", openDocument("graphics"), "unknown", "file/unknown-format"],
    [
      "a book for reading",
      zipOf({ mimetype: "application/epub+zip", "META-INF/container.xml": "<x/>" }),
      "unknown",
      "file/unknown-format",
    ],
    ["a drawing of Visio", zip("[Content_Types].xml", "visio/document.xml"), "unknown", "file/unknown-format"],
    ["an older Numbers spreadsheet", zip("index.xml", "buildVersionHistory.plist"), "numbers", "file/wrong-format"],
    [
      "a flat OpenDocument spreadsheet",
      text('<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'),
      "ods",
      "file/wrong-format",
    ],
    [
      "a flat OpenDocument text",
      text('<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">'),
      "word",
      "file/wrong-format",
    ],
    [
      "an XML 2003 document",
      text('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      "word",
      "file/wrong-format",
    ],
    ["an old document", compound("Root Entry", "WordDocument"), "word", "file/wrong-format"],
    ["a workbook with a password", compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "encrypted", "file/encrypted"],
    ["a lock file of Excel", lockFile, "lockFile", "file/lock-file"],
    ["a lock file of LibreOffice", text(",an,pc,22.11.2026 08:00,file:///home/an/.config;"), "lockFile", "file/lock-file"],
    ["a PDF", text("%PDF-1.7\n…"), "pdf", "file/wrong-format"],
    ["a web page", text("<!DOCTYPE html><html><body><table>"), "html", "file/wrong-format"],
    ["a table saved as a web page", text('<html xmlns:x="urn:schemas-microsoft-com:office:excel">'), "html", "file/wrong-format"],
    [
      "an XML 2003 workbook",
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      "xml2003",
      "file/wrong-format",
    ],
    ["a CSV file", text("\ufeffMã;Tên\nA;Chi bộ 1\nB;Chi bộ 2\n"), "csv", "file/wrong-format"],
    ["a CSV file as long as a lock file", text(`"Ma";"Ten"\n${"a;b\n".repeat(38)}ab;`), "csv", "file/wrong-format"],
    ["a tabbed UTF-16 file without a mark", utf16("Mã\tTên\nA\tChi bộ 1\n").subarray(2), "csv", "file/wrong-format"],
    ["a tabbed UTF-16 file", utf16("Mã\tTên\nA\tChi bộ 1\n"), "csv", "file/wrong-format"],
    ["a text", text("Kính gửi Ban Thường vụ.\nBáo cáo"), "text", "file/wrong-format"],
    ["a photograph", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0]), "image", "file/wrong-format"],
    ["a RAR archive", text("Rar!\u001a"), "archive", "file/wrong-format"],
    ["an RTF document", text("{\\rtf1 x}"), "word", "file/wrong-format"],
    ["a truncated workbook", workbookBytes("").subarray(0, 400), "damagedZip", "zip/damaged"],
    ["zeros", new Uint8Array(500), "unknown", "file/unknown-format"],
  ];
  for (const [what, bytes, format, code] of formats) {
    it(`knows ${what}`, () => {
      assert.equal(fileFormat(bytes), format);
      const reading = readWorkbook(bytes, webCodec);
      assert.deepEqual(
        reading.findings.map((one) => one.code),
        code === null ? [] : [code],
      );
    });
  }

  it("names the real format and the remedy in the message", () => {
    const [first] = readWorkbook(compound("Root Entry", "Workbook"), webCodec).findings;
    assert.match(first!.message, /^Đây là tệp Excel đời cũ \(\.xls\), không phải \.xlsx\. Mở tệp bằng Excel/u);
    const [second] = readWorkbook(zip("Index/Document.iwa"), webCodec).findings;
    assert.match(second!.message, /^Đây là bảng tính Numbers của Apple, không phải \.xlsx\. Mở tệp bằng Numbers/u);
  });
});

describe("openBundle", () => {
  const entries = [
    { name: "Tổ 1/a.xlsx", data: workbookBytes(""), stored: true },
    { name: "b.xlsx", data: text("0123456789"), stored: true },
    { name: "B.xlsx", data: text("khác"), stored: true },
    { name: "trong.zip", data: zip("c.xlsx"), stored: true },
    { name: "~$a.xlsx", data: lockFile },
    { name: "__MACOSX/._a.xlsx", data: text("x") },
    { name: ".DS_Store", data: text("x") },
    { name: "Tổ 1/", data: new Uint8Array(0) },
  ];

  it("gives the files, passes over litter, and refuses a zip inside", () => {
    const reading = openBundle(writeZip(entries, webCodec), webCodec);
    assert.ok(reading.files !== null);
    assert.deepEqual(
      reading.files.map((file) => [file.name, file.bytes.length > 0, file.findings.map((one) => one.code)]),
      [
        ["Tổ 1/a.xlsx", true, []],
        ["b.xlsx", true, []],
        ["B.xlsx", true, []],
        ["trong.zip", true, ["file/nested-zip"]],
      ],
    );
    assert.deepEqual(reading.skipped, ["~$a.xlsx", "__MACOSX/._a.xlsx", ".DS_Store"]);
  });

  it("a damaged entry costs that file only", () => {
    const reading = openBundle(replaceBytes(writeZip(entries, webCodec), "0123456789", "0123456780"), nodeCodec);
    assert.ok(reading.files !== null);
    assert.deepEqual(
      reading.files.map((file) => file.findings.map((one) => one.code)),
      [[], ["zip/checksum"], [], ["file/nested-zip"]],
    );
  });

  it("refuses a cut zip and a file that is none", () => {
    for (const [bytes, code] of [
      [writeZip(entries, webCodec).subarray(0, 900), "zip/damaged"],
      [text("%PDF-1.4"), "file/wrong-format"],
    ] as const) {
      const reading = openBundle(bytes, webCodec);
      assert.ok(reading.files === null);
      assert.deepEqual(
        reading.findings.map((one) => one.code),
        [code],
      );
    }
  });

  it("knows litter by name", () => {
    for (const name of ["~$x.xlsx", "a/~$x.xlsx", ".~lock.x.xlsx#", "x.TMP", "Desktop.ini", "a\\Thumbs.db", "._x.xlsx"])
      assert.ok(isLitter(name), name);
    for (const name of ["x.xlsx", "tmp.xlsx", "~x.xlsx", "DS_Store.xlsx"]) assert.ok(!isLitter(name), name);
  });
});
