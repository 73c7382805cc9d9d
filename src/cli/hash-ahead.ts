// Hashing the files of a second run beside the preparations: most of them are known, and to know them they must be read.
import { Worker } from "node:worker_threads";
import type { Hashes, HashStart } from "./hash-worker.js";
import { findFiles } from "./node-files.js";

/** A file of this size, twenty times that of a form, is hashed by whoever reads it. */
export const LARGE_BYTES = 1048576;
/** Fewer are hashed sooner than a worker starts. */
const MANY_FILES = 200;

export interface HashesAhead {
  /** What could be hashed; never fails. */
  readonly done: Promise<Hashes>;
  readonly stop: () => void;
}

const ENTRY = new URL("./hash-worker.js", import.meta.url);
const NOTHING: HashesAhead = { done: Promise.resolve(new Map()), stop: () => undefined };

/**
 * Begins to hash all files below what was given.
 * @param except files in the given folders that are no reports
 * @param entry program of the worker
 */
export function hashAhead(given: readonly string[], except: readonly string[], entry = ENTRY): HashesAhead {
  const files = filesIn(given, except);
  if (files.length < MANY_FILES) return NOTHING;
  const start: HashStart = { files, largeBytes: LARGE_BYTES };
  const worker = new Worker(entry, { workerData: start, execArgv: [] });
  const done = new Promise<Hashes>((resolve) => {
    const none = (): void => resolve(new Map());
    worker.on("message", (hashes: Hashes) => resolve(hashes));
    worker.on("error", none);
    worker.on("exit", none);
  });
  return { done, stop: () => void worker.terminate() };
}

/** Empty when something is not there, which is said when it is read. */
function filesIn(given: readonly string[], except: readonly string[]): readonly string[] {
  try {
    return findFiles(given, except).map((file) => file.path);
  } catch {
    return [];
  }
}
