// The sheet Đối chiếu đơn vị: how every unit stands against every target, live over its row of Tổng hợp.
import { columnLetters } from "../core/cells.js";
import type { Consolidation, UnitResult } from "../core/round/consolidation.js";
import { STATE_WORDS } from "../core/round/coverage.js";
import type { Target } from "../core/definition/target.js";

import { thresholdText, verdictWord } from "../core/verdict/verdict-text.js";
import type { Verdict } from "../core/verdict/verdict.js";
import { unitStanding } from "../core/verdict/verdicts.js";
import type { TableLayout } from "./consolidated-layout.js";
import { kindTest, SHEETS } from "./consolidated-layout.js";
import { laterRow, unitMark } from "./later-row.js";
import { liveTarget } from "./live-formula.js";
import { inputNames } from "./live-names.js";
import { rowReference, usesLists } from "./live-places.js";
import { CODE_HEADING } from "./notes.js";
import type { Area, ConditionalStyle, Page, PageCell, PageRow } from "./page.js";
import { area, cell, headingHeight, live, NOT_ASKED, printSetup, rowHeight, titleRows } from "./table-parts.js";
import { stateColours } from "./tracking.js";
import { behindFormula, resultFormat, resultValue, verdictColours } from "./verdict-cells.js";

const FIXED: readonly { readonly heading: string; readonly width: number }[] = [
  { heading: "STT", width: 6 },
  { heading: CODE_HEADING, width: 12 },
  { heading: "Tên đơn vị", width: 40 },
  { heading: "Trạng thái", width: 14 },
];
const FIXED_WIDTHS = FIXED.map(({ width }) => width);
const STATE = 4;
const ROWS = { label: 3, threshold: 4, part: 5, id: 6 } as const;
const FIRST_ROW = ROWS.id + 1;
const WIDTH = 13;
/** Stands for the row number in formulas that are printed once for all units. */
const ANY_ROW = 1_048_570;

/** A target on the grid: its result, and its verdict when every unit is judged by it. */
interface GridTarget {
  readonly target: Target;
  readonly asks: (kind: string) => boolean;
  readonly column: number;
  /** Null for targets of the whole committee: the unit's own result is shown for information. */
  readonly verdictColumn: number | null;
  /** Live texts around the row number; null when the target asks for lists. */
  readonly result: readonly string[] | null;
  readonly verdict: readonly string[] | null;
}

/** Cells of a target's verdicts over all units, as formulas on other sheets write them: `'Đối chiếu đơn vị'!$F$7:$F$66`; null when units are not judged. */
export type VerdictRanges = ReadonlyMap<string, string>;

export function verdictRanges({ definition }: Pick<Consolidation, "definition">, layout: TableLayout): VerdictRanges {
  const ranges = new Map<string, string>();
  for (const { target, verdictColumn } of gridTargets(definition, layout)) {
    if (verdictColumn === null) continue;
    const letters = columnLetters(verdictColumn);
    ranges.set(
      target.id,
      `'${SHEETS.grid}'!$${letters}$${String(FIRST_ROW)}:$${letters}$${String(lastRow(definition.units.length))}`,
    );
  }
  return ranges;
}

export function verdictGrid(consolidation: Consolidation, layout: TableLayout): Page {
  const { definition, units } = consolidation;
  const targets = gridTargets(definition, layout);
  const widths = [
    ...FIXED.map(({ width }) => width),
    ...targets.flatMap((t) => (t.verdictColumn === null ? [WIDTH] : [WIDTH, WIDTH])),
  ];
  const last = lastRow(units.length);
  return {
    name: SHEETS.grid,
    visibility: "visible",
    columns: widths.map((width) => ({ width })),
    rows: [
      ...titleRows("Kết quả của từng đơn vị so với chỉ tiêu", `Kỳ báo cáo: ${definition.period.label}`),
      ...headingRows(targets),
      ...units.map((result, index) => {
        const facts = { row: FIRST_ROW + index, mark: unitMark(result), columns: widths.length, links: [] };
        return laterRow(facts, () => unitCells(consolidation, result, index, targets, layout));
      }),
    ],
    merges: headingMerges(targets),
    validations: [],
    conditions: [...stateColours(FIRST_ROW, last, STATE, columnLetters(STATE)), ...targets.flatMap((t) => colours(t, last))],
    print: printSetup(widths, [ROWS.label, ROWS.part], 3),
    protected: false,
    freeze: { rows: ROWS.id, columns: 3 },
    filter: area(ROWS.id, 1, last, widths.length),
    tab: "output",
  };
}

function lastRow(units: number): number {
  return FIRST_ROW + Math.max(1, units) - 1;
}

function gridTargets(definition: Consolidation["definition"], layout: TableLayout): GridTarget[] {
  let column = FIXED.length;
  const names = inputNames(definition, rowReference(layout, ANY_ROW, "1"));
  return definition.targets.map((target) => {
    const formulas = usesLists(definition, target) ? null : liveTarget(definition, target, names);
    const around = (text: string): string[] => text.split(String(ANY_ROW));
    const result = formulas === null ? null : around(formulas.ratio ?? formulas.amount);
    const asks = kindTest(target.appliesTo);
    column += 1;
    const first = column;
    if (target.scope === "total") return { target, asks, column: first, verdictColumn: null, result, verdict: null };
    column += 1;
    return {
      target,
      asks,
      column: first,
      verdictColumn: column,
      result,
      verdict: formulas === null ? null : around(formulas.verdict),
    };
  });
}

function headingRows(targets: readonly GridTarget[]): PageRow[] {
  const line = (
    number: number,
    fixed: (index: number) => PageCell,
    first: (t: GridTarget) => PageCell,
    second: (t: GridTarget) => PageCell,
  ): PageRow => {
    const cells = new Map<number, PageCell>();
    FIXED.forEach((_, index) => cells.set(index + 1, fixed(index)));
    for (const t of targets) {
      cells.set(t.column, first(t));
      if (t.verdictColumn !== null) cells.set(t.verdictColumn, second(t));
    }
    return { row: number, cells };
  };
  const blank = cell(null, "tableHead");
  const head = (text: string): PageCell => cell(text, "tableHead");
  const labels = targets.map((t) => ({ heading: headingOf(t.target), width: t.verdictColumn === null ? WIDTH : 2 * WIDTH }));
  const thresholds = targets.map((t, index) => ({ heading: thresholdText(t.target), width: labels[index]!.width }));
  return [
    {
      ...line(
        ROWS.label,
        (index) => head(FIXED[index]!.heading),
        (t) => head(headingOf(t.target)),
        () => blank,
      ),
      height: headingHeight(labels),
    },
    {
      ...line(
        ROWS.threshold,
        () => blank,
        (t) => head(thresholdText(t.target)),
        () => blank,
      ),
      height: headingHeight(thresholds),
    },
    {
      ...line(
        ROWS.part,
        () => blank,
        (t) => head(t.verdictColumn === null ? "Tham khảo" : "Kết quả"),
        () => head("Đánh giá"),
      ),
      height: 20,
    },
    {
      ...line(
        ROWS.id,
        () => cell(null, "idRow"),
        (t) => cell(t.target.id, "idRow"),
        () => cell(null, "idRow"),
      ),
      height: 16,
    },
  ];
}

function headingOf(target: Target): string {
  return target.clause === "" ? target.label : `${target.clause}. ${target.label}`;
}

function headingMerges(targets: readonly GridTarget[]): Area[] {
  const tall = FIXED.map((_, index) => area(ROWS.label, index + 1, ROWS.part, index + 1));
  const wide = targets.flatMap(({ column, verdictColumn }) =>
    verdictColumn === null
      ? []
      : [area(ROWS.label, column, ROWS.label, verdictColumn), area(ROWS.threshold, column, ROWS.threshold, verdictColumn)],
  );
  return [...tall, ...wide];
}

function unitCells(
  { definition, previous }: Consolidation,
  result: UnitResult,
  index: number,
  targets: readonly GridTarget[],
  layout: TableLayout,
): Pick<PageRow, "cells" | "height"> {
  const { unit, state, figures } = result;
  const standing = figures === null ? [] : unitStanding(definition, unit, figures, previous.get(unit.code) ?? null);
  const verdicts = new Map([...result.verdicts, ...standing].map((verdict) => [verdict.target, verdict]));
  const cells = new Map<number, PageCell>([
    [1, cell(index + 1, "center")],
    [2, cell(unit.code, "text")],
    [3, cell(unit.name, "label")],
    [STATE, cell(STATE_WORDS[state], "center")],
  ]);
  for (const grid of targets) {
    const asked = grid.asks(unit.kind);
    const verdict = verdicts.get(grid.target.id) ?? null;
    const row = String(layout.firstRow + index);
    cells.set(grid.column, asked ? resultCell(grid, verdict, row) : NOT_ASKED);
    if (grid.verdictColumn !== null) cells.set(grid.verdictColumn, asked ? wordCell(grid, verdict, row) : NOT_ASKED);
  }
  return { cells, height: rowHeight(cells, FIXED_WIDTHS) };
}

function resultCell({ target, result }: GridTarget, verdict: Verdict | null, row: string): PageCell {
  if (verdict === null) return cell(null, "number");
  const value = resultValue(verdict);
  const format = resultFormat(target, verdict);
  return result === null ? cell(value, "number", format) : live(result.join(row), value, "number", format);
}

function wordCell({ verdict: formula }: GridTarget, verdict: Verdict | null, row: string): PageCell {
  if (verdict === null) return cell(null, "center");
  return formula === null ? cell(verdictWord(verdict), "center") : live(formula.join(row), verdictWord(verdict), "center");
}

function colours({ target, column, verdictColumn }: GridTarget, last: number): ConditionalStyle[] {
  if (verdictColumn !== null) return verdictColours(area(FIRST_ROW, verdictColumn, last, verdictColumn));
  if (target.measure !== "%") return [];
  const first = `${columnLetters(column)}${String(FIRST_ROW)}`;
  return [{ area: area(FIRST_ROW, column, last, column), formula: behindFormula(target, first), style: "attention" }];
}
