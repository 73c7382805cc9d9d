// Results told in running text, beside targets in the same document: only what is set counts.
import assert from "node:assert/strict";
import { extractTargets } from "../../../src/core/extraction/index.js";

const values = (text: string): number[] => extractTargets(text).targets.map((t) => t.value);

describe("results and targets in running text", () => {
  const rows: readonly (readonly [string, string, readonly number[]])[] = [
    [
      "takes what reached and passed the plan for results, the sentences after it too",
      "Các chỉ tiêu chủ yếu cơ bản đạt và vượt kế hoạch. Thu ngân sách đạt 92,4 tỷ đồng, bằng 104% dự toán; hộ nghèo còn 2,7%.",
      [],
    ],
    [
      "does not take targets that were reached for targets set",
      "Nhiệm kỳ vừa qua, xã đã đạt và vượt các chỉ tiêu Đại hội đề ra: hộ nghèo giảm còn 5,2%; 96,3% dân số có bảo hiểm y tế.",
      [],
    ],
    [
      "takes what is set for the next term after the results of the last",
      "Nhiệm kỳ vừa qua, xã đã đạt và vượt các chỉ tiêu đề ra: hộ nghèo còn 5,2%.\nNhiệm kỳ 2031 - 2036, xã phấn đấu hộ nghèo giảm còn dưới 2%.",
      [2],
    ],
    [
      "takes the points of a report on the past for results, what is set from now on for targets",
      "Báo cáo tổng kết nêu rõ: thu ngân sách đạt 83 tỷ đồng. Từ nay đến năm 2033, thu ngân sách tăng 9% mỗi năm.",
      [9],
    ],
    [
      "takes what passed the aims of a resolution for results",
      "Giá trị sản xuất ước tăng 8,1% (vượt mục tiêu nghị quyết 0,6%). Cơ cấu: công nghiệp chiếm 41%; dịch vụ chiếm 33%.",
      [],
    ],
    [
      "goes on with targets after a result between semicolons",
      "Đại hội thông qua nghị quyết nhiệm kỳ mới với các chỉ tiêu: thu ngân sách tăng 8%; đạt và vượt chỉ tiêu giảm nghèo; 85% hộ gia đình văn hóa.",
      [8, 85],
    ],
    [
      "takes what work has led to for results",
      "Đảng ủy công ty đổi mới cách lãnh đạo.\nNhờ đó, doanh thu tăng 11%; lợi nhuận tăng hơn 16%; thu nhập tăng 7,5%.",
      [],
    ],
    [
      "takes the votes for a resolution for no target",
      "Kỳ họp thông qua chỉ tiêu năm 2031 với 52 đại biểu tán thành (tỷ lệ 96,3%).",
      [],
    ],
    [
      "goes on after a remark about the past in brackets",
      "Huyện đề ra mục tiêu mới: giá cả tăng khoảng 4% (trước đây là dưới 5%); xuất khẩu tăng khoảng 9%.",
      [4, 9],
    ],
    ["leaves out a difference in brackets", "Phấn đấu bội chi bằng 4,2% GDP (tăng 1,1% so với mục tiêu cũ).", [4.2]],
    [
      "goes on from paragraph to paragraph with thứ hai, thứ ba",
      "Đại hội xác định 3 chỉ tiêu. Trong đó, thứ nhất, hằng năm mỗi chi hội có ít nhất 01 mô hình.\nThứ hai, giúp 1.200 hộ thoát nghèo.",
      [1, 1200],
    ],
    [
      "reads a number that is called an aim behind it",
      "Thu nhập bình quân là 4.200 USD là một trong những mục tiêu đề ra cho năm 2031.",
      [4200],
    ],
    [
      "takes what was reached in spite of hardship for results",
      "Theo sở, năm 2031 chồng chất khó khăn nhưng giá trị tăng 2,7%. Trong đó chăn nuôi tăng trên 3,4%.\nNgành đặt mục tiêu năm 2032 tăng 3,1%.",
      [3.1],
    ],
    [
      "takes what a stretch of years has brought for results",
      "Qua 6 năm thực hiện, giá trị tăng bình quân 8,7%/năm.\nSau hơn 2 năm triển khai, 97% thôn có điện.\nPhấn đấu tăng 9,5%/năm.",
      [9.5],
    ],
    [
      "keeps results apart from targets when the lines of a page are cut",
      "Nhiệm kỳ vừa qua, xã đã đạt và vượt các chỉ tiêu Đại hội\nđề ra: hộ nghèo giảm còn 5,2%;\n96,3% dân số có bảo hiểm y tế.\nNhiệm kỳ 2031 - 2036, xã phấn đấu hộ nghèo giảm còn\n2%.",
      [2],
    ],
    [
      "goes on with a range that a line cuts",
      "II. CHỈ TIÊU\n\nCó 30\n- 35 xã đạt chuẩn; giảm tỷ lệ hộ nghèo từ 4\n- 5%.",
      [30, 4],
    ],
    [
      "takes money allotted for no target",
      "Phấn đấu 90% thôn đạt chuẩn.\nBố trí ngân sách tối thiểu 350 tỷ đồng cho giai đoạn.",
      [90],
    ],
    [
      "takes a vote before the resolution for no target",
      "Với 96,3% tổng số đại biểu tán thành, kỳ họp đề ra chỉ tiêu: hộ nghèo còn 2%.",
      [2],
    ],
    [
      "takes what each household gets for no target, unless it is a bound",
      "Phấn đấu xóa 130 nhà tạm; mức hỗ trợ 45 triệu đồng/nhà xây mới, 25 triệu đồng/nhà sửa chữa; mức hỗ trợ tối thiểu 15 triệu đồng/hộ.",
      [130, 15],
    ],
    [
      "counts those that there are, and not how many there are",
      "Phấn đấu bắt giữ 35% số đối tượng truy nã hiện có và 55% số đối tượng mới.",
      [35, 55],
    ],
    [
      "takes people who were elected for no target",
      "Đại hội quyết định các chỉ tiêu. Đại hội bầu 29 đồng chí vào Ban Chấp hành.",
      [],
    ],
    [
      "reads a numbered list under a line that ends with a colon",
      "Đại hội quyết định các chỉ tiêu sau:\n\n1. Mỗi năm giới thiệu cho Đảng 65 đoàn viên ưu tú.\n2. Sửa chữa 28 nhà.",
      [65, 28],
    ],
    ["takes money that a plan costs for no target", "Phấn đấu 90% thôn đạt chuẩn. Tổng kinh phí thực hiện là 350 tỷ đồng.", [90]],
    ["reads the investment of the whole society as a target", "Phấn đấu tổng mức đầu tư toàn xã hội đạt 38% GRDP.", [38]],
    [
      "reads the list under a line that names it",
      "Các chỉ tiêu chủ yếu (nhiệm kỳ 2030-2035)\n(1) Số trường đạt chuẩn: 05 trường.\n(2) Số thôn văn hóa: 07/09 thôn.",
      [5, 7],
    ],
    [
      "reads no list under a line that names results",
      "Kết quả chủ yếu (nhiệm kỳ 2025-2030)\n(1) Tỷ lệ hộ nghèo còn 3,1%.\n(2) Số trường đạt chuẩn: 04 trường.",
      [],
    ],
  ];
  for (const [name, text, expected] of rows) it(name, () => assert.deepEqual(values(text), expected));
});

describe("numbers that say something else again", () => {
  const read = (text: string): number[] => values(`II. CHỈ TIÊU NĂM 2031\n\n- ${text}`);
  it("drops the conversion of a share in brackets", () => {
    assert.deepEqual(read("Có ít nhất 45% số xã (khoảng 620 xã) đạt chuẩn."), [45]);
    assert.deepEqual(read("Có 84 xã (chiếm 60%) đạt chuẩn."), [84]);
  });
  it("keeps a share in brackets that is a target of its own", () =>
    assert.deepEqual(read("Tỷ lệ hộ dùng nước sạch trên 91% (hợp vệ sinh đạt 99%)."), [91, 99]));
  it("drops the numbers of a slogan, and of movements that count", () => {
    assert.deepEqual(read('Giúp 06 hộ đạt tiêu chí "4 không, 2 sạch".'), [6]);
    assert.deepEqual(read("100% hộ đăng ký gia đình 4 không, 2 sạch."), [100]);
  });
  it("drops a multiple that only says how hard people work", () => {
    assert.deepEqual(read("Nỗ lực gấp đôi để hoàn thành nhiệm vụ."), []);
    assert.deepEqual(read("Doanh thu tăng gấp đôi."), [2]);
  });
  it("drops what each of a share gets", () =>
    assert.deepEqual(read("Hỗ trợ 80% nạn nhân, người bị hại được tiếp cận ít nhất một dịch vụ."), [80]));
  it("reads a range and a second thing in words after mỗi", () => {
    const [range] = extractTargets("II. CHỈ TIÊU\n\n- Mỗi cơ sở hội hỗ trợ xây dựng được từ một đến ba công trình.").targets;
    assert.deepEqual([range?.value, range?.upper], [1, 3]);
    assert.deepEqual(read("Mỗi giọt máu cho đi - Một cuộc đời ở lại."), []);
  });
  it("drops a number inside the indicator of a share", () => {
    assert.deepEqual(read("Tỷ lệ người cao tuổi được khám sức khỏe ít nhất 2 lần trong năm đạt 78%."), [78]);
    assert.deepEqual(read("Tỷ lệ học sinh biết từ 2 môn thể thao trở lên đạt 65%; mở 4 lớp bơi."), [65, 4]);
    assert.deepEqual(read("Trồng ít nhất 3 ha rừng, tỷ lệ che phủ đạt 41%."), [3, 41]);
    assert.deepEqual(read("Xây 5 sân chơi và 70% thôn có nhà văn hóa."), [5, 70]);
  });
  it("drops how often the share of a population does it", () => {
    assert.deepEqual(read("100% tổ dân phố tổ chức tổng vệ sinh, mỗi tháng ít nhất 2 buổi."), [100]);
    assert.deepEqual(read("100% tổ dân phố ký cam kết; mỗi tháng tổng vệ sinh ít nhất 2 buổi."), [100, 2]);
  });
  it("drops what else a conversion in brackets tells", () => {
    assert.deepEqual(read("Tỷ lệ bản có đường nhựa 62,5% (35/56 bản, tăng thêm 8 bản)."), [62.5]);
    assert.deepEqual(read("Tỷ lệ bản có đường nhựa 62,5%, trong đó mở mới 8 bản."), [62.5, 8]);
  });
  it("keeps a reduction and the level it leads to in brackets", () =>
    assert.deepEqual(read("Hộ cận nghèo giảm từ 2- 3% (còn dưới 9%)."), [2, 9]));
  it("reads units stuck to their number, and no codes", () => {
    assert.deepEqual(read("Thóc bình quân đầu người 640kg/ năm; đường dây 35kV; mẫu 03ĐV."), [640]);
    assert.deepEqual(read("Mỗi xã tăng từ 1 đến 2 tiêu chí; xã đạt 19 tiêu chí."), [1]);
  });
  it("reads the letter that old fonts leave in the place of ư", () =>
    assert.deepEqual(
      extractTargets("II. CHỈ TIÊU\n\n- Tỷ lệ trẻ em suy dinh d\u01a3ỡng d\u01a3ới 11%.").targets.map((t) => [
        t.comparator,
        t.subject,
      ]),
      [["<", "Tỷ lệ trẻ em suy dinh dưỡng"]],
    ));
});
