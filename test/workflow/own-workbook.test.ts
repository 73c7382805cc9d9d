// One of our workbooks in the place of another: said in one sentence, what it is and what is wanted.
import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import {
  consolidate,
  consolidatedWorkbook,
  controlWorkbook,
  isUnitText,
  makeForms,
  openConsolidated,
  openControl,
  openRound,
  openUnits,
  readReport,
} from "../../src/workflow.js";
import type { Finding } from "../../src/core/finding.js";
import { finding } from "../../src/core/finding.js";
import { anyHost } from "../../src/workflow/any-host.js";
import { kindOfWorkbook } from "../../src/workflow/own-workbook.js";
import type { OwnWorkbook } from "../../src/workflow/own-workbook.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

const definition = sampleDefinition();
const round = openRound(definition);

async function unitsWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Sheet1").addRows(rows.map((row) => [...row]));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function withoutSheet(bytes: Uint8Array, sheet: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  book.removeWorksheet(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function books(): Promise<Readonly<Record<OwnWorkbook, Uint8Array>>> {
  const forms = [];
  for await (const form of makeForms(round, anyHost)) forms.push(form.bytes);
  return {
    control: await controlWorkbook(definition),
    form: forms[0]!,
    consolidated: await consolidatedWorkbook(consolidate(definition, [])),
  };
}

describe("workflow/own-workbook", function () {
  this.timeout(60_000);
  let made: Awaited<ReturnType<typeof books>>;
  before(async () => {
    made = await books();
  });

  const said = (findings: readonly Finding[]) => findings.map(({ code, found, expected }) => [code, found, expected]);

  it("tells our workbooks apart, and any other from them", () => {
    for (const kind of ["control", "form", "consolidated"] as const)
      assert.equal(kindOfWorkbook(readWorkbook(made[kind], anyHost.codec).workbook!), kind);
    const { workbook } = readWorkbook(made.control, anyHost.codec);
    assert.equal(kindOfWorkbook({ ...workbook!, sheets: workbook!.sheets.slice(1) }), null);
  });

  it("says what was given and what is wanted, wherever a workbook is opened", () => {
    assert.deepEqual(said(openControl(made.form, anyHost).findings), [["file/other-workbook", "form", "control"]]);
    assert.deepEqual(said(openControl(made.consolidated, anyHost).findings), [
      ["file/other-workbook", "consolidated", "control"],
    ]);
    assert.deepEqual(said(openConsolidated(made.form, anyHost).findings), [["file/other-workbook", "form", "consolidated"]]);
    assert.deepEqual(said(openConsolidated(made.control, anyHost).findings), [
      ["file/other-workbook", "control", "consolidated"],
    ]);
    for (const kind of ["control", "consolidated"] as const) {
      const report = readReport({ path: "a.xlsx", bytes: made[kind] }, round, anyHost);
      assert.deepEqual([report.outcome, ...said(report.findings)], ["rejected", ["file/other-workbook", kind, "form"]]);
    }
    assert.match(
      finding("file/other-workbook", "error", { found: "form", expected: "control" }).message,
      /^Đây là biểu mẫu báo cáo của một đơn vị; ở đây cần sổ tổng hợp \(.*\)\. Chọn sổ đã lập đầu kỳ; chưa có thì lập trước/u,
    );
  });

  it("names a list of units, and any other workbook, where a control workbook is wanted", async () => {
    const units = await unitsWorkbook([
      ["Mã", "Tên"],
      ["YT", "Sở Y tế"],
    ]);
    assert.deepEqual(said(openControl(units, anyHost).findings), [["file/other-workbook", "units", "control"]]);
    const other = await unitsWorkbook([["Chào", "bạn"]]);
    assert.deepEqual(said(openControl(other, anyHost).findings), [["file/other-workbook", "other", "control"]]);
    const { findings } = openControl(await withoutSheet(made.control, "Đơn vị"), anyHost);
    assert.deepEqual(said(findings), [["control/sheet-missing", null, null]]);
  });

  it("says of a form and of a consolidated workbook that it is no list of units, and reads the list of a control workbook", () => {
    for (const kind of ["form", "consolidated"] as const)
      assert.deepEqual(said(openUnits(made[kind], anyHost).findings), [["file/other-workbook", kind, "units"]]);
    assert.deepEqual(openUnits(made.control, anyHost).units, definition.units);
  });

  it("says for every file that is no workbook what to give instead and how to make it", () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const told = (file: Uint8Array) => [
      openControl(file, anyHost).findings[0]!.message,
      openConsolidated(file, anyHost).findings[0]!.message,
      openUnits(file, anyHost).findings[0]!.message,
    ];
    const remedies = [/sổ tổng hợp.*“tonghop init”/u, /tổng hợp.*“tonghop consolidate”/iu, /danh sách đơn vị.*“Mã” và “Tên”/u];
    const files = [
      bytes("%PDF-1.7"),
      bytes("Mã,Tên\nYT,Sở Y tế\n"),
      bytes("{\\rtf1 x}"),
      new Uint8Array(0),
      new Uint8Array(300),
      made.control.subarray(0, 3000),
      bytes("PK\u0005\u0006" + "\0".repeat(18)),
    ];
    for (const file of files) {
      told(file).forEach((message, i) => {
        assert.match(message, remedies[i]!);
        assert.doesNotMatch(message, /gửi|đơn vị gửi|biểu mẫu/u);
      });
    }
    assert.match(told(files[0]!)[0]!, /nghị quyết thì đọc ở bước 1 của trang, hoặc bằng lệnh “tonghop targets”/u);
    assert.match(told(files[1]!)[0]!, /Danh sách đơn vị thì đưa vào lúc lập sổ/u);
    assert.match(
      readReport({ path: "a.xlsx", bytes: files[0]! }, round, anyHost).findings[0]!.message,
      /Gửi lại chính tệp biểu mẫu/u,
    );
  });

  it("takes text, and nothing else, for a list of units in CSV", () => {
    assert.ok(isUnitText(new TextEncoder().encode("Mã;Tên\nYT;Sở Y tế")));
    assert.ok(isUnitText(new TextEncoder().encode("Tên\nSở Y tế")));
    for (const file of [made.control, new TextEncoder().encode("%PDF-1.7"), new Uint8Array(0)]) assert.ok(!isUnitText(file));
  });
});
