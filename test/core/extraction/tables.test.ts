// Tables of targets by year: bars, tabs, headings of two rows; what is no table of targets is left alone.
import assert from "node:assert/strict";
import { extractTargets } from "../../../src/core/extraction/index.js";

/** "Tỷ lệ hộ nghèo < 3 % @2032": one line for each target. */
function read(text: string): string[] {
  return extractTargets(text).targets.map((t) => {
    const value = t.upper === null ? String(t.value) : `${String(t.value)}..${String(t.upper)}`;
    return `${t.subject} ${t.comparator} ${value} ${t.measure} @${t.due ?? ""}`;
  });
}

const PLAN = "KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2032\n\nI. CÁC CHỈ TIÊU\n\n";
const YEARS = `${PLAN}TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2030 | Ước 2031 | Kế hoạch 2032 | Cơ quan chủ trì
I | Về kinh tế
1 | Thu ngân sách | Tỷ đồng | 1.180 | 1.240 | 1.310 | Phòng Tài chính
2 | Tốc độ tăng giá trị sản xuất | % | 8,9 | 9,1 | ≥ 9,5 |
2.1 | Nông nghiệp | % | 3 | 3,2 | 3,5 - 4 |
II | Về xã hội
3 | Tỷ lệ hộ nghèo | % | 4,1 | 3,6 | 3 trở xuống |
4 | Xếp loại quốc phòng | | | | Vững mạnh |
`;

describe("tables of targets", () => {
  it("read each cell of a column that sets targets, not those of results and remarks", () =>
    assert.deepEqual(read(YEARS), [
      "Thu ngân sách = 1310 tỷ đồng @2032",
      "Tốc độ tăng giá trị sản xuất >= 9.5 % @2032",
      "Tốc độ tăng giá trị sản xuất: Nông nghiệp between 3.5..4 % @2032",
      "Tỷ lệ hộ nghèo <= 3 % @2032",
    ]));

  it("give each year of a period its target, and the parts the whole of the same year as parent", () => {
    const text = `CHỈ TIÊU NHIỆM KỲ 2031 - 2036\nMã\tChỉ tiêu\tĐVT\tNăm 2032\tNăm 2036
A1\tTỷ lệ xã đạt chuẩn\t%\t60\t85\n\tTrong đó: kiểu mẫu\t%\t10\t25\n`;
    const { targets } = extractTargets(text);
    assert.deepEqual(read(text), [
      "Tỷ lệ xã đạt chuẩn = 60 % @2032",
      "Tỷ lệ xã đạt chuẩn = 85 % @2036",
      "Tỷ lệ xã đạt chuẩn: kiểu mẫu = 10 % @2032",
      "Tỷ lệ xã đạt chuẩn: kiểu mẫu = 25 % @2036",
    ]);
    assert.deepEqual(
      targets.map((t) => t.parent),
      [null, null, "t1", "t2"],
    );
    for (const t of targets) assert.equal(text.slice(t.start, t.end), t.quote);
  });

  it("read a heading of two rows, and a frame of bars", () => {
    const text = `${PLAN}| STT | Nội dung | Đơn vị | Mục tiêu | |\n|---|---|---|---|---|\n| | | | 2032 | 2035 |
| 1 | Số mô hình điểm | mô hình | 6 | 14 |\n`;
    assert.deepEqual(read(text), ["Số mô hình điểm = 6 mô hình @2032", "Số mô hình điểm = 14 mô hình @2035"]);
  });

  it("name the section that a row or a line between the rows tells", () => {
    const sections = extractTargets(YEARS).targets.map((t) => t.section);
    assert.deepEqual(
      [sections[0], sections[3]],
      ["KẾ HOẠCH > I. CÁC CHỈ TIÊU > Về kinh tế", "KẾ HOẠCH > I. CÁC CHỈ TIÊU > Về xã hội"],
    );
  });

  it("leave alone a table of tasks and of results, and read the sentences of cells that hold more than a figure", () => {
    const tasks = `III. TỔ CHỨC THỰC HIỆN\n\nSTT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Tập huấn 5 lớp | Phòng Nội vụ | Quý I/2032\n2 | Kiểm tra 12 xã | Thanh tra | 2032\n`;
    assert.deepEqual(read(tasks), []);
    const results =
      "BÁO CÁO NĂM 2031\nTT | Chỉ tiêu | ĐVT | Thực hiện 2030 | Thực hiện 2031\n1 | Tỷ lệ hộ nghèo | % | 4,1 | 3,6\n";
    assert.deepEqual(read(results), []);
    const words = `${PLAN}TT | Chỉ tiêu | ĐVT | Kế hoạch 2032\n1 | Nông thôn mới | Xã | 2 xã nâng cao, 1 xã kiểu mẫu\n`;
    assert.deepEqual(read(words), ["xã nâng cao = 2 xã @2032", "xã kiểu mẫu = 1 xã @2032"]);
  });

  it("read plain figures where the passage sets targets, and nothing where it tells results", () => {
    const rows =
      "TT | Nội dung | ĐVT | Số lượng\n1 | Đảng viên mới kết nạp | Người | 24\n2 | Mô hình dân vận khéo | Mô hình | 6\n";
    assert.deepEqual(read(PLAN + rows), ["Đảng viên mới kết nạp = 24 người @2032", "Mô hình dân vận khéo = 6 mô hình @2032"]);
    assert.deepEqual(read(`I. KẾT QUẢ THỰC HIỆN\n\n${rows}`), []);
    const plan = "TT | Chỉ tiêu | ĐVT | Kế hoạch 2031 | Thực hiện 2031\n1 | Tỷ lệ hộ nghèo | % | 4,1 | 3,6\n";
    assert.deepEqual(read(`I. KẾT QUẢ THỰC HIỆN NĂM 2031\n\n${plan}`), []);
  });

  it("do not hide the paragraphs around them", () =>
    assert.deepEqual(
      read(`${YEARS}\nII. XÂY DỰNG ĐẢNG\n\n- Chỉ tiêu: kết nạp 45 đảng viên.\n`).at(-1),
      "đảng viên kết nạp = 45 người @2032",
    ));
});
