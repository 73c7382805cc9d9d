// The workbook around the cells: sheets, names, missing parts, links, properties; and agreement with two other readers.
import assert from "node:assert/strict";
import * as SheetJS from "@e965/xlsx";
import ExcelJS from "exceljs";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { address, keyPlace, sheetNamed, type Cell, type WorkbookCells } from "../../src/core/cells.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { workbookBytes, workbookParts, zipParts, type Parts } from "../helpers/xlsx-parts.js";

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function read(bytes: Uint8Array): WorkbookCells {
  const reading = readWorkbook(bytes, nodeCodec);
  assert.ok(reading.workbook !== null, reading.findings.map((one) => one.message).join("\n"));
  return reading.workbook;
}

function codes(parts: Parts): string[] {
  const reading = readWorkbook(zipParts(parts), nodeCodec);
  assert.equal(reading.workbook, null);
  return reading.findings.map((one) => one.code);
}

function edited(part: string, from: string, to: string, rows = ONE): Parts {
  const parts = workbookParts(rows);
  const text = String(parts.get(part));
  assert.ok(text.includes(from), from);
  return parts.set(part, text.replaceAll(from, to));
}

describe("readWorkbook, sheets", () => {
  it("reads hidden and very hidden sheets in order, and a sheet named __proto__", () => {
    const sheets = new Map(["Báo cáo", "_tonghop", "__proto__"].map((name) => [name, ONE]));
    const parts = workbookParts("", { sheets });
    const book = String(parts.get("xl/workbook.xml"));
    parts.set(
      "xl/workbook.xml",
      book
        .replace('name="_tonghop"', 'name="_tonghop" state="veryHidden"')
        .replace('name="__proto__"', 'name="__proto__" state="hidden"'),
    );
    assert.deepEqual(
      read(zipParts(parts)).sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.cells.size]),
      [
        ["Báo cáo", "visible", 1],
        ["_tonghop", "veryHidden", 1],
        ["__proto__", "hidden", 1],
      ],
    );
  });

  it("gives a chart sheet without cells", () => {
    const parts = edited("xl/_rels/workbook.xml.rels", '/worksheet"', '/chartsheet"');
    assert.equal(read(zipParts(parts)).sheets[0]!.cells.size, 0);
  });

  it("refuses a sheet whose part or relationship is missing", () => {
    const gone = workbookParts(ONE);
    gone.delete("xl/worksheets/sheet1.xml");
    assert.deepEqual(codes(gone), ["file/missing-part"]);
    assert.deepEqual(codes(edited("xl/_rels/workbook.xml.rels", "rId1", "rId7")), ["file/missing-part"]);
  });

  it("refuses two sheets of one name, a book without sheets and a package without book", () => {
    const sheets = new Map(["Báo cáo", "BÁO CÁO"].map((name) => [name, ONE]));
    assert.deepEqual(codes(workbookParts("", { sheets })), ["file/duplicate-sheet"]);
    assert.deepEqual(codes(workbookParts("", { sheets: new Map() })), ["file/no-sheets"]);
    const gone = workbookParts(ONE);
    gone.delete("xl/workbook.xml");
    assert.deepEqual(codes(gone), ["file/missing-part"]);
  });

  it("finds parts by absolute targets and whatever the case of their names", () => {
    const parts = edited("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "/XL/Worksheets/../worksheets/Sheet1.xml");
    assert.equal(read(zipParts(parts)).sheets[0]!.cells.size, 1);
  });

  it("never expands a drop-down, merge or filter over a whole sheet, nor trusts the dimension", function () {
    this.timeout(2000);
    const parts = workbookParts(ONE);
    const sheet = String(parts.get("xl/worksheets/sheet1.xml"))
      .replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
      .replace(
        "</worksheet>",
        '<autoFilter ref="A1:XFD1048576"/><mergeCells><mergeCell ref="B2:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A2:I1048576" prompt="a &gt; b"/></dataValidations></worksheet>',
      );
    assert.equal(read(zipParts(parts.set("xl/worksheets/sheet1.xml", sheet))).sheets[0]!.cells.size, 1);
  });
});

describe("readWorkbook, names", () => {
  const sheets = new Map(["Báo cáo", "Sao", "O'Neil"].map((name) => [name, ONE]));
  const names = (inner: string): WorkbookCells =>
    read(zipParts(workbookParts("", { sheets, names: `<definedNames>${inner}</definedNames>` })));

  it("sorts names into single areas and the others", () => {
    const book = names(
      `<definedName name="tong_so">'Báo cáo'!$E$12</definedName><definedName name="vung" hidden="1">Sao!$B$2:$A$9</definedName>` +
        `<definedName name="cot">Sao!$C:$D</definedName><definedName name="dong">Sao!$2:$3</definedName>` +
        `<definedName name="nhay">'O''Neil'!A1</definedName><definedName name="hong">#REF!</definedName>` +
        `<definedName name="mat">'Trang khác'!$A$1</definedName><definedName name="hai">Sao!$A$1,Sao!$B$1</definedName>` +
        `<definedName name="hang">0.5</definedName><definedName name="ngoai">[1]Sao!$A$1</definedName>` +
        `<definedName name="_xlnm.Print_Area" localSheetId="0">'Báo cáo'!$A$1:$H$9</definedName><definedName name="__proto__">Sao!$A$1</definedName>`,
    );
    assert.deepEqual(Object.fromEntries(book.names), {
      tong_so: { sheet: "Báo cáo", top: 12, left: 5, bottom: 12, right: 5 },
      vung: { sheet: "Sao", top: 2, left: 1, bottom: 9, right: 2 },
      cot: { sheet: "Sao", top: 1, left: 3, bottom: 1048576, right: 4 },
      dong: { sheet: "Sao", top: 2, left: 1, bottom: 3, right: 16384 },
      nhay: { sheet: "O'Neil", top: 1, left: 1, bottom: 1, right: 1 },
      ["__proto__"]: { sheet: "Sao", top: 1, left: 1, bottom: 1, right: 1 },
    });
    assert.deepEqual([...book.brokenNames.keys()].sort(), ["hai", "hang", "hong", "mat", "ngoai"]);
  });

  it("lets a name of one sheet stand for the workbook unless another has that text", () => {
    const book = names(
      `<definedName name="rieng" localSheetId="1">Sao!$A$1</definedName>` +
        `<definedName name="chung">'Báo cáo'!$A$1</definedName><definedName name="chung" localSheetId="1">Sao!$A$1</definedName>` +
        `<definedName name="doi" localSheetId="0">'Báo cáo'!$A$1</definedName><definedName name="doi" localSheetId="1">Sao!$A$1</definedName>`,
    );
    assert.deepEqual(
      [...book.names].map(([name, target]) => `${name} ${target.sheet}`),
      ["rieng Sao", "chung Báo cáo"],
    );
    assert.deepEqual([...book.brokenNames.keys()], ["Sao!chung", "Báo cáo!doi", "Sao!doi"]);
  });

  it("reads 50,000 names", function () {
    this.timeout(3000);
    const many = Array.from({ length: 50_000 }, (_, i) => `<definedName name="n_${i}">Sao!$A$${i + 1}</definedName>`).join("");
    assert.equal(names(many).names.size, 50_000);
  });
});

describe("readWorkbook, links and properties", () => {
  it("lists the targets of external links", () => {
    const parts = edited(
      "xl/_rels/workbook.xml.rels",
      "</Relationships>",
      `<Relationship Id="rId70" Type="${RELATIONSHIP}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
    );
    parts.set("xl/externalLinks/externalLink1.xml", "<externalLink/>");
    parts.set(
      "xl/externalLinks/_rels/externalLink1.xml.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIP}/externalLinkPath" Target="file:///C:/S%E1%BB%91%20li%E1%BB%87u.xlsx" TargetMode="External"/></Relationships>`,
    );
    assert.deepEqual(read(zipParts(parts)).externalLinks, ["file:///C:/S%E1%BB%91%20li%E1%BB%87u.xlsx"]);
  });

  it("says when and with what the file was saved, or null", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("a");
    book.modified = new Date(Date.UTC(2024, 3, 5, 6, 7, 8));
    const { lastSaved, application } = read(new Uint8Array(await book.xlsx.writeBuffer()));
    assert.deepEqual([lastSaved, application], ["2024-04-05T06:07:08Z", "Microsoft Excel"]);
    const bare = read(workbookBytes(ONE));
    assert.deepEqual([bare.lastSaved, bare.application], [null, null]);
  });
});

describe("readWorkbook beside other readers", () => {
  it("agrees with SheetJS on a workbook that exceljs wrote, and with exceljs on one that SheetJS wrote", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Số liệu");
    for (let row = 1; row <= 40; row++) {
      sheet.getRow(row).values = [
        row,
        row / 7,
        `Chi bộ <${row}> & "x"\ndòng hai`,
        row % 2 === 0,
        { formula: `A${row}*2`, result: row * 2 },
        -row * 1e-9,
        1e15 + row,
      ];
    }
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const theirs = SheetJS.read(bytes).Sheets["Số liệu"]!;
    const ours = sheetNamed(read(bytes), "Số liệu")!;
    for (const [key, cell] of ours.cells) {
      const { row, column } = keyPlace(key);
      const other = (theirs as Record<string, SheetJS.CellObject>)[address(row, column)];
      assert.deepEqual([plain(cell), cell.formula ?? undefined], [other?.v, other?.f], address(row, column));
    }
    assert.equal(ours.cells.size, 280);

    const written = SheetJS.write(
      {
        SheetNames: ["a"],
        Sheets: {
          a: SheetJS.utils.aoa_to_sheet([
            [1, "hai", true],
            [0.1, "ă", false],
          ]),
        },
      },
      { type: "array", bookType: "xlsx" },
    ) as ArrayBuffer;
    const again = sheetNamed(read(new Uint8Array(written)), "a")!;
    const back = new ExcelJS.Workbook();
    await back.xlsx.load(written);
    for (const [key, cell] of again.cells) {
      const { row, column } = keyPlace(key);
      assert.equal(plain(cell), back.getWorksheet("a")!.getCell(row, column).value);
    }
    assert.equal(again.cells.size, 6);
  });
});

function plain({ value }: Cell): unknown {
  switch (value.kind) {
    case "number":
      return value.number;
    case "boolean":
      return value.boolean;
    case "empty":
      return undefined;
    default:
      return value.text;
  }
}
