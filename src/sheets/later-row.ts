// Rows that are made when somebody looks at them: of a large round that is printed again, most stand as they stood before.
import type { UnitResult } from "../core/round/consolidation.js";
import { textMark } from "./mark.js";
import type { Book, PageCell, PageRow, RowFacts, RowLink } from "./page.js";

type Made = Pick<PageRow, "cells" | "height">;

/** A row of which only the facts are known until its cells or its height are asked for. */
export function laterRow(facts: RowFacts, make: () => Made): PageRow {
  return new LaterRow(facts, make);
}

class LaterRow implements PageRow {
  readonly row: number;
  private made: Made | null = null;

  constructor(
    readonly facts: RowFacts,
    private readonly make: () => Made,
  ) {
    this.row = facts.row;
  }

  get cells(): PageRow["cells"] {
    return (this.made ??= this.make()).cells;
  }

  get height(): number | undefined {
    return (this.made ??= this.make()).height;
  }
}

/** The row as plain data, which can be copied and sent. */
export function plainRow(line: PageRow): PageRow {
  const { row, cells, height, hidden } = line;
  return { row, cells, ...(height === undefined ? {} : { height }), ...(hidden === undefined ? {} : { hidden }) };
}

/** The book as plain data, which can be copied and sent: all its rows are made. */
export function plainBook(book: Book): Book {
  return { ...book, pages: book.pages.map((page) => ({ ...page, rows: page.rows.map(plainRow) })) };
}

/** The address that a cell opens, as a fact of its row. */
export function linkFacts(column: number, { link, value }: PageCell): readonly RowLink[] {
  return link === undefined || typeof value !== "string" || value === "" ? [] : [{ column, link }];
}

/** The addresses that the cells of a row open. */
export function rowLinks(line: PageRow): readonly RowLink[] {
  return line.facts?.links ?? [...line.cells].flatMap(([column, cell]) => linkFacts(column, cell));
}

const sayings = new WeakMap<UnitResult, string>();

/** What the rows of a unit depend on; put together once for all sheets. */
function saying(result: UnitResult): string {
  const known = sayings.get(result);
  if (known !== undefined) return known;
  const { state, file, figures } = result;
  const made = JSON.stringify([state, file?.sha256, file?.path, file?.submissionNumber, figures !== null]);
  sayings.set(result, made);
  return made;
}

/** Mark of a row that says what became of a unit: its figures follow from the bytes of its file. */
export function unitMark(result: UnitResult, ...more: readonly (string | number | null)[]): number {
  return textMark(saying(result) + (more.length === 0 ? "" : JSON.stringify(more)));
}
