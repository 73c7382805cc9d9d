// Sentences of findings about whose form a file is: hidden sheet, form, version, period, unit.
import { periodOf } from "../definition/period.js";
import { entries } from "./entry.js";
import { shown } from "./shown.js";

const vi = (value: string | number | null | undefined): string => shown(value, "vi");
const en = (value: string | number | null | undefined): string => shown(value, "en");
/** `6 tháng đầu năm 2024 (2024-H1)`; an id that is no period as it stands. */
const period = (id: string | number | null): string => {
  const known = periodOf(String(id ?? ""));
  return known === null ? vi(id) : `${known.label} (${known.id})`;
};

export const FORM_IDENTITY_MESSAGES = entries({
  "form/hidden-sheet-lost": {
    severity: "error",
    meaning: "Tệp không có trang ẩn nhận dạng của biểu mẫu: đây không phải biểu mẫu, hoặc trang ẩn đã bị xóa.",
    remedy: "Chép số liệu vào biểu mẫu gốc rồi gửi lại.",
    vi: () => "tệp không phải biểu mẫu đã gửi, hoặc đã mất trang ẩn nhận dạng. Chép số liệu vào biểu mẫu gốc rồi gửi lại.",
    en: () => "this is not a form that was sent out, or its hidden sheet is gone. Copy the figures into the original form.",
  },
  "form/hidden-sheet-damaged": {
    severity: "error",
    meaning: "Trang ẩn nhận dạng của biểu mẫu bị thiếu hoặc hỏng.",
    remedy: "Chép số liệu vào biểu mẫu gốc rồi gửi lại.",
    vi: (f) => `trang ẩn nhận dạng của biểu mẫu bị hỏng (mục ${vi(f.expected)}). Chép số liệu vào biểu mẫu gốc rồi gửi lại.`,
    en: (f) => `the form's hidden sheet is damaged (entry ${en(f.expected)}). Copy the figures into the original form.`,
  },
  "form/two-units": {
    severity: "error",
    meaning: "Một tệp chứa biểu mẫu của hai đơn vị.",
    remedy: "Tách mỗi đơn vị một tệp.",
    vi: (f) => `tệp chứa biểu mẫu của hai đơn vị ${vi(f.expected)} và ${vi(f.found)}. Gửi mỗi đơn vị một tệp.`,
    en: (f) => `the file holds the forms of two units, ${en(f.expected)} and ${en(f.found)}. Send one file for each.`,
  },
  "form/other-form": {
    severity: "error",
    meaning: "Tệp là biểu mẫu của một đợt báo cáo khác.",
    remedy: "Điền biểu mẫu của đợt này.",
    vi: (f) => `đây là biểu mẫu ${vi(f.found)}, không phải ${vi(f.expected)} của đợt này. Điền đúng biểu mẫu rồi gửi lại.`,
    en: (f) => `this is the form ${en(f.found)}, not ${en(f.expected)}. Fill in the form of this round.`,
  },
  "form/older-version": {
    severity: "error",
    meaning: "Biểu mẫu được lập từ phiên bản định nghĩa khác với sổ tổng hợp hiện nay.",
    remedy: "Gửi lại biểu mẫu mới cho đơn vị, hoặc dùng lại sổ tổng hợp cũ.",
    vi: (f) =>
      `biểu mẫu theo phiên bản ${vi(f.found)}, sổ tổng hợp đang là phiên bản ${vi(f.expected)}. Điền biểu mẫu mới, hoặc dùng lại sổ tổng hợp đã lập biểu mẫu này.`,
    en: (f) =>
      `the form has version ${en(f.found)}, the control workbook ${en(f.expected)}. Fill in the new form, or use the workbook that made this one.`,
  },
  "form/other-period": {
    severity: "error",
    meaning: "Biểu mẫu của kỳ báo cáo khác.",
    remedy: "Điền biểu mẫu của kỳ này.",
    vi: (f) =>
      `biểu mẫu này của kỳ ${period(f.found)}, còn kỳ đang tổng hợp là ${period(f.expected)}. Điền biểu mẫu của kỳ đang tổng hợp.`,
    en: (f) => `the form is of period ${en(f.found)}, this round of ${en(f.expected)}. Fill in the form of this period.`,
  },
  "form/unknown-unit": {
    severity: "error",
    meaning: "Đơn vị trong tệp không có trong danh sách đơn vị.",
    remedy: "Thêm đơn vị vào trang Đơn vị của sổ tổng hợp, hoặc gửi đúng biểu mẫu.",
    vi: (f) =>
      `đơn vị ${vi(f.found)} (${vi(f.data["name"])}) không có trong danh sách${f.expected === null ? "" : `; gần nhất là ${vi(f.expected)}`}. ` +
      "Thêm đơn vị vào trang Đơn vị, hoặc gửi đúng biểu mẫu.",
    en: (f) =>
      `unit ${en(f.found)} (${en(f.data["name"])}) is not on the list${f.expected === null ? "" : `; the nearest is ${en(f.expected)}`}. ` +
      "Add it to the list or send the right form.",
  },
  "form/other-unit-name": {
    severity: "error",
    meaning: "Mã đơn vị đúng nhưng tên trong tệp không phải tên của đơn vị đó.",
    remedy: "Nếu đơn vị đã đổi tên, ghi tên cũ vào cột Tên khác; nếu không, kiểm tra mã.",
    vi: (f) =>
      `mã ${vi(f.data["code"])} trong tệp là ${vi(f.found)}, trong danh sách là ${vi(f.expected)}. ` +
      "Nếu đơn vị đã đổi tên, ghi tên cũ vào cột Tên khác; nếu không, gửi đúng biểu mẫu.",
    en: (f) =>
      `code ${en(f.data["code"])} is ${en(f.found)} in the file and ${en(f.expected)} on the list. Add the old name as an alias, or send the right form.`,
  },
  "form/unit-heading": {
    severity: ["error", "warning"],
    meaning: "Tên đơn vị ở đầu báo cáo đã bị sửa, không còn là tên của đơn vị được phát biểu mẫu.",
    remedy: "Điền đúng biểu mẫu của đơn vị mình; nếu đơn vị đã đổi tên, ghi tên mới vào cột Tên khác của sổ tổng hợp.",
    vi: (f) =>
      f.severity === "error"
        ? `đầu báo cáo ghi ${vi(f.found)} (mã ${String(f.data["other"] ?? "")}), nhưng biểu mẫu này phát cho ${vi(f.expected)} (mã ${String(f.data["code"] ?? "")}). Điền đúng biểu mẫu của đơn vị rồi gửi lại.`
        : `tên đơn vị ở đầu báo cáo là ${vi(f.found)}, biểu mẫu phát cho ${vi(f.expected)}. Trả lại tên cũ; nếu đơn vị đã đổi tên, ghi tên mới vào cột Tên khác.`,
    en: (f) =>
      f.severity === "error"
        ? `the heading names ${en(f.found)} (code ${String(f.data["other"] ?? "")}), but the form was made for ${en(f.expected)} (code ${String(f.data["code"] ?? "")}). Fill in the unit's own form.`
        : `the heading names ${en(f.found)}, but the form was made for ${en(f.expected)}. Restore it, or add the new name as an alias.`,
  },
  "form/other-unit-kind": {
    severity: "error",
    meaning: "Biểu mẫu lập cho loại đơn vị khác với loại ghi trong danh sách.",
    remedy: "Gửi lại biểu mẫu đúng loại cho đơn vị, hoặc sửa loại trong danh sách.",
    vi: (f) =>
      `biểu mẫu lập cho loại ${vi(f.found)}, danh sách ghi đơn vị này là ${vi(f.expected)}. Lập lại biểu mẫu cho đơn vị, hoặc sửa loại trong danh sách.`,
    en: (f) => `the form is for kind ${en(f.found)}, the list says ${en(f.expected)}. Issue the right form or correct the list.`,
  },
});
