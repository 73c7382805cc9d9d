// The grid units × targets as data: one square says how a unit stands against a target, and where its figures come from.
import { address } from "../cells.js";
import type { Consolidation, UnitResult } from "../round/consolidation.js";
import type { UnitState } from "../round/coverage.js";
import type { RoundDefinition } from "../definition/definition.js";
import { columnName } from "../definition/field.js";
import type { Figures, FigureValue } from "../figure/figures.js";
import { NO_FIGURES } from "../figure/figures.js";
import type { FormLayout } from "../submission/form-layout.js";
import { formatNumber } from "../format.js";
import { formulaNames, parseFormula } from "../formula/index.js";
import { fieldOfName, PREVIOUS_SUFFIX } from "./scope.js";
import type { Target } from "../definition/target.js";
import { appliesToKind } from "../text.js";
import type { Unit } from "../definition/unit.js";
import type { Verdict } from "./verdict.js";
import { displayActual, gapText, thresholdText, verdictWord } from "./verdict-text.js";
import { unitStanding } from "./verdicts.js";

/** reference: the target is of all units together, the unit's own result is shown for information. absent: no figures count. */
export type SquareKind = "met" | "missed" | "unverifiable" | "reference" | "notAsked" | "absent";

export interface Square {
  readonly target: string;
  readonly kind: SquareKind;
  /** `94,96%`, `12 người`; empty where there is nothing. */
  readonly text: string;
}

export interface SquareRow {
  readonly code: string;
  readonly name: string;
  readonly state: UnitState;
  /** In the order of the targets. */
  readonly squares: readonly Square[];
}

/** A figure that a target's formula uses, as the unit gave it. */
export interface SquareFigure {
  readonly label: string;
  /** As people write it; `–` when blank. */
  readonly value: string;
  readonly measure: string;
  /** Place in the unit's form; null for what is not typed into one cell. */
  readonly sheet: string | null;
  readonly cell: string | null;
}

export interface SquareDetail extends Square {
  readonly unit: Unit;
  readonly state: UnitState;
  readonly label: string;
  readonly clause: string;
  readonly threshold: string;
  /** `Đạt` …; empty when the unit is not judged. */
  readonly word: string;
  readonly gap: string;
  readonly figures: readonly SquareFigure[];
  /** Path of the file that counts, its number and when it was last saved. */
  readonly file: { readonly path: string; readonly submissionNumber: number | null; readonly lastSaved: string | null } | null;
  readonly explanation: string;
}

/** Squares of some units, in the order of the list. */
export function squareRows(consolidation: Consolidation, from: number, count: number): readonly SquareRow[] {
  return consolidation.units.slice(from, from + count).map((result) => {
    const standing = standingOf(consolidation, result);
    return {
      code: result.unit.code,
      name: result.unit.name,
      state: result.state,
      squares: consolidation.definition.targets.map((target) => squareOf(result, target, standing.get(target.id))),
    };
  });
}

/**
 * Everything behind one square.
 * @param layout of the unit's form
 * @returns null when there is no such unit or target
 */
export function squareDetail(
  consolidation: Consolidation,
  unitCode: string,
  targetId: string,
  layout: FormLayout,
): SquareDetail | null {
  const { definition } = consolidation;
  const result = consolidation.units.find((one) => one.unit.code === unitCode);
  const target = definition.targets.find((one) => one.id === targetId);
  if (result === undefined || target === undefined) return null;
  const verdict = standingOf(consolidation, result).get(target.id);
  const square = squareOf(result, target, verdict);
  const { file } = result;
  const before = consolidation.previous.get(unitCode) ?? null;
  const judged = square.kind === "met" || square.kind === "missed" || square.kind === "unverifiable";
  return {
    ...square,
    unit: result.unit,
    state: result.state,
    label: target.label,
    clause: target.clause,
    threshold: thresholdText(target),
    word: judged && verdict !== undefined ? verdictWord(verdict) : "",
    gap: judged && verdict !== undefined ? gapText(verdict, target, definition) : "",
    figures: result.figures === null ? [] : figuresBehind(definition, target, result.figures, before, layout),
    file: file === null ? null : { path: file.path, submissionNumber: file.submissionNumber, lastSaved: file.lastSaved },
    explanation: file?.submission?.explanations.get(target.id) ?? "",
  };
}

function standingOf({ definition, previous }: Consolidation, { unit, figures, verdicts }: UnitResult): Map<string, Verdict> {
  const standing = figures === null ? [] : unitStanding(definition, unit, figures, previous.get(unit.code) ?? null);
  return new Map([...standing, ...verdicts].map((verdict) => [verdict.target, verdict]));
}

function squareOf({ unit, figures, verdicts }: UnitResult, target: Target, verdict: Verdict | undefined): Square {
  if (!appliesToKind(target.appliesTo, unit.kind)) return { target: target.id, kind: "notAsked", text: "" };
  if (figures === null || verdict === undefined) return { target: target.id, kind: "absent", text: "" };
  const judged = verdicts.some((one) => one.target === target.id);
  return { target: target.id, kind: judged ? verdict.verdict : "reference", text: displayActual(verdict, target) };
}

function figuresBehind(
  definition: RoundDefinition,
  target: Target,
  figures: Figures,
  before: Figures | null,
  layout: FormLayout,
): SquareFigure[] {
  const { formula } = parseFormula(target.formula);
  const names = formula === null ? [] : [...new Set(formulaNames(formula))];
  return names.flatMap((name) => {
    const field = fieldOfName(definition, name);
    if (field === undefined) return [];
    const earlier = name === field.id + PREVIOUS_SUFFIX;
    const place = layout.inputs.find((input) => input.role === "figure" && input.name === name);
    return [
      {
        label: earlier ? `${field.label} (kỳ trước)` : field.label,
        value: shownFigure(definition, earlier ? field.id : name, earlier ? (before ?? NO_FIGURES) : figures),
        measure: field.type === "yesno" ? "" : field.measure,
        sheet: place?.sheet ?? listSheet(definition, name, layout),
        cell: place === undefined ? null : address(place.row, place.column),
      },
    ];
  });
}

function listSheet(definition: RoundDefinition, name: string, layout: FormLayout): string | null {
  const list = definition.lists.find((one) => one.columns.some((column) => columnName(one, column) === name));
  return layout.lists.find((one) => one.list === list?.id)?.sheet ?? null;
}

function shownFigure(definition: RoundDefinition, name: string, figures: Figures): string {
  const list = definition.lists.find((one) => one.columns.some((column) => columnName(one, column) === name));
  if (list !== undefined) return `${formatNumber(figures.lists.get(list.id)?.length ?? 0)} dòng`;
  const value: FigureValue = figures.values.get(name) ?? null;
  if (value === null) return "–";
  if (fieldOfName(definition, name)?.type === "yesno") return value === 1 ? "Có" : "Không";
  return typeof value === "number" ? formatNumber(value) : value;
}
