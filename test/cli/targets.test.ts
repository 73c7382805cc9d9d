import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { controlWorkbook } from "../../src/workflow.js";
import { writeZip } from "../../src/xlsx/zip-write.js";
import { build, removeFolder, ROOT, temporaryFolder, tonghop } from "../helpers/command-line.js";
import { sampleDefinition } from "../helpers/sample-definition.js";
import { docx, p } from "../helpers/word-document.js";

const RESOLUTION = `ĐẢNG ỦY KHỐI THỬ NGHIỆM
Số 12-NQ/ĐUK

NGHỊ QUYẾT
về công tác xây dựng Đảng năm 2025

II. CHỈ TIÊU
1. Có trên 92% chi bộ sinh hoạt đúng định kỳ hằng tháng.
2. Kết nạp từ 45 đảng viên mới trở lên, trong đó có ít nhất 10 đảng viên nữ.
`;

const zipped = (name: string, text: string): Uint8Array =>
  writeZip([{ name, data: new TextEncoder().encode(text), stored: true }], nodeCodec);

interface TargetsJson {
  readonly resolution: { readonly number: string; readonly symbol: string };
  readonly targets: readonly {
    readonly quote: string;
    readonly start: number;
    readonly comparator: string;
    readonly value: number;
  }[];
}

describe("tonghop targets", function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    build();
    folder = temporaryFolder();
    writeFileSync(path.join(folder, "nghi-quyet.txt"), RESOLUTION);
    writeFileSync(path.join(folder, "don-vi.csv"), "Mã,Tên\nA1,Chi bộ 1\nA2,Chi bộ 2\n");
  });
  after(() => removeFolder(folder));

  it("reads Word and PDF files, by name and from standard input", () => {
    const pdf = readFileSync(path.join(ROOT, "test/document/fixtures/three-pages.pdf"));
    const word = docx(p("1. Kết nạp ít nhất 25 đảng viên mới."));
    for (const [name, bytes, count] of [
      ["nq.pdf", pdf, 4],
      ["nq.docx", word, 1],
    ] as const) {
      writeFileSync(path.join(folder, name), bytes);
      for (const run of [tonghop(folder, ["targets", name, "--json"]), tonghop(folder, ["targets", "-", "--json"], {}, bytes)]) {
        assert.equal(run.status, 0, run.stderr);
        assert.equal((JSON.parse(run.stdout) as TargetsJson).targets.length, count, name);
      }
    }
  });

  it("says of a workbook, and of what is no text, that it is no resolution, and what to give", async () => {
    const book = await controlWorkbook(sampleDefinition());
    const odt = zipped("mimetype", "application/vnd.oasis.opendocument.text");
    for (const [name, bytes, words, code] of [
      ["so.xlsx", book, /là sổ Excel, không phải văn bản nghị quyết\. Chọn văn bản \.docx/u, "document/workbook"],
      ["bm.zip", zipped("so.xlsx", "x"), /không phải \.docx, \.pdf hoặc \.txt\. Lưu văn bản thành/u, "document/unknown-format"],
      ["nq.odt", odt, /không phải \.docx, \.pdf hoặc \.txt/u, "document/unknown-format"],
      ["nq.rtf", new TextEncoder().encode("{\\rtf1 Đạt 95%}"), /không phải \.docx, \.pdf hoặc \.txt/u, "document/unknown-format"],
    ] as const) {
      writeFileSync(path.join(folder, name), bytes);
      const run = tonghop(folder, ["targets", name]);
      assert.deepEqual([run.status, run.stdout], [2, ""], name);
      assert.match(run.stderr, words, name);
      assert.ok(run.stderr.includes(code), name);
    }
  });

  it("prints every target with its sentence and place, as one JSON object", () => {
    const run = tonghop(folder, ["targets", "nghi-quyet.txt", "--json"]);
    const json = JSON.parse(run.stdout) as TargetsJson;
    assert.deepEqual([json.resolution.number, json.resolution.symbol], ["12", "NQ/ĐUK"]);
    assert.deepEqual(
      json.targets.map((t) => [t.comparator, t.value]),
      [
        [">", 92],
        [">=", 45],
        [">=", 10],
      ],
    );
    for (const t of json.targets) assert.equal(RESOLUTION.slice(t.start, t.start + t.quote.length), t.quote);
  });

  it("drafts a control workbook from which forms are made", () => {
    const drafted = tonghop(folder, [
      "targets",
      "nghi-quyet.txt",
      "--units",
      "don-vi.csv",
      "--period",
      "2025",
      "--out",
      "so.xlsx",
    ]);
    assert.equal(drafted.status, 0, drafted.stderr);
    const forms = tonghop(folder, ["forms", "so.xlsx", "--out", "bieu-mau"]);
    assert.equal(forms.status, 0, forms.stderr);
    assert.match(forms.stdout, /2 biểu mẫu/);
  });

  it("makes no workbook of a text without targets, and says what to do", () => {
    writeFileSync(path.join(folder, "thu-moi.txt"), "Kính mời các đồng chí dự họp lúc 8 giờ ngày 12/3/2025 tại phòng họp số 2.");
    const run = tonghop(folder, ["targets", "thu-moi.txt", "--out", "khong.xlsx"]);
    assert.equal(run.status, 2);
    assert.match(run.stderr, /Không tìm thấy chỉ tiêu/);
    assert.equal(existsSync(path.join(folder, "khong.xlsx")), false);
  });

  it("refuses an empty file and writes nothing", () => {
    writeFileSync(path.join(folder, "trong.txt"), "");
    const run = tonghop(folder, ["targets", "trong.txt", "--out", "khong.xlsx"]);
    assert.equal(run.status, 2);
    assert.match(run.stderr, /trong\.txt/);
  });
});
