// Everything behind one square of the grid: result, threshold, gap, the figures and the file that they come from.
import type { SquareDetail, SquareFigure } from "../core/verdict/squares.js";
import type { Child } from "./dom.js";
import { el } from "./dom.js";
import type { ViewContext } from "./view.js";

export function squareView(detail: SquareDetail, { words }: ViewContext): HTMLElement {
  const w = words.square;
  const facts: (readonly [string, Child])[] = [
    [w.actual, `${detail.text === "" ? "–" : detail.text} · ${w[detail.kind]}`],
    [w.threshold, detail.threshold],
    ...(detail.gap === "" ? [] : [[w.gap, detail.gap] as const]),
  ];
  return el(
    "section",
    { class: `detail ${detail.kind}`, "aria-label": w.title },
    el("h4", {}, `${detail.unit.code} ${detail.unit.name}`),
    el("p", { class: "detail-target" }, detail.clause === "" ? detail.label : `${detail.clause}. ${detail.label}`),
    el("dl", { class: "facts" }, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    detail.kind === "reference" ? el("p", { class: "hint" }, w.totalOnly) : null,
    detail.figures.length === 0 ? null : figuresTable(detail.figures, w.figures),
    origin(detail, w),
    detail.explanation === "" ? null : el("p", {}, el("strong", {}, `${w.explanation}: `), detail.explanation),
  );
}

function figuresTable(figures: readonly SquareFigure[], heading: string): HTMLElement {
  const rows = figures.map(({ label, value, measure, sheet, cell }) =>
    el(
      "li",
      {},
      el("span", { class: "figure-label" }, label),
      el("span", { class: "figure-value" }, measure === "" ? value : `${value} ${measure}`),
      sheet === null ? null : el("span", { class: "figure-place" }, cell === null ? sheet : `${sheet}!${cell}`),
    ),
  );
  return el("div", {}, el("h5", {}, heading), el("ul", { class: "figures" }, ...rows));
}

function origin({ file, state }: SquareDetail, w: ViewContext["words"]["square"]): HTMLElement {
  if (file === null) return el("p", {}, el("strong", {}, `${w.origin}: `), w.states[state]);
  const parts = [
    file.path,
    file.submissionNumber === null ? "" : w.submission(file.submissionNumber),
    file.lastSaved === null ? "" : w.lastSaved(localTime(file.lastSaved)),
    w.states[state],
  ];
  return el("p", { class: "origin" }, el("strong", {}, `${w.origin}: `), parts.filter((part) => part !== "").join(" · "));
}

/** A time as people in Việt Nam write it; other text is shown as it stands. */
function localTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return time.toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short", timeStyle: "short" });
}
