import assert from "node:assert/strict";
import type { Cell, SheetCells, WorkbookCells } from "../../../src/core/cells.js";
import { cellKey } from "../../../src/core/cells.js";
import { checkSubmission } from "../../../src/core/submission/checks/index.js";
import { definitionFingerprint } from "../../../src/core/definition/fingerprint.js";
import { checkIdentity, readIdentity } from "../../../src/core/submission/identity.js";
import { readSubmission } from "../../../src/core/submission/submission.js";
import { formBook, formLayout } from "../../../src/sheets/form.js";
import { bookToCells } from "../../helpers/book-cells.js";
import { moved, withSheet } from "../../helpers/edit-cells.js";
import { sampleDefinition, sampleUnit } from "../../helpers/sample-definition.js";

const DEFINITION = sampleDefinition();
const UNIT = sampleUnit(1);
const LAYOUT = formLayout(DEFINITION, UNIT.kind);

const FIGURES: Readonly<Record<string, string | number>> = {
  tong_dang_vien: 118,
  tong_chi_bo: 9,
  ket_nap_moi: 4,
  ket_nap_nu: 2,
  da_hoc_tap: 116,
  hinh_thuc_hoc: "Kết hợp",
  diem_trung_binh: 8.25,
  ngay_hoc_xong: 45337,
  co_ke_hoach: "Có",
  chi_bo_cam_ket: 9,
  kinh_phi_dung: 120.5,
  to_cong_nghe: 3,
};

/** The form of a unit with figures typed in, saved by a program that keeps no results of formulas. */
function filledForm(figures: Readonly<Record<string, string | number>> = FIGURES): WorkbookCells {
  const blank = bookToCells(formBook(DEFINITION, UNIT));
  return {
    ...blank,
    sheets: blank.sheets.map((sheet) => {
      const cells = new Map<number, Cell>();
      for (const [key, cell] of sheet.cells) cells.set(key, cell.formula === null ? cell : { ...cell, value: { kind: "empty" } });
      for (const [name, value] of Object.entries({ ...figures, mo_hinh_ten: "Chợ không rác", mo_hinh_so_nguoi: 12 })) {
        const target = blank.names.get(name)!;
        if (target.sheet === sheet.name) cells.set(cellKey(target.top, target.left), typedCell(value));
      }
      return { ...sheet, cells };
    }),
  };
}

function typedCell(value: string | number): Cell {
  return {
    value: typeof value === "number" ? { kind: "number", number: value } : { kind: "text", text: value },
    formula: null,
    format: null,
  };
}

function outcome(workbook: WorkbookCells) {
  const identity = readIdentity(workbook);
  const foreign = checkIdentity(identity.identity!, DEFINITION, definitionFingerprint(DEFINITION));
  const { submission, findings } = readSubmission(workbook, DEFINITION, LAYOUT, UNIT);
  const checks = submission === null ? [] : checkSubmission(DEFINITION, UNIT, submission, null);
  const all = [...identity.findings, ...foreign, ...findings, ...checks];
  return { values: Object.fromEntries(submission?.figures.values ?? []), said: all.map((f) => `${f.severity} ${f.code}`) };
}

const READ = { ...FIGURES, ngay_hoc_xong: "2024-02-15", co_ke_hoach: 1, kho_khan_chinh: null };

describe("submission of the printed form", () => {
  it("comes back as it was typed, without a word", () => {
    assert.deepEqual(outcome(filledForm()), { values: READ, said: [] });
  });
  it("asks for every required figure of a blank form", () => {
    const said = outcome(filledForm({})).said;
    assert.deepEqual(said, ["error form/not-filled"]);
  });
  it("comes back the same without names", () => {
    assert.deepEqual(outcome({ ...filledForm(), names: new Map() }), { values: READ, said: ["note form/names-lost"] });
  });
  it("comes back the same when a program inserted a row and left the names behind", () => {
    const shifted = withSheet(filledForm(), "Báo cáo", (sheet) =>
      moved(sheet, (row, column) => ({ row: row >= 2 ? row + 1 : row, column })),
    );
    assert.deepEqual(outcome(shifted), { values: READ, said: ["warning form/row-moved"] });
  });
  it("comes back the same when a program inserted a column and left the names behind", () => {
    const shifted = withSheet(filledForm(), "Báo cáo", (sheet) =>
      moved(sheet, (row, column) => ({ row, column: column >= 5 ? column + 1 : column })),
    );
    assert.deepEqual(outcome(shifted), { values: READ, said: ["warning form/row-moved"] });
  });
  it("comes back the same when a program renamed the sheet and left the names behind", () => {
    const renamed = withSheet(filledForm(), "Báo cáo", (sheet): SheetCells => ({ ...sheet, name: "Sheet1 (2)" }));
    assert.deepEqual(outcome(renamed), { values: READ, said: ["warning form/sheet-renamed"] });
  });
  it("comes back the same when a row was inserted into the self-check or a list", () => {
    for (const name of ["Tự kiểm tra", "Mô hình mới đăng ký"]) {
      const shifted = withSheet(filledForm(), name, (sheet) => moved(sheet, (row, column) => ({ row: row + 1, column })));
      assert.deepEqual(outcome(shifted), { values: READ, said: [] }, name);
    }
  });
});
