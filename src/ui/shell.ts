// The frame around every step: title, steps, notices, progress, and what is read aloud.
import { button, el } from "./dom.js";
import { findingsView, localFindings } from "./findings-view.js";
import type { Step } from "./state.js";
import { STEPS } from "./state.js";
import { STEP_VIEWS } from "./steps.js";
import type { ViewContext } from "./view.js";

/** Draws everything but the progress, which `progressView` keeps. */
export function shellView(context: ViewContext, progress: HTMLElement): HTMLElement[] {
  const { state } = context;
  return [header(context), stepList(context), mainView(context, state.step, progress), footer(context)];
}

function header({ words, actions, state, host }: ViewContext): HTMLElement {
  const round = state.round;
  return el(
    "header",
    { class: "top" },
    el(
      "div",
      { class: "brand" },
      logo(),
      el(
        "div",
        {},
        el("h1", {}, words.appName),
        el("p", { class: "tagline" }, round === null ? words.tagline : `${round.resolution.issuer} · ${round.period.label}`),
      ),
    ),
    el(
      "div",
      { class: "top-actions" },
      host.kind === "page" && round === null ? button(words.demo, actions.demo, { id: "demo-top" }) : null,
      button(words.language, () => actions.setLanguage(state.language === "vi" ? "en" : "vi"), {
        look: "quiet",
        id: "language",
        lang: state.language === "vi" ? "en" : "vi",
        "aria-label": words.languageLabel,
      }),
    ),
  );
}

/** Bars growing to a total line: drawn for this product. */
function logo(): Element {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 32 32");
  svg.setAttribute("class", "logo");
  svg.setAttribute("aria-hidden", "true");
  for (const [x, y, height] of [
    [5, 17, 7],
    [13, 12, 12],
    [21, 7, 17],
  ] as const) {
    const bar = document.createElementNS(space, "rect");
    for (const [name, value] of Object.entries({ x, y, width: 6, height, rx: 1 })) bar.setAttribute(name, String(value));
    svg.append(bar);
  }
  const line = document.createElementNS(space, "rect");
  for (const [name, value] of Object.entries({ x: 3, y: 26, width: 26, height: 2, rx: 1 }))
    line.setAttribute(name, String(value));
  svg.append(line);
  return svg;
}

function stepList({ words, actions, state }: ViewContext): HTMLElement {
  const at = STEPS.indexOf(state.step);
  const items = STEPS.map((step, index) =>
    el(
      "li",
      { class: index < at ? "before" : index === at ? "current" : "after" },
      el(
        "button",
        {
          type: "button",
          id: `step-${step}`,
          "aria-current": step === state.step ? "step" : null,
          onclick: () => actions.goTo(step),
        },
        el("span", { class: "step-number" }, String(index + 1)),
        el("span", { class: "step-name" }, words.steps[step]),
      ),
    ),
  );
  return el("nav", { class: "steps", "aria-label": words.stepsLabel }, el("ol", {}, ...items));
}

function mainView(context: ViewContext, step: Step, progress: HTMLElement): HTMLElement {
  const { words, state, host } = context;
  const index = STEPS.indexOf(step);
  const next = STEPS[index + 1];
  return el(
    "main",
    { id: "main" },
    el(
      "div",
      { class: "step-head" },
      el("p", { class: "step-of" }, words.stepOf(index + 1, STEPS.length)),
      el("h2", { id: "step-heading", tabindex: -1 }, words.steps[step]),
    ),
    ...host.limits.map((limit) => el("p", { class: "notice plain" }, limit)),
    state.demo ? demoBanner(context) : null,
    progress,
    el("div", { id: "notice-place" }, noticeView(context)),
    STEP_VIEWS[step](context),
    next === undefined
      ? null
      : el(
          "div",
          { class: "next" },
          button(words.next(words.steps[next]), () => context.actions.goTo(next), {
            id: "next",
            look: "quiet",
          }),
        ),
  );
}

function demoBanner({ words, state }: ViewContext): HTMLElement {
  return el(
    "div",
    { class: "notice demo" },
    el("p", {}, words.demoBanner),
    state.mishaps.length === 0
      ? null
      : el(
          "details",
          { id: "mishaps" },
          el("summary", { id: "mishaps-summary" }, words.demoMishaps(state.mishaps.length)),
          el("ul", {}, ...state.mishaps.map((mishap) => el("li", {}, mishap))),
        ),
  );
}

/** What was just done or went wrong; drawn by itself when nothing else changed. */
export function noticeView(context: ViewContext): HTMLElement | null {
  const { words, actions, state } = context;
  const { notice } = state;
  if (notice === null) return null;
  return el(
    "div",
    { class: `notice ${notice.tone}`, id: "notice" },
    el("p", {}, notice.text),
    notice.findings.length === 0
      ? null
      : findingsView("notice", localFindings(notice.findings.map((finding) => ({ finding, file: null }))), context),
    button("×", actions.dismiss, { look: "quiet", class: "dismiss", "aria-label": words.close, id: "dismiss" }),
  );
}

function footer({ words }: ViewContext): HTMLElement {
  return el("footer", {}, el("p", {}, words.privacy));
}
