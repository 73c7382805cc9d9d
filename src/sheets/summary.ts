// The summary workbook that leaders read, and the same as plain data.
import { STATE_WORDS } from "../core/round/coverage.js";
import { totalNumbers } from "../core/round/consolidation.js";
import type { Field } from "../core/definition/field.js";
import type { FigureValue } from "../core/figure/figures.js";
import { isAdded } from "../core/verdict/scope.js";
import { resolutionName } from "../core/definition/resolution.js";
import { displayActual, gapText, thresholdText } from "../core/verdict/verdict-text.js";
import type { ConsolidatedReading, UnitReading } from "./consolidated-reading.js";
import { CODE_HEADING } from "./notes.js";
import type { Book, Page } from "./page.js";
import type { Miss, SummaryFacts } from "./summary-facts.js";
import { summaryFacts } from "./summary-facts.js";
import { summaryReport } from "./summary-report.js";
import { cell, HEADING_ROW, numberFormat, tablePage } from "./table-parts.js";
import { stateColours } from "./tracking.js";

/** The summary of a consolidated workbook: the report of one page, total figures, units that miss targets, units without figures. */
export function summaryBook(reading: ConsolidatedReading): Book {
  const facts = summaryFacts(reading);
  const { resolution, period } = reading.definition;
  return {
    title: `Báo cáo tổng hợp ${resolutionName(resolution)}, ${period.label}`,
    pages: [
      summaryReport(reading, facts),
      totalsPage(reading),
      ...(facts.misses.length === 0 ? [] : [missesPage(reading, facts.misses)]),
      ...(facts.absent.length === 0 ? [] : [absentPage(facts)]),
    ],
    names: [],
  };
}

/** Total figures in the order and the sections of the form. */
function totalsPage({ definition, totals, units }: ConsolidatedReading): Page {
  const counted = units.filter(({ figures }) => figures !== null).length;
  const fields = definition.fields.filter(isAdded);
  const value = (field: Field): FigureValue => totals.values.get(field.id) ?? null;
  return tablePage<Field>({
    sheet: "Số liệu tổng hợp",
    title: "Số liệu tổng hợp",
    subtitle: `Kỳ báo cáo: ${definition.period.label} · cộng từ ${String(counted)}/${String(units.length)} đơn vị`,
    columns: [
      { heading: "STT", width: 6, cell: (_, index) => cell(index + 1, "center") },
      { heading: "Phần", width: 34, cell: ({ section }) => cell(section, "label") },
      { heading: "Nội dung", width: 60, cell: ({ label }) => cell(label, "label") },
      { heading: "Đơn vị tính", width: 16, cell: (field) => cell(field.type === "yesno" ? "đơn vị" : field.measure, "center") },
      { heading: "Tổng số", width: 18, cell: (field) => totalCell(value(field)) },
    ],
    items: fields,
    keep: 0,
    empty: "Không có số liệu nào được cộng.",
  });
}

function totalCell(value: FigureValue): ReturnType<typeof cell> {
  return typeof value === "number" ? cell(value, "number", numberFormat(value)) : cell(null, "number");
}

function missesPage({ definition }: ConsolidatedReading, misses: readonly Miss[]): Page {
  const units = new Set(misses.map(({ unit }) => unit.code)).size;
  return tablePage<Miss>({
    sheet: "Đơn vị chưa đạt",
    title: "Đơn vị chưa đạt chỉ tiêu giao cho từng đơn vị",
    subtitle: `${String(misses.length)} trường hợp của ${String(units)} đơn vị`,
    columns: [
      { heading: "Chỉ tiêu", width: 40, cell: ({ target }) => cell(target.label, "label") },
      { heading: "Mức phải đạt", width: 18, cell: ({ target }) => cell(thresholdText(target), "center") },
      { heading: CODE_HEADING, width: 12, cell: ({ unit }) => cell(unit.code, "text") },
      { heading: "Tên đơn vị", width: 40, cell: ({ unit }) => cell(unit.name, "label") },
      { heading: "Kết quả", width: 13, cell: ({ verdict, target }) => cell(displayActual(verdict, target), "center") },
      {
        heading: "Còn thiếu hoặc vượt quá",
        width: 22,
        cell: ({ verdict, target }) => cell(gapText(verdict, target, definition), "center"),
      },
      { heading: "Giải trình của đơn vị", width: 44, cell: ({ explanation }) => cell(explanation, "label") },
    ],
    items: misses,
    keep: 0,
    empty: "",
  });
}

function absentPage({ absent }: SummaryFacts): Page {
  const page = tablePage<UnitReading>({
    sheet: "Đơn vị chưa có số liệu",
    title: "Đơn vị chưa có số liệu trong báo cáo tổng hợp",
    subtitle: `${String(absent.length)} đơn vị chưa gửi, bị gửi trả hoặc đang tạm giữ`,
    columns: [
      { heading: "STT", width: 6, cell: (_, index) => cell(index + 1, "center") },
      { heading: CODE_HEADING, width: 14, cell: ({ unit }) => cell(unit.code, "text") },
      { heading: "Tên đơn vị", width: 56, cell: ({ unit }) => cell(unit.name, "label") },
      { heading: "Loại đơn vị", width: 26, cell: ({ unit }) => cell(unit.kind, "label") },
      { heading: "Trạng thái", width: 18, cell: ({ state }) => cell(STATE_WORDS[state], "center") },
      { heading: "Số lỗi phải sửa", width: 12, cell: ({ errors }) => cell(errors === 0 ? null : errors, "center") },
    ],
    items: absent,
    keep: 0,
    empty: "",
  });
  return { ...page, conditions: stateColours(HEADING_ROW + 1, HEADING_ROW + absent.length, 5, "E") };
}

/** The summary as `--json` prints it. */
export function summaryJson(reading: ConsolidatedReading): Readonly<Record<string, unknown>> {
  const facts = summaryFacts(reading);
  const { definition, totals, verdicts, units } = reading;
  const codes = (state: UnitReading["state"]): string[] =>
    units.filter((one) => one.state === state).map(({ unit }) => unit.code);
  return {
    resolution: definition.resolution,
    period: definition.period,
    coverage: {
      expected: facts.expected,
      received: facts.received,
      counted: facts.counted,
      missing: codes("missing"),
      returned: codes("returned"),
      held: codes("held"),
      unknown: facts.unknown,
    },
    targets: facts.targets,
    totals: totalNumbers(definition, totals),
    lists: Object.fromEntries(facts.lists.map(({ list, rows }) => [list.id, rows])),
    verdicts: [...verdicts, ...units.flatMap((one) => one.verdicts)],
  };
}
