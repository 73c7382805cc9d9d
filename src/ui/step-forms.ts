// Step 2: all forms in one zip, and a look at one of them before they go out.
import { button, el, section } from "./dom.js";
import { previewView } from "./preview-view.js";
import type { ViewContext } from "./view.js";

export function formsStep(context: ViewContext): HTMLElement {
  const { words, actions, state } = context;
  const w = words.forms;
  if (state.round === null) return needRound(context);
  return el(
    "div",
    {},
    el("p", { class: "intro" }, w.intro),
    el("div", { class: "row" }, button(w.make(state.round.units.length), actions.makeForms, { id: "make-forms", look: "primary" })),
    el("p", { class: "hint" }, w.after),
    section("form-preview", w.preview, ...formPreview(context)),
  );
}

function formPreview({ words, actions, state, lookups }: ViewContext): HTMLElement[] {
  const units = state.round?.units ?? [];
  const choose = el(
    "select",
    { id: "form-unit" },
    ...units.map((unit) => el("option", { value: unit.code }, `${unit.code} ${unit.name}`)),
  );
  const place = el("div");
  const show = (): void =>
    place.replaceChildren(previewView("form", words, (sheet) => lookups.formPreview(choose.value, sheet)));
  choose.addEventListener("change", show);
  if (units.length > 0) show();
  return [
    el(
      "div",
      { class: "field-row" },
      el("div", { class: "field" }, el("label", { for: "form-unit" }, words.forms.unit), choose),
      button(words.forms.single, () => actions.makeForm(choose.value), { id: "make-form" }),
    ),
    place,
  ];
}

/** What steps show that need a round when there is none. */
export function needRound({ words, actions }: ViewContext): HTMLElement {
  return el(
    "div",
    { class: "empty" },
    el("p", { class: "empty-title" }, words.needRound),
    el("p", {}, words.needRoundHelp),
    el(
      "div",
      { class: "row" },
      button(words.goToBegin, () => actions.goTo("begin"), { id: "to-begin", look: "primary" }),
      button(words.demo, actions.demo, { id: "demo" }),
    ),
  );
}
