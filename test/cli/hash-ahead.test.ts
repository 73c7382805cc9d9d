// Hashing beside the preparations: the same hashes as here, nothing for what is not there, and an end when it is stopped.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { hashAhead, type HashesAhead, LARGE_BYTES } from "../../src/cli/hash-ahead.js";
import { build, removeFolder, ROOT, temporaryFolder } from "../helpers/command-line.js";

describe("hashing ahead", function () {
  this.timeout(60_000);
  const WORKER = pathToFileURL(path.join(ROOT, "dist/cli/hash-worker.js"));
  let folder: string;
  let out: string;
  before(build);
  beforeEach(() => {
    folder = temporaryFolder();
    out = path.join(folder, "tong-hop.xlsx");
    mkdirSync(path.join(folder, "da-nop"));
    for (let i = 0; i < 250; i++) writeFileSync(path.join(folder, "da-nop", `${String(i)}.xlsx`), `báo cáo ${String(i)}`);
    writeFileSync(out, "sổ đã tổng hợp");
  });
  afterEach(() => removeFolder(folder));

  const all = async (ahead: HashesAhead | null): Promise<ReadonlyMap<string, string>> => {
    assert.notEqual(ahead, null);
    const hashes = new Map<string, string>();
    for await (const some of ahead!.some) for (const [file, hash] of some) hashes.set(file, hash);
    return hashes;
  };

  it("gives the hash of every file but large ones and those left out", async () => {
    const large = path.join(folder, "lon.xlsx");
    writeFileSync(large, "");
    truncateSync(large, LARGE_BYTES);
    const hashes = await all(hashAhead([folder], [out], WORKER));
    assert.equal(hashes.size, 250);
    const [file, hash] = [...hashes].find(([name]) => name.endsWith("/17.xlsx"))!;
    assert.equal(path.resolve(file), path.join(folder, "da-nop", "17.xlsx"));
    assert.equal(hash, createHash("sha256").update("báo cáo 17").digest("hex"));
  });

  it("passes over a pipe instead of waiting for what never comes", async () => {
    assert.equal(spawnSync("mkfifo", [path.join(folder, "da-nop", "ong.xlsx")]).status, 0);
    assert.equal((await all(hashAhead([folder], [out], WORKER))).size, 250);
  });

  it("gives nothing for few files, for files that are not there, and when no worker starts", async () => {
    assert.equal(hashAhead([out], [], WORKER), null);
    assert.equal(hashAhead([path.join(folder, "khong-co")], [], WORKER), null);
    assert.equal((await all(hashAhead([folder], [], new URL("khong-co.js", WORKER)))).size, 0);
  });

  it("ends when it is stopped", async () => {
    const ahead = hashAhead([folder], [out], WORKER)!;
    ahead.stop();
    const { size } = await all(ahead);
    assert.ok(size <= 250);
  });
});
