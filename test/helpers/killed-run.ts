// Runs of the program that are killed: after a time, or some moments after the temporary file of an output has appeared.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { PROGRAM } from "./command-line.js";

/** When a run is killed: so many milliseconds after its start, or after the first temporary file in a folder. */
export type Moment = { readonly after: number } | { readonly sinceTemporary: number; readonly folder: string };

const TEMPORARY = /\.tmp$/u;

/** Starts the program and ends it with SIGKILL; a run that is faster ends by itself. */
export function killedRun(cwd: string, words: readonly string[], moment: Moment): Promise<void> {
  const watcher = "folder" in moment ? watch(moment.folder) : null;
  const child = spawn(process.execPath, [PROGRAM, ...words], { cwd, stdio: "ignore" });
  const kill = (): void => void child.kill("SIGKILL");
  if ("after" in moment) setTimeout(kill, moment.after);
  else
    watcher?.on("change", (_event, name) => {
      if (!TEMPORARY.test(String(name))) return;
      waitExactly(moment.sinceTemporary);
      kill();
    });
  return new Promise((resolve) =>
    child.on("exit", () => {
      watcher?.close();
      resolve();
    }),
  );
}

/** Timers are too coarse for a file that is written within two milliseconds. */
function waitExactly(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
