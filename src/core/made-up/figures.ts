// Made-up figures for demonstrations: plausible against the targets, breaking no rule. Never for a real report.
import type { Definition } from "../definition/definition.js";
import type { Field, List } from "../definition/field.js";
import type { Figures, FigureValue } from "../figure/figures.js";
import type { Formula } from "../formula/index.js";
import { division, formulaNames, parseFormula } from "../formula/index.js";
import type { Rule } from "../definition/rule.js";
import type { Target } from "../definition/target.js";
import { ruleState } from "../verdict/verdicts.js";
import { unitScope } from "../verdict/scope.js";
import { appliesToKind } from "../text.js";
import type { Unit } from "../definition/unit.js";
import type { Chance } from "./chance.js";
import { chance } from "./chance.js";

const TRIES = 400;

/** Sound figures of one unit; the same unit and seed give the same figures. Rules that chance cannot satisfy in 400 tries stay broken. */
export function madeUpFigures(definition: Definition, unit: Unit, seed: number): Figures {
  const draw = chance(seed);
  const fields = definition.fields.filter((field) => appliesToKind(field.appliesTo, unit.kind));
  const wholes = wholeNames(definition);
  const values = new Map(fields.map((field) => [field.id, firstValue(field, wholes.has(field.id), definition, draw)]));
  const lists = new Map(
    definition.lists
      .filter((list) => appliesToKind(list.appliesTo, unit.kind))
      .map((list) => [list.id, madeUpRows(list, definition, draw)]),
  );
  const sound = mend(definition, unit, { values, lists: new Map() }, draw);
  const leaning = leanToTargets(definition, unit, sound, draw);
  return shortened(definition, unit, { values: leaning.values, lists });
}

/** Figures that others are a part of: the denominators of the targets. */
function wholeNames(definition: Definition): ReadonlySet<string> {
  const below = definition.targets.flatMap((target) => {
    const { formula } = parseFormula(target.formula);
    const parts = formula === null ? null : division(formula);
    return parts === null ? [] : formulaNames(parts.denominator).filter((name) => !onlyAbove(parts, name));
  });
  return new Set(below);
}

/** A first draw: sizes that people know from such units. */
function firstValue(field: Field, whole: boolean, definition: Definition, draw: Chance): FigureValue {
  switch (field.type) {
    case "count":
      return within(field, whole ? (field.measure === "người" ? draw.whole(30, 140) : draw.whole(3, 12)) : draw.whole(0, 4));
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

/** Moves the first figure of each target's numerator near the threshold, where no rule is broken by it, so that some units meet it and some do not. */
function leanToTargets(definition: Definition, unit: Unit, sound: Figures, draw: Chance): Figures {
  const values = new Map(sound.values);
  const figures = { values, lists: sound.lists };
  const before = brokenRules(definition, unit, figures).length;
  for (const target of definition.targets) {
    const { formula } = parseFormula(target.formula);
    const name = formula === null ? undefined : namesIn(division(formula)?.numerator ?? formula, values)[0];
    const field = definition.fields.find((one) => one.id === name);
    if (formula === null || field?.type !== "count") continue;
    const old = values.get(field.id) ?? null;
    values.set(field.id, within(field, aim(target, formula, values, definition, draw)));
    if (brokenRules(definition, unit, figures).length > before) values.set(field.id, old);
  }
  return figures;
}

/** The same figures with fewer rows in the lists, as long as a rule about rows is broken. */
function shortened(definition: Definition, unit: Unit, figures: Figures): Figures {
  if (brokenRules(definition, unit, figures).length === 0) return figures;
  const lists = new Map([...figures.lists].map(([id, rows]) => [id, rows.slice(0, -1)]));
  const some = [...figures.lists.values()].some((rows) => rows.length > 0);
  return some ? shortened(definition, unit, { values: figures.values, lists }) : figures;
}

/** About the level that the target asks of one unit. */
function aim(
  target: Target,
  formula: Formula,
  values: ReadonlyMap<string, FigureValue>,
  definition: Definition,
  draw: Chance,
): number {
  const parts = division(formula);
  if (parts === null || target.measure !== "%") {
    const share = target.scope === "total" ? target.value / Math.max(1, definition.units.length) : target.value;
    return Math.round(share * (0.8 + draw.fraction() * 0.8));
  }
  const whole = namesIn(parts.denominator, values).reduce((sum, name) => sum + Number(values.get(name) ?? 0), 0);
  return Math.round(whole * Math.min(1, target.value / 100 + (draw.fraction() - 0.15) * 0.08));
}

function onlyAbove(parts: { readonly numerator: Formula; readonly denominator: Formula }, name: string): boolean {
  return !JSON.stringify(parts.denominator.root).includes(`"${name}"`);
}

function namesIn(formula: Pick<Formula, "root">, values: ReadonlyMap<string, FigureValue>): string[] {
  const text = JSON.stringify(formula.root);
  return [...values.keys()].filter((name) => text.includes(`"${name}"`));
}

function brokenRules(definition: Definition, unit: Unit, figures: Figures): readonly Rule[] {
  const scope = unitScope(definition, figures, null);
  return definition.rules.filter((rule) => appliesToKind(rule.appliesTo, unit.kind) && ruleState(rule, scope) === "false");
}

function madeUpRows(list: List, definition: Definition, draw: Chance): ReadonlyMap<string, FigureValue>[] {
  return Array.from({ length: Math.min(list.maxRows, draw.whole(0, 3)) }, (_, i) => {
    const cells = list.columns.map((column): [string, FigureValue] => [
      column.id,
      column.type === "text" ? `${column.label} (giả định) ${String(i + 1)}` : firstValue(column, false, definition, draw),
    ]);
    return new Map(cells);
  });
}

/** Changes one figure of a broken rule at a time to what leaves the fewest rules broken; now and then to something else, so as not to stick. */
function mend(definition: Definition, unit: Unit, start: Figures, draw: Chance): Figures {
  const values = new Map(start.values);
  const figures = { values, lists: start.lists };
  let broken = brokenRules(definition, unit, figures);
  let best = { left: broken.length, values: new Map(values) };
  for (let tries = 0; broken.length > 0 && tries < TRIES; tries++) {
    const names = namesOfRule(draw.pick(broken).formula).filter((name) => typeof values.get(name) === "number");
    if (names.length === 0) continue;
    const name = draw.pick(names);
    const field = definition.fields.find((one) => one.id === name)!;
    const choices = [...new Set(candidates(field, names, values))];
    const counted = choices.map((value) => {
      values.set(name, value);
      return { value, left: brokenRules(definition, unit, figures).length };
    });
    const least = Math.min(...counted.map((one) => one.left));
    const good = counted.filter((one) => one.left === least);
    values.set(name, draw.fraction() < 0.1 ? draw.pick(choices) : draw.pick(good).value);
    broken = brokenRules(definition, unit, figures);
    if (broken.length < best.left) best = { left: broken.length, values: new Map(values) };
  }
  return { values: best.values, lists: start.lists };
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
  const rests = others.map((other) => Math.max(0, 2 * other - sum));
  const all = [0, sum, ...others, ...rests, ...others.flatMap((a) => others.map((b) => Math.abs(a - b)))];
  return all.map((value) => within(field, value));
}
