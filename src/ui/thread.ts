// One background thread: jobs sent to it, answers awaited, progress passed on.
import type { Job } from "./engine.js";
import { JobStopped } from "./engine.js";
import type { Answer, JobName, Jobs, Order } from "./jobs.js";

export interface Thread {
  /** @param handed objects that go over to the thread */
  ask<N extends JobName>(name: N, input: Jobs[N]["in"], job?: Job, handed?: readonly Transferable[]): Promise<Jobs[N]["out"]>;
  /** Ends it at once; whatever it was doing is rejected. */
  end(): void;
}

interface Pending {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: Job["progress"];
}

/** The thread died: a fault of ours, or it ran out of memory. */
export class ThreadLost extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = "ThreadLost";
  }
}

/** Wraps a worker. */
export function threadOf(worker: Worker): Thread {
  const pending = new Map<number, Pending>();
  let last = 0;
  const settle = (id: number): Pending | undefined => {
    const one = pending.get(id);
    pending.delete(id);
    return one;
  };
  const lose = (detail: string): void => {
    worker.terminate();
    for (const id of [...pending.keys()]) settle(id)?.reject(new ThreadLost(detail));
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if (data.kind === "progress") pending.get(data.id)?.progress?.(data.done, data.total);
    else if (data.kind === "done") settle(data.id)?.resolve(data.output);
    else if (data.kind === "stopped") settle(data.id)?.reject(new JobStopped());
    else settle(data.id)?.reject(new Error(data.message));
  });
  worker.addEventListener("error", (event) => lose(event.message));
  return {
    end: () => lose("ended"),
    ask: (name, input, job = {}, handed = []) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        pending.set(id, { resolve: resolve as (output: unknown) => void, reject, progress: job.progress });
        worker.postMessage({ id, job: name, input } satisfies Order, [...handed]);
        job.signal?.addEventListener("abort", () => worker.postMessage({ id, job: null } satisfies Order));
      }),
  };
}
