import assert from "node:assert/strict";
import { nodeHost } from "../../src/cli/host.js";
import type { Consolidation } from "../../src/core/round/consolidation.js";
import { counts, type FileReport } from "../../src/core/round/file-report.js";
import type { FigureValue } from "../../src/core/figure/figures.js";
import { findingMessage } from "../../src/core/messages/index.js";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import { plainRow } from "../../src/sheets/later-row.js";
import type { PageRow } from "../../src/sheets/page.js";
import { batchHost, consolidate, fillForm, readReport, unfold } from "../../src/workflow.js";
import { filledRound, type FilledRound } from "../helpers/filled-round.js";
import { victimOf, type Victim } from "./fault.js";
import { FAULTS } from "./faults.js";

const UNITS = 8;
const VICTIM = 2;
const MOST_SECONDS = 10;

/** Rows of the sheet Tổng hợp by unit code. */
function unitRows(consolidation: Consolidation): Map<string, PageRow> {
  const [table] = consolidatedBook(consolidation).pages;
  return new Map(table!.rows.map((row) => [String(row.cells.get(2)?.value ?? ""), plainRow(row)]));
}

describe("faults", function () {
  this.timeout(120_000);
  let made: FilledRound;
  let sound: FileReport[];
  let soundRows: Map<string, PageRow>;
  let victim: Victim;
  /** Has read all forms and all faults before. */
  const batch = batchHost(nodeHost);

  before(async () => {
    made = await filledRound("nq-20-duk-2024", UNITS);
    sound = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
    const inBatch = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, batch));
    assert.deepEqual(inBatch, sound);
    soundRows = unitRows(consolidate(made.round.definition, sound));
    victim = victimOf(made, VICTIM, made.forms[5]!);
  });

  it("starts from sound forms", () => {
    assert.deepEqual(
      sound.filter((report) => !counts(report.outcome)).map((report) => report.findings),
      [],
    );
  });

  for (const fault of FAULTS) {
    it(`${fault.name}: ends as allowed, and touches no other unit`, () => {
      const path = made.forms[VICTIM]!.name;
      const bytes = fault.make(victim);
      const started = performance.now();
      const sources = unfold({ path, bytes }, nodeHost);
      const mine = sources.map((source) => readReport(source, made.round, nodeHost));
      assert.ok(performance.now() - started < MOST_SECONDS * 1000, "it took too long");
      const inBatch = sources.map((source) => readReport(source, made.round, batch));
      assert.deepEqual(inBatch, mine, "it is read otherwise among the files of a batch");
      const others = sound.filter((_report, i) => i !== VICTIM);
      const consolidation = consolidate(made.round.definition, [...others, ...mine]);
      const ended = consolidation.files.filter((file) => file.path.startsWith(path));
      assert.ok(ended.length > 0, "the file is in no list");
      for (const file of ended) judge(file);
      const rows = unitRows(consolidation);
      const stolen = new Set(ended.map((file) => file.unit));
      for (const { unit } of made.forms) {
        if (unit.code !== victim_() && !stolen.has(unit.code))
          assert.deepEqual(rows.get(unit.code), soundRows.get(unit.code), unit.code);
      }

      function judge(file: FileReport): void {
        const said = file.findings.map((one) => `${one.code} ${findingMessage(one)}`).join("\n");
        assert.ok(
          [...fault.allowed, ...(file.unit === victim_() ? [] : (["held", "duplicate"] as const))].includes(file.outcome),
          `${file.outcome}\n${said}`,
        );
        if (fault.code !== undefined)
          assert.ok(file.findings.length === 0 || file.findings.some((one) => fault.code!.test(one.code)), said);
        if (!counts(file.outcome)) {
          if (file.outcome !== "duplicate") assert.equal(file.findings[0]?.severity, "error", said);
          return;
        }
        const base = made.forms.find((form) => form.unit.code === file.unit)!.filled.figures;
        const read = file.submission!.figures;
        const spoiled = victim[fault.at ?? "input"].name;
        const allowed = fault.counts?.(victim) ?? [base.values.get(spoiled)];
        for (const [id, value] of base.values) {
          const got = read.values.get(id) ?? null;
          if (id === spoiled && file.unit === victim_()) assert.ok(allowed.includes(got), `${id}: ${String(got)}`);
          else assert.equal(got === "" ? null : got, value === "" ? null : moved(value, fault.days ?? 0), id);
        }
      }
    });
  }

  const victim_ = (): string => made.forms[VICTIM]!.unit.code;

  it("refuses a form that was cut at any byte", () => {
    const { length } = victim.bytes;
    for (let end = 0; end < length; end += 1 + Math.floor(length / 300)) {
      const report = readReport({ path: "cut.xlsx", bytes: victim.bytes.slice(0, end) }, made.round, nodeHost);
      assert.equal(report.outcome, "rejected", `cut at ${String(end)} of ${String(length)}`);
    }
  });

  it("holds both reports when a unit fills in its own form with the figures of another one", () => {
    const [mine, theirs] = made.forms.filter(({ unit }) => unit.kind === made.forms[VICTIM]!.unit.kind);
    const copied = fillForm(mine!.blank, made.round, { ...theirs!.filled, unit: mine!.unit.code }, nodeHost);
    const report = readReport({ path: mine!.name, bytes: copied }, made.round, nodeHost);
    const { files } = consolidate(made.round.definition, [...sound.filter((one) => one.unit !== mine!.unit.code), report]);
    const held = files.filter((file) => file.outcome === "held");
    assert.deepEqual(held.map((file) => file.unit).sort(), [mine!.unit.code, theirs!.unit.code].sort());
    assert.ok(held.every((file) => file.findings[0]?.code === "round/same-figures-two-units"));
  });

  it("holds both reports when a unit sends the figures of another one", () => {
    const copy = sound[5]!;
    const stolen: FileReport = {
      ...sound[VICTIM]!,
      submission: { ...sound[VICTIM]!.submission!, figures: copy.submission!.figures },
    };
    const { files } = consolidate(made.round.definition, [...sound.filter((_r, i) => i !== VICTIM), stolen]);
    const outcomes = files.filter((file) => [stolen.unit, copy.unit].includes(file.unit)).map((file) => file.outcome);
    assert.deepEqual(outcomes, ["held", "held"]);
  });
});

/** The day so many days later; other values as they are. */
function moved(value: FigureValue, days: number): FigureValue {
  if (days === 0 || typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return value;
  return new Date(Date.parse(value) + days * 86_400_000).toISOString().slice(0, 10);
}
