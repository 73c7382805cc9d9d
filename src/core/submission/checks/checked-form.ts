// What the checks look at, and findings about its fields with the cells where they stand.
import type { Definition } from "../../definition/definition.js";
import type { Field } from "../../definition/field.js";
import type { Figures } from "../../figure/figures.js";
import type { Finding, FindingFacts, Severity } from "../../finding.js";
import { finding } from "../../finding.js";
import type { FindingCode } from "../../messages/index.js";
import type { Place, Submission } from "../submission.js";
import { appliesToKind } from "../../text.js";
import type { Unit } from "../../definition/unit.js";

export interface CheckedForm {
  readonly definition: Definition;
  readonly unit: Unit;
  readonly submission: Submission;
  /** The unit's figures of the period before; null when unknown. */
  readonly previous: Figures | null;
}

/** Fields that a unit of this kind answers. */
export function askedFields({ definition, unit }: CheckedForm): readonly Field[] {
  return definition.fields.filter((field) => appliesToKind(field.appliesTo, unit.kind));
}

/** Fields that it has to answer. */
export function requiredFields(form: CheckedForm): readonly Field[] {
  return askedFields(form).filter((field) => field.required);
}

/** Sheet and cell of an input, where they are known. */
export function placeOf({ submission }: CheckedForm, name: string): Place | { readonly sheet: null; readonly cell: null } {
  return submission.places?.get(name) ?? { sheet: null, cell: null };
}

/** A finding about a field, at its cell. */
export function aboutField(
  code: FindingCode,
  severity: Severity,
  form: CheckedForm,
  field: Field,
  facts: FindingFacts = {},
): Finding {
  const data = { label: field.label, ...facts.data };
  return finding(code, severity, { unit: form.unit.code, field: field.id, ...placeOf(form, field.id), ...facts, data });
}
