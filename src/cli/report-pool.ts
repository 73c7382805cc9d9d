// Many files read side by side: one worker a core, a timer a workbook, a limit of memory. A dead or hung worker costs one workbook.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FileReport } from "../core/round/file-report.js";
import type { Round } from "../workflow.js";
import { lostReport } from "../workflow.js";
import type { Known, ReadResult } from "./read-files.js";
import { reportUnpacker } from "./report-text.js";
import type { PackedResult, WorkerAnswer, WorkerStart, WorkerTask } from "./report-worker.js";

export interface PoolOptions {
  readonly workers?: number;
  /** Longest time for one workbook. */
  readonly seconds?: number;
  /** Heap of a worker. */
  readonly megabytes?: number;
  /** Program of the workers. */
  readonly entry?: URL;
  readonly known?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
  /** Called when a file is done. */
  readonly step?: () => void;
}

const SECONDS = 30;
const MEGABYTES = 768;
const YOUNG_MEGABYTES = 32;
const MOST_WORKERS = 8;
/** Files given to a worker ahead, so that it never waits for the next one. */
const AHEAD = 4;
/** Workers that may die before a single answer, one after the other, until the pool gives up: then the program itself is broken. */
const MOST_FALSE_STARTS = 5;

interface Lane {
  readonly worker: Worker;
  readonly tasks: WorkerTask[];
  timer: NodeJS.Timeout | null;
  begun: { index: number; path: string } | null;
  answered: boolean;
}

/**
 * Reads files in workers.
 * @returns the results of each file, in the order of the files whatever worker was faster
 * @throws the signal's reason when cancelled, and when no worker can be started
 */
export function readInPool(files: readonly string[], round: Round | null, options: PoolOptions = {}): Promise<ReadResult[][]> {
  const results: ReadResult[][] = files.map(() => []);
  const waiting: WorkerTask[] = files.map((file, task) => ({ task, file, skip: 0 })).reverse();
  const count = Math.min(options.workers ?? Math.min(MOST_WORKERS, availableParallelism()), Math.max(1, files.length));
  const lanes = new Set<Lane>();
  const unpack = reportUnpacker();
  const unpacked = (result: PackedResult): ReadResult =>
    typeof result === "string" ? { report: unpack(result), packed: Buffer.from(result) } : { known: result };
  let open = files.length;
  /** Numbers of files during which a worker died that had others ahead of it: they are read once more, each alone. */
  const suspects = new Set<number>();
  let falseStarts = 0;

  return new Promise((resolve, reject) => {
    const finish = (problem: Error | null): void => {
      for (const lane of lanes) stop(lane);
      lanes.clear();
      options.signal?.removeEventListener("abort", cancel);
      if (problem === null) resolve(results);
      else reject(problem);
    };
    const cancel = (): void => finish(asError(options.signal?.reason));
    const feed = (lane: Lane): void => {
      while (lane.tasks.length < AHEAD && waiting.length > 0) {
        const alone = suspects.has(waiting.at(-1)!.task);
        if (alone && lane.tasks.length > 0) break;
        const task = waiting.pop()!;
        lane.tasks.push(task);
        lane.worker.postMessage(task);
        if (alone) break;
      }
      watch(lane);
    };
    const watch = (lane: Lane): void => {
      if (lane.timer !== null) clearTimeout(lane.timer);
      lane.timer = lane.tasks.length === 0 ? null : setTimeout(() => lose(lane, true), patience(lane, options));
    };
    const settle = (): void => {
      open--;
      options.step?.();
      if (open === 0) finish(null);
    };
    const hear = (lane: Lane, answer: WorkerAnswer): void => {
      if (!lanes.has(lane)) return;
      lane.answered = true;
      falseStarts = 0;
      if (answer.kind === "ready") return watch(lane);
      if (answer.kind === "begin") lane.begun = answer;
      else if (answer.kind === "end") {
        lane.begun = null;
        lane.tasks.shift();
        if (answer.result !== null) results[answer.task]!.push(unpacked(answer.result));
        settle();
        if (lanes.has(lane)) feed(lane);
        return;
      } else {
        results[answer.task]!.push(unpacked(answer.result));
        lane.begun = { index: answer.index + 1, path: lane.tasks[0]!.file };
      }
      watch(lane);
    };
    const lose = (lane: Lane, hung: boolean, cause?: Error): void => {
      if (!lanes.delete(lane)) return;
      stop(lane);
      if (!lane.answered && ++falseStarts > MOST_FALSE_STARTS) {
        return finish(new Error("the reading workers do not start", { cause }));
      }
      const [culprit, ...rest] = lane.tasks;
      for (const task of rest.reverse()) waiting.push(task);
      // The last answer of a worker that died may be lost with it: then the next file was the culprit. Alone there is no doubt.
      if (culprit !== undefined && !hung && rest.length > 0) {
        suspects.add(culprit.task);
        waiting.push({ ...culprit, skip: lane.begun?.index ?? culprit.skip });
      } else if (culprit !== undefined) giveUp(culprit, lane.begun);
      if (open > 0) enlist();
    };
    const giveUp = (culprit: WorkerTask, begun: Lane["begun"]): void => {
      const { index, path } = begun ?? { index: culprit.skip, path: culprit.file };
      const between = path === culprit.file && index > culprit.skip;
      if (!between) results[culprit.task]!.push({ report: lostReport(path) });
      if (between) waiting.push({ ...culprit, skip: index });
      else if (path !== culprit.file) waiting.push({ ...culprit, skip: index + 1 });
      else settle();
    };
    const enlist = (): void => {
      const lane = newLane(round, options);
      lanes.add(lane);
      lane.worker.on("message", (answer: WorkerAnswer) => hear(lane, answer));
      lane.worker.on("error", (cause) => lose(lane, false, asError(cause)));
      lane.worker.on("exit", () => lose(lane, false));
      feed(lane);
    };
    if (options.signal?.aborted === true) return cancel();
    options.signal?.addEventListener("abort", cancel);
    if (files.length === 0) return finish(null);
    for (let i = 0; i < count; i++) enlist();
  });
}

function newLane(round: Round | null, options: PoolOptions): Lane {
  const start: WorkerStart = {
    definition: round?.definition ?? null,
    previous: round?.previous ?? new Map(),
    known: options.known ?? new Set(),
  };
  const worker = new Worker(options.entry ?? new URL("./report-worker.js", import.meta.url), {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: options.megabytes ?? MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  return { worker, tasks: [], timer: null, begun: null, answered: false };
}

/** Loading the program on a busy machine must not be taken for a file that hangs. */
const START_FACTOR = 5;

function patience({ answered }: Lane, { seconds = SECONDS }: PoolOptions): number {
  return (answered ? seconds : START_FACTOR * seconds) * 1000;
}

function stop(lane: Lane): void {
  if (lane.timer !== null) clearTimeout(lane.timer);
  lane.worker.removeAllListeners("exit");
  void lane.worker.terminate();
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("cancelled", { cause: reason });
}

/** The reports of all results; those known from an earlier run are recalled. */
export function settled(results: readonly ReadResult[], recall: (known: Known) => FileReport): FileReport[] {
  return results.map((one) => ("report" in one ? one.report : recall(one.known)));
}
