// Sentences of a passage that sets targets, each with the targets that stand in it: comparator, value, measure.
import assert from "node:assert/strict";
import { extractTargets } from "../../../src/core/extraction/index.js";

/** "≥ 95 %; 3..5 km": the targets of a sentence under the heading "CHỈ TIÊU". */
function read(sentence: string): string {
  const { targets } = extractTargets(`II. CÁC CHỈ TIÊU NĂM 2031\n\n- ${sentence}\n`);
  return targets
    .map((t) =>
      `${t.comparator === "between" ? "" : `${t.comparator} `}${String(t.value)}${t.upper === null ? "" : `..${String(t.upper)}`} ${t.measure}`.trim(),
    )
    .join("; ");
}

type Rows = readonly (readonly [sentence: string, expected: string])[];

const NUMBERS: Rows = [
  ["Thu ngân sách đạt 2.000 triệu đồng.", "= 2000 triệu đồng"],
  ["Thu ngân sách đạt 2000 triệu đồng.", "= 2000 triệu đồng"],
  ["Độ che phủ rừng đạt 46,5%.", "= 46.5 %"],
  ["Điểm trung bình môn toán đạt 6.5 điểm.", "= 6.5 điểm"],
  ["Xây dựng 01 nhà văn hóa thôn.", "= 1 nhà văn hóa"],
  ["Xây dựng 01 (một) nhà văn hóa thôn.", "= 1 nhà văn hóa"],
  ["Trồng mới 140 nghìn cây bóng mát.", "= 140000 cây"],
  ["Đón 2,5 triệu lượt khách.", "= 2500000 lượt khách"],
  ["Huy động 1,5 tỷ đồng xây dựng quỹ khuyến học.", "= 1.5 tỷ đồng"],
  ["Tổng thu du lịch đạt 12 nghìn tỷ đồng.", "= 12000 tỷ đồng"],
  ["Vận động quỹ vì người nghèo 350.000.000 đồng.", "= 350000000 đồng"],
  ["Mỗi thôn thành lập một tổ hòa giải.", "= 1 tổ"],
  ["Mỗi chi đoàn giới thiệu hai mươi đoàn viên ưu tú.", "= 20 người"],
  ["Thành lập ít nhất ba hợp tác xã kiểu mới.", ">= 3 hợp tác xã"],
  ["Kết nạp tối thiểu mười lăm đảng viên.", ">= 15 người"],
  ["Quá nửa số thôn có sân thể thao.", "> 50 %"],
  ["Một nửa số hộ có công trình vệ sinh đạt chuẩn.", "= 50 %"],
  ["Ít nhất hai phần ba số chi bộ có chi ủy.", ">= 66.6667 %"],
  ["Ít nhất 3/4 số trường có thư viện chuẩn.", ">= 75 %"],
  ["Nữ cấp ủy viên chiếm tối thiểu 1/4.", ">= 25 %"],
  ["Có 11/13 thôn đạt chuẩn văn hóa.", "= 11 thôn"],
  ["Quy mô đàn bò tăng gấp đôi năm 2025.", "= 2 lần"],
  ["Phấn đấu xếp thứ 4/21 trường trong tỉnh.", "= 4 thứ hạng"],
  ["Chỉ số cải cách hành chính đứng thứ 5.", "= 5 thứ hạng"],
  ["Thuộc nhóm 10 xã dẫn đầu tỉnh về thu ngân sách.", "<= 10 thứ hạng"],
  ["Nằm trong top 20 địa phương về chuyển đổi số.", "<= 20 thứ hạng"],
  ["Chỉ số hài lòng của người dân đạt 91.", "= 91"],
];

const COMPARATORS: Rows = [
  ["Từ 92% hộ dân trở lên dùng nước sạch.", ">= 92 %"],
  ["Tỷ lệ hộ dân dùng nước sạch đạt từ 92% trở lên.", ">= 92 %"],
  ["Tỷ lệ hộ dân dùng nước sạch đạt 92% trở lên.", ">= 92 %"],
  ["Có 92% trở lên hộ dân dùng nước sạch.", ">= 92 %"],
  ["Ít nhất 92% hộ dân dùng nước sạch.", ">= 92 %"],
  ["Tối thiểu 92% hộ dân dùng nước sạch.", ">= 92 %"],
  ["Không dưới 92% hộ dân dùng nước sạch.", ">= 92 %"],
  ["Tỷ lệ hộ dân dùng nước sạch không thấp hơn 92%.", ">= 92 %"],
  ["Tỷ lệ hộ dân dùng nước sạch ≥ 92%.", ">= 92 %"],
  ["Tỷ lệ hộ dân dùng nước sạch >= 92%.", ">= 92 %"],
  ["Trên 92% hộ dân dùng nước sạch.", "> 92 %"],
  ["Hơn 92% hộ dân dùng nước sạch.", "> 92 %"],
  ["Tỷ lệ hộ dân dùng nước sạch đạt từ trên 92%.", "> 92 %"],
  ["Tỷ lệ hộ nghèo dưới 3%.", "< 3 %"],
  ["Tỷ lệ hộ nghèo dưới : 3%.", "< 3 %"],
  ["Tỷ lệ hộ nghèo thấp hơn 3%.", "< 3 %"],
  ["Tỷ lệ hộ nghèo không quá 3%.", "<= 3 %"],
  ["Tỷ lệ hộ nghèo tối đa 3%.", "<= 3 %"],
  ["Tỷ lệ hộ nghèo không vượt quá 3%.", "<= 3 %"],
  ["Tỷ lệ hộ nghèo không cao hơn 3%.", "<= 3 %"],
  ["Tỷ lệ hộ nghèo ≤ 3%.", "<= 3 %"],
  ["Tỷ lệ hộ nghèo từ 3% trở xuống.", "<= 3 %"],
  ["Bồi dưỡng khoảng 300 hội viên.", "about 300 người"],
  ["Bồi dưỡng xấp xỉ 300 hội viên.", "about 300 người"],
  ["Bồi dưỡng gần 300 hội viên.", "about 300 người"],
  ["Bồi dưỡng 300 hội viên.", "= 300 người"],
  ["Tối thiểu bình quân toàn huyện giảm 8% đầu mối.", ">= 8 %"],
  ["Giảm ít nhất 8% chi phí hội họp.", ">= 8 %"],
  ["Kết nạp từ 40 đảng viên mới trở lên.", ">= 40 người"],
  ["Kết nạp 40 đảng viên mới trở lên.", ">= 40 người"],
];

const RANGES: Rows = [
  ["Kiểm tra từ 20 - 25% đảng viên.", "20..25 %"],
  ["Kiểm tra từ 20% - 25% đảng viên.", "20..25 %"],
  ["Kiểm tra 20-25% đảng viên.", "20..25 %"],
  ["Kiểm tra từ 20 đến 25% đảng viên.", "20..25 %"],
  ["Kiểm tra từ 20% đến 25% đảng viên.", "20..25 %"],
  ["Kinh tế tăng khoảng 8 - 8,5%/năm.", "8..8.5 %"],
  ["Kết nạp từ 30 đến 40 đảng viên.", "30..40 người"],
  ["Mở từ 2, đến 4 lớp nghề.", "2..4 lớp"],
  ["Mở 3-5 lớp nghề.", "3..5 lớp"],
  ["Thu nhập bình quân 90 - 95 triệu đồng/người/năm.", "90..95 triệu đồng/người/năm"],
];

const LEVELS: Rows = [
  ["Giảm tỷ lệ hộ nghèo từ 4% xuống còn 2,5%.", "= 2.5 %"],
  ["Nâng tỷ lệ lao động qua đào tạo từ 60% năm 2030 lên 68%.", "= 68 %"],
  ["Giảm tỷ lệ nợ thuế xuống dưới 4%.", "< 4 %"],
  ["Giảm 4% số vụ tai nạn.", "= 4 %"],
  ["Tăng thêm 20 doanh nghiệp.", "= 20 doanh nghiệp"],
  ["85% chi bộ hoàn thành tốt nhiệm vụ trở lên.", "= 85 %"],
  ["Trên 85% chi bộ hoàn thành tốt nhiệm vụ trở lên.", "> 85 %"],
  ["70% cán bộ có trình độ trung cấp trở lên.", "= 70 %"],
  ["Có 02 sản phẩm đạt 3 sao trở lên.", "= 2 sản phẩm"],
  ["90% trẻ em dưới 5 tuổi được tiêm chủng.", "= 90 %"],
  ["Tỷ lệ người trong độ tuổi 15 - 60 biết chữ đạt 98%.", "= 98 %"],
  ["Số tiêu chí bình quân mỗi xã tăng thêm 1-1,5 tiêu chí.", "1..1.5 tiêu chí"],
  ["Tỷ lệ phá án đạt hơn 76%, tỷ lệ giải quyết tin báo đạt trên 91% tổng số tin.", "> 76 %; > 91 %"],
  ["Duy trì diện tích cây xanh ở mức 1,7 m2/người.", "= 1.7 m²/người"],
  ["Số sản phẩm thuộc Chương trình mỗi xã một sản phẩm đạt 85 sản phẩm.", "= 85 sản phẩm"],
  ["Tỷ trọng kinh tế số đạt tối thiếu 12%.", ">= 12 %"],
  ["Ngành đặt ra các chỉ tiêu trong năm 2031 như: độ che phủ rừng 44%.", "= 44 %"],
  ["Tuổi thọ bình quân đạt 76 tuổi.", "= 76 tuổi"],
  ["80% doanh nghiệp có từ 50 lao động trở lên thành lập công đoàn.", "= 80 %"],
  ["100% chi bộ xây dựng ít nhất 01 mô hình.", "= 100 %"],
  ["Khối 8: 4 lớp = 160 HS.", "= 160 người"],
];

const MEASURES: Rows = [
  ["Làm mới 15 km đường.", "= 15 km"],
  ["Trồng 25 ha cây ăn quả.", "= 25 ha"],
  ["Sản lượng thủy sản đạt 3.200 tấn.", "= 3200 tấn"],
  ["Kim ngạch xuất khẩu đạt 45 triệu USD.", "= 45 triệu USD"],
  ["Diện tích nhà ở đạt 28 m2/người.", "= 28 m²/người"],
  ["Mỗi chi bộ sinh hoạt chuyên đề ít nhất 04 lần/năm.", ">= 4 lần/năm"],
  ["Tiếp công dân ít nhất 02 ngày/tháng.", ">= 2 ngày/tháng"],
  ["Có 9 bác sĩ/1 vạn dân.", "= 9 bác sĩ/1 vạn dân"],
  ["Phát triển 15 doanh nghiệp trên 1000 dân.", "= 15 doanh nghiệp"],
  ["Kinh tế số chiếm 22% GRDP.", "= 22 %"],
  ["Giải ngân đạt 100% kế hoạch.", "= 100 %"],
  ["Học sinh giỏi tỉnh: 03 giải.", "= 3 giải"],
  ["CSTĐ: 02; LĐTT: 18.", "= 2; = 18"],
  ["Hạnh kiểm: Tốt: 80% Khá: 18% TB: 2%", "= 80 %; = 18 %; = 2 %"],
  ["Giáo viên giỏi huyện: 05 đ/c.", "= 5 người"],
];

const CONJUNCTS: Rows = [
  ["Từ 88% chi bộ và 88% đảng viên hoàn thành tốt nhiệm vụ.", ">= 88 %; >= 88 %"],
  ["Kiểm tra ít nhất 03 tổ chức đảng và 08 đảng viên.", ">= 3 tổ chức; >= 8 người"],
  ["100% đảng viên, 96% trở lên đoàn viên học tập nghị quyết.", "= 100 %; >= 96 %"],
  ["Trên 60% hộ dân có ti vi, 40% hộ dân có máy tính.", "> 60 %; = 40 %"],
  ["Tỷ lệ nữ giám đốc đạt ít nhất 25% vào năm 2030 và 30% vào năm 2035.", ">= 25 %; >= 30 %"],
  ["Học tập: Tốt 38% (120 HS); Khá 44% (139 HS); Chưa đạt dưới 1%.", "= 38 %; = 44 %; < 1 %"],
  ["Trồng 20 ha rừng; kết nạp 12 đảng viên.", "= 20 ha; = 12 người"],
  ["Có 70% thôn đạt chuẩn, trong đó ít nhất 15% đạt kiểu mẫu.", "= 70 %; >= 15 %"],
  ["Đến năm 2031 có 65%, đến năm 2035 có 90% hộ dân dùng nước máy.", "= 65 %; = 90 %"],
  ["Tỷ lệ bao phủ bảo hiểm y tế đạt 95%; bảo hiểm xã hội đạt 48%.", "= 95 %; = 48 %"],
];

const NOT_TARGETS: Rows = [
  ["Thực hiện Nghị quyết số 31-NQ/TU về nông thôn mới.", ""],
  ["Triển khai Nghị quyết 57 và Kế hoạch 12 của huyện.", ""],
  ["Thực hiện Thông tư 17, 18 của Bộ.", ""],
  ["Căn cứ Nghị định số 154/2025/NĐ-CP ngày 15/6/2025.", ""],
  ["Hoàn thành trước ngày 30/6/2031.", ""],
  ["Tổ chức vào ngày 15 tháng 5.", ""],
  ["Hoàn thành trong quý II/2031.", ""],
  ["Thực hiện trong giai đoạn 2031 - 2035.", ""],
  ["Chuẩn bị đại hội nhiệm kỳ 2030-2035.", ""],
  ["Quy hoạch cán bộ nhiệm kỳ 2025 - 2030, 2026 - 2031 bảo đảm chất lượng.", ""],
  ["Kỷ niệm 85 năm Ngày thành lập huyện.", ""],
  ["Tổng kết 10 năm thực hiện phong trào.", ""],
  ["Tập trung 5 nhóm nhiệm vụ và 3 khâu đột phá.", ""],
  ["Hoàn thành 18 chỉ tiêu đề ra.", ""],
  ["Thực hiện 4 trọng tâm công tác.", ""],
  ["Nâng cấp quốc lộ 70 qua địa bàn.", ""],
  ["Đại hội lần thứ 15 thành công.", ""],
  ["Học sinh lớp 9 thi vào lớp 10.", ""],
  ["Xây dựng trường chuẩn mức độ 2.", ""],
  ["Dùng phần mềm quản lý 3.0.", ""],
  ["Phòng, chống dịch Covid-19.", ""],
  ["Xây dựng chính quyền địa phương 2 cấp.", ""],
  ["Năm 2030 đã đạt 84% hộ dân dùng nước sạch.", ""],
  ["Nhiệm kỳ qua tỷ lệ này đạt 84%.", ""],
  ["Hiện nay toàn xã có 342 hộ kinh doanh.", ""],
  ["Khả năng chỉ đạt 57% kế hoạch.", ""],
  ["Tỷ lệ này mới đạt 45%.", ""],
  ["Một số chi bộ còn chậm; một trong bảy chương trình.", ""],
  ["Mẫu KT01 và biểu 05 kèm theo.", ""],
  ["Báo cáo định kỳ 6 tháng, 9 tháng và năm.", ""],
];

/** The same words outside a passage that sets targets. */
const PLAIN: Rows = [
  ["III. NHIỆM VỤ\n\nTập trung vào 02 đề tài khoa học.", ""],
  ["III. NHIỆM VỤ\n\nTriển khai 21 đoàn khảo sát.", ""],
  ["III. NHIỆM VỤ\n\nPhấn đấu xây dựng 21 mô hình.", "= 21 mô hình"],
  ["III. NHIỆM VỤ\n\nBảo đảm 100% đơn vị công khai tài chính.", "= 100 %"],
  ["III. NHIỆM VỤ\n\nĐối thoại với thanh niên (ít nhất 01 lần/năm).", ">= 1 lần/năm"],
  ["I. TÌNH HÌNH, KẾT QUẢ\n\nTỷ lệ hộ nghèo còn 3,4%, kết nạp 35 đảng viên.", ""],
  ["I. KẾT QUẢ NĂM 2030\n\n100% chi bộ sinh hoạt đúng quy định.", ""],
  ["Nhiệm kỳ qua, kinh tế chuyển biến.\nGiá trị sản xuất đạt 115 tỷ đồng, tăng 48 tỷ đồng.", ""],
  ["Nhiệm kỳ qua, kinh tế chuyển biến.\nĐại hội đã đề ra 12 chỉ tiêu, trong đó thu nhập đạt 80 triệu đồng.", "= 80 triệu đồng"],
  ["Huyện có 12 xã với hơn 40.000 dân.", ""],
  ["Hỗ trợ 400 dự án đổi mới công nghệ.", ""],
  ["Chỉ tiêu cao hơn khoảng 12% so với năm trước.", ""],
  ["IV. PHẤN ĐẤU\n\n1. Kết nạp 5 đảng viên\n\nNơi nhận:\n- 12 chi bộ", "= 5 người"],
  ["¹ Năm trước có 25 đơn vị, chiếm 40%.", ""],
];

function readPlain(text: string): string {
  const { targets } = extractTargets(text);
  return targets.map((t) => `${t.comparator} ${String(t.value)} ${t.measure}`.trim()).join("; ");
}

function table(rows: Rows, reader: (text: string) => string): void {
  for (const [sentence, expected] of rows)
    it(`${sentence.replaceAll("\n", " / ")} → ${expected === "" ? "nothing" : expected}`, () =>
      assert.equal(reader(sentence), expected));
}

describe("numbers of targets", () => table(NUMBERS, read));
describe("comparators of targets", () => table(COMPARATORS, read));
describe("ranges of targets", () => table(RANGES, read));
describe("levels, changes and attributes", () => table(LEVELS, read));
describe("measures of targets", () => table(MEASURES, read));
describe("several targets in a sentence", () => table(CONJUNCTS, read));
describe("numbers that are no targets", () => table(NOT_TARGETS, read));
describe("headings and cues around a number", () => table(PLAIN, readPlain));
