// The review of targets read from a resolution: the text with its marks on one side, the table on the other, both moving together.
import { button, el, section } from "./dom.js";
import { blankTarget } from "./targets-fields.js";
import { keepingFocus, revealForm, rowAround, scrollInside } from "./targets-focus.js";
import { FIELD_ID, targetForm } from "./targets-form.js";
import { whenReleased } from "./pressed.js";
import { documentView, leftView, otherButton, toolbarView } from "./targets-parts.js";
import type { Span, TargetChange, TargetsDraft } from "./targets-state.js";
import * as change from "./targets-state.js";
import type { RowActions, TableLook } from "./targets-table.js";
import { targetsTable } from "./targets-table.js";
import type { TextView } from "./targets-text-view.js";
import { textView } from "./targets-text-view.js";
import type { ViewContext } from "./view.js";

/** Questions are asked anew when nothing has changed for so long. */
const CALM_MS = 150;

const SIDES = ["text", "table"] as const;

type Side = (typeof SIDES)[number];

/** The whole review. It draws its own changes, so that nothing scrolls away; the draft is handed to the actions each time. */
export function targetsReview(context: ViewContext, draft: TargetsDraft): HTMLElement {
  return new Review(context, draft).element;
}

/** What is on the screen: the draft as it stands, which rows are ticked, which form is open. */
class Review implements RowActions {
  readonly element: HTMLElement;
  private look: TableLook = { doubtFirst: false, ticked: new Set(), editing: null, current: null };
  private asking: ReturnType<typeof setTimeout> | undefined;
  private readonly text: TextView;
  private readonly said = el("p", { class: "unseen", role: "status", id: "targets-said" });
  private readonly addTold = el("p", { class: "hint", id: "add-help" });
  private readonly tablePlace = el("div", { class: "targets-side table-side" });
  private readonly toolbar = el("div", { class: "targets-toolbar" });
  private readonly left = el("div");
  private readonly panes = el("div", { class: "targets-panes", "data-side": "table" });
  private readonly sides: HTMLElement;

  constructor(
    private readonly context: ViewContext,
    private draft: TargetsDraft,
  ) {
    const { words, actions } = context;
    const w = words.draft;
    this.text = textView(words, (id) => this.showRow(id));
    this.sides = el("div", { class: "tabs targets-tabs", role: "group", "aria-label": w.sides });
    this.panes.append(this.textSide(), this.tablePlace);
    this.element = section(
      "targets",
      draft.name === "" ? w.review : w.reviewOf(draft.name),
      el("p", { class: "hint" }, w.intro),
      documentView(draft, words, (facts) => whenReleased(() => this.apply(change.correctResolution(this.draft, facts), ""))),
      this.toolbar,
      this.sides,
      this.panes,
      this.left,
      this.said,
      otherButton(words, actions.closeTargets),
    );
    this.draw();
    this.showSide("table");
  }

  private textSide(): HTMLElement {
    const w = this.context.words.draft;
    this.addTold.textContent = w.addHelp;
    const press = (): void => void this.addFrom(this.text.selected(this.draft.text));
    const adding = button(w.add, press, { id: "add-target", "aria-describedby": "add-help" });
    // A press must not take the selection away.
    adding.addEventListener("mousedown", (event) => event.preventDefault());
    return el("div", { class: "targets-side text-side" }, this.text.element, el("div", { class: "row" }, adding), this.addTold);
  }

  private draw(): void {
    this.drawTable();
    this.drawToolbar();
    if (this.text.draw(this.draft)) this.drawLeft();
  }

  /** Only the rows are replaced, so that the frame stays scrolled as it is. */
  private drawTable(): void {
    keepingFocus(this.tablePlace, () => {
      const made = targetsTable(this.draft, this.look, this.context.words, this);
      const [body, old] = [made.querySelector("tbody"), this.tablePlace.querySelector("tbody")];
      if (old === null || body === null) this.tablePlace.replaceChildren(made);
      else old.replaceWith(body);
    });
  }

  private drawToolbar(): void {
    keepingFocus(this.toolbar, () =>
      this.toolbar.replaceChildren(...toolbarView(this.draft, this.look, this.context.words, this)),
    );
  }

  private drawLeft(): void {
    const open = this.left.querySelector("details")?.open === true;
    const view = leftView(this.draft, this.context.words, (span) => void this.addFrom(span));
    if (view instanceof HTMLDetailsElement) view.open = open;
    this.left.replaceChildren(view);
  }

  /** Takes a changed draft, says what was done, and asks anew what the words leave open. */
  private apply(next: TargetsDraft, told: string, focus: string | null = null): void {
    this.draft = next;
    this.context.actions.keepTargets(next);
    this.draw();
    this.showSide(this.side());
    if (told !== "") this.said.textContent = told;
    if (focus !== null) this.focusOn(focus);
    clearTimeout(this.asking);
    this.asking = setTimeout(() => void this.ask(), CALM_MS);
  }

  private async ask(): Promise<void> {
    const asked = this.draft;
    const answered = await this.context.lookups.questioned(asked);
    whenReleased(() => {
      if (this.draft !== asked || !this.panes.isConnected) return;
      this.draft = answered;
      this.context.actions.keepTargets(answered);
      this.draw();
    });
  }

  private focusOn(id: string): void {
    const one = document.getElementById(id);
    one?.focus({ preventScroll: true });
    const frame = this.tablePlace.querySelector<HTMLElement>(".table-frame");
    if (one === null || frame?.contains(one) !== true) return;
    scrollInside(frame, rowAround(one));
    const form = one.closest<HTMLElement>(".form-row");
    if (form !== null) revealForm(frame, form);
  }

  private side(): Side {
    return this.panes.dataset["side"] === "text" ? "text" : "table";
  }

  /** Where the screen is narrow, only one side is shown. */
  private showSide(side: Side): void {
    const { draft: w, count } = this.context.words;
    this.panes.dataset["side"] = side;
    const tab = (one: Side): HTMLElement =>
      button(one === "text" ? w.text : `${w.table} (${count(this.draft.rows.length)})`, () => this.showSide(one), {
        id: `side-${one}`,
        look: "quiet",
        "aria-pressed": one === side ? "true" : "false",
      });
    keepingFocus(this.sides, () => this.sides.replaceChildren(...SIDES.map(tab)));
  }

  private showRow(id: string): void {
    this.look = { ...this.look, current: id };
    this.showSide("table");
    this.drawTable();
    this.text.show(id, false);
    this.focusOn(`row-${id}`);
  }

  private nameOf(id: string): string {
    return change.rowOf(this.draft, id)?.target.subject || this.context.words.draft.noSubject;
  }

  private shown(): readonly change.TargetRow[] {
    return change.ordered(this.draft, this.look.doubtFirst);
  }

  /** Where to go on after a row was confirmed: the next open one. */
  private nextOpen(id: string): string {
    const rows = this.shown();
    const at = rows.findIndex(({ target }) => target.id === id);
    const next = [...rows.slice(at + 1), ...rows.slice(0, at)].find(({ state }) => state === "open");
    return next === undefined ? `edit-${id}` : `confirm-${next.target.id}`;
  }

  /** @param id of the row under which the form stands; null for a target that is being written */
  private startEditing(id: string | null, target: Parameters<typeof targetForm>[0], save: (typed: TargetChange) => void): void {
    const stop = (): void => {
      this.look = { ...this.look, editing: null };
      this.drawTable();
      this.focusOn(id === null ? "add-target" : `edit-${id}`);
    };
    const done = (typed: TargetChange): void => {
      this.look = { ...this.look, editing: null };
      save(typed);
    };
    this.look = { ...this.look, editing: { id, form: targetForm(target, this.context.words, done, stop) }, current: id };
    this.showSide("table");
    this.drawTable();
    this.focusOn(`${FIELD_ID}${target.subject === "" ? "subject" : "value"}`);
  }

  private async addFrom(span: Span | null): Promise<void> {
    const w = this.context.words.draft;
    this.addTold.textContent = span === null ? w.addNothing : w.addHelp;
    if (span === null) {
      this.said.textContent = w.addNothing;
      return;
    }
    const found = await this.context.lookups.targetsIn(this.draft, span.start, span.end);
    if (found.length === 0) return this.writeNew(span);
    const adding = change.add(this.draft, found);
    this.apply(adding.draft, adding.added === 0 ? w.known : w.added(adding.added));
    const [id] = adding.ids;
    if (id !== undefined && adding.added === 1) this.edit(id);
    else if (id !== undefined) this.showRow(id);
  }

  private writeNew(span: Span): void {
    const target = blankTarget(this.draft, span);
    const w = this.context.words.draft;
    this.said.textContent = w.noNumber;
    this.startEditing(null, target, (typed) => {
      const adding = change.add(this.draft, [{ ...target, ...typed, value: typed.value ?? 0 }]);
      const id = adding.ids[0]!;
      this.apply(change.mark(adding.draft, id, "confirmed"), w.added(1), `edit-${id}`);
    });
  }

  confirm(id: string): void {
    this.apply(
      change.mark(this.draft, id, "confirmed"),
      this.context.words.draft.done.confirmed(this.nameOf(id)),
      this.nextOpen(id),
    );
  }

  drop(id: string): void {
    const { ticked, editing } = this.look;
    this.look = { ...this.look, ticked: without(ticked, id), editing: editing?.id === id ? null : editing };
    this.apply(change.mark(this.draft, id, "dropped"), this.context.words.draft.done.dropped(this.nameOf(id)), `restore-${id}`);
  }

  restore(id: string): void {
    this.apply(change.mark(this.draft, id, "open"), this.context.words.draft.done.restored(this.nameOf(id)), `confirm-${id}`);
  }

  split(id: string): void {
    this.apply(change.split(this.draft, id), this.context.words.draft.done.split, `confirm-${id}`);
  }

  edit(id: string): void {
    const row = change.rowOf(this.draft, id);
    if (row === undefined) return;
    this.startEditing(id, row.target, (typed) => {
      const told = this.context.words.draft.done.confirmed(typed.subject ?? this.nameOf(id));
      this.apply(change.correct(this.draft, id, typed), told, this.nextOpen(id));
    });
  }

  tick(id: string, on: boolean): void {
    const { ticked } = this.look;
    this.look = { ...this.look, ticked: on ? new Set([...ticked, id]) : without(ticked, id) };
    this.drawToolbar();
  }

  toText(id: string): void {
    this.look = { ...this.look, current: id };
    this.showSide("text");
    this.drawTable();
    this.text.show(id, true);
  }

  confirmSure(): void {
    const next = change.confirmSure(this.draft);
    const open = next.rows.find(({ state }) => state === "open");
    const count = change.tally(next).confirmed - change.tally(this.draft).confirmed;
    const focus = open === undefined ? "targets-line" : `confirm-${open.target.id}`;
    this.apply(next, this.context.words.draft.done.all(count), focus);
  }

  nextDoubt(): void {
    const rows = this.shown();
    const at = rows.findIndex(({ target }) => target.id === this.look.current);
    const next = [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => change.isInDoubt(this.draft, row));
    if (next !== undefined) this.showRow(next.target.id);
  }

  setOrder(doubtFirst: boolean): void {
    this.look = { ...this.look, doubtFirst };
    this.drawTable();
  }

  merge(): void {
    const ids = this.draft.rows.map(({ target }) => target.id).filter((id) => this.look.ticked.has(id));
    if (ids.length < 2) return;
    this.look = { ...this.look, ticked: new Set(), editing: null };
    this.apply(change.merge(this.draft, ids), this.context.words.draft.done.merged(ids.length), `confirm-${ids[0]!}`);
  }
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((one) => one !== id));
}
