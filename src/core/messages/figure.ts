// Sentences of findings about: figure.
import type { MessageFacts } from "./entry.js";
import { entries } from "./entry.js";
import { shown } from "./shown.js";

const vi = (value: string | number | null | undefined): string => shown(value, "vi");
const en = (value: string | number | null | undefined): string => shown(value, "en");
const label = (f: MessageFacts): string => vi(f.data["label"] ?? f.field);

export const FIGURE_MESSAGES = entries({
  "figure/text-number": {
    severity: "note",
    meaning: "Số được gõ dạng chữ và chỉ có một cách đọc, nên đã đọc thành số.",
    remedy: "Không phải sửa; lần sau gõ chữ số vào ô, không gõ dấu cách hay dấu nháy.",
    vi: (f) => `${label(f)} gõ dạng chữ ${vi(f.found)}, đã đọc là ${vi(f.expected)}. Không phải sửa.`,
    en: (f) => `${label(f)} was typed as text ${en(f.found)} and read as ${en(f.expected)}. Nothing to do.`,
  },
  "figure/ambiguous": {
    severity: "error",
    meaning: "Số gõ dạng chữ có hai cách đọc, không thể đoán.",
    remedy: "Xóa ô rồi gõ lại bằng số.",
    vi: (f) =>
      `${label(f)} gõ dạng chữ ${vi(f.found)}, có thể là ${vi(f.data["whole"])} hoặc ${vi(f.data["decimal"])}. Xóa ô rồi gõ lại bằng số.`,
    en: (f) =>
      `${label(f)} is text ${en(f.found)}: either ${en(f.data["whole"])} or ${en(f.data["decimal"])}. Clear the cell and type a number.`,
  },
  "figure/not-a-number": {
    severity: "error",
    meaning: "Ô phải là số nhưng ghi chữ.",
    remedy: "Gõ lại bằng chữ số, không kèm chữ hay đơn vị tính; không có thì ghi 0.",
    vi: (f) => `${label(f)} ghi ${vi(f.found)}, không phải là số. Gõ lại bằng chữ số, không kèm chữ; nếu không có thì ghi 0.`,
    en: (f) => `${label(f)} holds ${en(f.found)}, which is no number. Type digits only; type 0 when there is none.`,
  },
  "figure/fraction": {
    severity: "error",
    meaning: "Số đếm có phần lẻ.",
    remedy: "Ghi lại số nguyên.",
    vi: (f) => `${label(f)} là ${vi(f.found)}, nhưng phải là số nguyên. Ghi lại số nguyên đúng thực tế.`,
    en: (f) => `${label(f)} is ${en(f.found)} but must be a whole number. Type the true whole number.`,
  },
  "figure/negative": {
    severity: "error",
    meaning: "Số đếm bị âm.",
    remedy: "Ghi lại số từ 0 trở lên.",
    vi: (f) => `${label(f)} là ${vi(f.found)}, số âm. Ghi lại số từ 0 trở lên.`,
    en: (f) => `${label(f)} is ${en(f.found)}, below zero. Type 0 or more.`,
  },
  "figure/too-large": {
    severity: "error",
    meaning: "Số dài quá 15 chữ số, Excel không giữ được chính xác.",
    remedy: "Kiểm tra và ghi lại số đúng.",
    vi: (f) => `${label(f)} là ${vi(f.found)}, dài quá 15 chữ số nên Excel không giữ đúng được. Kiểm tra và ghi lại.`,
    en: (f) => `${label(f)} is ${en(f.found)}, more than the 15 digits that Excel keeps. Check it and type it again.`,
  },
  "figure/percent": {
    severity: "error",
    meaning: "Ô không tính bằng phần trăm nhưng ghi phần trăm.",
    remedy: "Ghi số thực tế, không ghi tỷ lệ.",
    vi: (f) => `${label(f)} ghi phần trăm (${vi(f.found)}), nhưng ô này không tính bằng %. Ghi số thực tế, không ghi tỷ lệ.`,
    en: (f) => `${label(f)} holds a percentage (${en(f.found)}) but is not measured in %. Type the number itself.`,
  },
  "figure/percent-read": {
    severity: "note",
    meaning: "Ô ghi kèm dấu %, đã đọc thành số phần trăm.",
    remedy: "Không phải sửa.",
    vi: (f) => `${label(f)} ghi ${vi(f.found)} kèm dấu %, đã đọc là ${vi(f.expected)} %. Không phải sửa.`,
    en: (f) => `${label(f)} holds ${en(f.found)} with a percent sign and was read as ${en(f.expected)} %. Nothing to do.`,
  },
  "figure/percent-scale": {
    severity: "warning",
    meaning: "Tỷ lệ rất nhỏ, có thể đã ghi 0,95 thay cho 95.",
    remedy: "Ghi 95 nếu là 95 %; nếu đúng thì giải trình.",
    vi: (f) =>
      `${label(f)} là ${vi(f.found)} %, rất nhỏ. Nếu muốn ghi ${vi(f.expected)} % thì gõ ${vi(f.expected)}; nếu đúng thì giải trình.`,
    en: (f) => `${label(f)} is ${en(f.found)} %, very small. Type ${en(f.expected)} if that was meant; otherwise explain.`,
  },
  "figure/dash": {
    severity: ["warning", "note"],
    meaning: "Ô ghi dấu gạch, được coi là để trống chứ không phải số 0.",
    remedy: "Ghi 0 nếu không có; để trống nếu chưa có số liệu.",
    vi: (f) => `${label(f)} ghi dấu gạch, được coi là để trống. Nếu không có thì ghi 0.`,
    en: (f) => `${label(f)} holds a dash and counts as blank. Type 0 when there is none.`,
  },
  "figure/error-value": {
    severity: "error",
    meaning: "Ô báo lỗi của Excel (#DIV/0!, #REF! …).",
    remedy: "Xóa ô và gõ lại số.",
    vi: (f) => `${label(f)} báo lỗi ${vi(f.found)}. Xóa ô và gõ lại số liệu.`,
    en: (f) => `${label(f)} holds the error ${en(f.found)}. Clear the cell and type the figure.`,
  },
  "figure/boolean": {
    severity: "error",
    meaning: "Ô ghi TRUE hoặc FALSE thay cho số liệu.",
    remedy: "Xóa ô và gõ lại số liệu.",
    vi: (f) => `${label(f)} ghi ${vi(f.found)} thay cho số liệu. Xóa ô và gõ lại.`,
    en: (f) => `${label(f)} holds ${en(f.found)} instead of a figure. Clear the cell and type it again.`,
  },
  "figure/formula": {
    severity: "error",
    meaning: "Ô nhập liệu chứa công thức lấy từ nơi khác.",
    remedy: "Xóa công thức và gõ số.",
    vi: (f) =>
      `${label(f)} chứa công thức ${vi(f.found)}${f.expected === null ? "" : ` đang hiện ${vi(f.expected)}`}. Xóa công thức và gõ số liệu.`,
    en: (f) =>
      `${label(f)} holds the formula ${en(f.found)}${f.expected === null ? "" : ` showing ${en(f.expected)}`}. Type the figure instead.`,
  },
  "figure/formula-read": {
    severity: "note",
    meaning: "Ô nhập liệu chứa phép tính giữa các con số, đã lấy kết quả.",
    remedy: "Không phải sửa.",
    vi: (f) => `${label(f)} là phép tính ${vi(f.found)}, đã lấy kết quả ${vi(f.expected)}. Không phải sửa.`,
    en: (f) => `${label(f)} is the sum ${en(f.found)}; its result ${en(f.expected)} was taken. Nothing to do.`,
  },
  "figure/date-in-number": {
    severity: "error",
    meaning: "Ô phải là số nhưng đang là ngày tháng.",
    remedy: "Gõ lại số; nếu ô vẫn hiện ngày, đổi định dạng ô về số.",
    vi: (f) =>
      `${label(f)} đang là ngày ${vi(f.data["day"])}, không phải số. Gõ lại số; nếu ô vẫn hiện ngày, đổi định dạng ô về số.`,
    en: (f) => `${label(f)} is the date ${en(f.data["day"])}, not a number. Type the number again, with a number format.`,
  },
  "figure/not-a-date": {
    severity: "error",
    meaning: "Ô phải là ngày nhưng không đọc được thành ngày.",
    remedy: "Gõ ngày/tháng/năm, ví dụ 15/02/2024.",
    vi: (f) =>
      `${label(f)} ghi ${vi(f.found)}, không phải một ngày có thật. Gõ ngày/tháng/năm` +
      (f.expected === null ? ", ví dụ 15/02/2024." : `; có phải là ${vi(f.expected)} không?`),
    en: (f) =>
      `${label(f)} holds ${en(f.found)}, which is no day. Type day/month/year${f.expected === null ? "." : `; was ${en(f.expected)} meant?`}`,
  },
  "figure/date-read": {
    severity: "note",
    meaning: "Ngày gõ dạng chữ hoặc kèm giờ, đã đọc thành ngày.",
    remedy: "Không phải sửa.",
    vi: (f) => `${label(f)} ghi ${vi(f.found)}, đã đọc là ngày ${vi(f.expected)}. Không phải sửa.`,
    en: (f) => `${label(f)} holds ${en(f.found)} and was read as ${en(f.expected)}. Nothing to do.`,
  },
  "figure/date-outside-period": {
    severity: "warning",
    meaning: "Ngày nằm ngoài kỳ báo cáo.",
    remedy: "Kiểm tra ngày và tháng; nếu đúng thì giải trình.",
    vi: (f) =>
      `${label(f)} là ngày ${vi(f.found)}, ngoài kỳ báo cáo. ` +
      (f.expected === null
        ? "Kiểm tra lại; nếu đúng thì giải trình."
        : `Có phải là ${vi(f.expected)} không? Sửa lại, hoặc giải trình.`),
    en: (f) =>
      `${label(f)} is ${en(f.found)}, outside the period${f.expected === null ? "" : `; was ${en(f.expected)} meant?`}. Correct or explain it.`,
  },
  "figure/not-yes-no": {
    severity: "error",
    meaning: "Ô phải ghi Có hoặc Không.",
    remedy: "Chọn Có hoặc Không trong danh sách.",
    vi: (f) => `${label(f)} ghi ${vi(f.found)}. Chọn “Có” hoặc “Không”.`,
    en: (f) => `${label(f)} holds ${en(f.found)}. Choose “Có” or “Không”.`,
  },
  "figure/word-read": {
    severity: "note",
    meaning: "Từ gõ khác cách viết trong danh sách nhưng chỉ có một nghĩa, đã đọc.",
    remedy: "Không phải sửa; lần sau chọn trong danh sách.",
    vi: (f) => `${label(f)} ghi ${vi(f.found)}, đã đọc là ${vi(f.expected)}. Không phải sửa.`,
    en: (f) => `${label(f)} holds ${en(f.found)} and was read as ${en(f.expected)}. Nothing to do.`,
  },
  "figure/not-a-choice": {
    severity: "error",
    meaning: "Ô ghi một từ không có trong danh sách lựa chọn.",
    remedy: "Chọn một từ trong danh sách.",
    vi: (f) =>
      `${label(f)} ghi ${vi(f.found)}, không có trong danh sách. Chọn một trong: ${String(f.data["choices"] ?? "")}` +
      (f.expected === null ? "." : ` (gần nhất: ${vi(f.expected)}).`),
    en: (f) => `${label(f)} holds ${en(f.found)}, which is not on the list. Choose one of: ${String(f.data["choices"] ?? "")}.`,
  },
  "figure/number-in-text": {
    severity: ["error", "warning", "note"],
    meaning:
      "Ô ghi chữ nhưng Excel đã đổi thành số hoặc ngày: số 0 ở đầu hay chữ số cuối có thể đã mất. Mã đơn vị mất số 0 thì được đọc lại khi chỉ có một mã như vậy.",
    remedy: "Gõ dấu nháy đơn trước nội dung, ví dụ '001.",
    vi: (f) =>
      f.severity === "note"
        ? `${label(f)} bị đổi thành số ${vi(f.found)}, đã đọc là mã đơn vị ${vi(f.expected)}. Không phải sửa.`
        : f.severity === "warning"
          ? `${label(f)} bị Excel đổi thành số hoặc ngày, đọc là ${vi(f.found)}. Kiểm tra; nếu sai, gõ dấu nháy đơn ở đầu, ví dụ '001.`
          : `${label(f)} bị Excel đổi thành số ${vi(f.found)}, không biết đã gõ gì (số 0 ở đầu hay chữ số cuối có thể đã mất). Gõ lại với dấu nháy đơn ở đầu, ví dụ '001.`,
    en: (f) =>
      f.severity === "note"
        ? `${label(f)} was turned into the number ${en(f.found)} and read as the unit code ${en(f.expected)}. Nothing to do.`
        : f.severity === "warning"
          ? `${label(f)} was turned into a number or date by Excel and reads ${en(f.found)}. Check it; type an apostrophe first, as in '001.`
          : `${label(f)} was turned into the number ${en(f.found)} by Excel; leading zeros or last digits may be lost. Type it again after an apostrophe, as in '001.`,
  },
  "figure/old-font": {
    severity: ["note", "warning"],
    meaning:
      "Chữ gõ bằng phông cũ (.VnTime, VNI): đã chuyển sang Unicode khi chỉ có một cách đọc; nếu không chắc thì giữ nguyên.",
    remedy: "Lần sau gõ bằng phông Unicode, ví dụ Times New Roman; nếu chữ giữ nguyên bị sai thì gõ lại.",
    vi: (f) =>
      f.severity === "note"
        ? `${label(f)} gõ bằng phông cũ (${String(f.data["encoding"] ?? "")}) ${vi(f.found)}, đã đọc là ${vi(f.expected)}. Không phải sửa.`
        : `${label(f)} ghi ${vi(f.found)}, có thể gõ bằng phông cũ (.VnTime hoặc VNI) nên giữ nguyên. Nếu chữ bị sai, gõ lại bằng phông Unicode.`,
    en: (f) =>
      f.severity === "note"
        ? `${label(f)} was typed in an old font (${String(f.data["encoding"] ?? "")}) ${en(f.found)} and read as ${en(f.expected)}. Nothing to do.`
        : `${label(f)} holds ${en(f.found)}, perhaps typed in an old font, and was kept. If the words are wrong, type them in a Unicode font.`,
  },
  "figure/text-too-long": {
    severity: "error",
    meaning: "Nội dung dài hơn 32.767 ký tự, một ô Excel không chứa được.",
    remedy: "Viết ngắn lại.",
    vi: (f) => `${label(f)} dài ${vi(f.found)} ký tự, quá ${vi(f.expected)} ký tự của một ô. Viết ngắn lại.`,
    en: (f) => `${label(f)} is ${en(f.found)} characters long, over the ${en(f.expected)} that a cell holds. Shorten it.`,
  },
});
