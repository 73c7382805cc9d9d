// Sentences of findings about: the control workbook, the list of units, the settings of `init`.
import type { MessageFacts } from "./entry.js";
import { entries } from "./entry.js";
import { shown } from "./shown.js";

const vi = (value: string | number | null | undefined): string => shown(value, "vi");
const en = (value: string | number | null | undefined): string => shown(value, "en");
const fact = (f: MessageFacts, key: string): string => String(f.data[key] ?? "");
const nearVi = (f: MessageFacts): string => (fact(f, "near") === "" ? "" : ` Có phải là “${fact(f, "near")}” không?`);
const nearEn = (f: MessageFacts): string => (fact(f, "near") === "" ? "" : ` Did you mean “${fact(f, "near")}”?`);

const SHEET_MESSAGES = entries({
  "control/sheet-missing": {
    severity: "error",
    meaning: "Sổ tổng hợp thiếu một trang tính.",
    remedy: "Đặt lại đúng tên trang tính, hoặc chép trang tính đó từ bản cũ của sổ.",
    vi: (f) =>
      `không thấy trang tính “${fact(f, "sheet")}”.${nearVi(f)} Đặt lại đúng tên trang tính, hoặc chép trang tính đó từ bản cũ của sổ.`,
    en: (f) =>
      `there is no sheet “${fact(f, "sheet")}”.${nearEn(f)} Restore its name, or copy the sheet from an older copy of the workbook.`,
  },
  "control/headings-missing": {
    severity: "error",
    meaning: "Không thấy dòng tiêu đề cột của bảng trong 20 dòng đầu.",
    remedy: "Ghi lại dòng tiêu đề với các cột đã nêu.",
    vi: (f) => `không thấy dòng tiêu đề trong 20 dòng đầu. Ghi lại dòng tiêu đề, ít nhất có các cột ${fact(f, "headings")}.`,
    en: (f) => `no heading row among the first 20 rows. Restore it with at least the columns ${fact(f, "headings")}.`,
  },
  "control/column-missing": {
    severity: "error",
    meaning: "Bảng thiếu một cột bắt buộc.",
    remedy: "Thêm lại cột với đúng tiêu đề.",
    vi: (f) => `bảng thiếu cột ${vi(f.expected)}. Thêm lại cột này với đúng tiêu đề đó.`,
    en: (f) => `the table has no column ${en(f.expected)}. Add it again under that heading.`,
  },
  "control/heading-unclear": {
    severity: "error",
    meaning: "Tiêu đề cột gần giống một tiêu đề đã biết nhưng không đúng.",
    remedy: "Sửa lại tiêu đề cho đúng, hoặc đổi hẳn sang tên khác nếu là cột riêng của cơ quan.",
    vi: (f) =>
      `tiêu đề ${vi(f.found)} gần giống “${fact(f, "near")}”. Sửa cho đúng; nếu là cột riêng của cơ quan thì đặt tên khác hẳn.`,
    en: (f) =>
      `the heading ${en(f.found)} is nearly “${fact(f, "near")}”. Correct it, or give a column of your own quite another name.`,
  },
  "control/heading-repeated": {
    severity: "error",
    meaning: "Hai cột có cùng một tiêu đề.",
    remedy: "Bỏ một cột, hoặc đổi tên cột thừa.",
    vi: (f) => `tiêu đề ${vi(f.found)} đã có ở ô ${fact(f, "first")}. Bỏ một cột, hoặc đổi tên cột thừa.`,
    en: (f) => `the heading ${en(f.found)} stands in ${fact(f, "first")} too. Remove or rename one of the columns.`,
  },
  "control/line-skipped": {
    severity: "note",
    meaning: "Một dòng dưới bảng được coi là ghi chú và không đọc.",
    remedy: "Không phải sửa nếu đó đúng là ghi chú.",
    vi: () => "dòng này được coi là ghi chú, không đọc vào bảng. Không phải sửa nếu đúng là ghi chú.",
    en: () => "this line was taken as a remark and not read into the table. Nothing to do if it is one.",
  },
  "control/item-unclear": {
    severity: "error",
    meaning: "Tên mục ở trang tính Thông tin gần giống một mục đã biết nhưng không đúng.",
    remedy: "Sửa lại tên mục cho đúng.",
    vi: (f) => `mục ${vi(f.found)} gần giống “${fact(f, "near")}”. Sửa lại tên mục cho đúng.`,
    en: (f) => `the item ${en(f.found)} is nearly “${fact(f, "near")}”. Correct its name.`,
  },
  "control/item-repeated": {
    severity: "error",
    meaning: "Một mục ở trang tính Thông tin ghi hai lần.",
    remedy: "Bỏ một dòng.",
    vi: (f) => `mục ${vi(f.found)} đã có ở ô ${fact(f, "first")}. Bỏ một dòng.`,
    en: (f) => `the item ${en(f.found)} stands in ${fact(f, "first")} too. Remove one of the lines.`,
  },
  "control/item-missing": {
    severity: "error",
    meaning: "Trang tính Thông tin thiếu một mục bắt buộc.",
    remedy: "Thêm lại dòng của mục đó.",
    vi: (f) => `thiếu mục ${vi(f.expected)}. Thêm một dòng có tên mục đó ở cột «Mục» và điền nội dung.`,
    en: (f) => `the item ${en(f.expected)} is missing. Add a line with that name and fill it in.`,
  },
});

const CELL_MESSAGES = entries({
  "control/value-missing": {
    severity: "error",
    meaning: "Ô bắt buộc để trống.",
    remedy: "Điền ô, hoặc xóa cả dòng nếu không dùng.",
    vi: (f) => `chưa điền “${fact(f, "heading")}”. Điền ô này, hoặc xóa cả dòng nếu không dùng.`,
    en: (f) => `“${fact(f, "heading")}” is blank. Fill it in, or clear the whole line.`,
  },
  "control/cell-error": {
    severity: "error",
    meaning: "Ô chứa lỗi của Excel.",
    remedy: "Xóa ô rồi gõ lại; công thức gõ không có dấu = ở đầu.",
    vi: (f) => `ô “${fact(f, "heading")}” đang báo lỗi ${vi(f.found)}. Xóa ô rồi gõ lại; công thức thì gõ không có dấu = ở đầu.`,
    en: (f) => `“${fact(f, "heading")}” holds the error ${en(f.found)}. Clear and retype it; type a formula without = in front.`,
  },
  "control/cell-without-result": {
    severity: "error",
    meaning: "Ô là công thức chưa được tính.",
    remedy: "Mở tệp bằng Excel và lưu lại, hoặc gõ thẳng giá trị.",
    vi: (f) => `ô “${fact(f, "heading")}” là công thức chưa có kết quả. Mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị.`,
    en: (f) => `“${fact(f, "heading")}” is a formula without a result. Open and save the file in Excel, or type the value.`,
  },
  "control/not-a-number": {
    severity: "error",
    meaning: "Ô phải là số nhưng ghi khác.",
    remedy: "Gõ lại bằng chữ số.",
    vi: (f) => `“${fact(f, "heading")}” ghi ${vi(f.found)}, không phải là số. Gõ lại bằng chữ số.`,
    en: (f) => `“${fact(f, "heading")}” holds ${en(f.found)}, which is no number. Type digits.`,
  },
  "control/number-ambiguous": {
    severity: "error",
    meaning: "Số gõ dạng chữ có hai cách đọc.",
    remedy: "Xóa ô rồi gõ lại bằng số.",
    vi: (f) =>
      `“${fact(f, "heading")}” ghi ${vi(f.found)}, có thể là ${fact(f, "whole")} hoặc ${fact(f, "decimal")}. Xóa ô rồi gõ lại bằng số.`,
    en: (f) => `“${fact(f, "heading")}” holds ${en(f.found)}, which has two readings. Clear the cell and type a number.`,
  },
  "control/percent-unexpected": {
    severity: "error",
    meaning: "Ghi phần trăm ở dòng không tính bằng %.",
    remedy: "Gõ số thường, hoặc ghi % ở cột Đơn vị tính.",
    vi: (f) =>
      `“${fact(f, "heading")}” ghi ${vi(f.found)}, nhưng đơn vị tính của dòng không phải %. Gõ số thường, hoặc sửa cột Đơn vị tính thành %.`,
    en: (f) =>
      `“${fact(f, "heading")}” holds ${en(f.found)}, but the measure of the line is not %. Type a plain number or correct the measure.`,
  },
  "control/not-a-date": {
    severity: "error",
    meaning: "Ô phải là ngày nhưng ghi khác.",
    remedy: "Gõ ngày/tháng/năm, ví dụ 31/12/2025.",
    vi: (f) => `“${fact(f, "heading")}” ghi ${vi(f.found)}, không phải là ngày. Gõ ngày/tháng/năm, ví dụ 31/12/2025.`,
    en: (f) => `“${fact(f, "heading")}” holds ${en(f.found)}, which is no day. Type day/month/year, e.g. 31/12/2025.`,
  },
  "control/not-a-word": {
    severity: "error",
    meaning: "Ô chỉ nhận vài từ cho trước.",
    remedy: "Chọn một từ trong danh sách của ô.",
    vi: (f) => `“${fact(f, "heading")}” ghi ${vi(f.found)}.${nearVi(f)} Chọn một trong: ${fact(f, "words")}.`,
    en: (f) => `“${fact(f, "heading")}” holds ${en(f.found)}.${nearEn(f)} Choose one of: ${fact(f, "words")}.`,
  },
  "control/text-became-date": {
    severity: "error",
    meaning: "Excel đã tự đổi chữ gõ vào thành ngày.",
    remedy: "Định dạng ô là Text rồi gõ lại.",
    vi: (f) => `Excel đã đổi “${fact(f, "heading")}” thành ngày (${vi(f.found)}). Đặt định dạng ô là Text rồi gõ lại.`,
    en: (f) => `Excel turned “${fact(f, "heading")}” into a date (${en(f.found)}). Format the cell as text and type it again.`,
  },
  "control/digits-lost": {
    severity: "error",
    meaning: "Dãy số dài quá 15 chữ số, Excel không giữ đúng được.",
    remedy: "Định dạng ô là Text rồi gõ lại.",
    vi: (f) =>
      `“${fact(f, "heading")}” (${vi(f.found)}) dài quá 15 chữ số, Excel không giữ đúng được. Đặt định dạng ô là Text rồi gõ lại.`,
    en: (f) =>
      `“${fact(f, "heading")}” (${en(f.found)}) has more than 15 digits, which Excel does not keep. Format the cell as text and type it again.`,
  },
  "control/period-unknown": {
    severity: "error",
    meaning: "Không hiểu mã kỳ báo cáo.",
    remedy: "Ghi một trong các dạng đã nêu.",
    vi: (f) =>
      `không hiểu kỳ báo cáo ${vi(f.found)}. Ghi 2024-Q1 … 2024-Q4, 2024-H1 (6 tháng), 2024-9M (9 tháng) hoặc 2024 (năm).`,
    en: (f) => `${en(f.found)} is no reporting period. Write 2024-Q1 … 2024-Q4, 2024-H1, 2024-9M or 2024.`,
  },
  "control/list-unknown": {
    severity: "error",
    meaning: "Số liệu thuộc một danh sách chưa khai.",
    remedy: "Khai danh sách ở trang tính Danh sách, hoặc sửa lại mã.",
    vi: (f) =>
      `chưa khai danh sách ${vi(f.found)}.${nearVi(f)} Thêm một dòng ở trang tính «Danh sách» (cột «Mã danh sách», «Tên danh sách»), hoặc sửa lại mã.`,
    en: (f) => `no list ${en(f.found)} is described.${nearEn(f)} Add it to the sheet «Danh sách», or correct the code.`,
  },
});

const UNIT_MESSAGES = entries({
  "control/no-units": {
    severity: ["error", "warning"],
    meaning: "Danh sách đơn vị không có đơn vị nào.",
    remedy: "Điền ít nhất mã và tên của từng đơn vị.",
    vi: () => "không có đơn vị nào. Điền mã và tên của từng đơn vị phải báo cáo.",
    en: () => "there are no units. Fill in code and name of every unit that reports.",
  },
  "control/unit-code-repeated": {
    severity: "error",
    meaning: "Hai đơn vị có cùng mã.",
    remedy: "Đặt cho mỗi đơn vị một mã riêng.",
    vi: (f) => `mã ${vi(f.found)} đã dùng ở dòng ${fact(f, "row")}. Đặt cho mỗi đơn vị một mã riêng.`,
    en: (f) => `the code ${en(f.found)} is used in line ${fact(f, "row")} already. Give every unit a code of its own.`,
  },
  "control/unit-code-alike": {
    severity: "error",
    meaning: "Hai mã đơn vị chỉ khác nhau ở chữ hoa, chữ thường hoặc chỗ đặt dấu.",
    remedy: "Đặt hai mã khác hẳn nhau.",
    vi: (f) =>
      `mã ${vi(f.found)} chỉ khác “${fact(f, "first")}” ở dòng ${fact(f, "row")} về chữ hoa hoặc chỗ đặt dấu. Đặt hai mã khác hẳn nhau.`,
    en: (f) =>
      `the code ${en(f.found)} differs from “${fact(f, "first")}” in line ${fact(f, "row")} by case or tone mark only. Make them clearly different.`,
  },
  "control/unit-code-padded": {
    severity: "note",
    meaning: "Excel đã bỏ số 0 ở đầu mã đơn vị; đã thêm lại theo độ dài các mã khác.",
    remedy: "Không phải sửa; nên định dạng cột mã là Text.",
    vi: (f) =>
      `mã ${vi(String(f.found))} đã được đọc là ${vi(f.expected)} theo độ dài các mã khác. Không phải sửa; nên đặt cột mã là Text.`,
    en: (f) => `the code ${en(String(f.found))} was read as ${en(f.expected)}, the length of the other codes. Nothing to do.`,
  },
  "control/unit-code-unclear": {
    severity: "error",
    meaning: "Mã đơn vị bị Excel bỏ số 0 ở đầu và không rõ phải dài bao nhiêu.",
    remedy: "Định dạng cột mã là Text rồi gõ lại mã.",
    vi: (f) =>
      `mã ${vi(String(f.found))} có thể đã mất số 0 ở đầu, các mã khác dài ngắn khác nhau nên không đoán được. Đặt cột mã là Text rồi gõ lại.`,
    en: (f) =>
      `the code ${en(String(f.found))} may have lost zeros in front, and the other codes differ in length. Format the column as text and type it again.`,
  },
  "control/unit-name-repeated": {
    severity: "warning",
    meaning: "Hai đơn vị có cùng tên.",
    remedy: "Kiểm tra xem có ghi trùng không; nếu là hai đơn vị thì nên ghi tên cho phân biệt.",
    vi: (f) =>
      `tên ${vi(f.found)} trùng với đơn vị ${fact(f, "first")} ở dòng ${fact(f, "row")}. Kiểm tra xem có ghi trùng không.`,
    en: (f) =>
      `the name ${en(f.found)} is that of unit ${fact(f, "first")} in line ${fact(f, "row")} too. Check that it is not entered twice.`,
  },
  "control/unit-superior-by-name": {
    severity: "note",
    meaning: "Cột Cấp trên ghi tên, đã đọc thành mã của đơn vị đó.",
    remedy: "Không phải sửa.",
    vi: (f) => `cấp trên ${vi(f.found)} đã được đọc là đơn vị có mã ${vi(f.expected)}. Không phải sửa.`,
    en: (f) => `the superior ${en(f.found)} was read as the unit with code ${en(f.expected)}. Nothing to do.`,
  },
  "control/unit-superior-unknown": {
    severity: "warning",
    meaning: "Đơn vị cấp trên không có trong danh sách.",
    remedy: "Sửa lại mã, hoặc để nguyên nếu cấp trên không phải báo cáo.",
    vi: (f) =>
      `cấp trên ${vi(f.found)} (của ${fact(f, "units")} đơn vị) không có trong danh sách.${nearVi(f)} Sửa lại mã; để nguyên nếu cấp trên đó không phải báo cáo.`,
    en: (f) =>
      `the superior ${en(f.found)} (of ${fact(f, "units")} units) is not in the list.${nearEn(f)} Correct the code; leave it if that body does not report.`,
  },
  "control/unit-superior-circle": {
    severity: "error",
    meaning: "Các đơn vị là cấp trên của nhau thành vòng.",
    remedy: "Sửa cột Cấp trên.",
    vi: (f) => `đơn vị này thuộc ${vi(f.found)}, mà ${vi(f.found)} lại thuộc chính nó. Sửa cột Cấp trên.`,
    en: (f) => `this unit is under ${en(f.found)}, which in turn is under it. Correct the column of superiors.`,
  },
  "control/csv-encoding": {
    severity: "error",
    meaning: "Tệp CSV không ghi theo UTF-8.",
    remedy: "Lưu lại với kiểu CSV UTF-8, hoặc dùng tệp .xlsx.",
    vi: () => "danh sách đơn vị không ghi theo UTF-8 nên mất dấu tiếng Việt. Lưu lại bằng kiểu CSV UTF-8, hoặc dùng tệp .xlsx.",
    en: () => "the list of units is not in UTF-8. Save it as CSV UTF-8, or use an .xlsx file.",
  },
  "control/csv-quotes": {
    severity: "error",
    meaning: "Dấu nháy kép trong tệp CSV không khớp.",
    remedy: "Sửa dấu nháy kép ở ô đã nêu; trong ô có nháy thì viết hai dấu nháy.",
    vi: () => 'dấu nháy kép không khớp. Đóng dấu nháy của ô này; dấu nháy nằm trong ô thì viết hai lần ("").',
    en: () => 'the double quotes do not match. Close them; write a quote inside a cell twice ("").',
  },
  "control/csv-cells": {
    severity: "error",
    meaning: "Một dòng CSV có nhiều ô hơn dòng tiêu đề.",
    remedy: "Đặt ô có dấu phân cách trong dấu nháy kép.",
    vi: (f) =>
      `dòng này nhiều ô hơn dòng tiêu đề (thừa ${vi(f.found)}). Ô nào có dấu “${fact(f, "separator")}” thì đặt trong dấu nháy kép.`,
    en: (f) =>
      `this line has more cells than the headings (${en(f.found)}). Put a cell that holds “${fact(f, "separator")}” in double quotes.`,
  },
});

const SETTING_MESSAGES = entries({
  "control/setting-unknown": {
    severity: "error",
    meaning: "Không có mục nào mang tên đã ghi sau --set.",
    remedy: "Dùng một trong các tên đã liệt kê.",
    vi: (f) => `--set ${vi(f.found)}: không có mục này.${nearVi(f)} Các mục: ${fact(f, "keys")}.`,
    en: (f) => `--set ${en(f.found)}: there is no such setting.${nearEn(f)} Settings: ${fact(f, "keys")}.`,
  },
  "control/setting-value": {
    severity: "error",
    meaning: "Giá trị ghi sau --set không dùng được.",
    remedy: "Ghi ngày dạng 31/12/2025 hoặc 2025-12-31; mục bắt buộc không để trống.",
    vi: (f) =>
      `--set ${fact(f, "key")}: giá trị ${vi(f.found)} không dùng được. ${fact(f, "day") === "" ? "Ghi nội dung của mục." : "Ghi ngày dạng 31/12/2025 hoặc 2025-12-31."}`,
    en: (f) =>
      `--set ${fact(f, "key")}: ${en(f.found)} cannot be used. ${fact(f, "day") === "" ? "Write some text." : "Write a day as 31/12/2025 or 2025-12-31."}`,
  },
});

export const CONTROL_MESSAGES = { ...SHEET_MESSAGES, ...CELL_MESSAGES, ...UNIT_MESSAGES, ...SETTING_MESSAGES };
