// What to do with a file that cannot be read: the remedies that many findings share.

export const SAVE_AGAIN_VI = "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi gửi lại.";
export const SAVE_AGAIN_EN = "Open it in Excel, choose Save As, type Excel Workbook (.xlsx), and send it again.";
export const SEND_AGAIN_VI = "Xin đơn vị gửi lại tệp gốc.";
export const SEND_AGAIN_EN = "Ask the unit for the original file again.";
export const DISTRUST_VI = "Không nhập số liệu từ tệp này; xin đơn vị điền lại vào biểu mẫu đã được cấp.";
export const DISTRUST_EN = "Take no figures from it; ask the unit to fill in the issued form again.";
