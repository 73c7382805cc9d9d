// Sentences of findings about: definition.
import type { MessageEntry, MessageFacts } from "./entry.js";
import { entries } from "./entry.js";

/** An entry of this area: every code is an error in the JSON or control sheet that defines a round, unless said otherwise. */
function entry(meaning: string, remedy: string, vi: (f: MessageFacts) => string, en: (f: MessageFacts) => string): MessageEntry {
  return { severity: "error", meaning, remedy, vi, en };
}

/** A fact of the finding as text. */
function fact(f: MessageFacts, key: string): string {
  const value = f.data[key];
  return value === undefined || value === null ? "" : String(value);
}

function hintVi(f: MessageFacts): string {
  return fact(f, "suggestion") === "" ? "" : ` Có phải là "${fact(f, "suggestion")}" không?`;
}

function hintEn(f: MessageFacts): string {
  return fact(f, "suggestion") === "" ? "" : ` Did you mean "${fact(f, "suggestion")}"?`;
}

const SHAPES_VI: ReadonlyMap<string, string> = new Map([
  ["text", "chữ"],
  ["number", "số"],
  ["boolean", "true hoặc false"],
  ["array", "một danh sách"],
  ["object", "một nhóm thuộc tính"],
]);

export const DEFINITION_MESSAGES = entries({
  "definition/not-json": entry(
    "Tệp định nghĩa không phải là JSON đọc được.",
    "Sửa tệp theo đúng cú pháp JSON hoặc chọn tệp khác.",
    (f) => `tệp định nghĩa không phải là JSON (${fact(f, "problem")}). Sửa cú pháp hoặc chọn tệp khác.`,
    (f) => `the definition is not JSON (${fact(f, "problem")}). Correct its syntax or choose another file.`,
  ),
  "definition/wrong-type": entry(
    "Một thuộc tính của định nghĩa có kiểu giá trị không đúng.",
    "Ghi lại giá trị đúng kiểu đã nêu.",
    (f) =>
      `giá trị ${String(f.found ?? "")} không đúng kiểu. Cần ghi ${SHAPES_VI.get(fact(f, "expected")) ?? fact(f, "expected")}.`,
    (f) => `${String(f.found ?? "")} is of the wrong type. Write a value of type ${fact(f, "expected")}.`,
  ),
  "definition/missing": entry(
    "Định nghĩa thiếu một thuộc tính bắt buộc.",
    "Bổ sung thuộc tính còn thiếu.",
    () => "chưa có nội dung, trong khi mục này là bắt buộc. Ghi bổ sung.",
    () => "is empty, but must not be. Fill it in.",
  ),
  "definition/unknown-property": {
    severity: "warning",
    meaning: "Định nghĩa có một thuộc tính không dùng đến, có thể do viết sai tên.",
    remedy: "Sửa tên thuộc tính hoặc bỏ đi.",
    vi: (f) => `không có thuộc tính nào tên là "${String(f.found ?? "")}".${hintVi(f)} Sửa tên hoặc bỏ đi.`,
    en: (f) => `there is no property called "${String(f.found ?? "")}".${hintEn(f)} Correct its name or remove it.`,
  },
  "definition/unknown-word": entry(
    "Một thuộc tính chỉ nhận vài từ cho trước, và từ đã ghi không thuộc số đó.",
    "Chọn một trong các từ được liệt kê.",
    (f) => `không nhận giá trị "${String(f.found ?? "")}".${hintVi(f)} Chọn một trong các từ: ${fact(f, "expected")}.`,
    (f) => `"${String(f.found ?? "")}" is not allowed.${hintEn(f)} Choose one of: ${fact(f, "expected")}.`,
  ),
  "definition/bad-date": entry(
    "Ngày không có trong lịch hoặc không theo dạng năm-tháng-ngày.",
    "Ghi ngày theo dạng 2024-12-31; hạn của chỉ tiêu có thể chỉ ghi năm.",
    (f) => `"${String(f.found ?? "")}" không phải là ngày. Ghi theo dạng 2024-12-31; hạn của chỉ tiêu có thể chỉ ghi năm.`,
    (f) => `"${String(f.found ?? "")}" is not a date. Write it as 2024-12-31; the due date of a target may be a year alone.`,
  ),
  "definition/bad-period": entry(
    "Kỳ báo cáo không thuộc các kỳ được hỗ trợ.",
    "Dùng mã kỳ dạng 2024-Q1, 2024-H1, 2024-9M hoặc 2024.",
    (f) => `"${String(f.found ?? "")}" không phải là mã kỳ báo cáo. Dùng dạng 2024-Q1, 2024-H1, 2024-9M hoặc 2024.`,
    (f) => `"${String(f.found ?? "")}" is not a period. Use the form 2024-Q1, 2024-H1, 2024-9M or 2024.`,
  ),
  "definition/bad-id": entry(
    "Mã không dùng được làm tên ô trong Excel.",
    "Đặt mã bằng chữ thường không dấu và chữ số, có ít nhất một dấu gạch dưới, ví dụ tong_dang_vien.",
    (f) =>
      `mã "${String(f.found ?? "")}" không hợp lệ. Dùng chữ thường không dấu, chữ số và ít nhất một dấu gạch dưới, ví dụ tong_dang_vien.`,
    (f) =>
      `the id "${String(f.found ?? "")}" is not valid. Use small letters without marks, digits and at least one underscore, like tong_dang_vien.`,
  ),
  "definition/reserved-id": entry(
    "Mã trùng với tên dành riêng của biểu mẫu.",
    "Đặt mã khác, không phải so_don_vi, lan_bao_cao và không kết thúc bằng _ky_truoc, _giai_trinh.",
    (f) => `mã "${String(f.found ?? "")}" là tên dành riêng của biểu mẫu. Đặt mã khác.`,
    (f) => `the id "${String(f.found ?? "")}" is reserved by the form. Choose another one.`,
  ),
  "definition/duplicate-id": entry(
    "Hai mục của định nghĩa mang cùng một mã.",
    "Đổi mã của một trong hai mục.",
    (f) => `mã "${String(f.found ?? "")}" đã dùng ở ${fact(f, "first")}. Đổi một trong hai mã.`,
    (f) => `the id "${String(f.found ?? "")}" stands at ${fact(f, "first")} already. Change one of the two.`,
  ),
  "definition/duplicate-unit": entry(
    "Hai đơn vị mang cùng một mã.",
    "Cấp cho mỗi đơn vị một mã riêng.",
    (f) => `mã đơn vị "${String(f.found ?? "")}" đã dùng ở ${fact(f, "first")}. Mỗi đơn vị cần một mã riêng.`,
    (f) => `the unit code "${String(f.found ?? "")}" stands at ${fact(f, "first")} already. Every unit needs a code of its own.`,
  ),
  "definition/unknown-kind": {
    severity: "warning",
    meaning: "Loại của đơn vị không trùng loại nào mà định nghĩa nhắc đến, nên biểu mẫu của đơn vị có thể thiếu nội dung.",
    remedy: "Ghi loại của đơn vị bằng một trong các loại được liệt kê.",
    vi: (f) =>
      `"${fact(f, "name")}" ${f.found === "" ? "chưa ghi loại đơn vị" : `có loại "${String(f.found)}", không thuộc các loại đơn vị của bộ chỉ tiêu`}.${hintVi(f)} Dùng một trong các loại: ${fact(f, "kinds")}.`,
    en: (f) =>
      `"${fact(f, "name")}" ${f.found === "" ? "has no kind" : `is of the kind "${String(f.found)}", for which the definition has nothing`}.${hintEn(f)} Use one of: ${fact(f, "kinds")}.`,
  },
  "definition/bad-bounds": entry(
    "Một giới hạn không khớp với giá trị đi cùng.",
    "Sửa lại giới hạn theo yêu cầu đã nêu.",
    (f) => `giới hạn ${String(f.found ?? "")} không hợp lệ. Giá trị này phải là: ${fact(f, "mustBe")}.`,
    (f) => `the bound ${String(f.found ?? "")} is not valid. It must be ${fact(f, "mustBeEn")}.`,
  ),
  "definition/bad-choices": entry(
    "Danh sách lựa chọn thiếu, trùng nhau, hoặc gắn với số liệu không phải kiểu «lựa chọn».",
    "Số liệu kiểu «lựa chọn» cần ít nhất hai lựa chọn khác nhau; kiểu khác thì để trống.",
    (f) =>
      `các lựa chọn của "${fact(f, "field")}" không hợp lệ. Kiểu «lựa chọn» cần ít nhất hai lựa chọn khác nhau, kiểu khác thì để trống.`,
    (f) => `the choices of "${fact(f, "field")}" are not valid. A choice needs at least two different ones, any other type none.`,
  ),
  "definition/not-summable": entry(
    "Số liệu là chữ, ngày hoặc lựa chọn nên không cộng được.",
    "Ghi «không cộng» ở cột «Tổng hợp» của số liệu.",
    (f) => `"${fact(f, "field")}" không phải là số nên không cộng được. Ghi «không cộng» ở cột «Tổng hợp».`,
    (f) => `"${fact(f, "field")}" holds no number, so it cannot be added up. Set aggregate to none.`,
  ),
  "definition/unknown-parent": entry(
    "Chỉ tiêu ghi là thuộc một chỉ tiêu khác, nhưng chỉ tiêu đó không có.",
    "Sửa mã chỉ tiêu cha hoặc để trống.",
    (f) => `không có chỉ tiêu "${String(f.found ?? "")}".${hintVi(f)} Sửa mã chỉ tiêu cha hoặc để trống.`,
    (f) => `there is no target "${String(f.found ?? "")}".${hintEn(f)} Correct the parent or leave it empty.`,
  ),
  "definition/parent-cycle": entry(
    "Các chỉ tiêu thuộc lẫn nhau thành một vòng.",
    "Bỏ chỉ tiêu cha ở một trong các chỉ tiêu của vòng.",
    (f) => `chỉ tiêu "${String(f.found ?? "")}" thuộc chính nó qua chỉ tiêu cha. Bỏ chỉ tiêu cha ở một chỗ.`,
    (f) => `the target "${String(f.found ?? "")}" is part of itself through its parents. Remove one parent.`,
  ),
  "definition/bad-formula": entry(
    "Công thức viết sai hoặc dùng hàm không được hỗ trợ.",
    "Sửa công thức tại ký tự đã nêu; các hàm dùng được ghi trong tài liệu về công thức.",
    (f) =>
      `công thức "${String(f.found ?? "")}" không đọc được từ ký tự thứ ${fact(f, "at")} (${fact(f, "problem")}). Sửa lại công thức.`,
    (f) =>
      `the formula "${String(f.found ?? "")}" cannot be read from character ${fact(f, "at")} on (${fact(f, "problemEn")}). Correct it.`,
  ),
  "definition/unknown-name": entry(
    "Công thức nhắc đến một tên không phải là số liệu nào.",
    "Sửa tên trong công thức hoặc thêm số liệu mang tên đó.",
    (f) =>
      `công thức nhắc đến "${String(f.found ?? "")}" nhưng không có số liệu nào mang tên đó.${hintVi(f)} Sửa tên hoặc thêm số liệu.`,
    (f) =>
      `the formula names "${String(f.found ?? "")}", but there is no such figure.${hintEn(f)} Correct the name or add the figure.`,
  ),
  "definition/list-as-figure": entry(
    "Công thức dùng một cột của danh sách như một con số.",
    "Đặt cột vào một hàm đếm hoặc cộng, ví dụ COUNTA(mo_hinh_ten).",
    (f) => `"${String(f.found ?? "")}" là cột của một danh sách, không phải một con số. Đặt trong COUNTA, COUNTIF hoặc SUM.`,
    (f) => `"${String(f.found ?? "")}" is a column of a list, not one figure. Put it inside COUNTA, COUNTIF or SUM.`,
  ),
  "definition/percent-needs-division": entry(
    "Chỉ tiêu tính bằng % nhưng công thức không phải là phép chia.",
    "Viết công thức dạng tử số chia mẫu số, ví dụ da_hoc_tap/tong_dang_vien.",
    (f) => `chỉ tiêu "${fact(f, "id")}" tính bằng % nên công thức phải là một phép chia. Viết dạng tử số/mẫu số.`,
    (f) => `the target "${fact(f, "id")}" is in %, so its formula must be a division. Write it as numerator/denominator.`,
  ),
  "definition/not-added-up": {
    severity: "warning",
    meaning: "Chỉ tiêu của toàn đảng bộ dùng số liệu không được cộng, nên không bao giờ tính được ở cấp tổng hợp.",
    remedy: "Ghi «từng đơn vị» ở cột «Phạm vi» của chỉ tiêu, hoặc dùng số liệu cộng được.",
    vi: (f) =>
      `chỉ tiêu "${fact(f, "id")}" tính chung toàn bộ nhưng "${fact(f, "field")}" không được cộng. Ghi «từng đơn vị» ở cột «Phạm vi», hoặc dùng số liệu khác.`,
    en: (f) =>
      `the target "${fact(f, "id")}" is over all units, but "${fact(f, "field")}" is not added up. Set its scope to each or use another figure.`,
  },
  "definition/no-unit-decides": entry(
    "Không loại đơn vị nào có đủ số liệu của công thức.",
    "Đối chiếu cột «Loại đơn vị» của chỉ tiêu hoặc quy tắc với cột «Loại đơn vị» của từng số liệu.",
    (f) =>
      `không loại đơn vị nào có đủ số liệu để tính "${fact(f, "id")}". Đối chiếu cột «Loại đơn vị» ở đây với cột «Loại đơn vị» của các số liệu.`,
    (f) => `no kind of unit has all the figures of "${fact(f, "id")}". Compare appliesTo here with appliesTo of its figures.`,
  ),
});
