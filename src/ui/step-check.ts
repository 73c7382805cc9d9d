// Step 3: is a report sound? One verdict line on top, then the findings grouped by importance, then file by file.
import type { FileBrief } from "./engine.js";
import { button, el, fold, section, table } from "./dom.js";
import { fileInput, REPORTS } from "./file-input.js";
import { findingsOf, findingsView, unitName } from "./findings-view.js";
import type { ViewContext } from "./view.js";
import { verdictTable } from "./verdict-view.js";
import type { Words } from "./words.js";

const FILES_AT_ONCE = 100;

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
    state.checked === null ? null : results(context, state.checked.files, state.checked.open),
  );
}

function results(context: ViewContext, files: readonly FileBrief[], open: boolean): HTMLElement {
  const { words } = context;
  const line = verdictLine(files, words);
  const [only] = files;
  return el(
    "div",
    { class: "results" },
    el("p", { class: `verdict-line ${line.tone}`, id: "check-line" }, line.text),
    files.length === 1 && only !== undefined ? el("p", { class: "hint" }, fileTitle(only, context)) : null,
    findingsWithFilter(context, files, open),
    files.length === 1 && only !== undefined
      ? ownVerdicts(context, only)
      : fold("files", words.check.files, () => fileTable(context, files)),
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
export function verdictLine(files: readonly FileBrief[], words: Words): { tone: "good" | "bad" | "attention"; text: string } {
  const w = words.check;
  const count = (...outcomes: readonly FileBrief["outcome"][]): number =>
    files.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [only] = files;
  if (files.length === 1 && only !== undefined) return oneLine(only, words);
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
  if (parts.length === 0) return { tone: "good", text: w.allGood(files.length) };
  return {
    tone: returned > 0 ? "bad" : held > 0 ? "attention" : "good",
    text: `${[w.line(good, files.length), ...parts].join("; ")}.`,
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

function findingsWithFilter(context: ViewContext, files: readonly FileBrief[], open: boolean): HTMLElement {
  const { words, sentence } = context;
  const all = findingsOf(files);
  const place = el("div", {}, findingsView("findings", all, context, open));
  if (all.length < FILTER_FROM) return section("findings", words.check.findings, place);
  const told = el("span", { class: "hint", "aria-live": "polite" });
  const box = el("input", { id: "findings-filter", type: "search", autocomplete: "off" });
  box.addEventListener("input", () => {
    const wanted = box.value.trim().toLowerCase();
    const some = all.filter(({ finding, file }) =>
      `${sentence(finding)} ${file?.path ?? ""} ${unitName(finding.unit ?? file?.unit ?? null, context)}`
        .toLowerCase()
        .includes(wanted),
    );
    told.textContent = wanted === "" ? "" : words.check.filtered(some.length);
    place.replaceChildren(findingsView("findings", some, context, open));
  });
  const field = el("div", { class: "field filter" }, el("label", { for: "findings-filter" }, words.check.filter), box, told);
  return section("findings", words.check.findings, field, place);
}

function fileTable(context: ViewContext, files: readonly FileBrief[]): HTMLElement {
  const { words } = context;
  const w = words.check;
  const rows = files
    .slice(0, FILES_AT_ONCE)
    .map((file) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, file.path),
        el("td", {}, unitName(file.unit, context)),
        el("td", {}, el("span", { class: `outcome ${file.outcome}` }, w.outcomes[file.outcome])),
      ),
    );
  const rest = files.length - rows.length;
  return el(
    "div",
    {},
    table(w.files, [w.file, w.unit, w.outcome], rows, "verdict-table"),
    rest > 0 ? el("p", { class: "hint" }, `+ ${words.files(rest)}`) : null,
  );
}
