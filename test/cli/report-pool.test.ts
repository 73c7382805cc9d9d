import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import type { Hashes } from "../../src/cli/hash-worker.js";
import { nodeHost } from "../../src/cli/host.js";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { readInPool, settled } from "../../src/cli/report-pool.js";
import { packReport, reportUnpacker } from "../../src/cli/report-text.js";
import { CACHE_FOLDER, openCache } from "../../src/cli/round-cache.js";
import { readReports } from "../../src/cli/reports.js";
import type { FileReport } from "../../src/core/round/file-report.js";
import { readReport } from "../../src/workflow.js";
import { writeZip } from "../../src/xlsx/zip-write.js";
import { build, removeFolder, ROOT, temporaryFolder } from "../helpers/command-line.js";
import { filledRound, type FilledRound } from "../helpers/filled-round.js";

const WORKER = pathToFileURL(path.join(ROOT, "dist/cli/report-worker.js"));
const MOODY = pathToFileURL(path.join(ROOT, "test/helpers/moody-worker.mjs"));

describe("reading side by side", function () {
  this.timeout(120_000);
  let folder: string;
  let made: FilledRound;
  let files: string[];
  before(async () => {
    build();
    process.env["TONGHOP_WORKER"] = WORKER.href;
    made = await filledRound("kl-09-btctw-2024", 6);
  });
  beforeEach(() => {
    folder = temporaryFolder();
    files = made.forms.map((form) => path.join(folder, form.name));
    made.forms.forEach((form, i) => writeFileSync(files[i]!, form.bytes));
  });
  afterEach(() => removeFolder(folder));

  const inPool = async (paths: readonly string[], entry = WORKER): Promise<FileReport[]> => {
    const options = { entry, workers: 2, seconds: 10, megabytes: 64 };
    const results = await readInPool(paths, made.round, options);
    return settled(results.flat(), () => assert.fail("nothing is known"));
  };
  const here = (paths: readonly string[]): FileReport[] =>
    paths.map((file) => readReport({ path: file, bytes: readFileSync(file) }, made.round, nodeHost));

  it("gives the same reports in the same order as one thread", async () => {
    assert.deepEqual(await inPool(files), here(files));
  });

  for (const [mood, what] of [
    ["treo", "hangs"],
    ["chet", "dies"],
    ["nem", "throws"],
    ["nho", "takes all memory"],
  ] as const) {
    it(`loses only the file on which a worker ${what}`, async () => {
      const bad = path.join(folder, `${mood}.xlsx`);
      writeFileSync(bad, made.forms[0]!.bytes);
      const reports = await inPool([...files.slice(0, 2), bad, ...files.slice(2)], MOODY);
      assert.deepEqual([...reports.slice(0, 2), ...reports.slice(3)], here(files));
      assert.equal(reports[2]!.outcome, "rejected");
      assert.deepEqual(
        reports[2]!.findings.map((one) => one.code),
        ["file/reading-stopped"],
      );
    });
  }

  it("reads the members of a zip, and a missing file costs only itself", async () => {
    const zip = path.join(folder, "gui.zip");
    writeFileSync(
      zip,
      writeZip(
        made.forms.slice(0, 3).map((form) => ({ name: form.name, data: form.bytes })),
        nodeCodec,
      ),
    );
    const reports = await inPool([path.join(folder, "khong-co.xlsx"), zip]);
    assert.deepEqual(
      reports.map((report) => report.outcome.replace("-with-warnings", "")),
      ["rejected", "accepted", "accepted", "accepted"],
    );
    assert.equal(reports[0]!.findings[0]!.code, "file/unreadable");
    assert.equal(reports[1]!.path, `${zip}!${made.forms[0]!.name}`);
  });

  it("stops at once when cancelled", async () => {
    const controller = new AbortController();
    const bad = path.join(folder, "treo.xlsx");
    writeFileSync(bad, "x");
    const running = readInPool([bad, ...files], made.round, { entry: MOODY, seconds: 60, signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 300);
    await assert.rejects(running, /enough/u);
  });

  it("packs a report without losing anything", () => {
    const unpack = reportUnpacker();
    for (const report of here(files)) assert.deepEqual(unpack(packReport(report)), report);
  });

  describe("cache of a round", () => {
    const out = (): string => path.join(folder, "tong-hop.xlsx");
    const run = (): Promise<FileReport[]> =>
      readReports([path.join(folder, "da-nop")], made.round, { cache: openCache(out(), made.round) });
    const cacheFile = (): string => path.join(folder, CACHE_FOLDER, readdirSync(path.join(folder, CACHE_FOLDER))[0]!);
    const entries = (text: string, mark: RegExp): string[] => text.split("\n").filter((line) => mark.test(line));
    beforeEach(() => {
      mkdirSync(path.join(folder, "da-nop"));
      made.forms.forEach((form) => writeFileSync(path.join(folder, "da-nop", form.name), form.bytes));
    });

    it("gives the same reports from memory, whatever the files are called now", async () => {
      const first = await run();
      assert.equal(openCache(out(), made.round).known.size, 6);
      assert.deepEqual(await run(), first);
    });

    it("keeps places that are the same in many reports once, and does without them when they are damaged", async () => {
      const first = await run();
      const text = readFileSync(cacheFile(), "utf8");
      const places = entries(text, /^=[0-9a-f]{64} /u);
      assert.equal(entries(text, /^[0-9a-f]{64} /u).length, 6);
      assert.equal(places.length, new Set(first.map(({ submission }) => JSON.stringify([...submission!.places!]))).size);
      assert.ok(places.length < 6);
      writeFileSync(cacheFile(), text.replace(places[0]!, places[0]!.replace(/\w(?=\d)/u, "Z")));
      assert.deepEqual(await run(), first);
      writeFileSync(cacheFile(), text.replace(`${places[0]!}\n`, ""));
      assert.deepEqual(await run(), first);
    });

    it("takes hashes that were made before, and makes the others", async () => {
      const first = await run();
      const file = path.join(folder, "da-nop", made.forms[0]!.name);
      const other = nodeHost.sha256(made.forms[1]!.bytes);
      const some = Readable.from([new Map([[file, other]])]) as AsyncIterable<Hashes>;
      const files = first.map((report) => report.path);
      const options = { cache: openCache(out(), made.round), ahead: { files, some } };
      const reports = await readReports([path.join(folder, "da-nop")], made.round, options);
      assert.deepEqual(reports, [{ ...first[1]!, path: file }, ...first.slice(1)]);
    });

    it("ignores entries that were damaged, cut off, or changed by hand", async () => {
      const first = await run();
      const text = readFileSync(cacheFile(), "utf8");
      const count = text.match(/"submissionNumber":1/gu)!.length;
      assert.ok(count > 0);
      for (const spoiled of [
        text.slice(0, text.length / 2),
        text.replaceAll(/:1([,}])/gu, ":2$1"),
        "",
        "\u0000\n{}",
        text.replaceAll("{", "["),
      ]) {
        writeFileSync(cacheFile(), spoiled);
        assert.deepEqual(await run(), first);
      }
    });

    it("reads a changed file again, and forgets files that are gone", async () => {
      await run();
      const name = path.join(folder, "da-nop", made.forms[2]!.name);
      writeFileSync(name, made.forms[2]!.bytes.subarray(0, 4000));
      const reports = await run();
      assert.equal(reports[2]!.outcome, "rejected");
      assert.equal(openCache(out(), made.round).known.size, 6);
    });

    it("is of no use to another round", async () => {
      await run();
      const units = made.round.definition.units.slice(1);
      const other = { ...made.round, definition: { ...made.round.definition, units } };
      assert.equal(openCache(out(), other).known.size, 0);
    });
  });
});
