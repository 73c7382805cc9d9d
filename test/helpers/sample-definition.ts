// A small made-up definition with every type of field, every comparator and scope, a list, and rules of both severities; shared by many tests.
import type { Field, List } from "../../src/core/definition/field.js";
import type { RoundDefinition } from "../../src/core/definition/definition.js";
import { periodOf } from "../../src/core/definition/period.js";
import type { Rule } from "../../src/core/definition/rule.js";
import type { Target } from "../../src/core/definition/target.js";
import type { Unit } from "../../src/core/definition/unit.js";

export const BASIC_PARTY = "đảng bộ cơ sở";
export const BASIC_CELL = "chi bộ cơ sở";

/** A field from what differs from an ordinary required count. */
export function sampleField(id: string, label: string, more: Partial<Field> = {}): Field {
  return {
    id,
    label,
    measure: "người",
    type: "count",
    required: true,
    min: 0,
    max: null,
    choices: [],
    aggregate: "sum",
    section: "I. Tổ chức và đội ngũ",
    guidance: "",
    appliesTo: [],
    ...more,
  };
}

/** A target from what differs from "at least 95 % for every unit". */
export function sampleTarget(id: string, label: string, formula: string, more: Partial<Target> = {}): Target {
  return {
    id,
    clause: "II.1",
    label,
    formula,
    measure: "%",
    comparator: ">=",
    value: 95,
    upper: null,
    scope: "each",
    appliesTo: [],
    due: null,
    parent: null,
    ...more,
  };
}

/** A unit of the sample round; codes CS01, CS02 … */
export function sampleUnit(number: number, more: Partial<Unit> = {}): Unit {
  const code = `CS${String(number).padStart(2, "0")}`;
  return {
    code,
    name: `Đảng ủy Công ty Thử nghiệm số ${String(number)}`,
    aliases: [],
    kind: BASIC_PARTY,
    parent: null,
    email: null,
    ...more,
  };
}

const STUDY = "II. Học tập và quán triệt";
const ACTION = "III. Hành động và kết quả";

const FIELDS: readonly Field[] = [
  sampleField("tong_dang_vien", "Tổng số đảng viên cuối kỳ", {
    min: 1,
    guidance: "Đảng viên có mặt đến ngày cuối của kỳ báo cáo, kể cả dự bị.",
  }),
  sampleField("tong_chi_bo", "Tổng số chi bộ trực thuộc", { measure: "chi bộ", min: 1, max: 500 }),
  sampleField("ket_nap_moi", "Đảng viên mới được kết nạp trong kỳ", { guidance: "Tính theo ngày tổ chức lễ kết nạp." }),
  sampleField("ket_nap_nu", "Trong số mới kết nạp: đảng viên nữ"),
  sampleField("da_hoc_tap", "Đảng viên đã dự học nghị quyết", {
    section: STUDY,
    guidance: "Mỗi người chỉ tính một lần trong kỳ.",
  }),
  sampleField("hinh_thuc_hoc", "Hình thức học chủ yếu", {
    section: STUDY,
    measure: "",
    type: "choice",
    min: null,
    choices: ["Trực tiếp", "Trực tuyến", "Kết hợp"],
    aggregate: "none",
  }),
  sampleField("diem_trung_binh", "Điểm bài thu hoạch bình quân", {
    section: STUDY,
    measure: "điểm",
    type: "decimal",
    max: 10,
    aggregate: "none",
  }),
  sampleField("ngay_hoc_xong", "Ngày hoàn thành đợt học", {
    section: STUDY,
    measure: "",
    type: "date",
    required: false,
    min: null,
    aggregate: "none",
  }),
  sampleField("co_ke_hoach", "Đơn vị đã ban hành kế hoạch hành động", { section: ACTION, measure: "", type: "yesno", min: null }),
  sampleField("chi_bo_cam_ket", "Chi bộ đã ký cam kết", { section: ACTION, measure: "chi bộ" }),
  sampleField("kinh_phi_dung", "Kinh phí đã sử dụng", { section: ACTION, measure: "triệu đồng", type: "decimal" }),
  sampleField("to_cong_nghe", "Tổ công nghệ số đang hoạt động", { section: ACTION, measure: "tổ", appliesTo: [BASIC_PARTY] }),
  sampleField("kho_khan_chinh", "Khó khăn chính, kiến nghị", {
    section: ACTION,
    measure: "",
    type: "text",
    required: false,
    min: null,
    aggregate: "none",
  }),
];

const MODELS: List = {
  id: "mo_hinh",
  label: "Mô hình mới đăng ký",
  columns: [
    sampleField("ten", "Tên mô hình", { measure: "", type: "text", min: null, aggregate: "none" }),
    sampleField("linh_vuc", "Lĩnh vực", {
      measure: "",
      type: "choice",
      min: null,
      choices: ["Chuyển đổi số", "Dân vận", "Khác"],
      aggregate: "none",
      required: false,
    }),
    sampleField("ngay_dang_ky", "Ngày đăng ký", { measure: "", type: "date", min: null, aggregate: "none", required: false }),
    sampleField("so_nguoi", "Số người tham gia"),
  ],
  maxRows: 8,
  section: ACTION,
  guidance: "Mỗi mô hình ghi một dòng, không để dòng trống ở giữa.",
  appliesTo: [],
};

const TARGETS: readonly Target[] = [
  sampleTarget("hoc_nghi_quyet", "Đảng viên được học nghị quyết", "da_hoc_tap/tong_dang_vien", { scope: "both" }),
  sampleTarget("vang_khong_hoc", "Đảng viên chưa dự học", "(tong_dang_vien-da_hoc_tap)/tong_dang_vien", {
    comparator: "<",
    value: 5,
  }),
  sampleTarget("ket_nap_dang_vien", "Kết nạp đảng viên mới trong toàn đảng bộ", "ket_nap_moi", {
    measure: "người",
    comparator: "about",
    value: 40,
    scope: "total",
    clause: "II.2",
  }),
  sampleTarget("ty_le_nu", "Nữ trong số mới kết nạp", "ket_nap_nu/ket_nap_moi", {
    comparator: "between",
    value: 30,
    upper: 50,
    scope: "total",
    parent: "ket_nap_dang_vien",
    clause: "II.2",
  }),
  sampleTarget("diem_hoc_tap", "Điểm thu hoạch bình quân", "diem_trung_binh", {
    measure: "điểm",
    comparator: ">",
    value: 7.5,
    clause: "II.3",
  }),
  sampleTarget("ban_hanh_ke_hoach", "Đơn vị có kế hoạch hành động", "co_ke_hoach/so_don_vi", {
    comparator: "=",
    value: 100,
    scope: "total",
    clause: "III.1",
  }),
  sampleTarget("ky_cam_ket", "Chi bộ ký cam kết", "chi_bo_cam_ket/tong_chi_bo", { comparator: "=", value: 100, clause: "III.2" }),
  sampleTarget("kinh_phi_han_muc", "Kinh phí trong hạn mức", "kinh_phi_dung", {
    measure: "triệu đồng",
    comparator: "<=",
    value: 500,
    clause: "III.3",
  }),
  sampleTarget("dang_ky_mo_hinh", "Mô hình mới được đăng ký", "COUNTA(mo_hinh_ten)", {
    measure: "mô hình",
    value: 1,
    clause: "III.4",
  }),
  sampleTarget("to_so_hoat_dong", "Tổ công nghệ số", "to_cong_nghe", {
    measure: "tổ",
    value: 1,
    appliesTo: [BASIC_PARTY],
    clause: "III.5",
  }),
];

const RULES: readonly Rule[] = [
  {
    id: "hoc_khong_qua_tong",
    formula: "da_hoc_tap<=tong_dang_vien",
    severity: "error",
    message: "Số đã dự học lớn hơn tổng số đảng viên. Xem lại hai số này.",
    appliesTo: [],
  },
  {
    id: "nu_khong_qua_moi",
    formula: "ket_nap_nu<=ket_nap_moi",
    severity: "error",
    message: "Số nữ mới kết nạp lớn hơn tổng số mới kết nạp. Xem lại hai số này.",
    appliesTo: [],
  },
  {
    id: "cam_ket_khong_qua",
    formula: "chi_bo_cam_ket<=tong_chi_bo",
    severity: "error",
    message: "Số chi bộ ký cam kết lớn hơn tổng số chi bộ. Xem lại hai số này.",
    appliesTo: [],
  },
  {
    id: "ket_nap_bat_thuong",
    formula: "ket_nap_moi<=tong_dang_vien*0.2",
    severity: "warning",
    message: "Số mới kết nạp trên 20% tổng số đảng viên. Đề nghị giải trình.",
    appliesTo: [],
  },
  {
    id: "bien_dong_dang_vien",
    formula: "ABS(tong_dang_vien-tong_dang_vien_ky_truoc)<=tong_dang_vien_ky_truoc*0.1",
    severity: "warning",
    message: "Tổng số đảng viên thay đổi trên 10% so với kỳ trước. Đề nghị giải trình.",
    appliesTo: [],
  },
];

/** The sample round: year 2024, three units; parts may be replaced. */
export function sampleDefinition(more: Partial<RoundDefinition> = {}): RoundDefinition {
  return {
    id: "mau-thu-2024",
    resolution: {
      kind: "nghị quyết",
      number: "07",
      symbol: "NQ/ĐUT",
      abstract: "về nâng cao chất lượng sinh hoạt và hành động của chi bộ",
      issuer: "Đảng ủy Khối Thử nghiệm",
      date: "2024-01-15",
      superior: "Ban Chấp hành Trung ương",
      place: "Hà Nội",
    },
    form: { symbol: "BC-NQ07", title: "Kết quả thực hiện các chỉ tiêu Nghị quyết số 07-NQ/ĐUT", profile: "dang" },
    period: periodOf("2024")!,
    units: [sampleUnit(1), sampleUnit(2), sampleUnit(3, { name: "Chi bộ Văn phòng Thử nghiệm", kind: BASIC_CELL })],
    fields: FIELDS,
    lists: [MODELS],
    targets: TARGETS,
    rules: RULES,
    ...more,
  };
}
