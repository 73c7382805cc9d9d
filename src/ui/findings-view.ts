// Findings grouped by importance, the first ones at once and more on demand.
import type { Finding, Severity } from "../core/finding.js";
import type { FileBrief } from "./engine.js";
import { button, el, unseen } from "./dom.js";
import type { ViewContext } from "./view.js";

/** A finding with the file that it was found in; null when it is about a list or a control workbook. */
export interface FoundAt {
  readonly finding: Finding;
  readonly file: FileBrief | null;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];
const AT_ONCE = 12;

/** All findings of files, in the order of the files. */
export function findingsOf(files: readonly FileBrief[]): FoundAt[] {
  return files.flatMap((file) => file.findings.map((finding) => ({ finding, file })));
}

/**
 * One list for each severity, errors first; notes are folded away.
 * @param id starts the ids of the elements
 */
export function findingsView(id: string, found: readonly FoundAt[], context: ViewContext, jump = false): HTMLElement {
  const { words } = context;
  const groups = SEVERITIES.map((severity) => ({
    severity,
    all: found.filter(({ finding }) => finding.severity === severity),
  })).filter(({ all }) => all.length > 0);
  if (groups.length === 0) return el("p", { class: "calm" }, words.check.none);
  return el(
    "div",
    { class: "findings" },
    ...groups.map(({ severity, all }) =>
      el(
        "details",
        { class: `finding-group ${severity}`, id: `${id}-${severity}`, open: severity !== "note" },
        el("summary", { id: `${id}-${severity}-summary` }, words.check.severities[severity](all.length)),
        growingList(`${id}-${severity}`, all, (one) => item(one, context, jump), context),
      ),
    ),
  );
}

/** A list that shows its first entries and a button for more. */
function growingList<T>(id: string, all: readonly T[], draw: (one: T) => HTMLElement, { words }: ViewContext): HTMLElement {
  const list = el("ul", { class: "finding-list" });
  const frame = el("div", {}, list);
  let shown = 0;
  const grow = (): void => {
    const next = all.slice(shown, shown + AT_ONCE);
    const first = list.childElementCount;
    list.append(...next.map(draw));
    shown += next.length;
    more.remove();
    if (shown < all.length) {
      more.textContent = words.more(Math.min(AT_ONCE, all.length - shown));
      frame.append(more);
    }
    if (first > 0) focusItem(list.children[first]);
  };
  const more = button("", grow, { look: "link", id: `${id}-more` });
  grow();
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
