// A worker that hashes files one after the other for `hash-ahead.ts` and answers once, with all of them.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

/** What the worker is given when it starts. */
export interface HashStart {
  readonly files: readonly string[];
  /** Files of this size and more are left out. */
  readonly largeBytes: number;
}

/** Lower-case hexadecimal SHA-256 by file; files that cannot be read are left out. */
export type Hashes = ReadonlyMap<string, string>;

const { files, largeBytes } = workerData as HashStart;
const hashes = new Map<string, string>();
for (const file of files) {
  try {
    const facts = statSync(file);
    if (facts.isFile() && facts.size < largeBytes)
      hashes.set(file, createHash("sha256").update(readFileSync(file)).digest("hex"));
  } catch {
    // Whoever reads the file says what is wrong with it.
  }
}
parentPort?.postMessage(hashes);
