// Step 2: all forms in one zip, and a look at one of them before they go out.
import type { Unit } from "../core/definition/unit.js";
import { button, el, section } from "./dom.js";
import { previewView } from "./preview-view.js";
import type { ViewContext } from "./view.js";

export function formsStep(context: ViewContext): HTMLElement {
  const { words, actions, state, host } = context;
  const w = words.forms;
  if (state.round === null) return needRound(context);
  return el(
    "div",
    {},
    el("p", { class: "intro" }, w.intro),
    host.files === "all"
      ? el(
          "div",
          { class: "row" },
          button(w.make(state.round.units.length), actions.makeForms, { id: "make-forms", look: "primary" }),
        )
      : null,
    host.files === "none" ? null : el("p", { class: "hint" }, w.after),
    section("form-preview", w.preview, ...formPreview(context)),
  );
}

function formPreview({ words, actions, state, lookups, host }: ViewContext): HTMLElement[] {
  const units = state.round?.units ?? [];
  const place = el("div");
  let chosen = units[0]?.code ?? "";
  const show = (code: string): void => {
    chosen = code;
    place.replaceChildren(previewView("form", words, (sheet) => lookups.formPreview(code, sheet)));
  };
  if (units.length > 0) show(chosen);
  const [label, look] = host.files === "all" ? [words.forms.single, "plain" as const] : [words.forms.open, "primary" as const];
  const single = button(label, () => actions.makeForm(chosen), { id: "make-form", look });
  return [
    el(
      "div",
      { class: "field-row" },
      el("div", { class: "field wide-field" }, el("label", { for: "form-unit" }, words.forms.unit), unitPicker(units, show)),
      ...(host.files === "none" ? [] : [single]),
    ),
    place,
  ];
}

/** Longer lists are searched by typing: a menu of a thousand entries holds up the page. */
const MENU_UNITS = 150;

function unitPicker(units: readonly Unit[], take: (code: string) => void): HTMLElement {
  const label = ({ code, name }: Unit): string => `${code} ${name}`;
  if (units.length <= MENU_UNITS) {
    const menu = el("select", { id: "form-unit" }, ...units.map((unit) => el("option", { value: unit.code }, label(unit))));
    menu.addEventListener("change", () => take(menu.value));
    return menu;
  }
  const codes = new Map(units.map((unit) => [label(unit), unit.code]));
  const list = el("datalist", { id: "form-units" });
  const box = el("input", { id: "form-unit", list: "form-units", value: label(units[0]!), autocomplete: "off" });
  box.addEventListener("focus", () => void fillList(list, [...codes.keys()]), { once: true });
  box.addEventListener("change", () => {
    const code = codes.get(box.value) ?? units.find((unit) => unit.code === box.value.trim())?.code;
    if (code !== undefined) take(code);
  });
  return el("div", {}, box, list);
}

/** Entries that are made in one go, so that the page answers in between. */
const ENTRIES_AT_ONCE = 200;

async function fillList(list: HTMLDataListElement, labels: readonly string[]): Promise<void> {
  for (let at = 0; at < labels.length; at += ENTRIES_AT_ONCE) {
    list.append(...labels.slice(at, at + ENTRIES_AT_ONCE).map((value) => el("option", { value })));
    await new Promise((resolve) => setTimeout(resolve));
  }
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
