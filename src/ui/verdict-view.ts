// Targets with threshold, result, verdict and gap, as a table.
import type { Definition } from "../core/definition/definition.js";
import type { Verdict } from "../core/verdict/verdict.js";
import { displayActual, gapText, thresholdText } from "../core/verdict/verdict-text.js";
import { el, table } from "./dom.js";
import type { ViewContext } from "./view.js";

/** One row for each verdict whose target the definition knows. */
export function verdictTable(
  caption: string,
  definition: Definition,
  verdicts: readonly Verdict[],
  { words }: ViewContext,
): HTMLElement {
  const w = words.consolidate;
  const targets = new Map(definition.targets.map((target) => [target.id, target]));
  const rows = verdicts.flatMap((verdict) => {
    const target = targets.get(verdict.target);
    if (target === undefined) return [];
    return [
      el(
        "tr",
        {},
        el("td", { class: "quiet-cell" }, target.clause),
        el("th", { scope: "row" }, target.label),
        el("td", { class: "number-cell", "data-label": w.threshold }, thresholdText(target)),
        el("td", { class: "number-cell", "data-label": w.actual }, displayActual(verdict, target)),
        el("td", {}, el("span", { class: `verdict ${verdict.verdict}` }, words.square[verdict.verdict])),
        el("td", {}, verdict.verdict === "unverifiable" ? "" : gapText(verdict, target, definition)),
      ),
    ];
  });
  return table(caption, [w.clause, w.target, w.threshold, w.actual, w.verdict, w.gap], rows, "verdict-table");
}
