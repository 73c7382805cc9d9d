// Submissions of the small form, made without a workbook.
import type { FigureValue } from "../../src/core/figure/figures.js";
import type { Submission } from "../../src/core/submission/submission.js";

/** A sound submission (115 of 118 have learned) with some figures replaced. */
export function smallSubmission(values: Readonly<Record<string, FigureValue>> = {}, more: Partial<Submission> = {}): Submission {
  const figures = { tong_dang_vien: 118, da_hoc_tap: 115, da_ban_hanh: 1, ...values };
  return {
    unit: "CS01",
    period: "2024",
    submissionNumber: 1,
    figures: { values: new Map(Object.entries(figures)), lists: new Map() },
    explanations: new Map(),
    places: new Map([
      ["tong_dang_vien", { sheet: "Báo cáo", cell: "D5" }],
      ["da_hoc_tap", { sheet: "Báo cáo", cell: "D6" }],
      ["da_ban_hanh", { sheet: "Báo cáo", cell: "D7" }],
      ["hoc_nghi_quyet_giai_trinh", { sheet: "Báo cáo", cell: "F8" }],
    ]),
    unreadable: new Set(),
    ...more,
  };
}
