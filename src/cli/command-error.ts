// A problem that stops a command, and the words for what the operating system says.

/** What, where and what to do; shown to the person as it is. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "Không có tệp hay thư mục này; kiểm tra lại tên và đường dẫn."],
  ["EEXIST", "Đã có tệp mang tên này ở chỗ cần một thư mục; chọn tên khác."],
  ["EACCES", "Tài khoản này không có quyền ở thư mục đó; chọn thư mục khác."],
  ["EPERM", "Tệp đang mở trong Excel hoặc bị khóa; đóng tệp rồi chạy lại, hoặc ghi ra tên khác."],
  ["EBUSY", "Tệp đang mở trong Excel; đóng tệp rồi chạy lại, hoặc ghi ra tên khác."],
  ["EROFS", "Ổ đĩa chỉ cho đọc; chọn thư mục khác."],
  ["ENOSPC", "Ổ đĩa đã đầy; xóa bớt tệp hoặc chọn ổ khác."],
  ["EDQUOT", "Đã hết dung lượng được cấp; xóa bớt tệp hoặc chọn ổ khác."],
  ["ENAMETOOLONG", "Đường dẫn quá dài; chọn thư mục có đường dẫn ngắn hơn."],
  ["EISDIR", "Đây là thư mục, không phải tệp; cho tên tệp."],
  ["ENOTDIR", "Một phần của đường dẫn là tệp, không phải thư mục; kiểm tra lại đường dẫn."],
  ["EIO", "Ổ đĩa báo lỗi; ghi ra ổ khác rồi kiểm tra ổ này."],
]);

/** Code of a fault of the operating system, such as `ENOSPC`; empty for other faults. */
export function faultCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

/** The fault in a word. */
export function reason(cause: unknown): string {
  return faultCode(cause) || (cause instanceof Error ? cause.message : String(cause));
}

/** What to do about it. */
export function remedyFor(cause: unknown): string {
  return REMEDIES.get(faultCode(cause)) ?? "Kiểm tra đường dẫn và quyền truy cập rồi chạy lại.";
}
