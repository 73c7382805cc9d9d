// Forms changed at random, as staff and programs change them: a form is read with the same figures, or refused.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Cell, NameTarget, SheetCells, WorkbookCells } from "../../../src/core/cells.js";
import { cellAt, cellKey, keyPlace } from "../../../src/core/cells.js";
import { checkSubmission } from "../../../src/core/submission/checks/index.js";
import { readSubmission } from "../../../src/core/submission/submission.js";
import { sampleUnit } from "../../helpers/sample-definition.js";
import { FILLED, smallDefinition, smallForm, smallLayout } from "../../helpers/small-form.js";

const TRUE_FIGURES = { tong_dang_vien: 118, da_hoc_tap: 110, da_ban_hanh: 1 };
type Move = (row: number, column: number) => { readonly row: number; readonly column: number } | null;

/** Moves (or drops) every cell of the table, and the names with them when the program is one that knows names. */
function move(workbook: WorkbookCells, place: Move, names: boolean): WorkbookCells {
  const cells = new Map<number, Cell>();
  const table = workbook.sheets[0]!;
  for (const [key, cell] of table.cells) {
    const from = keyPlace(key);
    const to = place(from.row, from.column);
    if (to !== null) cells.set(cellKey(to.row, to.column), cell);
  }
  const targets = new Map<string, NameTarget>();
  for (const [name, target] of workbook.names) {
    const to = target.sheet === table.name && names ? place(target.top, target.left) : { row: target.top, column: target.left };
    if (to === null) continue;
    const [rows, columns] = [target.bottom - target.top, target.right - target.left];
    targets.set(name, { ...target, top: to.row, left: to.column, bottom: to.row + rows, right: to.column + columns });
  }
  return { ...workbook, sheets: [{ ...table, cells }, ...workbook.sheets.slice(1)], names: targets };
}

const row = fc.integer({ min: 1, max: 10 });
const column = fc.integer({ min: 1, max: 7 });
const names = fc.boolean();

type Change = (workbook: WorkbookCells) => WorkbookCells;

/** Rows and columns inserted, deleted and swapped, with and without the row codes, by programs that move names along and others. */
const moves: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(row, names).map(
    ([at, n]): Change =>
      (w) =>
        move(w, (r, c) => ({ row: r >= at ? r + 1 : r, column: c }), n),
  ),
  fc.tuple(row, names).map(
    ([at, n]): Change =>
      (w) =>
        move(w, (r, c) => (r === at ? null : { row: r > at ? r - 1 : r, column: c }), n),
  ),
  fc.tuple(column, names).map(
    ([at, n]): Change =>
      (w) =>
        move(w, (r, c) => ({ row: r, column: c >= at ? c + 1 : c }), n),
  ),
  fc.tuple(column, names).map(
    ([at, n]): Change =>
      (w) =>
        move(w, (r, c) => (c === at ? null : { row: r, column: c > at ? c - 1 : c }), n),
  ),
  fc.tuple(row, row, names).map(
    ([a, b, n]): Change =>
      (w) =>
        move(w, (r, c) => ({ row: swap(r, a, b), column: c }), n),
  ),
  fc.tuple(row, row).map(
    ([a, b]): Change =>
      (w) =>
        sortWithoutCodes(w, a, b),
  ),
  fc.tuple(column, column, names).map(
    ([a, b, n]): Change =>
      (w) =>
        move(w, (r, c) => ({ row: r, column: swap(c, a, b) }), n),
  ),
  fc.constant((w: WorkbookCells) => ({ ...w, sheets: [{ ...w.sheets[0]!, name: "Sheet1" }, ...w.sheets.slice(1)] })),
);

const drags: fc.Arbitrary<Change> = fc.tuple(row, row).map(
  ([a, b]) =>
    (w) =>
      drag(w, a, b),
);

const losses: fc.Arbitrary<Change> = fc.oneof(
  fc.constant((w: WorkbookCells) => ({ ...w, names: new Map<string, NameTarget>() })),
  fc
    .constantFrom(...Object.keys(TRUE_FIGURES))
    .map((lost): Change => (w) => ({ ...w, names: new Map([...w.names].filter(([name]) => name !== lost)) })),
);

/** Swaps two rows as a sort of the visible columns does: the hidden codes stay. */
function sortWithoutCodes(workbook: WorkbookCells, a: number, b: number): WorkbookCells {
  const coded = [...workbook.sheets[0]!.cells].find(([, { value }]) => value.kind === "text" && value.text === "tong_dang_vien");
  const codes = coded === undefined ? 1 : keyPlace(coded[0]).column;
  return move(workbook, (r, c) => ({ row: c === codes ? r : swap(r, a, b), column: c }), false);
}

function swap(at: number, a: number, b: number): number {
  return at === a ? b : at === b ? a : at;
}

/**
 * Drags the result of one row onto that of another, as Excel does: the name goes along, the one that was there is lost. Without a
 * name nothing tells it from typing another figure, so nothing is done then.
 */
function drag(workbook: WorkbookCells, from: number, to: number): WorkbookCells {
  const table: SheetCells = workbook.sheets[0]!;
  const cell = cellAt(table, from, 4);
  const named = [...workbook.names.values()].some((t) => t.sheet === table.name && t.top === from && t.left === 4);
  if (cell === undefined || from === to || !named) return workbook;
  const cells = new Map(table.cells);
  cells.delete(cellKey(from, 4));
  cells.set(cellKey(to, 4), cell);
  const kept = [...workbook.names].filter(([, t]) => t.sheet !== table.name || t.top !== to || t.left !== 4);
  const moved = kept.map(
    ([name, t]) => [name, t.sheet === table.name && t.top === from && t.left === 4 ? { ...t, top: to, bottom: to } : t] as const,
  );
  return { ...workbook, sheets: [{ ...table, cells }, ...workbook.sheets.slice(1)], names: new Map(moved) };
}

/** Reads a changed form: an error finding, or the figures that were typed. */
function expectSameOrRefused(changes: readonly Change[]): void {
  const definition = smallDefinition();
  const unit = sampleUnit(1);
  const workbook = changes.reduce((w, apply) => apply(w), smallForm(FILLED));
  const { submission, findings } = readSubmission(workbook, definition, smallLayout(), unit);
  const checked = submission === null ? [] : checkSubmission(definition, unit, submission, null);
  if ([...findings, ...checked].some((f) => f.severity === "error")) return;
  assert.deepEqual(Object.fromEntries(submission!.figures.values), TRUE_FIGURES);
}

describe("submission of changed forms", () => {
  const some = { minLength: 1, maxLength: 3 };
  it("is read with the same figures, or refused, when parts moved and names were lost", () => {
    fc.assert(fc.property(fc.array(fc.oneof(moves, losses), some), expectSameOrRefused), { numRuns: 400, seed: 2024 });
  });
  it("is read with the same figures, or refused, when parts moved and inputs were dragged", () => {
    fc.assert(fc.property(fc.array(fc.oneof(moves, drags), some), expectSameOrRefused), { numRuns: 400, seed: 2024 });
  });
});
