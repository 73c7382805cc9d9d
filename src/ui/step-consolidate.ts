// Step 4: all reports into one workbook: how far the units have got, who is missing, the grid, a preview, and saving.
import type { ConsolidationBrief } from "./engine.js";
import { button, el, fold, section } from "./dom.js";
import { fileInput, REPORTS, WORKBOOKS } from "./file-input.js";
import { findingsOf, findingsView } from "./findings-view.js";
import { gridView } from "./grid-view.js";
import { previewView } from "./preview-view.js";
import { needRound } from "./step-forms.js";
import { verdictTable } from "./verdict-view.js";
import type { ViewContext } from "./view.js";

export function consolidateStep(context: ViewContext): HTMLElement {
  const { words, state } = context;
  if (state.round === null) return needRound(context);
  return el(
    "div",
    {},
    el("p", { class: "intro" }, words.consolidate.intro),
    sources(context),
    state.consolidation === null ? null : outcome(context, state.consolidation),
  );
}

function sources(context: ViewContext): HTMLElement {
  const { words, actions, state, host } = context;
  const w = words.consolidate;
  const read = state.checked?.open === false ? state.checked.files.length : 0;
  return el(
    "div",
    { class: "card" },
    fileInput({
      id: "reports",
      label: w.pick,
      accept: REPORTS,
      many: true,
      folders: host.folders,
      words,
      area: read === 0,
      take: actions.check,
    }),
    read > 0 ? el("p", { class: "good-line", id: "sources-line" }, w.ready(read)) : null,
    host.workbook
      ? null
      : el(
          "details",
          { class: "fold", id: "notes" },
          el("summary", { id: "notes-summary" }, w.notes),
          el(
            "div",
            { class: "fold-body" },
            el("p", { class: "hint" }, state.notesFrom ?? w.notesHelp),
            fileInput({
              id: "notes-file",
              label: w.notes,
              accept: WORKBOOKS,
              many: false,
              folders: false,
              words,
              area: false,
              take: actions.useNotes,
            }),
          ),
        ),
    el("div", { class: "row" }, button(w.run, actions.consolidate, { id: "consolidate", look: "primary", disabled: read === 0 })),
  );
}

function outcome(context: ViewContext, done: ConsolidationBrief): HTMLElement {
  const { words, actions, host, lookups } = context;
  const w = words.consolidate;
  const count = (kind: string): number => done.verdicts.filter(({ verdict }) => verdict === kind).length;
  const parts = [
    w.line(done.coverage.received, done.coverage.expected, count("met"), done.verdicts.length),
    ...(count("missed") > 0 ? [w.missedPart(count("missed"))] : []),
    ...(count("unverifiable") > 0 ? [w.openPart(count("unverifiable"))] : []),
  ];
  const troubled = done.files.filter(({ outcome: one }) => one === "rejected" || one === "held");
  return el(
    "div",
    { class: "results" },
    el(
      "p",
      { class: `verdict-line ${count("missed") > 0 ? "attention" : "good"}`, id: "consolidate-line" },
      `${parts.join("; ")}.`,
    ),
    el(
      "div",
      { class: "row" },
      host.workbook
        ? button(w.writeHere, () => actions.deliver("consolidated", true), { id: "write-consolidated", look: "primary" })
        : null,
      button(w.save, () => actions.deliver("consolidated", false), {
        id: "save-consolidated",
        look: host.workbook ? "plain" : "primary",
      }),
    ),
    section("verdicts", w.targets, verdictTable(w.targets, done.definition, done.verdicts, context)),
    coverage(context, done),
    troubled.length === 0 ? null : section("troubled", w.files, findingsView("troubled", findingsOf(troubled), context)),
    section("grid", w.grid, gridView(done.definition.targets, done.units.length, context)),
    fold("consolidated-preview", w.preview, () =>
      previewView("consolidated", words, (sheet, rows) => lookups.preview("consolidated", sheet, rows)),
    ),
  );
}

const NAMES_SHOWN = 30;

function coverage({ words }: ViewContext, { units }: ConsolidationBrief): HTMLElement {
  const w = words.consolidate;
  const groups = (["missing", "returned", "held"] as const).flatMap((state) => {
    const some = units.filter((unit) => unit.state === state);
    if (some.length === 0) return [];
    const names = some.slice(0, NAMES_SHOWN).map(({ code, name }) => `${code} ${name}`);
    const rest = some.length - names.length;
    return [
      el("dt", {}, el("span", { class: `state ${state}` }, `${w[state]} (${words.count(some.length)})`)),
      el("dd", {}, names.join("; ") + (rest > 0 ? `; + ${words.units(rest)}` : "")),
    ];
  });
  return section(
    "coverage",
    w.coverage,
    groups.length === 0 ? el("p", { class: "calm" }, w.nobodyMissing) : el("dl", { class: "facts wide" }, ...groups.flat()),
  );
}
