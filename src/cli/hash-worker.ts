// A worker that hashes files one after the other for `hash-ahead.ts` and answers with some at a time.
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

/** What the worker is given when it starts. */
export interface HashStart {
  readonly files: readonly string[];
  /** Files of this size and more are left out. */
  readonly largeBytes: number;
}

/** Lower-case hexadecimal SHA-256 by file; files that cannot be read are left out. */
export type Hashes = ReadonlyMap<string, string>;

const AT_ONCE = 200;
const { files, largeBytes } = workerData as HashStart;
const buffer = Buffer.allocUnsafe(largeBytes);

/** Null for a file that is large, or changes while it is read, and for what is no plain file: opening a pipe would wait for ever. */
function hashOf(file: string): string | null {
  if (!statSync(file).isFile()) return null;
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    if (size >= largeBytes || readSync(handle, buffer, 0, largeBytes, 0) !== size) return null;
    return createHash("sha256").update(buffer.subarray(0, size)).digest("hex");
  } finally {
    closeSync(handle);
  }
}

for (let at = 0; at < files.length; at += AT_ONCE) {
  const hashes = new Map<string, string>();
  for (const file of files.slice(at, at + AT_ONCE)) {
    try {
      const hash = hashOf(file);
      if (hash !== null) hashes.set(file, hash);
    } catch {
      // Whoever reads the file says what is wrong with it.
    }
  }
  parentPort?.postMessage(hashes);
}
