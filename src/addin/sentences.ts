// What the add-in says by itself, in both languages: limits of an Excel, faults while it reads or writes.
import type { Language } from "../core/messages/index.js";

const VI = {
  writing: "Đang ghi, chưa xong. Nếu dòng này còn lại thì trang này chưa đầy đủ: hãy làm lại bước vừa rồi.",
  foreignSheet: (sheet: string) =>
    `Sổ đang mở đã có trang “${sheet}” không do công cụ này tạo, nên chưa ghi gì. Đổi tên trang đó rồi làm lại.`,
  controlThere: (sheet: string) =>
    `Sổ đang mở đã có trang “${sheet}” của một kỳ báo cáo, nên chưa ghi gì. Mở một sổ trống (Ctrl+N) rồi lập sổ tổng hợp ở đó.`,
  movedArea: (sheet: string) =>
    `Trên trang “${sheet}” có hàng hoặc cột được chèn vào hay xóa khỏi vùng số liệu, nên chưa ghi gì. ` +
    "Hoàn tác việc đó (cột riêng xin đặt bên phải cột cuối cùng), hoặc đổi tên trang để trang mới được tạo.",
  inTheWay: (sheet: string, cell: string) =>
    `Trang “${sheet}” sẽ rộng hơn lần trước, nhưng ô ${cell} có nội dung riêng của sổ này, nên chưa ghi gì. Chuyển nội dung đó ra xa bảng rồi làm lại.`,
  tookAsFormula: (sheet: string) =>
    `Excel hiểu một đoạn chữ trên trang “${sheet}” thành công thức; ô đó đã được xóa trắng. Báo lại cho người hỗ trợ.`,
  stopped: (why: string) => `Excel dừng giữa chừng: ${why}`,
  stoppedByPerson: "Đã dừng theo yêu cầu khi đang ghi.",
  done: (sheets: string) => `Đã ghi xong: ${sheets}.`,
  noneDone: "Chưa trang nào ghi xong.",
  open: (sheets: string) => `Ghi dở hoặc chưa ghi: ${sheets}; ô A1 của trang ghi dở còn dòng “Đang ghi, chưa xong”.`,
  allButRecords: "Các trang đều đã ghi đủ; chỉ còn phần ẩn mà công cụ dùng cho lần sau.",
  again: (oneUndo: boolean): string =>
    oneUndo
      ? "Làm lại bước này để ghi đủ, hoặc bấm Ctrl+Z để quay về như cũ."
      : "Làm lại bước này để ghi đủ. Muốn quay về như cũ thì đóng sổ mà không lưu; trên web thì mở Lịch sử phiên bản (Version History).",
  changedMeanwhile: (sheets: string) =>
    `Trong lúc ghi, có người chèn hoặc xóa hàng, cột ở trang: ${sheets}. Các trang đó chưa dùng được, ô A1 còn dòng “Đang ghi, chưa xong”. ` +
    "Làm lại bước này; nếu vẫn không được thì hoàn tác việc chèn, xóa đó.",
  goneMeanwhile: "Có trang vừa bị xóa, đổi tên hoặc thêm vào trong lúc làm (có thể do người cùng mở sổ).",
  busy: "Excel đang bận hoặc có người khác đang sửa cùng chỗ.",
  ownFault: (message: string) => `công cụ gặp lỗi (${message}).`,
  readOnly:
    "Sổ đang mở ở chế độ chỉ xem. Bấm Cho phép chỉnh sửa (Enable Editing), hoặc lưu một bản sao rồi mở bản đó. Chưa ghi gì vào sổ.",
  openedReadOnly: "Sổ này được mở ở chế độ chỉ đọc: dùng Lưu thành (Save As) với tên khác để giữ lại.",
  protectedStructure:
    "Cấu trúc sổ đang được khóa nên không thêm trang được. Bỏ khóa (thẻ Xem lại, Bảo vệ sổ làm việc) rồi làm lại. Chưa ghi gì vào sổ.",
  protectedSheets: (sheets: string) =>
    `Trang đang được khóa: ${sheets}. Bỏ khóa (thẻ Xem lại, Bỏ bảo vệ trang tính) rồi làm lại. Chưa ghi gì vào sổ.`,
  nothingWritten: (why: string) => `${why} Chưa ghi gì vào sổ.`,
  noSheet: (sheet: string) => `Sổ đang mở không có trang “${sheet}”.`,
  hiddenSheet: (sheet: string) => `Trang “${sheet}” đang ẩn nên không mở tới ô được.`,
  protectedWorkbook: "Sổ hoặc trang đang được khóa. Bỏ khóa (thẻ Xem lại, Bỏ bảo vệ) rồi làm lại.",
  editing: "Excel đang ở chế độ sửa ô. Bấm Enter hoặc Esc trong ô đó rồi làm lại.",
  tooLarge: "Dữ liệu quá lớn cho một lần chuyển với Excel.",
  tooOld: (what: string) => `Excel này chưa có tính năng cần dùng (${what}).`,
  hostFault: (message: string, code: string) => `Excel báo lỗi “${message}” (${code}).`,
  belowFloor:
    "Excel này cũ hơn bản 2019 nên không đọc và ghi được sổ đang mở từ bảng này. Mọi bước vẫn làm được trên tệp; hoặc dùng trang Tổng hợp trong trình duyệt.",
  noZip:
    "Trên máy Mac và iPad, bảng này không lưu được tệp xuống máy. Từng sổ Excel được mở thành sổ mới để lưu; muốn tải mọi biểu mẫu trong một tệp zip thì dùng trang Tổng hợp trong trình duyệt.",
  olderExcel:
    "Excel này cũ nên trang ghi ra thiếu danh sách chọn sẵn, bộ lọc hoặc thiết lập in; số liệu và công thức vẫn đủ. Cần đủ cả thì dùng nút Lưu (.xlsx) rồi mở tệp đó.",
  noNewWorkbook: "Excel này không mở được sổ mới từ bảng. Dùng trang Tổng hợp trong trình duyệt để tải tệp.",
  noSummaryYet: "Chưa có gì để xuất: hãy tổng hợp trước.",
};

const EN: typeof VI = {
  writing: "Being written, not finished. If this line stays, the sheet is incomplete: repeat the last step.",
  foreignSheet: (sheet) =>
    `The open workbook has a sheet “${sheet}” that this tool did not make, so nothing was written. Rename that sheet and try again.`,
  controlThere: (sheet) =>
    `The open workbook already has the sheet “${sheet}” of a round, so nothing was written. Open an empty workbook (Ctrl+N) and make the control workbook there.`,
  movedArea: (sheet) =>
    `Rows or columns were inserted into or deleted from the table on the sheet “${sheet}”, so nothing was written. ` +
    "Undo that (columns of your own go to the right of the last one), or rename the sheet so that a new one is made.",
  inTheWay: (sheet, cell) =>
    `The sheet “${sheet}” grows, but cell ${cell} holds content of your own, so nothing was written. Move that content away from the table and try again.`,
  tookAsFormula: (sheet) => `Excel took a text on the sheet “${sheet}” for a formula; the cell was emptied. Please report this.`,
  stopped: (why) => `Excel stopped in the middle: ${why}`,
  stoppedByPerson: "Stopped as you asked, while writing.",
  done: (sheets) => `Complete: ${sheets}.`,
  noneDone: "No sheet is complete.",
  open: (sheets) => `Incomplete or not written: ${sheets}; cell A1 of an incomplete sheet says so.`,
  allButRecords: "All sheets are complete; only the hidden part that this tool uses the next time is missing.",
  again: (oneUndo) =>
    oneUndo
      ? "Repeat this step, or press Ctrl+Z to go back."
      : "Repeat this step. To go back, close the workbook without saving; on the web use Version History.",
  changedMeanwhile: (sheets) =>
    `While it was written, somebody inserted or deleted rows or columns on: ${sheets}. These sheets are not usable, cell A1 says so. ` +
    "Repeat this step; if that does not help, undo the inserting or deleting.",
  goneMeanwhile: "A sheet was deleted, renamed or added meanwhile (perhaps by somebody who has the workbook open too).",
  busy: "Excel is busy, or somebody else is editing the same place.",
  ownFault: (message) => `this tool failed (${message}).`,
  readOnly: "The workbook is open for viewing only. Press Enable Editing, or save a copy and open that. Nothing was written.",
  openedReadOnly: "This workbook was opened read-only: keep the result with Save As under another name.",
  protectedStructure:
    "The structure of the workbook is protected, so no sheet can be added. Unprotect it (tab Review, Protect Workbook) and try again. Nothing was written.",
  protectedSheets: (sheets) =>
    `Protected sheets: ${sheets}. Unprotect them (tab Review, Unprotect Sheet) and try again. Nothing was written.`,
  nothingWritten: (why) => `${why} Nothing was written into the workbook.`,
  noSheet: (sheet) => `The open workbook has no sheet “${sheet}”.`,
  hiddenSheet: (sheet) => `The sheet “${sheet}” is hidden, so the cell cannot be shown.`,
  protectedWorkbook: "The workbook or the sheet is protected. Unprotect it (tab Review) and try again.",
  editing: "A cell is being edited. Press Enter or Esc in it and try again.",
  tooLarge: "There is too much data for one exchange with Excel.",
  tooOld: (what) => `This Excel lacks what is needed (${what}).`,
  hostFault: (message, code) => `Excel reports “${message}” (${code}).`,
  belowFloor:
    "This Excel is older than 2019, so the open workbook cannot be read or written from this pane. Every step still works on files; or use the page in a browser.",
  noZip:
    "On Mac and iPad this pane cannot save files. Each workbook is opened as a new one for you to save; use the page in a browser to download all forms in one zip.",
  olderExcel:
    "This Excel is older: sheets are written without drop-down lists, filters or print settings; figures and formulas are complete. If you need those, use the button Save (.xlsx) and open that file.",
  noNewWorkbook: "This Excel cannot open a new workbook from the pane. Use the page in a browser to download the file.",
  noSummaryYet: "There is nothing to export yet: consolidate first.",
};

export type Sentences = typeof VI;

export function sentencesIn(language: Language): Sentences {
  return language === "vi" ? VI : EN;
}

/** In the language that the pane shows. */
export function sentences(): Sentences {
  return sentencesIn(document.documentElement.lang === "en" ? "en" : "vi");
}
