// The background thread: takes orders, does the jobs of desk and reader, answers. The page and the pane start several of it.
import type { Answer, JobName, Order } from "../../ui/jobs.js";
import { JobStopped } from "../../ui/engine.js";
import type { Doing } from "./desk-state.js";
import type { Course } from "./course.js";
import { breathe, quickenTimers } from "./course.js";
import { templateBriefs } from "./template-briefs.js";

/** What of the global scope of a worker is used here. */
interface ThreadScope {
  postMessage(message: Answer): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Order>) => void): void;
}

const scope = self as unknown as ThreadScope;
let loaded: Promise<Doing<JobName>> | null = null;
const stopped = new Set<number>();
/** Jobs run one after the other: each finds the state that the one before left. */
let last: Promise<void> = Promise.resolve();

quickenTimers(self);

scope.addEventListener("message", ({ data }) => {
  if (data.job === null) {
    stopped.add(data.id);
    return;
  }
  const { id, job, input } = data;
  last = last.then(() => carryOut(id, job, input));
});

/** What reads and makes workbooks comes when it is first needed, so that the page opens fast. */
function allJobs(): Promise<Doing<JobName>> {
  loaded ??= import(/* webpackChunkName: "jobs" */ "./jobs.js").then((jobs) => ({
    templates: templateBriefs,
    ...jobs.allJobs(),
  }));
  return loaded;
}

async function carryOut(id: number, job: JobName, input: unknown): Promise<void> {
  const course: Course = {
    progress: (done, total) => scope.postMessage({ id, kind: "progress", done, total }),
    pause: async () => {
      await breathe();
      if (stopped.has(id)) throw new JobStopped();
    },
  };
  try {
    const run = (job === "templates" ? templateBriefs : (await allJobs())[job]) as (given: unknown, course: Course) => unknown;
    scope.postMessage({ id, kind: "done", output: await run(input, course) });
  } catch (error) {
    if (error instanceof JobStopped) scope.postMessage({ id, kind: "stopped" });
    else
      scope.postMessage({
        id,
        kind: "failed",
        message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      });
  } finally {
    stopped.delete(id);
  }
}
