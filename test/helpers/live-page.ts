// Small pages to write into an open workbook, and the sentence with which writing is refused.
import assert from "node:assert/strict";
import { LiveFault } from "../../src/addin/live-fault.js";
import type { Book, Page } from "../../src/sheets/page.js";

/** A page with these values from A1 on. */
export function page(name: string, rows: readonly (readonly (string | number | null)[])[], more: Partial<Page> = {}): Page {
  return {
    name,
    visibility: "visible",
    columns: [{ width: 10 }],
    rows: rows.map((line, i) => ({
      row: i + 1,
      cells: new Map(line.map((value, j) => [j + 1, { value, style: "text" as const }])),
    })),
    merges: [],
    validations: [],
    conditions: [],
    print: { landscape: true, margins: { top: 10, bottom: 10, left: 10, right: 10 } },
    protected: false,
    tab: "output",
    ...more,
  };
}

export function bookWith(...pages: readonly Page[]): Book {
  return { title: "thử", pages, names: [] };
}

/** What is said when a writing is refused; it must be. */
export async function refusal(writing: Promise<unknown>): Promise<string> {
  const error: unknown = await writing.then(
    () => assert.fail("it was written"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof LiveFault, String(error));
  return error.message;
}
