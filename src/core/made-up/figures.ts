// Made-up figures for demonstrations: plausible against the targets, breaking no rule. Never for a real report.
import type { Definition } from "../definition.js";
import type { Field, List } from "../field.js";
import type { Figures, FigureValue } from "../figures.js";
import { division, formulaNames, parseFormula } from "../formula/index.js";
import { ruleState } from "../verdicts.js";
import { unitScope } from "../scope.js";
import { appliesToKind } from "../text.js";
import type { Unit } from "../unit.js";
import type { Chance } from "./chance.js";
import { chance } from "./chance.js";

const TRIES = 3000;

/** Sound figures of one unit; the same unit and seed give the same figures. Rules that chance cannot satisfy in 3,000 tries stay broken. */
export function madeUpFigures(definition: Definition, unit: Unit, seed: number): Figures {
  const draw = chance(seed);
  const fields = definition.fields.filter((field) => appliesToKind(field.appliesTo, unit.kind));
  const values = new Map(fields.map((field) => [field.id, firstValue(field, definition, draw)]));
  for (const target of definition.targets) leanTo(target, values, definition, draw);
  const lists = new Map(
    definition.lists.filter((list) => appliesToKind(list.appliesTo, unit.kind)).map((list) => [list.id, madeUpRows(list, definition, draw)]),
  );
  return mend(definition, unit, { values, lists }, draw);
}

/** A first draw: sizes that people know from such units. */
function firstValue(field: Field, definition: Definition, draw: Chance): FigureValue {
  switch (field.type) {
    case "count":
      return within(field, field.measure === "người" ? draw.whole(30, 180) : draw.whole(1, 12));
    case "decimal":
      return within(field, draw.whole(0, 600) / 10);
    case "yesno":
      return draw.fraction() < 0.9 ? 1 : 0;
    case "choice":
      return draw.pick(field.choices);
    case "date":
      return dayIn(definition, draw);
    case "text":
      return `Số ${String(draw.whole(1, 180))}`;
  }
}

function within(field: Field, value: number): number {
  return Math.min(field.max ?? Infinity, Math.max(field.min ?? 0, value));
}

function dayIn(definition: Definition, draw: Chance): string {
  const start = definition.period?.start ?? "2024-01-01";
  return `${start.slice(0, 5)}0${String(draw.whole(1, 3))}-${String(draw.whole(10, 28))}`;
}

/** Sets the numerator of a simple ratio near its threshold, so that some units meet it and some do not. */
function leanTo(target: Definition["targets"][number], values: Map<string, FigureValue>, definition: Definition, draw: Chance): void {
  const { formula } = parseFormula(target.formula);
  const parts = formula === null ? null : division(formula);
  if (parts === null) return;
  const [above] = formulaNames({ ...parts.numerator, names: namesIn(parts.numerator, values) });
  const below = namesIn(parts.denominator, values).map((name) => values.get(name)).find((value) => typeof value === "number");
  if (above === undefined || typeof below !== "number" || target.measure !== "%") return;
  const field = definition.fields.find((one) => one.id === above);
  if (field?.type !== "count") return;
  const share = Math.min(1, Math.max(0, target.value / 100 + (draw.fraction() - 0.15) * 0.08));
  values.set(above, within(field, Math.round(below * share)));
}

function namesIn(formula: { readonly root: unknown }, values: ReadonlyMap<string, FigureValue>): string[] {
  const text = JSON.stringify(formula.root);
  return [...values.keys()].filter((name) => text.includes(`"${name}"`));
}

function madeUpRows(list: List, definition: Definition, draw: Chance): ReadonlyMap<string, FigureValue>[] {
  return Array.from({ length: Math.min(list.maxRows, draw.whole(0, 3)) }, (_, i) => {
    const cells = list.columns.map((column): [string, FigureValue] => [
      column.id,
      column.type === "text" ? `${column.label} (giả định) ${String(i + 1)}` : firstValue(column, definition, draw),
    ]);
    return new Map(cells);
  });
}

/** Changes one figure of a broken rule at a time, keeping what breaks fewer rules. */
function mend(definition: Definition, unit: Unit, start: Figures, draw: Chance): Figures {
  const values = new Map(start.values);
  const figures = { values, lists: start.lists };
  const rules = definition.rules.filter((rule) => appliesToKind(rule.appliesTo, unit.kind));
  const brokenRules = () => rules.filter((rule) => ruleState(rule, unitScope(definition, figures, null)) === "false");
  let broken = brokenRules();
  for (let tries = 0; broken.length > 0 && tries < TRIES; tries++) {
    const names = namesOfRule(draw.pick(broken).formula).filter((name) => typeof values.get(name) === "number");
    if (names.length === 0) continue;
    const name = draw.pick(names);
    const field = definition.fields.find((one) => one.id === name)!;
    const before = values.get(name)!;
    values.set(name, draw.pick(candidates(field, names, values)));
    const after = brokenRules();
    if (after.length > broken.length || (after.length === broken.length && draw.fraction() > 0.2)) values.set(name, before);
    else broken = after;
  }
  return figures;
}

function namesOfRule(text: string): readonly string[] {
  const { formula } = parseFormula(text);
  return formula === null ? [] : formulaNames(formula);
}

/** Values that could satisfy a linear rule: those of the other figures, their sum, difference, and zero. */
function candidates(field: Field, names: readonly string[], values: ReadonlyMap<string, FigureValue>): number[] {
  if (field.type === "yesno") return [0, 1];
  const others = names.filter((name) => name !== field.id).map((name) => Number(values.get(name)));
  const sum = others.reduce((total, value) => total + value, 0);
  const most = Math.max(0, ...others);
  const all = [0, sum, most, Math.abs(2 * most - sum), ...others, ...others.flatMap((a) => others.map((b) => Math.abs(a - b)))];
  return all.map((value) => within(field, value));
}
