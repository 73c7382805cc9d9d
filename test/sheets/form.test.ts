// The form: everything it asks stands in it once, named, unlocked and checked; what its layout says is what is printed.
import { strict as assert } from "node:assert";
import { checkSubmission } from "../../src/core/submission/checks/index.js";
import { cellKey } from "../../src/core/cells.js";
import type { RoundDefinition } from "../../src/core/definition/definition.js";
import { readDefinitionText, writeDefinition } from "../../src/core/definition/definition-json.js";
import { definitionFingerprint } from "../../src/core/definition/fingerprint.js";
import { HIDDEN_SHEET } from "../../src/core/submission/form-layout.js";
import { readIdentity } from "../../src/core/submission/identity.js";
import { readSubmission } from "../../src/core/submission/submission.js";
import type { Unit } from "../../src/core/definition/unit.js";
import { formBook, formFileName, formLayout, formPlaces, formValues } from "../../src/sheets/form.js";
import type { Book, Page, PageCell } from "../../src/sheets/page.js";
import { bookToCells } from "../helpers/book-cells.js";
import { filled, SOUND } from "../helpers/filled-form.js";
import { BASIC_CELL, sampleDefinition, sampleField, sampleTarget, sampleUnit } from "../helpers/sample-definition.js";

const definition = sampleDefinition();
const unit = definition.units[0]!;
const previous = { values: new Map([["tong_dang_vien", 110]]), lists: new Map() };

function pageOf(book: Book, name: string): Page {
  const page = book.pages.find((one) => one.name === name);
  assert.ok(page !== undefined, `no sheet ${name}`);
  return page;
}

function cellIn(book: Book, sheet: string, row: number, column: number): PageCell | undefined {
  return pageOf(book, sheet)
    .rows.find((line) => line.row === row)
    ?.cells.get(column);
}

/** Texts of the row in which a row code stands, from the label on. */
function rowTexts(book: Book, code: string): (string | number | boolean | null)[] {
  const page = pageOf(book, "Báo cáo");
  const row = page.rows.find((line) => line.cells.get(1)?.value === code);
  assert.ok(row !== undefined, `no row ${code}`);
  return [...row.cells].filter(([column]) => column > 1).map(([, cell]) => cell.value as string | number | boolean | null);
}

/** `$D$31=`: how a formula asks for the state of a rule. */
function ruleRow(id: string, book: Book): string {
  const { message } = definition.rules.find((rule) => rule.id === id)!;
  const row = pageOf(book, "Tự kiểm tra").rows.find((line) => line.cells.get(2)?.value === message);
  assert.ok(row !== undefined, id);
  return `$D$${String(row.row)}=`;
}

describe("sheets/form", () => {
  it("gives every input a workbook-level name and leaves nothing else unlocked but list rows and words of the heading", () => {
    const book = formBook(definition, unit);
    const layout = formLayout(definition, unit.kind);
    const names = new Map(book.names.map((name) => [name.name, name]));
    for (const input of layout.inputs) {
      const at = names.get(input.name);
      assert.deepEqual(at && [at.sheet, at.area.top, at.area.left], [input.sheet, input.row, input.column], input.name);
      assert.equal(cellIn(book, input.sheet, input.row, input.column)?.unlocked, true, input.name);
    }
    const figures = layout.inputs.filter((input) => input.role === "figure").map((input) => input.name);
    assert.deepEqual([...figures].sort(), definition.fields.map((field) => field.id).sort());
    const unlocked = pageOf(book, "Tự kiểm tra")
      .rows.flatMap((row) => [...row.cells.values()])
      .filter((cell) => cell.unlocked);
    assert.deepEqual(unlocked, []);
  });

  it("colours an input by the state of the rules that must hold and speak of it, and says which", () => {
    const book = formBook(definition, unit);
    const { area } = book.names.find(({ name }) => name === "chi_bo_cam_ket")!;
    const bad = pageOf(book, "Báo cáo").conditions.find(
      (one) => one.style === "bad" && one.area.left === area.left && one.area.top <= area.top && one.area.bottom >= area.top,
    );
    const hidden = /^OR\(\$[A-Z]+\d+>=4,\$([A-Z]+)(\d+)>0\)$/u.exec(bad?.formula ?? "");
    assert.deepEqual([hidden?.[1], Number(hidden?.[2])], ["L", bad?.area.top]);
    const broken = cellIn(book, "Báo cáo", area.top, 12)?.formula ?? "";
    const [, row, number] = /^IF\('Tự kiểm tra'!\$D\$(\d+)="Sai",(\d+),0\)$/u.exec(broken) ?? [];
    assert.match(cellIn(book, "Tự kiểm tra", Number(row), 4)?.formula ?? "", /chi_bo_cam_ket<=tong_chi_bo/u);
    assert.equal(cellIn(book, "Tự kiểm tra", Number(row), 1)?.value, `B.${number!}`);
    assert.match(cellIn(book, "Báo cáo", area.top, 9)?.formula ?? "", /"Không khớp: B\."&L\d+/u);
    const warned = book.names.find(({ name }) => name === "ket_nap_moi")!.area.top;
    assert.ok(!(cellIn(book, "Báo cáo", warned, 12)?.formula ?? "").includes(ruleRow("ket_nap_bat_thuong", book)));
  });

  it("says of a formula that it is the one above only where it is, one row lower", () => {
    const cells = formBook(definition, unit).pages.flatMap((page) =>
      page.rows.flatMap(({ row, cells: own }) =>
        [...own].filter(([, cell]) => cell.asAbove).map(([column, cell]) => ({ page, row, column, cell })),
      ),
    );
    assert.ok(cells.length > 5);
    for (const { page, row, column, cell } of cells) {
      const above = page.rows.find((one) => one.row === row - 1)?.cells.get(column)?.formula ?? "";
      const lower = above.replace(/"[^"]*"|(\$?[A-Z]{1,3})(\d+)\b/gu, (text, letters?: string, at?: string) =>
        letters === undefined ? text : letters + String(Number(at) + 1),
      );
      assert.equal(cell.formula, lower);
    }
  });

  it("opens from each count of the self-check the block in which it stands", () => {
    const links = [5, 6, 7, 8].map((row) => cellIn(formBook(definition, unit), "Tự kiểm tra", row, 1)?.link ?? "");
    const heads = links.map((link) => cellIn(formBook(definition, unit), "Tự kiểm tra", Number(link.split("!A")[1]), 1)?.value);
    assert.deepEqual(
      heads.map((head) => String(head).slice(0, 2)),
      ["C.", "C.", "B.", "A."],
    );
  });

  it("leaves out what a unit of that kind is not asked", () => {
    const names = formBook(definition, sampleUnit(3, { kind: BASIC_CELL })).names.map((name) => name.name);
    assert.ok(!names.includes("to_cong_nghe") && !names.includes("to_so_hoat_dong_giai_trinh"));
    assert.ok(names.includes("tong_chi_bo"));
  });

  it("prints no name in a formula that the book does not define", () => {
    for (const kind of [unit.kind, BASIC_CELL]) {
      const book = formBook(definition, sampleUnit(1, { kind }));
      const known = new Set(book.names.map((name) => name.name));
      const used = formLayout(definition, kind).formulas.flatMap(
        (f) => f.formula.replace(/"[^"]*"|'[^']*'/gu, "").match(/\b_?[a-z]\w*_\w+/gu) ?? [],
      );
      assert.deepEqual(
        [...new Set(used)].filter((name) => !known.has(name)),
        [],
      );
      assert.ok(used.length > 50);
    }
  });

  it("makes one row of a target that is nothing but one figure, and puts the figures of a ratio beneath it", () => {
    const book = formBook(definition, unit);
    assert.deepEqual(rowTexts(book, "kinh_phi_dung").slice(0, 4), [
      "3",
      "Kinh phí trong hạn mức",
      "triệu đồng",
      "≤ 500 triệu đồng",
    ]);
    assert.deepEqual(rowTexts(book, "co_ke_hoach").slice(0, 4), ["1", "Đơn vị có kế hoạch hành động", "Có/Không", "100%"]);
    assert.deepEqual(rowTexts(book, "ky_cam_ket").slice(0, 2), ["2", "Chi bộ ký cam kết"]);
    assert.deepEqual(rowTexts(book, "chi_bo_cam_ket").slice(0, 2), ["2.1", "Chi bộ đã ký cam kết"]);
    assert.deepEqual(rowTexts(book, "ty_le_nu").slice(0, 2), ["3.1", "Nữ trong số mới kết nạp"]);
  });

  it("writes every formula with its result, and says at the top that figures are missing", () => {
    const book = formBook(definition, unit);
    const formulas = book.pages
      .flatMap((page) => page.rows.flatMap((row) => [...row.cells.values()]))
      .filter((cell) => cell.formula !== undefined);
    const named = formulas.filter((cell) => cell.value === null).map((cell) => cell.formula);
    const sheets = book.pages.filter(({ visibility, tab }) => visibility === "visible" && tab !== "help").length;
    assert.deepEqual(named, Array(sheets - 1).fill("'Báo cáo'!$B$2"), "the unit's name, which is stamped, and nothing else");
    assert.equal(cellIn(book, "Báo cáo", 2, 2)?.value, unit.name.toLocaleUpperCase("vi"));
    assert.equal(cellIn(book, "Tự kiểm tra", 3, 1)?.value, "CHƯA ĐỦ SỐ LIỆU");
  });

  it("shows the figure of the period before only when a formula uses it", () => {
    const book = formBook(definition, unit, { previous });
    const name = book.names.find((one) => one.name === "tong_dang_vien_ky_truoc")!;
    assert.equal(cellIn(book, name.sheet, name.area.top, name.area.left)?.value, 110);
    assert.ok(!book.names.some((one) => one.name === "tong_chi_bo_ky_truoc"));
    const plain = sampleDefinition({ rules: definition.rules.slice(0, 4) });
    assert.ok(
      !pageOf(formBook(plain, unit), "Báo cáo").rows.some((row) =>
        [...row.cells.values()].some((cell) => cell.value === "Kỳ trước"),
      ),
    );
  });

  it("carries itself in the hidden sheet: identity, fingerprint and the whole definition", () => {
    const workbook = bookToCells(formBook(definition, unit));
    const { identity, findings } = readIdentity(workbook);
    assert.deepEqual(findings, []);
    assert.equal(identity?.unit, unit.code);
    assert.equal(identity?.period, "2024");
    assert.equal(identity?.fingerprint, definitionFingerprint(definition));
    assert.deepEqual(JSON.parse(identity?.definition ?? ""), writeDefinition({ ...definition, units: [] }));
  });

  it("cuts a long definition into cells that Excel can hold", () => {
    const long: RoundDefinition = {
      ...definition,
      rules: definition.rules.map((rule) => ({ ...rule, message: "Xem lại số liệu. ".repeat(900) })),
    };
    const page = pageOf(formBook(long, unit), HIDDEN_SHEET);
    const pieces = page.rows
      .filter((row) => row.cells.get(1)?.value === "definition")
      .map((row) => String(row.cells.get(2)?.value));
    assert.ok(pieces.length > 1 && pieces.every((piece) => piece.length <= 30000));
    const read = readDefinitionText(pieces.join(""));
    assert.deepEqual(
      read.definition?.rules.map((rule) => rule.message),
      long.rules.map((rule) => rule.message),
    );
  });

  it("gives the same cells when stamped on the blank form of the kind as when drawn for the unit", () => {
    const other = definition.units[1]!;
    const drawn = bookToCells(formBook(definition, other, { previous }));
    const blank = bookToCells(formBook(definition, { ...other, code: "", name: "", parent: null }));
    const places = formPlaces(definition, other.kind);
    const values = formValues(definition, other, previous);
    assert.equal(values.length, places.length);
    for (const sheet of drawn.sheets) {
      const stamped = new Map(blank.sheets.find((one) => one.name === sheet.name)!.cells);
      places.forEach((place, i) => {
        if (place.sheet !== sheet.name) return;
        const value = values[i] ?? null;
        const key = cellKey(place.row, place.column);
        const format = sheet.cells.get(key)?.format ?? null;
        if (value === null || value === "") stamped.delete(key);
        else
          stamped.set(key, {
            value: typeof value === "number" ? { kind: "number", number: value } : { kind: "text", text: value },
            formula: null,
            format,
          });
      });
      assert.deepEqual(
        [...stamped].sort(([a], [b]) => a - b),
        [...sheet.cells].sort(([a], [b]) => a - b),
        sheet.name,
      );
    }
  });

  it("is read back without a finding when it is filled in soundly", () => {
    const book = filled(formBook(definition, unit, { previous }), SOUND);
    const { submission, findings } = readSubmission(bookToCells(book), definition, formLayout(definition, unit.kind), unit);
    assert.deepEqual(findings, []);
    assert.ok(submission !== null);
    assert.equal(submission.figures.values.get("ngay_hoc_xong"), "2024-03-05");
    assert.equal(submission.figures.values.get("co_ke_hoach"), 1);
    assert.equal(submission.figures.lists.get("mo_hinh")?.length, 2);
    assert.deepEqual(checkSubmission(definition, unit, submission, previous), []);
  });

  it("is read back without its names and with rows moved, because every input stands beside its code", () => {
    const book = filled(formBook(definition, unit), SOUND);
    const pages = book.pages.map((page) =>
      page.name === "Báo cáo" ? { ...page, rows: page.rows.map((row) => ({ ...row, row: row.row + 1 })) } : page,
    );
    const { submission } = readSubmission(
      bookToCells({ ...book, pages, names: [] }),
      definition,
      formLayout(definition, unit.kind),
      unit,
    );
    assert.equal(submission?.figures.values.get("kinh_phi_dung"), 120.5);
    assert.equal(submission?.figures.values.get("to_cong_nghe"), 2);
  });

  it("puts the words of a long choice into cells, because a drop-down holds only 255 characters", () => {
    const choices = Array.from({ length: 30 }, (_, i) => `Lĩnh vực số ${String(i + 1)}, nhóm A`);
    const field = sampleField("linh_vuc_chinh", "Lĩnh vực", { type: "choice", choices, aggregate: "none", measure: "" });
    const book = formBook(sampleDefinition({ fields: [...definition.fields, field] }), unit);
    const name = book.names.find((one) => one.name === "_danh_muc_linh_vuc_chinh");
    assert.deepEqual([name?.sheet, name && name.area.bottom - name.area.top + 1], [HIDDEN_SHEET, 30]);
    assert.ok(pageOf(book, "Báo cáo").validations.some((v) => v.formula === "_danh_muc_linh_vuc_chinh"));
  });

  it("gives lists with long, equal or forbidden names sheets of their own", () => {
    const list = definition.lists[0]!;
    const label = "Danh sách: tập thể/cá nhân [tiêu biểu] trong học tập và làm theo";
    const lists = [list, { ...list, id: "tieu_bieu", label }, { ...list, id: "tieu_bieu_hai", label }];
    const sheets = formLayout(sampleDefinition({ lists }), unit.kind).sheets;
    assert.equal(new Set(sheets).size, sheets.length);
    assert.ok(sheets.every((name) => name.length <= 31 && !/[[\]:*?/\\]/u.test(name)));
  });

  it("survives a definition with nothing but one target over a list", () => {
    const bare = sampleDefinition({
      fields: [],
      rules: [],
      targets: [sampleTarget("so_mo_hinh", "Mô hình", "COUNTA(mo_hinh_ten)", { measure: "mô hình", value: 1 })],
    });
    const book = formBook(bare, unit);
    assert.equal(rowTexts(book, "so_mo_hinh")[1], "Mô hình");
  });

  it("names files by unit, form and period in characters that travel", () => {
    const at = (code: string): string => formFileName(definition, { ...unit, code } satisfies Unit);
    assert.equal(at("CS01"), "CS01_BC-NQ07_2024.xlsx");
    assert.equal(at("Đảng bộ/07*"), "Dang-bo-07_BC-NQ07_2024.xlsx");
    assert.equal(at("../.."), "X_BC-NQ07_2024.xlsx");
  });
});
