// The sheets of the control workbook as tables: which column holds which property, under which heading, with which words.
import {
  AGGREGATE_WORDS,
  COMPARATOR_WORDS,
  SCOPE_WORDS,
  SEVERITY_WORDS,
  TYPE_WORDS,
  YES_WORDS,
  type Words,
} from "./control-words.js";

/**
 * How a property stands in a cell. `text` keeps line breaks; `code` is an id or a short name, always text; `formula` is text without `=`;
 * `day` a day; `dayOrYear` a day or a year; `items` several words; or one of a few words.
 */
export type ColumnKind = "text" | "code" | "number" | "day" | "dayOrYear" | "formula" | "items" | Words;

export interface ControlColumn {
  readonly property: string;
  readonly heading: string;
  /** Other headings that mean the same. */
  readonly also: readonly string[];
  readonly kind: ColumnKind;
  /** The column must be there and every line must fill it. */
  readonly needed: boolean;
  /** What staff should write, one or two sentences; shown when the cell is selected. */
  readonly explanation: string;
}

export interface ControlTable {
  readonly sheet: string;
  /** Other names of the sheet. */
  readonly also: readonly string[];
  /** What the sheet is for, printed above the table. */
  readonly intro: string;
  readonly columns: readonly ControlColumn[];
}

const SEPARATED = "Nhiều loại thì cách nhau bằng dấu chấm phẩy.";

function column(
  property: string,
  heading: string,
  kind: ColumnKind,
  explanation: string,
  also: readonly string[] = [],
): ControlColumn {
  return { property, heading, also, kind, needed: false, explanation };
}

function needed(
  property: string,
  heading: string,
  kind: ColumnKind,
  explanation: string,
  also: readonly string[] = [],
): ControlColumn {
  return { ...column(property, heading, kind, explanation, also), needed: true };
}

function appliesTo(what: string): ControlColumn {
  return column("appliesTo", "Loại đơn vị", "items", `${what} Để trống là mọi đơn vị. ${SEPARATED}`, [
    "Áp dụng cho",
    "Áp dụng",
    "Đơn vị áp dụng",
  ]);
}

export const INFO_SHEET = "Thông tin";
export const INFO_INTRO =
  "Thông tin về văn bản giao chỉ tiêu, biểu mẫu và kỳ báo cáo. Chỉ sửa cột «Nội dung»; giữ nguyên cột «Mục».";
export const INFO_HEADINGS = { key: "Mục", value: "Nội dung", explanation: "Giải thích" } as const;

export const TARGET_TABLE: ControlTable = {
  sheet: "Chỉ tiêu",
  also: ["Các chỉ tiêu", "Chi tieu"],
  intro:
    "Mỗi dòng là một chỉ tiêu của nghị quyết. Công thức viết như trong Excel, dùng mã ở trang tính «Số liệu», ví dụ: da_hoc_tap/tong_dang_vien.",
  columns: [
    needed(
      "id",
      "Mã chỉ tiêu",
      "code",
      "Mã riêng của chỉ tiêu: chữ thường không dấu, nối bằng dấu gạch dưới. Không đổi sau khi đã phát biểu mẫu.",
      ["Mã", "id"],
    ),
    column("clause", "Điều khoản", "text", "Chỗ ghi chỉ tiêu trong văn bản, ví dụ II.2.5.", ["Mục trong nghị quyết", "clause"]),
    needed("label", "Nội dung chỉ tiêu", "text", "Lời văn của chỉ tiêu, in trên biểu mẫu và bảng tổng hợp.", [
      "Chỉ tiêu",
      "Nội dung",
      "Tên chỉ tiêu",
      "label",
    ]),
    needed(
      "formula",
      "Công thức",
      "formula",
      "Cách tính kết quả từ các mã số liệu. Chỉ tiêu tính bằng % phải có phép chia tử số/mẫu số. Không cần dấu = ở đầu.",
      ["formula", "Cách tính"],
    ),
    column("measure", "Đơn vị tính", "text", "%, người, tổ chức, mô hình …", ["ĐVT", "measure"]),
    needed(
      "comparator",
      "So sánh",
      COMPARATOR_WORDS,
      "Chọn đúng lời của nghị quyết: «trên 95%» không đạt khi bằng đúng 95%; «từ 95% trở lên» thì đạt.",
      ["Phép so sánh", "comparator"],
    ),
    needed("value", "Mức", "number", "Con số nghị quyết giao, ví dụ 95 cho 95%. Với «từ … đến …» đây là mức dưới.", [
      "Mức giao",
      "Giá trị",
      "Mức chỉ tiêu",
      "value",
    ]),
    column("upper", "Mức trên", "number", "Chỉ điền khi so sánh là «từ … đến …».", ["Đến", "upper"]),
    column(
      "scope",
      "Phạm vi",
      SCOPE_WORDS,
      "chung: tính gộp mọi đơn vị; từng đơn vị: mỗi đơn vị phải đạt; cả hai. Để trống là chung.",
      ["scope"],
    ),
    appliesTo("Những loại đơn vị được tính vào chỉ tiêu này, đúng như cột «Loại» ở trang tính «Đơn vị»."),
    column("due", "Thời hạn", "dayOrYear", "Ngày hoặc năm phải hoàn thành, nếu nghị quyết có ghi: 31/12/2025 hoặc 2025.", [
      "Hạn",
      "Thời hạn hoàn thành",
      "due",
    ]),
    column("parent", "Thuộc chỉ tiêu", "code", "Mã của chỉ tiêu lớn, khi dòng này là phần «trong đó …» của nó.", [
      "Trong đó của",
      "Chỉ tiêu cha",
      "parent",
    ]),
  ],
};

const MEASURED = "người, tổ chức, %; để trống với chữ và ngày.";

export const FIELD_TABLE: ControlTable = {
  sheet: "Số liệu",
  also: ["Các số liệu", "So lieu"],
  intro:
    "Mỗi dòng là một ô mà đơn vị phải điền. Dòng có tên ở cột «Danh sách» là một cột của bảng liệt kê nhiều dòng; bảng đó khai ở trang tính «Danh sách».",
  columns: [
    needed(
      "id",
      "Mã số liệu",
      "code",
      "Chữ thường không dấu, nối bằng ít nhất một dấu gạch dưới, ví dụ tong_dang_vien. Công thức dùng mã này.",
      ["Mã", "id"],
    ),
    column(
      "list",
      "Danh sách",
      "code",
      "Để trống với số liệu thường. Cột của bảng liệt kê thì ghi mã bảng ở trang tính «Danh sách».",
      ["Thuộc danh sách", "list"],
    ),
    needed("label", "Tên số liệu", "text", "Lời in trên biểu mẫu, ví dụ: Tổng số đảng viên.", [
      "Tên",
      "Số liệu",
      "Nội dung",
      "label",
    ]),
    column("measure", "Đơn vị tính", "text", MEASURED, ["ĐVT", "measure"]),
    column("type", "Kiểu", TYPE_WORDS, "Đơn vị được điền gì vào ô. Để trống là số nguyên.", [
      "Kiểu dữ liệu",
      "Kiểu số liệu",
      "type",
    ]),
    column("required", "Bắt buộc", YES_WORDS, "Có: để trống thì báo cáo bị trả lại. Để trống ô này là có.", [
      "required",
      "Bắt buộc điền",
    ]),
    column("min", "Nhỏ nhất", "number", "Giá trị nhỏ nhất được nhận, nếu có.", ["Tối thiểu", "min"]),
    column("max", "Lớn nhất", "number", "Giá trị lớn nhất được nhận, nếu có.", ["Tối đa", "max"]),
    column("choices", "Các lựa chọn", "items", "Chỉ với kiểu «lựa chọn»: các phương án, cách nhau bằng dấu chấm phẩy.", [
      "Lựa chọn",
      "Phương án",
      "choices",
    ]),
    column(
      "aggregate",
      "Tổng hợp",
      AGGREGATE_WORDS,
      "cộng: cộng số của các đơn vị (có/không thì đếm số «có»); không cộng: bỏ qua.",
      ["Cách tổng hợp", "aggregate"],
    ),
    column("section", "Phần", "text", "Tên phần trên biểu mẫu mà dòng này đứng dưới.", ["Nhóm", "Mục", "section"]),
    column("guidance", "Hướng dẫn", "text", "Một, hai câu cho người điền: đếm những gì, đến ngày nào.", [
      "Ghi chú hướng dẫn",
      "guidance",
    ]),
    appliesTo("Những loại đơn vị phải điền số liệu này, đúng như cột «Loại» ở trang tính «Đơn vị»."),
  ],
};

export const LIST_TABLE: ControlTable = {
  sheet: "Danh sách",
  also: ["Các danh sách", "Danh mục"],
  intro:
    "Mỗi dòng là một bảng liệt kê (ví dụ: các mô hình mới). Các cột của bảng khai ở trang tính «Số liệu», cột «Danh sách» ghi mã ở đây.",
  columns: [
    needed(
      "id",
      "Mã danh sách",
      "code",
      "Chữ thường không dấu, ví dụ mo_hinh. Trong công thức, một cột của bảng là mã này nối với mã cột: mo_hinh_ten.",
      ["Mã", "id"],
    ),
    needed("label", "Tên danh sách", "text", "Tên bảng in trên biểu mẫu.", ["Tên", "label"]),
    column("maxRows", "Số dòng tối đa", "number", "Bảng trên biểu mẫu có bấy nhiêu dòng để điền.", ["Số dòng", "maxRows"]),
    column("section", "Phần", "text", "Tên phần trên biểu mẫu.", ["Nhóm", "section"]),
    column("guidance", "Hướng dẫn", "text", "Một, hai câu cho người điền.", ["guidance"]),
    appliesTo("Những loại đơn vị phải điền bảng này, đúng như cột «Loại» ở trang tính «Đơn vị»."),
  ],
};

export const RULE_TABLE: ControlTable = {
  sheet: "Quy tắc",
  also: ["Các quy tắc", "Quy tắc kiểm tra"],
  intro:
    "Mỗi dòng là một điều phải đúng với số liệu của mỗi đơn vị, ví dụ: da_hoc_tap<=tong_dang_vien. Thiếu số liệu thì quy tắc chưa được xét.",
  columns: [
    needed("id", "Mã quy tắc", "code", "Mã riêng của quy tắc, không dấu.", ["Mã", "id"]),
    needed(
      "formula",
      "Công thức",
      "formula",
      "Điều phải đúng, viết như công thức Excel với các mã số liệu. Không cần dấu = ở đầu.",
      ["Điều kiện", "formula"],
    ),
    column(
      "severity",
      "Mức độ",
      SEVERITY_WORDS,
      "lỗi: báo cáo sai quy tắc không được tính; cảnh báo: được tính nhưng phải giải trình. Để trống là lỗi.",
      ["Mức", "severity"],
    ),
    needed("message", "Thông báo", "text", "Câu báo cho người điền: sai ở đâu, phải sửa gì.", [
      "Lời nhắc",
      "Nội dung",
      "message",
    ]),
    appliesTo("Những loại đơn vị phải theo quy tắc này, đúng như cột «Loại» ở trang tính «Đơn vị»."),
  ],
};

export const UNIT_TABLE: ControlTable = {
  sheet: "Đơn vị",
  also: ["Các đơn vị", "Danh sách đơn vị"],
  intro: "Mỗi dòng là một đơn vị phải báo cáo. Chỉ cột «Mã» và «Tên» là bắt buộc; mã là chữ, giữ cả số 0 ở đầu (001).",
  columns: [
    needed("code", "Mã", "code", "Mã riêng của đơn vị, giữ nguyên cả năm. Mã 001 phải còn đủ số 0.", [
      "code",
      "Mã đơn vị",
      "Ký hiệu",
      "Mã ĐV",
    ]),
    needed("name", "Tên", "text", "Tên đầy đủ của đơn vị, in trên biểu mẫu.", ["name", "Tên đơn vị", "Đơn vị", "Tên ĐV"]),
    column(
      "kind",
      "Loại",
      "text",
      "Ví dụ: đảng bộ cơ sở, chi bộ cơ sở. Cột «Loại đơn vị» ở các trang tính khác so với cột này.",
      ["kind", "Loại đơn vị", "Loại hình"],
    ),
    column("parent", "Cấp trên", "code", "Mã của đơn vị cấp trên trong danh sách này, nếu có.", [
      "parent",
      "Đơn vị cấp trên",
      "Mã cấp trên",
      "Trực thuộc",
    ]),
    column("aliases", "Tên khác", "items", "Các tên gọi khác, cách nhau bằng dấu chấm phẩy.", [
      "aliases",
      "alias",
      "Tên gọi khác",
      "Tên viết tắt",
    ]),
    column("email", "Email", "text", "Thư điện tử để gửi biểu mẫu và đôn đốc.", ["e-mail", "Thư điện tử", "Hộp thư"]),
  ],
};
