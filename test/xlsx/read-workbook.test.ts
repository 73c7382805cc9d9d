// Reading workbooks that other people made: every value as written, every fault with its code and place, nothing guessed.
import assert from "node:assert/strict";
import fc from "fast-check";
import { cellAt, parseAddress, sheetNamed, type Cell, type CellValue, type WorkbookCells } from "../../src/core/cells.js";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { webCodec } from "../../src/xlsx/codec.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { sheetXml, utf16, workbookBytes, workbookParts, zipParts, type PartsOptions } from "../helpers/xlsx-parts.js";

function read(bytes: Uint8Array): WorkbookCells {
  const reading = readWorkbook(bytes, webCodec);
  assert.deepEqual(
    reading.findings.filter((one) => one.severity === "error"),
    [],
  );
  assert.notEqual(reading.workbook, null);
  return reading.workbook!;
}

function faults(bytes: Uint8Array): string[] {
  const reading = readWorkbook(bytes, nodeCodec);
  assert.equal(reading.workbook, null, "a spoilt file was accepted");
  for (const one of reading.findings) assert.match(one.message, /\. \S/u, "a message says what to do");
  return reading.findings.map((one) => [one.code, one.sheet, one.cell].filter((part) => part !== null).join(" "));
}

function cell(bytes: Uint8Array, at: string, sheet = "Báo cáo"): Cell | undefined {
  const place = parseAddress(at)!;
  return cellAt(sheetNamed(read(bytes), sheet)!, place.row, place.column);
}

function value(cellXml: string, options: PartsOptions = {}): CellValue | undefined {
  return cell(workbookBytes(`<row r="1">${cellXml}</row>`, options), "A1")?.value;
}

function cellFaults(cellXml: string, options: PartsOptions = {}): string[] {
  return faults(workbookBytes(`<row r="1">${cellXml}</row>`, options));
}

function number(n: number, text?: string): CellValue {
  return text === undefined ? { kind: "number", number: n } : { kind: "number", number: n, text };
}

describe("readWorkbook, values", () => {
  const accepted: readonly (readonly [string, CellValue | undefined])[] = [
    ['<c r="A1"><v>12</v></c>', number(12)],
    ['<c r="A1"><v>0</v></c>', number(0)],
    ['<c r="A1"><v>-3.5</v></c>', number(-3.5)],
    ['<c r="A1"><v>0.94999999999999996</v></c>', number(0.95, "0.94999999999999996")],
    ['<c r="A1"><v>1E+3</v></c>', number(1000, "1E+3")],
    ['<c r="A1"><v>007</v></c>', number(7, "007")],
    ['<c r="A1"><v>1234567890123456</v></c>', number(1234567890123456)],
    ['<c r="A1"><v> 5 </v></c>', number(5)],
    ['<c r="A1" t="n"><v>1<!-- 7 -->2</v></c>', number(12)],
    ['<c r="A1"><v><![CDATA[12]]></v></c>', number(12)],
    ['<c r="A1"><v>1&#x32;</v></c>', number(12)],
    ['<c r="A1" t="b"><v>1</v></c>', { kind: "boolean", boolean: true }],
    ['<c r="A1" t="b"><v>false</v></c>', { kind: "boolean", boolean: false }],
    ['<c r="A1" t="e"><v>#DIV/0!</v></c>', { kind: "error", text: "#DIV/0!" }],
    ['<c r="A1" t="str"><f>B1</f><v>a &amp; b</v></c>', { kind: "text", text: "a & b" }],
    ['<c r="A1" t="str"><f>B1</f><v></v></c>', { kind: "text", text: "" }],
    ['<c r="A1"><f>B1*2</f></c>', { kind: "empty" }],
    ['<c r="A1" s="4"/>', undefined],
    ['<c r="A1"><v></v></c>', undefined],
    ['<c r="A1" t="inlineStr"><is><t>Tổ &lt;1&gt;</t></is></c>', { kind: "text", text: "Tổ <1>" }],
    [
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t xml:space="preserve"> b</t></r></is></c>',
      { kind: "text", text: "a b" },
    ],
    ['<c r="A1" t="inlineStr"><is><t>x_x000D_y_x005F_x0041_</t></is></c>', { kind: "text", text: "x\ry_x0041_" }],
    ['<c r="A1" t="inlineStr"><is><t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh></is></c>', { kind: "text", text: "漢" }],
    ['<c r="A1" t="d"><v>2024-03-31</v></c>', number(45382)],
    ['<c r="A1" t="d"><v>2024-03-31T12:00:00</v></c>', number(45382.5)],
    ['<c xmlns:q="urn:q" r="A1" q:foo="1"><v>5</v><extLst><ext><v>9</v></ext></extLst></c>', number(5)],
  ];
  for (const [xml, expected] of accepted) {
    it(`reads ${xml}`, () => assert.deepEqual(value(xml), expected));
  }

  const rejected: readonly (readonly [string, string])[] = [
    ['<c r="A1"><v>NaN</v></c>', "cells/bad-number"],
    ['<c r="A1"><v>1E400</v></c>', "cells/bad-number"],
    ['<c r="A1"><v>1,5</v></c>', "cells/bad-number"],
    ['<c r="A1"><v>0x10</v></c>', "cells/bad-number"],
    ['<c r="A1"><v>1 2</v></c>', "cells/bad-number"],
    ['<c r="A1"><v> </v></c>', "cells/bad-number"],
    ['<c r="A1"><v>Infinity</v></c>', "cells/bad-number"],
    ['<c r="A1" t="b"><v>2</v></c>', "cells/bad-boolean"],
    ['<c r="A1" t="d"><v>2024-02-30</v></c>', "cells/bad-date"],
    ['<c r="A1" t="q"><v>1</v></c>', "cells/bad-type"],
    ['<c r="A1" t="s"><v>0</v></c>', "cells/no-strings"],
    ['<c r="A1"><v>1</v><v>2</v></c>', "cells/duplicate"],
    [`<c r="A1" t="inlineStr"><is><t>${"x".repeat(40000)}</t></is></c>`, "cells/text-too-long"],
  ];
  for (const [xml, code] of rejected) {
    it(`refuses ${xml.slice(0, 60)} and names the cell`, () => assert.deepEqual(cellFaults(xml), [`${code} Báo cáo A1`]));
  }

  it("names every cell that cannot be read, not only the first", () => {
    const rows = '<row r="1"><c r="A1"><v>x</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="C2"><v>1,5</v></c></row>';
    assert.deepEqual(faults(workbookBytes(rows)), ["cells/bad-number Báo cáo A1", "cells/bad-number Báo cáo C2"]);
  });
});

describe("readWorkbook, numbers in the common form", () => {
  // White space before the address keeps a cell off the fast path; white space in the number would be part of what is written.
  const both = (written: string): readonly [CellValue | undefined, CellValue | undefined] => [
    value(`<c r="A1"><v>${written}</v></c>`),
    value(`<c  r="A1"><v>${written}</v></c>`),
  ];
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 17 });

  it("are the nearest number to what is written, as on the other path", () => {
    fc.assert(
      fc.property(digits, fc.constantFrom("", "."), digits, (whole, point, places) => {
        fc.pre(`${whole}${places}` !== "");
        const [fast, slow] = both(`${whole}${point}${places}`);
        assert.deepEqual(fast, slow);
        assert.equal(fast?.kind === "number" && Object.is(fast.number, Number(`${whole}${point}${places}`)), true);
      }),
      { numRuns: 400 },
    );
  });

  for (const written of [
    "0.000001",
    "0.0000009",
    "0.1",
    "0.10",
    "12.",
    ".5",
    "0.0",
    "00.5",
    "999999999999.99",
    "1.23456789012345",
  ]) {
    it(`keep what is written when a program writes it otherwise: ${written}`, () => {
      const [fast, slow] = both(written);
      assert.deepEqual(fast, slow);
      const plain = String(Number(written)) === written;
      assert.deepEqual(fast, plain ? number(Number(written)) : number(Number(written), written));
    });
  }
});

describe("readWorkbook, shared strings", () => {
  const strings = [
    "<t>một</t>",
    '<t xml:space="preserve"> hai </t>',
    "<r><t>b</t></r><r><t>a</t></r><rPh sb='0' eb='1'><t>no</t></rPh>",
    "<t/>",
  ];

  it("reads plain, spaced, rich and empty items", () => {
    const row = [0, 1, 2, 3].map((i) => `<c r="${"ABCD"[i]}1" t="s"><v>${i}</v></c>`).join("");
    const bytes = workbookBytes(`<row r="1">${row}</row>`, { strings });
    const texts = ["A1", "B1", "C1", "D1"].map((at) => cell(bytes, at)?.value);
    assert.deepEqual(
      texts,
      ["một", " hai ", "ba", ""].map((text) => ({ kind: "text", text })),
    );
  });

  for (const index of ["4", "-1", "1.0", "x", ""]) {
    it(`refuses the index "${index}" of a table of four`, () => {
      assert.deepEqual(cellFaults(`<c r="A1" t="s"><v>${index}</v></c>`, { strings }), ["cells/string-index Báo cáo A1"]);
    });
  }

  it("refuses text cells when the table is named but missing", () => {
    const parts = workbookParts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings });
    parts.delete("xl/sharedStrings.xml");
    assert.deepEqual(faults(zipParts(parts)), ["cells/no-strings Báo cáo A1"]);
  });

  it("reads a sheet of numbers when the table is missing", () => {
    const parts = workbookParts('<row r="1"><c r="A1"><v>7</v></c></row>', { strings });
    parts.delete("xl/sharedStrings.xml");
    assert.deepEqual(cell(zipParts(parts), "A1")?.value, { kind: "number", number: 7 });
  });
});

describe("readWorkbook, addresses", () => {
  const numbers = (rows: string): Record<string, number> => {
    const cells = sheetNamed(read(workbookBytes(rows)), "Báo cáo")!.cells;
    return Object.fromEntries([...cells].map(([key, { value: v }]) => [key, v.kind === "number" ? v.number : NaN]));
  };
  const key = (row: number, column: number): number => row * 16384 + column - 1;

  it("counts on when cells and rows have no address", () => {
    const rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row>";
    assert.deepEqual(numbers(rows), { [key(1, 1)]: 1, [key(1, 2)]: 2, [key(3, 2)]: 3 });
  });

  it("takes the row of an addressed cell when the row has no number", () => {
    assert.deepEqual(numbers('<row><c r="B7"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'), {
      [key(7, 2)]: 1,
      [key(7, 3)]: 2,
      [key(8, 1)]: 3,
    });
  });

  it("reads rows and cells out of order, and a row in two pieces", () => {
    const rows =
      '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="3"><c r="C3"><v>4</v></c></row>';
    assert.deepEqual(numbers(rows), { [key(3, 2)]: 1, [key(3, 1)]: 2, [key(1, 1)]: 3, [key(3, 3)]: 4 });
  });

  const refused: readonly (readonly [what: string, rows: string, fault: string])[] = [
    ["a cell written twice", '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>', "cells/duplicate Báo cáo A1"],
    [
      "a value and an empty cell at one address",
      '<row r="1"><c r="A1"/><c r="A1"><v>1</v></c></row>',
      "cells/duplicate Báo cáo A1",
    ],
    [
      "a row repeated with the same cell",
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
      "cells/duplicate Báo cáo A1",
    ],
    ["a cell in the row of another", '<row r="1"><c r="A2"><v>1</v></c></row>', "cells/row-mismatch Báo cáo A2"],
    ["a column beyond XFD", '<row r="1"><c r="XFE1"><v>1</v></c></row>', "cells/out-of-range Báo cáo"],
    ["a row beyond 1048576", '<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "cells/out-of-range Báo cáo"],
    ["an address that is none", '<row r="1"><c r="1A"><v>1</v></c></row>', "cells/bad-address Báo cáo"],
    ["an address in small letters", '<row r="1"><c r="a1"><v>1</v></c></row>', "cells/bad-address Báo cáo"],
    ["an address with dollar signs", '<row r="1"><c r="$A$1"><v>1</v></c></row>', "cells/bad-address Báo cáo"],
    ["a row number that is none", '<row r="-1"><c><v>1</v></c></row>', "cells/bad-address Báo cáo"],
    [
      "an empty row of number 0 before others",
      '<row r="0"/><row r="1"><c r="A1"><v>1</v></c></row>',
      "cells/bad-address Báo cáo",
    ],
    [
      "a row of number 0 before others",
      '<row r="0"><c r="A0"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
      "cells/bad-address Báo cáo",
    ],
  ];
  for (const [what, rows, fault] of refused) {
    it(`refuses ${what}`, () => assert.deepEqual(faults(workbookBytes(rows)), [fault]));
  }

  it("reads the last cell of a sheet", () => {
    assert.deepEqual(cell(workbookBytes('<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>'), "XFD1048576")?.value, {
      kind: "number",
      number: 9,
    });
  });

  it("refuses more than two million cells", function () {
    this.timeout(60000);
    const cells = (row: number): string => Array.from("ABCDEFGHIJ", (letter) => `<c r="${letter}${row}"><v>1</v></c>`).join("");
    const rows = Array.from({ length: 200_001 }, (_, i) => `<row r="${i + 1}">${cells(i + 1)}</row>`).join("");
    assert.deepEqual(faults(workbookBytes(rows)), ["cells/too-many Báo cáo"]);
  });

  it("passes over rows that are only formatted", () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 1}" s="1" customFormat="1"/>`).join("");
    assert.equal(sheetNamed(read(workbookBytes(rows)), "Báo cáo")!.cells.size, 0);
  });
});

describe("readWorkbook, formulas and formats", () => {
  it("gives a shared formula at its first cell and an empty text in the others", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>';
    const bytes = workbookBytes(rows);
    assert.equal(cell(bytes, "A1")?.formula, "B1*2");
    assert.equal(cell(bytes, "A2")?.formula, "");
    assert.deepEqual(cell(bytes, "A2")?.value, { kind: "number", number: 4 });
  });

  it("reads a further cell of a shared formula alike, however its element is written", () => {
    const elements = [
      '<f t="shared" si="0"/>',
      '<f si="0" t="shared"/>',
      '<f t="shared" si="0"></f>',
      '<f t="shared" si="0" />',
      '<f t="shared" si="12"/>',
    ];
    for (const element of elements) {
      const rows = `<row r="1"><c r="A1" t="str">${element}<v></v></c><c r="B1" s="1">${element}<v>7</v></c><c r="C1">${element}</c></row>`;
      const bytes = workbookBytes(rows);
      const found = ["A1", "B1", "C1"].map((at) => [cell(bytes, at)?.formula, cell(bytes, at)?.value]);
      assert.deepEqual(
        found,
        [
          ["", { kind: "text", text: "" }],
          ["", { kind: "number", number: 7 }],
          ["", { kind: "empty" }],
        ],
        element,
      );
    }
  });

  it("reads an array formula and a formula with references in it", () => {
    const bytes = workbookBytes(
      '<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2*C1:C2)</f><v>2</v></c><c r="B1"><f>A1&gt;1</f><v>1</v></c></row>',
    );
    assert.equal(cell(bytes, "A1")?.formula, "SUM(B1:B2*C1:C2)");
    assert.equal(cell(bytes, "B1")?.formula, "A1>1");
  });

  it("resolves built-in and custom number formats, and general to null", () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy &quot;x&quot;"/></numFmts><cellStyleXfs><xf numFmtId="2"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="14"><alignment/></xf></cellXfs>';
    const cells = [0, 1, 2, 3, 9].map((style, i) => `<c r="${"ABCDE"[i]}1" s="${style}"><v>1</v></c>`).join("");
    const bytes = workbookBytes(`<row r="1">${cells}</row>`, { styles });
    assert.deepEqual(
      ["A1", "B1", "C1", "D1", "E1"].map((at) => cell(bytes, at)?.format),
      [null, "0.00%", 'dd/mm/yyyy "x"', "mm-dd-yy", null],
    );
  });

  it("reads dates written as ISO text in the date system of the workbook", () => {
    const bytes = workbookBytes('<row r="1"><c r="A1" t="d"><v>2024-03-31</v></c></row>', {
      bookProperties: '<workbookPr date1904="1"/>',
    });
    assert.deepEqual(cell(bytes, "A1"), { value: { kind: "number", number: 43920 }, formula: null, format: "yyyy-mm-dd" });
    assert.equal(read(bytes).date1904, true);
  });
});

describe("readWorkbook, vocabulary", () => {
  const strict = (text: string): string =>
    text
      .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      );
  const rows = '<row r="1"><c r="A1"><v>7</v></c></row>';

  it("reads the strict vocabulary", () => {
    const parts = workbookParts(rows);
    for (const [name, data] of parts) parts.set(name, strict(String(data)));
    assert.deepEqual(cell(zipParts(parts), "A1")?.value, { kind: "number", number: 7 });
  });

  it("reads elements with a prefix", () => {
    const parts = workbookParts("");
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    parts.set(
      "xl/worksheets/sheet1.xml",
      `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    assert.deepEqual(cell(zipParts(parts), "A1")?.value, { kind: "number", number: 7 });
  });

  it("passes over cells of a foreign vocabulary and cells in comments", () => {
    const foreign =
      '<row r="1"><c xmlns="urn:other" r="A1"><v>1</v></c><y:c xmlns:y="urn:other" r="A1"><v>2</v></y:c><c r="A1"><v>7</v></c></row>';
    const commented = `<!-- <row r="2"><c r="A2"><v>1</v></c></row> -->`;
    assert.equal(sheetNamed(read(workbookBytes(foreign + commented)), "Báo cáo")!.cells.size, 1);
    assert.deepEqual(cell(workbookBytes(foreign), "A1")?.value, { kind: "number", number: 7 });
  });

  for (const bigEndian of [false, true]) {
    it(`reads UTF-16 with a byte order mark, ${bigEndian ? "big" : "little"} endian`, () => {
      const parts = workbookParts("");
      parts.set("xl/worksheets/sheet1.xml", utf16(sheetXml(rows).replace("UTF-8", "UTF-16"), bigEndian));
      assert.deepEqual(cell(zipParts(parts), "A1")?.value, { kind: "number", number: 7 });
    });
  }

  const spoilt: readonly (readonly [what: string, part: string | Uint8Array, code: string])[] = [
    ["a document type", `<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml(rows)}`, "xml/doctype"],
    ["a document type in UTF-16", utf16(`<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml(rows)}`), "xml/doctype"],
    ["an unknown entity", sheetXml('<row r="1"><c r="A1"><v>&a;</v></c></row>'), "xml/entity"],
    ["a reference to a forbidden character", sheetXml('<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>'), "xml/entity"],
    ["a forbidden character", sheetXml('<row r="1"><c r="A1" t="str"><v>a\u0001</v></c></row>'), "xml/malformed"],
    ["bytes that are no UTF-8", Uint8Array.from([...new TextEncoder().encode(sheetXml(rows)), 0xc3]), "xml/encoding"],
    ["another encoding", sheetXml(rows).replace("UTF-8", "windows-1258"), "xml/encoding"],
    ["UTF-16 without a mark", utf16(sheetXml(rows)).subarray(2), "xml/malformed"],
    ["a part that ends too early", sheetXml(rows).slice(0, -8), "xml/malformed"],
    ["tags that do not match", sheetXml('<row r="1"><c r="A1"><v>1</c></v></row>'), "xml/malformed"],
    ["an attribute given twice", sheetXml('<row r="1"><c r="A1" r="B1"><v>1</v></c></row>'), "xml/malformed"],
    ["a prefix that is not declared", sheetXml('<row r="1"><q:c r="A1"/></row>'), "xml/malformed"],
    ["a second body of cells", sheetXml(rows, `<sheetData>${rows}</sheetData>`), "xml/malformed"],
    ["another root", sheetXml(rows).replaceAll("worksheet", "chartsheet"), "xml/malformed"],
    ["no content at all", "", "xml/malformed"],
    ["no body of cells", sheetXml("").replace("<sheetData></sheetData>", ""), "xml/malformed"],
    ["a row under another name", sheetXml(rows.replaceAll("row", "line")), "xml/malformed"],
    ["a row that ends under another name", sheetXml(rows.replace("<row", "<q:row xmlns:q='urn:q'")), "xml/malformed"],
    ["a name that is none", sheetXml(rows.replace("<row", "<&#x31;row").replace("</row", "</&#x31;row")), "xml/malformed"],
    ["a cell under another name", sheetXml('<row r="1"><cell r="A1"><v>1</v></cell></row>'), "xml/malformed"],
    ["a value under another name", sheetXml('<row r="1"><c r="A1"><value>1</value></c></row>'), "xml/malformed"],
    ["a type under another name", sheetXml('<row r="1"><c r="A1" T="s"><v>0</v></c></row>'), "xml/malformed"],
    ["an address under another name", sheetXml('<row r="1"><c R="C1"><v>1</v></c></row>'), "xml/malformed"],
    ["a row whose number has another name", sheetXml('<row R="3"><c><v>1</v></c></row>'), "xml/malformed"],
    ["a row with two numbers", sheetXml('<row r="1" r="2"><c><v>1</v></c></row>'), "xml/malformed"],
    ["an attribute whose name starts with a digit", sheetXml('<row r="1"><c r="A1" 1="2"><v>1</v></c></row>'), "xml/malformed"],
    ["a value without its element", sheetXml('<row r="1"><c r="A1">7</c></row>'), "xml/malformed"],
    ["a text in a cell of numbers", sheetXml('<row r="1"><c r="A1"><is><t>a</t></is></c></row>'), "xml/malformed"],
    [
      "a text beside a value",
      sheetXml('<row r="1"><c r="A1" t="inlineStr"><v>1</v><is><t>2</t></is></c></row>'),
      "xml/malformed",
    ],
    ["a text between rows", sheetXml(`${rows}row`), "xml/malformed"],
    ["a text between cells", sheetXml('<row r="1"><c r="A1"><v>1</v></c>c r="B1"></row>'), "xml/malformed"],
    ["a number in a cell of texts", sheetXml('<row r="1"><c r="A1" t="inlineStr"><v>1</v></c></row>'), "xml/malformed"],
    ["a type with a prefix that is not declared", sheetXml('<row r="1"><c r="A1" q:t="s"><v>0</v></c></row>'), "xml/malformed"],
    [
      "a type with the prefix of the vocabulary",
      sheetXml(
        '<row r="1"><c xmlns:q="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="A1" q:t="s"><v>0</v></c></row>',
      ),
      "xml/malformed",
    ],
    ["an encoding that no program knows", sheetXml(rows).replace("UTF-8", `${"ư".repeat(30)}`), "xml/encoding"],
    ["an element within a value", sheetXml('<row r="1"><c r="A1"><v>1<b>2</b></v></c></row>'), "xml/malformed"],
    [
      "rows between which a program may choose",
      sheetXml(
        `<m:AlternateContent xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006"><m:Fallback>${rows}</m:Fallback></m:AlternateContent>`,
      ),
      "xml/malformed",
    ],
    [
      "a piece of text under another name",
      sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t><u>b</u></is></c></row>'),
      "xml/malformed",
    ],
    ["elements nested too deeply", sheetXml(rows, "<a>".repeat(70) + "</a>".repeat(70)), "xml/depth"],
    [
      "elements nested too deeply in a cell",
      sheetXml(`<row r="1"><c r="A1"><extLst>${"<a>".repeat(70)}${"</a>".repeat(70)}</extLst></c></row>`),
      "xml/depth",
    ],
  ];
  for (const [what, part, code] of spoilt) {
    it(`refuses ${what}`, () => {
      const parts = workbookParts("");
      parts.set("xl/worksheets/sheet1.xml", part);
      assert.deepEqual(faults(zipParts(parts)), [code]);
      assert.deepEqual(readWorkbook(zipParts(parts), webCodec), readWorkbook(zipParts(parts), nodeCodec));
    });
  }
});

describe("readWorkbook, what stands where it may not", () => {
  const rows = '<row r="1"><c r="A1" t="s" s="1"><v>0</v></c></row>';

  it("refuses a text of the table, a sheet and a name under another name, which would shift or hide the others", () => {
    const spoilt = (part: string, from: RegExp, to: string): Uint8Array => {
      const parts = workbookParts(rows, {
        strings: ["<t>a</t>", "<t>b</t>"],
        names: "<definedNames><definedName name='n'>'Báo cáo'!$A$1</definedName></definedNames>",
      });
      const text = String(parts.get(part));
      assert.match(text, from);
      parts.set(part, text.replace(from, to));
      return zipParts(parts);
    };
    assert.deepEqual(faults(spoilt("xl/sharedStrings.xml", /<si><t>a<\/t><\/si>/u, "<st><t>a</t></st>")), ["xml/malformed"]);
    assert.deepEqual(faults(spoilt("xl/sharedStrings.xml", /<t>a<\/t>/u, "a")), ["xml/malformed"]);
    assert.deepEqual(faults(spoilt("xl/sharedStrings.xml", /<si><t>a<\/t><\/si>/u, "a")), ["xml/malformed"]);
    assert.deepEqual(faults(spoilt("xl/workbook.xml", /<sheets>/u, "<sheets><sheat/>")), ["xml/malformed"]);
    assert.deepEqual(faults(spoilt("xl/workbook.xml", /definedName name='n'>(.*?)<\/definedName/u, "dn>$1</dn")), [
      "xml/malformed",
    ]);
  });

  it("reads rows and cells with every attribute that they may have, and those of other vocabularies", () => {
    const odd =
      '<row xmlns:q="urn:q" r="1" spans="1:2" s="0" customFormat="1" ht="15" hidden="0" customHeight="1" outlineLevel="0" collapsed="0"' +
      ' thickTop="0" thickBot="0" ph="0" q:dyDescent="0.25"> <c q:id="x" r="A1" s="0" t="n" cm="1" vm="1" ph="0"> <v>7</v> </c> </row>';
    assert.deepEqual(cell(workbookBytes(odd), "A1")?.value, number(7));
  });

  it("takes only sheets of charts, dialogs and macros for sheets without cells", () => {
    const parts = workbookParts('<row r="1"><c r="A1"><v>7</v></c></row>');
    const relations = String(parts.get("xl/_rels/workbook.xml.rels"));
    for (const kind of ["chartsheet", "dialogsheet", "xlMacrosheet"]) {
      parts.set("xl/_rels/workbook.xml.rels", relations.replace("/worksheet", `/${kind}`));
      assert.equal(sheetNamed(read(zipParts(parts)), "Báo cáo")!.cells.size, 0);
    }
    parts.set("xl/_rels/workbook.xml.rels", relations.replace("/worksheet", "/work-sheet"));
    assert.deepEqual(faults(zipParts(parts)), ["xml/malformed Báo cáo"]);
  });

  it("reads a sheet of old macros, which Excel writes without a part, as an empty one", () => {
    const parts = workbookParts('<row r="1"><c r="A1"><v>7</v></c></row>');
    const book = String(parts.get("xl/workbook.xml"));
    parts.set(
      "xl/workbook.xml",
      book.replace("</sheets>", '<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/></sheets>'),
    );
    const bytes = zipParts(parts);
    assert.deepEqual(cell(bytes, "A1")?.value, number(7));
    const [, module] = read(bytes).sheets;
    assert.deepEqual([module?.name, module?.visibility, module?.cells.size], ["Module1", "veryHidden", 0]);
    parts.set("xl/workbook.xml", book.replace("</sheets>", '<sheet name="Module1" sheetId="9" r:id="rId77"/></sheets>'));
    assert.deepEqual(faults(zipParts(parts)), ["file/missing-part Module1"]);
    parts.set("xl/workbook.xml", book.replace('r:id="rId1"', 'r:id=""'));
    assert.deepEqual(faults(zipParts(parts)), ["file/missing-part Báo cáo"], "a sheet may have lost its part");
  });

  it("counts a cell style once of which a program wrote one form for itself and one for all others", () => {
    const compat = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    const both =
      `<m:AlternateContent xmlns:m="${compat}"><m:Choice xmlns:q="urn:q" Requires="q"><xf numFmtId="14"/></m:Choice>` +
      `<m:Fallback><xf numFmtId="0"/></m:Fallback></m:AlternateContent>`;
    const styles = (xfs: string): string => `<cellXfs count="3">${xfs}</cellXfs>`;
    const percent = '<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c></row>';
    const bytes = workbookBytes(percent, { styles: styles(`${both}<xf numFmtId="9"/><xf numFmtId="10"/>`) });
    assert.deepEqual(
      ["A1", "B1", "C1"].map((at) => cell(bytes, at)?.format),
      [null, "0%", "0.00%"],
    );
    assert.deepEqual(faults(workbookBytes(percent, { styles: styles("<xg/><xf/><xf/>") })), ["xml/malformed"]);
  });
});

describe("readWorkbook, texts left bytewise", () => {
  const rows = (text: string): string =>
    `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c><c r="B1" t="str"><f>'${text}'!A1</f><v>${text}</v></c>` +
    `<c r="C1" t="inlineStr"><is><t><![CDATA[${text}]]></t></is></c></row>`;
  const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml);

  function sheetOnly(part: Uint8Array): Uint8Array {
    const parts = workbookParts("");
    parts.set("xl/worksheets/sheet1.xml", part);
    return zipParts(parts);
  }

  it("mean what they mean when decoded first, whatever the letters", () => {
    const letters = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => !/[<&\]_]/u.test(text));
    fc.assert(
      fc.property(letters, (text) => {
        const file = sheetOnly(bytes(sheetXml(rows(text))));
        assert.deepEqual(readWorkbook(file, nodeCodec), readWorkbook(file, webCodec));
      }),
    );
  });

  it("are read behind a byte order mark, in UTF-8 and in UTF-16", () => {
    const xml = sheetXml(rows("Đảng ủy xã Ⓐ 𝔸")).replace('encoding="UTF-8"', "");
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, "utf16le"));
    const plain = readWorkbook(sheetOnly(bytes(xml)), webCodec).workbook;
    assert.notEqual(plain, null);
    for (const part of [bytes(xml), bytes(`\ufeff${xml}`), utf16]) {
      for (const codec of [nodeCodec, webCodec]) assert.deepEqual(readWorkbook(sheetOnly(part), codec).workbook, plain);
    }
  });

  it("are refused when they are no UTF-8", () => {
    const sound = bytes(sheetXml(rows("Đảng ủy")));
    for (const [from, to] of [
      [0xc4, 0x41],
      [0x90, 0xff],
      [0xe1, 0xed],
    ] as const) {
      const spoilt = sound.map((byte) => (byte === from ? to : byte));
      for (const codec of [nodeCodec, webCodec]) {
        const { workbook, findings } = readWorkbook(sheetOnly(spoilt), codec);
        assert.equal(workbook, null);
        assert.deepEqual(
          findings.map((one) => one.code),
          ["xml/encoding"],
        );
      }
    }
  });
});
