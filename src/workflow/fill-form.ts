// Filling a form from figures, for demonstrations and for units whose figures already stand elsewhere. The blank form is not changed.
import type { Field } from "../core/definition/field.js";
import type { FigureValue } from "../core/figure/figures.js";
import type { Submission } from "../core/submission/submission.js";
import { dateSerial } from "../core/verdict/scope.js";
import type { StampPlace, StampValue } from "../xlsx/stamp.js";
import { prepareStamp, stamp } from "../xlsx/stamp.js";
import type { Host, Round } from "./round.js";

interface Entry extends StampPlace {
  readonly value: StampValue;
}

/**
 * A form with the figures, explanations and number of a submission typed into its inputs.
 * Results of formulas are left to the program that opens it.
 * @param form bytes of the unit's form of this round
 */
export function fillForm(form: Uint8Array, round: Round, submission: Omit<Submission, "period">, host: Host): Uint8Array {
  const unit = round.units.get(submission.unit);
  if (unit === undefined) throw new Error(`no unit ${submission.unit} in the round`);
  const layout = round.layout(unit);
  const fields = new Map(round.definition.fields.map((field) => [field.id, field]));
  const entries: Entry[] = [];
  for (const input of layout.inputs) {
    const value = inputValue(input.name, input.role, fields, submission);
    if (value !== null) entries.push({ sheet: input.sheet, row: input.row, column: input.column, value });
  }
  for (const list of layout.lists) {
    const columns = round.definition.lists.find((one) => one.id === list.list)?.columns ?? [];
    (submission.figures.lists.get(list.list) ?? []).slice(0, list.rows).forEach((row, i) => {
      for (const place of list.columns) {
        const value = typed(
          columns.find((column) => column.id === place.field),
          row.get(place.field) ?? null,
        );
        if (value !== null) entries.push({ sheet: list.sheet, row: list.firstRow + i, column: place.column, value });
      }
    });
  }
  const plan = prepareStamp(form, entries, host.codec, { dropResults: true });
  return stamp(
    plan,
    entries.map((entry) => entry.value),
  );
}

function inputValue(
  name: string,
  role: string,
  fields: ReadonlyMap<string, Field>,
  submission: Omit<Submission, "period">,
): StampValue {
  if (role === "submissionNumber") return submission.submissionNumber;
  if (role === "explanation") return submission.explanations.get(name.replace(/_giai_trinh$/u, "")) ?? null;
  return role === "figure" ? typed(fields.get(name), submission.figures.values.get(name) ?? null) : null;
}

/** The value as a clerk would type it: words for yes and no, a day number for a date. */
function typed(field: Field | undefined, value: FigureValue): StampValue {
  if (field === undefined || value === null) return null;
  if (field.type === "yesno") return value === 1 ? "Có" : "Không";
  return field.type === "date" ? dateSerial(String(value)) : value;
}
