// Reading many files with a few threads: a dead or slow thread costs one file, nothing blocks, stopping is at once.
import type { Job, PickedFile } from "./engine.js";
import { JobStopped } from "./engine.js";
import type { BatchEnd, ReadOutcome, Waiting } from "./jobs.js";
import type { Thread } from "./thread.js";

/** A file that takes longer is given up. */
const MOST_MS = 30_000;
const MOST_READERS = 4;

export interface ReaderPool {
  /**
   * Reads files and what is in zips; each report goes to the desk with a number that sorts it into the order of the files.
   * @param turn number of the batch
   * @returns which reports are on their way, and which files have none because their reader died
   */
  read(files: readonly PickedFile[], turn: number, job: Job): Promise<Omit<BatchEnd, "turn">>;
}

interface Item {
  readonly file: Waiting;
  readonly order: number;
}

export interface Limits {
  /** Threads at work at the same time. */
  readonly readers: number;
  readonly mostMs: number;
}

/** As many readers as the machine has cores, four at most. */
function usualLimits(): Limits {
  return { readers: Math.max(1, Math.min(MOST_READERS, navigator.hardwareConcurrency || 2)), mostMs: MOST_MS };
}

/** @param hire gives a reader that knows the desk */
export function readerPool(hire: () => Promise<Thread>, { readers, mostMs }: Limits = usualLimits()): ReaderPool {
  const idle: Thread[] = [];
  const fresh = async (): Promise<Thread> => {
    const thread = idle.pop() ?? (await hire());
    await thread.ask("takeRound", null);
    return thread;
  };
  return {
    read: async (files, turn, job) => {
      const queue: Item[] = files.map((file, order) => ({ file, order }));
      const working = new Set<Promise<void>>();
      const read: number[] = [];
      const lost: { path: string; order: number }[] = [];
      let zips = 0;
      let at = 0;
      const readOne = async (thread: Thread, { file, order }: Item): Promise<Thread> => {
        const outcome = await withinTime(thread.ask("read", { file, turn, order }), mostMs, thread);
        if (job.signal?.aborted) return outcome === "lost" ? fresh() : thread;
        if (outcome === "lost") lost.push({ path: file.path, order });
        else if (outcome === null) read.push(order);
        else {
          queue.push(...inPlace(outcome, order));
          zips++;
          engage();
        }
        job.progress?.(read.length + lost.length, queue.length - zips);
        return outcome === "lost" ? fresh() : thread;
      };
      const work = async (): Promise<void> => {
        let thread = await fresh();
        while (at < queue.length && !job.signal?.aborted) thread = await readOne(thread, queue[at++]!);
        idle.push(thread);
      };
      const engage = (): void => {
        for (let missing = Math.min(readers - working.size, queue.length - at); missing > 0; missing--) {
          const one: Promise<void> = work().finally(() => working.delete(one));
          working.add(one);
        }
      };
      engage();
      while (working.size > 0) await Promise.race(working);
      if (job.signal?.aborted) throw new JobStopped();
      return { read, lost };
    },
  };
}

/** Members sorted between the zip that they are in and the file after it. */
function inPlace(members: readonly Waiting[], order: number): Item[] {
  const share = 1 / (members.length + 1);
  return members.map((file, index) => ({ file, order: order + (index + 1) * share }));
}

/** `lost` when the thread died or did not answer in time; it is ended then. */
async function withinTime(answer: Promise<ReadOutcome>, most: number, thread: Thread): Promise<ReadOutcome | "lost"> {
  const timer = setTimeout(() => thread.end(), most);
  try {
    return await answer;
  } catch {
    thread.end();
    return "lost";
  } finally {
    clearTimeout(timer);
  }
}
