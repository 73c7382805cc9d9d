// The form of a new round: resolution, period, due day, list of units.
import { button, capital, el } from "./dom.js";
import { fileInput } from "./file-input.js";
import { whenReleased } from "./pressed.js";
import type { StartForm } from "./state.js";
import { sourceChoice } from "./targets-source.js";
import type { ViewContext } from "./view.js";

const PARTS = ["Q1", "Q2", "H1", "Q3", "9M", "Q4", ""] as const;

/** The whole form, from choosing where the targets come from. */
export function startForm(context: ViewContext): HTMLElement {
  return formOf(context, sourceChoice(context, [templateField(context), ...roundFields(context)]));
}

/** The form when the targets are there already. */
export function roundForm(context: ViewContext): HTMLElement {
  return formOf(context, roundFields(context));
}

function roundFields(context: ViewContext): HTMLElement[] {
  const { words, actions, state } = context;
  const waiting = state.templates.length === 0;
  return [
    periodFields(context),
    unitsField(context),
    button(words.begin.make, actions.begin, { id: "begin", look: "primary", disabled: waiting }),
  ];
}

function formOf({ actions }: ViewContext, fields: readonly HTMLElement[]): HTMLElement {
  const form = el("form", { class: "form", novalidate: true }, ...fields);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    actions.begin();
  });
  return form;
}

function templateField({ words, actions, state }: ViewContext): HTMLElement {
  const facts = el("p", { class: "hint", id: "template-facts" });
  const choose = el(
    "select",
    { id: "template", "aria-describedby": "template-facts" },
    ...state.templates.map((one) =>
      el("option", { value: one.id, selected: one.id === state.start.template }, `${capital(one.title)}: ${one.abstract}`),
    ),
  );
  const describe = (): void => {
    const one = state.templates.find(({ id }) => id === choose.value);
    if (one === undefined) return;
    const kinds = one.kinds.length > 0 ? ` ${words.begin.kinds(one.kinds.join(", "))}` : "";
    facts.textContent = words.begin.templateFacts(one.issuer, one.targets, one.fields) + kinds;
  };
  choose.addEventListener("change", () => {
    const year = state.templates.find(({ id }) => id === choose.value)?.year;
    actions.type({ template: choose.value, ...(year === undefined ? {} : { year }) });
    const field = document.getElementById("year");
    if (year !== undefined && field instanceof HTMLInputElement) field.value = year;
    describe();
  });
  describe();
  return el("div", { class: "field" }, el("label", { for: "template" }, words.begin.template), choose, facts);
}

function periodFields({ words, actions, state }: ViewContext): HTMLElement {
  const w = words.begin;
  const { start } = state;
  const part = el(
    "select",
    { id: "part" },
    ...PARTS.map((value) => el("option", { value, selected: value === start.part }, w.parts[value])),
  );
  part.addEventListener("change", () => actions.type({ part: part.value }));
  const year = el("input", { id: "year", inputmode: "numeric", maxlength: 4, size: 5, value: start.year, autocomplete: "off" });
  year.addEventListener("input", () => actions.type({ year: year.value.trim() }));
  const due = el("input", { id: "due", type: "date", value: start.due });
  due.addEventListener("input", () => actions.type({ due: due.value }));
  return el(
    "div",
    { class: "field-row" },
    el("div", { class: "field" }, el("label", { for: "part" }, w.period), part),
    el("div", { class: "field" }, el("label", { for: "year" }, w.year), year),
    el("div", { class: "field" }, el("label", { for: "due" }, w.due), due),
  );
}

function unitsField(context: ViewContext): HTMLElement {
  const { words, actions, state, lookups } = context;
  const w = words.begin;
  const { start } = state;
  const told = el("div", { id: "units-read" }, ...unitsRead(context, start));
  const box = el("textarea", {
    id: "units",
    rows: 7,
    placeholder: w.unitsPlaceholder,
    spellcheck: "false",
    "aria-describedby": "units-help units-read",
  });
  box.value = start.unitsText;
  box.addEventListener("input", () => actions.type({ unitsText: box.value, unitsFile: null, units: null }));
  box.addEventListener("change", () => {
    const text = box.value;
    if (text.trim() === "") return whenReleased(() => told.replaceChildren());
    void lookups.units(text).then((units) => {
      if (box.value !== text) return;
      actions.type({ units });
      whenReleased(() => told.replaceChildren(...unitsRead(context, { units, unitsFile: null })));
    });
  });
  return el(
    "div",
    { class: "field" },
    el("label", { for: "units" }, w.units),
    el("p", { class: "hint", id: "units-help" }, w.unitsHelp),
    box,
    told,
    el(
      "div",
      { class: "inline-pick" },
      el("span", { class: "hint" }, w.unitsPick),
      fileInput({
        id: "units-file",
        label: w.units,
        accept: ".xlsx,.csv,.txt",
        many: false,
        folders: false,
        words,
        area: false,
        take: actions.readUnitsFile,
      }),
    ),
  );
}

function unitsRead({ words, sentence }: ViewContext, { units, unitsFile }: Pick<StartForm, "units" | "unitsFile">): Node[] {
  const w = words.begin;
  if (units === null) return [];
  const from = unitsFile === null ? "" : ` ${w.unitsFrom(unitsFile)}.`;
  const faults = units.findings.filter(({ severity }) => severity !== "note");
  const wrong = faults.some(({ severity }) => severity === "error");
  const line = w.unitsRead(units.units.length) + from + (units.numbered ? ` ${w.numbered}` : "");
  const items = faults.slice(0, 10).map((one) => el("li", { class: `finding ${one.severity}` }, sentence(one)));
  return [
    el("p", { class: wrong ? "bad-line" : "good-line" }, line),
    ...(items.length === 0 ? [] : [el("ul", { class: "finding-list" }, ...items)]),
  ];
}
