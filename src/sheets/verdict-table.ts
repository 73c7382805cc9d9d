// The sheet Đối chiếu: one row a target with its live result over the totals, verdict, gap, and how many units stand behind it.
import type { Consolidation } from "../core/round/consolidation.js";
import { coverageLine } from "../core/round/coverage-text.js";
import { kindsOf, kindTest, SHEETS, sumRow } from "./consolidated-layout.js";
import type { TableLayout } from "./consolidated-layout.js";
import { resolutionName } from "../core/definition/resolution.js";
import type { Target } from "../core/definition/target.js";

import { gapMeasure, isUnitCount, thresholdText, VERDICT_WORDS, verdictWord } from "../core/verdict/verdict-text.js";
import type { Verdict } from "../core/verdict/verdict.js";
import type { LiveTarget } from "./live-formula.js";
import { liveTarget } from "./live-formula.js";
import { totalNames } from "./live-names.js";
import { rowReference, unitCountCell, usesLists } from "./live-places.js";
import { NOTE_HEADING, noteOf, TARGET_HEADING } from "./notes.js";
import type { Notes } from "./notes.js";
import type { Page, PageCell } from "./page.js";
import { listRanges } from "./stacked-list.js";
import { area, cell, HEADING_ROW, live, numberFormat, tablePage } from "./table-parts.js";
import type { TableColumn } from "./table-parts.js";
import { amountValue, resultFormat, resultValue, verdictColours } from "./verdict-cells.js";
import type { VerdictRanges } from "./verdict-grid.js";

/** A target with what its row shows. */
interface Line {
  readonly target: Target;
  readonly verdict: Verdict;
  /** Live texts over the totals; null where the row holds values only. */
  readonly formulas: LiveTarget | null;
  /** Cells with the units' verdict words; null when units are not judged. */
  readonly words: string | null;
  /** Units that the target applies to, those of them whose figures count, those that meet it and those that miss it. */
  readonly asked: number;
  readonly counted: number;
  readonly met: number;
  readonly missed: number;
  /** Cell that holds `counted`. */
  readonly countCell: string;
}

const VERDICT_COLUMN = 8;

export function verdictTable(consolidation: Consolidation, layout: TableLayout, words: VerdictRanges, notes: Notes): Page {
  const { definition } = consolidation;
  const lists = listRanges(consolidation);
  const lines = definition.targets.map((target, index) =>
    lineOf(consolidation, target, consolidation.verdicts[index]!, layout, words, lists),
  );
  const page = tablePage({
    sheet: SHEETS.verdicts,
    title: `Kết quả so với chỉ tiêu của ${resolutionName(definition.resolution)}`,
    subtitle: `Kỳ báo cáo: ${definition.period.label} · ${coverageLine(consolidation)}`,
    columns: columnsOf(consolidation, notes),
    items: lines,
    keep: 3,
    empty: "Nghị quyết không có chỉ tiêu nào.",
  });
  const last = HEADING_ROW + Math.max(1, lines.length);
  const colours = verdictColours(area(HEADING_ROW + 1, VERDICT_COLUMN, last, VERDICT_COLUMN));
  return { ...page, conditions: colours };
}

function lineOf(
  consolidation: Consolidation,
  target: Target,
  verdict: Verdict,
  layout: TableLayout,
  words: VerdictRanges,
  lists: ReadonlyMap<string, string>,
): Line {
  const asks = kindTest(target.appliesTo);
  const addressed = consolidation.units.filter(({ unit }) => asks(unit.kind));
  const own = addressed.map(({ verdicts }) => verdicts.find((one) => one.target === target.id)?.verdict);
  const row = sumRow(consolidation.definition, layout, target.appliesTo);
  return {
    target,
    verdict,
    formulas: formulasOf(consolidation.definition, target, layout, row, lists),
    words: words.get(target.id) ?? null,
    asked: addressed.length,
    counted: addressed.filter(({ figures }) => figures !== null).length,
    countCell: unitCountCell(row),
    met: own.filter((one) => one === "met").length,
    missed: own.filter((one) => one === "missed").length,
  };
}

/** Live texts over a row of totals. Rows of lists of some kinds only are no range of their own: such a target stays without. */
function formulasOf(
  definition: Consolidation["definition"],
  target: Target,
  layout: TableLayout,
  row: number,
  lists: ReadonlyMap<string, string>,
): LiveTarget | null {
  const partly = kindsOf(definition, target.appliesTo) !== null;
  if (target.scope === "each" || (partly && usesLists(definition, target))) return null;
  return liveTarget(definition, target, totalNames(rowReference(layout, row, unitCountCell(row), lists)));
}

function columnsOf({ definition }: Consolidation, notes: Notes): TableColumn<Line>[] {
  return [
    { heading: "STT", width: 6, cell: (_, index) => cell(index + 1, "center") },
    { heading: "Điều khoản", width: 10, cell: ({ target }) => cell(target.clause, "center") },
    {
      heading: "Chỉ tiêu",
      width: 44,
      cell: ({ target }) => cell(target.label, target.parent === null ? "label" : "labelIndented"),
    },
    { heading: "Mức phải đạt", width: 18, cell: ({ target }) => cell(thresholdText(target), "center") },
    { heading: "Số thực hiện", width: 12, cell: amountCell },
    { heading: "Trên tổng số", width: 12, cell: wholeCell },
    { heading: "Kết quả", width: 15, cell: resultCell },
    { heading: "Đánh giá", width: 16, cell: wordCell },
    { heading: "Còn thiếu hoặc vượt quá", width: 16, cell: (line) => gapCell(line, definition) },
    {
      heading: "Đơn vị có số liệu",
      width: 13,
      cell: ({ countCell, counted, asked }) => live(countCell, counted, "center", outOf(asked)),
    },
    { heading: "Đơn vị đạt", width: 13, cell: metCell },
    { heading: NOTE_HEADING, width: 30, cell: ({ target }) => cell(noteOf(notes, SHEETS.verdicts, target.id), "label") },
    { heading: TARGET_HEADING, width: 18, cell: ({ target }) => cell(target.id, "hash") },
  ];
}

/** `58/60`: the number is live, the whole is part of the format. */
function outOf(whole: number): string {
  return `0"/${String(whole)}"`;
}

function countWord(words: string, ...found: readonly string[]): string {
  return found.map((word) => `COUNTIF(${words},"${word}")`).join("+");
}

const metCount = (words: string): string => countWord(words, VERDICT_WORDS.met, VERDICT_WORDS.exceeds);
const missedCount = (words: string): string => countWord(words, VERDICT_WORDS.missed);

function amountCell({ target, verdict, formulas, words, met }: Line): PageCell {
  if (target.scope === "each")
    return words === null ? cell(null, "number") : live(metCount(words), met, "number", '#,##0" đơn vị"');
  const value = amountValue(verdict);
  const format = value === "" ? "#,##0" : numberFormat(value);
  return formulas === null ? cell(value, "number", format) : live(formulas.amount, value, "number", format);
}

function wholeCell({ target, verdict, formulas, asked }: Line): PageCell {
  if (target.scope === "each") return cell(asked, "number", '#,##0" đơn vị"');
  const value = verdict.denominator ?? "";
  const format = value === "" ? "#,##0" : numberFormat(value);
  const outOf = formulas?.outOf ?? null;
  return outOf === null ? cell(value, "number", format) : live(outOf, value, "number", format);
}

/** Of a target that every unit has to reach: the share of units that do. */
function resultCell({ target, verdict, formulas, words, met, asked }: Line): PageCell {
  if (target.scope === "each") {
    if (words === null || asked === 0) return cell(null, "number");
    return live(`(${metCount(words)})/${String(asked)}`, met / asked, "number", '0.0%" đơn vị"');
  }
  const value = resultValue(verdict);
  const format = resultFormat(target, verdict);
  return formulas === null ? cell(value, "number", format) : live(formulas.ratio ?? formulas.amount, value, "number", format);
}

function wordCell({ target, verdict, formulas, words }: Line): PageCell {
  const word = verdictWord(verdict);
  if (target.scope !== "each") return formulas === null ? cell(word, "center") : live(formulas.verdict, word, "center");
  if (words === null) return cell(word, "center");
  const { met, missed, unverifiable } = VERDICT_WORDS;
  const decided = `IF(${metCount(words)}+${missedCount(words)}=0,"${unverifiable}",IF(${missedCount(words)}>0,"${missed}","${met}"))`;
  return live(decided, word, "center");
}

function gapCell(line: Line, definition: Consolidation["definition"]): PageCell {
  const { target, verdict, formulas, words } = line;
  if (isUnitCount(verdict, target)) return words === null ? cell(null, "number") : unitGapCell(line, words);
  const value = verdict.gap ?? "";
  const format = gapFormat(gapMeasure(target, definition), value === "" ? 0 : value);
  return formulas === null ? cell(value, "number", format) : live(formulas.gap, value, "number", format);
}

/** How many units miss a target that every unit has to reach, and how many have not answered yet: they may be what is lacking. */
function unitGapCell({ asked, met, missed }: Line, words: string): PageCell {
  const silent = asked - met - missed;
  const silentCount = `${String(asked)}-(${metCount(words)}+${missedCount(words)})`;
  const lacking = `IF(${missedCount(words)}>0,${missedCount(words)}&" đơn vị chưa đạt; ","")&(${silentCount})&"${SILENT}"`;
  const failed = missed > 0 ? `${String(missed)} đơn vị chưa đạt; ` : "";
  const value = silent > 0 ? `${failed}${String(silent)}${SILENT}` : missed;
  return live(`IF(${silentCount}>0,${lacking},${missedCount(words)})`, value, "center", gapFormat("đơn vị", 0));
}

const SILENT = " đơn vị chưa có số liệu";

/** A gap with its measure; nothing is shown when it is zero. */
function gapFormat(measure: string, value: number): string {
  const words = measure === "" ? "" : `" ${measure.replace(/"/gu, "”")}"`;
  return `${numberFormat(value)}${words};-${numberFormat(value)}${words};`;
}

function metCell({ words, met, asked }: Line): PageCell {
  return words === null ? cell(null, "center") : live(metCount(words), met, "center", outOf(asked));
}
