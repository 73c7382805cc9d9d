// How a long job goes on in a background thread: progress, places where it may be stopped, timers that do not wait.

export interface Course {
  progress(done: number, total: number): void;
  /** Lets messages in; throws `JobStopped` when the person stopped the job. */
  pause(): Promise<void>;
}

/** Ends after the messages that are waiting have been taken. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Browsers make nested timers of 0 ms wait 4 ms, which slows the printing library tenfold; here such timers run as messages.
 * @param scope the global scope; its `setTimeout` is replaced
 */
export function quickenTimers(scope: Pick<typeof globalThis, "setTimeout" | "clearTimeout">): void {
  const slow: (run: () => void, ms: number) => number = scope.setTimeout.bind(scope);
  const clearSlow = scope.clearTimeout.bind(scope);
  const waiting = new Map<number, () => void>();
  const { port1, port2 } = new MessageChannel();
  let last = -1;
  port1.onmessage = ({ data }: MessageEvent<number>) => {
    const run = waiting.get(data);
    waiting.delete(data);
    run?.();
  };
  const quick = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
    if (ms > 1) return slow(() => run(...given), ms);
    const id = --last;
    waiting.set(id, () => run(...given));
    port2.postMessage(id);
    return id;
  };
  const clear = (id?: number): void => {
    if (id !== undefined && !waiting.delete(id)) clearSlow(id);
  };
  Object.assign(scope, { setTimeout: quick, clearTimeout: clear });
}
