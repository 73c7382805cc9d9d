// Findings grouped by importance, the first ones at once and more on demand.
import type { Severity } from "../core/finding.js";
import type { FindingsBrief, FindingsSearch, FoundAt } from "./engine.js";
import { button, el, unseen } from "./dom.js";
import type { ViewContext } from "./view.js";

/** Where findings come from: the first are there, the others are fetched when they are asked for. */
export interface FindingsSource {
  readonly brief: FindingsBrief;
  more(severity: Severity, from: number): Promise<readonly FoundAt[]>;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];
const AT_ONCE = 12;

/** Findings that are all here. */
export function localFindings(found: readonly FoundAt[]): FindingsSource {
  const of = (severity: Severity): readonly FoundAt[] => found.filter(({ finding }) => finding.severity === severity);
  const first = { error: of("error"), warning: of("warning"), note: of("note") };
  const counts = { error: first.error.length, warning: first.warning.length, note: first.note.length };
  return { brief: { counts, first }, more: () => Promise.resolve([]) };
}

/** Findings that stay in the background but for the first ones. */
export function fetchedFindings(brief: FindingsBrief, search: FindingsSearch, { lookups }: ViewContext): FindingsSource {
  return { brief, more: (severity, from) => lookups.findings({ ...search, severity, from }) };
}

/**
 * One list for each severity, errors first; notes are folded away.
 * @param id starts the ids of the elements
 */
export function findingsView(id: string, source: FindingsSource, context: ViewContext, jump = false): HTMLElement {
  const { words } = context;
  const { counts, first } = source.brief;
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (present.length === 0) return el("p", { class: "calm" }, words.check.none);
  return el(
    "div",
    { class: "findings" },
    ...present.map((severity) =>
      el(
        "details",
        { class: `finding-group ${severity}`, id: `${id}-${severity}`, open: severity !== "note" },
        el("summary", { id: `${id}-${severity}-summary` }, words.check.severities[severity](counts[severity])),
        growingList(
          `${id}-${severity}`,
          counts[severity],
          first[severity],
          (from) => source.more(severity, from),
          (one) => item(one, context, jump),
          context,
        ),
      ),
    ),
  );
}

/** A list that shows its first entries and a button for more. */
function growingList<T>(
  id: string,
  count: number,
  first: readonly T[],
  fetch: (from: number) => Promise<readonly T[]>,
  draw: (one: T) => HTMLElement,
  { words }: ViewContext,
): HTMLElement {
  const list = el("ul", { class: "finding-list" });
  const frame = el("div", {}, list);
  let known = first;
  let shown = 0;
  const grow = async (): Promise<void> => {
    if (known.length <= shown) known = [...known, ...(await fetch(known.length))];
    const next = known.slice(shown, shown + AT_ONCE);
    const before = list.childElementCount;
    list.append(...next.map(draw));
    shown += next.length;
    more.remove();
    if (shown < count) {
      more.textContent = words.more(Math.min(AT_ONCE, count - shown));
      frame.append(more);
    }
    if (before > 0) focusItem(list.children[before]);
  };
  const more = button("", () => void grow(), { look: "link", id: `${id}-more` });
  void grow();
  return frame;
}

function focusItem(item: Element | undefined): void {
  if (!(item instanceof HTMLElement)) return;
  item.tabIndex = -1;
  item.focus();
}

function item({ finding, file }: FoundAt, context: ViewContext, jump: boolean): HTMLElement {
  const { words, actions } = context;
  const { sheet, cell } = finding;
  const origin =
    file === null ? "" : [unitName(finding.unit ?? file.unit, context), file.path].filter((part) => part !== "").join(" · ");
  return el(
    "li",
    { class: `finding ${finding.severity}` },
    el("span", { class: "finding-text" }, context.sentence(finding)),
    origin === "" ? null : el("span", { class: "finding-origin" }, origin),
    jump && sheet !== null && cell !== null
      ? el(
          "button",
          { type: "button", class: "button link", onclick: () => actions.showCell(sheet, cell) },
          words.check.showCell,
          unseen(` ${sheet}!${cell}`),
        )
      : null,
  );
}

/** `DV0001 Đảng bộ Sở Y tế`, as far as the round knows the unit. */
export function unitName(code: string | null, { state }: Pick<ViewContext, "state">): string {
  if (code === null) return "";
  const name = state.round?.units.find((unit) => unit.code === code)?.name;
  return name === undefined ? code : `${code} ${name}`;
}
