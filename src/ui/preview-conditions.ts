// Colours of a preview: the conditions of a page that only compare one cell with words. Others are left to the spreadsheet.
import { parseAddress } from "../core/cells.js";
import type { Page, PageRow } from "../sheets/page.js";
import type { ConditionName } from "../sheets/styles.js";

/** `G7="Đạt"`, `LEFT($G7,3)="Đạt"`; both with `$` anywhere in the address. */
const TEST = /^(?:LEFT\()?(\$?[A-Z]{1,3}\$?\d+)(?:,(\d+)\))?="([^"]*)"$/u;

interface Test {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
  readonly letters: number | null;
  readonly word: string;
}

const known = new Map<string, readonly Test[]>();

/** The first condition that holds at a cell of the page; null when none does or none can be judged here. */
export function conditionAt(page: Page, row: number, column: number): ConditionName | null {
  for (const { area, formula, style } of page.conditions) {
    if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
    const holds = testsOf(formula).some((test) => {
      const text = textAt(
        page,
        test.fixedRow ? test.row : test.row + row - area.top,
        test.fixedColumn ? test.column : test.column + column - area.left,
      );
      return (test.letters === null ? text : text.slice(0, test.letters)) === test.word;
    });
    if (holds) return style;
  }
  return null;
}

/** Alternatives of a formula: one test, or those within OR; empty when it is of another kind. */
function testsOf(formula: string): readonly Test[] {
  const before = known.get(formula);
  if (before !== undefined) return before;
  const inner = /^OR\((.*)\)$/u.exec(formula)?.[1];
  const parts = (inner === undefined ? [formula] : inner.split(/,(?=\$?[A-Z]+\$?\d+=|LEFT\()/u)).map(testOf);
  const tests = parts.every((part) => part !== null) ? parts.filter((part) => part !== null) : [];
  known.set(formula, tests);
  return tests;
}

function testOf(text: string): Test | null {
  const match = TEST.exec(text);
  const place = match === null ? null : parseAddress(match[1]!);
  if (match === null || place === null) return null;
  return {
    ...place,
    fixedRow: /\$\d/u.test(match[1]!),
    fixedColumn: match[1]!.startsWith("$"),
    letters: match[2] === undefined ? null : Number(match[2]),
    word: match[3]!,
  };
}

const rowsOf = new WeakMap<Page, ReadonlyMap<number, PageRow>>();

function textAt(page: Page, row: number, column: number): string {
  const rows = rowsOf.get(page) ?? new Map(page.rows.map((one) => [one.row, one]));
  rowsOf.set(page, rows);
  const value = rows.get(row)?.cells.get(column)?.value;
  return typeof value === "string" ? value : "";
}
