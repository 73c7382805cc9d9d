// Headings are not left at the foot of a printed page: the rows before them grow until they move to the next page.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readDefinitionText } from "../../src/core/definition/definition-json.js";
import { formBook } from "../../src/sheets/form.js";
import type { Page } from "../../src/sheets/page.js";
import { fillPages, roomOf } from "../../src/sheets/page-fill.js";
import type { PageRows } from "../../src/sheets/page-fill.js";
import { beginRound } from "../../src/workflow.js";
import { TEMPLATES } from "../helpers/filled-round.js";
import { unitOf } from "../helpers/formula-definition.js";

/** Upright A4 with 20 mm all around holds 728.5 points of rows at full size; 80 characters fit its width. */
const PRINT = { landscape: false, margins: { top: 20, bottom: 20, left: 20, right: 20 } };

function rowsOf(count: number, points: number, more: Partial<PageRows> = {}): PageRows {
  const heights = new Map(Array.from({ length: count }, (_, i) => [i + 1, points] as const));
  return { heights, lastRow: count, width: 80, print: PRINT, repeat: null, ...more };
}

/** First rows of the pages on which these rows come out when a page holds so many points. */
function pageStarts(heights: ReadonlyMap<number, number>, capacity: number, repeated = 0): number[] {
  const starts = [1];
  let used = 0;
  for (const [row, height] of heights) {
    if (used + height > capacity) {
      starts.push(row);
      used = repeated;
    }
    used += height;
  }
  return starts;
}

/** The sheet Báo cáo of the forms of all templates, one for each kind of unit, with the name of the form. */
function reportPages(): (readonly [string, Page])[] {
  return readdirSync(TEMPLATES).flatMap((file) => {
    const template = readDefinitionText(readFileSync(path.join(TEMPLATES, file), "utf8")).definition!;
    const kinds = new Set(["đảng bộ cơ sở", ...[...template.fields, ...template.targets].flatMap((part) => part.appliesTo)]);
    return [...kinds].flatMap((kind) => {
      const { definition } = beginRound({ template, units: [unitOf("DV1", kind)], period: "2024-H1", settings: [] });
      const page = formBook(definition!, definition!.units[0]!).pages.find(({ name }) => name === "Báo cáo");
      return [[`${file}, ${kind}`, page!] as const];
    });
  });
}

describe("sheets/page-fill", () => {
  it("leaves rows as they are when no group stands at the end of a page", () => {
    const rows = rowsOf(60, 20);
    assert.deepEqual([...fillPages(rows, [{ first: 10, last: 12 }])], [...rows.heights]);
  });

  it("moves a heading whose first row would be on the next page, whatever a program gets onto a page within a few hundredths", () => {
    // 36 rows of 20 points fit: row 36 is the heading, row 37 what belongs to it.
    const stretched = fillPages(rowsOf(60, 20), [{ first: 36, last: 37 }]);
    assert.deepEqual(pageStarts(rowsOf(60, 20).heights, 728.5), [1, 37]);
    for (const capacity of [721, 728.5, 736, 748]) assert.ok([35, 36].includes(pageStarts(stretched, capacity)[1]!), "not alone");
    const grown = [...stretched].filter(([, height]) => height !== 20);
    assert.deepEqual(
      grown.map(([row]) => row),
      Array.from({ length: 35 }, (_, i) => i + 1),
    );
    assert.ok(grown.every(([, height]) => height < 22));
  });

  it("counts the rows that repeat on the next pages, and never stretches them", () => {
    const rows = rowsOf(100, 20, { repeat: [1, 2] });
    // 36 rows, then the heading of two rows and 34 more: row 70 is the last on the second page.
    const stretched = fillPages(rows, [{ first: 70, last: 71 }]);
    assert.deepEqual([stretched.get(1), stretched.get(2)], [20, 20]);
    for (const capacity of [718, 728.5, 736, 745, 753])
      assert.ok(!pageStarts(stretched, capacity, 40).includes(71), `not left behind with ${String(capacity)} points a page`);
    assert.ok(stretched.get(37)! > 20 && stretched.get(36) === 20);
  });

  it("reckons with the scale at which wide columns fit", () => {
    // At half size twice as much fits: rows 1 to 72.
    const stretched = fillPages(rowsOf(90, 20, { width: 160 }), [
      { first: 36, last: 37 },
      { first: 72, last: 74 },
    ]);
    assert.equal(stretched.get(36), stretched.get(1));
    assert.equal(pageStarts(rowsOf(90, 20).heights, 1457)[1], 73);
    assert.ok([70, 71, 72].includes(pageStarts(stretched, 1457)[1]!), "with its rows on the next page");
  });

  it("stretches no row that is empty: it is printed as high as ever", () => {
    const rows = rowsOf(60, 20);
    const heights = new Map(rows.heights);
    heights.delete(10);
    const stretched = fillPages({ ...rows, heights }, [{ first: 36, last: 37 }]);
    assert.ok(stretched.get(9)! > 20 && !stretched.has(10));
  });

  it("prints the signature of every form with two rows of the table, whatever a program gets onto a page", () => {
    for (const [form, page] of reportPages()) {
      const heights = new Map(Array.from({ length: page.rows.at(-1)!.row }, (_, i) => [i + 1, 15]));
      for (const { row, height } of page.rows) if (height !== undefined) heights.set(row, height);
      const width = page.columns.reduce((sum, column) => sum + (column.hidden === true ? 0 : column.width), 0);
      const signature = page.rows.find(({ cells }) => [...cells.values()].some(({ value }) => value === "Nơi nhận:"))!.row;
      const above = page.rows.filter(({ row, cells }) => row < signature && cells.size > 0).map(({ row }) => row);
      const [first, repeat] = [above.at(-2)!, page.print.repeatRows!];
      for (const share of [0.985, 0.995, 1, 1.007, 1.014, 1.021, 1.028, 1.035]) {
        const points = share * roomOf({ print: page.print, width });
        const starts = pageStarts(heights, points, heights.get(repeat[0])!);
        const torn = starts.filter((row) => row > first && row <= page.rows.at(-1)!.row);
        assert.deepEqual(torn, [], `${form} with ${String(share)} of the reckoned room`);
      }
    }
  });

  it("keeps a group longer than half a page where it is when it stands at the top", () => {
    const rows = rowsOf(50, 20);
    assert.deepEqual([...fillPages(rows, [{ first: 2, last: 45 }])], [...rows.heights]);
  });
});
