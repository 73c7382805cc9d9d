// What is remembered of a round between runs: the reports of files by their hash. May be deleted at any time; a damaged entry is ignored.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { writeDefinition } from "../core/definition/definition-json.js";
import type { FileReport } from "../core/round/file-report.js";
import { figuresDigest } from "../core/figure/figures-json.js";
import type { Round } from "../workflow.js";
import { CommandError } from "./command-error.js";
import { packReport, reportUnpacker } from "./report-text.js";
import { writeWhole } from "./write-whole.js";

/** Folder beside the output. */
export const CACHE_FOLDER = ".tonghop-cache";

export interface RoundCache {
  readonly known: ReadonlySet<string>;
  /** The report of a known hash under another path; null when the entry is damaged. */
  readonly recall: (path: string, sha256: string) => FileReport | null;
  /**
   * Keeps the reports of this run and forgets all others. Never throws: a cache that cannot be written is none.
   * @param packed the texts of those that were packed before
   */
  readonly keep: (reports: readonly FileReport[], packed?: ReadonlyMap<FileReport, Uint8Array>) => void;
}

/** Of files whose bytes were not seen: a report that was broken off, and one that could not be opened. */
const UNKEPT: ReadonlySet<string> = new Set(["", createHash("sha256").digest("hex")]);

/** A cache that knows nothing and keeps nothing. */
export const NO_CACHE: RoundCache = { known: new Set(), recall: () => null, keep: () => undefined };

/**
 * Opens the cache of a round beside an output. It is valid for this definition with its units, these figures of the period before
 * and this build of the program only.
 */
export function openCache(out: string, round: Round): RoundCache {
  const folder = path.join(path.dirname(path.resolve(out)), CACHE_FOLDER);
  const file = path.join(folder, `${roundKey(round)}.txt`);
  const lines = readEntries(file);
  const unpack = reportUnpacker();
  return {
    known: new Set(lines.keys()),
    recall: (at, sha256) => {
      const line = lines.get(sha256);
      return line === undefined ? null : recalled(line, at, sha256, unpack);
    },
    keep: (reports, packed) => keep(file, reports, lines, packed),
  };
}

/** Bytes of the entries by hash: checksum, a space, the text. */
type Entries = ReadonlyMap<string, Buffer>;

const HASH_DIGITS = 64;
const LINE_END = 10;

/** One line an entry: hash, a space, checksum of the text, a space, the text. The lines stay bytes until they are wanted. */
function readEntries(file: string): Entries {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return new Map();
  }
  const entries = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(LINE_END, at);
    const end = found < 0 ? bytes.length : found;
    const start = bytes.toString("latin1", at, Math.min(end, at + HASH_DIGITS + 1));
    if (/^[0-9a-f]{64} $/u.test(start)) entries.set(start.trimEnd(), bytes.subarray(at + HASH_DIGITS + 1, end));
    at = end + 1;
  }
  return entries;
}

function recalled(entry: Buffer, at: string, sha256: string, unpack: (text: string) => FileReport): FileReport | null {
  const gap = entry.indexOf(" ");
  const text = entry.subarray(gap + 1);
  if (crc32(text).toString(16) !== entry.toString("latin1", 0, Math.max(0, gap))) return null;
  try {
    const report = unpack(text.toString("utf8"));
    return report.sha256 === sha256 ? { ...report, path: at } : null;
  } catch {
    return null;
  }
}

function keep(
  file: string,
  reports: readonly FileReport[],
  before: Entries,
  packed: ReadonlyMap<FileReport, Uint8Array> = new Map(),
): void {
  const kept = new Map<string, Buffer>();
  for (const report of reports) {
    if (UNKEPT.has(report.sha256) || report.outcome === "skipped" || kept.has(report.sha256)) continue;
    kept.set(report.sha256, before.get(report.sha256) ?? entryOf(packed.get(report) ?? Buffer.from(packReport(report))));
  }
  if (kept.size === before.size && [...kept.keys()].every((hash) => before.has(hash))) return;
  const lines = [...kept].flatMap(([hash, entry]) => [Buffer.from(`${hash} `), entry, Buffer.from("\n")]);
  try {
    writeWhole(file, Buffer.concat(lines));
    forgetOldest(path.dirname(file));
  } catch (problem) {
    if (!(problem instanceof CommandError)) throw problem;
  }
}

function entryOf(packed: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${crc32(packed).toString(16)} `), packed]);
}

/** Rounds, and builds of the program, that are remembered beside one another. */
const MOST_ROUNDS = 4;

function forgetOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{32}\.txt$/u.test(name))
    .map((name) => ({ name, made: statSync(path.join(folder, name)).mtimeMs }));
  files.sort((a, b) => b.made - a.made);
  for (const { name } of files.slice(MOST_ROUNDS)) rmSync(path.join(folder, name), { force: true });
}

function roundKey({ definition, previous }: Round): string {
  const hash = createHash("sha256")
    .update(programMark())
    .update(JSON.stringify(writeDefinition(definition)));
  for (const [unit, figures] of previous) hash.update(`\n${unit} ${figuresDigest(definition, figures)}`);
  return hash.digest("hex").slice(0, 32);
}

const BUILT = path.resolve(import.meta.dirname, "..");

/** Changes whenever the program was built anew. */
function programMark(): string {
  const files = readdirSync(BUILT, { recursive: true, encoding: "utf8" }).filter((name) => /\.[jt]s$/u.test(name));
  return files
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(BUILT, name));
      return `${name} ${String(size)} ${String(mtimeMs)}`;
    })
    .join("\n");
}
