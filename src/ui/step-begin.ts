// Step 1: open a control workbook, or make one from a resolution, a period and a list of units.
import type { RoundDefinition } from "../core/definition/definition.js";
import { resolutionName } from "../core/definition/resolution.js";
import { thresholdText } from "../core/verdict/verdict-text.js";
import { button, capital, el, fold, section, table } from "./dom.js";
import { fileInput, WORKBOOKS } from "./file-input.js";
import { roundForm, startForm } from "./start-form.js";
import { targetsReview } from "./targets-review.js";
import type { Review } from "./state.js";
import type { TargetsDraft } from "./targets-state.js";
import { tally } from "./targets-state.js";
import type { ViewContext } from "./view.js";

export function beginStep(context: ViewContext): HTMLElement {
  const { round, targets } = context.state;
  if (round !== null) return running(context, round);
  return targets === null ? choices(context) : reviewing(context, targets);
}

function choices(context: ViewContext): HTMLElement {
  const { words, actions, host } = context;
  const w = words.begin;
  return el(
    "div",
    { class: "begin" },
    el("p", { class: "intro" }, w.intro),
    context.state.offered === null ? null : offer(context, context.state.offered),
    el(
      "div",
      { class: "columns" },
      section("create", w.create, startForm(context)),
      el(
        "div",
        { class: "column" },
        section(
          "open",
          w.open,
          el("p", { class: "hint" }, w.openHelp),
          host.workbook ? button(w.openHere, actions.openControlHere, { id: "open-here", look: "primary" }) : null,
          fileInput({
            id: "open-control",
            label: w.open,
            accept: WORKBOOKS,
            many: false,
            folders: false,
            words,
            area: host.kind === "page",
            take: actions.openControl,
          }),
        ),
        section("try", words.demo, el("p", { class: "hint" }, words.demoHelp), button(words.demo, actions.demo, { id: "demo" })),
      ),
    ),
  );
}

/** A review of before: it is on this machine only, and a person says whether to go on with it. */
function offer({ words, actions }: ViewContext, { targets }: Review): HTMLElement {
  const w = words.draft;
  const { all, confirmed, open, doubt, dropped } = tally(targets);
  return section(
    "offered",
    targets.name === "" ? w.offered : w.offeredOf(targets.name),
    el("p", {}, w.tally(all, confirmed, open, doubt, dropped)),
    el("p", { class: "hint" }, w.offeredHelp),
    el(
      "div",
      { class: "row" },
      button(w.resume, actions.resumeReview, { id: "resume-review", look: "primary" }),
      button(w.forget, actions.forgetReview, { id: "forget-review" }),
    ),
  );
}

/** Targets read from a resolution, and below them what else a round needs. */
function reviewing(context: ViewContext, targets: TargetsDraft): HTMLElement {
  return el(
    "div",
    { class: "begin" },
    targetsReview(context, targets),
    section("create", context.words.draft.round, roundForm(context)),
  );
}

function running(context: ViewContext, round: RoundDefinition): HTMLElement {
  const { words, actions, host, state } = context;
  const w = words.begin;
  const { resolution, period, units, targets, fields } = round;
  const facts: (readonly [string, string])[] = [
    [w.resolution, `${capital(resolutionName(resolution))}, ${resolution.abstract}`],
    [w.period, period.label],
    ...(period.due === null ? [] : [[w.duePlain, period.due.split("-").reverse().join("/")] as const]),
    [words.targets(targets.length), `${words.fields(fields.length)} · ${words.units(units.length)}`],
  ];
  return el(
    "div",
    { class: "begin" },
    section(
      "running",
      w.running,
      el("dl", { class: "facts" }, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
      state.inOpenWorkbook ? el("p", { class: "hint", id: "round-here" }, w.here) : null,
      fold("round-targets", w.showTargets, () => targetTable(round, context)),
      fold("round-units", w.showUnits, () => unitTable(round, context)),
      el(
        "div",
        { class: "row" },
        host.workbook ? here(context) : null,
        host.files === "none"
          ? null
          : button(w.save, () => actions.deliver("control", false), {
              id: "save-control",
              look: host.workbook ? "plain" : "primary",
            }),
        state.targets === null || state.demo ? null : button(words.draft.again, actions.reviewTargets, { id: "review-targets" }),
        button(w.other, actions.closeRound, { id: "close-round", look: "quiet" }),
      ),
    ),
    section(
      "previous",
      w.previous,
      el("p", { class: "hint" }, state.previous === null ? w.previousHelp : w.previousFrom(state.previous)),
      fileInput({
        id: "previous",
        label: w.previous,
        accept: WORKBOOKS,
        many: false,
        folders: false,
        words,
        area: false,
        take: actions.usePrevious,
      }),
    ),
  );
}

/** Into the open workbook; or from it once more, when the round stands there. */
function here({ words, actions, state }: ViewContext): HTMLElement {
  const w = words.begin;
  if (state.inOpenWorkbook) return button(w.readAgain, actions.openControlHere, { id: "read-again" });
  return button(w.writeHere, () => actions.deliver("control", true), { id: "write-control", look: "primary" });
}

function targetTable(round: RoundDefinition, { words }: ViewContext): HTMLElement {
  const w = words.consolidate;
  const rows = round.targets.map((target) =>
    el(
      "tr",
      {},
      el("td", { class: "quiet-cell" }, target.clause),
      el("th", { scope: "row" }, target.label),
      el("td", { class: "number-cell", "data-label": w.threshold }, thresholdText(target)),
    ),
  );
  return table(w.targets, [w.clause, w.target, w.threshold], rows, "verdict-table");
}

const UNITS_SHOWN = 200;

function unitTable(round: RoundDefinition, { words }: ViewContext): HTMLElement {
  const shown = round.units.slice(0, UNITS_SHOWN);
  const items = shown.map((unit) =>
    el("li", {}, el("span", { class: "unit-code" }, unit.code), ` ${unit.name}`, el("span", { class: "quiet" }, ` ${unit.kind}`)),
  );
  const rest = round.units.length - shown.length;
  return el(
    "div",
    {},
    el("ul", { class: "unit-list", tabindex: 0, "aria-label": words.begin.showUnits }, ...items),
    rest > 0 ? el("p", { class: "hint" }, `+ ${words.units(rest)}`) : null,
  );
}
