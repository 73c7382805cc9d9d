// A worker that reads files for `report-pool.ts`: it is told a file, answers with one message for each workbook in it.
import { parentPort, workerData } from "node:worker_threads";
import type { RoundDefinition } from "../core/definition.js";
import type { PreviousFigures } from "../workflow.js";
import { openRound } from "../workflow.js";
import type { Known } from "./read-files.js";
import { readFile } from "./read-files.js";
import { packReport } from "./report-text.js";

/** What a worker is given when it starts. */
export interface WorkerStart {
  /** Null lets every file speak for itself. */
  readonly definition: RoundDefinition | null;
  readonly previous: PreviousFigures;
  readonly known: ReadonlySet<string>;
}

/** A file to read; members of a zip before number `skip` are passed over. */
export interface WorkerTask {
  readonly task: number;
  readonly file: string;
  readonly skip: number;
}

export type WorkerAnswer =
  | { readonly kind: "begin"; readonly task: number; readonly index: number; readonly path: string }
  | { readonly kind: "report"; readonly task: number; readonly index: number; readonly text: string }
  | { readonly kind: "known"; readonly task: number; readonly index: number; readonly known: Known }
  | { readonly kind: "end"; readonly task: number };

const start = workerData as WorkerStart;
const round = start.definition === null ? null : openRound(start.definition, start.previous);
const port = parentPort;
if (port === null) throw new Error("report-worker runs only as a worker");
const answer = (message: WorkerAnswer): void => port.postMessage(message);

port.on("message", ({ task, file, skip }: WorkerTask) => {
  readFile(
    file,
    round,
    start.known,
    {
      begin: (index, path) => answer({ kind: "begin", task, index, path }),
      done: (index, result) =>
        answer(
          "report" in result
            ? { kind: "report", task, index, text: packReport(result.report) }
            : { kind: "known", task, index, known: result.known },
        ),
    },
    skip,
  );
  answer({ kind: "end", task });
});
