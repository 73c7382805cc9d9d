// The printer: what stands in a page stands in the package, part by part.
import { strict as assert } from "node:assert";
import { strFromU8, unzipSync } from "fflate";
import type { Book, Page, PageCell } from "../../src/sheets/page.js";
import { printBook } from "../../src/xlsx/print.js";

const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };

function page(name: string, cells: readonly (readonly [number, number, PageCell])[], more: Partial<Page> = {}): Page {
  const rows = [...new Set(cells.map(([row]) => row))].map((row) => ({
    row,
    cells: new Map(cells.filter(([r]) => r === row).map(([, column, cell]) => [column, cell] as const)),
  }));
  return {
    name,
    visibility: "visible",
    columns: [{ width: 10 }],
    rows,
    merges: [],
    validations: [],
    conditions: [],
    print: { landscape: true, margins: MARGINS },
    protected: false,
    ...more,
  };
}

async function parts(book: Book): Promise<Map<string, string>> {
  const files = unzipSync(await printBook(book));
  return new Map(Object.entries(files).map(([name, data]) => [name, strFromU8(data)]));
}

async function sheetOf(cells: readonly (readonly [number, number, PageCell])[], more: Partial<Page> = {}): Promise<string> {
  return (await parts({ title: "Thử", pages: [page("Trang", cells, more)], names: [] })).get("xl/worksheets/sheet1.xml") ?? "";
}

describe("xlsx/print", () => {
  it("gives the same bytes for the same book", async () => {
    const book: Book = { title: "Thử", pages: [page("A", [[1, 1, { value: "x", style: "label" }]])], names: [] };
    assert.deepEqual(await printBook(book), await printBook(book));
  });

  it("writes a formula with its computed value, also when that is 0, false or empty text", async () => {
    const xml = await sheetOf([
      [1, 1, { value: 0, formula: "B1-B1", style: "number" }],
      [2, 1, { value: "", formula: 'IF(B1=0,"","x")', style: "label" }],
      [3, 1, { value: false, formula: "B1>0", style: "label" }],
      [4, 1, { value: null, formula: "B1", style: "label" }],
    ]);
    assert.match(xml, /<f>B1-B1<\/f><v>0<\/v>/u);
    assert.match(xml, /r="A2"[^>]* t="str"><f>IF\(B1=0,"","x"\)<\/f><v(\/>|><\/v>)/u);
    assert.match(xml, /r="A3"[^>]* t="b"><f>B1&gt;0<\/f><v>0<\/v>/u);
    assert.match(xml, /<f>B1<\/f><\/c>/u);
  });

  it("writes text that looks like a formula as quoted text", async () => {
    const risky = ["=1+1", "+84", "-5", "@x", "\tx", "\rx", "\nx", "＝1", "＠a"];
    const made = await parts({
      title: "Thử",
      pages: [
        page(
          "A",
          [...risky, "an toàn"].map((value, i) => [i + 1, 1, { value, style: "label" as const }] as const),
        ),
      ],
      names: [],
    });
    const sheet = made.get("xl/worksheets/sheet1.xml")!;
    assert.ok(!sheet.includes("<f>"));
    const formats = [...made.get("xl/styles.xml")!.matchAll(/<cellXfs[^]*?<\/cellXfs>/gu)][0]![0].match(/<xf [^>]*>/gu)!;
    const quoted = [...sheet.matchAll(/<c r="A\d+" s="(\d+)" t="s">/gu)].map((m) =>
      formats[Number(m[1])]!.includes('quotePrefix="1"'),
    );
    assert.deepEqual(quoted, [...risky.map(() => true), false]);
  });

  it("escapes what XML or Excel would read as something else, and cuts text that no cell can hold", async () => {
    const made = await parts({
      title: "Thử",
      pages: [
        page("A", [
          [1, 1, { value: "_x0041_", style: "label" }],
          [2, 1, { value: "a\u0001b", style: "label" }],
          [3, 1, { value: "d".repeat(40000), style: "label" }],
        ]),
      ],
      names: [],
    });
    const texts = [...made.get("xl/sharedStrings.xml")!.matchAll(/<t[^>]*>([^<]*)<\/t>/gu)].map((m) => m[1]!);
    assert.deepEqual(texts.slice(0, 2), ["_x005F_x0041_", "a_x0001_b"]);
    assert.equal(texts[2]!.length, 32767);
  });

  it("writes dates as day numbers with a date format", async () => {
    const xml = await sheetOf([[1, 1, { value: { date: "2024-02-29" }, style: "date" }]]);
    assert.match(xml, /<v>45351<\/v>/u);
  });

  it("refuses a number that is not finite", async () => {
    await assert.rejects(sheetOf([[1, 1, { value: Number.NaN, style: "number" }]]), /cannot hold NaN/u);
  });

  it("sets A4 landscape, one page wide, margins in inches and the repeated rows", async () => {
    const made = await parts({
      title: "Thử",
      pages: [
        page("Báo cáo", [[1, 1, { value: "x", style: "label" }]], {
          print: { landscape: true, margins: MARGINS, repeatRows: [3, 4], footer: "&CTrang &P/&N" },
        }),
      ],
      names: [],
    });
    const sheet = made.get("xl/worksheets/sheet1.xml")!;
    assert.match(sheet, /<pageSetUpPr fitToPage="1"\/>/u);
    assert.match(sheet, /<pageSetup [^>]*paperSize="9"/u);
    assert.match(sheet, /<pageSetup [^>]*orientation="landscape"/u);
    assert.match(sheet, /<pageSetup [^>]*fitToHeight="0"/u);
    assert.match(sheet, /<pageMargins left="1\.181" right="0\.591" top="0\.787" bottom="0\.787"/u);
    assert.match(sheet, /<oddFooter>&amp;CTrang &amp;P\/&amp;N<\/oddFooter>/u);
    assert.match(made.get("xl/workbook.xml")!, /_xlnm\.Print_Titles[^>]*>(&apos;|')Báo cáo(&apos;|')!\$3:\$4</u);
  });

  it("protects without a password, unlocks inputs and lets people widen columns", async () => {
    const made = await parts({
      title: "Thử",
      pages: [page("A", [[1, 1, { value: null, style: "input", unlocked: true }]], { protected: true })],
      names: [],
    });
    assert.match(made.get("xl/worksheets/sheet1.xml")!, /<sheetProtection sheet="1" formatColumns="0" formatRows="0"\/>/u);
    assert.match(made.get("xl/styles.xml")!, /<protection locked="0"\/>/u);
  });

  it("writes defined names for a cell, a range and a sheet with an apostrophe", async () => {
    const made = await parts({
      title: "Thử",
      pages: [page("Đ'ăng", [[1, 1, { value: 1, style: "number" }]])],
      names: [
        { name: "so_don", sheet: "Đ'ăng", area: { top: 1, left: 1, bottom: 1, right: 1 } },
        { name: "ds_ten", sheet: "Đ'ăng", area: { top: 2, left: 28, bottom: 9, right: 28 } },
      ],
    });
    const xml = made.get("xl/workbook.xml")!;
    assert.match(xml, /<definedName name="so_don">'Đ''ăng'!\$A\$1<\/definedName>/u);
    assert.match(xml, /<definedName name="ds_ten">'Đ''ăng'!\$AB\$2:\$AB\$9<\/definedName>/u);
  });

  it("opens at the first visible sheet and keeps hidden sheets hidden", async () => {
    const cell = [[1, 1, { value: "x", style: "label" }]] as const;
    const made = await parts({
      title: "Thử",
      pages: [page("_an", cell, { visibility: "veryHidden" }), page("Hiện", cell), page("Ẩn", cell, { visibility: "hidden" })],
      names: [],
    });
    const xml = made.get("xl/workbook.xml")!;
    assert.match(xml, /activeTab="1"/u);
    assert.match(xml, /name="_an"[^>]*state="veryHidden"/u);
    assert.match(xml, /name="Ẩn"[^>]*state="hidden"/u);
  });

  it("links to files beside the book and to cells inside it", async () => {
    const made = await parts({
      title: "Thử",
      pages: [
        page("A", [
          [1, 1, { value: "tệp", style: "link", link: "đã nộp/DV 1#.xlsx" }],
          [2, 1, { value: "ô", style: "link", link: "#'A'!B2" }],
        ]),
      ],
      names: [],
    });
    const sheet = made.get("xl/worksheets/sheet1.xml")!;
    assert.match(sheet, /<hyperlink ref="A2" location="(&apos;|')A(&apos;|')!B2"\/>/u);
    const rels = made.get("xl/worksheets/_rels/sheet1.xml.rels")!;
    assert.match(rels, /Target="%C4%91%C3%A3%20n%E1%BB%99p\/DV%201%23\.xlsx" TargetMode="External"/u);
    assert.equal(rels.match(/<Relationship /gu)!.length, 1);
  });

  it("writes checks with prompts in Excel's limits, and colours by condition", async () => {
    const area = { top: 1, left: 1, bottom: 3, right: 1 };
    const xml = await sheetOf([[1, 1, { value: null, style: "input" }]], {
      validations: [
        {
          area,
          kind: "whole",
          min: 0,
          max: 9,
          prompt: "p".repeat(300),
          promptTitle: "t".repeat(40),
          allowBlank: true,
          strength: "stop",
        },
        {
          area: { top: 4, left: 1, bottom: 4, right: 1 },
          kind: "list",
          words: ["Có", "Không"],
          allowBlank: true,
          strength: "stop",
        },
        {
          area: { top: 5, left: 1, bottom: 5, right: 1 },
          kind: "date",
          min: "2024-01-01",
          max: "2024-12-31",
          allowBlank: true,
          strength: "warning",
        },
      ],
      conditions: [{ area, formula: "A1=0", style: "bad" }],
    });
    assert.match(xml, /type="whole"[^>]*sqref="A1:A3"><formula1>0<\/formula1><formula2>9<\/formula2>/u);
    assert.equal(/ prompt="([^"]*)"/u.exec(xml)![1]!.length, 255);
    assert.equal(/promptTitle="([^"]*)"/u.exec(xml)![1]!.length, 32);
    assert.match(xml, /<formula1>"Có,Không"<\/formula1>/u);
    assert.match(xml, /errorStyle="warning"[^>]*sqref="A5"><formula1>45292<\/formula1><formula2>45657<\/formula2>/u);
    assert.match(xml, /<cfRule type="expression"[^>]*><formula>A1=0<\/formula>/u);
  });
});
