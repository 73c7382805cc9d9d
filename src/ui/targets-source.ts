// Where the targets of a new round come from: a built-in template, or the text of a resolution.
import { button, el } from "./dom.js";
import { fileInput } from "./file-input.js";
import type { StartForm } from "./state.js";
import type { ViewContext } from "./view.js";

const DOCUMENTS = ".docx,.pdf,.txt";

/**
 * The choice, and what belongs to it.
 * @param withTemplate what is shown for a template; hidden when a text is to be read
 */
export function sourceChoice(context: ViewContext, withTemplate: readonly HTMLElement[]): HTMLElement[] {
  const { words, actions, state } = context;
  const w = words.draft;
  const template = el("div", {}, ...withTemplate);
  const text = el("div", {}, ...textSource(context));
  const show = (source: StartForm["source"]): void => {
    template.hidden = source !== "template";
    text.hidden = source !== "text";
  };
  const choice = (source: StartForm["source"], label: string): HTMLElement => {
    const dot = el("input", {
      type: "radio",
      name: "source",
      id: `source-${source}`,
      value: source,
      checked: state.start.source === source,
    });
    dot.addEventListener("change", () => {
      actions.type({ source });
      show(source);
    });
    return el("span", { class: "choice" }, dot, el("label", { for: dot.id }, label));
  };
  show(state.start.source);
  return [
    el(
      "fieldset",
      { class: "choices" },
      el("legend", {}, w.source),
      choice("template", w.fromTemplate),
      choice("text", w.fromText),
    ),
    template,
    text,
  ];
}

function textSource({ words, actions, state }: ViewContext): HTMLElement[] {
  const w = words.draft;
  const box = el("textarea", { id: "resolution-text", rows: 9, spellcheck: "false" });
  box.value = state.start.text;
  box.addEventListener("input", () => actions.type({ text: box.value }));
  return [
    el("p", { class: "hint" }, w.fileHelp),
    fileInput({
      id: "resolution-file",
      label: w.file,
      accept: DOCUMENTS,
      many: false,
      folders: false,
      words,
      area: true,
      take: actions.readResolution,
    }),
    el("div", { class: "field" }, el("label", { for: "resolution-text" }, w.paste), box),
    button(w.read, () => actions.readResolution(null), { id: "read-resolution", look: "primary" }),
  ];
}
