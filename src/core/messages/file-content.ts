// Sentences of findings about: the XML and the cells inside a workbook file, before any meaning.
import { entries, type MessageFacts } from "./entry.js";
import { again, DISTRUST_VI, distrust, SAVE_AGAIN_VI, saveAgain, SEND_AGAIN_VI, sendAgain, wantedOf } from "./file-remedies.js";

function part(f: MessageFacts): string {
  return String(f.data["part"] ?? "");
}

/** Our own workbooks, in the words by which people tell them apart. */
const OWN = new Map<string | number | null, readonly [vi: string, en: string]>([
  ["control", ["sổ tổng hợp (sổ lập đầu kỳ, có các trang Thông tin, Chỉ tiêu, Số liệu, Đơn vị)", "the control workbook"]],
  ["form", ["biểu mẫu báo cáo của một đơn vị", "a unit's form"]],
  ["consolidated", ["sổ đã tổng hợp (kết quả tổng hợp, có các trang Tổng hợp, Đối chiếu, Theo dõi)", "a consolidated workbook"]],
]);
const OTHERS = new Map<string | number | null, readonly [vi: string, en: string]>([
  ["units", ["danh sách đơn vị", "the list of units"]],
  [
    "other",
    ["một sổ Excel khác, không có trang nào của sổ tổng hợp", "another workbook, without any sheet of a control workbook"],
  ],
]);
/** Which file to choose, and where it comes from. */
const CHOOSE = new Map<string | number | null, readonly [vi: string, en: string]>([
  [
    "control",
    [
      "Chọn sổ đã lập đầu kỳ; chưa có thì lập trước (bước 1 của trang, hoặc lệnh “tonghop init”).",
      "Choose the one made for this period; make it first if there is none (step 1 of the page, or “tonghop init”).",
    ],
  ],
  [
    "consolidated",
    [
      "Chọn sổ do bước Tổng hợp của trang hoặc lệnh “tonghop consolidate” ghi ra.",
      "Choose the one written by the page's step or by “tonghop consolidate”.",
    ],
  ],
  ["form", ["Chọn tệp biểu mẫu mà đơn vị gửi về.", "Choose the form that the unit sent back."]],
  [
    "units",
    [
      "Chọn tệp .xlsx hoặc CSV có cột “Mã” và “Tên”, mỗi đơn vị một dòng.",
      "Choose an .xlsx or CSV with the columns “Mã” and “Tên”, one row a unit.",
    ],
  ],
]);
const choose = (kind: string | number | null, language: 0 | 1): string => CHOOSE.get(kind)?.[language] ?? "";
const own = (kind: string | number | null, language: 0 | 1): string =>
  (OWN.get(kind) ?? OTHERS.get(kind))?.[language] ?? String(kind ?? "");

export const FILE_CONTENT_MESSAGES = entries({
  "file/other-workbook": {
    severity: "error",
    meaning: "Tệp là một sổ khác (do công cụ này lập hoặc không), không phải loại cần ở đây.",
    remedy: "Chọn đúng tệp; câu báo nêu tệp cần có ở đâu hoặc lập bằng cách nào.",
    vi: (f) => `đây là ${own(f.found, 0)}; ở đây cần ${own(f.expected, 0)}. ${choose(f.expected, 0)}`,
    en: (f) => `this is ${own(f.found, 1)}; ${own(f.expected, 1)} is wanted here. ${choose(f.expected, 1)}`,
  },
  "xml/encoding": {
    severity: "error",
    meaning: "Bảng mã chữ không phải UTF-8 hoặc UTF-16.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} dùng bảng mã ${f.found ?? "hỏng"}, không phải UTF-8. ${saveAgain(f, 0)}`,
    en: (f) => `part ${part(f)} is in ${f.found ?? "a broken encoding"}, not UTF-8. ${saveAgain(f, 1)}`,
  },
  "xml/doctype": {
    severity: "error",
    meaning: "Tệp khai báo DOCTYPE hoặc ENTITY, thứ Excel không bao giờ ghi và hay dùng để tấn công.",
    remedy: DISTRUST_VI,
    vi: (f) => `thành phần ${part(f)} có khai báo DOCTYPE hoặc ENTITY, dấu hiệu tệp bị cài mã. ${distrust(f, 0)}`,
    en: (f) => `part ${part(f)} declares a DOCTYPE or ENTITY, a sign of an attack. ${distrust(f, 1)}`,
  },
  "xml/entity": {
    severity: "error",
    meaning: "Ký hiệu thay thế không hợp lệ trong XML.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} có ký hiệu lạ “${f.found}”. ${saveAgain(f, 0)}`,
    en: (f) => `part ${part(f)} has an unknown reference "${f.found}". ${saveAgain(f, 1)}`,
  },
  "xml/malformed": {
    severity: "error",
    meaning: "Một thành phần của tệp không đúng cấu trúc.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} không đúng cấu trúc của bảng tính. ${saveAgain(f, 0)}`,
    en: (f) => `part ${part(f)} is not well formed. ${saveAgain(f, 1)}`,
  },
  "xml/depth": {
    severity: "error",
    meaning: "Một thành phần lồng nhau quá sâu.",
    remedy: DISTRUST_VI,
    vi: (f) => `thành phần ${part(f)} lồng nhau quá ${f.expected} lớp. ${distrust(f, 0)}`,
    en: (f) => `part ${part(f)} is nested deeper than ${f.expected}. ${distrust(f, 1)}`,
  },
  "cells/bad-number": {
    severity: "error",
    meaning: "Ô kiểu số nhưng giá trị ghi trong tệp không phải một số.",
    remedy: "Mở tệp bằng Excel, gõ lại số vào ô đó, lưu rồi gửi lại.",
    vi: (f) => `giá trị “${f.found}” ghi trong tệp không phải là số. Gõ lại số vào ô này, lưu bằng Excel rồi ${again(f, 0)}.`,
    en: (f) => `the stored value "${f.found}" is no number. Type it again, save in Excel, and ${again(f, 1)}.`,
  },
  "cells/bad-boolean": {
    severity: "error",
    meaning: "Ô đúng/sai có giá trị lạ.",
    remedy: "Gõ lại ô đó rồi gửi lại.",
    vi: (f) => `ô đúng/sai chứa giá trị lạ “${f.found}”. Gõ lại ô này, lưu bằng Excel rồi ${again(f, 0)}.`,
    en: (f) => `the stored value "${f.found}" is neither true nor false. Type it again and ${again(f, 1)}.`,
  },
  "cells/bad-date": {
    severity: "error",
    meaning: "Ô ngày có giá trị không phải ngày.",
    remedy: "Gõ lại ngày rồi gửi lại.",
    vi: (f) => `ô ngày chứa “${f.found}”, không phải một ngày có thật. Gõ lại ngày, lưu bằng Excel rồi ${again(f, 0)}.`,
    en: (f) => `the stored value "${f.found}" is no date. Type it again and ${again(f, 1)}.`,
  },
  "cells/bad-type": {
    severity: "error",
    meaning: "Ô thuộc kiểu mà Excel không có.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `ô thuộc kiểu lạ “${f.found}”. ${saveAgain(f, 0)}`,
    en: (f) => `the cell is of unknown type "${f.found}". ${saveAgain(f, 1)}`,
  },
  "cells/bad-address": {
    severity: "error",
    meaning: "Địa chỉ ô hoặc số dòng ghi trong tệp không hợp lệ.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `có ô ghi địa chỉ “${f.found}”, không phải địa chỉ của bảng tính. ${saveAgain(f, 0)}`,
    en: (f) => `a cell has the address "${f.found}", which is none. ${saveAgain(f, 1)}`,
  },
  "cells/out-of-range": {
    severity: "error",
    meaning: "Ô nằm ngoài phạm vi A1:XFD1048576.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `có ô ở “${f.found}”, ngoài phạm vi A1:XFD1048576. ${saveAgain(f, 0)}`,
    en: (f) => `a cell at "${f.found}" lies outside A1:XFD1048576. ${saveAgain(f, 1)}`,
  },
  "cells/duplicate": {
    severity: "error",
    meaning: "Một ô được ghi hai lần trong tệp.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `ô này được ghi hai lần trong tệp nên không biết giá trị nào đúng. ${saveAgain(f, 0)}`,
    en: (f) => `the cell is stored twice. ${saveAgain(f, 1)}`,
  },
  "cells/row-mismatch": {
    severity: "error",
    meaning: "Địa chỉ ô không khớp với dòng chứa nó.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `ô này lại nằm trong dòng ${f.expected} của tệp nên không biết thuộc dòng nào. ${saveAgain(f, 0)}`,
    en: (f) => `the cell stands inside row ${f.expected}. ${saveAgain(f, 1)}`,
  },
  "cells/no-strings": {
    severity: "error",
    meaning: "Tệp mất bảng chữ dùng chung nên các ô chữ không còn nội dung.",
    remedy: SEND_AGAIN_VI,
    vi: (f) => `tệp mất bảng chữ dùng chung nên nội dung ô này không còn. ${sendAgain(f, 0)}`,
    en: (f) => `the file has lost its table of strings, so the text of this cell is gone. ${sendAgain(f, 1)}`,
  },
  "cells/string-index": {
    severity: "error",
    meaning: "Ô chữ trỏ ra ngoài bảng chữ dùng chung.",
    remedy: SEND_AGAIN_VI,
    vi: (f) => `ô trỏ đến dòng chữ số ${f.found} trong khi bảng chữ chỉ có ${f.expected} dòng. ${sendAgain(f, 0)}`,
    en: (f) => `the cell points at string ${f.found} of ${f.expected}. ${sendAgain(f, 1)}`,
  },
  "cells/text-too-long": {
    severity: "error",
    meaning: "Ô chứa nhiều ký tự hơn mức Excel cho phép, nên Excel chỉ hiện một phần.",
    remedy: "Rút ngắn nội dung ô rồi gửi lại.",
    vi: (f) => `ô chứa ${f.found} ký tự, Excel chỉ giữ được ${f.expected}. Rút ngắn nội dung rồi ${again(f, 0)}.`,
    en: (f) => `the cell holds ${f.found} characters, Excel keeps ${f.expected}. Shorten the text and ${again(f, 1)}.`,
  },
  "cells/too-many": {
    severity: "error",
    meaning: "Sổ có nhiều ô hơn mọi biểu mẫu có thể có.",
    remedy: DISTRUST_VI,
    vi: (f) =>
      `sổ có hơn ${f.expected} ô chứa dữ liệu; ${wantedOf(f) === null ? "biểu mẫu" : "tệp loại này"} không bao giờ lớn như vậy. ${distrust(f, 0)}`,
    en: (f) => `the workbook has more than ${f.expected} cells with data; no such file is that large. ${distrust(f, 1)}`,
  },
});
