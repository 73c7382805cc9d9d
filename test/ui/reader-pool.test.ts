// A reader that dies or takes too long costs one file; the others are read.
import assert from "node:assert/strict";
import { JobStopped } from "../../src/ui/engine.js";
import type { Order, Reading, Waiting } from "../../src/ui/jobs.js";
import { readerPool } from "../../src/ui/reader-pool.js";
import { threadOf } from "../../src/ui/thread.js";

type Behaviour = (file: Waiting) => "answer" | "die" | "hang" | readonly string[];

/** A worker that answers in its own time, as far as the pool can see. */
function fakeWorker(behave: Behaviour): Worker {
  const listeners = new Map<string, (event: unknown) => void>();
  let ended = false;
  const later = (type: string, event: unknown): void => {
    setTimeout(() => {
      if (!ended) listeners.get(type)?.(event);
    });
  };
  const worker = {
    addEventListener: (type: string, listener: (event: unknown) => void) => void listeners.set(type, listener),
    terminate: () => {
      ended = true;
    },
    postMessage: (order: Order) => {
      if (order.job === null) return;
      const done = (output: unknown): void => later("message", { data: { id: order.id, kind: "done", output } });
      if (order.job === "takeRound") return done(null);
      const { file } = order.input as Reading;
      const way = behave(file);
      if (way === "die") return later("error", { message: "out of memory" });
      if (way === "hang") return;
      if (way === "answer") return done(null);
      done(way.map((path) => ({ path, content: file.content, range: [0, 0] })));
    },
  };
  return worker as unknown as Worker;
}

const files = (...paths: readonly string[]) => paths.map((path) => ({ path, content: new Blob() }));

/** Paths in the order in which the desk sorts their reports, those without a report marked. */
async function read(behave: Behaviour, paths: readonly string[], signal?: AbortSignal) {
  const pathOf = new Map<number, string>();
  const progress: string[] = [];
  const noting = (worker: Worker): Worker => {
    const post = worker.postMessage.bind(worker) as (order: Order) => void;
    const note = (order: Order): void => {
      if (order.job === "read") pathOf.set((order.input as Reading).order, (order.input as Reading).file.path);
      post(order);
    };
    return Object.assign(worker, { postMessage: note });
  };
  const pool = readerPool(() => Promise.resolve(threadOf(noting(fakeWorker(behave)))), { readers: 2, mostMs: 40 });
  const job = { progress: (done: number, total: number) => void progress.push(`${String(done)}/${String(total)}`) };
  const end = await pool.read(files(...paths), 1, signal === undefined ? job : { ...job, signal });
  const seen = [
    ...end.read.map((order) => [order, pathOf.get(order)] as const),
    ...end.lost.map(({ order, path }) => [order, `lost ${path}`] as const),
  ];
  return { seen: seen.sort(([a], [b]) => a - b).map(([, path]) => path), progress };
}

describe("the pool of readers", () => {
  it("reads every file and tells how far it is", async () => {
    const { seen, progress } = await read(() => "answer", ["a", "b", "c"]);
    assert.deepEqual(seen, ["a", "b", "c"]);
    assert.equal(progress.at(-1), "3/3");
  });

  it("loses one file when its reader dies, and reads the others", async () => {
    const { seen } = await read(({ path }) => (path === "b" ? "die" : "answer"), ["a", "b", "c", "d"]);
    assert.deepEqual(seen, ["a", "lost b", "c", "d"]);
  });

  it("gives up a file that takes too long", async () => {
    const { seen } = await read(({ path }) => (path === "a" ? "hang" : "answer"), ["a", "b"]);
    assert.deepEqual(seen, ["lost a", "b"]);
  });

  it("reads what is in a zip in its place among the files", async () => {
    const { seen, progress } = await read(
      ({ path }) => (path === "b.zip" ? ["b.zip!1", "b.zip!2"] : "answer"),
      ["a", "b.zip", "c"],
    );
    assert.deepEqual(seen, ["a", "b.zip!1", "b.zip!2", "c"]);
    assert.equal(progress.at(-1), "4/4");
  });

  it("misses no member of a zip that is opened after the other files are done", async () => {
    const { seen } = await read(({ path }) => (path === "a.zip" ? ["1", "2", "3"] : "answer"), ["a.zip"]);
    assert.deepEqual(seen, ["1", "2", "3"]);
  });

  it("sets all readers to work on one zip", async () => {
    let started = 0;
    const hire = () => {
      started++;
      return Promise.resolve(threadOf(fakeWorker(({ path }) => (path === "a.zip" ? ["1", "2", "3", "4"] : "answer"))));
    };
    const pool = readerPool(hire, { readers: 3, mostMs: 40 });
    await pool.read(files("a.zip"), 1, {});
    assert.equal(started, 3);
  });

  it("stops when asked", async () => {
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(
      read(() => "answer", ["a", "b"], stop.signal),
      JobStopped,
    );
  });
});
