// Progress on stderr: a bar on a terminal, nothing when output goes to a file.
import cliProgress from "cli-progress";

export interface Progress {
  step(): void;
  end(): void;
}

/** A bar of `total` steps named `task`; silent when stderr is no terminal. */
export function showProgress(task: string, total: number): Progress {
  if (!process.stderr.isTTY || total < 2) return { step: () => undefined, end: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: `${task} {bar} {value}/{total}`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    stream: process.stderr,
    hideCursor: true,
    etaBuffer: 50,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
