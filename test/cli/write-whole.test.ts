import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { CommandError } from "../../src/cli/command-error.js";
import { nodeFiles, type FileSystem } from "../../src/cli/file-system.js";
import { lockPath, takeLock } from "../../src/cli/lock.js";
import { writeForgettable, writeWhole, writeWholeOrBeside } from "../../src/cli/write-whole.js";
import { removeFolder, temporaryFolder } from "../helpers/command-line.js";

const OLD = new TextEncoder().encode("old");
const NEW = new TextEncoder().encode("something new");

/** Files of this machine of which operation number `n` fails, and every one after it when the machine is said to be dead. */
function failing(n: number, code: string, dead = false): { files: FileSystem; count: () => number } {
  let count = 0;
  const guard = <A extends unknown[], R>(run: (...given: A) => R) => {
    return (...given: A): R => {
      count++;
      if (count === n || (dead && count > n)) throw Object.assign(new Error(code), { code });
      return run(...given);
    };
  };
  const files: FileSystem = {
    makeFolder: guard(nodeFiles.makeFolder),
    create: guard(nodeFiles.create),
    write: guard((handle: number, bytes: Uint8Array, from: number) => nodeFiles.write(handle, bytes.subarray(0, from + 5), from)),
    flush: guard(nodeFiles.flush),
    flushAside: guard(nodeFiles.flushAside),
    close: guard(nodeFiles.close),
    read: guard(nodeFiles.read),
    rename: guard(nodeFiles.rename),
    remove: guard(nodeFiles.remove),
    list: guard(nodeFiles.list),
    exists: nodeFiles.exists,
    flushFolder: guard(nodeFiles.flushFolder),
  };
  return { files, count: () => count };
}

/** A number that no process has now. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", "0"]).pid;
}

describe("write-whole", () => {
  let folder: string;
  let out: string;
  beforeEach(() => {
    folder = temporaryFolder();
    out = path.join(folder, "tong-hop.xlsx");
    writeFileSync(out, OLD);
  });
  afterEach(() => removeFolder(folder));

  for (const [code, dead] of [
    ["ENOSPC", false],
    ["EIO", false],
    ["EROFS", true],
  ] as const) {
    it(`leaves the old output or the new one, whole, whichever operation fails (${code}${dead ? ", and all after it" : ""})`, () => {
      for (let n = 1; ; n++) {
        writeFileSync(out, OLD);
        const { files, count } = failing(n, code, dead);
        let failed = false;
        try {
          writeWhole(out, NEW, files);
        } catch (problem) {
          failed = true;
          assert.ok(problem instanceof CommandError);
          assert.ok(problem.message.includes(code) && problem.message.includes("vẫn nguyên vẹn"), problem.message);
        }
        const now = readFileSync(out);
        assert.deepEqual(new Uint8Array(now), failed ? OLD : NEW, `operation ${String(n)}`);
        if (!dead) assert.deepEqual(readdirSync(folder), ["tong-hop.xlsx"], `operation ${String(n)}`);
        for (const stray of readdirSync(folder).filter((name) => name.endsWith(".tmp")))
          nodeFiles.remove(path.join(folder, stray));
        if (count() < n) return;
        assert.ok(n < 50);
      }
    });
  }

  it("never throws for what may be forgotten: the old or the new, whole, whichever operation fails", () => {
    for (let n = 1, failed = true; failed; n++) {
      writeFileSync(out, OLD);
      const { files, count } = failing(n, "EIO");
      writeForgettable(out, NEW, files);
      failed = count() >= n;
      const now = new Uint8Array(readFileSync(out));
      assert.ok(
        [OLD, NEW].some((one) => Buffer.compare(one, now) === 0),
        `after a fault in operation ${String(n)}`,
      );
      if (!failed) assert.deepEqual(now, new Uint8Array(NEW));
    }
    assert.deepEqual(readdirSync(folder), ["tong-hop.xlsx"]);
  });

  it("notices that the disk kept something else than was written", () => {
    const files: FileSystem = { ...nodeFiles, read: () => OLD };
    assert.throws(() => writeWhole(out, NEW, files), /differs/u);
    assert.deepEqual(new Uint8Array(readFileSync(out)), OLD);
  });

  it("removes what killed runs of this machine left, and nothing else", () => {
    writeWhole(path.join(folder, "mau.xlsx"), NEW, { ...nodeFiles, remove: () => undefined });
    let left = "";
    const files: FileSystem = {
      ...nodeFiles,
      create: (file) => {
        left = file.replace(`-${String(process.pid)}-`, `-${String(deadPid())}-`);
        return nodeFiles.create(file);
      },
    };
    writeWhole(path.join(folder, "mau.xlsx"), NEW, files);
    writeFileSync(left, "half");
    writeFileSync(path.join(folder, `.tonghop-00000000-${String(deadPid())}-00000000.tmp`), "of another machine");
    writeFileSync(path.join(folder, "rieng.tmp"), "somebody's own");
    writeWhole(out, NEW, { ...nodeFiles });
    assert.ok(!existsSync(left));
    assert.equal(readdirSync(folder).filter((name) => name.endsWith(".tmp")).length, 2);
  });

  it("writes beside an output that is open in Excel, and says where", () => {
    const locked: FileSystem = {
      ...nodeFiles,
      rename: (from, to) => {
        if (to === out) throw Object.assign(new Error("busy"), { code: "EBUSY" });
        nodeFiles.rename(from, to);
      },
    };
    assert.equal(writeWholeOrBeside(out, NEW, locked), path.join(folder, "tong-hop (2).xlsx"));
    assert.deepEqual(new Uint8Array(readFileSync(out)), OLD);
    writeFileSync(path.join(folder, "~$tong-hop.xlsx"), "");
    assert.equal(writeWholeOrBeside(out, NEW), path.join(folder, "tong-hop (3).xlsx"));
    assert.deepEqual(new Uint8Array(readFileSync(out)), OLD);
  });

  it("says in words that a folder is read-only, a path too long, a name a folder", () => {
    assert.throws(() => writeWhole(folder, NEW), /ghi được/u);
    assert.throws(() => writeWhole(path.join(folder, "x".repeat(300)), NEW), /quá dài/u);
    assert.throws(() => writeWhole(path.join(out, "trong-tep.xlsx"), NEW), CommandError);
  });
});

describe("lock", () => {
  let folder: string;
  let out: string;
  beforeEach(() => {
    folder = temporaryFolder();
    out = path.join(folder, "tong-hop.xlsx");
  });
  afterEach(() => removeFolder(folder));

  const held = (pid: number, host = hostname()): void => writeFileSync(lockPath(out), JSON.stringify({ pid, host }));

  it("is taken, given back, and taken again", () => {
    const release = takeLock(out);
    assert.ok(existsSync(lockPath(out)));
    release();
    release();
    assert.deepEqual(readdirSync(folder), []);
    takeLock(out)();
  });

  it("refuses while another run is alive, on this machine or another", () => {
    held(process.ppid);
    assert.throws(() => takeLock(out), /Một lần chạy khác/u);
    held(1, "may-khac");
    assert.throws(() => takeLock(out), /xóa tệp/u);
  });

  it("takes over the lock of a run that died, even one that died while taking it", () => {
    held(deadPid());
    takeLock(out)();
    writeFileSync(lockPath(out), "");
    takeLock(out)();
    assert.deepEqual(readdirSync(folder), []);
  });
});
