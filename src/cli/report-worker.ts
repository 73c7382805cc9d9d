// A worker that reads files for `report-pool.ts`: it is told a file, answers with one message for each workbook in it.
import { parentPort, workerData } from "node:worker_threads";
import type { RoundDefinition } from "../core/definition/definition.js";
import type { PreviousFigures } from "../workflow.js";
import { openRound } from "../workflow.js";
import type { Known, ReadingEvents } from "./read-files.js";
import { batchOf, readFile } from "./read-files.js";
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
  | { readonly kind: "ready" }
  /** A member of a zip begins, or is done. */
  | { readonly kind: "begin"; readonly task: number; readonly index: number; readonly path: string }
  | { readonly kind: "done"; readonly task: number; readonly index: number; readonly result: PackedResult }
  /** The file is done; a workbook by itself has its result here, so that it costs one message. */
  | { readonly kind: "end"; readonly task: number; readonly result: PackedResult | null };

/** The text of a report, or what is known from an earlier run. */
export type PackedResult = string | Known;

const start = workerData as WorkerStart;
const round = start.definition === null ? null : openRound(start.definition, start.previous);
const batch = batchOf(round, start.known);
const port = parentPort;
if (port === null) throw new Error("report-worker runs only as a worker");
const answer = (message: WorkerAnswer): void => port.postMessage(message);

port.on("message", ({ task, file, skip }: WorkerTask) => {
  let own: PackedResult | null = null;
  let member = false;
  const events: ReadingEvents = {
    begin: (index, path) => {
      member = path !== file;
      if (member) answer({ kind: "begin", task, index, path });
    },
    done: (index, one) => {
      const result = "report" in one ? packReport(one.report) : one.known;
      if (member) answer({ kind: "done", task, index, result });
      else own = result;
    },
  };
  readFile(file, batch, events, skip);
  answer({ kind: "end", task, result: own });
});

answer({ kind: "ready" });
