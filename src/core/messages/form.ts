// Sentences of findings about: form.
import type { MessageFacts } from "./entry.js";
import { entries } from "./entry.js";
import { shown } from "./shown.js";

const vi = (value: string | number | null | undefined): string => shown(value, "vi");
const en = (value: string | number | null | undefined): string => shown(value, "en");
const more = (f: MessageFacts): string => String(f.data["list"] ?? "");

export const FORM_MESSAGES = entries({
  "form/sheet-renamed": {
    severity: "warning",
    meaning: "Trang của biểu mẫu đã bị đổi tên; vẫn tìm được.",
    remedy: "Trả lại tên trang như biểu mẫu gốc.",
    vi: (f) => `trang ${vi(f.expected)} đã đổi tên thành ${vi(f.found)}. Đổi lại tên trang như biểu mẫu gốc.`,
    en: (f) => `the sheet ${en(f.expected)} was renamed ${en(f.found)}. Give it back its name.`,
  },
  "form/sheet-missing": {
    severity: ["error", "warning"],
    meaning: "Không còn một trang của biểu mẫu.",
    remedy: "Điền lại vào biểu mẫu gốc.",
    vi: (f) => `không còn trang ${vi(f.expected)} của biểu mẫu. Chép số liệu vào biểu mẫu gốc rồi gửi lại.`,
    en: (f) => `the form's sheet ${en(f.expected)} is gone. Copy the figures into the original form and send it again.`,
  },
  "form/sheet-copied": {
    severity: ["error", "warning"],
    meaning: "Tệp có hai bản của trang báo cáo.",
    remedy: "Giữ lại một trang đúng và xóa trang kia.",
    vi: (f) =>
      f.severity === "error"
        ? `trang này là bản chép của trang ${vi(f.expected)} nhưng số liệu khác nhau (ô ${String(f.data["cell"] ?? "")}: ${vi(f.data["copy"])} và ${vi(f.data["original"])}). Giữ một trang đúng, xóa trang kia.`
        : `trang này là bản chép của trang ${vi(f.expected)} và không được đọc. Xóa trang chép.`,
    en: (f) => `this sheet is a copy of ${en(f.expected)}. Keep the right one and delete the other.`,
  },
  "form/extra-sheet": {
    severity: ["note", "warning"],
    meaning: "Tệp có thêm trang ngoài biểu mẫu; nội dung trang đó không được đọc.",
    remedy: "Chuyển số liệu cần báo cáo vào đúng ô của biểu mẫu.",
    vi: () => "trang này không thuộc biểu mẫu nên không được đọc. Số liệu cần báo cáo phải ghi vào ô của biểu mẫu.",
    en: () => "this sheet is not part of the form and is not read. Put figures into the form's cells.",
  },
  "form/row-moved": {
    severity: "warning",
    meaning: "Dòng của biểu mẫu đã bị dời chỗ; vẫn tìm được theo mã dòng và nội dung.",
    remedy: "Đối chiếu lại số liệu; lần sau không chèn, xóa, sắp xếp dòng.",
    vi: (f) =>
      `${vi(f.data["count"])} ô nhập đã dời chỗ so với biểu mẫu (ô này là ${vi(f.data["label"])}, trước ở ${String(f.expected ?? "")}). Kiểm tra lại; không chèn, xóa, sắp xếp dòng.`,
    en: (f) =>
      `${en(f.data["count"])} inputs moved (this one, ${en(f.data["label"])}, was at ${String(f.expected ?? "")}). Check them; do not insert, delete or sort rows.`,
  },
  "form/names-lost": {
    severity: "note",
    meaning: "Chương trình đã lưu tệp làm mất tên ô; số liệu được tìm theo mã dòng và nội dung.",
    remedy: "Không phải sửa.",
    vi: (f) => `${vi(f.data["count"])} ô nhập mất tên, đã tìm theo mã dòng và nội dung. Không phải sửa.`,
    en: (f) => `${en(f.data["count"])} inputs lost their names and were found by row code and label. Nothing to do.`,
  },
  "form/row-missing": {
    severity: "error",
    meaning: "Không còn dòng của một nội dung phải báo cáo.",
    remedy: "Điền lại vào biểu mẫu gốc.",
    vi: (f) => `không tìm thấy dòng ${vi(f.expected)}. Chép số liệu vào biểu mẫu gốc rồi gửi lại.`,
    en: (f) => `the row ${en(f.expected)} cannot be found. Copy the figures into the original form and send it again.`,
  },
  "form/row-repeated": {
    severity: "error",
    meaning: "Một dòng của biểu mẫu bị chép thành nhiều dòng.",
    remedy: "Xóa dòng chép thừa.",
    vi: (f) => `dòng ${vi(f.expected)} có ở ${vi(f.data["count"])} nơi (dòng ${more(f)}). Giữ một dòng đúng, xóa các dòng chép.`,
    en: (f) => `the row ${en(f.expected)} stands ${en(f.data["count"])} times (rows ${more(f)}). Keep one.`,
  },
  "form/input-misplaced": {
    severity: "error",
    meaning: "Ô nhập đã bị kéo hoặc cắt dán sang chỗ khác, không biết số nào là đúng.",
    remedy: "Điền lại vào biểu mẫu gốc.",
    vi: (f) =>
      `ô nhập của ${vi(f.data["label"])} đã bị kéo hoặc cắt dán sang đây (đúng ra ở ${String(f.expected ?? "")}). Chép số liệu vào biểu mẫu gốc rồi gửi lại.`,
    en: (f) =>
      `the input of ${en(f.data["label"])} was dragged here (it belongs at ${String(f.expected ?? "")}). Copy the figures into the original form.`,
  },
  "form/label-changed": {
    severity: ["error", "warning"],
    meaning: "Nội dung in sẵn của dòng đã bị sửa.",
    remedy: "Trả lại nội dung gốc; nếu nội dung chưa đúng, báo cơ quan gửi biểu mẫu.",
    vi: (f) =>
      `nội dung in sẵn ${vi(f.expected)} đã bị sửa thành ${vi(f.found)}. Trả lại nội dung gốc, hoặc điền lại biểu mẫu gốc.`,
    en: (f) => `the printed label ${en(f.expected)} was changed to ${en(f.found)}. Restore it or use the original form.`,
  },
  "form/text-changed": {
    severity: ["warning", "note"],
    meaning: "Chữ in sẵn của biểu mẫu đã bị sửa.",
    remedy: "Trả lại chữ gốc.",
    vi: (f) => `chữ in sẵn ${vi(f.expected)} đã thành ${vi(f.found)}. Trả lại như biểu mẫu gốc.`,
    en: (f) => `the printed text ${en(f.expected)} became ${en(f.found)}. Restore it.`,
  },
  "form/result-overwritten": {
    severity: ["error", "warning"],
    meaning: "Ô tự tính đã bị ghi đè bằng kết quả khác với kết quả tính từ số liệu.",
    remedy: "Trả lại công thức; nếu kết quả mới đúng thì sửa số liệu.",
    vi: (f) =>
      `ô tự tính đã bị sửa: ghi ${vi(f.found)}, tính từ số liệu là ${vi(f.expected)}. Trả lại công thức; nếu số ghi mới đúng thì sửa số liệu.`,
    en: (f) =>
      `a computed cell was overwritten: it says ${en(f.found)}, the figures give ${en(f.expected)}. Restore the formula or correct the figures.`,
  },
  "form/result-pasted": {
    severity: "note",
    meaning: "Công thức đã bị thay bằng giá trị; kết quả vẫn khớp hoặc ô đã trống.",
    remedy: "Không phải sửa; lần sau không dán giá trị đè lên công thức.",
    vi: (f) => `${vi(f.data["count"])} ô tự tính mất công thức (từ ô này), kết quả không trái với số liệu. Không phải sửa.`,
    en: (f) =>
      `${en(f.data["count"])} computed cells lost their formulas (from this one on); results agree with the figures. Nothing to do.`,
  },
  "form/outside-figures": {
    severity: "warning",
    meaning: "Có số liệu ghi ngoài các ô nhập: bên cạnh, bên dưới hoặc xen giữa các dòng của biểu mẫu; không được đọc.",
    remedy: "Chuyển số liệu vào đúng ô, hoặc xóa đi.",
    vi: (f) => `có số liệu ghi ngoài các ô nhập (${more(f)}), không được đọc. Chuyển vào đúng ô nhập, hoặc xóa đi.`,
    en: (f) => `figures stand outside the inputs (${more(f)}) and are not read. Move them into inputs or delete them.`,
  },
  "form/outside-words": {
    severity: "note",
    meaning: "Có chữ ghi ngoài các ô nhập của biểu mẫu, không được đọc.",
    remedy: "Nếu là giải trình thì ghi vào ô Giải trình; nếu không thì không phải sửa.",
    vi: (f) =>
      `có chữ ghi ngoài các ô nhập (${more(f)}), không được đọc: ${vi(f.found)}. Nếu là giải trình, ghi vào ô Giải trình.`,
    en: (f) => `words stand outside the inputs (${more(f)}) and are not read: ${en(f.found)}. Put explanations into their cells.`,
  },
  "form/external-links": {
    severity: "warning",
    meaning: "Tệp có liên kết sang tệp khác.",
    remedy: "Bỏ liên kết, gõ số vào ô.",
    vi: (f) => `tệp liên kết sang tệp khác: ${more(f)}. Bỏ liên kết (Dữ liệu, Sửa liên kết, Ngắt liên kết) và gõ số vào ô.`,
    en: (f) => `the file links to other files: ${more(f)}. Break the links and type the figures.`,
  },
  "form/submission-number": {
    severity: ["error", "warning", "note"],
    meaning: "Không đọc được ô “Lần báo cáo”.",
    remedy: "Ghi 1 cho lần đầu, 2 cho lần gửi lại.",
    vi: (f) =>
      f.severity === "note"
        ? `“Lần báo cáo” ghi ${vi(f.found)}, đã đọc là ${vi(f.expected)}. Không phải sửa.`
        : f.severity === "warning"
          ? `không có “Lần báo cáo”, coi là lần 1. Ghi 1 cho lần đầu, 2 cho lần gửi lại.`
          : `“Lần báo cáo” ghi ${vi(f.found)}, không phải số lần. Ghi 1 cho lần đầu, 2 cho lần gửi lại.`,
    en: (f) =>
      f.severity === "warning"
        ? "the submission number is blank and counts as 1."
        : `the submission number ${en(f.found)} ${f.severity === "note" ? `was read as ${en(f.expected)}.` : "is no number. Type 1, 2, …"}`,
  },
  "form/list-heading": {
    severity: "error",
    meaning: "Không tìm thấy các tiêu đề cột của một danh sách.",
    remedy: "Trả lại tiêu đề cột, hoặc điền lại vào biểu mẫu gốc.",
    vi: (f) =>
      `không tìm thấy tiêu đề cột ${vi(f.expected)} của danh sách ${vi(f.data["label"])}. Trả lại tiêu đề, hoặc điền lại vào biểu mẫu gốc.`,
    en: (f) =>
      `the column heading ${en(f.expected)} of the list ${en(f.data["label"])} cannot be found. Restore it or use the original form.`,
  },
  "form/list-overflow": {
    severity: "error",
    meaning: "Danh sách ghi quá số dòng của biểu mẫu, phần dưới không thuộc vùng được đọc.",
    remedy: "Chèn dòng vào giữa danh sách, hoặc chuyển các dòng dưới lên chỗ trống.",
    vi: (f) =>
      `danh sách ${vi(f.data["label"])} chỉ có ${vi(f.expected)} dòng, ô này nằm dưới vùng đó. Chuyển lên dòng trống, hoặc xin biểu mẫu có nhiều dòng hơn.`,
    en: (f) =>
      `the list ${en(f.data["label"])} has ${en(f.expected)} rows and this cell lies below them. Move it up or ask for a longer form.`,
  },
});
