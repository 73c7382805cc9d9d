// What stands around the text and the table of a review: how far it is, facts of the document, sentences that were left out.
import type { Resolution } from "../core/definition/resolution.js";
import { button, el, fold } from "./dom.js";
import { sentencesLeft } from "./targets-passages.js";
import type { Span, TargetsDraft } from "./targets-state.js";
import { isInDoubt, questionsFor, tally } from "./targets-state.js";
import type { TableLook } from "./targets-table.js";
import type { Words } from "./words.js";

export interface ToolbarActions {
  confirmSure(): void;
  nextDoubt(): void;
  setOrder(doubtFirst: boolean): void;
  merge(): void;
}

export function toolbarView(draft: TargetsDraft, look: TableLook, words: Words, actions: ToolbarActions): HTMLElement[] {
  const w = words.draft;
  const { all, confirmed, open, doubt, dropped } = tally(draft);
  const sure = draft.rows.filter((row) => row.state === "open" && !isInDoubt(draft, row)).length;
  const ticked = draft.rows.filter((row) => row.state !== "dropped" && look.ticked.has(row.target.id)).length;
  return [
    el(
      "p",
      { id: "targets-line", tabindex: -1, class: open === 0 && confirmed > 0 ? "good-line" : "" },
      w.tally(all, confirmed, open, doubt, dropped),
    ),
    el(
      "div",
      { class: "row" },
      sure > 0 ? button(w.confirmAll(sure), () => actions.confirmSure(), { id: "confirm-sure" }) : null,
      doubt > 0 ? button(w.nextDoubt(doubt), () => actions.nextDoubt(), { id: "next-doubt" }) : null,
      button(w.merge(ticked), () => actions.merge(), { id: "merge-targets", disabled: ticked < 2 }),
      orderMenu(look.doubtFirst, words, (doubtFirst) => actions.setOrder(doubtFirst)),
    ),
  ];
}

function orderMenu(doubtFirst: boolean, { draft: w }: Words, take: (doubtFirst: boolean) => void): HTMLElement {
  const menu = el(
    "select",
    { id: "targets-order" },
    el("option", { value: "text", selected: !doubtFirst }, w.orders.text),
    el("option", { value: "doubt", selected: doubtFirst }, w.orders.doubt),
  );
  menu.addEventListener("change", () => take(menu.value === "doubt"));
  return el("span", { class: "inline-field" }, el("label", { for: "targets-order" }, w.order), menu);
}

const FACTS = ["kind", "number", "symbol", "date", "issuer", "abstract"] as const;

/** What the heading of the document says, to be corrected; open when something could not be read. */
export function documentView(draft: TargetsDraft, words: Words, take: (change: Partial<Resolution>) => void): HTMLElement {
  const { resolution } = draft.extraction;
  const asked = questionsFor(draft, "");
  const fields = FACTS.map((name) => {
    const id = `document-${name}`;
    const field = el("input", {
      id,
      value: resolution[name] ?? "",
      autocomplete: "off",
      ...(name === "date" ? { type: "date" } : {}),
    });
    field.addEventListener("change", () => {
      const value = field.value.trim();
      take({ [name]: name === "date" && value === "" ? null : value });
    });
    return el("div", { class: `field field-${name}` }, el("label", { for: id }, words.draft[name]), field);
  });
  const made = fold("document-facts", words.draft.document, () => [
    ...asked.map((question) => el("p", { class: "attention-line" }, question)),
    el("div", { class: "document-fields" }, ...fields),
  ]);
  made.open = asked.length > 0;
  return made;
}

/** Most sentences that are listed. */
const MOST_LEFT = 100;

/** Sentences with a number that became no target. */
export function leftView(draft: TargetsDraft, words: Words, add: (span: Span) => void): HTMLElement {
  const left = sentencesLeft(draft.text, draft.rows);
  if (left.length === 0) return el("div");
  return fold("sentences-left", words.draft.left(left.length), () =>
    el(
      "ul",
      { class: "sentences-left" },
      ...left.slice(0, MOST_LEFT).map((span) => {
        const sentence = draft.text.slice(span.start, span.end).replace(/\s+/gu, " ");
        const label = words.draft.about(words.draft.addThis, sentence);
        return el(
          "li",
          {},
          el("span", {}, sentence),
          button(words.draft.addThis, () => add(span), { "aria-label": label }),
        );
      }),
    ),
  );
}

/** Leaving the review loses it, so it takes two presses. */
export function otherButton({ draft: w }: Words, close: () => void): HTMLElement {
  let asked = false;
  const press = (): void => {
    if (asked) return close();
    asked = true;
    made.textContent = w.otherSure;
  };
  const made = button(w.other, press, { id: "close-targets", look: "quiet" });
  return el("div", { class: "row" }, made);
}
