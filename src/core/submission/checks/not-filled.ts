// Check: the form was filled in at all. A form sent back as it came is one finding, not one for every blank cell.
import type { Finding } from "../../finding.js";
import { finding } from "../../finding.js";
import type { CheckedForm } from "./checked-form.js";
import { requiredFields } from "./checked-form.js";
import { isBlank } from "./required.js";

export function checkNotFilled(form: CheckedForm): readonly Finding[] {
  const { figures, unreadable } = form.submission;
  const required = requiredFields(form);
  const blank = required.every(({ id }) => !unreadable?.has(id) && isBlank(figures.values.get(id)));
  return required.length > 1 && blank
    ? [finding("form/not-filled", "error", { unit: form.unit.code, found: required.length })]
    : [];
}
