// The threads behind page and pane: reports go from the readers to the desk, and the thread of the views gets what is shown.
import assert from "node:assert/strict";
import type { FileReport } from "../../src/core/round/file-report.js";
import type { Engine, PickedFile } from "../../src/ui/engine.js";
import { startBackground } from "../../src/ui/background.js";
import { consolidate, readReport } from "../../src/workflow.js";
import { nodeHost } from "../../src/cli/host.js";
import type { FilledRound } from "../helpers/filled-round.js";
import { filledRound } from "../helpers/filled-round.js";
import type { WorkersHere } from "../helpers/worker-here.js";
import { workersHere } from "../helpers/worker-here.js";

const UNITS = 16;
const BROKEN = 15;
const FINDINGS_AT_ONCE = 12;

/** Keys of whatever is in a message, at any depth. */
function keysIn(value: unknown, keys = new Set<string>()): Set<string> {
  if (value instanceof Map) for (const one of value.values()) keysIn(one, keys);
  else if (typeof value === "object" && value !== null && !(value instanceof Blob))
    for (const [key, one] of Object.entries(value)) keysIn(one, keys.add(key));
  return keys;
}

describe("the background threads", function () {
  this.timeout(120_000);
  let made: FilledRound;
  let files: PickedFile[];
  let reports: FileReport[];
  let workers: WorkersHere;
  let engine: Engine;

  before(async () => {
    made = await filledRound("nq-lam-dong-2024", UNITS);
    const sources = made.forms.map(({ name, bytes }) => ({ path: name, bytes }));
    const broken = sources
      .slice(0, BROKEN)
      .map(({ path }, i) => ({ path: `hong-${path}`, bytes: new TextEncoder().encode(`hỏng ${i}`) }));
    files = [...sources, ...broken].map(({ path, bytes }) => ({ path, content: new Blob([bytes as BlobPart]) }));
    reports = [...sources, ...broken].map((source) => readReport(source, made.round, nodeHost));
  });
  beforeEach(async () => {
    workers = workersHere();
    engine = startBackground(() => workers.spawn(), { readers: 2, mostMs: 60_000 });
    await engine.restore(made.round.definition);
  });
  afterEach(() => workers.close());

  it("give the thread of the views no report and no figure, however many files there are", async () => {
    await engine.check(files, {});
    await engine.consolidate();
    const keys = keysIn(workers.answers);
    for (const key of ["submission", "figures", "explanations", "sha256"]) assert.ok(!keys.has(key), key);
    assert.ok(!keysIn(workers.answers.slice(1)).has("units"), "the list of units is sent once, when the round is opened");
  });

  it("answer a check with counts and first lines, the rest on demand, in the order of the files", async () => {
    const brief = await engine.check(files, {});
    assert.equal(brief.files, UNITS + BROKEN);
    assert.equal(brief.outcomes.rejected, BROKEN);
    assert.deepEqual(
      brief.first.map(({ path }) => path),
      files.map(({ path }) => path),
    );
    const errors = reports.flatMap((report) => report.findings.filter(({ severity }) => severity === "error"));
    assert.equal(brief.findings.counts.error, errors.length);
    assert.equal(brief.findings.first.error.length, FINDINGS_AT_ONCE);
    const more = await engine.findings({ of: "checked", wanted: "", language: "vi", severity: "error", from: FINDINGS_AT_ONCE });
    assert.deepEqual(
      [...brief.findings.first.error, ...more].map(({ finding }) => finding.message),
      errors.slice(0, BROKEN).map(({ message }) => message),
    );
  });

  it("look for words in findings without their marks, in the language that is read", async () => {
    await engine.check(files, {});
    const wanted = `HONG-${made.forms[3]!.name}`;
    const found = await engine.searchFindings({ of: "checked", wanted, language: "en" });
    assert.deepEqual(
      found.first.error.map(({ file }) => file?.path),
      [`hong-${made.forms[3]!.name}`],
    );
  });

  it("consolidate the same as the core does with the same reports", async () => {
    await engine.check(files, {});
    const brief = await engine.consolidate();
    const whole = consolidate(made.round.definition, reports);
    assert.deepEqual(brief.verdicts, whole.verdicts);
    assert.deepEqual(brief.coverage, { expected: UNITS, received: UNITS });
    assert.equal(brief.troubled?.counts.error, BROKEN);
  });

  it("name files of which it is not known whose they are, and guess by the file's name", async () => {
    const [first, second] = made.forms;
    const other = { ...made.round.definition, units: made.round.definition.units.slice(1) };
    await engine.restore(other);
    const lost = { path: `${second!.unit.code}.xlsx`, content: new Blob(["hỏng"]) };
    await engine.check([files[0]!, lost], {});
    const { stray } = await engine.consolidate();
    assert.deepEqual(stray, {
      count: 2,
      first: [
        { path: lost.path, unit: null, perhaps: second!.unit.code },
        { path: first!.name, unit: first!.unit.code, perhaps: null },
      ],
    });
  });

  it("forget the reports of a batch that was stopped", async () => {
    const stop = new AbortController();
    const progress = (done: number): void => void (done === 5 && stop.abort());
    await assert.rejects(engine.check(files, { signal: stop.signal, progress }), { name: "JobStopped" });
    assert.deepEqual(await engine.files(0), []);
    assert.equal((await engine.check(files.slice(0, 3), {})).files, 3);
  });
});
