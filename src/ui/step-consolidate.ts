// Step 4: all reports into one workbook: how far the units have got, who is missing, the grid, a preview, and saving.
import type { RoundDefinition } from "../core/definition/definition.js";
import type { ConsolidationBrief } from "./engine.js";
import { button, el, fold, section } from "./dom.js";
import { fileInput, REPORTS, WORKBOOKS } from "./file-input.js";
import { fetchedFindings, findingsView } from "./findings-view.js";
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
    state.consolidation === null ? null : outcome(context, state.round, state.consolidation),
  );
}

function sources(context: ViewContext): HTMLElement {
  const { words, actions, state, host } = context;
  const w = words.consolidate;
  const read = state.checked?.open === false ? state.checked.brief.files : 0;
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

function outcome(context: ViewContext, round: RoundDefinition, done: ConsolidationBrief): HTMLElement {
  const { words, actions, host, lookups, state } = context;
  const w = words.consolidate;
  const count = (kind: string): number => done.verdicts.filter(({ verdict }) => verdict === kind).length;
  const parts = [
    w.line(done.coverage.received, done.coverage.expected, count("met"), done.verdicts.length),
    ...(count("missed") > 0 ? [w.missedPart(count("missed"))] : []),
    ...(count("unverifiable") > 0 ? [w.openPart(count("unverifiable"))] : []),
  ];
  const search = { of: "troubled", wanted: "", language: state.language } as const;
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
      host.files === "none"
        ? null
        : button(w.save, () => actions.deliver("consolidated", false), {
            id: "save-consolidated",
            look: host.workbook ? "plain" : "primary",
          }),
    ),
    section("verdicts", w.targets, verdictTable(w.targets, round, done.verdicts, context)),
    coverage(context, done),
    done.troubled === null
      ? null
      : section("troubled", w.files, findingsView("troubled", fetchedFindings(done.troubled, search, context), context)),
    section("grid", w.grid, gridView(round.targets, round.units.length, context)),
    fold("consolidated-preview", w.preview, () =>
      previewView("consolidated", words, (sheet, rows) => lookups.preview("consolidated", sheet, rows)),
    ),
  );
}

/** Who is missing by name, and files of which it is not known whose they are: a unit that is missing may have sent one of them. */
function coverage({ words }: ViewContext, { absent, stray }: ConsolidationBrief): HTMLElement {
  const w = words.consolidate;
  const groups = absent.flatMap(({ state, count, first }) =>
    group(
      state,
      `${w[state]} (${words.count(count)})`,
      first.map(({ code, name }) => `${code} ${name}`),
      count - first.length > 0 ? words.units(count - first.length) : "",
    ),
  );
  const strays = group(
    "stray",
    w.stray(stray.count),
    stray.first.map(
      ({ path, unit, perhaps }) => path + (unit === null ? "" : w.strayUnit(unit)) + (perhaps === null ? "" : w.perhaps(perhaps)),
    ),
    stray.count - stray.first.length > 0 ? words.files(stray.count - stray.first.length) : "",
  );
  const all = [...groups, ...(stray.count === 0 ? [] : strays)];
  return section(
    "coverage",
    w.coverage,
    all.length === 0 ? el("p", { class: "calm" }, w.nobodyMissing) : el("dl", { class: "facts wide" }, ...all),
  );
}

/** @param rest how many more there are, in words; empty when none */
function group(look: string, heading: string, names: readonly string[], rest: string): HTMLElement[] {
  return [
    el("dt", {}, el("span", { class: `state ${look}` }, heading)),
    el("dd", {}, names.join("; ") + (rest === "" ? "" : `; + ${rest}`)),
  ];
}
