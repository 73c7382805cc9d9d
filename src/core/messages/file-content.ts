// Sentences of findings about: the XML and the cells inside a workbook file, before any meaning.
import { entries, type MessageFacts } from "./entry.js";
import { DISTRUST_EN, DISTRUST_VI, SAVE_AGAIN_EN, SAVE_AGAIN_VI, SEND_AGAIN_EN, SEND_AGAIN_VI } from "./file-remedies.js";

function part(f: MessageFacts): string {
  return String(f.data["part"] ?? "");
}

/** Our own workbooks, in the words by which people tell them apart. */
const OWN = new Map<string | number | null, readonly [vi: string, en: string]>([
  ["control", ["sổ tổng hợp (sổ lập đầu kỳ, có các trang Thông tin, Chỉ tiêu, Số liệu, Đơn vị)", "the control workbook"]],
  ["form", ["biểu mẫu báo cáo của một đơn vị", "a unit's form"]],
  ["consolidated", ["sổ đã tổng hợp (kết quả tổng hợp, có các trang Tổng hợp, Đối chiếu, Theo dõi)", "a consolidated workbook"]],
]);
const own = (kind: string | number | null, language: 0 | 1): string => OWN.get(kind)?.[language] ?? String(kind ?? "");

export const FILE_CONTENT_MESSAGES = entries({
  "file/other-workbook": {
    severity: "error",
    meaning: "Tệp là một sổ khác do công cụ này lập, không phải loại cần ở đây.",
    remedy: "Chọn đúng tệp.",
    vi: (f) => `đây là ${own(f.found, 0)}; ở đây cần ${own(f.expected, 0)}. Chọn đúng tệp.`,
    en: (f) => `this is ${own(f.found, 1)}; ${own(f.expected, 1)} is wanted here. Choose the right file.`,
  },
  "xml/encoding": {
    severity: "error",
    meaning: "Bảng mã chữ không phải UTF-8 hoặc UTF-16.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} dùng bảng mã ${f.found ?? "hỏng"}, không phải UTF-8. ${SAVE_AGAIN_VI}`,
    en: (f) => `part ${part(f)} is in ${f.found ?? "a broken encoding"}, not UTF-8. ${SAVE_AGAIN_EN}`,
  },
  "xml/doctype": {
    severity: "error",
    meaning: "Tệp khai báo DOCTYPE hoặc ENTITY, thứ Excel không bao giờ ghi và hay dùng để tấn công.",
    remedy: DISTRUST_VI,
    vi: (f) => `thành phần ${part(f)} có khai báo DOCTYPE hoặc ENTITY, dấu hiệu tệp bị cài mã. ${DISTRUST_VI}`,
    en: (f) => `part ${part(f)} declares a DOCTYPE or ENTITY, a sign of an attack. ${DISTRUST_EN}`,
  },
  "xml/entity": {
    severity: "error",
    meaning: "Ký hiệu thay thế không hợp lệ trong XML.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} có ký hiệu lạ “${f.found}”. ${SAVE_AGAIN_VI}`,
    en: (f) => `part ${part(f)} has an unknown reference "${f.found}". ${SAVE_AGAIN_EN}`,
  },
  "xml/malformed": {
    severity: "error",
    meaning: "Một thành phần của tệp không đúng cấu trúc.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `thành phần ${part(f)} không đúng cấu trúc của bảng tính. ${SAVE_AGAIN_VI}`,
    en: (f) => `part ${part(f)} is not well formed. ${SAVE_AGAIN_EN}`,
  },
  "xml/depth": {
    severity: "error",
    meaning: "Một thành phần lồng nhau quá sâu.",
    remedy: DISTRUST_VI,
    vi: (f) => `thành phần ${part(f)} lồng nhau quá ${f.expected} lớp. ${DISTRUST_VI}`,
    en: (f) => `part ${part(f)} is nested deeper than ${f.expected}. ${DISTRUST_EN}`,
  },
  "cells/bad-number": {
    severity: "error",
    meaning: "Ô kiểu số nhưng giá trị ghi trong tệp không phải một số.",
    remedy: "Mở tệp bằng Excel, gõ lại số vào ô đó, lưu rồi gửi lại.",
    vi: (f) => `giá trị “${f.found}” ghi trong tệp không phải là số. Gõ lại số vào ô này, lưu bằng Excel rồi gửi lại.`,
    en: (f) => `the stored value "${f.found}" is no number. Type it again, save in Excel, and send the file again.`,
  },
  "cells/bad-boolean": {
    severity: "error",
    meaning: "Ô đúng/sai có giá trị lạ.",
    remedy: "Gõ lại ô đó rồi gửi lại.",
    vi: (f) => `ô đúng/sai chứa giá trị lạ “${f.found}”. Gõ lại ô này, lưu bằng Excel rồi gửi lại.`,
    en: (f) => `the stored value "${f.found}" is neither true nor false. Type it again and send the file again.`,
  },
  "cells/bad-date": {
    severity: "error",
    meaning: "Ô ngày có giá trị không phải ngày.",
    remedy: "Gõ lại ngày rồi gửi lại.",
    vi: (f) => `ô ngày chứa “${f.found}”, không phải một ngày có thật. Gõ lại ngày, lưu bằng Excel rồi gửi lại.`,
    en: (f) => `the stored value "${f.found}" is no date. Type it again and send the file again.`,
  },
  "cells/bad-type": {
    severity: "error",
    meaning: "Ô thuộc kiểu mà Excel không có.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `ô thuộc kiểu lạ “${f.found}”. ${SAVE_AGAIN_VI}`,
    en: (f) => `the cell is of unknown type "${f.found}". ${SAVE_AGAIN_EN}`,
  },
  "cells/bad-address": {
    severity: "error",
    meaning: "Địa chỉ ô hoặc số dòng ghi trong tệp không hợp lệ.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `có ô ghi địa chỉ “${f.found}”, không phải địa chỉ của bảng tính. ${SAVE_AGAIN_VI}`,
    en: (f) => `a cell has the address "${f.found}", which is none. ${SAVE_AGAIN_EN}`,
  },
  "cells/out-of-range": {
    severity: "error",
    meaning: "Ô nằm ngoài phạm vi A1:XFD1048576.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `có ô ở “${f.found}”, ngoài phạm vi A1:XFD1048576. ${SAVE_AGAIN_VI}`,
    en: (f) => `a cell at "${f.found}" lies outside A1:XFD1048576. ${SAVE_AGAIN_EN}`,
  },
  "cells/duplicate": {
    severity: "error",
    meaning: "Một ô được ghi hai lần trong tệp.",
    remedy: SAVE_AGAIN_VI,
    vi: () => `ô này được ghi hai lần trong tệp nên không biết giá trị nào đúng. ${SAVE_AGAIN_VI}`,
    en: () => `the cell is stored twice. ${SAVE_AGAIN_EN}`,
  },
  "cells/row-mismatch": {
    severity: "error",
    meaning: "Địa chỉ ô không khớp với dòng chứa nó.",
    remedy: SAVE_AGAIN_VI,
    vi: (f) => `ô này lại nằm trong dòng ${f.expected} của tệp nên không biết thuộc dòng nào. ${SAVE_AGAIN_VI}`,
    en: (f) => `the cell stands inside row ${f.expected}. ${SAVE_AGAIN_EN}`,
  },
  "cells/no-strings": {
    severity: "error",
    meaning: "Tệp mất bảng chữ dùng chung nên các ô chữ không còn nội dung.",
    remedy: SEND_AGAIN_VI,
    vi: () => `tệp mất bảng chữ dùng chung nên nội dung ô này không còn. ${SEND_AGAIN_VI}`,
    en: () => `the file has lost its table of strings, so the text of this cell is gone. ${SEND_AGAIN_EN}`,
  },
  "cells/string-index": {
    severity: "error",
    meaning: "Ô chữ trỏ ra ngoài bảng chữ dùng chung.",
    remedy: SEND_AGAIN_VI,
    vi: (f) => `ô trỏ đến dòng chữ số ${f.found} trong khi bảng chữ chỉ có ${f.expected} dòng. ${SEND_AGAIN_VI}`,
    en: (f) => `the cell points at string ${f.found} of ${f.expected}. ${SEND_AGAIN_EN}`,
  },
  "cells/text-too-long": {
    severity: "error",
    meaning: "Ô chứa nhiều ký tự hơn mức Excel cho phép, nên Excel chỉ hiện một phần.",
    remedy: "Rút ngắn nội dung ô rồi gửi lại.",
    vi: (f) => `ô chứa ${f.found} ký tự, Excel chỉ giữ được ${f.expected}. Rút ngắn nội dung rồi gửi lại.`,
    en: (f) => `the cell holds ${f.found} characters, Excel keeps ${f.expected}. Shorten the text and send the file again.`,
  },
  "cells/too-many": {
    severity: "error",
    meaning: "Sổ có nhiều ô hơn mọi biểu mẫu có thể có.",
    remedy: DISTRUST_VI,
    vi: (f) => `sổ có hơn ${f.expected} ô chứa dữ liệu; biểu mẫu không bao giờ lớn như vậy. ${DISTRUST_VI}`,
    en: (f) => `the workbook has more than ${f.expected} cells with data; no form is that large. ${DISTRUST_EN}`,
  },
});
