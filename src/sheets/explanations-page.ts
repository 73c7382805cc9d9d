// The sheet Giải trình: what units wrote about the targets that they miss and the figures that look unusual.
import type { Consolidation } from "../core/round/consolidation.js";
import type { Unit } from "../core/definition/unit.js";
import type { Target } from "../core/definition/target.js";
import { displayActual, verdictWord } from "../core/verdict/verdict-text.js";
import type { Verdict } from "../core/verdict/verdict.js";
import { SHEETS } from "./consolidated-layout.js";
import { CODE_HEADING } from "./notes.js";
import type { Page } from "./page.js";
import { area, cell, HEADING_ROW, tablePage } from "./table-parts.js";
import { verdictColours } from "./verdict-cells.js";

export const EXPLANATION_HEADING = "Giải trình của đơn vị";
export const SUBJECT_HEADING = "Mã";

interface Line {
  readonly unit: Unit;
  /** Target or rule id. */
  readonly id: string;
  readonly label: string;
  readonly target: Target | null;
  readonly verdict: Verdict | null;
  readonly text: string;
}

/** Null when no unit explained anything. */
export function explanationsPage(consolidation: Consolidation): Page | null {
  const lines = linesOf(consolidation);
  if (lines.length === 0) return null;
  const page = tablePage<Line>({
    sheet: SHEETS.explanations,
    title: "Giải trình của các đơn vị",
    subtitle: `${String(lines.length)} nội dung của ${String(new Set(lines.map((line) => line.unit.code)).size)} đơn vị`,
    columns: [
      { heading: CODE_HEADING, width: 12, cell: ({ unit }) => cell(unit.code, "text") },
      { heading: "Tên đơn vị", width: 34, cell: ({ unit }) => cell(unit.name, "label") },
      { heading: "Nội dung", width: 40, cell: ({ label }) => cell(label, "label") },
      {
        heading: "Kết quả",
        width: 14,
        cell: ({ target, verdict }) => cell(target && verdict ? displayActual(verdict, target) : null, "center"),
      },
      { heading: "Đánh giá", width: 16, cell: ({ verdict }) => cell(verdict && verdictWord(verdict), "center") },
      { heading: EXPLANATION_HEADING, width: 70, cell: ({ text }) => cell(text, "label") },
      { heading: SUBJECT_HEADING, width: 20, cell: ({ id }) => cell(id, "hash") },
    ],
    items: lines,
    keep: 2,
    empty: "",
  });
  return { ...page, conditions: verdictColours(area(HEADING_ROW + 1, 5, HEADING_ROW + lines.length, 5)) };
}

function linesOf({ definition, units }: Consolidation): Line[] {
  const targets = new Map(definition.targets.map((target) => [target.id, target]));
  const rules = new Map(definition.rules.map((rule) => [rule.id, rule]));
  return units.flatMap(({ unit, file, figures, verdicts }) => {
    const explained = figures === null ? [] : [...(file?.submission?.explanations ?? [])];
    return explained.map(([id, text]) => {
      const target = targets.get(id) ?? null;
      const verdict = verdicts.find((one) => one.target === id) ?? null;
      return { unit, id, label: target?.label ?? rules.get(id)?.message ?? id, target, verdict, text };
    });
  });
}
