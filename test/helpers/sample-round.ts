// Made-up reports of a round: figures that break no rule of the sample definition, drawn from a seed, and the files they came in.
import type { Definition } from "../../src/core/definition/definition.js";
import type { Field } from "../../src/core/definition/field.js";
import type { FileReport } from "../../src/core/round/file-report.js";
import type { FigureValue, Figures } from "../../src/core/figure/figures.js";
import { appliesToKind } from "../../src/core/text.js";
import type { Unit } from "../../src/core/definition/unit.js";

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Figures from what is given, all other fields and lists blank. */
export function figuresOf(
  values: Readonly<Record<string, FigureValue>>,
  lists: Readonly<Record<string, readonly Readonly<Record<string, FigureValue>>[]>> = {},
): Figures {
  return {
    values: new Map(Object.entries(values)),
    lists: new Map(Object.entries(lists).map(([id, rows]) => [id, rows.map((row) => new Map(Object.entries(row)))])),
  };
}

/** A plausible set of figures of a unit for the sample definition: parts do not pass their wholes. */
export function madeUpFigures(definition: Definition, unit: Unit, seed: number): Figures {
  const random = seeded(seed);
  const values = new Map<string, FigureValue>();
  for (const field of definition.fields) {
    if (appliesToKind(field.appliesTo, unit.kind)) values.set(field.id, madeUp(field, random));
  }
  const whole = (id: string): number => Number(values.get(id) ?? 0);
  const part = (id: string, of: string, least: number): void => {
    if (values.has(id) && values.has(of)) values.set(id, Math.floor(whole(of) * (least + random() * (1 - least))));
  };
  part("ket_nap_moi", "tong_dang_vien", 0.02);
  if (values.has("ket_nap_moi"))
    values.set("ket_nap_moi", Math.min(whole("ket_nap_moi"), Math.floor(whole("tong_dang_vien") / 6)));
  part("ket_nap_nu", "ket_nap_moi", 0.2);
  part("da_hoc_tap", "tong_dang_vien", 0.93);
  part("chi_bo_cam_ket", "tong_chi_bo", 0.9);
  return { values, lists: new Map(definition.lists.map((list) => [list.id, madeUpRows(list.columns, random)])) };
}

function madeUp(field: Field, random: () => number): FigureValue {
  switch (field.type) {
    case "count":
      return Math.max(field.min ?? 0, 1) + Math.floor(random() * 400);
    case "decimal":
      return Math.round(random() * Math.min(field.max ?? 600, 600) * 10) / 10;
    case "yesno":
      return random() < 0.9 ? 1 : 0;
    case "date":
      return `2024-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
    case "choice":
      return field.choices[Math.floor(random() * field.choices.length)] ?? null;
    case "text":
      return random() < 0.3 ? null : `Thiếu giáo viên, đề nghị bổ sung ${String(Math.floor(random() * 9) + 1)} lớp bồi dưỡng`;
  }
}

function madeUpRows(columns: readonly Field[], random: () => number): ReadonlyMap<string, FigureValue>[] {
  return Array.from({ length: Math.floor(random() * 4) }, (_, i) => {
    return new Map(
      columns.map((column) => [column.id, column.type === "text" ? `Mô hình số ${String(i + 1)}` : madeUp(column, random)]),
    );
  });
}

/** A report of a unit, accepted unless said otherwise. */
export function sampleReport(unit: string, figures: Figures | null, more: Partial<FileReport> = {}): FileReport {
  const submissionNumber = more.submissionNumber ?? 1;
  return {
    path: `da-nop/${unit}_BC_2024.xlsx`,
    sha256: unit.padEnd(64, "0"),
    outcome: "accepted",
    unit,
    period: "2024",
    submissionNumber,
    findings: [],
    verdicts: [],
    submission: figures === null ? null : { unit, period: "2024", submissionNumber, figures, explanations: new Map() },
    lastSaved: "2024-12-20T03:15:00Z",
    application: "Microsoft Excel",
    ...more,
  };
}
