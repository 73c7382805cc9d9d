// Excel fails at the N-th exchange of a writing, for every N and at several places in it: what stands in the workbook then is what is said of it.
import assert from "node:assert/strict";
import { LiveFault } from "../../src/addin/live-fault.js";
import { openWorkbook } from "../../src/addin/open-workbook.js";
import { nodeHost } from "../../src/cli/host.js";
import type { Consolidation } from "../../src/core/round/consolidation.js";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import { SHEETS } from "../../src/sheets/consolidated-layout.js";
import { NOTE_HEADING, readNotes } from "../../src/sheets/notes.js";
import type { Book } from "../../src/sheets/page.js";
import { consolidate, openRound, readReport } from "../../src/workflow.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { HostError } from "../helpers/excel-host/host-error.js";
import type { HostSheet } from "../helpers/excel-host/host-workbook.js";
import { emptyWorkbook, hostSheet, shownCells, type } from "../helpers/excel-host/host-workbook.js";
import { connect } from "../helpers/excel-host/node-driver.js";
import type { FilledRound } from "../helpers/filled-round.js";
import { filledRound } from "../helpers/filled-round.js";
import { page } from "../helpers/live-page.js";

type Shown = Readonly<Record<string, unknown>>;
type Snapshot = ReadonlyMap<string, Shown>;

const WRITING = /^Đang ghi, chưa xong/u;
/** Where in a request Excel stops: before its first action, half way, before its last one, or when all is done and the answer is lost. */
const PLACES = [
  ["at its beginning", () => 0],
  ["half way", (actions: number) => Math.floor(actions / 2)],
  ["before its end", (actions: number) => actions - 1],
  ["before its answer", (actions: number) => actions],
] as const;

function snapshot({ workbook }: ExcelHost): Snapshot {
  return new Map(workbook.sheets.map((sheet) => [sheet.name, shownCells(sheet)]));
}

/** Lets Excel fail at one place of the N-th request from now on. */
function failAt(host: ExcelHost, nth: number, place: (actions: number) => number): void {
  const from = host.requests.length;
  host.fault = (_, request, index, actions) => {
    if (request === from + nth && index === place(actions))
      throw new HostError("GeneralException", "An internal error has occurred.");
  };
}

/** Names in a part of what was said, such as `Đã ghi xong: “a”, “b”.` */
function named(said: string, pattern: RegExp): readonly string[] {
  return [...(pattern.exec(said)?.[1] ?? "").matchAll(/“([^”]*)”/gu)].map((match) => match[1]!);
}

/** A sheet is what was said of it: complete, marked as incomplete, or as it was before. */
function assertHonest(said: string, book: Book, before: Snapshot, now: Snapshot, meant: Snapshot): void {
  const done = named(said, /Đã ghi xong: ([^.]*)\./u);
  const open = named(said, /Ghi dở hoặc chưa ghi: ([^;]*);/u);
  for (const { name } of book.pages.filter(({ visibility }) => visibility === "visible")) {
    assert.ok(done.includes(name) !== open.includes(name), `${name} is named once in: ${said}`);
    const cells = now.get(name);
    if (done.includes(name)) assert.deepEqual(cells, meant.get(name), `${name} is said to be complete`);
    else if (cells !== undefined && !WRITING.test(String(cells["A1"])))
      assert.ok(same(cells, before.get(name)) || same(cells, meant.get(name)) || isEmpty(cells), `${name} looks complete`);
  }
}

function same(one: Shown, other: Shown | undefined): boolean {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
}

function isEmpty(cells: Shown): boolean {
  return Object.keys(cells).length === 0;
}

/** Writes once for each exchange and place with a failure there, and then again without; gives how many exchanges there are. */
async function failEverywhere(
  prepare: () => Promise<{ host: ExcelHost; write: () => Promise<unknown>; book: Book }>,
  check: (host: ExcelHost, where: string) => void,
): Promise<number> {
  const whole = await prepare();
  const from = whole.host.requests.length;
  await whole.write();
  const exchanges = whole.host.requests.length - from;
  const meant = snapshot(whole.host);
  const pages = new Set(whole.book.pages.map(({ name }) => name));
  for (let nth = 1; nth <= exchanges; nth++) {
    for (const [place, index] of PLACES) {
      const { host, write, book } = await prepare();
      const before = snapshot(host);
      const where = `request ${String(nth)}, ${place}`;
      failAt(host, nth, index);
      const fault: unknown = await write().then(
        () => null,
        (error: unknown) => error,
      );
      host.fault = null;
      // What office.js clears up behind itself may fail unseen.
      if (fault === null) {
        assert.deepEqual(snapshot(host), meant, where);
        continue;
      }
      assert.ok(fault instanceof LiveFault, `${where}: ${String(fault)}`);
      const now = snapshot(host);
      if (fault.halfWritten) assertHonest(fault.message, book, before, now, meant);
      else {
        assert.match(fault.message, /Chưa ghi gì vào sổ\.$|^Excel báo lỗi “[^”]*” \(GeneralException\)\.$/u, where);
        assert.deepEqual(now, before, where);
      }
      for (const [name, cells] of before) if (!pages.has(name)) assert.deepEqual(now.get(name), cells, `${where}: ${name}`);
      await write();
      assert.deepEqual(new Map([...snapshot(host)].sort()), new Map([...meant].sort()), `${where}, then written again`);
      check(host, where);
    }
  }
  return exchanges;
}

/** Row (from 0) of a unit or a heading's column on a sheet of the emulated Excel. */
function placeOf(sheet: HostSheet, text: string): readonly [row: number, column: number] {
  const found = [...sheet.cells].find(([, { value }]) => value === text);
  assert.ok(found, `“${text}” stands nowhere on ${sheet.name}`);
  const [row = 0, column = 0] = found[0].split(":").map(Number);
  return [row, column];
}

describe("writing while Excel fails", function () {
  this.timeout(300_000);
  let made: FilledRound;
  before(async () => {
    made = await filledRound("nq-lam-dong-2024", 6);
  });

  it("says what stands in a new workbook, wherever it stops, and mends it", async () => {
    const long = "Đảng ủy xã, phường, đặc khu ".repeat(10);
    const wide = Array.from({ length: 1100 }, (_, i) => Array.from({ length: 6 }, (__, j) => `${long}${String(i * j)}`));
    const book: Book = {
      title: "thử",
      pages: [
        page("Nhỏ", [["x"], ["=y"]]),
        page("Lớn", wide),
        page("Cuối", [["z"]]),
        page("_ẩn", [["khóa"]], { visibility: "veryHidden" }),
      ],
      names: [],
    };
    const exchanges = await failEverywhere(
      () => {
        const host = new ExcelHost({ workbook: emptyWorkbook() });
        connect(host);
        type(host.workbook.sheets[0]!, 0, 0, "=Lớn!B2");
        return Promise.resolve({ host, book, write: () => openWorkbook.write(book, {}) });
      },
      () => undefined,
    );
    assert.ok(exchanges >= 7, `${String(exchanges)} exchanges`);
  });

  const consolidationOf = (units: number): Consolidation => {
    const definition = { ...made.round.definition, units: made.round.definition.units.slice(0, units) };
    const round = openRound(definition);
    const reports = made.forms.slice(0, units).map(({ name, bytes }) => readReport({ path: name, bytes }, round, nodeHost));
    return consolidate(definition, reports);
  };

  /** Writes a consolidation with the notes that stand in the workbook, as the pane does. */
  const writeHere = async (consolidation: Consolidation): Promise<Book> => {
    const notes = readNotes(await openWorkbook.read({}));
    const book = consolidatedBook(consolidation, notes, () => null);
    await openWorkbook.write(book, {});
    return book;
  };

  for (const [from, to] of [
    [4, 6],
    [6, 4],
  ] as const) {
    it(`keeps notes and formulas of staff from ${String(from)} units to ${String(to)}, wherever it stops`, async () => {
      const code = made.forms[1]!.unit.code;
      const noteAt = (table: HostSheet): string => {
        const [row] = placeOf(table, code);
        return `${String(row)}:${String(placeOf(table, NOTE_HEADING)[1])}`;
      };
      const [base, after] = [new ExcelHost({ workbook: emptyWorkbook() }), consolidationOf(to)];
      connect(base);
      const book = await writeHere(consolidationOf(from));
      const table = hostSheet(base.workbook, SHEETS.table)!;
      const [row = 0, column = 0] = noteAt(table).split(":").map(Number);
      type(table, row, column, "Hẹn nộp ngày 10/1");
      type(base.workbook.sheets[0]!, 0, 0, `='${SHEETS.table}'!H6`);
      for (const { looks } of base.workbook.sheets) looks.length = 0;
      const exchanges = await failEverywhere(
        () => {
          const host = new ExcelHost({ workbook: structuredClone(base.workbook) });
          connect(host);
          return Promise.resolve({ host, book, write: () => writeHere(after) });
        },
        (host, where) => {
          const now = hostSheet(host.workbook, SHEETS.table)!;
          assert.equal(now.cells.get(noteAt(now))?.value, "Hẹn nộp ngày 10/1", where);
        },
      );
      assert.ok(exchanges >= 8, `${String(exchanges)} exchanges`);
    });
  }
});
