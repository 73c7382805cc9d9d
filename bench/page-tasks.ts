// Tasks of the page's own thread, from a trace of the browser: how long each took, in which phase, what was done in it.
import type { Browser, Page } from "playwright-core";

/** One task: milliseconds by the clock, milliseconds that the processor spent on it, and what took longest within. */
export interface Task {
  readonly phase: string;
  readonly ms: number;
  readonly cpuMs: number;
  readonly work: string;
}

export interface Tasks {
  readonly longest: Task;
  /** The task on which the processor spent most: what stays when the machine is busy with other things. */
  readonly hardest: Task;
  /** Tasks over 50 ms by the clock. */
  readonly long: readonly Task[];
  /** Milliseconds of the longest task of each phase: by the clock and of the processor. */
  readonly phases: Readonly<Record<string, readonly [ms: number, cpuMs: number]>>;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: Readonly<Record<string, unknown>> };
}

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "v8", "toplevel"];
const LONG_MS = 50;
const PHASE = "phase:";

/** Begins to note tasks. */
export async function startTasks(browser: Browser, page: Page): Promise<void> {
  await browser.startTracing(page, { categories: CATEGORIES });
}

/** What follows belongs to this phase. */
export async function phase(page: Page, name: string): Promise<void> {
  await page.evaluate((mark) => void performance.mark(mark), PHASE + name);
}

/** Ends the notes. @param first phase of what came before the first mark */
export async function endTasks(browser: Browser, first: string): Promise<Tasks> {
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as { traceEvents: TraceEvent[] };
  const marks = traceEvents.filter(({ name, ph }) => name.startsWith(PHASE) && (ph === "R" || ph === "I" || ph === "b"));
  const [mark] = marks;
  if (mark === undefined) throw new Error("the trace holds no phase");
  const own = traceEvents.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const tasks = own.filter(({ name, dur }) => name === "RunTask" && dur !== undefined);
  const described = (task: TraceEvent): Task => ({
    phase: phaseAt(marks, task.ts) ?? first,
    ms: milliseconds(task.dur!),
    cpuMs: milliseconds(task.tdur ?? 0),
    work: workIn(own, task),
  });
  const byClock = [...tasks].sort((a, b) => b.dur! - a.dur!);
  const byProcessor = [...tasks].sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  const phases: Record<string, [number, number]> = {};
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const name = phaseAt(marks, ts) ?? first;
    const [ms, cpuMs] = phases[name] ?? [0, 0];
    phases[name] = [Math.max(ms, milliseconds(dur)), Math.max(cpuMs, milliseconds(tdur))];
  }
  return {
    longest: described(byClock[0]!),
    hardest: described(byProcessor[0]!),
    long: byClock.filter(({ dur }) => dur! > LONG_MS * 1000).map(described),
    phases,
  };
}

function phaseAt(marks: readonly TraceEvent[], at: number): string | undefined {
  return marks.findLast(({ ts }) => ts <= at)?.name.slice(PHASE.length);
}

/** What took longest within a task: `FunctionCall 12 ms, Layout 8 ms`. */
function workIn(own: readonly TraceEvent[], { ts, dur = 0 }: TraceEvent): string {
  const spent = new Map<string, number>();
  for (const one of own) {
    if (one.dur === undefined || /RunTask$/.test(one.name) || one.ts < ts || one.ts + one.dur > ts + dur) continue;
    const { functionName, url, lineNumber } = one.args?.data ?? {};
    const where =
      typeof functionName === "string" ? ` ${functionName}@${String(url).split("/").pop() ?? ""}:${String(lineNumber)}` : "";
    spent.set(one.name + where, (spent.get(one.name + where) ?? 0) + one.dur);
  }
  const most = [...spent].sort(([, a], [, b]) => b - a).slice(0, 6);
  return most.map(([name, us]) => `${name} ${String(milliseconds(us))} ms`).join(", ");
}

function milliseconds(us: number): number {
  return Math.round(us / 100) / 10;
}
