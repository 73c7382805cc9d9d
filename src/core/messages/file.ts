// Sentences of findings about: the file as a whole, and its zip container, before any meaning.
import { entries, type MessageFacts } from "./entry.js";
import { FILE_CONTENT_MESSAGES } from "./file-content.js";
import { wrongFormat } from "./file-format.js";
import { again, DISTRUST_VI, distrust, instead, PACK_AGAIN_VI, packAgain } from "./file-remedies.js";
import { SAVE_AGAIN_VI, saveAgain, SEND_AGAIN_VI, sendAgain, wantedOf } from "./file-remedies.js";

function limit(f: MessageFacts): { vi: string; en: string } {
  switch (f.data["limit"]) {
    case "entries":
      return {
        vi: `tệp có ${f.found} thành phần, quá ${f.expected}`,
        en: `the file has ${f.found} entries, more than ${f.expected}`,
      };
    case "part":
      return {
        vi: `thành phần ${f.data["part"]} bung ra ${megabytes(f.found)} MB, quá ${megabytes(f.expected)} MB`,
        en: `part ${f.data["part"]} unpacks to ${megabytes(f.found)} MB, more than ${megabytes(f.expected)} MB`,
      };
    default:
      return {
        vi: `tệp bung ra ${megabytes(f.found)} MB, quá ${megabytes(f.expected)} MB`,
        en: `the file unpacks to ${megabytes(f.found)} MB, more than ${megabytes(f.expected)} MB`,
      };
  }
}

function megabytes(bytes: string | number | null): number {
  return Math.ceil(Number(bytes) / 1048576);
}

function part(f: MessageFacts): string {
  return String(f.data["part"] ?? "");
}

const CONTAINER_MESSAGES = entries({
  "file/empty": {
    severity: "error",
    meaning: "Tệp dài 0 byte.",
    remedy: SEND_AGAIN_VI,
    vi: (f) => `tệp rỗng, không có dữ liệu nào. ${sendAgain(f, 0)}`,
    en: (f) => `the file is empty. ${sendAgain(f, 1)}`,
  },
  "file/empty-zip": {
    severity: "error",
    meaning: "Tệp nén không chứa sổ nào: rỗng, chỉ có thư mục trống, hoặc chỉ có tệp do hệ thống tạo ra.",
    remedy: PACK_AGAIN_VI,
    vi: (f) =>
      f.found === null
        ? `tệp nén này rỗng, bên trong không có tệp nào. ${packAgain(f, 0)}`
        : `trong tệp nén này không có sổ nào, chỉ có ${f.found} tệp do hệ thống tạo ra. ${packAgain(f, 0)}`,
    en: (f) =>
      f.found === null
        ? `this archive is empty: there is no file in it. ${packAgain(f, 1)}`
        : `this archive holds no workbook, only ${f.found} files made by the system. ${packAgain(f, 1)}`,
  },
  "file/reading-stopped": {
    severity: "error",
    meaning: "Đọc tệp quá 30 giây, hoặc tệp làm hỏng bộ đọc; các tệp khác không bị ảnh hưởng.",
    remedy: SEND_AGAIN_VI,
    vi: (f) => `tệp quá nặng hoặc bị hỏng nên phải dừng đọc giữa chừng. ${sendAgain(f, 0)}`,
    en: (f) => `the file is too heavy or broken, so reading was stopped. ${sendAgain(f, 1)}`,
  },
  "file/unreadable": {
    severity: "error",
    meaning: "Không mở được tệp: không có quyền, tệp vừa bị xóa, bị khóa hoặc quá lớn.",
    remedy: "Kiểm tra quyền truy cập, đóng tệp nếu đang mở ở chương trình khác, rồi chạy lại.",
    vi: (f) =>
      f.found === "ENOENT" || f.found === "NotFoundError"
        ? "không còn tệp này: tệp vừa bị xóa, hoặc đây là lối tắt trỏ đến nơi không có tệp. Chép tệp thật vào đây rồi chạy lại."
        : `không mở được tệp (${String(f.found ?? "")}). Kiểm tra quyền truy cập, đóng tệp nếu đang mở, rồi chạy lại.`,
    en: (f) =>
      f.found === "ENOENT" || f.found === "NotFoundError"
        ? "there is no such file any more: it was removed, or this is a link to nowhere. Copy the file itself here and run again."
        : `the file cannot be opened (${String(f.found ?? "")}). Check access to it, close it where it is open, and run again.`,
  },
  "file/lock-file": {
    severity: "error",
    meaning: "Tệp khóa do Excel hoặc LibreOffice tạo trong lúc mở sổ, không chứa số liệu.",
    remedy: "Đóng chương trình đang mở biểu mẫu rồi gửi tệp biểu mẫu.",
    vi: (f) =>
      wantedOf(f) === null
        ? "đây là tệp khóa tạm sinh ra khi biểu mẫu đang mở, có thể chưa lưu. Lưu và đóng biểu mẫu, rồi gửi tệp biểu mẫu."
        : "đây là tệp khóa tạm “~$…” sinh ra khi tệp thật đang mở. Lưu và đóng tệp thật, rồi chọn tệp đó.",
    en: (f) =>
      wantedOf(f) === null
        ? "this is a lock file made while the form is open, perhaps unsaved. Save and close the form, then send the form."
        : "this is a lock file “~$…” made while the real file is open. Save and close that one, and choose it.",
  },
  "file/litter": {
    severity: "note",
    meaning: "Tệp do hệ thống tạo ra bên cạnh biểu mẫu (khóa tạm, thiết lập thư mục), không phải báo cáo.",
    remedy: "Không cần làm gì; nếu biểu mẫu đang mở thì lưu và đóng lại.",
    vi: (f) =>
      String(f.found).includes("~$")
        ? "đây là tệp khóa tạm: biểu mẫu cùng tên đang mở, có thể chưa lưu. Lưu và đóng biểu mẫu nếu còn đang sửa."
        : "tệp này do hệ thống tạo ra, không phải báo cáo, nên được bỏ qua. Không cần làm gì.",
    en: () => "this file was made by the system and is no report; it is passed over. Nothing needs doing.",
  },
  "file/encrypted": {
    severity: "error",
    meaning: "Tệp được đặt mật khẩu mở.",
    remedy: "Bỏ mật khẩu mở tệp rồi gửi lại.",
    vi: (f) =>
      `tệp bị khóa bằng mật khẩu nên không đọc được. Trong Excel chọn Tệp > Thông tin > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi ${again(f, 0)}.`,
    en: (f) =>
      `the file is locked with a password. In Excel choose File > Info > Encrypt with Password, clear it, save, and ${again(f, 1)}.`,
  },
  "file/wrong-format": {
    severity: "error",
    meaning: "Tệp thực ra thuộc loại khác, dù tên có thể là .xlsx.",
    remedy: "Lưu lại thành .xlsx bằng Excel, hoặc gửi chính biểu mẫu đã điền.",
    vi: (f) => wrongFormat(f, 0),
    en: (f) => wrongFormat(f, 1),
  },
  "file/unknown-format": {
    severity: "error",
    meaning: "Không nhận ra loại tệp.",
    remedy: SEND_AGAIN_VI,
    vi: (f) => `không nhận ra đây là loại tệp gì, chắc chắn không phải .xlsx. ${instead(f, 0) ?? sendAgain(f, 0)}`,
    en: (f) => `the kind of file is not known; it is no .xlsx. ${instead(f, 1) ?? sendAgain(f, 1)}`,
  },
  "file/nested-zip": {
    severity: "error",
    meaning: "Trong tệp nén lại có tệp nén khác.",
    remedy: "Giải nén tệp bên trong rồi gửi từng biểu mẫu.",
    vi: () => "bên trong tệp nén lại có một tệp nén nữa. Giải nén tệp bên trong rồi gửi từng biểu mẫu .xlsx.",
    en: () => "there is an archive inside the archive. Unpack the inner one and send each .xlsx form.",
  },
  "file/missing-part": {
    severity: "error",
    meaning: "Sổ nhắc đến một trang hoặc thành phần mà tệp không chứa.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `tệp thiếu thành phần ${part(f)} nên số liệu ở đó không còn. ${sendAgain(f, 0)}`,
    en: (f) => `the file lacks its part ${part(f)}, so the figures there are gone. ${sendAgain(f, 1)}`,
  },
  "file/no-sheets": {
    severity: "error",
    meaning: "Sổ không có trang tính nào.",
    remedy: SEND_AGAIN_VI,
    vi: (f) => `sổ không có trang tính nào. ${sendAgain(f, 0)}`,
    en: (f) => `the workbook has no sheets. ${sendAgain(f, 1)}`,
  },
  "file/duplicate-sheet": {
    severity: "error",
    meaning: "Hai trang tính trùng tên.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `có hai trang tính cùng tên này nên không biết đọc trang nào. ${saveAgain(f, 0)}`,
    en: (f) => `two sheets have this name. ${saveAgain(f, 1)}`,
  },
  "zip/damaged": {
    severity: "error",
    meaning: "Tệp bị cụt hoặc hỏng phần mục lục, thường do gửi hay sao chép dở dang.",
    remedy: SEND_AGAIN_VI,
    vi: (f) =>
      `tệp ${f.data["problem"] === "truncated" ? "bị cụt, mất phần cuối" : "hỏng phần mục lục bên trong"}. ${sendAgain(f, 0)}`,
    en: (f) =>
      `the file is ${f.data["problem"] === "truncated" ? "cut short" : "damaged in its table of contents"}. ${sendAgain(f, 1)}`,
  },
  "zip/limit": {
    severity: "error",
    meaning: "Tệp bung ra lớn bất thường.",
    remedy: DISTRUST_VI,
    vi: (f) =>
      `${limit(f).vi}; ${wantedOf(f) === null ? "biểu mẫu" : "tệp loại này"} không bao giờ lớn như vậy. ${distrust(f, 0)}`,
    en: (f) => `${limit(f).en}; no such file is that large. ${distrust(f, 1)}`,
  },
  "zip/mismatch": {
    severity: "error",
    meaning: "Mục lục của tệp nén không khớp với nội dung.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} không khớp với mục lục của tệp. ${saveAgain(f, 0)}`,
    en: (f) => `part ${part(f)} does not match the file's table of contents. ${saveAgain(f, 1)}`,
  },
  "zip/duplicate-name": {
    severity: "error",
    meaning: "Tệp chứa hai thành phần cùng tên, mỗi chương trình có thể đọc một bản khác nhau.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} có hai bản khác nhau trong tệp. ${saveAgain(f, 0)}`,
    en: (f) => `part ${part(f)} occurs twice in the file. ${saveAgain(f, 1)}`,
  },
  "zip/overlap": {
    severity: "error",
    meaning: "Hai thành phần của tệp nén chồng lên nhau.",
    remedy: DISTRUST_VI,
    vi: (f) => `thành phần ${part(f)} chồng lên thành phần khác. ${distrust(f, 0)}`,
    en: (f) => `part ${part(f)} overlaps another one. ${distrust(f, 1)}`,
  },
  "zip/method": {
    severity: "error",
    meaning: "Tệp dùng kiểu nén mà Excel không dùng.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} nén theo kiểu lạ (${f.found}). ${saveAgain(f, 0)}`,
    en: (f) => `part ${part(f)} is packed by an unusual method (${f.found}). ${saveAgain(f, 1)}`,
  },
  "zip/encrypted": {
    severity: "error",
    meaning: "Tệp nén đặt mật khẩu.",
    remedy: "Bỏ mật khẩu rồi gửi lại.",
    vi: (f) => `thành phần ${part(f)} bị khóa bằng mật khẩu của chương trình nén. Bỏ mật khẩu rồi ${again(f, 0)}.`,
    en: (f) => `part ${part(f)} is locked with an archive password. Remove it and ${again(f, 1)}.`,
  },
  "zip/checksum": {
    severity: "error",
    meaning: "Nội dung đã thay đổi so với lúc lưu: hỏng khi truyền, hoặc bị sửa ngoài Excel.",
    remedy: SEND_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} sai mã kiểm tra: tệp hỏng khi gửi hoặc bị sửa ngoài Excel. ${sendAgain(f, 0)}`,
    en: (f) => `part ${part(f)} fails its checksum: damaged on the way or edited outside Excel. ${sendAgain(f, 1)}`,
  },
  "zip/trailing-bytes": {
    severity: "error",
    meaning: "Sau phần kết thúc của tệp còn dữ liệu lạ.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `sau phần kết thúc còn ${f.found} byte lạ. ${saveAgain(f, 0)}`,
    en: (f) => `${f.found} foreign bytes follow the end. ${saveAgain(f, 1)}`,
  },
  "zip/padding": {
    severity: "note",
    meaning: "Cuối tệp có ký tự trống do hệ thống thư thêm vào; đã bỏ qua.",
    remedy: "Không cần làm gì.",
    vi: (f) => `cuối tệp có ${f.found} ký tự trống thừa, đã bỏ qua. Không cần làm gì.`,
    en: (f) => `${f.found} padding bytes at the end were passed over. Nothing to do.`,
  },
});

export const FILE_MESSAGES = { ...CONTAINER_MESSAGES, ...FILE_CONTENT_MESSAGES };
