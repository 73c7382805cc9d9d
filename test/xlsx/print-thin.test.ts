// What exceljs writes beyond need is gone from a package, and nothing points at what is gone.
import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import type { Area, Book, Validation } from "../../src/sheets/page.js";
import { printBook } from "../../src/xlsx/print.js";

const cells = (top: number, bottom = top): Area => ({ top, left: 2, bottom, right: 2 });
const check = (area: Area, prompt: string): Validation => ({
  area,
  kind: "whole",
  min: 0,
  prompt,
  error: 'Gõ "số" & <nguyên>.',
  allowBlank: true,
  strength: "stop",
});

const BOOK: Book = {
  title: "Thử",
  names: [],
  pages: [
    {
      name: "Một",
      visibility: "visible",
      columns: [{ width: 12 }, { width: 20 }],
      rows: [1, 2, 3, 4, 5, 6].map((row) => ({ row, cells: new Map([[2, { value: row, style: "input" }]]) })),
      merges: [],
      validations: [check(cells(1), "Một"), check(cells(3, 4), "Hai"), check(cells(6), "Một")],
      conditions: [
        { area: cells(1, 2), formula: "$B1>5", style: "bad" },
        { area: cells(3), formula: "$B3=1", style: "good" },
        { area: cells(4, 6), formula: "$B4=2", style: "bad" },
      ],
      print: { landscape: false, margins: { top: 10, bottom: 10, left: 10, right: 10 } },
      protected: true,
    },
  ],
};

describe("xlsx/print-thin", () => {
  let parts: Readonly<Record<string, string>>;
  let bytes: Uint8Array;
  before(async () => {
    bytes = await printBook(BOOK);
    parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  });

  it("writes a check of several areas once, and exceljs finds it in each of them", async () => {
    assert.deepEqual(parts["xl/worksheets/sheet1.xml"]!.match(/sqref="[^"]*"(?=><formula1>)/gu), [
      'sqref="B1 B6"',
      'sqref="B3:B4"',
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    const prompts = [1, 2, 3, 4, 5, 6].map((row) => (book.worksheets[0]!.getCell(row, 2).dataValidation ?? {}).prompt);
    assert.deepEqual(prompts, ["Một", undefined, "Hai", "Hai", undefined, "Một"]);
  });

  it("writes a look of several conditions once, and each condition keeps its own", () => {
    const looks = [...parts["xl/styles.xml"]!.matchAll(/<dxf>.*?<\/dxf>/gsu)].map(([look]) => look);
    const used = [...parts["xl/worksheets/sheet1.xml"]!.matchAll(/dxfId="(\d+)"/gu)].map(([, number]) => looks[Number(number)]);
    assert.equal(looks.length, 2);
    assert.deepEqual(
      used.map((look) => /rgb="FF(\w+)"\/><\/font>/u.exec(look ?? "")?.[1]),
      ["9C1C28", "2E6B2E", "9C1C28"],
    );
  });

  it("names no part that is not there, and leaves none unnamed", () => {
    const types = [...parts["[Content_Types].xml"]!.matchAll(/PartName="\/([^"]*)"/gu)].map(([, name]) => name!);
    const targets = [...parts["xl/_rels/workbook.xml.rels"]!.matchAll(/Target="([^"]*)"/gu)].map(([, name]) => `xl/${name!}`);
    assert.deepEqual(
      [...types, ...targets].filter((name) => parts[name] === undefined),
      [],
    );
    const named = new Set([...types, ...targets, "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"]);
    assert.deepEqual(
      Object.keys(parts).filter((name) => !named.has(name)),
      [],
    );
    assert.ok(!Object.keys(parts).some((name) => name.includes("theme")));
  });

  it("leaves to rows only their number, height and state", () => {
    assert.doesNotMatch(parts["xl/worksheets/sheet1.xml"]!, /<row [^>]*(?:spans|dyDescent)=/u);
  });
});
