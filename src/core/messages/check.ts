// Sentences of findings about figures that can be read but are not sound: missing, out of bounds, contradicting each other.
import type { MessageFacts } from "./entry.js";
import { entries } from "./entry.js";
import { shown } from "./shown.js";

const vi = (value: string | number | null | undefined): string => shown(value, "vi");
const en = (value: string | number | null | undefined): string => shown(value, "en");
const label = (f: MessageFacts): string => vi(f.data["label"] ?? f.field);
const text = (f: MessageFacts, key: string): string => String(f.data[key] ?? "");

/** The rule's own words, and in brackets the figures that it speaks of; rules over lists alone name none. */
function ruleSentence(f: MessageFacts, figures: "figures" | "figuresEn"): string {
  const values = text(f, figures);
  return text(f, "message") + (values === "" ? "" : ` (${values})`);
}

export const CHECK_MESSAGES = entries({
  "form/not-filled": {
    severity: "error",
    meaning: "Mọi số liệu bắt buộc của biểu mẫu còn trống: biểu mẫu được gửi lại mà chưa điền.",
    remedy: "Điền số liệu, không có thì ghi 0, rồi gửi lại.",
    vi: (f) => `biểu mẫu chưa điền: cả ${vi(f.found)} số liệu bắt buộc còn trống. Điền số liệu, không có thì ghi 0, rồi gửi lại.`,
    en: (f) =>
      `the form is not filled in: all ${en(f.found)} required figures are blank. Fill it in, 0 when there is none, and send it again.`,
  },
  "figure/blank": {
    severity: "error",
    meaning: "Ô bắt buộc còn trống.",
    remedy: "Ghi số liệu; nếu không có thì ghi 0.",
    vi: (f) =>
      `${label(f)} còn trống. ${f.data["type"] === "number" ? "Ghi số liệu; nếu không có thì ghi 0." : "Điền vào ô này."}`,
    en: (f) => `${label(f)} is blank. ${f.data["type"] === "number" ? "Type the figure; 0 when there is none." : "Fill it in."}`,
  },
  "figure/below-min": {
    severity: "error",
    meaning: "Số nhỏ hơn mức nhỏ nhất cho phép.",
    remedy: "Kiểm tra và ghi lại số đúng.",
    vi: (f) => `${label(f)} là ${vi(f.found)}, nhỏ hơn mức thấp nhất ${vi(f.expected)}. Kiểm tra và ghi lại.`,
    en: (f) => `${label(f)} is ${en(f.found)}, less than the least allowed ${en(f.expected)}. Check and correct it.`,
  },
  "figure/above-max": {
    severity: "error",
    meaning: "Số lớn hơn mức lớn nhất cho phép.",
    remedy: "Kiểm tra và ghi lại số đúng.",
    vi: (f) => `${label(f)} là ${vi(f.found)}, lớn hơn mức cao nhất ${vi(f.expected)}. Kiểm tra và ghi lại.`,
    en: (f) => `${label(f)} is ${en(f.found)}, more than the most allowed ${en(f.expected)}. Check and correct it.`,
  },
  "rule/broken": {
    severity: ["error", "warning"],
    meaning: "Các số liệu trái với một quy tắc của biểu mẫu.",
    remedy: "Sửa số liệu theo lời nhắc; nếu chỉ là cảnh báo và số đúng thì giải trình.",
    vi: (f) => ruleSentence(f, "figures"),
    en: (f) => ruleSentence(f, "figuresEn"),
  },
  "rule/explained": {
    severity: "note",
    meaning: "Số liệu trái với một quy tắc cảnh báo nhưng đã có giải trình.",
    remedy: "Xem giải trình.",
    vi: (f) => `${ruleSentence(f, "figures")} Đã giải trình: ${vi(f.found)}`,
    en: (f) => `${ruleSentence(f, "figuresEn")} Explained: ${en(f.found)}`,
  },
  "target/explanation-missing": {
    severity: "warning",
    meaning: "Chưa đạt chỉ tiêu mà chưa có giải trình.",
    remedy: "Ghi nguyên nhân và hướng khắc phục vào ô Giải trình.",
    vi: (f) => `chưa đạt chỉ tiêu ${label(f)}${text(f, "gapText")}. Ghi nguyên nhân và hướng khắc phục vào ô Giải trình.`,
    en: (f) => `the target ${label(f)} is missed${text(f, "gapTextEn")}. Explain why in the explanation cell.`,
  },
  "list/column-blank": {
    severity: "error",
    meaning: "Một dòng của danh sách thiếu ô bắt buộc.",
    remedy: "Điền đủ dòng, hoặc xóa cả dòng.",
    vi: (f) => `${vi(f.data["list"])}, dòng ${text(f, "row")}: còn trống ô ${label(f)}. Điền đủ, hoặc xóa cả dòng.`,
    en: (f) => `${en(f.data["list"])}, row ${text(f, "row")}: ${label(f)} is blank. Complete the row or delete it.`,
  },
});
