// One sheet a list: the rows of every unit one below the other, with the unit in front, so that one formula counts over all of them.
import type { Consolidation, Member } from "../core/round/consolidation.js";
import { membersOf } from "../core/round/consolidation.js";
import type { Definition } from "../core/definition/definition.js";
import type { Field, List } from "../core/definition/field.js";
import { columnName } from "../core/definition/field.js";
import type { ListRow } from "../core/figure/figures.js";
import { columnLetters } from "../core/cells.js";
import { foldText } from "../core/text.js";
import { onSheet, SHEETS } from "./consolidated-layout.js";
import { CODE_HEADING } from "./notes.js";
import type { Page } from "./page.js";
import { cell, figureCell, HEADING_ROW, tablePage } from "./table-parts.js";
import type { TableColumn } from "./table-parts.js";

/** Columns before the list's own: number within the unit, code, name. */
export const LIST_FIRST_COLUMN = 4;
const FIRST_ROW = HEADING_ROW + 1;
/** Heading of the number of a row within its unit. */
export const LIST_NUMBER_HEADING = "Dòng";
const LONGEST_NAME = 31;

interface Line {
  readonly member: Member;
  readonly number: number;
  readonly values: ListRow;
}

/** Sheet name of every list: legal in Excel, unlike every other sheet's. */
export function listSheets(definition: Definition): ReadonlyMap<string, string> {
  const taken = new Set<string>(Object.values(SHEETS).map(foldText));
  const names = new Map<string, string>();
  for (const list of definition.lists) {
    const name = freeName(list.label, taken);
    taken.add(foldText(name));
    names.set(list.id, name);
  }
  return names;
}

function freeName(label: string, taken: ReadonlySet<string>): string {
  const legal =
    label
      .replace(/[[\]:*?/\\]/gu, " ")
      .replace(/\s+/gu, " ")
      .replace(/^[ ']+|[ ']+$/gu, "") || "Danh sách";
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` (${String(n)})`;
    const name = legal.slice(0, LONGEST_NAME - suffix.length).trimEnd() + suffix;
    if (!taken.has(foldText(name))) return name;
  }
}

/** The sheets of all lists, in the order of the definition. */
export function listPages(consolidation: Consolidation): Page[] {
  const members = membersOf(consolidation.units);
  const sheets = listSheets(consolidation.definition);
  return consolidation.definition.lists.map((list) => listPage(list, sheets.get(list.id)!, members));
}

function listPage(list: List, sheet: string, members: readonly Member[]): Page {
  const lines = linesOf(list, members);
  const units = new Set(lines.map((line) => line.member.unit.code)).size;
  const page = tablePage<Line>({
    sheet,
    title: list.label,
    subtitle: `${String(lines.length)} dòng của ${String(units)} đơn vị`,
    columns: columnsOf(list),
    items: lines,
    keep: 3,
    empty: "Chưa có đơn vị nào ghi vào danh sách này.",
  });
  return page;
}

function linesOf(list: List, members: readonly Member[]): Line[] {
  return members.flatMap((member) =>
    (member.figures.lists.get(list.id) ?? []).map((values, index) => ({ member, number: index + 1, values })),
  );
}

/** Heading of a list's column: `Số người tham gia (người)`. */
export function listHeading(column: Pick<Field, "label" | "measure">): string {
  return column.measure === "" ? column.label : `${column.label} (${column.measure})`;
}

function columnsOf(list: List): TableColumn<Line>[] {
  const own = list.columns.map((column): TableColumn<Line> => ({
    heading: listHeading(column),
    width: column.type === "text" ? 40 : 16,
    cell: ({ values }) => figureCell(column, values.get(column.id) ?? null),
  }));
  return [
    { heading: LIST_NUMBER_HEADING, width: 7, cell: ({ number }) => cell(number, "center") },
    { heading: CODE_HEADING, width: 12, cell: ({ member }) => cell(member.unit.code, "text") },
    { heading: "Tên đơn vị", width: 34, cell: ({ member }) => cell(member.unit.name, "label") },
    ...own,
  ];
}

/** Where the column of a list stands, as formulas write it: `'Mô hình'!$D$5:$D$104`, by `<list>_<column>`. An empty list gives one blank cell. */
export function listRanges(consolidation: Consolidation): ReadonlyMap<string, string> {
  const members = membersOf(consolidation.units);
  const sheets = listSheets(consolidation.definition);
  const ranges = new Map<string, string>();
  for (const list of consolidation.definition.lists) {
    const last = FIRST_ROW + Math.max(1, linesOf(list, members).length) - 1;
    list.columns.forEach((column, index) => {
      const letters = columnLetters(LIST_FIRST_COLUMN + index);
      const range = `$${letters}$${String(FIRST_ROW)}:$${letters}$${String(last)}`;
      ranges.set(columnName(list, column), onSheet(sheets.get(list.id)!, range));
    });
  }
  return ranges;
}
