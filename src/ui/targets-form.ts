// The fields in which a person corrects a target or writes one that could not be read.
import { COMPARATORS, SCOPES } from "../core/definition/target.js";
import { button, el } from "./dom.js";
import type { FieldName, Typed, Unread } from "./targets-fields.js";
import { FIELDS, readFields, typedOf } from "./targets-fields.js";
import type { TargetChange } from "./targets-state.js";
import type { Words } from "./words.js";

/** Prefix of the ids of the fields. */
export const FIELD_ID = "target-";

type Field = HTMLInputElement | HTMLSelectElement;

/**
 * The fields with their buttons; what cannot be read is said beside its field.
 * @param save is given the correction once everything can be read
 */
export function targetForm(target: Unread, words: Words, save: (change: TargetChange) => void, cancel: () => void): HTMLElement {
  const typed = typedOf(target);
  const fields = new Map(FIELDS.map((name) => [name, fieldOf(name, typed[name], words, target.kind ?? "")]));
  const valueOf = (name: FieldName): string => fields.get(name)!.value;
  const submit = (): void => {
    const { change, problems } = readFields(Object.fromEntries(FIELDS.map((name) => [name, valueOf(name)])) as Typed);
    for (const name of FIELDS) {
      const problem = problems.find(([field]) => field === name)?.[1];
      tell(name, fields.get(name)!, problem === undefined ? "" : words.draft[problem]);
    }
    if (change === null) fields.get(problems[0]![0])!.focus();
    else save(change);
  };
  const lines = new Map(FIELDS.map((name) => [name, labelled(name, fields.get(name)!, words)]));
  const showAsked = (): void => {
    lines.get("upper")!.hidden = valueOf("comparator") !== "between";
    lines.get("appliesTo")!.hidden = valueOf("scope") === "total" && valueOf("appliesTo") === "";
  };
  for (const name of ["comparator", "scope"] as const) fields.get(name)!.addEventListener("change", showAsked);
  showAsked();
  const form = el(
    "form",
    { class: "target-form", novalidate: true },
    el("div", { class: "target-fields" }, ...lines.values()),
    el(
      "div",
      { class: "row" },
      button(words.draft.save, submit, { id: "save-target", look: "primary" }),
      button(words.draft.back, cancel, { id: "cancel-target" }),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    submit();
  });
  return form;
}

function labelled(name: FieldName, field: Field, words: Words): HTMLElement {
  return el(
    "div",
    { class: `field field-${name}` },
    el("label", { for: field.id }, words.draft[name]),
    field,
    el("p", { class: "bad-line field-problem", id: `${field.id}-problem`, hidden: true }),
  );
}

/** @param kind of unit that the words of the document address: shown as an example, never taken over unasked */
function fieldOf(name: FieldName, value: string, words: Words, kind: string): Field {
  const attributes = { id: FIELD_ID + name, "aria-describedby": `${FIELD_ID}${name}-problem`, autocomplete: "off" };
  if (name === "comparator") return menu(attributes, COMPARATORS, value, words.draft.comparators);
  if (name === "scope") return menu(attributes, SCOPES, value, words.draft.scopes);
  if (name === "appliesTo") return el("input", { ...attributes, value, placeholder: kind });
  return el("input", { ...attributes, value, ...(name === "value" || name === "upper" ? { inputmode: "decimal" } : {}) });
}

function menu<T extends string>(
  attributes: Readonly<Record<string, string>>,
  choices: readonly T[],
  chosen: string,
  names: Readonly<Record<T, string>>,
): HTMLSelectElement {
  return el("select", attributes, ...choices.map((value) => el("option", { value, selected: value === chosen }, names[value])));
}

function tell(name: FieldName, field: Field, problem: string): void {
  if (problem === "") field.removeAttribute("aria-invalid");
  else field.setAttribute("aria-invalid", "true");
  const place = field.parentElement?.querySelector<HTMLElement>(`#${FIELD_ID}${name}-problem`);
  if (place === null || place === undefined) return;
  place.textContent = problem;
  place.hidden = problem === "";
}
