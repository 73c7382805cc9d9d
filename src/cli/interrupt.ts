// Ctrl-C while a command works: the work is broken off, what was locked is given back, no output is touched.

export interface Cancelling {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C its usual meaning back. */
  readonly end: () => void;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const NUMBERS: Readonly<Record<(typeof SIGNALS)[number], number>> = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

/**
 * Listens for Ctrl-C and for being told to end. The process ends with 128 + the signal's number, as shells expect.
 * @param release called before the process ends
 */
export function cancelOnInterrupt(release: () => void): Cancelling {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals): void => {
    controller.abort(new Error(`cancelled by ${signal}`));
    release();
    process.stderr.write("\nĐã hủy. Sổ cũ, nếu có, vẫn nguyên vẹn.\n");
    process.exit(128 + NUMBERS[signal as keyof typeof NUMBERS]);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return { signal: controller.signal, end: () => SIGNALS.forEach((signal) => process.off(signal, stop)) };
}
