import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError } from "../../src/cli/command-error.js";
import { nodeFiles, type FileSystem } from "../../src/cli/file-system.js";
import { writeManyWhole } from "../../src/cli/write-many.js";
import { removeFolder, temporaryFolder } from "../helpers/command-line.js";

const NAMES = Array.from({ length: 20 }, (_, i) => `DV${String(i + 10)}.xlsx`);
const OLD = "old";
const made = NAMES.map((fileName) => ({ fileName, bytes: new TextEncoder().encode(`the new form ${fileName}`) }));

/** Files of this machine of which the `n`-th use of one operation fails. */
function failing(operation: "create" | "write" | "flushAside" | "read" | "rename", n: number): FileSystem {
  let count = 0;
  const run = nodeFiles[operation] as (...given: unknown[]) => unknown;
  const guarded = (...given: unknown[]): unknown => {
    if (++count === n) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    return run(...given);
  };
  return { ...nodeFiles, [operation]: guarded };
}

describe("write-many", () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
    for (const name of NAMES) writeFileSync(path.join(folder, name), OLD);
  });
  afterEach(() => removeFolder(folder));

  const texts = (): string[] => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));

  it("writes every file, says so one by one, and leaves nothing else in the folder", async () => {
    let steps = 0;
    await writeManyWhole(folder, made, () => steps++);
    assert.equal(steps, NAMES.length);
    assert.deepEqual(readdirSync(folder), NAMES);
    assert.deepEqual(
      texts(),
      NAMES.map((name) => `the new form ${name}`),
    );
  });

  for (const operation of ["create", "write", "flushAside", "read"] as const) {
    it(`changes no file when one cannot be written (${operation})`, async () => {
      for (const n of [1, 7, NAMES.length]) {
        await assert.rejects(
          writeManyWhole(folder, made, undefined, failing(operation, n)),
          (problem) => problem instanceof CommandError && problem.message.includes("Ổ đĩa đã đầy"),
        );
        assert.deepEqual(
          texts(),
          NAMES.map(() => OLD),
        );
      }
    });
  }

  it("keeps every file whole when one of them is open elsewhere, names it, and clears away the rest", async () => {
    await assert.rejects(writeManyWhole(folder, made, undefined, failing("rename", 8)), /DV17\.xlsx/u);
    assert.deepEqual(
      texts(),
      NAMES.map((name, i) => (i < 7 ? `the new form ${name}` : OLD)),
    );
  });

  it("notices that the disk kept something else than was written", async () => {
    const files: FileSystem = { ...nodeFiles, read: () => new Uint8Array(3) };
    await assert.rejects(writeManyWhole(folder, made, undefined, files), /differs/u);
    assert.deepEqual(new Set(texts()), new Set([OLD]));
  });

  it("waits until nothing is under way before it gives up", async () => {
    let open = 0;
    const counted: FileSystem = {
      ...failing("flushAside", 3),
      create: (file) => (open++, nodeFiles.create(file)),
      close: (handle) => (open--, nodeFiles.close(handle)),
    };
    await assert.rejects(writeManyWhole(folder, made, undefined, counted), CommandError);
    assert.equal(open, 0);
  });
});
