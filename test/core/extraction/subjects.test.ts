// Subjects, nesting, scope, due: what a target is about.
import assert from "node:assert/strict";
import { extractTargets } from "../../../src/core/extraction/index.js";

const targets = (text: string) => extractTargets(`II. CÁC CHỈ TIÊU NĂM 2031\n\n- ${text}\n`).targets;
const subjects = (text: string): string[] => targets(text).map((t) => t.subject);

describe("subjects", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["Tỷ lệ hộ dân dùng nước sạch đạt từ 92% trở lên.", ["Tỷ lệ hộ dân dùng nước sạch"]],
    ["Phấn đấu đến năm 2031, tỷ lệ hộ dân dùng nước sạch đạt 92%.", ["tỷ lệ hộ dân dùng nước sạch"]],
    ["100% chi bộ tiếp tục tổ chức sinh hoạt chuyên đề.", ["chi bộ tổ chức sinh hoạt chuyên đề"]],
    ["Kết nạp 30 đảng viên mới.", ["đảng viên mới kết nạp"]],
    ["Kiểm tra 25% đảng viên.", ["đảng viên được kiểm tra"]],
    ["Xây dựng 02 mô hình thắp sáng đường quê.", ["mô hình thắp sáng đường quê"]],
    ["Giảm ít nhất 20% thời gian họp.", ["Giảm thời gian họp"]],
    ["Giảm tỷ lệ nợ thuế xuống dưới 4%.", ["tỷ lệ nợ thuế"]],
    [
      "Từ 88% chi bộ và 88% đảng viên hoàn thành tốt nhiệm vụ.",
      ["chi bộ hoàn thành tốt nhiệm vụ", "đảng viên hoàn thành tốt nhiệm vụ"],
    ],
    ["Đến năm 2031 có 65%, đến năm 2035 có 90% hộ dân dùng nước máy.", ["hộ dân dùng nước máy", "hộ dân dùng nước máy"]],
    ["Tỷ trọng khu vực dịch vụ đạt 50%, khu vực công nghiệp 35%.", ["Tỷ trọng khu vực dịch vụ", "Tỷ trọng khu vực công nghiệp"]],
    [
      "Tỷ lệ dùng nước sạch của dân cư thành thị là 98%, nông thôn là 91%.",
      ["Tỷ lệ dùng nước sạch của dân cư thành thị", "Tỷ lệ dùng nước sạch của dân cư nông thôn"],
    ],
    ["Hạnh kiểm: Tốt: 80% Khá: 20%", ["Hạnh kiểm tốt", "Hạnh kiểm khá"]],
    ["Có 70% thôn đạt chuẩn, trong đó ít nhất 15% đạt kiểu mẫu.", ["thôn đạt chuẩn", "thôn đạt kiểu mẫu"]],
    ["Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản đạt 82%.", ["Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản"]],
    ["96% hạ tầng ngầm (xây mới) trong khu đô thị được dùng chung.", ["hạ tầng ngầm (xây mới) trong khu đô thị được dùng chung"]],
    ["Giao quân đạt 100% chỉ tiêu.", ["Giao quân"]],
    ["Thu nhập của dân vùng biển cao gấp 1,3 lần mức bình quân của tỉnh.", ["Thu nhập của dân vùng biển"]],
    ["Học tập: Tốt 38% (120 HS); Khá 44% (139 HS); Đạt 18% (57 HS).", ["Học tập tốt", "Học tập khá", "Học tập đạt"]],
    ["Điểm trung bình thi: Phấn đấu đạt 6,2 điểm.", ["Điểm trung bình thi"]],
    ["Một số chỉ tiêu lớn, như: 75% phụ nữ được tuyên truyền.", ["phụ nữ được tuyên truyền"]],
    ["70% tổng số thanh niên từ 16 tuổi trở lên là đoàn viên.", ["thanh niên từ 16 tuổi trở lên là đoàn viên"]],
    ["94% dân số nông thôn được dùng nước sạch.", ["dân số nông thôn được dùng nước sạch"]],
    ["Tỷ lệ bao phủ bảo hiểm y tế đạt 94% dân số.", ["Tỷ lệ bao phủ bảo hiểm y tế"]],
    ["Tỷ lệ nữ giám đốc đạt ít nhất 25% vào năm 2030 và 30% vào năm 2035.", ["Tỷ lệ nữ giám đốc", "Tỷ lệ nữ giám đốc"]],
    ["Số làng đạt chuẩn (theo Chỉ thị 15-CT/TU, ngày 13/2/2028 của Tỉnh ủy): 04/09 làng.", ["Số làng đạt chuẩn"]],
    ["Tổ chuyên môn dạy minh họa: 01 tiết/học kỳ.", ["Tổ chuyên môn dạy minh họa"]],
    ["Cơ cấu kinh tế: nông nghiệp 20%, dịch vụ 80%.", ["Cơ cấu kinh tế nông nghiệp", "Cơ cấu kinh tế dịch vụ"]],
  ];
  for (const [text, expected] of rows) it(text, () => assert.deepEqual(subjects(text), expected));
});

describe("nesting, scope and due", () => {
  it("nests what stands after trong đó, and not what stands after the next semicolon", () => {
    const list = targets("Kết nạp 30 đảng viên, trong đó có 12 đoàn viên; trồng 20 ha rừng.");
    assert.deepEqual(
      list.map((t) => t.parent),
      [null, "t1", null],
    );
  });

  it("gives each unit its own target after mỗi, and the whole committee one otherwise", () => {
    const [each] = targets("Mỗi chi bộ xây dựng ít nhất 01 mô hình.");
    assert.deepEqual([each?.scope, each?.kind], ["each", "chi bộ"]);
    assert.equal(targets("Mỗi năm kết nạp 30 đảng viên.")[0]?.scope, "total");
    assert.equal(targets("Toàn Đảng bộ kết nạp 30 đảng viên.")[0]?.scope, "total");
  });

  it("gives the second count of a sentence about each unit to each unit too, and a share to all", () => {
    const list = targets(
      "Mỗi chi bộ đăng ký ít nhất 01 việc đột phá và có từ 02 mô hình trở lên; 95% đảng viên học tập nghị quyết.",
    );
    assert.deepEqual(
      list.map((t) => [t.scope, t.kind]),
      [
        ["each", "chi bộ"],
        ["each", "chi bộ"],
        ["total", null],
      ],
    );
  });

  it("takes the due from the clause, else from the heading, else from the title", () => {
    assert.equal(targets("Đến hết năm 2033, 95% thôn có nhà văn hóa.")[0]?.due, "2033");
    assert.equal(targets("Giải ngân đạt 100% kế hoạch trước ngày 31/12/2031.")[0]?.due, "2031-12-31");
    assert.equal(targets("95% thôn có nhà văn hóa.")[0]?.due, "2031");
    assert.equal(extractTargets("II. CHỈ TIÊU\n\n1. Đến năm 2035:\n\n- 95% thôn có nhà văn hóa.").targets[0]?.due, "2035");
  });

  it("tells how often", () => assert.equal(targets("Hằng năm kết nạp 30 đảng viên.")[0]?.recurrence, "hằng năm"));

  it("names the population of a share", () => {
    assert.equal(targets("95% thôn có nhà văn hóa.")[0]?.population, "thôn");
    assert.equal(targets("Kết nạp đạt 4% trên tổng số đảng viên toàn xã.")[0]?.population, "tổng số đảng viên toàn xã");
  });

  it("cites the clause and the headings", () => {
    const [target] = extractTargets("II. PHƯƠNG HƯỚNG\n\n2. Chỉ tiêu\n\n2.3. Kết nạp 30 đảng viên.").targets;
    assert.deepEqual([target?.clause, target?.section], ["II.2.3", "II. PHƯƠNG HƯỚNG > 2. Chỉ tiêu"]);
  });

  it("mends a page break inside a sentence and passes a page number", () => {
    const [target] = extractTargets("II. CHỈ TIÊU\n\n- Trên 85% thôn có nhà văn hóa đạt\n\n7\n\nchuẩn của tỉnh trở lên.").targets;
    assert.deepEqual([target?.comparator, target?.value], [">", 85]);
  });
});

describe("metadata of a resolution", () => {
  const text =
    "ĐẢNG BỘ TỈNH BÌNH AN\nĐẢNG ỦY XÃ HÒA SƠN\n*\nSố 14-NQ/ĐU\n\nHòa Sơn, ngày 05 tháng 02 năm 2031\n\nNGHỊ QUYẾT\ncủa Ban Chấp hành Đảng bộ xã\nvề công tác năm 2031\n\nI. TÌNH HÌNH";
  it("reads number, symbol, place, date, issuer and abstract", () => {
    const { kind, number, symbol, place, date, issuer, abstract } = extractTargets(text).resolution;
    assert.deepEqual(
      { kind, number, symbol, place, date, issuer, abstract },
      {
        kind: "nghị quyết",
        number: "14",
        symbol: "NQ/ĐU",
        place: "Hòa Sơn",
        date: "2031-02-05",
        issuer: "Ban Chấp hành Đảng bộ xã",
        abstract: "về công tác năm 2031",
      },
    );
  });

  it("leaves empty what the text does not say", () => {
    const { number, date, issuer } = extractTargets("- 95% thôn có nhà văn hóa.").resolution;
    assert.deepEqual({ number, date, issuer }, { number: "", date: null, issuer: "" });
  });
});
