import assert from "node:assert/strict";
import { read, utils } from "@e965/xlsx";
import type { WorkSheet } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { address, columnLetters } from "../../src/core/cells.js";
import type { Definition } from "../../src/core/definition/definition.js";
import type { Figures, FigureValue } from "../../src/core/figure/figures.js";
import { evaluate, isUndecided, parseFormula } from "../../src/core/formula/index.js";
import { isExact, toNumber } from "../../src/core/figure/exact.js";
import type { Rule } from "../../src/core/definition/rule.js";
import { unitScope } from "../../src/core/verdict/scope.js";
import type { Target } from "../../src/core/definition/target.js";
import { RULE_WORDS, verdictWord } from "../../src/core/verdict/verdict-text.js";
import { ruleState, targetVerdict } from "../../src/core/verdict/verdicts.js";
import { liveRule, liveTarget, liveValue } from "../../src/sheets/live-formula.js";
import type { LiveNames } from "../../src/sheets/live-names.js";
import { inputNames } from "../../src/sheets/live-names.js";
import { definitionOf, fieldOf, listOf, ruleOf, targetOf } from "../helpers/formula-definition.js";
import { libreOfficePath, recalculate } from "../helpers/libreoffice.js";

const FIELDS = [
  fieldOf("tong_so"),
  fieldOf("da_hoc"),
  fieldOf("khac_nua"),
  fieldOf("kinh_phi", { type: "decimal", measure: "triệu đồng" }),
  fieldOf("da_ban_hanh", { type: "yesno" }),
  fieldOf("xep_loai", { type: "choice", choices: ["Đạt", "Không đạt"] }),
  fieldOf("ngay_hop", { type: "date" }),
];
const LISTS = [
  listOf("mo_hinh", [
    fieldOf("ten", { type: "text" }),
    fieldOf("so_nguoi"),
    fieldOf("da_cong_nhan", { type: "yesno" }),
    fieldOf("diem_so", { type: "decimal" }),
  ]),
];
const ROWS = 4;

const TARGETS = [
  targetOf("t_ge", "da_hoc/tong_so", { value: 95 }),
  targetOf("t_gt", "da_hoc/tong_so", { comparator: ">", value: 95 }),
  targetOf("t_eq", "da_hoc/tong_so", { comparator: "=", value: 100 }),
  targetOf("t_le", "(da_hoc-khac_nua)/tong_so", { comparator: "<=", value: 33.3 }),
  targetOf("t_lt", "da_hoc/(tong_so+khac_nua)", { comparator: "<", value: 12.5 }),
  targetOf("t_between", "da_hoc/tong_so", { comparator: "between", value: 30, upper: 35 }),
  targetOf("t_about", "SUM(da_hoc,khac_nua)", { comparator: "about", value: 100, measure: "người" }),
  targetOf("t_count", "da_hoc", { comparator: ">=", value: 57, measure: "người" }),
  targetOf("t_money", "kinh_phi", { comparator: ">=", value: 10.5, measure: "triệu đồng" }),
  targetOf("t_money_ratio", "kinh_phi/tong_so", { comparator: "<", value: 12.5 }),
  targetOf("t_yes", "da_ban_hanh/so_don_vi", { comparator: "=", value: 100 }),
  targetOf("t_list", "COUNTA(mo_hinh_ten)", { comparator: ">=", value: 2, measure: "mô hình" }),
  targetOf("t_true", "da_hoc>=tong_so", { comparator: "=", value: 1, measure: "" }),
  targetOf("t_grow", "da_hoc/da_hoc_ky_truoc", { comparator: ">=", value: 110 }),
];

const RULES = [
  "da_hoc<=tong_so",
  "da_hoc+khac_nua=tong_so",
  "kinh_phi*10<=tong_so+0.1",
  "IF(ISBLANK(khac_nua),da_hoc<=tong_so,da_hoc+khac_nua<=tong_so)",
  'OR(ISBLANK(xep_loai),xep_loai="đạt")',
  "IF(da_ban_hanh=1,da_hoc>0,TRUE)",
  "NOT(AND(da_ban_hanh,da_hoc>khac_nua))",
  "da_hoc/khac_nua>=-2^2",
  "ngay_hop>=45292",
  "da_hoc_ky_truoc<=da_hoc",
  "xep_loai>5",
  '"a"&da_hoc="A"&khac_nua',
  "xep_loai*1>0",
].map((formula, index) => ruleOf(`r_${String(index)}`, formula));

const VALUES = [
  "SUM(da_hoc,khac_nua,da_ban_hanh)",
  "MIN(da_hoc,khac_nua,da_ban_hanh)",
  "MAX(da_hoc,-5,da_ban_hanh)",
  "MIN(khac_nua)",
  "COUNT(da_hoc,khac_nua,da_ban_hanh,xep_loai,ngay_hop)",
  "COUNTA(da_hoc,khac_nua,da_ban_hanh,xep_loai,mo_hinh_ten)",
  "COUNT(mo_hinh_so_nguoi,mo_hinh_ten)",
  'COUNTIF(mo_hinh_ten,"đạt")',
  'COUNTIF(mo_hinh_ten,"<>Đạt")',
  'COUNTIF(mo_hinh_ten,"Đ*")',
  'COUNTIF(mo_hinh_so_nguoi,">=5")',
  'COUNTIF(mo_hinh_so_nguoi,"<>5")',
  "COUNTIF(mo_hinh_so_nguoi,0)",
  'COUNTIF(mo_hinh_diem_so,">2.5")',
  'COUNTIF(mo_hinh_da_cong_nhan,"Có")',
  "COUNTIF(mo_hinh_so_nguoi,da_hoc)",
  'COUNTIF(da_hoc,">5")',
  "COUNTIF(da_ban_hanh,1)",
  'COUNTIF(xep_loai,"Đạt")',
  "SUM(mo_hinh_so_nguoi)/COUNTA(mo_hinh_ten)",
  "MAX(mo_hinh_so_nguoi)-MIN(mo_hinh_so_nguoi,0)",
  "ROUND(kinh_phi,0)+ROUND(-kinh_phi/4,1)",
  "ROUND(da_hoc*100,-2)",
  "ABS(da_hoc-khac_nua)^2%",
  "-da_hoc^2",
  "2^3^2-da_hoc",
  "(da_hoc>khac_nua)+TRUE",
  "IF(ISNUMBER(khac_nua),khac_nua,0)*2",
  "IF(ISNUMBER(da_hoc/khac_nua),1,2)",
  "IF(ISNUMBER(da_ban_hanh),1,2)",
  'COUNTA("",da_hoc/0)',
  "COUNT(da_hoc/0,TRUE)",
  "SUM(TRUE,da_hoc>3)",
  'xep_loai&"-"&da_hoc',
  'IF(da_hoc>10,"nhiều","ít")',
  "50%*da_hoc-(khac_nua-da_hoc)",
  "da_hoc/khac_nua/2",
  "da_hoc-(khac_nua-tong_so)",
  "so_don_vi*3",
  "SUM(mo_hinh_so_nguoi*2)",
  "IF(ISBLANK(mo_hinh_ten),1,IF(ISNUMBER(mo_hinh_so_nguoi),2,3))",
  "AND(mo_hinh_so_nguoi,COUNT(da_hoc)=1,da_hoc)",
  "OR(mo_hinh_ten,da_hoc>5)",
  "SUM(da_hoc-khac_nua,da_ban_hanh)",
];

const DEFINITION: Definition = definitionOf({ fields: FIELDS, lists: LISTS, targets: TARGETS, rules: RULES });

/** Numbers that repeat from run to run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * sides);
  };
}

function randomCount(roll: (sides: number) => number): FigureValue {
  return [null, 0, 1, 5, 19, 20, 57, 60, 95, 99, 100, 114, 120, roll(200), roll(20)][roll(15)]!;
}

function randomFigures(roll: (sides: number) => number): Figures {
  const boundary = roll(4) === 0;
  const whole = roll(6) * 20;
  const values = new Map<string, FigureValue>([
    ["tong_so", boundary ? whole : randomCount(roll)],
    ["da_hoc", boundary ? (whole * 95) / 100 + roll(3) - 1 : randomCount(roll)],
    ["khac_nua", randomCount(roll)],
    ["kinh_phi", [null, 0, 10.5, 0.1 * roll(300), 12.25, 2.5][roll(6)]!],
    ["da_ban_hanh", [null, 0, 1][roll(3)]!],
    ["xep_loai", [null, "Đạt", "Không đạt"][roll(3)]!],
    ["ngay_hop", [null, "2024-01-01", "2023-12-31"][roll(3)]!],
  ]);
  for (const [id, value] of values) if (typeof value === "number") values.set(id, Number(Math.max(0, value).toFixed(2)));
  const rows = Array.from(
    { length: roll(ROWS + 1) },
    () =>
      new Map<string, FigureValue>([
        ["ten", [null, "Đạt", "ĐẠT", "Mô hình"][roll(4)]!],
        ["so_nguoi", [null, 0, 5, roll(10)][roll(4)]!],
        ["da_cong_nhan", [null, 0, 1][roll(3)]!],
        ["diem_so", [null, 2.5, 2.6, roll(5)][roll(4)]!],
      ]),
  );
  return { values, lists: new Map([["mo_hinh", rows]]) };
}

/** Words that are no figure of their type: whoever reads them finds nothing that counts. */
const NO_FIGURE: Readonly<Partial<Record<string, string>>> = {
  count: "3 đ/c",
  decimal: "khoảng 5",
  date: "sắp họp",
  yesno: "Sắp có",
  choice: "Khá",
};

/** What a clerk would have typed into a field: where there is no figure sometimes words that are none, and a word with a space behind it. */
function typedField(value: FigureValue | undefined, type: string, roll: (sides: number) => number): string | number | null {
  const words = NO_FIGURE[type];
  if ((value === null || value === undefined) && words !== undefined && roll(3) === 0) return words;
  const word = typed(value, type, roll);
  return type === "yesno" && typeof value === "number" && roll(6) === 0 ? `${String(word)} ` : word;
}

/** What a clerk would have typed: words for yes/no, a day number for a date, sometimes spaces for nothing. */
function typed(value: FigureValue | undefined, type: string, roll: (sides: number) => number): string | number | null {
  if (value === null || value === undefined) return roll(5) === 0 ? "  " : null;
  if (type === "yesno") return value === 1 ? "Có" : "Không";
  return type === "date" ? Date.parse(String(value)) / 86_400_000 + 25_569 : value;
}

interface Case {
  readonly figures: Figures;
  readonly previous: Figures | null;
  /** Formula and what the core says, by column. */
  readonly expected: readonly { readonly what: string; readonly formula: string; readonly core: string | number | boolean }[];
}

const COLUMNS = FIELDS.length;
const FIRST_FORMULA = COLUMNS + LISTS[0]!.columns.length * ROWS + 2;

/** Places of one case: its fields in the row, then the list's cells, one column after the other, in the same row. */
function reference(row: number, previous: Figures | null): (name: string) => string | null {
  return (name) => {
    if (name === "so_don_vi") return "1";
    const field = FIELDS.findIndex(({ id }) => id === name);
    if (field >= 0) return `$${columnLetters(field + 1)}$${String(row)}`;
    if (name.endsWith("_ky_truoc")) return constant(previous?.values.get(name.slice(0, -"_ky_truoc".length)));
    const column = LISTS[0]!.columns.findIndex(({ id }) => `mo_hinh_${id}` === name);
    const first = COLUMNS + 1 + column * ROWS;
    return `${columnLetters(first)}${String(row)}:${columnLetters(first + ROWS - 1)}${String(row)}`;
  };
}

function constant(value: FigureValue | undefined): string | null {
  return typeof value === "number" ? String(value) : null;
}

function caseOf(row: number, figures: Figures, previous: Figures | null): Case {
  const names = inputNames(DEFINITION, reference(row, previous));
  const scope = unitScope(DEFINITION, figures, previous);
  const expected = [
    ...TARGETS.flatMap((target) => targetCells(target, figures, previous, names)),
    ...RULES.map((rule: Rule) => ({
      what: rule.formula,
      formula: liveRule(DEFINITION, rule, names),
      core: RULE_WORDS[ruleState(rule, scope)],
    })),
    ...VALUES.map((text) => valueCell(text, figures, previous, names)),
  ];
  return { figures, previous, expected };
}

function targetCells(target: Target, figures: Figures, previous: Figures | null, names: LiveNames): Case["expected"] {
  const scope = unitScope(DEFINITION, figures, previous);
  const verdict = targetVerdict(DEFINITION, target, scope, "U1");
  const live = liveTarget(DEFINITION, target, names);
  const factor = target.measure === "%" ? 100 : 1;
  return [
    { what: `${target.id} verdict`, formula: live.verdict, core: verdictWord(verdict) },
    { what: `${target.id} gap`, formula: live.gap, core: verdict.gap ?? "" },
    ...(live.ratio === null
      ? [{ what: `${target.id} amount`, formula: live.amount, core: verdict.actual ?? "" }]
      : [{ what: `${target.id} ratio`, formula: live.ratio, core: verdict.actual === null ? "" : verdict.actual / factor }]),
  ];
}

function valueCell(text: string, figures: Figures, previous: Figures | null, names: LiveNames): Case["expected"][number] {
  const { formula } = parseFormula(text);
  assert.ok(formula !== null, text);
  const value = evaluate(formula, unitScope(DEFINITION, figures, previous));
  const core = isUndecided(value) || value === null ? "" : isExact(value) ? toNumber(value) : value;
  return { what: text, formula: liveValue(DEFINITION, formula, names), core };
}

async function workbook(cases: readonly Case[], roll: (sides: number) => number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Tính");
  cases.forEach(({ figures, expected }, index) => {
    const row = sheet.getRow(index + 1);
    FIELDS.forEach(
      (field, column) => (row.getCell(column + 1).value = typedField(figures.values.get(field.id), field.type, roll)),
    );
    LISTS[0]!.columns.forEach((column, place) => {
      (figures.lists.get("mo_hinh") ?? []).forEach((line, depth) => {
        row.getCell(COLUMNS + 1 + place * ROWS + depth).value = typed(line.get(column.id), column.type, roll);
      });
    });
    expected.forEach(({ formula }, place) => (row.getCell(FIRST_FORMULA + place).value = { formula, date1904: false }));
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function shown(sheet: WorkSheet, row: number, column: number): string | number | boolean {
  const cell = sheet[address(row, column)] as { v?: string | number | boolean; t: string; w?: string } | undefined;
  if (cell?.t === "e") return `error ${String(cell.w)}`;
  return cell?.v ?? "";
}

function same(a: string | number | boolean, b: string | number | boolean): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  return a === b;
}

describe("live formulas", () => {
  it("give in LibreOffice what the core computes, over random figures, blanks and boundaries", async function () {
    if (libreOfficePath() === null) this.skip();
    this.timeout(180_000);
    const roll = dice(20_240_601);
    const cases = Array.from({ length: 240 }, (_, index) =>
      caseOf(index + 1, randomFigures(roll), roll(2) === 0 ? null : randomFigures(roll)),
    );
    const bytes = await recalculate(await workbook(cases, roll));
    const sheet = read(bytes, { type: "array" }).Sheets["Tính"]!;
    assert.ok(utils.decode_range(sheet["!ref"]!).e.r >= cases.length - 1);
    const differences = cases.flatMap(({ figures, expected }, index) =>
      expected.flatMap(({ what, formula, core }, place) => {
        const live = shown(sheet, index + 1, FIRST_FORMULA + place);
        return same(live, core) ? [] : [{ what, formula, core, live, figures: JSON.stringify([...figures.values]) }];
      }),
    );
    assert.deepEqual(differences.slice(0, 5), []);
    const words = new Set(cases.flatMap(({ expected }) => expected.map(({ core }) => core)));
    for (const word of ["Đạt", "Đạt (vượt)", "Chưa đạt", "Chưa đủ số liệu", "Đúng", "Sai"]) assert.ok(words.has(word), word);
  });

  it("multiply across, so that no division stands between a ratio and its threshold", () => {
    const names = inputNames(DEFINITION, (name) => name);
    assert.equal(
      liveTarget(DEFINITION, TARGETS[0]!, names).verdict,
      "IFERROR(IF(COUNT(da_hoc,tong_so)<2,NA(),IF(tong_so<=0,NA()," +
        'IF(da_hoc*100>=95*tong_so,"Đạt","Chưa đạt"))),"Chưa đủ số liệu")',
    );
  });

  it("are undecided without a cell when a needed figure is certainly blank", () => {
    const names = inputNames(DEFINITION, (name) => (name === "da_hoc_ky_truoc" ? null : name));
    const live = liveTarget(
      DEFINITION,
      TARGETS.find(({ id }) => id === "t_grow")!,
      names,
    );
    assert.deepEqual([live.verdict, live.gap, live.ratio], ['"Chưa đủ số liệu"', '""', '""']);
  });

  it("count nothing in a list that this workbook does not have", () => {
    const names = inputNames(DEFINITION, () => null);
    const live = (text: string): string => liveValue(DEFINITION, parseFormula(text).formula!, names);
    assert.deepEqual(
      [
        "COUNTA(mo_hinh_ten)",
        "COUNT(mo_hinh_ten)",
        'COUNTIF(mo_hinh_ten,"Đạt")',
        "SUM(mo_hinh_so_nguoi,1)",
        "ISBLANK(da_hoc)",
      ].map(live),
      ["0", "0", "0", "SUM(1)", "TRUE"].map((text) => `IFERROR(${text},"")`),
    );
  });

  it("say that a formula is too long instead of printing what no spreadsheet opens", () => {
    const long = targetOf("t_long", `${Array.from({ length: 800 }, () => "da_hoc").join("+")}/tong_so`);
    const live = liveTarget(
      DEFINITION,
      long,
      inputNames(DEFINITION, (name) => `'Một trang có tên dài'!${name}`),
    );
    assert.equal(live.verdict, '"Công thức quá dài"');
  });
});
