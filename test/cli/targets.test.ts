import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, removeFolder, temporaryFolder, tonghop } from "../helpers/command-line.js";

const RESOLUTION = `ĐẢNG ỦY KHỐI THỬ NGHIỆM
Số 12-NQ/ĐUK

NGHỊ QUYẾT
về công tác xây dựng Đảng năm 2025

II. CHỈ TIÊU
1. Có trên 92% chi bộ sinh hoạt đúng định kỳ hằng tháng.
2. Kết nạp từ 45 đảng viên mới trở lên, trong đó có ít nhất 10 đảng viên nữ.
`;

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
