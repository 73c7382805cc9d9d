// How far a job is: a bar, numbers, a button to stop it. Kept in the page while the rest is drawn anew.
import { button, el } from "./dom.js";
import type { Busy } from "./state.js";
import type { Words } from "./words.js";

export interface ProgressView {
  readonly element: HTMLElement;
  /** Shows a job, or hides it when null. */
  show(busy: Busy | null, words: Words, cancel: () => void): void;
  step(done: number, total: number): void;
}

/** Told aloud at each quarter, not at each file. */
const TOLD_PARTS = 4;

/** @param say reads a sentence aloud */
export function progressView(say: (text: string) => void): ProgressView {
  const element = el("div", { class: "progress", id: "progress", hidden: true });
  let bar = el("progress");
  let numbers = el("span");
  let task = "";
  let told = 0;
  let asked: { done: number; total: number } | null = null;
  const draw = (): void => {
    if (asked === null) return;
    const { done, total } = asked;
    asked = null;
    bar.max = Math.max(1, total);
    bar.value = done;
    numbers.textContent = `${String(done)}/${String(total)}`;
    const part = Math.floor((done / Math.max(1, total)) * TOLD_PARTS);
    if (part > told) say(`${task}: ${String(done)}/${String(total)}`);
    told = part;
  };
  return {
    element,
    show: (busy, words, cancel) => {
      element.hidden = busy === null;
      element.replaceChildren();
      asked = null;
      told = 0;
      if (busy === null) return;
      task = busy.task;
      bar = el("progress", { "aria-label": busy.task });
      numbers = el("span", { class: "progress-numbers" });
      element.append(
        el("div", { class: "progress-line" }, el("span", { class: "progress-task" }, `${busy.task}…`), numbers),
        el("div", { class: "progress-line" }, bar, busy.cancellable ? button(words.cancel, cancel, { id: "cancel" }) : null),
      );
    },
    step: (done, total) => {
      if (asked === null) requestAnimationFrame(draw);
      asked = { done, total };
    },
  };
}
