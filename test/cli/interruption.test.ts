import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, watch, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { lockPath } from "../../src/cli/lock.js";
import { build, PROGRAM, removeFolder, temporaryFolder, tonghop } from "../helpers/command-line.js";
import { filledRound } from "../helpers/filled-round.js";
import { killedRun } from "../helpers/killed-run.js";
import { seeded } from "../helpers/sample-round.js";

const MOMENTS = Number(process.env["TONGHOP_KILLS"] ?? 20);
/** Other moments in every run; the name of the test says which, so that a failure can be repeated. */
const SEED = Number(process.env["TONGHOP_SEED"] ?? Date.now() % 1_000_000);
/** Milliseconds from the first temporary file to the end of a run's writing. */
const LONGEST_WRITING = 4;
const UNITS = 6;

describe("interruption", function () {
  this.timeout(600_000);
  let cwd: string;
  before(async () => {
    build();
    cwd = temporaryFolder();
    const made = await filledRound("kl-09-btctw-2024", UNITS);
    writeFileSync(path.join(cwd, "so.xlsx"), made.control);
    mkdirSync(path.join(cwd, "lan-1"));
    mkdirSync(path.join(cwd, "lan-2"));
    made.forms.forEach((form, i) => {
      if (i > 0) writeFileSync(path.join(cwd, "lan-1", form.name), form.bytes);
      writeFileSync(path.join(cwd, "lan-2", form.name), form.bytes);
    });
  });
  after(() => removeFolder(cwd));

  const out = (): string => path.join(cwd, "ra", "tong-hop.xlsx");
  const words = (folder: string): string[] => ["consolidate", "so.xlsx", folder, "--out", "ra/tong-hop.xlsx"];
  const digest = (): string => createHash("sha256").update(readFileSync(out())).digest("hex");
  const strays = (): string[] => readdirSync(path.join(cwd, "ra")).filter((name) => /\.(?:tmp|lock)$/u.test(name));

  /** What a killed run left: the old workbook, the new one, or the old one and a temporary file beside it. */
  function left(old: string, fresh: string): "old" | "writing" | "new" {
    const now = digest();
    assert.ok([old, fresh].includes(now), "neither the old workbook nor the new one");
    if (now === fresh) return "new";
    return strays().some((name) => name.endsWith(".tmp")) ? "writing" : "old";
  }

  it(`killed at ${String(MOMENTS)} moments (seed ${String(SEED)}), leaves the old workbook or the new one, and the next run cleans up`, async () => {
    assert.equal(tonghop(cwd, words("lan-1")).status, 0);
    const old = readFileSync(out());
    const oldDigest = digest();
    const cache = path.join(cwd, "ra/.tonghop-cache");
    rmSync(cache, { recursive: true });
    const started = Date.now();
    assert.equal(tonghop(cwd, words("lan-2")).status, 0);
    const took = Date.now() - started;
    const fresh = digest();
    assert.notEqual(fresh, oldDigest);
    const random = seeded(SEED);
    const seen = { old: 0, writing: 0, new: 0 };
    for (let i = 0; i < MOMENTS || (seen.writing === 0 && i < 2 * MOMENTS); i++) {
      writeFileSync(out(), old);
      if (i % 2 === 0) rmSync(cache, { recursive: true, force: true });
      const anyTime = { after: took * (0.3 + random() * 0.7) };
      const whileWriting = { sinceTemporary: LONGEST_WRITING * random() ** 2, folder: path.join(cwd, "ra") };
      await killedRun(cwd, words("lan-2"), i % 2 === 0 ? anyTime : whileWriting);
      seen[left(oldDigest, fresh)]++;
      const again = tonghop(cwd, words("lan-2"));
      assert.equal(again.status, 0, again.stderr);
      assert.equal(digest(), fresh);
      assert.deepEqual(strays(), []);
    }
    assert.ok(seen.old > 0 && seen.writing > 0, `the kills did not fall into every part of a run: ${JSON.stringify(seen)}`);
  });

  /** Starts a run, holds it still as soon as it has the lock, and interrupts it there; `null` when it was done before it could be held. */
  async function heldAndInterrupted(signal: NodeJS.Signals): Promise<{ status: number | null; said: string } | null> {
    const child = spawn(process.execPath, [PROGRAM, ...words("lan-2")], { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (data: Buffer) => (said += data.toString()));
    const ended = new Promise<number | null>((resolve) => child.on("close", (status) => resolve(status)));
    const over = (): boolean => child.exitCode !== null || child.signalCode !== null;
    while (!existsSync(lockPath(out())) && !over()) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill("SIGSTOP");
    const inTime = existsSync(lockPath(out())) && !over();
    if (inTime) child.kill(signal);
    child.kill("SIGCONT");
    const status = await ended;
    return inTime ? { status, said } : null;
  }

  /** Starts a run and interrupts it when the first temporary file appears in a folder; what it said on stderr. */
  async function interruptedAtFirstFile(given: readonly string[], folder: string): Promise<string> {
    const watcher = watch(folder);
    const child = spawn(process.execPath, [PROGRAM, ...given], { cwd, stdio: ["ignore", "ignore", "pipe"] });
    watcher.once("change", () => void child.kill("SIGINT"));
    let said = "";
    child.stderr.on("data", (data: Buffer) => (said += data.toString()));
    await new Promise((resolve) => child.on("close", resolve));
    watcher.close();
    return said;
  }

  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    it(`ended by ${signal} as soon as it has the lock, says so, gives the lock back and leaves the old workbook`, async () => {
      let before = "";
      let ran = null;
      for (let tries = 0; ran === null && tries < 5; tries++) {
        assert.equal(tonghop(cwd, words("lan-1")).status, 0);
        before = digest();
        rmSync(path.join(cwd, "ra/.tonghop-cache"), { recursive: true, force: true });
        ran = await heldAndInterrupted(signal);
      }
      assert.equal(ran?.status, status);
      assert.match(ran.said, /Đã hủy/u);
      assert.equal(digest(), before);
      assert.deepEqual(strays(), []);
    });
  }

  it("ended while the return letters are written, says that the workbook is new and the letters are not, and leaves no stray", async () => {
    const sick = path.join(cwd, "lan-3");
    cpSync(path.join(cwd, "lan-2"), sick, { recursive: true });
    for (const name of readdirSync(sick).slice(1)) truncateSync(path.join(sick, name), 5000);
    const given = ["consolidate", "so.xlsx", "lan-3", "--out", "ra/tong-hop.xlsx", "--returns", "tra"];
    const folder = path.join(cwd, "tra");
    mkdirSync(folder);
    let said = "";
    for (let tries = 0; !said.includes("Đã hủy") && tries < 5; tries++) {
      assert.equal(tonghop(cwd, words("lan-1")).status, 0);
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
      said = await interruptedAtFirstFile(given, folder);
    }
    assert.match(
      said,
      /Đã hủy\. Sổ đã tổng hợp mới đã ghi xong: “ra\/tong-hop\.xlsx”\. Phiếu trả lại trong “tra” chưa được ghi/u,
    );
    assert.doesNotMatch(said, /nguyên vẹn/u);
    const written = digest();
    assert.deepEqual(readdirSync(folder), []);
    assert.deepEqual(strays(), []);
    assert.equal(tonghop(cwd, given).status, 1);
    assert.equal(digest(), written, "it was the new workbook");
    assert.equal(readdirSync(folder).length, UNITS);
    rmSync(sick, { recursive: true });
    rmSync(folder, { recursive: true });
  });

  it("says that the workbook is written when the return letters cannot be", () => {
    writeFileSync(path.join(cwd, "khong-phai-thu-muc"), "");
    const name = readdirSync(path.join(cwd, "lan-1"))[0]!;
    mkdirSync(path.join(cwd, "lan-4"));
    writeFileSync(path.join(cwd, "lan-4", name), "hỏng");
    const ran = tonghop(cwd, [...words("lan-4"), "--returns", "khong-phai-thu-muc"]);
    assert.equal(ran.status, 2);
    assert.match(ran.stderr, /Không ghi được “khong-phai-thu-muc”.*\n.*Sổ đã tổng hợp mới đã ghi xong: “ra\/tong-hop\.xlsx”/u);
    rmSync(path.join(cwd, "lan-4"), { recursive: true });
    rmSync(path.join(cwd, "khong-phai-thu-muc"));
  });

  it("refuses a second run on the same output while one is at work", () => {
    writeFileSync(lockPath(out()), JSON.stringify({ pid: process.pid, host: hostname() }));
    const before = digest();
    const ran = tonghop(cwd, words("lan-2"));
    assert.equal(ran.status, 2);
    assert.match(ran.stderr, /Một lần chạy khác/u);
    assert.equal(digest(), before);
    rmSync(lockPath(out()));
  });

  it("takes nothing of its own for a report when the output stands among the reports", () => {
    const given = ["consolidate", "so.xlsx", ".", "--out", "tong.xlsx", "--json"];
    rmSync(path.join(cwd, "ra"), { recursive: true });
    rmSync(path.join(cwd, "lan-1"), { recursive: true });
    for (let i = 0; i < 2; i++) {
      const ran = tonghop(cwd, given);
      assert.equal(ran.status, 0, ran.stderr);
      assert.equal((JSON.parse(ran.stdout) as { files: unknown[] }).files.length, UNITS);
    }
  });

  it("makes a letter for each unit whose report is sent back, and touches none of theirs", () => {
    const name = readdirSync(path.join(cwd, "lan-2"))[3]!;
    const file = path.join(cwd, "lan-2", name);
    writeFileSync(file, readFileSync(file).subarray(0, 5000));
    const held = path.join(cwd, "lan-2", readdirSync(path.join(cwd, "lan-2"))[5]!);
    const before = readFileSync(file);
    const ran = tonghop(cwd, ["consolidate", "so.xlsx", "lan-2", "--out", "tong.xlsx", "--returns", "tra-lai"]);
    assert.equal(ran.status, 1, ran.stderr);
    assert.deepEqual(new Uint8Array(readFileSync(file)), new Uint8Array(before));
    const made = readdirSync(path.join(cwd, "tra-lai"));
    assert.equal(made.length, 2);
    assert.ok(made.includes("tat-ca_tra-lai_2024.xlsx"));
    assert.ok(existsSync(held));
  });
});
