import assert from "node:assert/strict";
import { nodeHost } from "../../src/cli/host.js";
import { consolidate, fillForm, readReport, returnPackage } from "../../src/workflow.js";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import { printBook } from "../../src/xlsx/print.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { printedDifference } from "../../src/xlsx/verify-book.js";
import { filledRound, type FilledRound } from "../helpers/filled-round.js";

function textsOf(bytes: Uint8Array): string {
  const { workbook } = readWorkbook(bytes, nodeHost.codec);
  assert.equal(workbook!.sheets.length, 1);
  return [...workbook!.sheets[0]!.cells.values()].map(({ value }) => (value.kind === "text" ? value.text : "")).join("\n");
}

describe("return package", function () {
  this.timeout(60_000);
  let made: FilledRound;
  before(async () => {
    made = await filledRound("nq-20-duk-2024", 5);
  });

  it("makes a letter for each unit whose report was returned or is held, and one workbook with all", async () => {
    const blank = made.forms[1]!;
    const torn = made.forms[2]!;
    const twice = made.forms[3]!;
    const values = new Map(twice.filled.figures.values);
    const [id, value] = [...values].find(([, one]) => typeof one === "number" && one > 2)!;
    values.set(id, Number(value) + 1);
    const second = fillForm(twice.blank, made.round, { ...twice.filled, figures: { ...twice.filled.figures, values } }, nodeHost);
    const files = [
      { path: "nop/a.xlsx", bytes: made.forms[0]!.bytes },
      { path: "nop/trong.xlsx", bytes: blank.blank },
      { path: "nop/rach.xlsx", bytes: torn.bytes.subarray(0, 4000) },
      { path: "nop/lan1.xlsx", bytes: twice.bytes },
      { path: "nop/lan1 (1).xlsx", bytes: second },
    ];
    const reports = files.map((file) => readReport(file, made.round, nodeHost));
    const letters = new Map<string, Uint8Array>();
    for await (const file of returnPackage(consolidate(made.round.definition, reports), nodeHost))
      letters.set(file.fileName, file.bytes);
    const hash = reports[2]!.sha256;
    assert.deepEqual(
      [...letters.keys()],
      [
        "tat-ca_tra-lai_2024.xlsx",
        "DV0002_tra-lai_2024.xlsx",
        "DV0004_tra-lai_2024.xlsx",
        `khong-ro-${hash.slice(0, 8)}_tra-lai_2024.xlsx`,
      ],
    );
    const letter = textsOf(letters.get("DV0002_tra-lai_2024.xlsx")!);
    for (const words of [
      blank.unit.name,
      "PHIẾU TRẢ LẠI BÁO CÁO",
      "trong.xlsx",
      reports[1]!.sha256,
      reports[1]!.findings[0]!.message,
    ]) {
      assert.ok(letter.includes(words), words);
    }
    assert.match(textsOf(letters.get("DV0004_tra-lai_2024.xlsx")!), /Tạm giữ/u);
    assert.ok(textsOf(letters.get("tat-ca_tra-lai_2024.xlsx")!).includes("rach.xlsx"));
  });

  it("makes nothing when nothing is sent back", async () => {
    const reports = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
    for await (const file of returnPackage(consolidate(made.round.definition, reports), nodeHost)) assert.fail(file.fileName);
  });

  it("notices a workbook that was not printed as meant", async () => {
    const reports = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
    const book = consolidatedBook(consolidate(made.round.definition, reports));
    const bytes = await printBook(book, nodeHost.codec);
    assert.equal(printedDifference(bytes, book, nodeHost.codec), null);
    const [first, ...rest] = book.pages;
    const rows = first!.rows.map((row) =>
      row.row !== 1 ? row : { ...row, cells: new Map(row.cells).set(1, { value: "khác", style: "text" as const }) },
    );
    assert.match(printedDifference(bytes, { ...book, pages: [{ ...first!, rows }, ...rest] }, nodeHost.codec)!, /Tổng hợp!A1/u);
    assert.match(
      printedDifference(bytes, { ...book, pages: [...book.pages, { ...first!, name: "Thêm" }] }, nodeHost.codec)!,
      /Thêm/u,
    );
    assert.notEqual(printedDifference(bytes.subarray(0, 3000), book, nodeHost.codec), null);
  });
});
