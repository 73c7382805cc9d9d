// Step 3: is a report sound? One verdict line on top, then the findings grouped by importance, then file by file.
import type { CheckBrief, FileBrief, FileLine } from "./engine.js";
import { button, el, fold, section, table, withRoles } from "./dom.js";
import { fileInput, REPORTS } from "./file-input.js";
import { search } from "./findings-search.js";
import type { FindingsSource } from "./findings-view.js";
import { fetchedFindings, findingsView, localFindings, unitName } from "./findings-view.js";
import type { ViewContext } from "./view.js";
import { verdictTable } from "./verdict-view.js";
import type { Words } from "./words.js";

export function checkStep(context: ViewContext): HTMLElement {
  const { words, actions, state, host } = context;
  const w = words.check;
  return el(
    "div",
    {},
    el("p", { class: "intro" }, state.round === null ? w.introWithout : w.intro),
    host.workbook ? el("div", { class: "row" }, button(w.here, actions.checkHere, { id: "check-here", look: "primary" })) : null,
    fileInput({
      id: "reports",
      label: words.consolidate.pick,
      accept: REPORTS,
      many: true,
      folders: host.folders,
      words,
      area: true,
      take: actions.check,
    }),
    state.checked === null ? null : results(context, state.checked.brief, state.checked.open),
  );
}

function results(context: ViewContext, brief: CheckBrief, open: boolean): HTMLElement {
  const { words } = context;
  const line = verdictLine(brief, words);
  const { only } = brief;
  return el(
    "div",
    { class: "results" },
    el("p", { class: `verdict-line ${line.tone}`, id: "check-line" }, line.text),
    only === null ? null : el("p", { class: "hint" }, fileTitle(only, context)),
    findingsWithFilter(context, brief, open),
    only === null ? fold("files", words.check.files, () => fileTable(context, brief)) : ownVerdicts(context, only),
  );
}

function fileTitle(file: FileBrief, context: ViewContext): string {
  return [unitName(file.unit, context), file.path].filter((part) => part !== "").join(" · ");
}

function ownVerdicts(context: ViewContext, file: FileBrief): HTMLElement | null {
  const { words, state } = context;
  if (file.verdicts.length === 0 || state.round === null) return null;
  return section("own-verdicts", words.check.verdicts, verdictTable(words.check.verdicts, state.round, file.verdicts, context));
}

/** The one line that says how it stands. */
export function verdictLine(brief: CheckBrief, words: Words): { tone: "good" | "bad" | "attention"; text: string } {
  const w = words.check;
  const { files, outcomes, only } = brief;
  const count = (...some: readonly FileBrief["outcome"][]): number => some.reduce((sum, one) => sum + (outcomes[one] ?? 0), 0);
  if (only !== null) return oneLine(only, words);
  const good = count("accepted", "accepted-with-warnings");
  const [returned, held, others, skipped] = [
    count("rejected"),
    count("held"),
    count("duplicate", "superseded"),
    count("skipped"),
  ];
  const parts = [
    returned > 0 ? w.returned(returned) : "",
    held > 0 ? w.held(held) : "",
    others > 0 ? w.others(others) : "",
    skipped > 0 ? w.skipped(skipped) : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return { tone: "good", text: w.allGood(files) };
  return {
    tone: returned > 0 ? "bad" : held > 0 ? "attention" : "good",
    text: `${[w.line(good, files), ...parts].join("; ")}.`,
  };
}

function oneLine({ outcome, findings }: FileBrief, { check: w }: Words): { tone: "good" | "bad" | "attention"; text: string } {
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  switch (outcome) {
    case "rejected":
      return { tone: "bad", text: w.faultyOne(count("error")) };
    case "accepted-with-warnings":
      return { tone: "attention", text: w.warningOne(count("warning")) };
    case "held":
      return { tone: "attention", text: w.heldOne };
    case "skipped":
      return { tone: "attention", text: w.notReport };
    default:
      return { tone: "good", text: w.soundOne };
  }
}

/** From this many findings on, a box to search among them is shown. */
const FILTER_FROM = 12;

function findingsWithFilter(context: ViewContext, brief: CheckBrief, open: boolean): HTMLElement {
  const { words } = context;
  const all = sourceOf(context, brief);
  const { error, warning, note } = brief.findings.counts;
  const place = el("div", {}, findingsView("findings", all, context, open));
  if (error + warning + note < FILTER_FROM) return section("findings", words.check.findings, place);
  const told = el("span", { class: "hint", "aria-live": "polite" });
  const box = el("input", { id: "findings-filter", type: "search", autocomplete: "off" });
  box.addEventListener("input", () => {
    const wanted = box.value.trim();
    void searched(context, brief, wanted).then((some) => {
      if (box.value.trim() !== wanted) return;
      const { counts } = some.brief;
      told.textContent = wanted === "" ? "" : words.check.filtered(counts.error + counts.warning + counts.note);
      place.replaceChildren(findingsView("findings", some, context, open));
    });
  });
  const field = el("div", { class: "field filter" }, el("label", { for: "findings-filter" }, words.check.filter), box, told);
  return section("findings", words.check.findings, field, place);
}

function sourceOf(context: ViewContext, { findings, only }: CheckBrief): FindingsSource {
  if (only !== null) return localFindings(only.findings.map((finding) => ({ finding, file: only })));
  return fetchedFindings(findings, { of: "checked", wanted: "", language: context.state.language }, context);
}

/** The findings that have the words: of one file looked for here, of many in the background. */
async function searched(context: ViewContext, brief: CheckBrief, wanted: string): Promise<FindingsSource> {
  const { only } = brief;
  const { lookups, state, sentence } = context;
  if (wanted === "") return sourceOf(context, brief);
  if (only !== null) {
    const found = only.findings.map((finding) => ({ finding, file: only }));
    return localFindings(search(found, wanted, sentence, state.round?.units ?? []));
  }
  const asked = { of: "checked", wanted, language: state.language } as const;
  return fetchedFindings(await lookups.searchFindings(asked), asked, context);
}

/** All files; those that are not shown at first are fetched when they are asked for. */
function fileTable(context: ViewContext, { files, first }: CheckBrief): HTMLElement {
  const { words, lookups } = context;
  const w = words.check;
  const frame = table(
    w.files,
    [w.file, w.unit, w.outcome],
    first.map((file) => fileRow(file, context)),
    "verdict-table",
  );
  const body = frame.querySelector("tbody");
  let shown = first.length;
  const grow = async (): Promise<void> => {
    const next = await lookups.files(shown);
    shown += next.length;
    body?.append(...next.map((file) => withRoles(fileRow(file, context))));
    more.textContent = words.more(Math.min(first.length, files - shown));
    if (shown >= files || next.length === 0) more.remove();
  };
  const more = button(words.more(Math.min(first.length, files - shown)), () => void grow(), { look: "link", id: "files-more" });
  return el("div", {}, frame, shown < files ? more : null);
}

function fileRow({ path, unit, outcome }: FileLine, context: ViewContext): HTMLTableRowElement {
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, path),
    el("td", {}, unitName(unit, context)),
    el("td", {}, el("span", { class: `outcome ${outcome}` }, context.words.check.outcomes[outcome])),
  );
}
