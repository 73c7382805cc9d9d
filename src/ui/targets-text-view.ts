// The text of a resolution with its targets marked: each mark leads to its row, and a passage can be selected.
import { el } from "./dom.js";
import { scrollInside } from "./targets-focus.js";
import type { Line } from "./targets-passages.js";
import { linesOf } from "./targets-passages.js";
import type { Span, TargetRow, TargetsDraft } from "./targets-state.js";
import { isInDoubt, rowOf, spansOf } from "./targets-state.js";
import type { Words } from "./words.js";

export interface TextView {
  readonly element: HTMLElement;
  /** @returns true when places in the text came or went */
  draw(draft: TargetsDraft): boolean;
  /** Brings the words of a target into view and highlights them; `focus` moves there too. */
  show(id: string, focus: boolean): void;
  /** What is selected in the text, without blanks at its ends; null when nothing is. */
  selected(text: string): Span | null;
}

/** @param toRow is called with the id of the target whose words are pressed */
export function textView(words: Words, toRow: (id: string) => void): TextView {
  const element = el("div", {
    class: "source-text",
    id: "targets-text",
    tabindex: 0,
    role: "group",
    "aria-label": words.draft.text,
  });
  let drawn = "";
  return {
    element,
    draw: (draft) => {
      const places = draft.rows.map((row) => `${row.target.id}:${JSON.stringify(spansOf(row))}`).join();
      const changed = places !== drawn;
      if (changed)
        element.replaceChildren(...linesOf(draft.text, draft.rows).map((line) => paragraph(line, draft, words, toRow)));
      drawn = places;
      for (const mark of marks(element)) dress(mark, draft, words);
      return changed;
    },
    show: (id, focus) => {
      const all = marks(element);
      for (const mark of all) mark.classList.toggle("current", mark.dataset["target"] === id);
      const first = all.find((mark) => mark.dataset["target"] === id);
      if (focus) first?.focus({ preventScroll: true });
      if (first !== undefined) scrollInside(element, first);
    },
    selected: (text) => selectedIn(element, text),
  };
}

function marks(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll("mark")];
}

function paragraph(line: Line, draft: TargetsDraft, words: Words, toRow: (id: string) => void): HTMLElement {
  const pieces = line.pieces.map(({ start, end, target }) => {
    const text = draft.text.slice(start, end);
    const row = target === null ? undefined : rowOf(draft, target);
    return row === undefined ? text : markOf(text, row, spansOf(row)[0]?.start === start, words, toRow);
  });
  return el("p", { "data-at": line.start }, ...pieces);
}

/** The first mark of a target can be reached with the keyboard; further pieces of it only show where it goes on. */
function markOf(text: string, { target }: TargetRow, first: boolean, words: Words, toRow: (id: string) => void): HTMLElement {
  const open = (): void => {
    if (window.getSelection()?.isCollapsed !== false) toRow(target.id);
  };
  const reach = first ? { id: `mark-${target.id}`, tabindex: 0, role: "link", title: words.draft.toRow(target.subject) } : {};
  const mark = el("mark", { "data-target": target.id, onclick: open, ...reach }, text);
  mark.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    toRow(target.id);
  });
  return mark;
}

function dress(mark: HTMLElement, draft: TargetsDraft, words: Words): void {
  const row = rowOf(draft, mark.dataset["target"] ?? "");
  if (row === undefined) return;
  mark.classList.toggle("confirmed", row.state === "confirmed");
  mark.classList.toggle("dropped", row.state === "dropped");
  mark.classList.toggle("doubt", isInDoubt(draft, row));
  if (mark.title !== "") mark.title = words.draft.toRow(row.target.subject);
}

function selectedIn(element: HTMLElement, text: string): Span | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(element)) return null;
  const start = placeOf(element, range.startContainer, range.startOffset) ?? 0;
  const end = placeOf(element, range.endContainer, range.endOffset) ?? text.length;
  const words = text.slice(start, end);
  if (words.trim() === "") return null;
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

/** The offset in the text of a place in the page; null outside the text. */
function placeOf(element: HTMLElement, node: Node, offset: number): number | null {
  const inside = node === element ? element.children[offset] : node;
  const holder = inside instanceof Element ? inside : inside?.parentElement;
  const paragraph = holder?.closest<HTMLElement>("p[data-at]");
  if (paragraph === null || paragraph === undefined || !element.contains(paragraph)) return null;
  const from = Number(paragraph.dataset["at"]);
  if (node === element) return from;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return from + before.toString().length;
}
