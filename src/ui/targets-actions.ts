// What happens to the targets of a resolution: it is read, its draft is kept, and the round is begun from what a person confirmed.
import { usualYear } from "../core/extraction/usual-year.js";
import type { Actions } from "./actions.js";
import type { Desk } from "./app.js";
import type { ConfirmedTargets, Engine, PickedFile } from "./engine.js";
import type { TargetsDraft } from "./targets-state.js";
import { confirmed, draftOf, tally } from "./targets-state.js";
import type { Words } from "./words.js";
import { wordsIn } from "./words.js";

type TargetsActions = Pick<
  Actions,
  "readResolution" | "keepTargets" | "closeTargets" | "reviewTargets" | "resumeReview" | "forgetReview"
>;

export function targetsActions(desk: Desk): TargetsActions {
  const words = () => wordsIn(desk.state().language);
  return {
    readResolution: (files) => {
      const source = files === null ? desk.state().start.text : files[0];
      if (source === undefined) return;
      if (typeof source === "string" && source.trim() === "") return desk.notify("bad", words().draft.missingText);
      desk.run(words().draft.reading, () => readResolution(desk, source));
    },
    keepTargets: (targets) => desk.keep({ targets }),
    closeTargets: () => desk.change({ targets: null, notice: null }, true),
    resumeReview: () => {
      const { offered, start } = desk.state();
      if (offered === null) return;
      desk.change({ targets: offered.targets, start: { ...start, ...offered.start }, offered: null, notice: null }, true);
    },
    forgetReview: () => {
      desk.platform.remember("review", null);
      desk.change({ offered: null });
      desk.notify("plain", words().draft.forgotten);
    },
    reviewTargets: () => desk.change({ round: null, notice: null, step: "begin" }, true),
  };
}

async function readResolution(desk: Desk, source: PickedFile | string): Promise<void> {
  const { engine } = desk.platform;
  const words = wordsIn(desk.state().language).draft;
  const { text, extraction, findings } = await engine.readResolution(source);
  if (findings.some(({ severity }) => severity === "error")) return desk.notify("bad", words.notRead, findings);
  const targets = await questioned(engine, draftOf(typeof source === "string" ? "" : source.path, text, extraction));
  const { start } = desk.state();
  desk.change(
    {
      targets,
      offered: null,
      start: { ...start, year: usualYear(extraction.targets) ?? extraction.resolution.date?.slice(0, 4) ?? start.year },
    },
    true,
  );
  const count = targets.rows.length;
  desk.notify(count === 0 ? "bad" : "good", count === 0 ? words.noneFound : words.found(count), findings);
}

/** The draft with what its words leave open; rows that were dropped ask nothing. */
export async function questioned(engine: Engine, draft: TargetsDraft): Promise<TargetsDraft> {
  const { resolution } = draft.extraction;
  const kept = draft.rows.filter(({ state }) => state !== "dropped").map(({ target }) => target);
  const questions = await engine.openPoints({ extraction: { resolution, outline: [], targets: [] }, confirmed: kept });
  return { ...draft, questions };
}

/** What a round is begun from. */
export function confirmedIn(draft: TargetsDraft): ConfirmedTargets {
  return { extraction: draft.extraction, confirmed: confirmed(draft) };
}

/** Why no round can be begun from a draft yet; null when it can. */
export function whatIsMissing(draft: TargetsDraft, { draft: words }: Words): string | null {
  const { confirmed: sure, open } = tally(draft);
  if (open > 0) return words.stillOpen(open);
  return sure === 0 ? words.noneConfirmed : null;
}
