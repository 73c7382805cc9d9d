// A round consolidated again and again: rows are copied from the run before, and the workbook is the same, byte for byte, as one made from nothing.
import assert from "node:assert/strict";
import fc from "fast-check";
import { nodeHost } from "../../src/cli/host.js";
import { finding } from "../../src/core/finding.js";
import type { FileReport } from "../../src/core/round/file-report.js";
import type { Notes } from "../../src/sheets/notes.js";
import type { ConsolidatedAgain, EarlierPrint } from "../../src/workflow.js";
import { consolidate, consolidatedAgain, earlierPrint } from "../../src/workflow.js";
import { printAfter } from "../../src/xlsx/print.js";
import { printedDifference } from "../../src/xlsx/verify-book.js";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import { sampleDefinition } from "../helpers/sample-definition.js";
import { madeUpFigures, sampleReport } from "../helpers/sample-round.js";

const definition = sampleDefinition();
const { units } = definition;

/** What came from one unit: how, which figures, under which name, with which note. */
interface Came {
  readonly how: "nothing" | "sound" | "warned" | "rejected" | "twice" | "conflict" | "unreadable";
  readonly seed: number;
  readonly folder: string;
  readonly note: string;
}

const came: fc.Arbitrary<Came> = fc.record({
  how: fc.constantFrom("nothing", "sound", "sound", "sound", "warned", "rejected", "twice", "conflict", "unreadable"),
  seed: fc.integer({ min: 1, max: 3 }),
  folder: fc.constantFrom("da-nop", "da-nop", "da-nop", "gửi bù"),
  note: fc.constantFrom("", "", "Đã gọi điện", "=1+1"),
});

function filesOf({ how, seed, folder }: Came, index: number): FileReport[] {
  const unit = units[index]!;
  const path = `${folder}/${unit.code}.xlsx`;
  const sha256 = `${unit.code}${String(seed)}`.padEnd(64, "0");
  const sound = sampleReport(unit.code, madeUpFigures(definition, unit, seed * 100 + index), { path, sha256 });
  const again = madeUpFigures(definition, unit, seed * 1000 + index);
  const copy = { path: `${folder}/${unit.code} (2).xlsx`, sha256: sha256.replace(/0$/u, "1") };
  switch (how) {
    case "nothing":
      return [];
    case "sound":
      return [sound];
    case "warned":
      return [{ ...sound, outcome: "accepted-with-warnings", findings: [finding("file/unreadable", "warning", { found: "x" })] }];
    case "rejected":
      return [sampleReport(unit.code, null, { path, sha256, outcome: "rejected", findings: [finding("file/empty", "error")] })];
    case "twice":
      return [sound, { ...sampleReport(unit.code, again, { ...copy, submissionNumber: 2 }) }];
    case "conflict":
      return [sound, sampleReport(unit.code, again, copy)];
    case "unreadable":
      return [{ ...sampleReport(unit.code, null, { path, sha256, outcome: "rejected" }), unit: null }];
  }
}

const notesOf = (all: readonly Came[]): Notes =>
  new Map([
    ["Tổng hợp", new Map(all.flatMap(({ note }, i) => (note === "" ? [] : [[units[i]!.code, note] as const])))],
    ["Theo dõi", new Map(all.flatMap(({ note }, i) => (note === "" ? [] : [[units[i]!.code, `${note}!`] as const])))],
  ]);

const link = (path: string): string => path;

function made(all: readonly Came[], earlier: EarlierPrint | null): Promise<ConsolidatedAgain> {
  const round = consolidate(definition, all.flatMap(filesOf));
  return consolidatedAgain(earlier, round, notesOf(all), link, nodeHost);
}

describe("a round consolidated again", function () {
  this.timeout(120_000);
  const every = fc.array(came, { minLength: units.length, maxLength: units.length });

  it("is the same as from nothing, whatever changed in between", async () => {
    let copied = 0;
    await fc.assert(
      fc.asyncProperty(
        every,
        fc.array(fc.tuple(fc.nat(units.length - 1), came), { maxLength: 4 }),
        every,
        async (a, few, other) => {
          const changed = a.map((one, i) => few.find(([at]) => at === i)?.[1] ?? one);
          let before: ConsolidatedAgain | null = null;
          for (const state of [a, changed, other, changed]) {
            const earlier: EarlierPrint | null = before === null ? null : earlierPrint(before.bytes, before.index, nodeHost);
            const whole = await made(state, null);
            before = await made(state, earlier);
            assert.deepEqual(Buffer.compare(before.bytes, whole.bytes), 0);
            assert.deepEqual(before.index, whole.index);
            copied += before.copied;
          }
        },
      ),
      { numRuns: 12 },
    );
    assert.ok(copied > 100, `only ${String(copied)} rows were copied`);
  });

  it("copies all rows of units when nothing changed", async () => {
    const all = units.map((): Came => ({ how: "sound", seed: 1, folder: "da-nop", note: "" }));
    const first = await made(all, null);
    const { copied } = await made(all, earlierPrint(first.bytes, first.index, nodeHost));
    // Tổng hợp, Đối chiếu đơn vị, Theo dõi, Tệp đã nhận and the hidden sheet.
    assert.equal(copied, 5 * units.length);
  });

  it("makes all rows anew when looks have other numbers than before", async () => {
    const all = units.map((): Came => ({ how: "sound", seed: 1, folder: "da-nop", note: "" }));
    const first = await made(all, null);
    const moved = new Map([...first.index].map(([name, sheet]) => [name, { ...sheet, looks: `${sheet.looks} 9` }]));
    const second = await made(all, earlierPrint(first.bytes, moved, nodeHost));
    assert.equal(second.copied, 0);
    assert.equal(Buffer.compare(second.bytes, first.bytes), 0);
  });

  it("never lets a copied row pass that does not stand there as it did", async () => {
    const all = units.map((): Came => ({ how: "sound", seed: 2, folder: "da-nop", note: "" }));
    const first = await made(all, null);
    const book = consolidatedBook(consolidate(definition, all.flatMap(filesOf)), notesOf(all), link);
    const { bytes, taken } = await printAfter(earlierPrint(first.bytes, first.index, nodeHost), book, nodeHost.codec);
    assert.equal(printedDifference(bytes, book, nodeHost.codec, taken), null);
    const [row, ...rest] = taken.get("Tổng hợp")!;
    const spoilt = Uint8Array.from(row!.bytes);
    spoilt[spoilt.length >> 1]! ^= 1;
    const lied = new Map([...taken, ["Tổng hợp", [{ ...row!, bytes: spoilt }, ...rest]] as const]);
    assert.match(printedDifference(bytes, book, nodeHost.codec, lied)!, /Tổng hợp/u);
  });
});
