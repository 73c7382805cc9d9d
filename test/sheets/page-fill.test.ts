// Headings are not left at the foot of a printed page: the rows before them grow until they move to the next page.
import assert from "node:assert/strict";
import { fillPages } from "../../src/sheets/page-fill.js";
import type { PageRows } from "../../src/sheets/page-fill.js";

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
    assert.ok([69, 70].includes(pageStarts(stretched, 728.5, 40)[2]!), "not left behind");
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

  it("keeps a group longer than half a page where it is when it stands at the top", () => {
    const rows = rowsOf(50, 20);
    assert.deepEqual([...fillPages(rows, [{ first: 2, last: 45 }])], [...rows.heights]);
  });
});
