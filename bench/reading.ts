// Speed of reading one returned form and of making one unit's form: ours, exceljs, SheetJS and the limit, in turn in one run.
import { pathToFileURL } from "node:url";
import ExcelJS from "exceljs";
import * as SheetJS from "@e965/xlsx";
import { nodeCodec } from "../src/cli/node-codec.js";
import { readWorkbook } from "../src/xlsx/read-workbook.js";
import { partMemory } from "../src/xlsx/part-memory.js";
import { prepareStamp, stamp, type StampPlace, type StampValue } from "../src/xlsx/stamp.js";
import { FORM_LIMITS, openZip } from "../src/xlsx/zip-read.js";

export interface ReadingTimes {
  /** One of many returned forms of a round, no two of them the same. */
  readonly tonghop: number;
  /** A form by itself: nothing is known from the forms before. */
  readonly alone: number;
  readonly exceljs: number;
  readonly sheetjs: number;
  readonly limit: number;
}

export interface FormTimes {
  readonly tonghop: number;
  readonly exceljs: number;
  readonly limit: number;
}

const ROWS = 60;
const COLUMNS = 12;
/** Forms that are read in turn: so many that each has been forgotten when its turn comes again. */
const FORMS = 200;
const ROUNDS = 60;
/** Turns that count, after one to warm up, and the least time of a block. */
const TURNS = 3;
const BLOCK_MS = 300;

/** A form of the usual size: 3 sheets, 60 × 12 styled cells with validations, names and a very hidden sheet. */
export async function sampleForm(unit: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(Date.UTC(2024, 3, 1));
  const sheet = book.addWorksheet("Báo cáo");
  sheet.getCell("A1").value = `Đảng ủy xã số ${unit}`;
  for (let row = 5; row < 5 + ROWS; row++) {
    for (let column = 1; column <= COLUMNS; column++) fillCell(sheet.getCell(row, column), row, column, unit, book);
  }
  await sheet.protect("", { selectLockedCells: true });
  const check = book.addWorksheet("Tự kiểm tra");
  for (let row = 1; row <= 20; row++) check.getCell(row, 1).value = { formula: `'Báo cáo'!E${row + 4}>0`, result: true };
  const hidden = book.addWorksheet("_tonghop", { state: "veryHidden" });
  hidden.getCell("A1").value = "unit";
  hidden.getCell("B1").value = `DV${unit}`;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fillCell(cell: ExcelJS.Cell, row: number, column: number, unit: number, book: ExcelJS.Workbook): void {
  const edge = { style: "thin" as const };
  cell.border = { top: edge, left: edge, bottom: edge, right: edge };
  cell.font = { name: "Times New Roman", size: 12 + (column % 3) };
  if (column === 2) cell.value = `Nội dung chỉ tiêu thứ ${row}: tỷ lệ đảng viên được học tập nghị quyết`;
  else if (column === 7) cell.value = { formula: `IF(F${row}=0,"",E${row}/F${row})`, result: (row + unit) / 100 };
  else if (column === 5 || column === 6) {
    cell.value = row * 3 + unit;
    cell.numFmt = "#,##0";
    cell.protection = { locked: false };
    cell.dataValidation = {
      type: "whole",
      operator: "between",
      formulae: [0, 100000],
      showErrorMessage: true,
      error: "Nhập số nguyên",
    };
    book.definedNames.add(`'Báo cáo'!$${column === 5 ? "E" : "F"}$${row}`, `so_lieu_${row}_${column}`);
  } else if (column !== 8) cell.value = row * column;
}

/** The cells of `sampleForm` that differ between units. */
function samplePlaces(): readonly StampPlace[] {
  const places: StampPlace[] = [
    { sheet: "Báo cáo", row: 1, column: 1 },
    { sheet: "_tonghop", row: 1, column: 2 },
  ];
  for (let row = 5; row < 5 + ROWS; row += 3) places.push({ sheet: "Báo cáo", row, column: 8 });
  return places;
}

function sampleValues(unit: number): readonly StampValue[] {
  return samplePlaces().map((_place, index) => (index < 2 ? `Đơn vị số ${unit}` : unit + index));
}

/** Milliseconds for reading one form, medians. */
export async function readingTimes(rounds = ROUNDS): Promise<ReadingTimes> {
  const forms: Uint8Array[] = [];
  for (let unit = 0; unit < FORMS; unit++) forms.push(await sampleForm(unit));
  const memory = partMemory();
  let turn = 0;
  const next = (): Uint8Array => forms[turn++ % FORMS]!;
  const needed = /^(?:xl\/worksheets\/.*|xl\/sharedStrings\.xml|xl\/workbook\.xml)$/u;
  return medians(rounds, {
    tonghop: () => {
      if (readWorkbook(next(), nodeCodec, memory).workbook === null) throw new Error("a sound form was refused");
    },
    alone: () => {
      if (readWorkbook(next(), nodeCodec).workbook === null) throw new Error("a sound form was refused");
    },
    exceljs: async () => {
      await new ExcelJS.Workbook().xlsx.load(next().buffer as ArrayBuffer);
    },
    sheetjs: () => {
      SheetJS.read(next(), { dense: true });
    },
    limit: () => {
      for (const entry of openZip(next(), FORM_LIMITS).entries) {
        if (entry.method === 8 && needed.test(entry.name)) nodeCodec.inflateRaw(entry.packed, entry.size);
      }
    },
  });
}

/** Milliseconds for making one form, medians. */
export async function formTimes(rounds = ROUNDS): Promise<FormTimes> {
  const template = await sampleForm(0);
  const plan = prepareStamp(template, samplePlaces(), nodeCodec);
  const changed = openZip(template, FORM_LIMITS).entries.filter((entry) => /sheet[13]\.xml$/u.test(entry.name));
  const parts = changed.map((entry) => nodeCodec.inflateRaw(entry.packed, entry.size));
  return medians(rounds, {
    tonghop: (round) => void stamp(plan, sampleValues(round)),
    exceljs: async (round) => void (await sampleForm(round)),
    limit: () => {
      for (const part of parts) nodeCodec.deflateRaw(part);
    },
  });
}

/**
 * Medians of each job. The jobs take turns in blocks, so that all meet the same disturbances while none pays for another's garbage.
 */
async function medians<K extends string>(
  rounds: number,
  jobs: Record<K, (round: number) => void | Promise<void>>,
): Promise<Record<K, number>> {
  const names = Object.keys(jobs) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const name of names) {
      const blockEnd = performance.now() + BLOCK_MS;
      for (let round = 0; round < rounds / TURNS || performance.now() < blockEnd; round++) {
        const start = performance.now();
        await jobs[name](round);
        if (turn > 0) times.get(name)!.push(performance.now() - start);
      }
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<K, number>;
}

function median(numbers: number[]): number {
  numbers.sort((a, b) => a - b);
  return numbers[Math.floor(numbers.length / 2)]!;
}

function table(title: string, times: Readonly<Record<string, number>>): string {
  const rows = Object.entries(times).map(
    ([name, ms]) =>
      `  ${name.padEnd(10)} ${ms.toFixed(2).padStart(8)} ms  ${(times["exceljs"]! / ms).toFixed(1).padStart(6)} × exceljs`,
  );
  return [title, ...rows].join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${table("reading one form", { ...(await readingTimes()) })}\n`);
  process.stdout.write(`${table("making one form", { ...(await formTimes()) })}\n`);
}
