// Background threads of page and pane played in this thread: messages are copied as between threads, and noted on their way to the views.
import { setImmediate as later } from "node:timers/promises";
import type { Answer, JobName, Order } from "../../src/ui/jobs.js";
import type { Doing } from "../../src/web/worker/desk-state.js";
import { allJobs } from "../../src/web/worker/jobs.js";

export interface WorkersHere {
  /** As `new Worker` of the page would. */
  spawn(): Worker;
  /** Everything that came to the thread of the views. */
  readonly answers: readonly Answer[];
  /** Closes the channels between the threads. */
  close(): void;
}

export function workersHere(): WorkersHere {
  const answers: Answer[] = [];
  const ports: MessagePort[] = [];
  return {
    spawn: () => workerHere(answers, ports),
    answers,
    close: () => ports.forEach((port) => port.close()),
  };
}

function workerHere(answers: Answer[], ports: MessagePort[]): Worker {
  const jobs = allJobs() as Doing<Exclude<JobName, "templates">>;
  const listeners = new Map<string, (event: unknown) => void>();
  let last: Promise<void> = Promise.resolve();
  const tell = async (answer: Answer): Promise<void> => {
    const copy = structuredClone(answer);
    answers.push(copy);
    await later();
    listeners.get("message")?.({ data: copy });
  };
  const carryOut = async (order: Order & { job: JobName }): Promise<void> => {
    const { id } = order;
    const run = jobs[order.job as Exclude<JobName, "templates">] as (input: unknown, course: unknown) => unknown;
    const course = { progress: () => undefined, pause: () => Promise.resolve() };
    try {
      await tell({ id, kind: "done", output: await run(order.input, course) });
    } catch (error) {
      await tell({ id, kind: "failed", message: String(error) });
    }
  };
  const worker = {
    addEventListener: (type: string, listener: (event: unknown) => void) => void listeners.set(type, listener),
    terminate: () => undefined,
    postMessage: (order: Order, handed: Transferable[] = []) => {
      const copy = structuredClone(order, { transfer: handed });
      if (copy.job === null) return;
      if (copy.input instanceof MessagePort) ports.push(copy.input);
      last = last.then(() => carryOut(copy));
    },
  };
  return worker as unknown as Worker;
}
