// The comparison of readers over a folder: what it counts, what it names, and that it reports a difference that nobody planted a name for.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compareMutants, type MutantReport } from "../scripts/compare-mutants.js";
import type { CompareReport } from "../scripts/compare-readers.js";
import { nodeCodec } from "../src/cli/node-codec.js";
import { compareViews } from "./helpers/compare-views.js";
import { ourReading, type BookView, type OurReading } from "./helpers/book-views.js";
import { NAMED } from "./helpers/named-differences.js";
import { workbookBytes } from "./helpers/xlsx-parts.js";

const PROGRAM = ["--import", "tsx", "scripts/compare-readers.ts"];
const SOUND =
  '<row r="1"><c r="A1"><v>0.1</v></c><c r="B1" t="str"><v>Chi bộ 1</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c></row>' +
  '<row r="2"><c r="A2"><f t="shared" ref="A2:B2" si="0">A1*2</f><v>0.2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>';
/** SheetJS takes what stands before the comma for the number: to us the cell is wrong, and the file is refused. */
const REFUSED = '<row r="1"><c r="A1"><v>1,5</v></c></row>';
/** SheetJS drops a carriage return; exceljs keeps the escape. */
const NAMED_ONE = '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_\nb</t></is></c></row>';
/** In a comment: nothing to us and to exceljs, a cell to SheetJS. */
const PLANTED = '<row r="1"><c r="A1"><v>1</v></c><!--<c r="B1"><v>2</v></c>--></row>';

describe("npm run compare", function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "tonghop-compare-"));
    mkdirSync(path.join(folder, "trong"));
    const put = (name: string, bytes: Uint8Array): void => writeFileSync(path.join(folder, name), bytes);
    put("a.xlsx", workbookBytes(SOUND));
    put("trong/b.XLSM", workbookBytes(NAMED_ONE));
    put("c.xlsx", workbookBytes(REFUSED));
    put("d.txt", workbookBytes(PLANTED));
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (...options: string[]) => spawnSync(process.execPath, [...PROGRAM, ...options], { encoding: "utf8" });

  it("counts files, cells and named differences, and ends with 0 when nothing is left unexplained", () => {
    const report = JSON.parse(
      execFileSync(process.execPath, [...PROGRAM, folder, "--json"], { encoding: "utf8" }),
    ) as CompareReport;
    assert.deepEqual(report, {
      files: 3,
      sheets: 2,
      cells: 7,
      refused: { "cells/bad-number": ["c.xlsx"] },
      readers: {
        SheetJS: { read: 2, refused: 0, gaveUp: 0, cells: 7, same: 6, unexplained: 0, named: { "carriage-return": 1 } },
        exceljs: { read: 2, refused: 0, gaveUp: 0, cells: 7, same: 6, unexplained: 0, named: { "escape-in-text-cell": 1 } },
      },
      unexplained: [],
    });
  });

  it("reports a difference without a name, with its place, and ends with 1", () => {
    const planted = path.join(folder, "e.xlsx");
    writeFileSync(planted, workbookBytes(PLANTED));
    const { status, stdout } = run(folder);
    rmSync(planted);
    assert.equal(status, 1);
    assert.match(stdout, /^e\.xlsx Báo cáo!B1: ours null, SheetJS \{"value":2,"formula":null\}$/mu);
    assert.match(stdout, /^SheetJS: 3 files read, 0 refused, 0 given up; 9 cells, 7 the same, 1 unexplained$/mu);
  });

  it("spoils workbooks the same way for the same seed, and finds none that is read in two ways", () => {
    const [one, two] = [0, 1].map(() => run(folder, "--mutants", "400", "--seed", "7", "--json"));
    assert.equal(one!.status, 0, one!.stdout);
    assert.equal(one!.stdout, two!.stdout);
    const { mutants, accepted, changed } = JSON.parse(one!.stdout) as MutantReport;
    assert.ok(mutants === 400 && accepted > 5 && changed > 1, one!.stdout);
  });

  it("reports a mutant that a faulty reader takes for something else", async () => {
    const faulty = (bytes: Uint8Array): OurReading => {
      const reading = ourReading(bytes);
      const sheets = reading.view?.sheets.map((sheet) => ({ ...sheet, cells: new Map([...sheet.cells].slice(1)) }));
      return sheets === undefined ? reading : { ...reading, view: { ...reading.view!, sheets } };
    };
    const { changed, unexplained } = await compareMutants([path.join(folder, "a.xlsx")], { mutants: 200, seed: 7, read: faulty });
    assert.ok(changed > 0 && unexplained.length >= changed / 2);
    assert.match(unexplained[0]!.mutant, / at [0-9]+: ".*" becomes "/u);
  });

  it("says what to give when no folder is given", () => {
    const { status, stdout, stderr } = run();
    assert.deepEqual([status, stdout], [0, ""]);
    assert.match(stderr, /^Nothing compared: give a folder of workbooks/u);
  });
});

describe("compareViews", () => {
  const ours = (rows: string): BookView => ourReading(workbookBytes(rows)).view!;
  const sheet = (book: BookView, change: Partial<BookView["sheets"][number]>): BookView => ({
    ...book,
    sheets: book.sheets.map((one) => ({ ...one, ...change })),
  });

  it("sees another value, another formula, a lost and an invented cell, and another name of the sheet", () => {
    const book = ours(SOUND);
    const key = [...book.sheets[0]!.cells.keys()];
    const changed = (at: number, cell: { value: string | number; formula: string | null } | null): number => {
      const cells = new Map(book.sheets[0]!.cells);
      if (cell === null) cells.delete(at);
      else cells.set(at, cell);
      return compareViews(book, sheet(book, { cells }), "SheetJS").unexplained.length;
    };
    assert.equal(compareViews(book, book, "SheetJS").unexplained.length, 0);
    assert.equal(changed(key[0]!, { value: 0.10000000000000002, formula: null }), 1);
    assert.equal(changed(key[0]!, { value: "0.1", formula: null }), 1);
    assert.equal(changed(key[4]!, { value: 0.2, formula: "A1*3" }), 1);
    assert.equal(changed(key[4]!, { value: 0.2, formula: null }), 1);
    assert.equal(changed(key[0]!, null), 1);
    assert.equal(changed(999_999, { value: 1, formula: null }), 1);
    assert.equal(compareViews(book, sheet(book, { name: "Khác" }), "SheetJS").unexplained.length, 2);
  });

  it("compares a date of exceljs with the number by milliseconds, in both date systems", () => {
    const book = ours('<row r="1"><c r="A1"><v>45658.5</v></c></row>');
    const dated = (moment: number, date1904: boolean): number =>
      compareViews(
        { ...book, date1904 },
        sheet(book, { cells: new Map([...book.sheets[0]!.cells].map(([at]) => [at, { value: null, formula: null, moment }])) }),
        "exceljs",
      ).unexplained.length;
    assert.equal(dated(Date.UTC(2025, 0, 1, 12), false), 0);
    assert.equal(dated(Date.UTC(2025, 0, 1, 12) + 1, false), 1);
    assert.equal(dated(Date.UTC(2029, 0, 2, 12), true), 0);
  });

  it("has one name and one reason for each named difference of a reader", () => {
    const names = NAMED.map(({ name, who }) => `${who} ${name}`);
    assert.equal(new Set(names).size, names.length);
    for (const { why } of NAMED) assert.match(why, /^[A-Z].*\.$/u);
  });

  it("has each name with its reason in the docs", () => {
    const docs = readFileSync("docs/security.md", "utf8");
    for (const { name, why } of NAMED)
      assert.ok(
        docs.split("\n").some((line) => line.startsWith(`| \`${name}\` |`) && line.endsWith(`| ${why} |`)),
        name,
      );
  });

  it("tells when the two codecs read two things", () => {
    const deaf = { ...nodeCodec, bytewise: { ...nodeCodec.bytewise, decode: (piece: string) => piece } };
    assert.equal(ourReading(workbookBytes(SOUND)).same, true);
    assert.equal(ourReading(workbookBytes(SOUND), deaf).same, false);
  });
});
