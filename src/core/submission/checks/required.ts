// Check: every figure that is asked of the unit is there. Blank is not zero.
import type { Finding } from "../../finding.js";
import type { CheckedForm } from "./checked-form.js";
import { aboutField, requiredFields } from "./checked-form.js";

export function checkRequired(form: CheckedForm): readonly Finding[] {
  const { figures, unreadable } = form.submission;
  return requiredFields(form)
    .filter((field) => !unreadable?.has(field.id) && isBlank(figures.values.get(field.id)))
    .map((field) => {
      const type = field.type === "count" || field.type === "decimal" ? "number" : field.type;
      return aboutField("figure/blank", "error", form, field, { data: { type } });
    });
}

/** True when nothing stands in the cell of a figure. */
export function isBlank(value: string | number | null | undefined): boolean {
  return value === undefined || value === null || value === "";
}
