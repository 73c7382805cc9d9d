// The table of targets under review: a row for each with its level, its state, what is open about it, and what can be done.
import type { Child } from "./dom.js";
import { button, capital, el, table } from "./dom.js";
import { levelText } from "./targets-fields.js";
import type { TargetRow, TargetsDraft } from "./targets-state.js";
import { isInDoubt, levelsDiffer, ordered, questionsFor } from "./targets-state.js";
import type { Words } from "./words.js";

export interface RowActions {
  confirm(id: string): void;
  drop(id: string): void;
  restore(id: string): void;
  split(id: string): void;
  edit(id: string): void;
  tick(id: string, on: boolean): void;
  toText(id: string): void;
}

/** What is drawn besides the draft. */
export interface TableLook {
  readonly doubtFirst: boolean;
  readonly ticked: ReadonlySet<string>;
  /** The row that is being corrected (null: one that is being written) with its fields. */
  readonly editing: { readonly id: string | null; readonly form: HTMLElement } | null;
  /** The row that was gone to last. */
  readonly current: string | null;
}

const COLUMNS = 7;
const LONGEST_QUOTE = 220;

/** A fresh table. */
export function targetsTable(draft: TargetsDraft, look: TableLook, words: Words, actions: RowActions): HTMLElement {
  const w = words.draft;
  const rows = ordered(draft, look.doubtFirst).flatMap((row) =>
    row.target.id === look.editing?.id
      ? [rowView(row, draft, look, words, actions), formRow(look.editing.form)]
      : [rowView(row, draft, look, words, actions)],
  );
  const written = look.editing !== null && look.editing.id === null ? [formRow(look.editing.form)] : [];
  return table(w.table, [w.pick, w.clause, w.subject, w.level, w.scope, w.due, w.state], [...written, ...rows], "targets-table");
}

function formRow(form: HTMLElement): HTMLTableRowElement {
  return el("tr", { class: "form-row" }, el("td", { colspan: COLUMNS }, form));
}

function rowView(row: TargetRow, draft: TargetsDraft, look: TableLook, words: Words, actions: RowActions): HTMLTableRowElement {
  const { target, state } = row;
  const w = words.draft;
  const doubt = isInDoubt(draft, row);
  const looks = [state, doubt ? "doubt" : "", look.current === target.id ? "current" : ""].filter((one) => one !== "");
  return el(
    "tr",
    { id: `row-${target.id}`, class: looks.join(" "), tabindex: -1 },
    el("td", { class: "tick-cell" }, state === "dropped" ? null : tick(row, look, words, actions)),
    el("td", { class: "quiet-cell clause-cell" }, target.clause),
    el("th", { scope: "row" }, ...subjectCell(row, draft, words, actions)),
    el("td", { class: "level-cell" }, levelText(target)),
    el("td", {}, w.scopes[target.scope]),
    el("td", { class: "due-cell", "data-label": w.due }, dayText(target.due)),
    el("td", { class: "state-cell" }, ...stateCell(row, doubt, words)),
  );
}

function dayText(due: string | null): string {
  return due === null ? "–" : due.split("-").reverse().join("/");
}

function nameOf({ target }: TargetRow, words: Words): string {
  return target.subject === "" ? words.draft.noSubject : capital(target.subject);
}

function tick(row: TargetRow, look: TableLook, words: Words, actions: RowActions): HTMLElement {
  const { id } = row.target;
  const box = el("input", {
    type: "checkbox",
    id: `tick-${id}`,
    "aria-label": words.draft.tick(nameOf(row, words)),
    checked: look.ticked.has(id),
  });
  box.addEventListener("change", () => actions.tick(id, box.checked));
  return box;
}

function subjectCell(row: TargetRow, draft: TargetsDraft, words: Words, actions: RowActions): Child[] {
  const { target, parts } = row;
  const w = words.draft;
  const quote = target.quote.replace(/\s+/gu, " ");
  const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
  const asked = row.state === "dropped" ? [] : questionsFor(draft, target.id);
  const differing = levelsDiffer(row) ? [w.levelsDiffer(parts.map((part) => levelText(part.target)).join("; "))] : [];
  const open = [...differing, ...asked];
  return [
    el("div", { class: "target-subject" }, nameOf(row, words)),
    target.population === null ? null : el("div", { class: "target-population" }, w.ofAll(target.population)),
    el(
      "button",
      { type: "button", class: "quote", id: `quote-${target.id}`, title: w.toText, onclick: () => actions.toText(target.id) },
      `“${short}”`,
    ),
    open.length === 0 ? null : el("ul", { class: "target-questions" }, ...open.map((question) => el("li", {}, question))),
    el("div", { class: "target-actions" }, ...rowButtons(row, words, actions)),
  ];
}

function rowButtons(row: TargetRow, words: Words, actions: RowActions): HTMLElement[] {
  const { target, state, parts } = row;
  const w = words.draft;
  const act = (name: "confirm" | "edit" | "drop" | "restore" | "split"): HTMLElement =>
    button(w[name], () => actions[name](target.id), {
      id: `${name}-${target.id}`,
      look: name === "confirm" ? "plain" : "link",
      "aria-label": w.about(w[name], nameOf(row, words)),
    });
  if (state === "dropped") return [act("restore")];
  return [...(state === "open" ? [act("confirm")] : []), act("edit"), act("drop"), ...(parts.length === 0 ? [] : [act("split")])];
}

function stateCell({ target, state, byHand, parts }: TargetRow, doubt: boolean, words: Words): HTMLElement[] {
  const w = words.draft;
  const facts = [
    byHand ? w.byHand : w.sure(Math.round(target.confidence * 100)),
    ...(parts.length === 0 ? [] : [w.merged(parts.length)]),
  ];
  return [
    el("span", { class: `target-state ${doubt ? "doubt" : state}` }, doubt ? w.states.doubt : w.states[state]),
    el("span", { class: "target-facts" }, facts.join(", ")),
  ];
}
