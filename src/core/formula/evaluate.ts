// Evaluation of a formula in a scope, exact, with the static rule for blanks.
import { isExact, toNumber } from "../figure/exact.js";
import type { Run, Slots } from "./compile.js";
import { compileNode } from "./compile.js";
import type { Formula } from "./syntax.js";
import type { Scope, Undecided, Value } from "./value.js";
import { isUndecided, undecided } from "./value.js";

interface Program {
  readonly names: readonly string[];
  /** By slot: whether a blank there leaves the formula undecided. */
  readonly required: readonly boolean[];
  readonly run: Run;
}

const programs = new WeakMap<Formula, Program>();

/**
 * The value of a formula.
 * @param scope what each name stands for; asked once for every name, also for those in a branch that is not taken
 * @returns undecided when a required name is blank or any name is unknown, when it divides by zero, does arithmetic with words,
 *   or comes out blank or beyond the numbers of a spreadsheet
 */
export function evaluate(formula: Formula, scope: Scope): Value | Undecided {
  const program = programOf(formula);
  const slots = fill(program, scope);
  if (isUndecided(slots)) return slots;
  return checked(program.run(slots));
}

function programOf(formula: Formula): Program {
  const known = programs.get(formula);
  if (known !== undefined) return known;
  const slot = new Map(formula.names.map((name, index) => [name, index]));
  const required = new Set(formula.required);
  const program: Program = {
    names: formula.names,
    required: formula.names.map((name) => required.has(name)),
    run: compileNode(formula.root, (name) => slot.get(name)!),
  };
  programs.set(formula, program);
  return program;
}

function fill(program: Program, scope: Scope): Slots | Undecided {
  const slots: (Value | readonly Value[])[] = [];
  const { names, required } = program;
  for (let slot = 0; slot < names.length; slot++) {
    const value = scope(names[slot]!);
    if (value === undefined) return undecided("unknown-name");
    if (required[slot] === true && (value === null || value === "")) return undecided("blank");
    slots.push(value);
  }
  return slots;
}

function checked(value: Value | Undecided): Value | Undecided {
  if (value === null) return undecided("blank");
  if (typeof value === "object" && isExact(value) && !Number.isFinite(toNumber(value))) return undecided("no-number");
  return value;
}
