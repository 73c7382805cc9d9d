// Reading many files with a few threads: a dead or slow thread costs one file, nothing blocks, stopping is at once.
import type { FileReport } from "../core/round/file-report.js";
import type { Job, PickedFile } from "./engine.js";
import { JobStopped } from "./engine.js";
import type { ReaderRound, ReadOutcome, Waiting } from "./jobs.js";
import type { Thread } from "./thread.js";
import { threadOf } from "./thread.js";

/** A file that takes longer is given up. */
const MOST_MS = 30_000;
const MOST_READERS = 4;

export interface ReaderPool {
  /**
   * Reads files and what is in zips.
   * @param take is given each report as it comes, with a number that sorts it into the order of the files
   * @param lost is told the path of a file whose reader died
   */
  read(
    files: readonly PickedFile[],
    round: ReaderRound | null,
    job: Job,
    take: (report: FileReport, order: number) => void,
    lost: (path: string, order: number) => void,
  ): Promise<void>;
}

interface Item {
  readonly file: Waiting;
  readonly order: number;
}

interface Limits {
  /** Threads at work at the same time. */
  readonly readers: number;
  readonly mostMs: number;
}

/** As many readers as the machine has cores, four at most. */
function usualLimits(): Limits {
  return { readers: Math.max(1, Math.min(MOST_READERS, navigator.hardwareConcurrency || 2)), mostMs: MOST_MS };
}

/** @param spawn starts a background thread */
export function readerPool(spawn: () => Worker, { readers, mostMs }: Limits = usualLimits()): ReaderPool {
  const idle: Thread[] = [];
  const fresh = async (round: ReaderRound | null): Promise<Thread> => {
    const thread = idle.pop() ?? threadOf(spawn());
    await thread.ask("setRound", round);
    return thread;
  };
  return {
    read: async (files, round, job, take, lost) => {
      const queue: Item[] = files.map((file, order) => ({ file, order }));
      const working = new Set<Promise<void>>();
      let done = 0;
      let zips = 0;
      let at = 0;
      const readOne = async (thread: Thread, { file, order }: Item): Promise<Thread> => {
        const outcome = await withinTime(thread.ask("read", file), mostMs, thread);
        if (job.signal?.aborted) return outcome === null ? fresh(round) : thread;
        done++;
        if (outcome === null) lost(file.path, order);
        else if (outcome.members === null) take(outcome.report, order);
        else {
          queue.push(...inPlace(outcome.members, order));
          zips++;
          hire();
        }
        job.progress?.(done - zips, queue.length - zips);
        return outcome === null ? fresh(round) : thread;
      };
      const work = async (): Promise<void> => {
        let thread = await fresh(round);
        while (at < queue.length && !job.signal?.aborted) thread = await readOne(thread, queue[at++]!);
        idle.push(thread);
      };
      const hire = (): void => {
        for (let missing = Math.min(readers - working.size, queue.length - at); missing > 0; missing--) {
          const one: Promise<void> = work().finally(() => working.delete(one));
          working.add(one);
        }
      };
      hire();
      while (working.size > 0) await Promise.race(working);
      if (job.signal?.aborted) throw new JobStopped();
    },
  };
}

/** Members sorted between the zip that they are in and the file after it. */
function inPlace(members: readonly Waiting[], order: number): Item[] {
  const share = 1 / (members.length + 1);
  return members.map((file, index) => ({ file, order: order + (index + 1) * share }));
}

/** Null when the thread died or did not answer in time; it is ended then. */
async function withinTime(answer: Promise<ReadOutcome>, most: number, thread: Thread): Promise<ReadOutcome | null> {
  const timer = setTimeout(() => thread.end(), most);
  try {
    return await answer;
  } catch {
    thread.end();
    return null;
  } finally {
    clearTimeout(timer);
  }
}
