// What people hand in: zips whose names are written in old code pages, with lock files and folders in them.
import assert from "node:assert/strict";
import { nodeHost } from "../../src/cli/host.js";
import { consolidate, readReport, unfold } from "../../src/workflow.js";
import { joinParts, packPart, writeZip } from "../../src/xlsx/zip-write.js";
import { filledRound, type FilledRound } from "../helpers/filled-round.js";

/** The zip without the flag that says that its names are UTF-8, as old programs write it. */
function unflagged(zip: Uint8Array): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const end = copy.length - 22;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint16(at + 8, 0, true);
    view.setUint16(view.getUint32(at + 42, true) + 6, 0, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return copy;
}

const codec = nodeHost.codec;

describe("a zip as a source", () => {
  let made: FilledRound;
  before(async () => {
    made = await filledRound("kl-09-btctw-2024", 2);
  });

  const named = (names: readonly Uint8Array[]): Uint8Array =>
    unflagged(joinParts(names.map((name, i) => packPart(name, made.forms[i]!.bytes, codec, true))));
  const paths = (zip: Uint8Array): readonly string[] =>
    unfold({ path: "gui.zip", bytes: zip }, nodeHost).map((file) => file.path);
  const units = (zip: Uint8Array): readonly (string | null)[] =>
    unfold({ path: "gui.zip", bytes: zip }, nodeHost).map((file) => readReport(file, made.round, nodeHost).unit);

  it("shows names of code page 437 and of unflagged UTF-8, and reads whose report it is from the file", () => {
    const codePage = Uint8Array.from(Buffer.from("B\xa0o c\xa0o 1.xlsx", "latin1"));
    const utf8 = new TextEncoder().encode("Báo cáo xã Đông Hưng.xlsx");
    const zip = named([codePage, utf8]);
    assert.deepEqual(paths(zip), ["gui.zip!Báo cáo 1.xlsx", "gui.zip!Báo cáo xã Đông Hưng.xlsx"]);
    assert.deepEqual(
      units(zip),
      made.forms.map(({ unit }) => unit.code),
    );
  });

  it("takes names that no code page explains, and names that would climb out of a folder, as names only", () => {
    const strange = Uint8Array.from([0xff, 0xfe, 0x2e, 0x78]);
    const climbing = new TextEncoder().encode("..\\..\\Windows\\bao-cao.xlsx");
    const zip = named([strange, climbing]);
    assert.equal(paths(zip).length, 2);
    assert.equal(paths(zip)[1], "gui.zip!../../Windows/bao-cao.xlsx");
    assert.deepEqual(
      units(zip),
      made.forms.map(({ unit }) => unit.code),
    );
  });

  it("lists lock files and litter beside the workbook, and says that it may be open and unsaved", () => {
    const [form] = made.forms;
    const zip = writeZip(
      [
        { name: "xa/bao-cao.xlsx", data: form!.bytes },
        { name: "xa/~$bao-cao.xlsx", data: new Uint8Array(165) },
        { name: "__MACOSX/xa/._bao-cao.xlsx", data: new Uint8Array(40) },
      ],
      codec,
    );
    const reports = unfold({ path: "gui.zip", bytes: zip }, nodeHost).map((file) => readReport(file, made.round, nodeHost));
    assert.deepEqual(
      reports.map((report) => report.outcome),
      ["accepted", "skipped", "skipped"],
    );
    assert.match(reports[1]!.findings[0]!.message, /đang mở, có thể chưa lưu/u);
  });

  it("gives one report on a zip that holds no workbook, with what there is instead", () => {
    const zip = (...names: string[]): Uint8Array =>
      writeZip(
        names.map((name) => ({ name, data: new Uint8Array(name.endsWith("/") ? 0 : 165) })),
        codec,
      );
    const told = (bytes: Uint8Array): readonly unknown[] =>
      unfold({ path: "gui.zip", bytes }, nodeHost)
        .map((file) => readReport(file, made.round, nodeHost))
        .map(({ path, outcome, findings }) => [path, outcome, findings.map(({ code, found }) => [code, found])]);
    assert.deepEqual(told(zip()), [["gui.zip", "rejected", [["file/empty-zip", null]]]]);
    assert.deepEqual(told(zip("xa/", "xa/thon/")), [["gui.zip", "rejected", [["file/empty-zip", null]]]]);
    const litterOnly = zip("xa/", "xa/~$a.xlsx", "__MACOSX/._a.xlsx");
    assert.deepEqual(told(litterOnly), [["gui.zip", "rejected", [["file/empty-zip", 2]]]]);
    const inner = writeZip([{ name: "trong.zip", data: zip() }], codec);
    assert.deepEqual(told(inner), [["gui.zip!trong.zip", "rejected", [["file/empty-zip", null]]]]);
    const [litter] = unfold({ path: "gui.zip", bytes: zip("~$a.xlsx") }, nodeHost);
    assert.match(litter!.findings![0]!.message, /không có sổ nào, chỉ có 1 tệp do hệ thống tạo ra\. Lưu và đóng/u);
  });

  it("names every file of a round in which none can be used", () => {
    const bad = ["a.xlsx", "b.pdf", "c.docx"].map((path, i) =>
      readReport({ path, bytes: new TextEncoder().encode(i === 1 ? "%PDF-1.7" : "hỏng") }, made.round, nodeHost),
    );
    const { files, coverage } = consolidate(made.round.definition, bad);
    assert.deepEqual(
      files.map((file) => [file.path, file.outcome, file.findings.length > 0]),
      [
        ["a.xlsx", "rejected", true],
        ["b.pdf", "rejected", true],
        ["c.docx", "rejected", true],
      ],
    );
    assert.equal(coverage.missing.length, 2);
  });
});
