// Reading many files with a few threads: a dead or slow thread costs one file, nothing blocks, stopping is at once.
import type { FileReport } from "../core/file-report.js";
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

/** @param spawn starts a background thread */
export function readerPool(spawn: () => Worker, most = MOST_MS): ReaderPool {
  const idle: Thread[] = [];
  const size = Math.max(1, Math.min(MOST_READERS, navigator.hardwareConcurrency || 2));
  return {
    read: async (files, round, job, take, lost) => {
      const queue: Item[] = files.map((file, index) => ({ file, order: index }));
      let total = queue.length;
      let done = 0;
      let at = 0;
      const work = async (): Promise<void> => {
        let thread = idle.pop() ?? threadOf(spawn());
        await thread.ask("setRound", round);
        for (let item = queue[at++]; item !== undefined; item = queue[at++]) {
          if (job.signal?.aborted) break;
          const outcome = await withinTime(thread.ask("read", item.file), most, thread);
          if (job.signal?.aborted) break;
          if (outcome === null) {
            lost(item.file.path, item.order);
            thread = threadOf(spawn());
            await thread.ask("setRound", round);
          } else if (outcome.members === null) take(outcome.report, item.order);
          else {
            total += outcome.members.length - 1;
            const { order } = item;
            const share = 1 / (outcome.members.length + 1);
            queue.push(...outcome.members.map((file, index) => ({ file, order: order + (index + 1) * share })));
            done--;
          }
          job.progress?.(++done, total);
        }
        idle.push(thread);
      };
      await Promise.all(Array.from({ length: Math.min(size, Math.max(1, files.length)) }, work));
      if (job.signal?.aborted) throw new JobStopped();
    },
  };
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
