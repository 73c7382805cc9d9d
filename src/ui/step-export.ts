// Step 5: the summary that leaders read, from what was consolidated here or from a workbook of before.
import { button, el, section } from "./dom.js";
import { fileInput, WORKBOOKS } from "./file-input.js";
import { previewView } from "./preview-view.js";
import type { ViewContext } from "./view.js";

export function exportStep(context: ViewContext): HTMLElement {
  const { words, actions, state, lookups, host } = context;
  const w = words.export;
  const source =
    state.opened !== null && state.opened.definition !== null
      ? w.from(state.opened.name)
      : state.consolidation !== null
        ? w.fromRound
        : null;
  return el(
    "div",
    {},
    el("p", { class: "intro" }, w.intro),
    el("p", { class: source === null ? "hint" : "good-line", id: "export-source" }, source ?? w.none),
    el(
      "div",
      { class: "row" },
      source === null
        ? button(words.steps.consolidate, () => actions.goTo("consolidate"), { id: "to-consolidate" })
        : host.files === "none"
          ? null
          : button(w.save, () => actions.deliver("summary", false), { id: "save-summary", look: "primary" }),
    ),
    section(
      "open-consolidated",
      w.open,
      fileInput({
        id: "consolidated-file",
        label: w.open,
        accept: WORKBOOKS,
        many: false,
        folders: false,
        words,
        area: false,
        take: actions.openConsolidated,
      }),
    ),
    source === null
      ? null
      : section(
          "summary-preview",
          w.preview,
          previewView("summary", words, (sheet, rows) => lookups.preview("summary", sheet, rows)),
        ),
  );
}
