// One file of the batch → its reports, in this thread: a workbook gives one, a zip one for each member.
import type { FileReport } from "../core/round/file-report.js";
import { finding } from "../core/finding.js";
import { reason } from "./command-error.js";
import type { Host, Round } from "../workflow.js";
import { batchHost, readReport, unfold } from "../workflow.js";
import { nodeHost } from "./host.js";
import { CommandError, readBytesIn } from "./node-files.js";

/** A report, or the hash of bytes whose report is known from an earlier run. */
export type ReadResult =
  | {
      readonly report: FileReport;
      /** The text that `packReport` makes of it, when it came from a worker. */ readonly packed?: Uint8Array;
    }
  | { readonly known: Known };

/** A workbook whose report is known; `file` is itself or the zip that it came in. */
export interface Known {
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
}

/** What all files of a batch are read with. */
export interface Batch {
  /** Null lets every file speak for itself. */
  readonly round: Round | null;
  /** Hashes whose reports need not be made again. */
  readonly known: ReadonlySet<string>;
  readonly host: Host;
}

/** A batch that is read on this machine. */
export function batchOf(round: Round | null, known: ReadonlySet<string>): Batch {
  return { round, known, host: batchHost(nodeHost) };
}

/** What is told while a file is read. */
export interface ReadingEvents {
  /** The next workbook begins; it is number `index` of this file. */
  readonly begin: (index: number, path: string) => void;
  readonly done: (index: number, result: ReadResult) => void;
}

/**
 * Reads one file with all the workbooks in it. Never throws for what the file holds, or when it cannot be read.
 * @param skip members before this number are passed over
 */
export function readFile(file: string, { round, known, host }: Batch, events: ReadingEvents, skip = 0): void {
  events.begin(skip, file);
  const sources = opened(file);
  sources.forEach((source, index) => {
    if (index < skip) return;
    events.begin(index, source.path);
    const plain = source.litter !== true && (source.findings ?? []).length === 0;
    const sha256 = plain && known.size > 0 ? host.sha256(source.bytes) : "";
    events.done(
      index,
      known.has(sha256) ? { known: { file, path: source.path, sha256 } } : { report: readReport(source, round, host) },
    );
  });
}

function opened(file: string): ReturnType<typeof unfold> {
  try {
    return unfold({ path: file, bytes: readBytesIn(file) }, nodeHost);
  } catch (problem) {
    if (!(problem instanceof CommandError)) throw problem;
    const found = finding("file/unreadable", "error", { found: reason(problem.cause ?? problem) });
    return [{ path: file, bytes: new Uint8Array(0), findings: [found] }];
  }
}
