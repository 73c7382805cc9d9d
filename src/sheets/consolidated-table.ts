// The sheet Tổng hợp: one row a unit, one column a field, live totals on top, a link to the file that each row came from.
import { columnLetters } from "../core/cells.js";
import type { Consolidation, Member, UnitResult } from "../core/round/consolidation.js";
import { membersOf } from "../core/round/consolidation.js";
import { STATE_WORDS } from "../core/round/coverage.js";
import { coverageLine } from "../core/round/coverage-text.js";
import type { Field } from "../core/definition/field.js";
import type { FigureValue } from "../core/figure/figures.js";
import { NO_FIGURES } from "../core/figure/figures.js";
import { totalFigures, totalScope } from "../core/verdict/scope.js";
import { resolutionName } from "../core/definition/resolution.js";
import { tidy } from "../core/text.js";
import type { Group, TableLayout } from "./consolidated-layout.js";
import { columnRange, kindTest, SHEETS, TABLE_COLUMNS, TABLE_ROWS } from "./consolidated-layout.js";
import { fileCell } from "./findings-page.js";
import type { LinkTo } from "./findings-page.js";
import { laterRow, linkFacts, unitMark } from "./later-row.js";
import { CODE_HEADING, NOTE_HEADING, noteOf } from "./notes.js";
import type { Notes } from "./notes.js";
import type { Area, Page, PageCell, PageRow } from "./page.js";
import {
  area,
  cell,
  decimalPlaces,
  figureCell,
  headingHeight,
  live,
  NOT_ASKED,
  rowHeight,
  numberFormat,
  printSetup,
  titleRows,
} from "./table-parts.js";
import { STYLES } from "./styles.js";
import { fitHeight } from "./text-fit.js";
import { stateColours } from "./tracking.js";

/** A column of figures: a field of this period, or of the period before. */
interface FigureColumn {
  readonly column: number;
  readonly id: string;
  readonly field: Field;
  readonly section: string;
  readonly width: number;
  readonly before: boolean;
  readonly asks: (kind: string) => boolean;
}

const FIXED_HEADINGS: readonly { readonly heading: string; readonly width: number }[] = [
  { heading: "STT", width: 6 },
  { heading: CODE_HEADING, width: 12 },
  { heading: "Tên đơn vị", width: 40 },
  { heading: "Loại đơn vị", width: 18 },
  { heading: "Trạng thái", width: 14 },
  { heading: "Lần báo cáo", width: 8 },
  { heading: "Nguồn số liệu", width: 34 },
];
const NOTE_WIDTH = 30;
/** The label of a sum runs over code and name. */
const LABEL_WIDTH = FIXED_HEADINGS[1]!.width + FIXED_HEADINGS[2]!.width;

export function consolidatedTable(consolidation: Consolidation, layout: TableLayout, notes: Notes, linkTo: LinkTo): Page {
  const columns = figureColumns(consolidation, layout);
  const widths = [...FIXED_HEADINGS.map(({ width }) => width), ...columns.map(({ width }) => width), NOTE_WIDTH];
  return {
    name: SHEETS.table,
    visibility: "visible",
    columns: widths.map((width) => ({ width })),
    rows: [
      ...titleRows(
        titleOf(consolidation),
        `Kỳ báo cáo: ${consolidation.definition.period.label} · ${coverageLine(consolidation)}`,
      ),
      ...headingRows(columns, layout),
      ...sumRows(consolidation, columns, layout),
      idRow(columns, layout),
      ...consolidation.units.map((result, index) =>
        unitRow(consolidation, result, index, columns, widths, layout, notes, linkTo),
      ),
    ],
    merges: headingMerges(columns, layout),
    validations: [],
    conditions: stateColours(layout.firstRow, layout.lastRow, TABLE_COLUMNS.state, columnLetters(TABLE_COLUMNS.state)),
    print: printSetup(widths, [TABLE_ROWS.section, TABLE_ROWS.measure], TABLE_COLUMNS.name),
    protected: false,
    freeze: { rows: layout.idRow, columns: TABLE_COLUMNS.name },
    filter: area(layout.idRow, 1, layout.lastRow, layout.noteColumn),
    tab: "output",
  };
}

function titleOf({ definition }: Consolidation): string {
  return `Bảng tổng hợp số liệu thực hiện ${resolutionName(definition.resolution)}`;
}

function figureColumns({ definition }: Consolidation, layout: TableLayout): FigureColumn[] {
  const columnOf = (field: Field, column: number, before: boolean): FigureColumn => ({
    column,
    id: before ? `${field.id}_ky_truoc` : field.id,
    field,
    section: before ? "Kỳ trước" : field.section,
    width: field.type === "text" ? 30 : 13,
    before,
    asks: kindTest(field.appliesTo),
  });
  const fields = new Map(definition.fields.map((field) => [field.id, field]));
  return [
    ...[...layout.fields].map(([id, column]) => columnOf(fields.get(id)!, column, false)),
    ...[...layout.previous].map(([id, column]) => columnOf(fields.get(id)!, column, true)),
  ];
}

/** Section over label over measure; the columns before and behind the figures span the three rows. */
function headingRows(columns: readonly FigureColumn[], layout: TableLayout): PageRow[] {
  const blank = cell(null, "tableHead");
  const framed = (texts: (column: FigureColumn) => string, fixedTexts: boolean): Map<number, PageCell> => {
    const cells = new Map<number, PageCell>();
    FIXED_HEADINGS.forEach(({ heading }, index) => cells.set(index + 1, fixedTexts ? cell(heading, "tableHead") : blank));
    for (const column of columns) cells.set(column.column, cell(texts(column), "tableHead"));
    return cells.set(layout.noteColumn, fixedTexts ? cell(NOTE_HEADING, "tableHead") : blank);
  };
  const labels = columns.map(({ field, width }) => ({ heading: field.label, width }));
  const sections = framed(({ section }) => section, true);
  return [
    { row: TABLE_ROWS.section, cells: sections, height: sectionHeight(columns) },
    { row: TABLE_ROWS.label, cells: framed(({ field }) => field.label, false), height: headingHeight(labels) },
    { row: TABLE_ROWS.measure, cells: framed(({ field }) => field.measure, false), height: 18 },
  ];
}

function sectionHeight(columns: readonly FigureColumn[]): number {
  return headingHeight(
    sectionRuns(columns).map((run) => ({ heading: run[0]!.section, width: run.reduce((sum, { width }) => sum + width, 0) })),
  );
}

function headingMerges(columns: readonly FigureColumn[], layout: TableLayout): Area[] {
  const tall = [...FIXED_HEADINGS.keys()].map((index) => index + 1).concat(layout.noteColumn);
  const spans = sectionRuns(columns).filter((run) => run.length > 1);
  return [
    ...tall.map((column) => area(TABLE_ROWS.section, column, TABLE_ROWS.measure, column)),
    ...[TABLE_ROWS.total, ...layout.groups.map((group) => group.row)].map((row) =>
      area(row, TABLE_COLUMNS.code, row, TABLE_COLUMNS.name),
    ),
    ...spans.map((run) => area(TABLE_ROWS.section, run[0]!.column, TABLE_ROWS.section, run.at(-1)!.column)),
  ];
}

/** Neighbouring columns of one section. */
function sectionRuns(columns: readonly FigureColumn[]): FigureColumn[][] {
  const runs: FigureColumn[][] = [];
  for (const column of columns) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]!.section === column.section) run.push(column);
    else runs.push([column]);
  }
  return runs;
}

/** The total of all units, and of each group of kinds that some target addresses. */
function sumRows(consolidation: Consolidation, columns: readonly FigureColumn[], layout: TableLayout): PageRow[] {
  const all: Group = { row: TABLE_ROWS.total, label: "TỔNG CỘNG", kinds: [] };
  return [
    sumRow(consolidation, columns, layout, all, null),
    ...layout.groups.map((group) => sumRow(consolidation, columns, layout, group, group.kinds)),
  ];
}

function sumRow(
  consolidation: Consolidation,
  columns: readonly FigureColumn[],
  layout: TableLayout,
  group: Group,
  kinds: readonly string[] | null,
): PageRow {
  const { definition, units, previous } = consolidation;
  const members = kinds === null ? membersOf(units) : membersOfKinds(units, kinds);
  const totals = kinds === null ? consolidation.totals : totalFigures(definition, members);
  const scope = layout.previous.size === 0 ? null : totalScope(definition, members, previous);
  const cells = new Map<number, PageCell>();
  for (let column = 1; column <= layout.noteColumn; column++) cells.set(column, cell(null, "totalLabel"));
  cells.set(TABLE_COLUMNS.code, cell(group.label, "totalLabel"));
  cells.set(TABLE_COLUMNS.state, live(unitCount(layout, kinds), members.length, "total", '0" đơn vị"'));
  for (const column of columns) {
    const found = column.before ? scope?.(column.id) : totals.values.get(column.id);
    cells.set(column.column, sumCell(consolidation, column, layout, kinds, typeof found === "number" ? found : null));
  }
  return { row: group.row, cells, height: Math.max(20, fitHeight(group.label, STYLES.totalLabel, LABEL_WIDTH)) };
}

function membersOfKinds(units: readonly UnitResult[], kinds: readonly string[]): Member[] {
  const asks = kindTest(kinds);
  return kinds.length === 0 ? [] : membersOf(units).filter(({ unit }) => asks(unit.kind));
}

/** Live sum over the units' cells; really empty where nobody gave a figure, so that blank stays blank in formulas. */
function sumCell(
  { units }: Consolidation,
  { field, column }: FigureColumn,
  layout: TableLayout,
  kinds: readonly string[] | null,
  value: number | null,
): PageCell {
  if (value === null) return cell(null, "total");
  const range = columnRange(layout, column);
  if (field.type === "yesno") return live(countYes(layout, range, kinds), value, "total", "#,##0");
  const sum =
    kinds === null ? `SUM(${range})` : kinds.map((kind) => `SUMIF(${kindRange(layout)},${criterion(kind)},${range})`).join("+");
  const places =
    field.type === "decimal" ? Math.max(...units.map(({ figures }) => placesOf(figures?.values.get(field.id) ?? null))) : 0;
  return live(places > 0 ? `ROUND(${sum},${String(places)})` : sum, value, "total", numberFormat(value));
}

function placesOf(value: FigureValue): number {
  return typeof value === "number" ? decimalPlaces(value) : 0;
}

function countYes(layout: TableLayout, range: string, kinds: readonly string[] | null): string {
  if (kinds === null) return `COUNTIF(${range},"Có")`;
  return kinds.map((kind) => `COUNTIFS(${kindRange(layout)},${criterion(kind)},${range},"Có")`).join("+");
}

/** How many units count: those received, with or without an explanation asked for. */
function unitCount(layout: TableLayout, kinds: readonly string[] | null): string {
  const states = columnRange(layout, TABLE_COLUMNS.state);
  const counted = [STATE_WORDS.received, STATE_WORDS.explain];
  if (kinds === null) return counted.map((word) => `COUNTIF(${states},"${word}")`).join("+");
  const parts = kinds.flatMap((kind) =>
    counted.map((word) => `COUNTIFS(${kindRange(layout)},${criterion(kind)},${states},"${word}")`),
  );
  return parts.length === 0 ? "0" : parts.join("+");
}

function kindRange(layout: TableLayout): string {
  return columnRange(layout, TABLE_COLUMNS.kind);
}

/** A kind as a criterion of SUMIF: exactly this text; `*`, `?` and `~` stand for themselves. */
function criterion(kind: string): string {
  return `"=${kind.replace(/[*?~]/gu, "~$&").replace(/"/gu, '""')}"`;
}

/** Field ids: they say what each column is to formulas and to the reader of this workbook, and carry the filter. */
function idRow(columns: readonly FigureColumn[], layout: TableLayout): PageRow {
  const cells = new Map<number, PageCell>();
  for (let column = 1; column <= layout.noteColumn; column++) cells.set(column, cell(null, "idRow"));
  for (const { column, id } of columns) cells.set(column, cell(id, "idRow"));
  return { row: layout.idRow, cells, height: 16 };
}

function unitRow(
  consolidation: Consolidation,
  result: UnitResult,
  index: number,
  columns: readonly FigureColumn[],
  widths: readonly number[],
  layout: TableLayout,
  notes: Notes,
  linkTo: LinkTo,
): PageRow {
  const source = fileCell(result.file?.path ?? "", index, linkTo);
  const note = noteOf(notes, SHEETS.table, result.unit.code);
  const facts = {
    row: layout.firstRow + index,
    mark: unitMark(result, source.link ?? null, note),
    columns: layout.noteColumn,
    links: linkFacts(TABLE_COLUMNS.source, source),
  };
  return laterRow(facts, () => unitCells(consolidation, result, index, columns, widths, layout, source, note));
}

function unitCells(
  { previous }: Consolidation,
  { unit, state, file, figures }: UnitResult,
  index: number,
  columns: readonly FigureColumn[],
  widths: readonly number[],
  layout: TableLayout,
  source: PageCell,
  note: string,
): Pick<PageRow, "cells" | "height"> {
  const cells = new Map<number, PageCell>([
    [TABLE_COLUMNS.number, cell(index + 1, "center")],
    [TABLE_COLUMNS.code, cell(unit.code, "text")],
    [TABLE_COLUMNS.name, cell(unit.name, "label")],
    [TABLE_COLUMNS.kind, cell(tidy(unit.kind), "label")],
    [TABLE_COLUMNS.state, cell(STATE_WORDS[state], "center")],
    [TABLE_COLUMNS.submission, cell(file?.submissionNumber ?? null, "center")],
    [TABLE_COLUMNS.source, source],
  ]);
  const now = figures?.values ?? NO_FIGURES.values;
  const earlier = previous.get(unit.code)?.values ?? NO_FIGURES.values;
  for (const { column, field, before, asks } of columns) {
    const value = now.get(field.id) ?? null;
    const shown = before ? (value === null ? null : (earlier.get(field.id) ?? null)) : value;
    cells.set(column, asks(unit.kind) ? figureCell(field, shown) : NOT_ASKED);
  }
  cells.set(layout.noteColumn, cell(note, "label"));
  return { cells, height: rowHeight(cells, widths) };
}
