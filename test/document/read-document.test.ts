// Reading the file of a resolution: Word, PDF, plain text, old encodings, and what is no text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readDocument, readPastedText } from "../../src/document/read-document.js";
import { docx, p } from "../helpers/word-document.js";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (r: { findings: readonly { code: string }[] }): string[] => r.findings.map((f) => f.code);

const PROSE =
  "Phấn đấu đến cuối năm 2031, toàn xã có ít nhất chín mươi phần trăm hộ dân dùng nước sạch; mỗi chi bộ xây dựng một mô hình dân vận khéo, " +
  "các trường học đều đạt chuẩn, đường làng ngõ xóm được thắp sáng và giữ gìn sạch đẹp quanh năm.";

describe("reading the file of a resolution", () => {
  it("gives the paragraphs of a Word document, one a line", async () => {
    const read = await readDocument(docx(p("II. CHỈ TIÊU") + p("1. Kết nạp 25 đảng viên &amp; hơn")), "nq.docx");
    assert.deepEqual(read, { text: "II. CHỈ TIÊU\n1. Kết nạp 25 đảng viên & hơn", findings: [] });
  });

  it("puts the cells of a Word table on one line between bars", async () => {
    const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("Nội dung")}${cell("2031")}</w:tr><w:tr>${cell("Hộ dân dùng nước sạch")}${cell("96%")}</w:tr></w:tbl>`;
    const read = await readDocument(docx(p("Biểu") + table + p("Hết")), "bieu.docx");
    assert.deepEqual(
      read.text.split("\n").map((line) => line.trim().replace(/\s*\|\s*/gu, "|")),
      ["Biểu", "Nội dung|2031", "Hộ dân dùng nước sạch|96%", "Hết"],
    );
  });

  it("keeps the columns of a Word table whose cells are merged", async () => {
    const cell = (text: string, look = ""): string => `<w:tc><w:tcPr>${look}</w:tcPr>${p(text)}</w:tc>`;
    const [down, on, wide] = ['<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'];
    const first = `<w:tr>${cell("Chỉ tiêu", down)}${cell("ĐVT", down)}${cell("Kế hoạch", wide)}${cell("Ghi chú", down)}</w:tr>`;
    const second = `<w:tr>${cell("", on)}${cell("", on)}${cell("2032")}${cell("2035")}${cell("", on)}</w:tr>`;
    const third = `<w:tr>${["Hộ nghèo", "%", "3", "2", "x"].map((text) => cell(text)).join("")}</w:tr>`;
    const read = await readDocument(docx(p("Biểu") + `<w:tbl>${first}${second}${third}</w:tbl>`), "bieu.docx");
    assert.deepEqual(
      read.text.split("\n").map((line) => line.split("|").map((text) => text.trim())),
      [["Biểu"], ["Chỉ tiêu", "ĐVT", "Kế hoạch", "", "Ghi chú"], ["", "", "2032", "2035", ""], ["Hộ nghèo", "%", "3", "2", "x"]],
    );
  });

  it("reads the text layer of a PDF, drops running heads and joins nothing that belongs apart", async () => {
    const read = await readDocument(fixture("three-pages.pdf"), "nq.pdf");
    assert.deepEqual(read.findings, []);
    assert.doesNotMatch(read.text, /CÔNG BÁO/u);
    assert.match(read.text, /2\. Kết nạp ít nhất 25 đảng viên mới\./u);
    assert.match(read.text.replace(/\n/gu, " "), /96% hộ dân trong xã dùng nước sạch từ công trình cấp nước tập trung/u);
  });

  it("says of a PDF without letters that it is a scan, and guesses nothing", async () => {
    const read = await readDocument(fixture("picture-only.pdf"), "scan.pdf");
    assert.equal(read.text, "");
    assert.deepEqual(codes(read), ["document/scan"]);
    assert.match(read.findings[0]!.message, /bản chụp/u);
  });

  it("reads UTF-8 and UTF-16 text, with composed letters and plain line ends", async () => {
    assert.deepEqual(await readDocument(utf8("\ufeffĐạt 95%\r\ntrở lên".normalize("NFD")), "a.txt"), {
      text: "Đạt 95%\ntrở lên",
      findings: [],
    });
    const wide = new Uint8Array([0xff, 0xfe, ...[..."Xã"].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
    assert.equal((await readDocument(wide, "b.txt")).text, "Xã");
  });

  it("names what cannot be read: old Word, other files, broken files, nothing", async () => {
    assert.deepEqual(codes(await readDocument(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), "cu.doc")), ["document/old-format"]);
    assert.deepEqual(codes(await readDocument(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), "anh.png")), [
      "document/unknown-format",
    ]);
    assert.deepEqual(codes(await readDocument(utf8("%PDF-1.4 hỏng"), "hong.pdf")), ["document/broken"]);
    assert.deepEqual(codes(await readDocument(utf8("PK hỏng"), "hong.docx")), ["document/broken"]);
    assert.deepEqual(codes(await readDocument(utf8(" \n "), "trong.txt")), ["document/empty"]);
  });

  it("turns an old encoding into Unicode and says so", () => {
    const old =
      "NghÞ quyÕt cña §¶ng bé: phÊn ®Êu mçi chi bé cã mét m« h×nh míi, ®¶ng viªn g­¬ng mÉu, ®oµn kÕt, thèng nhÊt. ".repeat(3);
    const read = readPastedText(old);
    assert.deepEqual(codes(read), ["document/legacy-encoding"]);
    assert.match(read.text, /^Nghị quyết của Đảng bộ: phấn đấu mỗi chi bộ có một mô hình mới/u);
    assert.match(read.findings[0]!.message, /TCVN3/u);
  });

  it("warns when the words do not read as Vietnamese, and not when they do", () => {
    const lost = "Phan du hoc 2017 can b6 gido vien twang d6ng kh6 hc sinh th duc tixng hxp mxng qyen tryen dzu ".repeat(6);
    assert.deepEqual(codes(readPastedText(lost)), ["document/garbled-text"]);
    assert.deepEqual(codes(readPastedText(PROSE)), []);
  });

  it("keeps a word of the file's name out of pasted text's messages", () => {
    assert.match(readPastedText("").findings[0]!.message, /^Văn bản không có chữ nào/u);
  });
});
