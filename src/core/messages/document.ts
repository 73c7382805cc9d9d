// Sentences of findings about: the file of a resolution.
import { entries } from "./entry.js";

const called = (name: unknown): string => (typeof name === "string" && name !== "" ? `Tệp ${name}` : "Văn bản");
const named = (name: unknown): string => (typeof name === "string" && name !== "" ? `The file ${name}` : "The text");

export const DOCUMENT_MESSAGES = entries({
  "document/scan": {
    severity: "error",
    meaning: "Tệp PDF là bản chụp (scan), không có lớp chữ nên không đọc được chỉ tiêu.",
    remedy: "Dùng bản Word hoặc bản PDF có chữ; nếu chỉ có bản chụp thì nhận dạng chữ (OCR) trước.",
    vi: (f) =>
      `${called(f.data["name"])} là bản chụp, không có chữ để đọc. Dùng bản Word hoặc bản PDF có chữ, hoặc dán nội dung vào.`,
    en: (f) =>
      `${named(f.data["name"])} is a scan without a text layer. Use the Word file or a PDF with text, or paste the text.`,
  },
  "document/old-format": {
    severity: "error",
    meaning: "Tệp Word đời cũ (.doc) chưa đọc được.",
    remedy: "Mở tệp bằng Word, chọn Lưu thành .docx rồi mở lại.",
    vi: (f) => `${called(f.data["name"])} là Word đời cũ (.doc). Mở bằng Word, lưu thành .docx rồi chọn lại.`,
    en: (f) => `${named(f.data["name"])} is an old Word file (.doc). Save it as .docx and choose it again.`,
  },
  "document/unknown-format": {
    severity: "error",
    meaning: "Tệp không phải văn bản .docx, .pdf hoặc .txt.",
    remedy: "Chọn tệp .docx, .pdf có chữ hoặc .txt, hoặc dán nội dung nghị quyết vào.",
    vi: (f) =>
      `${called(f.data["name"])} không phải .docx, .pdf hoặc .txt. Lưu văn bản thành một trong ba loại đó, hoặc dán nội dung vào.`,
    en: (f) => `${named(f.data["name"])} is no .docx, .pdf or .txt. Choose another file or paste the text.`,
  },
  "document/workbook": {
    severity: "error",
    meaning: "Tệp là sổ Excel, không phải văn bản nghị quyết.",
    remedy:
      "Chọn văn bản .docx, .pdf có chữ hoặc .txt; bảng chỉ tiêu trong Excel thì chép rồi dán vào. Sổ tổng hợp đã lập thì dùng ngay.",
    vi: (f) =>
      `${called(f.data["name"])} là sổ Excel, không phải văn bản nghị quyết. Chọn văn bản .docx, .pdf có chữ hoặc .txt; bảng chỉ tiêu nằm trong Excel thì chép rồi dán vào (hoặc vào một tệp .txt). Nếu đây là sổ tổng hợp đã lập thì không cần bước này.`,
    en: (f) =>
      `${named(f.data["name"])} is an Excel workbook, not a resolution. Choose a .docx, a .pdf with text or a .txt; copy a table of targets out of Excel and paste it (or into a .txt). A control workbook that is made needs no such step.`,
  },
  "document/broken": {
    severity: "error",
    meaning: "Tệp bị hỏng, có mật khẩu, hoặc không đúng định dạng như tên gọi.",
    remedy: "Mở tệp bằng chương trình của nó, bỏ mật khẩu nếu có, lưu lại rồi thử lại.",
    vi: (f) => `${called(f.data["name"])} bị hỏng hoặc có mật khẩu nên không mở được. Mở, lưu lại không mật khẩu rồi chọn lại.`,
    en: (f) =>
      `${named(f.data["name"])} is broken or protected by a password. Save it again without a password and choose it again.`,
  },
  "document/empty": {
    severity: "error",
    meaning: "Văn bản không có chữ nào.",
    remedy: "Kiểm tra lại tệp đã chọn hoặc nội dung đã dán.",
    vi: (f) => `${called(f.data["name"])} không có chữ nào. Kiểm tra lại tệp hoặc nội dung đã dán.`,
    en: (f) => `${named(f.data["name"])} holds no words. Check the file or the pasted text.`,
  },
  "document/legacy-encoding": {
    severity: "note",
    meaning: "Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI) và đã được chuyển sang Unicode.",
    remedy: "Xem lại các chỉ tiêu đọc được; không cần sửa tệp.",
    vi: (f) =>
      `${called(f.data["name"])} dùng bảng mã ${String(f.data["encoding"])}, đã chuyển sang Unicode. Xem lại chữ trong các chỉ tiêu.`,
    en: (f) =>
      `${named(f.data["name"])} was in ${String(f.data["encoding"])} and has been converted to Unicode. Check the words of the targets.`,
  },
  "document/garbled-text": {
    severity: "warning",
    meaning: "Phần lớn chữ không đọc được thành tiếng Việt: bản nhận dạng lỗi hoặc mất dấu.",
    remedy: "Dùng bản Word hoặc bản PDF gốc; nếu vẫn dùng bản này thì đối chiếu từng chỉ tiêu với bản giấy.",
    vi: (f) =>
      `${called(f.data["name"])} có nhiều chữ không đọc được thành tiếng Việt. Dùng bản gốc, hoặc đối chiếu từng chỉ tiêu với bản giấy.`,
    en: (f) =>
      `Much of ${named(f.data["name"]).toLowerCase()} does not read as Vietnamese. Use the original, or compare every target with the paper.`,
  },
});
