// Targets and rules as live formulas of a workbook (Excel 2010+, WPS, LibreOffice), undecided in the same cases as the core.
import type { Definition } from "../core/definition/definition.js";
import { multiply, toNumber } from "../core/figure/exact.js";
import type { Exact } from "../core/figure/exact.js";
import type { Formula, FormulaNode } from "../core/formula/index.js";
import { MAX_DEPTH, MAX_LENGTH, parseFormula, requiredNames } from "../core/formula/index.js";
import { atom } from "../core/formula/print.js";
import { countsWhole, measuringOf, percentFactor } from "../core/verdict/measuring.js";
import type { Rule } from "../core/definition/rule.js";
import { isColumnName } from "../core/verdict/scope.js";
import type { Target } from "../core/definition/target.js";
import { RULE_WORDS, VERDICT_WORDS } from "../core/verdict/verdict-text.js";
import type { LiveNames } from "./live-names.js";
import { anyBlankTests } from "./live-names.js";
import { printLive } from "./live-print.js";

/** Formulas of one target, without `=`. Each shows an empty text (or the words for "not enough figures") where the core is undecided. */
export interface LiveTarget {
  /** What is counted: the numerator of a ratio, otherwise the result itself. */
  readonly amount: string;
  /** The whole that a ratio is of; null when the target is no ratio. */
  readonly outOf: string | null;
  /** The ratio as a number (0.95), for a cell with a percent format; null when the target is no ratio. */
  readonly ratio: string | null;
  /** `Đạt`, `Đạt (vượt)`, `Chưa đạt`, `Chưa đủ số liệu`. */
  readonly verdict: string;
  /** How many are missing or too many; 0 when met. */
  readonly gap: string;
}

/** An error, which the outer IFERROR turns into the words for undecided, so that they stand in the formula once. */
const LEAVE = "NA()";
/** Shown when a formula is longer or deeper than a spreadsheet takes. */
const TOO_LONG = '"Công thức quá dài"';

/** The live formulas of a target over cells that `names` resolves. */
export function liveTarget(definition: Definition, target: Target, names: LiveNames): LiveTarget {
  const { formula, parts } = measuringOf(target);
  if (formula === null) return { amount: '""', outOf: null, ratio: null, verdict: quote(VERDICT_WORDS.unverifiable), gap: '""' };
  const guard = guardOf(definition, formula, names);
  const amount = numeric(definition, parts?.numerator ?? formula, names, parts !== null);
  const outOf = parts === null ? null : numeric(definition, parts.denominator, names, true);
  const decide = (then: string, otherwise: string): string => guarded(guard, outOf, then, otherwise);
  return {
    amount: guarded(guard, null, amount, '""'),
    outOf: outOf === null ? null : guarded(guard, null, outOf, '""'),
    ratio: outOf === null ? null : decide(`${atom(amount)}/${atom(outOf)}`, '""'),
    verdict: decide(verdictWords(target, amount, outOf), quote(VERDICT_WORDS.unverifiable)),
    gap: decide(gapNumber(definition, target, amount, outOf), '""'),
  };
}

/** The live state of a rule: `Đúng`, `Sai` or `Chưa đủ số liệu`. */
export function liveRule(definition: Definition, rule: Rule, names: LiveNames): string {
  const { formula } = parseFormula(rule.formula);
  if (formula === null) return quote(RULE_WORDS.undecided);
  const state = `IF(${printLive(definition, formula, names)},${quote(RULE_WORDS.true)},${quote(RULE_WORDS.false)})`;
  return guarded(guardOf(definition, formula, names), null, state, quote(RULE_WORDS.undecided));
}

/** The live value of any formula of the subset; an empty text where the core is undecided. */
export function liveValue(definition: Definition, formula: Formula, names: LiveNames): string {
  return guarded(guardOf(definition, formula, names), null, printLive(definition, formula, names), '""');
}

/** Conditions under which a required figure is not there; a column always is. */
function guardOf(definition: Definition, formula: Formula, names: LiveNames): readonly string[] {
  const required = requiredNames(formula).filter((name) => !isColumnName(definition, name));
  return anyBlankTests(names, required);
}

/** `then` when no required figure is blank, the whole is above zero and nothing goes wrong; `otherwise` in all other cases. */
function guarded(blanks: readonly string[], outOf: string | null, then: string, otherwise: string): string {
  if (blanks.includes("TRUE")) return otherwise;
  const leave = otherwise.length > LEAVE.length ? LEAVE : otherwise;
  const inner = outOf === null ? then : `IF(${atom(outOf)}<=0,${leave},${then})`;
  const asked = blanks.length === 0 ? inner : `IF(${anyOf(blanks)},${leave},${inner})`;
  const text = `IFERROR(${asked},${otherwise})`;
  return text.length <= MAX_LENGTH && depthOf(text) <= MAX_DEPTH ? text : TOO_LONG;
}

/** OR takes 255 arguments at most. */
function anyOf(conditions: readonly string[]): string {
  if (conditions.length === 1) return conditions[0]!;
  if (conditions.length <= 255) return `OR(${conditions.join(",")})`;
  return `OR(${anyOf(conditions.slice(0, 254))},${anyOf(conditions.slice(254))})`;
}

/** Deepest nesting of brackets outside quotation marks. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const mark of text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "").replace(/[^()]/g, "")) {
    depth += mark === "(" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/**
 * Text that always gives a number, or an error where the core finds words.
 * @param multiplied true when it is going to be multiplied anyway, so that a name can stand as it is
 */
function numeric(definition: Definition, formula: Formula, names: LiveNames, multiplied: boolean): string {
  const text = printLive(definition, formula, names);
  return isNumeric(formula.root) || (multiplied && formula.root.kind === "name") ? text : `${atom(text)}*1`;
}

function isNumeric(node: FormulaNode): boolean {
  switch (node.kind) {
    case "number":
    case "percent":
      return true;
    case "sign":
      return node.operator === "-";
    case "binary":
      return ["+", "-", "*", "/", "^"].includes(node.operator);
    case "call":
      return ["SUM", "MIN", "MAX", "ABS", "ROUND", "COUNT", "COUNTA", "COUNTIF"].includes(node.name);
    case "name":
    case "text":
    case "boolean":
      return false;
  }
}

/**
 * The two sides of a comparison: `amount × 100` and `95 × outOf`, so that no quotient is rounded at the threshold. Decimals of the
 * threshold are multiplied away: 33.3 % gives `amount × 1000` and `333 × outOf`.
 */
function crossed(
  target: Target,
  amount: string,
  outOf: string | null,
  level: Exact,
): { readonly left: string; readonly right: string } {
  const [n, d] = fractionOf(target, level);
  const left = d === "1" ? amount : `${atom(amount)}*${d}`;
  return { left, right: outOf === null ? n : `${n}*${atom(outOf)}` };
}

/** The level as whole numbers: 0.95 of a target in % is 95/100. */
function fractionOf(target: Target, level: Exact): readonly [numerator: string, denominator: string] {
  for (let scale: number = percentFactor(target); scale < 1e12; scale *= 10) {
    const scaled = multiply(level, scale);
    if (typeof scaled === "number") return [String(scaled), String(scale)];
  }
  return [String(toNumber(level)), "1"];
}

function comparison(target: Target, amount: string, outOf: string | null): string {
  const { left, right } = crossed(target, amount, outOf, measuringOf(target).level.exact);
  const operator = target.comparator === "between" || target.comparator === "about" ? ">=" : target.comparator;
  return `${compared(left)}${operator}${compared(right)}`;
}

/** Comparisons bind weakest, so only a comparison needs brackets; arithmetic does not. */
function compared(text: string): string {
  return /[=<>&]/.test(text) ? atom(text) : text;
}

function verdictWords(target: Target, amount: string, outOf: string | null): string {
  const { upper } = measuringOf(target);
  const plain = `IF(${comparison(target, amount, outOf)},${quote(VERDICT_WORDS.met)},${quote(VERDICT_WORDS.missed)})`;
  if (upper === null) return plain;
  const { left, right } = crossed(target, amount, outOf, upper.exact);
  return `IF(${compared(left)}>${compared(right)},${quote(VERDICT_WORDS.exceeds)},${plain})`;
}

function gapNumber(definition: Definition, target: Target, amount: string, outOf: string | null): string {
  const [n, d] = fractionOf(target, measuringOf(target).level.exact);
  const product = outOf === null ? n : `${n}*${atom(outOf)}`;
  const needed = d === "1" ? product : `${product}/${d}`;
  return `IF(${comparison(target, amount, outOf)},0,${missing(target, needed, amount, countsWhole(definition, target))})`;
}

function missing(target: Target, needed: string, amount: string, whole: boolean): string {
  const counted = atom(amount);
  if (!whole) return `ROUND(ABS(${needed}-${counted}),9)`;
  switch (target.comparator) {
    case ">=":
    case "between":
    case "about":
      return `ROUNDUP(${needed},0)-${counted}`;
    case ">":
      return `INT(${needed})+1-${counted}`;
    case "<=":
      return `${counted}-INT(${needed})`;
    case "<":
      return `${counted}-ROUNDUP(${needed},0)+1`;
    case "=":
      return `IF(${counted}<${needed},ROUNDUP(${needed},0)-${counted},${counted}-INT(${needed}))`;
  }
}

function quote(text: string): string {
  return `"${text}"`;
}
