// Hashing the files of a second run beside the preparations: most of them are known, and to know them they must be read.
import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Hashes, HashStart } from "./hash-worker.js";
import { findFiles } from "./node-files.js";

/** A file of this size, twenty times that of a form, is hashed by whoever reads it. */
export const LARGE_BYTES = 1048576;
/** Fewer are hashed sooner than a worker starts. */
const MANY_FILES = 200;

export interface HashesAhead {
  /** All files below what was given, in a fixed order. */
  readonly files: readonly string[];
  /** What could be hashed, some files at a time; ends without a word when the worker does. */
  readonly some: AsyncIterable<Hashes>;
  readonly stop: () => void;
}

const ENTRY = new URL("./hash-worker.js", import.meta.url);

/**
 * Begins to hash all files below what was given.
 * @param except files in the given folders that are no reports
 * @param entry program of the worker
 * @returns null when it is not worth a worker
 */
export function hashAhead(given: readonly string[], except: readonly string[], entry = ENTRY): HashesAhead | null {
  const files = filesIn(given, except);
  if (files.length < MANY_FILES) return null;
  const start: HashStart = { files, largeBytes: LARGE_BYTES };
  const worker = new Worker(entry, { workerData: start, execArgv: [] });
  // Whoever is not listening yet misses nothing: what comes is kept in line.
  const messages: AsyncIterable<unknown> = on(worker, "message", { close: ["exit"] });
  return { files, some: untilFault(messages), stop: () => void worker.terminate() };
}

async function* untilFault(messages: AsyncIterable<unknown>): AsyncGenerator<Hashes> {
  try {
    for await (const message of messages) yield (message as [Hashes])[0];
  } catch {
    // The worker did not start, or died: the files are hashed by whoever reads them.
  }
}

/** Empty when something is not there, which is said when it is read. */
function filesIn(given: readonly string[], except: readonly string[]): readonly string[] {
  try {
    return findFiles(given, except).map((file) => file.path);
  } catch {
    return [];
  }
}
