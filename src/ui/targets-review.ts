// The review of targets read from a resolution: the text with its marks on one side, the table on the other, both moving together.
import type { ExtractedTarget } from "../core/extraction/index.js";
import { button, el, section } from "./dom.js";
import { FIELD_ID, targetForm } from "./targets-form.js";
import { documentView, leftView, toolbarView } from "./targets-parts.js";
import type { Span, TargetChange, TargetsDraft } from "./targets-state.js";
import * as change from "./targets-state.js";
import type { RowActions, TableLook } from "./targets-table.js";
import { targetsTable } from "./targets-table.js";
import { revealForm, scrollInside, textView } from "./targets-text-view.js";
import type { ViewContext } from "./view.js";

/** Questions are asked anew when nothing has changed for so long. */
const CALM_MS = 150;

type Side = "text" | "table";

/** The whole review. It draws its own changes, so that nothing scrolls away; the draft is handed to the actions each time. */
export function targetsReview({ words, actions, lookups }: ViewContext, first: TargetsDraft): HTMLElement {
  const w = words.draft;
  let draft = first;
  let look: TableLook = { doubtFirst: false, ticked: new Set(), editing: null, current: null };
  let asking: ReturnType<typeof setTimeout> | undefined;
  const said = el("p", { class: "unseen", role: "status", id: "targets-said" });
  const text = textView(words, (id) => showRow(id));
  const tablePlace = el("div", { class: "targets-side table-side" });
  const toolbar = el("div", { class: "targets-toolbar" });
  const left = el("div");
  const panes = el("div", { class: "targets-panes", "data-side": "table" });
  const sides = el("div", { class: "tabs targets-tabs", role: "group", "aria-label": w.sides });

  const drawTable = (): void => {
    const held = document.activeElement?.id ?? "";
    const inside = tablePlace.contains(document.activeElement);
    const made = targetsTable(draft, look, words, rowActions);
    const [body, frame] = [made.querySelector("tbody"), tablePlace.querySelector(".table-frame")];
    if (frame === null || body === null) tablePlace.replaceChildren(made);
    else frame.querySelector("tbody")?.replaceWith(body);
    if (inside && held !== "") document.getElementById(held)?.focus({ preventScroll: true });
  };
  const drawToolbar = (): void => {
    const held = document.activeElement?.id ?? "";
    const inside = toolbar.contains(document.activeElement);
    toolbar.replaceChildren(...toolbarView(draft, look, words, { confirmSure, nextDoubt, setOrder, merge }));
    if (inside) document.getElementById(held)?.focus({ preventScroll: true });
  };
  const drawLeft = (): void => {
    const open = left.querySelector("details")?.open === true;
    const view = leftView(draft, words, (span) => void addFrom(span));
    if (view instanceof HTMLDetailsElement) view.open = open;
    left.replaceChildren(view);
  };
  const draw = (): void => {
    drawTable();
    drawToolbar();
    if (text.draw(draft)) drawLeft();
    sides.replaceChildren(...(["text", "table"] as const).map(sideButton));
  };
  const apply = (next: TargetsDraft, told: string, focus: string | null = null): void => {
    draft = next;
    actions.keepTargets(draft);
    draw();
    if (told !== "") said.textContent = told;
    if (focus !== null) focusOn(focus);
    clearTimeout(asking);
    asking = setTimeout(() => void ask(), CALM_MS);
  };
  const ask = async (): Promise<void> => {
    const asked = draft;
    const answered = await lookups.questioned(asked);
    if (draft !== asked || !panes.isConnected) return;
    draft = answered;
    actions.keepTargets(draft);
    drawTable();
    drawToolbar();
    text.draw(draft);
  };
  const focusOn = (id: string): void => {
    const one = document.getElementById(id);
    one?.focus({ preventScroll: true });
    const frame = tablePlace.querySelector<HTMLElement>(".table-frame");
    if (one === null || frame?.contains(one) !== true) return;
    scrollInside(frame, rowAround(one));
    const form = one.closest<HTMLElement>(".form-row");
    if (form !== null) revealForm(frame, form);
  };
  const showSide = (side: Side): void => {
    panes.dataset["side"] = side;
    sides.replaceChildren(...(["text", "table"] as const).map(sideButton));
  };
  const sideButton = (side: Side): HTMLElement =>
    button(
      side === "text" ? w.text : `${w.table} (${words.count(draft.rows.length)})`,
      () => {
        showSide(side);
        document.getElementById(`side-${side}`)?.focus();
      },
      { id: `side-${side}`, look: "quiet", "aria-pressed": panes.dataset["side"] === side ? "true" : "false" },
    );

  const showRow = (id: string): void => {
    look = { ...look, current: id };
    showSide("table");
    drawTable();
    text.show(id, false);
    focusOn(`row-${id}`);
  };
  const nameOf = (id: string): string => change.rowOf(draft, id)?.target.subject || w.noSubject;
  const nextOpen = (id: string): string => {
    const rows = change.ordered(draft, look.doubtFirst);
    const at = rows.findIndex(({ target }) => target.id === id);
    const next = [...rows.slice(at + 1), ...rows.slice(0, at)].find(({ state }) => state === "open");
    return next === undefined ? `edit-${id}` : `confirm-${next.target.id}`;
  };
  const startEditing = (id: string | null, target: Parameters<typeof targetForm>[0], save: (one: TargetChange) => void): void => {
    const back = id === null ? "add-target" : `edit-${id}`;
    const stop = (): void => {
      look = { ...look, editing: null };
      drawTable();
      focusOn(back);
    };
    look = { ...look, editing: { id, form: targetForm(target, words, save, stop) }, current: id };
    showSide("table");
    drawTable();
    focusOn(`${FIELD_ID}${target.subject === "" ? "subject" : "value"}`);
  };
  const rowActions: RowActions = {
    confirm: (id) => {
      const next = nextOpen(id);
      apply(change.mark(draft, id, "confirmed"), w.done.confirmed(nameOf(id)), next);
    },
    drop: (id) => {
      look = { ...look, ticked: without(look.ticked, id), editing: look.editing?.id === id ? null : look.editing };
      apply(change.mark(draft, id, "dropped"), w.done.dropped(nameOf(id)), `restore-${id}`);
    },
    restore: (id) => apply(change.mark(draft, id, "open"), w.done.restored(nameOf(id)), `confirm-${id}`),
    split: (id) => apply(change.split(draft, id), w.done.split, `confirm-${id}`),
    edit: (id) => {
      const row = change.rowOf(draft, id);
      if (row === undefined) return;
      startEditing(id, row.target, (typed) => {
        look = { ...look, editing: null };
        const next = nextOpen(id);
        apply(change.correct(draft, id, typed), w.done.confirmed(typed.subject ?? nameOf(id)), next);
      });
    },
    tick: (id, on) => {
      look = { ...look, ticked: on ? new Set([...look.ticked, id]) : without(look.ticked, id) };
      drawToolbar();
    },
    toText: (id) => {
      look = { ...look, current: id };
      showSide("text");
      drawTable();
      text.show(id, true);
    },
  };
  const confirmSure = (): void => {
    const next = change.confirmSure(draft);
    const open = next.rows.find(({ state }) => state === "open");
    const count = change.tally(next).confirmed - change.tally(draft).confirmed;
    apply(next, w.done.all(count), open === undefined ? "targets-line" : `confirm-${open.target.id}`);
  };
  const nextDoubt = (): void => {
    const rows = change.ordered(draft, look.doubtFirst);
    const at = rows.findIndex(({ target }) => target.id === look.current);
    const next = [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => change.isInDoubt(draft, row));
    if (next !== undefined) showRow(next.target.id);
  };
  const setOrder = (doubtFirst: boolean): void => {
    look = { ...look, doubtFirst };
    drawTable();
  };
  const merge = (): void => {
    const ids = draft.rows.map(({ target }) => target.id).filter((id) => look.ticked.has(id));
    if (ids.length < 2) return;
    look = { ...look, ticked: new Set(), editing: null };
    apply(change.merge(draft, ids), w.done.merged(ids.length), `confirm-${ids[0]!}`);
  };
  const addFrom = async (span: Span | null): Promise<void> => {
    if (span === null) {
      said.textContent = w.addNothing;
      addTold.textContent = w.addNothing;
      return;
    }
    addTold.textContent = w.addHelp;
    const found = await lookups.targetsIn(draft, span.start, span.end);
    if (found.length === 0) return writeNew(span);
    const adding = change.add(draft, found);
    const [id] = adding.ids;
    apply(adding.draft, adding.added === 0 ? w.known : w.added(adding.added));
    if (id !== undefined && adding.added === 1) rowActions.edit(id);
    else if (id !== undefined) showRow(id);
  };
  const writeNew = (span: Span): void => {
    const target = blankTarget(draft, span);
    said.textContent = w.noNumber;
    startEditing(null, { ...target, value: null }, (typed) => {
      look = { ...look, editing: null };
      const adding = change.add(draft, [{ ...target, ...typed, value: typed.value ?? 0 }]);
      const id = adding.ids[0]!;
      apply(change.mark(adding.draft, id, "confirmed"), w.added(1), `edit-${id}`);
    });
  };
  const addTold = el("p", { class: "hint", id: "add-help" }, w.addHelp);
  const addButton = button(w.add, () => void addFrom(text.selected(draft.text)), {
    id: "add-target",
    "aria-describedby": "add-help",
  });
  // A press must not take the selection away.
  addButton.addEventListener("mousedown", (event) => event.preventDefault());
  panes.append(
    el("div", { class: "targets-side text-side" }, text.element, el("div", { class: "row" }, addButton), addTold),
    tablePlace,
  );
  const review = section(
    "targets",
    draft.name === "" ? w.review : w.reviewOf(draft.name),
    el("p", { class: "hint" }, w.intro),
    documentView(draft, words, (corrected) => apply(change.correctResolution(draft, corrected), "")),
    toolbar,
    sides,
    panes,
    left,
    said,
    otherButton(w, actions.closeTargets),
  );
  draw();
  return review;
}

/** The row that holds a control; of a form the row above it, to which the form belongs. */
function rowAround(one: HTMLElement): HTMLElement {
  const row = one.closest("tr");
  const above = row?.className === "form-row" ? row.previousElementSibling : null;
  return above instanceof HTMLElement ? above : (row ?? one);
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((one) => one !== id));
}

/** A target that nothing could be read of: the words as they are, everything else to be written. */
function blankTarget(draft: TargetsDraft, { start, end }: Span): Omit<ExtractedTarget, "value"> {
  const place = draft.extraction.outline.filter((one) => one.start <= start).at(-1);
  return {
    id: "",
    quote: draft.text.slice(start, end),
    start,
    end,
    section: "",
    clause: place?.clause ?? "",
    subject: "",
    population: null,
    measure: "",
    comparator: ">=",
    upper: null,
    scope: "total",
    kind: null,
    due: null,
    recurrence: null,
    parent: null,
    confidence: 1,
  };
}

/** Leaving the review loses it, so it takes two presses. */
function otherButton({ other, otherSure }: ViewContext["words"]["draft"], close: () => void): HTMLElement {
  let asked = false;
  const made = button(
    other,
    () => {
      if (asked) return close();
      asked = true;
      made.textContent = otherSure;
    },
    { id: "close-targets", look: "quiet" },
  );
  return el("div", { class: "row" }, made);
}
