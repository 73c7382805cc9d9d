// Sentences of findings about: round.
import { entries } from "./entry.js";
import type { MessageFacts } from "./entry.js";

const other = (f: MessageFacts): string => `“${String(f.data["other"] ?? "")}”`;
const number = (value: string | number | null | undefined): string => String(value ?? 1);

export const ROUND_MESSAGES = entries({
  "round/conflict": {
    severity: "error",
    meaning: "Hai tệp của cùng một đơn vị, cùng lần báo cáo, nhưng số liệu khác nhau.",
    remedy: "Hỏi đơn vị tệp nào đúng; bỏ tệp kia ra, hoặc đề nghị đơn vị gửi lại với lần báo cáo cao hơn.",
    vi: (f) =>
      `có tệp ${other(f)} cùng đơn vị, cùng lần báo cáo ${number(f.data["number"])} nhưng khác ở ${number(f.data["places"])} số liệu. ` +
      "Chưa cộng tệp nào. Hỏi đơn vị tệp nào đúng rồi bỏ tệp kia, hoặc đề nghị gửi lại với lần báo cáo cao hơn.",
    en: (f) =>
      `${other(f)} is of the same unit and submission number ${number(f.data["number"])} but differs in ${number(f.data["places"])} figures. ` +
      "Neither is counted. Ask the unit which one is right and take the other out, or have it sent again with a higher number.",
  },
  "round/conflict-figure": {
    severity: "error",
    meaning: "Một số liệu khác nhau giữa hai tệp cùng đơn vị, cùng lần báo cáo.",
    remedy: "Đối chiếu với đơn vị để biết số nào đúng.",
    vi: (f) =>
      `“${String(f.data["label"] ?? "")}”: tệp này ghi ${String(f.data["mine"] ?? "")}, tệp ${other(f)} ghi ${String(f.data["theirs"] ?? "")}. Hỏi đơn vị số nào đúng.`,
    en: (f) =>
      `“${String(f.data["label"] ?? "")}”: ${String(f.data["mine"] ?? "")} here, ${String(f.data["theirs"] ?? "")} in ${other(f)}. Ask the unit which is right.`,
  },
  "round/duplicate": {
    severity: "note",
    meaning: "Tệp trùng số liệu với một tệp khác của cùng đơn vị, cùng lần báo cáo.",
    remedy: "Không cần làm gì: chỉ một tệp được cộng.",
    vi: (f) => `số liệu trùng với tệp ${other(f)} của cùng đơn vị. Chỉ cộng một lần, không cần làm gì.`,
    en: (f) => `same figures as ${other(f)} of the same unit. Counted once; nothing to do.`,
  },
  "round/superseded": {
    severity: "note",
    meaning: "Đơn vị đã gửi lần báo cáo cao hơn, tệp này không còn dùng.",
    remedy: "Không cần làm gì: lần báo cáo cao nhất được cộng.",
    vi: (f) => `lần báo cáo ${number(f.found)} đã được thay bằng lần ${number(f.expected)} ở tệp ${other(f)}. Không cần làm gì.`,
    en: (f) => `submission ${number(f.found)} is replaced by number ${number(f.expected)} in ${other(f)}. Nothing to do.`,
  },
  "round/newer-rejected": {
    severity: "warning",
    meaning: "Đơn vị đã gửi lần báo cáo cao hơn nhưng tệp đó có lỗi, nên số liệu của lần trước vẫn đang được cộng.",
    remedy: "Đề nghị đơn vị sửa lỗi của lần gửi mới rồi gửi lại.",
    vi: (f) =>
      `lần báo cáo ${number(f.expected)} ở tệp ${other(f)} bị trả lại vì có lỗi nên đang cộng số liệu của lần ${number(f.found)}. ` +
      "Đề nghị đơn vị sửa lần gửi mới rồi gửi lại.",
    en: (f) =>
      `submission ${number(f.expected)} in ${other(f)} was rejected, so the figures of submission ${number(f.found)} are counted. ` +
      "Have the unit correct the new one and send it again.",
  },
  "round/same-figures-two-units": {
    severity: "error",
    meaning: "Hai đơn vị gửi báo cáo có toàn bộ số liệu giống hệt nhau, có thể một đơn vị đã gửi nhầm tệp của đơn vị kia.",
    remedy: "Hỏi hai đơn vị; đơn vị gửi nhầm gửi lại báo cáo đúng của mình.",
    vi: (f) =>
      `toàn bộ số liệu giống hệt báo cáo của đơn vị ${String(f.data["otherUnit"] ?? "")} (tệp ${other(f)}). ` +
      "Chưa cộng báo cáo nào. Hỏi hai đơn vị xem có gửi nhầm tệp không, đơn vị gửi nhầm gửi lại báo cáo của mình.",
    en: (f) =>
      `every figure equals the report of unit ${String(f.data["otherUnit"] ?? "")} (${other(f)}). ` +
      "Neither is counted. Ask both whether a file was mixed up; the one that mixed it up sends its own report.",
  },
  "round/alike-two-units": {
    severity: "warning",
    meaning: "Hai đơn vị có toàn bộ số liệu giống nhau; ít số nên có thể chỉ là trùng hợp.",
    remedy: "Hỏi lại nếu hai đơn vị không cùng quy mô.",
    vi: (f) =>
      `toàn bộ số liệu giống báo cáo của đơn vị ${String(f.data["otherUnit"] ?? "")} (tệp ${other(f)}), có thể chỉ là trùng hợp. ` +
      "Vẫn được cộng; hỏi lại nếu hai đơn vị không cùng quy mô.",
    en: (f) =>
      `every figure equals the report of unit ${String(f.data["otherUnit"] ?? "")} (${other(f)}), perhaps by chance. ` +
      "It counts; ask if the two units are not of one size.",
  },
  "round/unit-not-listed": {
    severity: "error",
    meaning: "Báo cáo của một đơn vị không có trong danh sách đơn vị của sổ tổng hợp.",
    remedy: "Thêm đơn vị vào trang Đơn vị của sổ, hoặc bỏ tệp này ra.",
    vi: (f) =>
      `mã đơn vị “${String(f.found ?? "")}” không có trong danh sách của sổ. Thêm đơn vị vào trang “Đơn vị” của sổ rồi tổng hợp lại, hoặc bỏ tệp này ra.`,
    en: (f) =>
      `unit code “${String(f.found ?? "")}” is not in the control workbook. Add the unit to its sheet “Đơn vị” and consolidate again, or take this file out.`,
  },
  "round/consolidated-changed": {
    severity: "warning",
    meaning: "Số liệu của một đơn vị trong sổ đã tổng hợp bị sửa tay sau khi tổng hợp.",
    remedy: "Tổng hợp lại từ báo cáo của đơn vị, hoặc đề nghị đơn vị gửi lại báo cáo nếu số cần sửa.",
    vi: (f) =>
      `số liệu của đơn vị ${String(f.unit ?? "")} đã bị sửa sau khi tổng hợp, không còn đúng với báo cáo đơn vị gửi. ` +
      "Tổng hợp lại, hoặc đề nghị đơn vị gửi lại báo cáo nếu số cần sửa.",
    en: (f) =>
      `the figures of unit ${String(f.unit ?? "")} were changed after consolidation and no longer match its report. ` +
      "Consolidate again, or have the unit send a corrected report.",
  },
  "round/consolidated-unreadable": {
    severity: "error",
    meaning: "Tệp không phải sổ đã tổng hợp do lệnh tổng hợp tạo ra, hoặc trang ẩn của nó đã mất.",
    remedy: "Chọn đúng sổ đã tổng hợp, hoặc tổng hợp lại.",
    vi: () =>
      "không phải sổ đã tổng hợp, hoặc trang ẩn “_tonghop” của sổ đã mất. Chọn đúng tệp do lệnh tổng hợp tạo ra, hoặc tổng hợp lại.",
    en: () =>
      "not a consolidated workbook, or its hidden sheet “_tonghop” is lost. Choose the file that consolidation made, or consolidate again.",
  },
});
