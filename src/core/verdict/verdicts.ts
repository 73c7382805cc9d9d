// How units, and all of them together, stand against the targets; and whether a rule holds.
import type { Definition } from "../definition/definition.js";
import type { Exact } from "../figure/exact.js";
import { compareExact, isExact, quotientNumber, toNumber } from "../figure/exact.js";
import type { Figures } from "../figure/figures.js";
import type { Formula, Scope } from "../formula/index.js";
import { evaluate, isUndecided, parseFormula } from "../formula/index.js";
import { numberOf } from "../formula/value.js";
import { countsWhole, gapOf, measuringOf, orderToLevel, percentFactor, satisfies } from "./measuring.js";
import type { Rule } from "../definition/rule.js";
import type { UnitFigures } from "./scope.js";
import { totalScope, unitScope } from "./scope.js";
import type { Target } from "../definition/target.js";
import { appliesToKind } from "../text.js";
import type { Unit } from "../definition/unit.js";
import type { Verdict } from "./verdict.js";

/** What was counted, and out of how much when the formula is a ratio. */
interface Measured {
  readonly amount: Exact;
  readonly outOf: Exact | null;
}

/**
 * The verdict of a target over the names of a scope, compared exactly and without dividing: 95 × denominator against 100 × numerator.
 * @param unit code of the unit whose figures the scope holds, or null for a total
 */
export function targetVerdict(definition: Definition, target: Target, scope: Scope, unit: string | null): Verdict {
  const measured = measure(target, scope);
  if (measured === null) return unverifiable(target, unit);
  const { amount, outOf } = measured;
  const { level, upper } = measuringOf(target);
  const met = satisfies(target.comparator, orderToLevel(amount, outOf ?? 1, level));
  return {
    target: target.id,
    unit,
    verdict: met ? "met" : "missed",
    exceeds: met && upper !== null && orderToLevel(amount, outOf ?? 1, upper) > 0,
    actual: quotientNumber(amount, percentFactor(target), outOf ?? 1),
    threshold: target.value,
    gap: met ? 0 : toNumber(gapOf(target.comparator, amount, outOf ?? 1, level, countsWhole(definition, target))),
    numerator: outOf === null ? null : toNumber(amount),
    denominator: outOf === null ? null : toNumber(outOf),
  };
}

/** Verdicts of a unit by itself: the targets of scope `each` and `both` that apply to its kind, in the order of the definition. */
export function unitVerdicts(definition: Definition, unit: Unit, figures: Figures, previous: Figures | null): Verdict[] {
  return verdictsOf(definition, unit, figures, previous, (target) => target.scope !== "total");
}

/**
 * How a unit stands by itself against the targets that are set for the whole committee (scope `total`) and apply to its kind.
 * Its own ratio tells something; an amount set for all units together cannot be expected of one.
 */
export function unitStanding(definition: Definition, unit: Unit, figures: Figures, previous: Figures | null): Verdict[] {
  return verdictsOf(definition, unit, figures, previous, (target) => target.scope === "total");
}

function verdictsOf(
  definition: Definition,
  unit: Unit,
  figures: Figures,
  previous: Figures | null,
  wanted: (target: Target) => boolean,
): Verdict[] {
  const scope = unitScope(definition, figures, previous);
  return targetsOf(definition, unit.kind)
    .filter(wanted)
    .map((target) => targetVerdict(definition, target, scope, unit.code));
}

const targetsOfKinds = new WeakMap<Definition, Map<string, readonly Target[]>>();

/** The targets that apply to a kind of unit, found once for all its units. */
function targetsOf(definition: Definition, kind: string): readonly Target[] {
  const kinds = targetsOfKinds.get(definition) ?? new Map<string, readonly Target[]>();
  const targets = kinds.get(kind) ?? definition.targets.filter(({ appliesTo }) => appliesToKind(appliesTo, kind));
  targetsOfKinds.set(definition, kinds.set(kind, targets));
  return targets;
}

/**
 * One verdict with `unit: null` for every target: over the totals of the units that it applies to, or, for scope `each`, how many
 * of the listed units meet it.
 * @param members the units whose figures count
 * @param previous figures of the period before by unit code; null or empty when unknown
 */
export function totalVerdicts(
  definition: Definition,
  members: readonly UnitFigures[],
  previous: ReadonlyMap<string, Figures> | null,
): Verdict[] {
  const scopes = new Map<string, Scope>();
  return definition.targets.map((target) => {
    const concerned = addressed(members, target.appliesTo);
    if (target.scope === "each") return eachVerdict(definition, target, concerned, previous);
    const key = JSON.stringify(target.appliesTo);
    const scope = scopes.get(key) ?? totalScope(definition, concerned, previous);
    scopes.set(key, scope);
    return targetVerdict(definition, target, scope, null);
  });
}

function addressed(members: readonly UnitFigures[], appliesTo: readonly string[]): readonly UnitFigures[] {
  if (appliesTo.length === 0) return members;
  const answers = new Map<string, boolean>();
  for (const { unit } of members) {
    if (!answers.has(unit.kind)) answers.set(unit.kind, appliesToKind(appliesTo, unit.kind));
  }
  return members.filter(({ unit }) => answers.get(unit.kind) === true);
}

/** Of a target that every unit has to reach: units that meet it out of the listed units that it applies to. */
function eachVerdict(
  definition: Definition,
  target: Target,
  members: readonly UnitFigures[],
  previous: ReadonlyMap<string, Figures> | null,
): Verdict {
  const kinds = members.map(({ unit, figures }) => {
    const scope = unitScope(definition, figures, previous?.get(unit.code) ?? null);
    return targetVerdict(definition, target, scope, unit.code).verdict;
  });
  const met = kinds.filter((kind) => kind === "met").length;
  const missed = kinds.filter((kind) => kind === "missed").length;
  const asked = definition.units.filter((unit) => appliesToKind(target.appliesTo, unit.kind)).length;
  const decided = met + missed > 0;
  return {
    ...unverifiable(target, null),
    verdict: !decided ? "unverifiable" : missed > 0 ? "missed" : "met",
    gap: decided ? missed : null,
    numerator: met,
    denominator: asked,
  };
}

function unverifiable(target: Target, unit: string | null): Verdict {
  return {
    target: target.id,
    unit,
    verdict: "unverifiable",
    exceeds: false,
    actual: null,
    threshold: target.value,
    gap: null,
    numerator: null,
    denominator: null,
  };
}

/** What the target's formula counts; null when undecided. A ratio of a whole that is zero or negative says nothing. */
function measure(target: Target, scope: Scope): Measured | null {
  const { formula, parts } = measuringOf(target);
  if (formula === null) return null;
  if (parts === null) {
    const amount = amountOf(formula, scope);
    return amount === null ? null : { amount, outOf: null };
  }
  const amount = amountOf(parts.numerator, scope);
  const outOf = amountOf(parts.denominator, scope);
  return amount === null || outOf === null || compareExact(outOf, 0) <= 0 ? null : { amount, outOf };
}

function amountOf(formula: Formula, scope: Scope): Exact | null {
  const value = evaluate(formula, scope);
  if (isUndecided(value)) return null;
  const number = numberOf(value);
  return isExact(number) ? number : null;
}

/** Whether a rule holds. */
export type RuleState = "true" | "false" | "undecided";

const ruleFormulas = new WeakMap<Rule, Formula | null>();

/** The state of a rule over the names of a scope; undecided when a figure that it needs is blank or it has no yes or no. */
export function ruleState(rule: Rule, scope: Scope): RuleState {
  let formula = ruleFormulas.get(rule);
  if (formula === undefined) ruleFormulas.set(rule, (formula = parseFormula(rule.formula).formula));
  const value = formula === null ? null : evaluate(formula, scope);
  if (value === null || isUndecided(value)) return "undecided";
  if (typeof value === "boolean") return value ? "true" : "false";
  const number = numberOf(value);
  return isUndecided(number) ? "undecided" : number !== 0 ? "true" : "false";
}
