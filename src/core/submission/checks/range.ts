// Check: numbers lie between the least and the most that the definition allows.
import { compareExact, exactOf } from "../../figure/exact.js";
import type { Field } from "../../definition/field.js";
import type { FigureValue } from "../../figure/figures.js";
import type { Finding } from "../../finding.js";
import type { FindingCode } from "../../messages/index.js";
import type { CheckedForm } from "./checked-form.js";
import { aboutField, askedFields } from "./checked-form.js";

export function checkRange(form: CheckedForm): readonly Finding[] {
  return askedFields(form).flatMap((field) => {
    const broken = brokenBound(field, form.submission.figures.values.get(field.id) ?? null);
    return broken === null
      ? []
      : [aboutField(broken.code, "error", form, field, { found: broken.found, expected: broken.bound })];
  });
}

/** The bound that a value of a field breaks; null when it breaks none or is no number. */
export function brokenBound(
  field: Field,
  value: FigureValue,
): { readonly code: FindingCode; readonly found: number; readonly bound: number } | null {
  if (typeof value !== "number" || (field.type !== "count" && field.type !== "decimal")) return null;
  const order = (bound: number): number => compareExact(exactOf(value), exactOf(bound));
  if (field.min !== null && order(field.min) < 0) return { code: "figure/below-min", found: value, bound: field.min };
  if (field.max !== null && order(field.max) > 0) return { code: "figure/above-max", found: value, bound: field.max };
  return null;
}
