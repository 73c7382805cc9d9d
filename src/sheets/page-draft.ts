// A page while it is being drawn: cells, heights, checks and colours are put in any order; `page()` gives the finished data.
import type { Visibility } from "../core/cells.js";
import { cellKey } from "../core/cells.js";
import { numberText } from "../core/figure/number-text.js";
import type { Area, ConditionalStyle, Page, PageCell, PageValue, PrintSetup, Validation } from "./page.js";
import { fillPages } from "./page-fill.js";
import type { RowGroup } from "./page-fill.js";
import type { StyleName } from "./styles.js";
import { STYLES } from "./styles.js";
import { fitHeight } from "./text-fit.js";

/** What a page is from the start; the rest is drawn. */
export interface PageFrame {
  readonly name: string;
  readonly visibility: Visibility;
  readonly columns: Page["columns"];
  readonly print: PrintSetup;
  readonly protected: boolean;
  readonly tab?: "input" | "output" | "help";
}

/** One cell as an area. */
export function cellArea(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

/** Collects what stands on one page. Rows and columns count from 1. */
export class PageDraft {
  readonly validations: Validation[] = [];
  readonly conditions: ConditionalStyle[] = [];
  private readonly rows = new Map<number, Map<number, PageCell>>();
  private readonly heights = new Map<number, number>();
  private readonly merges: Area[] = [];
  private freeze: { rows: number; columns: number } | null = null;
  private repeat: readonly [number, number] | null = null;
  private readonly groups: RowGroup[] = [];

  constructor(readonly frame: PageFrame) {}

  /** Puts a cell; the row grows so that wrapped text shows whole in the width of its column. */
  put(row: number, column: number, cell: PageCell): void {
    this.set(row, column, cell);
    this.grow(row, cell.value, cell.style, this.width(column, column));
  }

  /** Puts a cell that spans columns (and rows); every covered cell gets the look, so that borders close. */
  span(area: Area, cell: PageCell): void {
    const { style, unlocked, format } = cell;
    const covered = {
      value: null,
      style,
      ...(unlocked === true ? { unlocked } : {}),
      ...(format === undefined ? {} : { format }),
    };
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) this.set(row, column, covered);
    }
    this.rows.get(area.top)?.set(area.left, cell);
    if (area.top !== area.bottom || area.left !== area.right) this.merges.push(area);
    if (area.top === area.bottom) this.grow(area.top, cell.value, cell.style, this.width(area.left, area.right));
  }

  /** Puts the same text into one row over several columns. */
  line(row: number, left: number, right: number, value: PageValue, style: StyleName): void {
    this.span({ top: row, left, bottom: row, right }, { value, style });
  }

  /** At least this height, in points. */
  atLeast(row: number, points: number): void {
    this.heights.set(row, Math.max(points, this.heights.get(row) ?? 0));
  }

  /** The row grows for a text that stands in it, or may come to stand there. */
  grow(row: number, value: PageValue, style: StyleName, width: number): void {
    if (typeof value === "string" && value !== "") this.atLeast(row, fitHeight(value, STYLES[style], width));
  }

  /** Characters of width from one column to another, hidden columns left out. */
  width(left: number, right: number): number {
    return this.frame.columns.slice(left - 1, right).reduce((sum, c) => sum + (c.hidden === true ? 0 : c.width), 0);
  }

  freezeAt(rows: number, columns: number): void {
    this.freeze = { rows, columns };
  }

  repeatRows(first: number, last: number): void {
    this.repeat = [first, last];
  }

  /** Rows that stay together on a printed page, such as a heading and the first row below it. */
  keepTogether(first: number, last: number): void {
    this.groups.push({ first, last });
  }

  /** Last row and column in which something stands. */
  extent(): { rows: number; columns: number } {
    const columns = [...this.rows.values()].flatMap((cells) => [...cells.keys()]);
    return { rows: Math.max(0, ...this.rows.keys()), columns: Math.max(0, ...columns) };
  }

  /** Words, numbers and results of formulas by `cellKey`. */
  printed(): ReadonlyMap<number, string> {
    const printed = new Map<number, string>();
    for (const [row, cells] of this.rows) {
      for (const [column, { value, formula }] of cells) {
        if (value !== null || formula !== undefined) printed.set(cellKey(row, column), printedText(value));
      }
    }
    return printed;
  }

  page(): Page {
    const order = [...new Set([...this.rows.keys(), ...this.heights.keys()])].sort((a, b) => a - b);
    const { print } = this.frame;
    const width = this.width(1, this.frame.columns.length);
    const rows = { heights: this.heights, lastRow: order.at(-1) ?? 0, width, print, repeat: this.repeat };
    const heights = this.groups.length === 0 ? this.heights : fillPages(rows, this.groups);
    return {
      ...this.frame,
      rows: order.map((row) => {
        const height = heights.get(row);
        const cells = new Map([...(this.rows.get(row) ?? [])].sort(([a], [b]) => a - b));
        return { row, cells, ...(height === undefined ? {} : { height }) };
      }),
      merges: this.merges,
      validations: this.validations,
      conditions: this.conditions,
      print: this.repeat === null ? this.frame.print : { ...this.frame.print, repeatRows: this.repeat },
      ...(this.freeze === null ? {} : { freeze: this.freeze }),
    };
  }

  private set(row: number, column: number, cell: PageCell): void {
    const cells = this.rows.get(row) ?? new Map<number, PageCell>();
    cells.set(column, cell);
    this.rows.set(row, cells);
  }
}

function printedText(value: PageValue): string {
  if (typeof value === "number") return numberText(value);
  return typeof value === "string" ? value : "";
}
