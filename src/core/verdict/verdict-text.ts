// Verdicts in words and numbers for people: state, result, threshold, how far.
import type { Definition } from "../definition/definition.js";
import type { Exact } from "../figure/exact.js";
import { compareExact, divide, exactOf, multiply } from "../figure/exact.js";
import { formatBeside, formatNumber } from "../format.js";
import { ABOUT_SHARE, countedNames, percentFactor } from "./measuring.js";
import { fieldOfName, UNIT_COUNT } from "./scope.js";
import type { Target } from "../definition/target.js";
import type { Verdict } from "./verdict.js";

/** The words for a verdict; the same stand in the workbooks' formulas. */
export const VERDICT_WORDS = {
  met: "Đạt",
  exceeds: "Đạt (vượt)",
  missed: "Chưa đạt",
  unverifiable: "Chưa đủ số liệu",
} as const;

/** The words for a rule's state. */
export const RULE_WORDS = { true: "Đúng", false: "Sai", undecided: "Chưa đủ số liệu" } as const;

/** Shown where there is no number. */
const NONE = "–";

/** `Đạt`, `Đạt (vượt)`, `Chưa đạt` or `Chưa đủ số liệu`. */
export function verdictWord(verdict: Verdict): string {
  return verdict.exceeds ? VERDICT_WORDS.exceeds : VERDICT_WORDS[verdict.verdict];
}

/**
 * The result in Vietnamese figures: `94,96%`, `3.720`; of units counted against an `each` target `58/60 đơn vị`; `–` when there is none.
 * Never reads as if it were on the other side of a threshold.
 */
export function displayActual(verdict: Verdict, target: Target): string {
  if (isUnitCount(verdict, target))
    return `${formatNumber(verdict.numerator ?? 0)}/${formatNumber(verdict.denominator ?? 0)} đơn vị`;
  const value = exactActual(verdict, target);
  if (value === null) return NONE;
  const sign = percentSign(target);
  const text = formatBeside(value, boundsOf(target), sign === "%" ? 1 : 2);
  if (text !== null) return text + sign;
  const side = compareExact(value, boundsOf(target)[0]!) < 0 ? "dưới" : "trên";
  return `${side} ${formatNumber(boundsOf(target)[0]!)}${sign}`;
}

/** The threshold: `≥ 95%`, `> 95%`, `30% – 35%`, `khoảng 4.000`, with the measure behind numbers that are not in %. */
export function thresholdText(target: Target): string {
  const measure = target.measure === "%" || target.measure === "" ? "" : ` ${target.measure}`;
  const value = formatNumber(exactOf(target.value)) + percentSign(target);
  switch (target.comparator) {
    case ">=":
      return `≥ ${value}${measure}`;
    case "<=":
      return `≤ ${value}${measure}`;
    case ">":
    case "<":
      return `${target.comparator} ${value}${measure}`;
    case "=":
      return value + measure;
    case "about":
      return `khoảng ${value}${measure}`;
    case "between":
      return target.upper === null
        ? `≥ ${value}${measure}`
        : `${value} – ${formatNumber(exactOf(target.upper))}${percentSign(target)}${measure}`;
  }
}

/**
 * How far a verdict is from its target: `còn thiếu 12 người`, `vượt 3 người` (of a limit), `2 đơn vị chưa đạt`; `chưa đủ số liệu` when it
 * cannot be told; empty when the target is met (`trên mức 35%` when a `between` target is passed).
 */
export function gapText(verdict: Verdict, target: Target, definition: Definition): string {
  if (verdict.verdict === "unverifiable" || verdict.gap === null) return VERDICT_WORDS.unverifiable.toLowerCase();
  if (verdict.verdict === "met")
    return verdict.exceeds ? `trên mức ${formatNumber(exactOf(target.upper ?? target.value))}${percentSign(target)}` : "";
  if (isUnitCount(verdict, target)) return `${formatNumber(verdict.gap)} đơn vị chưa đạt`;
  if (verdict.gap === 0)
    return `phải ${target.comparator === "<" ? "dưới" : "trên"} ${formatNumber(exactOf(target.value))}${percentSign(target)}`;
  const words = isTooMuch(verdict, target) ? "vượt" : "còn thiếu";
  return [words, formatNumber(exactOf(verdict.gap)), gapMeasure(target, definition)].filter((part) => part !== "").join(" ");
}

/**
 * The measure in which a target's gap is counted: that of the fields in the numerator; `đơn vị` where units or their yes are counted;
 * empty when the fields have different measures.
 */
export function gapMeasure(target: Target, definition: Definition): string {
  const measures = new Set(countedNames(target).map((name) => measureOf(name, definition)));
  const [only] = measures;
  if (measures.size === 1 && only !== undefined && only !== "") return only;
  return target.measure === "%" ? "" : target.measure;
}

function measureOf(name: string, definition: Definition): string {
  if (name === UNIT_COUNT) return "đơn vị";
  const field = fieldOfName(definition, name);
  return field?.type === "yesno" ? "đơn vị" : (field?.measure ?? "");
}

/** True for the verdict of an `each` target over all units, whose numerator and denominator count units. */
export function isUnitCount(verdict: Verdict, target: Target): boolean {
  return verdict.unit === null && target.scope === "each";
}

/** Limits are missed by too much; `=` by whichever side the result is on. */
function isTooMuch(verdict: Verdict, target: Target): boolean {
  if (target.comparator === "<=" || target.comparator === "<") return true;
  return target.comparator === "=" && verdict.actual !== null && verdict.actual > target.value;
}

/** The result in the target's measure, from its exact parts where there are any. */
function exactActual(verdict: Verdict, target: Target): Exact | null {
  const { actual, numerator, denominator } = verdict;
  if (actual === null) return null;
  if (numerator === null || denominator === null) return exactOf(actual);
  const ratio = divide(exactOf(numerator), exactOf(denominator));
  return ratio === null ? exactOf(actual) : multiply(ratio, percentFactor(target));
}

function boundsOf(target: Target): readonly Exact[] {
  const value = exactOf(target.value);
  const level = target.comparator === "about" ? [multiply(value, ABOUT_SHARE)] : [];
  return target.upper === null ? [...level, value] : [...level, value, exactOf(target.upper)];
}

function percentSign(target: Target): "%" | "" {
  return target.measure === "%" ? "%" : "";
}
