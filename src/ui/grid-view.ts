// The grid units × targets: colour and words in every square, a page of units at a time, details beside it.
import type { SquareDetail, SquareKind, SquareRow } from "../core/verdict/squares.js";
import type { Target } from "../core/definition/target.js";
import { thresholdText } from "../core/verdict/verdict-text.js";
import { button, el } from "./dom.js";
import { drawInParts } from "./pictures.js";
import { squareView } from "./square-view.js";
import type { ViewContext } from "./view.js";

const UNITS_AT_ONCE = 25;
/** Squares that are drawn between two pictures. */
const SQUARES_AT_ONCE = 150;

/** A mark for each kind, so that colour is never alone. */
const MARKS: Readonly<Record<SquareKind, string>> = {
  met: "✓",
  missed: "✗",
  unverifiable: "?",
  reference: "",
  notAsked: "",
  absent: "–",
};

export function gridView(targets: readonly Target[], units: number, context: ViewContext): HTMLElement {
  const { words, lookups } = context;
  const body = el("tbody");
  const detail = el("div", { class: "square-detail", id: "square-detail", tabindex: -1, "aria-live": "polite" });
  detail.append(el("p", { class: "hint" }, words.square.none));
  const where = el("span", { class: "pager-where", "aria-live": "polite" });
  let from = 0;
  let drawn: readonly SquareRow[] = [];
  const atOnce = Math.max(1, Math.floor(SQUARES_AT_ONCE / Math.max(1, targets.length)));
  const draw = (rows: readonly SquareRow[]): void => {
    const first = body.childElementCount === 0;
    body.append(...rows.map((row) => gridRow(row, targets, context)));
    if (first) body.querySelector("button")?.setAttribute("tabindex", "0");
  };
  const show = async (next: number): Promise<void> => {
    const rows = await lookups.squares(next, UNITS_AT_ONCE);
    from = next;
    drawn = rows;
    body.replaceChildren();
    void drawInParts(rows, atOnce, draw, () => drawn === rows);
    where.textContent = words.consolidate.rowsShown(units === 0 ? 0 : from + 1, from + rows.length, units);
    before.disabled = from === 0;
    after.disabled = from + rows.length >= units;
  };
  const before = button(words.consolidate.before, () => void show(Math.max(0, from - UNITS_AT_ONCE)), { id: "grid-before" });
  const after = button(words.consolidate.after, () => void show(from + UNITS_AT_ONCE), { id: "grid-after" });
  body.addEventListener("click", (event) => void openSquare(event, detail, context));
  body.addEventListener("keydown", moveFocus);
  void show(0);
  return el(
    "div",
    { class: "grid-layout" },
    el(
      "div",
      { class: "grid-side" },
      el("p", { class: "hint", id: "grid-help" }, words.consolidate.gridHelp),
      el(
        "div",
        { class: "table-frame grid-frame", tabindex: 0, role: "group", "aria-label": words.consolidate.grid },
        el("table", { class: "grid", "aria-describedby": "grid-help" }, gridHead(targets, context), body),
      ),
      units > UNITS_AT_ONCE ? el("div", { class: "pager" }, before, where, after) : null,
    ),
    detail,
  );
}

function gridHead(targets: readonly Target[], { words }: ViewContext): HTMLElement {
  return el(
    "thead",
    {},
    el(
      "tr",
      {},
      el("th", { scope: "col", class: "unit-column" }, words.check.unit),
      ...targets.map((target) =>
        el(
          "th",
          { scope: "col", title: `${target.label} (${thresholdText(target)})` },
          el("span", { class: "grid-target" }, target.clause === "" ? "" : `${target.clause}. `, target.label),
          el("span", { class: "grid-threshold" }, thresholdText(target)),
        ),
      ),
    ),
  );
}

function gridRow(row: SquareRow, targets: readonly Target[], { words }: ViewContext): HTMLTableRowElement {
  const state = el("span", { class: `state ${row.state}` }, words.square.states[row.state]);
  return el(
    "tr",
    {},
    el("th", { scope: "row", class: "unit-column" }, el("span", { class: "unit-code" }, row.code), ` ${row.name} `, state),
    ...row.squares.map((square, index) => {
      const word = words.square[square.kind];
      const text = square.text === "–" ? "" : square.text;
      return el(
        "td",
        { class: `square ${square.kind}` },
        el(
          "button",
          {
            type: "button",
            tabindex: -1,
            "data-unit": row.code,
            "data-target": square.target,
            title: `${row.name}: ${targets[index]?.label ?? ""}`,
            "aria-label": text === "" ? word : `${text} ${word}`,
          },
          [MARKS[square.kind], text].filter((part) => part !== "").join(" "),
        ),
      );
    }),
  );
}

async function openSquare(event: Event, place: HTMLElement, context: ViewContext): Promise<void> {
  const square = event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-unit]") : null;
  if (square === null) return;
  const { unit = "", target = "" } = square.dataset;
  roam(square);
  for (const old of square.closest("tbody")?.querySelectorAll("[aria-pressed]") ?? []) old.removeAttribute("aria-pressed");
  square.setAttribute("aria-pressed", "true");
  const detail: SquareDetail = await context.lookups.square(unit, target);
  place.replaceChildren(squareView(detail, context));
}

/** Arrow keys, Home and End move among the squares; only one of them is in the tab order. */
function moveFocus(event: KeyboardEvent): void {
  const cell = event.target instanceof Element ? event.target.closest("td") : null;
  const row = cell?.parentElement;
  if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return;
  const next = neighbour(event.key, row, cell.cellIndex)?.querySelector("button");
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  roam(next);
  next.focus();
}

function neighbour(key: string, row: HTMLTableRowElement, column: number): Element | null | undefined {
  switch (key) {
    case "ArrowRight":
      return row.cells[column + 1];
    case "ArrowLeft":
      return column > 1 ? row.cells[column - 1] : null;
    case "ArrowDown":
      return row.nextElementSibling?.children[column];
    case "ArrowUp":
      return row.previousElementSibling?.children[column];
    case "Home":
      return row.cells[1];
    case "End":
      return row.cells[row.cells.length - 1];
    default:
      return null;
  }
}

function roam(square: HTMLElement): void {
  for (const old of square.closest("tbody")?.querySelectorAll('button[tabindex="0"]') ?? []) old.setAttribute("tabindex", "-1");
  square.setAttribute("tabindex", "0");
}
