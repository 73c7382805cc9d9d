// Ctrl-C while a command works: the work is broken off, what was locked or begun is given back, and what stands on the disk is said.

export interface Cancelling {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C its usual meaning back. */
  readonly end: () => void;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Signal = (typeof SIGNALS)[number];
const NUMBERS: Readonly<Record<Signal, number>> = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

interface Work {
  readonly controller: AbortController;
  readonly release: () => void;
  readonly standing: () => string;
}

/** What is at work, the outermost first: a command, and within it perhaps the writing of many files. */
const atWork: Work[] = [];

/**
 * Listens for Ctrl-C and for being told to end. The process ends with 128 + the signal's number, as shells expect.
 * @param release called before the process ends, for what began last first
 * @param standing says what has been written and what has not; that of the outermost work is shown
 */
export function cancelOnInterrupt(release: () => void, standing: () => string): Cancelling {
  const work: Work = { controller: new AbortController(), release, standing };
  if (atWork.length === 0) for (const signal of SIGNALS) process.once(signal, stop);
  atWork.push(work);
  return {
    signal: work.controller.signal,
    end: () => {
      const at = atWork.indexOf(work);
      if (at >= 0) atWork.splice(at, 1);
      if (atWork.length === 0) for (const signal of SIGNALS) process.off(signal, stop);
    },
  };
}

function stop(signal: NodeJS.Signals): void {
  const words = atWork[0]?.standing() ?? "";
  for (const { controller, release } of [...atWork].reverse()) {
    controller.abort(new Error(`cancelled by ${signal}`));
    release();
  }
  process.stderr.write(`\n${words}\n`);
  process.exit(128 + NUMBERS[signal as Signal]);
}
