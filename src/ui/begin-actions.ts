// What happens in steps 1 and 2: rounds are opened and made, forms are made.
import type { RoundDefinition } from "../core/definition/definition.js";
import type { Finding } from "../core/finding.js";
import type { Actions } from "./actions.js";
import type { Desk } from "./app.js";
import { deliverFile } from "./deliver.js";
import type { RoundReading } from "./engine.js";
import type { StartForm, State } from "./state.js";
import { confirmedIn, whatIsMissing } from "./targets-actions.js";
import { wordsIn } from "./words.js";

type BeginActions = Pick<
  Actions,
  | "demo"
  | "type"
  | "readUnitsFile"
  | "begin"
  | "openControl"
  | "openControlHere"
  | "usePrevious"
  | "closeRound"
  | "makeForms"
  | "makeForm"
>;

/** Results that speak of another round are dropped. */
const FRESH: Partial<State> = {
  inOpenWorkbook: false,
  checked: null,
  consolidation: null,
  notesFrom: null,
  previous: null,
  picked: [],
  opened: null,
  targets: null,
  demo: false,
  mishaps: [],
};

/** A demonstration leaves the review as it was. */
function underReview({ demo, targets }: State): Partial<State> {
  return demo ? { targets } : {};
}

export function beginActions(desk: Desk): BeginActions {
  const { engine, workbook } = desk.platform;
  const words = () => wordsIn(desk.state().language);
  return {
    type: (change) => desk.keep({ start: { ...desk.state().start, ...change } }),
    readUnitsFile: ([file]) => {
      if (file === undefined) return;
      desk.run(words().opening, async () => {
        const units = await engine.readUnits(file);
        desk.change({ start: { ...desk.state().start, units, unitsFile: file.path, unitsText: "" } });
      });
    },
    begin: () => desk.run(words().begin.make, () => beginRound(desk)),
    openControl: ([file]) => {
      if (file !== undefined) desk.run(words().opening, async () => taken(desk, await engine.openControl(file)));
    },
    openControlHere: () => {
      if (workbook === null) return;
      desk.run(words().opening, async (signal, progress) =>
        taken(desk, await engine.openControl(await workbook.read({ signal, progress })), {
          inOpenWorkbook: true,
          picked: desk.state().picked,
          halfWritten: desk.state().halfWritten,
        }),
      );
    },
    usePrevious: ([file]) => {
      if (file === undefined) return;
      desk.run(words().opening, async () => {
        const { definition, findings } = await engine.usePrevious(file);
        desk.change({ previous: definition === null ? null : file.path, consolidation: null, checked: null });
        if (definition === null) desk.notify("bad", words().export.notOpened, findings);
        else if (findings.length > 0) desk.notify("plain", words().begin.previousFrom(file.path), findings);
      });
    },
    closeRound: () => desk.change({ ...FRESH, ...underReview(desk.state()), round: null, notice: null, step: "begin" }, true),
    demo: () =>
      desk.run(words().demo, async (signal, progress) => {
        const { definition, files, mishaps } = await engine.demo({ signal, progress });
        const brief = await engine.check(files, { signal, progress });
        const read = { checked: { brief, open: false }, picked: files };
        const { targets } = desk.state();
        desk.change({ ...FRESH, ...read, targets, round: definition, demo: true, mishaps, step: "begin" }, true);
        desk.notify("good", words().demoReady(definition.units.length, files.length));
      }),
    makeForms: () =>
      desk.run(words().forms.making, async (signal, progress) => deliverFile(desk, await engine.forms({ signal, progress }))),
    makeForm: (unit) => desk.run(words().forms.making, async () => deliverFile(desk, await engine.form(unit))),
  };
}

async function beginRound(desk: Desk): Promise<void> {
  const { engine } = desk.platform;
  const words = wordsIn(desk.state().language);
  const { start, targets } = desk.state();
  const missing = targets === null ? null : whatIsMissing(targets, words);
  if (missing !== null) return desk.notify("bad", missing);
  if (!/^(?:19|20|21)\d\d$/u.test(start.year)) return desk.notify("bad", words.begin.missingYear);
  const units = start.units ?? (start.unitsText.trim() === "" ? null : await engine.readUnits(start.unitsText));
  if (units === null) return desk.notify("bad", words.begin.missingUnits);
  desk.keep({ start: { ...desk.state().start, units } });
  if (units.findings.some(({ severity }) => severity === "error")) {
    return desk.notify("bad", words.begin.notMade, units.findings);
  }
  const source = targets === null ? start.template : confirmedIn(targets);
  const reading = await engine.begin({ source, period: periodOf(start), due: start.due, units: units.units });
  shown(desk, reading, words.begin.made, words.begin.notMade, { targets });
}

function periodOf({ year, part }: StartForm): string {
  return part === "" ? year : `${year}-${part}`;
}

function taken(desk: Desk, reading: RoundReading, kept: Partial<State> = {}): void {
  const { begin } = wordsIn(desk.state().language);
  shown(desk, reading, begin.opened, begin.notOpened, kept);
}

/** Shows a round that was opened, or why it was not. */
function shown(
  desk: Desk,
  { definition, findings, hasPrevious }: RoundReading,
  good: string,
  bad: string,
  kept: Partial<State> = {},
): void {
  if (definition === null) return desk.notify("bad", bad, findings);
  const before = hasPrevious === true ? (desk.state().previous ?? wordsIn(desk.state().language).begin.sameWorkbook) : null;
  openRound(desk, definition, good, findings, { ...kept, previous: before });
}

function openRound(desk: Desk, round: RoundDefinition, text: string, findings: readonly Finding[], kept: Partial<State>): void {
  desk.change({ ...FRESH, ...kept, round }, true);
  desk.notify("good", text, findings);
}
