// Puts it together: one state, drawn whole when it changes; focus, announcements and memory around it.
import type { Finding } from "../core/finding.js";
import type { findingMessage, Language } from "../core/messages/index.js";
import { actionsFor } from "./app-actions.js";
import type { Actions } from "./actions.js";
import { JobStopped } from "./engine.js";
import type { Keeper } from "./memory.js";
import { keeper, MEMORY_PARTS, recalled } from "./memory.js";
import type { Platform } from "./platform.js";
import { ShownFault } from "./platform.js";
import { watchPointers, whenReleased } from "./pressed.js";
import { progressView } from "./progress-view.js";
import { noticeView, shellView } from "./shell.js";
import type { Busy, Notice, State, Step } from "./state.js";
import { FIRST_STATE } from "./state.js";
import { questioned } from "./targets-actions.js";
import type { ViewContext } from "./view.js";
import { wordsIn } from "./words.js";

/** What hosts may ask of the running app: for ribbon commands and tests. */
export interface App {
  readonly actions: Actions;
  state(): State;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  /** False while a review would be lost with the page. */
  reviewKept: Keeper["reviewKept"];
}

/** What actions work with. */
export interface Desk {
  readonly platform: Platform;
  state(): State;
  change(change: Partial<State>, focus?: boolean): void;
  /** Keeps a change without drawing. */
  keep(change: Partial<State>): void;
  /** Takes the notice away, drawing nothing else. */
  dismiss(): void;
  notify(tone: Notice["tone"], text: string, findings?: readonly Finding[]): void;
  /** Runs one job at a time, with progress and a way to stop it; faults are shown. */
  run(task: string, work: (signal: AbortSignal, progress: (done: number, total: number) => void) => Promise<void>): void;
  cancel(): void;
  setLanguage(language: Language): void;
}

/** Starts the app in an element of the page. */
export function startApp(root: HTMLElement, platform: Platform): App {
  let state = FIRST_STATE;
  let message: typeof findingMessage | null = null;
  let stop: AbortController | null = null;
  let underWay: Promise<void> = Promise.resolve();
  const live = document.createElement("div");
  live.className = "unseen";
  live.setAttribute("role", "status");
  const say = (text: string): void => {
    live.textContent = text;
  };
  const progress = progressView(say);
  const memory = keeper(platform.remember);
  const frame = document.createElement("div");
  frame.className = `app ${platform.kind}`;
  root.replaceChildren(frame, live);

  const context = (): ViewContext => {
    const words = wordsIn(state.language);
    return {
      state,
      words,
      actions,
      lookups: lookupsOf(platform),
      host: {
        kind: platform.kind,
        workbook: platform.workbook !== null,
        files: platform.files,
        folders: platform.folders,
        limits: platform.limits(words),
      },
      sentence: (finding) => (state.language === "vi" || message === null ? finding.message : message(finding, "en")),
    };
  };
  const draw = (focus: boolean): void => {
    const held = document.activeElement;
    const inside = frame.contains(held);
    frame.replaceChildren(...shellView(context(), progress.element));
    const same = focus || !inside ? null : document.getElementById(held?.id ?? "");
    // What was pressed may be gone: the focus is never left nowhere.
    if (focus || inside) (same ?? document.getElementById("step-heading"))?.focus({ preventScroll: !focus });
    if (focus) window.scrollTo({ top: 0 });
  };
  /** Only the notice, so that previews, the grid and what is open in the step stay as they are. */
  const drawNotice = (): void =>
    whenReleased(() => {
      const notice = noticeView(context());
      document.getElementById("notice-place")?.replaceChildren(...(notice === null ? [] : [notice]));
    });
  const change = (next: Partial<State>, focus = false): void => {
    state = { ...state, ...next };
    whenReleased(() => draw(focus));
    memory.note(state);
  };
  const setBusy = (busy: Busy | null): void => {
    progress.show(busy, wordsIn(state.language), () => desk.cancel());
    frame.classList.toggle("busy", busy !== null);
  };
  const desk: Desk = {
    platform,
    state: () => state,
    change,
    keep: (next) => {
      state = { ...state, ...next };
      memory.note(state);
    },
    notify: (tone, text, findings = []) => {
      state = { ...state, notice: { tone, text, findings } };
      drawNotice();
      say(text);
    },
    dismiss: () => {
      state = { ...state, notice: null };
      drawNotice();
      document.getElementById("step-heading")?.focus({ preventScroll: true });
    },
    cancel: () => stop?.abort(),
    run: (task, work) => {
      if (stop !== null) return;
      const own = new AbortController();
      stop = own;
      state = { ...state, notice: null, busy: { task, cancellable: true } };
      drawNotice();
      setBusy(state.busy);
      say(task);
      underWay = work(own.signal, progress.step)
        .catch((error: unknown) => {
          const words = wordsIn(state.language);
          if (error instanceof JobStopped) desk.notify("plain", words.stopped);
          else
            desk.notify(
              "bad",
              error instanceof ShownFault ? error.message : words.fault(error instanceof Error ? error.message : String(error)),
            );
        })
        .finally(() => {
          stop = null;
          state = { ...state, busy: null };
          setBusy(null);
        });
    },
    setLanguage: (language) => {
      document.documentElement.lang = language;
      if (language === "vi" || message !== null) return change({ language });
      void import(/* webpackChunkName: "messages" */ "../core/messages/index.js").then((messages) => {
        message = messages.findingMessage;
        change({ language });
      });
    },
  };
  const actions = actionsFor(desk);
  draw(false);
  underWay = begin(desk);
  watchPointers(window);
  window.addEventListener("pagehide", memory.flush);
  return { actions, state: () => state, settled: () => underWay, reviewKept: memory.reviewKept };
}

async function begin(desk: Desk): Promise<void> {
  const { platform } = desk;
  const templates = await platform.engine.templates();
  const [first] = templates;
  const [place, round, review] = MEMORY_PARTS.map((part) => platform.recall(part));
  const kept = recalled({ place: place ?? null, round: round ?? null, review: review ?? null });
  const { definition } = kept.round === null ? { definition: null } : await platform.engine.restore(kept.round);
  const blank = { ...desk.state().start, ...(first === undefined ? {} : { template: first.id, year: first.year }) };
  const { reviewing, review: found } = kept;
  const open = reviewing && found !== null ? { targets: found.targets, start: { ...blank, ...found.start } } : { start: blank };
  if (kept.language === "en") desk.setLanguage("en");
  const step = definition === null ? "begin" : kept.step;
  desk.change({ templates, ...open, offered: reviewing ? null : found, round: definition, step });
}

function lookupsOf({ engine }: Platform): ViewContext["lookups"] {
  return {
    units: (text) => engine.readUnits(text),
    targetsIn: ({ text, extraction }, start, end) => engine.targetsIn({ text, start, end, extraction }),
    questioned: (draft) => questioned(engine, draft),
    files: (from) => engine.files(from),
    findings: (query) => engine.findings(query),
    searchFindings: (search) => engine.searchFindings(search),
    formPreview: (unit, sheet) => engine.formPreview(unit, sheet),
    preview: (product, sheet, rows) => engine.preview(product, sheet, rows),
    squares: (from, count) => engine.squares(from, count),
    square: (unit, target) => engine.square(unit, target),
  };
}

export type { Step };
