// The sheet `Hướng dẫn` of a form: how to fill it in, made from the same definition as the form itself.
import { showDay } from "../core/figure/date.js";
import type { Field } from "../core/definition/field.js";
import type { FormDraft } from "./form-draft.js";
import { CHECK_SHEET, GUIDE_SHEET, REPORT_SHEET } from "./form-draft.js";
import { OVERALL } from "./self-check.js";
import { shortType } from "./field-words.js";
import { PageDraft } from "./page-draft.js";
import { footer, WORKING_MARGINS } from "./page-footer.js";
import type { StyleName } from "./styles.js";

const COLUMNS = [5.5, 44, 10, 22, 52] as const;
const LAST = COLUMNS.length;

/** An empty guide. */
export function guidePage(draft: FormDraft): PageDraft {
  const { form, period } = draft.definition;
  return new PageDraft({
    name: GUIDE_SHEET,
    visibility: "visible",
    columns: COLUMNS.map((width) => ({ width })),
    print: {
      landscape: false,
      margins: WORKING_MARGINS,
      footer: footer(`${form.symbol} – ${period.label} – Hướng dẫn`),
    },
    protected: true,
    tab: "help",
  });
}

/** Draws the guide: steps, colours, how results are judged, and every figure with its meaning. */
export function drawGuide(draft: FormDraft, page: PageDraft): void {
  page.line(1, 1, LAST, "HƯỚNG DẪN ĐIỀN BIỂU MẪU", "title");
  let row = 3;
  row = drawLines(page, row, "1. Các bước", steps(draft));
  row = drawColours(page, row);
  row = drawLines(page, row, "3. Cách tính kết quả", judging(draft));
  row = drawFields(page, row, "4. Nội dung từng số liệu", draft.parts.fields);
  draft.parts.lists.forEach((list, i) => {
    row = drawFields(page, row, `${String(5 + i)}. Các cột của trang “${draft.listSheets.get(list.id)!}”`, list.columns);
  });
}

function drawLines(page: PageDraft, top: number, title: string, lines: readonly string[]): number {
  page.line(top, 1, LAST, title, "bodyBold");
  page.keepTogether(top, top + 1);
  lines.forEach((line, i) => {
    page.put(top + 1 + i, 1, { value: "-", style: "bodyRight" });
    page.line(top + 1 + i, 2, LAST, line, "body");
  });
  return top + lines.length + 2;
}

function steps(draft: FormDraft): readonly string[] {
  const { period } = draft.definition;
  const lists = [...draft.listSheets.values()].map((name) => `“${name}”`).join(", ");
  const due = period.due === null ? "" : ` Hạn gửi: ngày ${showDay(period.due)}.`;
  return [
    `Nhập số liệu vào các ô có màu tại trang “${REPORT_SHEET}”${lists === "" ? "" : ` và các trang ${lists}`}. Các ô khác đã khóa để giữ nguyên biểu mẫu, không cần mở khóa.`,
    "Bấm vào một ô nhập sẽ hiện lời nhắc cần ghi gì. Chỉ gõ con số, không gõ thêm chữ hay đơn vị tính. Không có thì ghi số 0; chưa có số liệu thì để trống.",
    "Kỳ nào có chỉ tiêu chưa đạt hoặc số liệu cần lưu ý thì ghi nguyên nhân, biện pháp vào cột “Giải trình”.",
    `Mở trang “${CHECK_SHEET}”. Khi dòng đầu trang báo “${OVERALL.sound}” hoặc “${OVERALL.toExplain}” và đã giải trình thì lưu tệp.`,
    `Gửi lại đúng tệp này (không đổi sang dạng khác, không chép sang tệp khác).${due} Gửi lại vì sửa số liệu thì tăng “Lần báo cáo” thêm 1.`,
    `Khi in để ký, chỉ cần in trang “${REPORT_SHEET}”${lists === "" ? "" : " và các trang danh sách có ghi nội dung"}; các trang khác để tự kiểm tra.`,
  ];
}

function drawColours(page: PageDraft, top: number): number {
  const samples: readonly (readonly [StyleName, string, "missing" | "bad" | "attention" | null])[] = [
    ["input", "Ô để nhập số liệu, đã có hoặc được phép để trống.", null],
    ["input", "Ô bắt buộc, chưa có số liệu.", "missing"],
    ["input", "Ô có số liệu sai kiểu, ngoài giới hạn hoặc không có trong danh sách.", "bad"],
    ["input", "Ô giải trình cần ghi.", "attention"],
  ];
  page.line(top, 1, LAST, "2. Màu của các ô", "bodyBold");
  samples.forEach(([style, text, condition], i) => {
    const row = top + 1 + i;
    const area = { top: row, left: 1, bottom: row, right: 1 };
    page.put(row, 1, { value: null, style });
    page.line(row, 2, LAST, text, "body");
    if (condition !== null) page.conditions.push({ area, formula: "TRUE", style: condition });
  });
  return top + samples.length + 2;
}

function judging(draft: FormDraft): readonly string[] {
  const { targets } = draft.parts;
  const uses = (comparator: string): boolean => targets.some((target) => target.comparator === comparator);
  return [
    "Tỷ lệ được tính từ tử số và mẫu số đã nhập và so đúng từng số lẻ với mức phải đạt; không làm tròn để thành đạt.",
    "Chưa đủ số liệu để tính thì ghi “Chưa đủ số liệu”, không coi là chưa đạt.",
    ...(uses("between") ? ["Chỉ tiêu cho trong khoảng thì đạt từ mức dưới trở lên; cao hơn mức trên ghi là “Đạt (vượt)”."] : []),
    ...(uses("about") ? ["Chỉ tiêu có chữ “khoảng” thì đạt từ 95% mức đó trở lên."] : []),
    ...(targets.some((target) => target.scope === "total")
      ? ["Chỉ tiêu ghi “Tính chung” được đánh giá trên số liệu cộng lại của các đơn vị, không đánh giá riêng từng đơn vị."]
      : []),
  ];
}

function drawFields(page: PageDraft, top: number, title: string, fields: readonly Field[]): number {
  page.line(top, 1, LAST, title, "bodyBold");
  page.keepTogether(top, top + 2);
  ["STT", "Số liệu", "ĐVT", "Cách ghi", "Giải thích"].forEach((head, i) =>
    page.put(top + 1, i + 1, { value: head, style: "tableHead" }),
  );
  fields.forEach((field, i) => {
    const row = top + 2 + i;
    page.put(row, 1, { value: i + 1, style: "center" });
    page.put(row, 2, { value: field.label, style: "label" });
    page.put(row, 3, { value: field.measure, style: "center" });
    page.put(row, 4, { value: shortType(field), style: "label" });
    page.put(row, 5, { value: field.guidance, style: "label" });
    page.atLeast(row, 18);
  });
  return top + fields.length + 3;
}
