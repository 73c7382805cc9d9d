// Reading many returned files: folders and zips unfolded, many at a time when there are many, one report for each workbook.
import { setImmediate } from "node:timers/promises";
import type { FileReport } from "../core/round/file-report.js";
import type { Round } from "../workflow.js";
import { unfold } from "../workflow.js";
import type { HashesAhead } from "./hash-ahead.js";
import { LARGE_BYTES } from "./hash-ahead.js";
import type { Hashes } from "./hash-worker.js";
import { nodeHost } from "./host.js";
import { CommandError, findFiles, readBytes, sizeOf } from "./node-files.js";
import { showProgress } from "./progress.js";
import type { Known, ReadResult } from "./read-files.js";
import { batchOf, readFile } from "./read-files.js";
import { readInPool, settled } from "./report-pool.js";
import type { RoundCache } from "./round-cache.js";
import { NO_CACHE } from "./round-cache.js";

export interface ReadingOptions {
  readonly cache?: RoundCache;
  /** Files in the given folders that are no reports. */
  readonly except?: readonly string[];
  readonly signal?: AbortSignal;
  /** Files that were found and whose hashing was begun before; those that could not be hashed are hashed here. */
  readonly ahead?: Pick<HashesAhead, "files" | "some"> | null;
}

/** From so many files on workers pay for their start. */
const MANY_FILES = 100;

/**
 * Reads all files below what was given, in a fixed order.
 * @param round null lets every file speak for itself
 * @throws CommandError when nothing was given or nothing is there
 */
export async function readReports(
  given: readonly string[],
  round: Round | null,
  { cache = NO_CACHE, except = [], signal, ahead: begun = null }: ReadingOptions = {},
): Promise<FileReport[]> {
  if (given.length === 0) throw new CommandError("Chưa cho biết báo cáo ở đâu. Thêm tên tệp, thư mục hoặc tệp zip; xem --help.");
  const files = begun?.files ?? findFiles(given, except).map((file) => file.path);
  const bar = showProgress("Đọc báo cáo", files.length);
  const options = { known: cache.known, step: bar.step, ...(signal === undefined ? {} : { signal }) };
  try {
    const { ahead, recalled } = await recalledAhead(cache, begun?.some);
    const old = files.map((file) => recognised(file, cache.known, ahead));
    const fresh = files.filter((_file, i) => old[i] === null);
    const read = isHeavy(fresh) ? readInPool : readHere;
    const made = (await read(fresh, round, options)).values();
    const results = old.flatMap((known) => (known === null ? (made.next().value ?? []) : [{ known }]));
    const reports = settled(
      results,
      (known) => recalled.get(known.path) ?? cache.recall(known.path, known.sha256) ?? again(known, round),
    );
    cache.keep(reports, packedTexts(results));
    return reports;
  } finally {
    bar.end();
  }
}

/** While the next files are hashed, the reports of the last ones are recalled. */
async function recalledAhead(
  cache: RoundCache,
  hashes: AsyncIterable<Hashes> | undefined,
): Promise<{ readonly ahead: Hashes; readonly recalled: ReadonlyMap<string, FileReport> }> {
  const ahead = new Map<string, string>();
  const recalled = new Map<string, FileReport>();
  if (cache.known.size === 0 || hashes === undefined) return { ahead, recalled };
  for await (const some of hashes) {
    for (const [file, sha256] of some) {
      ahead.set(file, sha256);
      const report = cache.recall(file, sha256);
      if (report !== null) recalled.set(file, report);
    }
  }
  return { ahead, recalled };
}

function packedTexts(results: readonly ReadResult[]): ReadonlyMap<FileReport, Uint8Array> {
  return new Map(results.flatMap((one) => ("report" in one && one.packed !== undefined ? [[one.report, one.packed]] : [])));
}

const NOTHING = new Uint8Array(0);

/** A workbook that an earlier run has read, known by its hash. Hashing is so much less work than reading that workers are not asked. */
function recognised(file: string, known: ReadonlySet<string>, ahead: Hashes): Known | null {
  if (known.size === 0 || (!ahead.has(file) && (sizeOf(file) ?? LARGE_BYTES) >= LARGE_BYTES)) return null;
  if (unfold({ path: file, bytes: NOTHING }, nodeHost)[0]?.litter === true) return null;
  try {
    const sha256 = ahead.get(file) ?? nodeHost.sha256(readBytes(file));
    return known.has(sha256) ? { file, path: file, sha256 } : null;
  } catch {
    return null;
  }
}

function isHeavy(files: readonly string[]): boolean {
  return files.length >= MANY_FILES || files.some((file) => (sizeOf(file) ?? 0) >= LARGE_BYTES);
}

interface HereOptions {
  readonly known: ReadonlySet<string>;
  readonly step: () => void;
  readonly signal?: AbortSignal;
}

/** Reads in this thread; between files it listens whether somebody cancels. */
async function readHere(files: readonly string[], round: Round | null, options: HereOptions): Promise<ReadResult[][]> {
  const all: ReadResult[][] = [];
  const batch = batchOf(round, options.known);
  for (const file of files) {
    const results: ReadResult[] = [];
    readFile(file, batch, { begin: () => undefined, done: (_index, result) => results.push(result) });
    all.push(results);
    options.step();
    await setImmediate();
    options.signal?.throwIfAborted();
  }
  return all;
}

/** Reads a workbook once more whose entry in the cache proved damaged. */
function again({ file, path }: Known, round: Round | null): FileReport {
  const reports: FileReport[] = [];
  readFile(file, batchOf(round, new Set()), {
    begin: () => undefined,
    done: (_index, result) => void ("report" in result && reports.push(result.report)),
  });
  const report = reports.find((one) => one.path === path);
  if (report === undefined) throw new CommandError(`“${path}” đã thay đổi trong lúc đọc. Chạy lại.`);
  return report;
}

/** 0 when every file counts, 1 when some file was rejected or held. */
export function statusOf(reports: readonly FileReport[]): number {
  return reports.some((report) => report.outcome === "rejected" || report.outcome === "held") ? 1 : 0;
}

/** The properties of a report that the contract names, in its order. */
export function reportJson(report: FileReport): object {
  const { path, sha256, outcome, unit, period, submissionNumber, findings, verdicts } = report;
  return { path, sha256, outcome, unit, period, submissionNumber, findings, verdicts };
}
