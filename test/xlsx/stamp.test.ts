// Stamping one printed form into the forms of many units.
import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { cellAt, parseAddress, sheetNamed, type WorkbookCells } from "../../src/core/cells.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { prepareStamp, stamp, type StampPlace, type StampValue } from "../../src/xlsx/stamp.js";
import { FORM_LIMITS, openZip } from "../../src/xlsx/zip-read.js";
import { workbookBytes } from "../helpers/xlsx-parts.js";

function place(sheet: string, at: string): StampPlace {
  return { sheet, ...parseAddress(at)! };
}

function read(bytes: Uint8Array): WorkbookCells {
  const reading = readWorkbook(bytes, nodeCodec);
  assert.deepEqual(reading.findings, []);
  return reading.workbook!;
}

function shown(bytes: Uint8Array, sheet: string, at: string): unknown {
  const { row, column } = parseAddress(at)!;
  const cell = cellAt(sheetNamed(read(bytes), sheet)!, row, column);
  if (cell === undefined) return undefined;
  return cell.value.kind === "number" ? cell.value.number : cell.value.kind === "text" ? cell.value.text : cell.value.kind;
}

async function template(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(0);
  const sheet = book.addWorksheet("Báo cáo");
  sheet.getCell("A1").value = "Tên đơn vị";
  sheet.getCell("B2").value = 1;
  sheet.getCell("B2").numFmt = "0.0";
  sheet.getCell("C2").value = { formula: "B2*2", result: 2 };
  sheet.getCell("D2").value = { formula: 'IF(B2>0,"Đạt","")', result: "Đạt" };
  book.addWorksheet("Khác").getCell("A1").value = "giữ nguyên";
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("stamp", () => {
  const places = [
    place("Báo cáo", "B2"),
    place("Báo cáo", "A1"),
    place("Báo cáo", "A2"),
    place("Báo cáo", "F9"),
    place("Báo cáo", "G9"),
  ];

  it("stamps the footer of a sheet beside its cells, as words for XML, and refuses a sheet without one", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Báo cáo").addRow(["cũ"]);
    book.getWorksheet("Báo cáo")!.headerFooter.oddFooter = "&Cmẫu";
    book.addWorksheet("Khác").addRow(["<oddFooter>x</oddFooter>"]);
    const source = new Uint8Array(await book.xlsx.writeBuffer());
    const plan = prepareStamp(source, [place("Báo cáo", "A1")], nodeCodec, { footers: ["Báo cáo"] });
    for (const words of ["&CTổ <1> && 2", "&CTổ 2"]) {
      const bytes = stamp(plan, ["mới", words]);
      const read = new ExcelJS.Workbook();
      await read.xlsx.load(bytes.slice().buffer);
      const sheet = read.getWorksheet("Báo cáo")!;
      assert.deepEqual([sheet.headerFooter.oddFooter, sheet.getCell("A1").value], [words, "mới"]);
    }
    assert.throws(() => stamp(plan, ["mới"]), /1 values for 2 places/u);
    assert.throws(() => stamp(plan, ["mới", "x".repeat(256)]), /too long/u);
    assert.throws(() => prepareStamp(source, [], nodeCodec, { footers: ["Khác"] }), /no footer/u);
  });

  it("writes the values into their cells, whether the template had them or not, and leaves the rest", async () => {
    const bytes = stamp(prepareStamp(await template(), places, nodeCodec), [12.5, "Đảng ủy xã <A> & B", "mới", 7, null]);
    const cells = ["A1", "B2", "C2", "A2", "F9", "G9"].map((at) => shown(bytes, "Báo cáo", at));
    assert.deepEqual(cells, ["Đảng ủy xã <A> & B", 12.5, 2, "mới", 7, undefined]);
    assert.equal(cellAt(sheetNamed(read(bytes), "Báo cáo")!, 2, 2)!.format, "0.0");
    assert.equal(shown(bytes, "Khác", "A1"), "giữ nguyên");
  });

  it("copies untouched entries as packed and gives the same bytes again", async () => {
    const source = await template();
    const plan = prepareStamp(source, [place("Báo cáo", "B2")], nodeCodec);
    const first = stamp(plan, [5]);
    assert.deepEqual(stamp(plan, [5]), first);
    assert.notDeepEqual(stamp(plan, [6]), first);
    const after = openZip(first, FORM_LIMITS).byName;
    for (const entry of openZip(source, FORM_LIMITS).entries) {
      const same = Buffer.from(after.get(entry.name.toLowerCase())!.packed).equals(Buffer.from(entry.packed));
      assert.equal(same, entry.name !== "xl/worksheets/sheet1.xml", entry.name);
    }
  });

  it("leaves out stored results of formulas only when asked", async () => {
    const source = await template();
    const kept = stamp(prepareStamp(source, places.slice(0, 1), nodeCodec), [5]);
    const dropped = stamp(prepareStamp(source, places.slice(0, 1), nodeCodec, { dropResults: true }), [5]);
    assert.deepEqual([shown(kept, "Báo cáo", "C2"), shown(kept, "Báo cáo", "D2")], [2, "Đạt"]);
    assert.deepEqual([shown(dropped, "Báo cáo", "C2"), shown(dropped, "Báo cáo", "D2")], ["empty", "empty"]);
  });

  it("is read back equal by us and by exceljs for any text", async () => {
    const plan = prepareStamp(await template(), [place("Báo cáo", "A1")], nodeCodec);
    const text = fc.string({
      unit: fc.constantFrom("a", "_", "x", "0", "4", "1", "<", "&", '"', "\n", "\r", "\t", "\u0001", "ộ", "😀", "=", " "),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (words) => assert.equal(shown(stamp(plan, [words]), "Báo cáo", "A1"), words)),
      { numRuns: 200 },
    );
    for (const words of ["_x0041_", "=1+1", " a\n ", "Hòa & <b>"]) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(stamp(plan, [words]).buffer as ArrayBuffer);
      assert.equal(book.getWorksheet("Báo cáo")!.getCell("A1").value, words === "_x0041_" ? "_x005F_x0041_" : words);
    }
  });

  it("refuses what cannot be stamped", async () => {
    const source = await template();
    const plan = prepareStamp(source, [place("Báo cáo", "A1")], nodeCodec);
    const wrong: readonly (readonly [StampValue[], RegExp])[] = [
      [[], /0 values for 1 places/u],
      [[NaN], /no number/u],
      [["x".repeat(32768)], /does not fit/u],
    ];
    for (const [values, message] of wrong) assert.throws(() => stamp(plan, values), message);
    assert.throws(() => prepareStamp(source, [place("Không có", "A1")], nodeCodec), /no sheet/u);
    const shared = workbookBytes('<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>2</v></c></row>');
    assert.throws(() => prepareStamp(shared, [place("Báo cáo", "A1")], nodeCodec), /share/u);
  });
});
