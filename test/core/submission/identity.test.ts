import assert from "node:assert/strict";
import type { SheetCells, WorkbookCells } from "../../../src/core/cells.js";
import { checkIdentity, readIdentity } from "../../../src/core/submission/identity.js";
import { sampleDefinition, sampleUnit } from "../../helpers/sample-definition.js";
import { sheetTable, workbookTable } from "../../helpers/sheet-table.js";

const HIDDEN = `
  form        | mau-thu-2024
  fingerprint | abcdef0123456789
  unit        | CS01
  unitName    | Đảng ủy Công ty Thử nghiệm số 1
  unitKind    | đảng bộ cơ sở
  period      | '2024
  definition  | {"id":"mau
  definition  | -thu-2024"}
`;

function hidden(name = "_tonghop", table = HIDDEN): SheetCells {
  return { ...sheetTable(name, table), visibility: "veryHidden" };
}

function identityOf(table: string) {
  return readIdentity(workbookTable([hidden("_tonghop", table)]));
}

function checked(table: string, fingerprint = "abcdef0123456789") {
  return checkIdentity(identityOf(table).identity!, sampleDefinition(), fingerprint);
}

const codes = (workbook: WorkbookCells): readonly string[] =>
  readIdentity(workbook).findings.map((f) => `${f.severity} ${f.code}`);

describe("identity", () => {
  it("reads whose form it is, and the definition from its pieces", () => {
    assert.deepEqual(identityOf(HIDDEN), {
      identity: {
        form: "mau-thu-2024",
        fingerprint: "abcdef0123456789",
        unit: "CS01",
        unitName: "Đảng ủy Công ty Thử nghiệm số 1",
        unitKind: "đảng bộ cơ sở",
        period: "2024",
        definition: '{"id":"mau-thu-2024"}',
      },
      findings: [],
    });
  });

  it("takes a period that a program turned into a number", () => {
    assert.equal(identityOf(HIDDEN.replace("'2024", "2024")).identity!.period, "2024");
  });

  it("says when the hidden sheet is lost, renamed or damaged", () => {
    assert.deepEqual(codes(workbookTable([sheetTable("Báo cáo", "a | 1")])), ["error form/hidden-sheet-lost"]);
    assert.deepEqual(codes(workbookTable([hidden("Sheet5")])), []);
    assert.deepEqual(codes(workbookTable([hidden("_tonghop", HIDDEN.replace("CS01", ""))])), ["error form/hidden-sheet-damaged"]);
  });

  it("names both units when two forms stand in one file", () => {
    const two = readIdentity(workbookTable([hidden(), hidden("_tonghop (2)", HIDDEN.replace("CS01", "CS02"))]));
    assert.deepEqual(
      [two.findings[0]!.code, two.findings[0]!.expected, two.findings[0]!.found],
      ["form/two-units", "CS01", "CS02"],
    );
    assert.deepEqual(codes(workbookTable([hidden(), hidden("_tonghop (2)")])), []);
  });

  it("accepts the form of this round and unit, also under an alias", () => {
    assert.deepEqual(checked(HIDDEN), []);
    const definition = sampleDefinition({
      units: [sampleUnit(1, { name: "Đảng ủy Tên mới", aliases: ["Đảng uỷ Công ty Thử nghiệm số 1"] })],
    });
    assert.deepEqual(checkIdentity(identityOf(HIDDEN).identity!, definition, "abcdef0123456789"), []);
    assert.deepEqual(checkIdentity(identityOf(HIDDEN).identity!, null, ""), []);
  });

  it("reports the first thing that differs, with both sides", () => {
    const differs = (from: string, to: string, fingerprint?: string) => {
      const findings = checked(HIDDEN.replace(from, to), fingerprint);
      assert.equal(findings.length, 1);
      assert.equal(findings[0]!.severity, "error");
      return [findings[0]!.code, findings[0]!.found, findings[0]!.expected];
    };
    assert.deepEqual(differs("| mau-thu-2024", "| mau-thu-2023"), ["form/other-form", "mau-thu-2023", "mau-thu-2024"]);
    assert.deepEqual(differs("'2024", "2024-Q1"), ["form/other-period", "2024-Q1", "2024"]);
    assert.deepEqual(differs("", "", "ffff000011112222"), ["form/older-version", "abcdef01", "ffff0000"]);
    assert.deepEqual(differs("CS01", "CS0l"), ["form/unknown-unit", "CS0l", "CS01 – Đảng ủy Công ty Thử nghiệm số 1"]);
    assert.deepEqual(differs("số 1", "số 9"), [
      "form/other-unit-name",
      "Đảng ủy Công ty Thử nghiệm số 9",
      "Đảng ủy Công ty Thử nghiệm số 1",
    ]);
    assert.equal(
      checked(HIDDEN.replace("'2024", "2024-H1"))[0]!.message,
      "Biểu mẫu này của kỳ 6 tháng đầu năm 2024 (2024-H1), còn kỳ đang tổng hợp là năm 2024 (2024). Điền biểu mẫu của kỳ đang tổng hợp.",
    );
    assert.deepEqual(differs("đảng bộ cơ sở", "chi bộ cơ sở"), ["form/other-unit-kind", "chi bộ cơ sở", "đảng bộ cơ sở"]);
  });

  it("suggests the unit of that name when the code says nothing", () => {
    const [finding] = checked(HIDDEN.replace("CS01", "XYZ999"));
    assert.equal(finding!.expected, "CS01 – Đảng ủy Công ty Thử nghiệm số 1");
    const [nobody] = checked(HIDDEN.replace("CS01", "XYZ999").replace("số 1", "khác hẳn"));
    assert.equal(nobody!.expected, null);
    assert.match(nobody!.message, /“XYZ999” \(“Đảng ủy Công ty Thử nghiệm khác hẳn”\) không có trong danh sách\. /u);
  });
});
