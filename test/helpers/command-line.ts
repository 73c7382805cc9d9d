// The command line from outside: the built program in a process of its own, and folders that vanish afterwards.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "../..");
export const PROGRAM = path.join(ROOT, "bin/tonghop.mjs");

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let built = false;

/** Builds what the program runs from; once in a run of the tests. */
export function build(): void {
  if (built) return;
  const made = spawnSync(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-b", "src/cli"], { cwd: ROOT });
  if (made.status !== 0 && !existsSync(path.join(ROOT, "dist/cli/main.js"))) throw new Error(String(made.stdout));
  built = true;
}

/** Runs the program in a folder. */
export function tonghop(
  cwd: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: Uint8Array = new Uint8Array(0),
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd,
    input,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** A folder for one test. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "tonghop-test-"));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
