// A form with three figures, one target, a rule and a list, small enough to stand in a test as a table.
import type { RoundDefinition } from "../../src/core/definition/definition.js";
import type { FormLayout, LayoutInput, LayoutText } from "../../src/core/submission/form-layout.js";
import type { SheetCells, WorkbookCells } from "../../src/core/cells.js";
import { parseAddress } from "../../src/core/cells.js";
import { shownText } from "../../src/core/submission/shown-cell.js";
import { sampleDefinition, sampleField, sampleTarget } from "./sample-definition.js";
import { sheetTable, workbookTable } from "./sheet-table.js";

/** Filled in as it should be; 110 of 118 have learned, which misses 95 %, and says why. */
export const FILLED = `
                 |     | BÁO CÁO
  lan_bao_cao    |     | Lần báo cáo              | 1
                 |     |
                 | STT | Nội dung                 | Kết quả | Đánh giá            | Giải trình
  tong_dang_vien | 1   | Tổng số đảng viên        | 118     |                     |
  da_hoc_tap     | 2   | Đảng viên đã học tập     | 110     |                     |
  da_ban_hanh    | 3   | Đã ban hành kế hoạch     | Có      |                     |
  hoc_nghi_quyet | 4   | Học nghị quyết           |         | =IF(1,2,3) → Chưa đạt | Do bận mùa vụ
`;

export const LIST = `
  MÔ HÌNH
  STT | Tên mô hình    | Số người
  1   | Chợ không rác  | 12
  2   |                |
  3   |                |
`;

export const NAMES: Readonly<Record<string, string>> = {
  lan_bao_cao: "Báo cáo!D2",
  tong_dang_vien: "Báo cáo!D5",
  da_hoc_tap: "Báo cáo!D6",
  da_ban_hanh: "Báo cáo!D7",
  hoc_nghi_quyet_giai_trinh: "Báo cáo!F8",
  mo_hinh_ten: "Mô hình!B3:B5",
  mo_hinh_so_nguoi: "Mô hình!C3:C5",
};

/** The round of the small form. */
export function smallDefinition(): RoundDefinition {
  return sampleDefinition({
    fields: [
      sampleField("tong_dang_vien", "Tổng số đảng viên", { min: 1, max: 5000 }),
      sampleField("da_hoc_tap", "Đảng viên đã học tập"),
      sampleField("da_ban_hanh", "Đã ban hành kế hoạch", { type: "yesno", min: null, measure: "" }),
    ],
    lists: [
      {
        id: "mo_hinh",
        label: "Mô hình mới",
        columns: [
          sampleField("ten", "Tên mô hình", { type: "text", min: null, measure: "", aggregate: "none" }),
          sampleField("so_nguoi", "Số người", { max: 900 }),
        ],
        maxRows: 3,
        section: "",
        guidance: "",
        appliesTo: [],
      },
    ],
    targets: [sampleTarget("hoc_nghi_quyet", "Học nghị quyết", "da_hoc_tap/tong_dang_vien")],
    rules: [
      {
        id: "hoc_khong_qua_tong",
        formula: "da_hoc_tap<=tong_dang_vien",
        severity: "error",
        message: "Số đã học tập lớn hơn tổng số đảng viên. Sửa một trong hai số.",
        appliesTo: [],
      },
    ],
  });
}

/** Where everything stands in the small form. */
export function smallLayout(): FormLayout {
  return {
    sheets: ["Báo cáo", "Mô hình"],
    tableSheet: "Báo cáo",
    rowCodeColumn: 1,
    labelColumn: 3,
    inputs: [
      input("submissionNumber", "lan_bao_cao", "D2", "lan_bao_cao", "Lần báo cáo"),
      input("figure", "tong_dang_vien", "D5", "tong_dang_vien", "Tổng số đảng viên"),
      input("figure", "da_hoc_tap", "D6", "da_hoc_tap", "Đảng viên đã học tập"),
      input("figure", "da_ban_hanh", "D7", "da_ban_hanh", "Đã ban hành kế hoạch"),
      input("explanation", "hoc_nghi_quyet_giai_trinh", "F8", "hoc_nghi_quyet", "Học nghị quyết"),
    ],
    lists: [
      {
        list: "mo_hinh",
        sheet: "Mô hình",
        headingRow: 2,
        firstRow: 3,
        rows: 3,
        columns: [
          { field: "ten", name: "mo_hinh_ten", column: 2, heading: "Tên mô hình" },
          { field: "so_nguoi", name: "mo_hinh_so_nguoi", column: 3, heading: "Số người" },
        ],
      },
    ],
    texts: [
      text("C1", "BÁO CÁO", null),
      text("C2", "Lần báo cáo", "lan_bao_cao"),
      text("B4", "STT", null),
      text("C4", "Nội dung", null),
      text("D4", "Kết quả", null),
      text("E4", "Đánh giá", null),
      text("F4", "Giải trình", null),
      text("C5", "Tổng số đảng viên", "tong_dang_vien"),
      text("C6", "Đảng viên đã học tập", "da_hoc_tap"),
      text("C7", "Đã ban hành kế hoạch", "da_ban_hanh"),
      text("C8", "Học nghị quyết", "hoc_nghi_quyet"),
    ],
    formulas: [
      {
        sheet: "Báo cáo",
        ...at("E8"),
        formula: "IF(1,2,3)",
        rowCode: "hoc_nghi_quyet",
        shows: { kind: "targetVerdict", id: "hoc_nghi_quyet" },
      },
    ],
    extents: [
      { sheet: "Báo cáo", rows: 8, columns: 6, printed: printed(FILLED) },
      { sheet: "Mô hình", rows: 5, columns: 3, printed: printed(LIST) },
    ],
    unitName: null,
  };
}

/** The small form as a workbook; the table of figures, names, the list and further sheets may be given. */
export function smallForm(
  table: string = FILLED,
  more: {
    readonly names?: Readonly<Record<string, string>>;
    readonly list?: string;
    readonly sheetName?: string;
    readonly others?: readonly SheetCells[];
  } = {},
): WorkbookCells {
  const sheets = [
    sheetTable(more.sheetName ?? "Báo cáo", table),
    sheetTable("Mô hình", more.list ?? LIST),
    ...(more.others ?? []),
  ];
  return workbookTable(sheets, more.names ?? NAMES);
}

function at(cell: string): { row: number; column: number } {
  return parseAddress(cell)!;
}

/** Everything in the table; what stands in inputs does no harm. */
function printed(table: string): ReadonlyMap<number, string> {
  const { cells } = sheetTable("", table);
  return new Map([...cells].map(([key, cell]) => [key, shownText(cell)]));
}

function input(role: LayoutInput["role"], name: string, cell: string, rowCode: string | null, label: string): LayoutInput {
  return { role, name, sheet: "Báo cáo", ...at(cell), rowCode, label };
}

function text(cell: string, words: string, rowCode: string | null): LayoutText {
  return { sheet: "Báo cáo", ...at(cell), text: words, rowCode };
}
