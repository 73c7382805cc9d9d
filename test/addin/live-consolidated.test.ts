// A workbook that the command line or the page consolidated, opened in Excel and written again there, in place.
import assert from "node:assert/strict";
import { openWorkbook } from "../../src/addin/open-workbook.js";
import { nodeHost } from "../../src/cli/host.js";
import type { SheetCells, WorkbookCells } from "../../src/core/cells.js";
import { address, keyPlace, sheetNamed } from "../../src/core/cells.js";
import type { Consolidation } from "../../src/core/round/consolidation.js";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import { SHEETS } from "../../src/sheets/consolidated-layout.js";
import { readConsolidated } from "../../src/sheets/consolidated-reading.js";
import { NO_NOTES, NOTE_HEADING, readNotes } from "../../src/sheets/notes.js";
import { consolidate, consolidatedWorkbook, readReport } from "../../src/workflow.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import type { HostSheet } from "../helpers/excel-host/host-workbook.js";
import { hostSheet, insertRows, type } from "../helpers/excel-host/host-workbook.js";
import { connect } from "../helpers/excel-host/node-driver.js";
import { openedFile } from "../helpers/excel-host/opened-file.js";
import type { FilledRound } from "../helpers/filled-round.js";
import { filledRound } from "../helpers/filled-round.js";
import { refusal } from "../helpers/live-page.js";

const UNITS = 8;
const NOTE = "Hẹn nộp ngày 10/1";

let made: FilledRound;
let file: Uint8Array;

function reported(count: number): Consolidation {
  const reports = made.forms.slice(0, count).map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
  return consolidate(made.round.definition, reports);
}

/** An Excel in which the file of the command line was opened: five of the eight units had reported. */
function openedHost(level = 1.17): ExcelHost {
  const host = new ExcelHost({ workbook: openedFile(file, "tong-hop.xlsx"), level });
  connect(host);
  return host;
}

/** Writes what all units reported, with the notes that stand in the workbook, as the pane does. */
async function writeAll(): Promise<void> {
  const notes = readNotes(await openWorkbook.read({}));
  await openWorkbook.write(
    consolidatedBook(reported(UNITS), notes, () => null),
    {},
  );
}

function sheet(host: ExcelHost, name: string): HostSheet {
  const found = hostSheet(host.workbook, name);
  assert.ok(found, `there is no sheet ${name}`);
  return found;
}

function placeOf(of: HostSheet, text: string): readonly [row: number, column: number] {
  const found = [...of.cells].find(([, { value }]) => value === text);
  assert.ok(found, `“${text}” stands nowhere on ${of.name}`);
  const [row = 0, column = 0] = found[0].split(":").map(Number);
  return [row, column];
}

function shown({ cells }: SheetCells): Record<string, unknown> {
  const all = [...cells].map(([key, { value, formula }]) => {
    const { row, column } = keyPlace(key);
    const plain =
      value.kind === "number" ? value.number : value.kind === "boolean" ? value.boolean : "text" in value ? value.text : "";
    return [address(row, column), formula === null ? plain : `=${formula}`] as const;
  });
  return Object.fromEntries(all.filter(([, value]) => value !== "").sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sheetOf(workbook: WorkbookCells, name: string): SheetCells {
  const found = sheetNamed(workbook, name);
  assert.ok(found, name);
  return found;
}

describe("a consolidated file opened in Excel", function () {
  this.timeout(120_000);
  before(async () => {
    made = await filledRound("nq-lam-dong-2024", UNITS);
    file = await consolidatedWorkbook(reported(5), NO_NOTES);
  });

  for (const level of [1.7, 1.17]) {
    it(`is consolidated again in place, to the cells of the command line, at ExcelApi ${String(level)}`, async () => {
      const host = openedHost(level);
      const ids = host.workbook.sheets.map(({ id }) => id);
      await writeAll();
      const live = await openWorkbook.read({});
      const meant = readWorkbook(await consolidatedWorkbook(reported(UNITS), NO_NOTES, () => null), nodeHost.codec).workbook!;
      assert.deepEqual(
        [...live.sheets].map(({ name }) => name),
        meant.sheets.map(({ name }) => name),
      );
      for (const { name } of meant.sheets) assert.deepEqual(shown(sheetOf(live, name)), shown(sheetOf(meant, name)), name);
      const { reading, findings } = readConsolidated(live);
      assert.deepEqual(findings, []);
      assert.equal(reading!.units.filter(({ figures }) => figures !== null).length, UNITS);
      assert.deepEqual(
        host.workbook.sheets.map(({ id }) => id),
        ids,
        "every sheet is still the one of before",
      );
      assert.deepEqual(host.unknown, []);
    });
  }

  it("keeps notes, formulas, sheets and widths of staff, and drops links that would lead to another unit's file", async () => {
    const host = openedHost();
    const table = sheet(host, SHEETS.table);
    const tracking = sheet(host, SHEETS.tracking);
    assert.ok(table.links.size > 0, "the file links to the reports");
    const [headings, noteColumn] = placeOf(tracking, NOTE_HEADING);
    const [row] = placeOf(tracking, made.forms[6]!.unit.code);
    assert.ok(row > headings);
    type(tracking, row, noteColumn, NOTE);
    type(table, 2, placeOf(table, NOTE_HEADING)[1] + 2, "=H9*2");
    const own = { ...sheet(host, SHEETS.files), id: "own", name: "Riêng", cells: new Map(), formats: new Map(), looks: [] };
    host.workbook.sheets.push(own);
    type(own, 0, 0, `='${SHEETS.table}'!H6/'${SHEETS.table}'!I6`);
    await writeAll();
    assert.equal(
      tracking.cells.get(`${String(placeOf(tracking, made.forms[6]!.unit.code)[0])}:${String(noteColumn)}`)?.value,
      NOTE,
    );
    assert.equal(table.cells.get(`2:${String(placeOf(table, NOTE_HEADING)[1] + 2)}`)?.formula, "=H9*2");
    assert.equal(own.cells.get("0:0")?.formula, `='${SHEETS.table}'!H6/'${SHEETS.table}'!I6`);
    assert.deepEqual(
      table.looks.filter(({ property }) => property === "Range.Format.ColumnWidth"),
      [],
    );
    for (const { name, links } of host.workbook.sheets) assert.equal(links.size, 0, name);
  });

  it("is drawn once; the second time only the figures are written", async () => {
    const host = openedHost();
    await writeAll();
    const looks = host.workbook.sheets.map((one) => one.looks.length);
    await writeAll();
    assert.deepEqual(
      host.workbook.sheets.map((one) => one.looks.length),
      looks,
    );
  });

  it("is refused where a row was put into a table before, and nothing is written", async () => {
    const host = openedHost();
    insertRows(host.workbook, sheet(host, SHEETS.table), 9);
    const before = JSON.stringify([...sheet(host, SHEETS.tracking).cells]);
    assert.match(await refusal(writeAll()), /Trên trang “Tổng hợp” có hàng hoặc cột được chèn/u);
    assert.equal(JSON.stringify([...sheet(host, SHEETS.tracking).cells]), before);
  });

  it("is taken as ours although another program dropped what the names say", async () => {
    const host = openedHost();
    for (const name of host.workbook.names) name.comment = "";
    await writeAll();
    assert.equal(readConsolidated(await openWorkbook.read({})).reading!.units.length, UNITS);
  });

  it("is not taken as ours without its names: a sheet of that name may be anybody's", async () => {
    const host = openedHost();
    host.workbook.names.length = 0;
    assert.match(await refusal(writeAll()), /trang “Tổng hợp” không do công cụ này tạo/u);
  });
});
