import assert from "node:assert/strict";
import { nodeHost } from "../../src/cli/host.js";
import type { Consolidation } from "../../src/core/round/consolidation.js";
import { counts, type FileReport } from "../../src/core/round/file-report.js";
import type { FigureValue } from "../../src/core/figure/figures.js";
import { findingMessage } from "../../src/core/messages/index.js";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import type { PageRow } from "../../src/sheets/page.js";
import { consolidate, consolidatedWorkbook, readReport, unfold } from "../../src/workflow.js";
import { partsOf } from "../helpers/edit-form.js";
import { filledRound, type FilledRound } from "../helpers/filled-round.js";
import { FAULTS, type Victim } from "./faults.js";

const UNITS = 8;
const VICTIM = 2;
const MOST_SECONDS = 10;

/** Rows of the sheet Tổng hợp by unit code. */
function unitRows(consolidation: Consolidation): Map<string, PageRow> {
  const [table] = consolidatedBook(consolidation).pages;
  return new Map(table!.rows.map((row) => [String(row.cells.get(2)?.value ?? ""), row]));
}

describe("faults", function () {
  this.timeout(120_000);
  let made: FilledRound;
  let sound: FileReport[];
  let soundRows: Map<string, PageRow>;
  let victim: Victim;

  before(async () => {
    made = await filledRound("nq-20-duk-2024", UNITS);
    sound = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
    soundRows = unitRows(consolidate(made.round.definition, sound));
    const form = made.forms[VICTIM]!;
    const fields = new Map(made.round.definition.fields.map((field) => [field.id, field]));
    const input = made.round.layout(form.unit).inputs.find(({ role, name }) => {
      const field = fields.get(name);
      return role === "figure" && field?.type === "count" && field.required && Number(form.filled.figures.values.get(name)) > 9;
    })!;
    victim = { bytes: form.bytes, other: made.forms[5]!.bytes, input, value: Number(form.filled.figures.values.get(input.name)) };
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
        const allowed = fault.counts?.(victim) ?? [victim.value];
        for (const [id, value] of base.values) {
          const got = read.values.get(id) ?? null;
          if (id === victim.input.name && file.unit === victim_())
            assert.ok(allowed.includes(got as number | null), `${id}: ${String(got)}`);
          else assert.equal(got === "" ? null : got, value === "" ? null : moved(value, fault.days ?? 0), id);
        }
      }
    });
  }

  const victim_ = (): string => made.forms[VICTIM]!.unit.code;

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

describe("one bad file among many", function () {
  this.timeout(300_000);

  it("leaves the bytes of all other units' rows as they are", async () => {
    const made = await filledRound("kl-09-btctw-2024", 220);
    const read = (bytes: Uint8Array, i: number): FileReport =>
      readReport({ path: made.forms[i]!.name, bytes }, made.round, nodeHost);
    const sound = made.forms.map(({ bytes }, i) => read(bytes, i));
    const rowsOf = async (reports: readonly FileReport[]): Promise<Map<string, string>> => {
      const bytes = await consolidatedWorkbook(consolidate(made.round.definition, reports), undefined, () => null, nodeHost);
      const xml = Buffer.from(partsOf(bytes).get("xl/worksheets/sheet1.xml")!).toString("utf8");
      return new Map([...xml.matchAll(/<row r="(\d+)".*?<\/row>/gsu)].map((match) => [match[1]!, match[0]]));
    };
    const before = await rowsOf(sound);
    const spoiled = made.forms[100]!;
    for (const bytes of [spoiled.bytes.subarray(0, 9000), flip(spoiled.bytes), new Uint8Array(0), made.forms[7]!.blank]) {
      const bad = read(bytes, 100);
      const after = await rowsOf(sound.map((report, i) => (i === 100 ? bad : report)));
      const changed = [...before].filter(([row, xml]) => after.get(row) !== xml).map(([, xml]) => xml);
      const units = changed
        .flatMap((xml) => /DV\d{4}/u.exec(xml)?.[0] ?? [])
        .filter((code) => code !== spoiled.unit.code && code !== "DV0008");
      assert.deepEqual(units, []);
    }
  });
});

function flip(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[Math.floor(copy.length / 3)]! ^= 1;
  return copy;
}
