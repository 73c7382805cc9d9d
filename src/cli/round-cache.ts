// What is remembered of a round between runs: the reports of files by their hash. May be deleted at any time; a damaged entry is ignored.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { writeDefinition } from "../core/definition/definition-json.js";
import type { FileReport } from "../core/round/file-report.js";
import { figuresDigest } from "../core/figure/figures-json.js";
import type { Round } from "../workflow.js";
import { packReport, PLACES_FOLLOW, reportUnpacker } from "./report-text.js";
import { writeForgettable } from "./write-whole.js";

/** Folder beside the output. */
export const CACHE_FOLDER = ".tonghop-cache";

export interface RoundCache {
  /** Says the definition with its units, the figures of the period before and the build of the program; empty for no round. */
  readonly key: string;
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
export const NO_CACHE: RoundCache = { key: "", known: new Set(), recall: () => null, keep: () => undefined };

/** True when something is remembered beside an output. */
export function hasCache(out: string): boolean {
  return existsSync(path.join(path.dirname(path.resolve(out)), CACHE_FOLDER));
}

/**
 * Opens the cache of a round beside an output. It is valid for this definition with its units, these figures of the period before
 * and this build of the program only.
 */
export function openCache(out: string, round: Round): RoundCache {
  const folder = path.join(path.dirname(path.resolve(out)), CACHE_FOLDER);
  const key = roundKey(round);
  const file = path.join(folder, `${key}.txt`);
  const entries = readEntries(file);
  const unpack = reportUnpacker();
  const texts = new Map<string, string | null>();
  const placesText = (hash: string): string | null => {
    const text = texts.has(hash) ? (texts.get(hash) ?? null) : soundText(entries.places.get(hash));
    texts.set(hash, text);
    return text;
  };
  return {
    key,
    known: new Set(entries.reports.keys()),
    recall: (at, sha256) => recalled(entries.reports.get(sha256), at, sha256, placesText, unpack),
    keep: (reports, packed) => keep(file, reports, entries, packed),
  };
}

/** Entries by hash, each with its checksum and a space in front. They stay bytes until they are wanted. */
interface Entries {
  /** By the hash of the file. What was packed with its places ends with the hash of their text instead. */
  readonly reports: Map<string, Buffer>;
  /** Texts of places by their own hash. */
  readonly places: Map<string, Buffer>;
}

const HASH_DIGITS = 64;
const LINE_END = 10;
const TAB = PLACES_FOLLOW.charCodeAt(0);
/** Stands before the hash of places. */
const PLACES_MARK = "=";

/** One line an entry: hash, a space, checksum of the text, a space, the text. */
function readEntries(file: string): Entries {
  const entries: Entries = { reports: new Map(), places: new Map() };
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return entries;
  }
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(LINE_END, at);
    const end = found < 0 ? bytes.length : found;
    const [, mark, hash] = /^(=?)([0-9a-f]{64}) /u.exec(bytes.toString("latin1", at, Math.min(end, at + HASH_DIGITS + 2))) ?? [];
    if (mark !== undefined && hash !== undefined) {
      const own = mark === PLACES_MARK ? entries.places : entries.reports;
      own.set(hash, bytes.subarray(at + mark.length + HASH_DIGITS + 1, end));
    }
    at = end + 1;
  }
  return entries;
}

function recalled(
  entry: Buffer | undefined,
  at: string,
  sha256: string,
  placesText: (hash: string) => string | null,
  unpack: (text: string, placesText?: string) => FileReport,
): FileReport | null {
  const text = soundText(entry);
  if (text === null) return null;
  const end = text.indexOf(PLACES_FOLLOW) + 1;
  const places = end === 0 ? undefined : placesText(text.slice(end));
  if (places === null) return null;
  try {
    const report = unpack(text, places);
    return report.sha256 === sha256 ? { ...report, path: at } : null;
  } catch {
    return null;
  }
}

/** The text of an entry; null when it is missing or damaged. */
function soundText(entry: Buffer | undefined): string | null {
  if (entry === undefined) return null;
  const gap = entry.indexOf(" ");
  const text = entry.subarray(gap + 1);
  return crc32(text).toString(16) === entry.toString("latin1", 0, Math.max(0, gap)) ? text.toString("utf8") : null;
}

function keep(
  file: string,
  reports: readonly FileReport[],
  before: Entries,
  packed: ReadonlyMap<FileReport, Uint8Array> = new Map(),
): void {
  const kept: Entries = { reports: new Map(), places: new Map() };
  const parted = placesParter(kept.places);
  for (const report of reports) {
    const { sha256 } = report;
    if (UNKEPT.has(sha256) || report.outcome === "skipped" || kept.reports.has(sha256)) continue;
    const known = before.reports.get(sha256);
    if (known === undefined) kept.reports.set(sha256, entryOf(parted(packed.get(report) ?? Buffer.from(packReport(report)))));
    else {
      kept.reports.set(sha256, known);
      const hash = known.toString("latin1", known.indexOf(TAB) + 1);
      const places = before.places.get(hash);
      if (places !== undefined) kept.places.set(hash, places);
    }
  }
  if (sameKeys(kept.reports, before.reports)) return;
  writeForgettable(file, Buffer.concat([...linesOf(kept.places, PLACES_MARK), ...linesOf(kept.reports, "")]));
  forgetOldest(path.dirname(file));
}

/** Puts the places of a packed report aside, with their hash in their stead: the same ones stand in thousands of reports. */
function placesParter(places: Map<string, Buffer>): (packed: Uint8Array) => Uint8Array {
  let last = { text: Buffer.alloc(0), hash: "" };
  return (packed) => {
    const at = packed.indexOf(TAB) + 1;
    if (at === 0) return packed;
    const text = Buffer.from(packed.subarray(at));
    if (last.hash === "" || !text.equals(last.text)) last = { text, hash: createHash("sha256").update(text).digest("hex") };
    if (!places.has(last.hash)) places.set(last.hash, entryOf(text));
    return Buffer.concat([packed.subarray(0, at), Buffer.from(last.hash)]);
  };
}

function sameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}

function linesOf(entries: ReadonlyMap<string, Buffer>, mark: string): Buffer[] {
  return [...entries].flatMap(([hash, entry]) => [Buffer.from(`${mark}${hash} `), entry, Buffer.from("\n")]);
}

function entryOf(packed: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${crc32(packed).toString(16)} `), packed]);
}

/** Rounds, and builds of the program, that are remembered beside one another. */
const MOST_ROUNDS = 4;

function forgetOldest(folder: string): void {
  try {
    const files = readdirSync(folder)
      .filter((name) => /^[0-9a-f]{32}\.txt$/u.test(name))
      .map((name) => ({ name, made: statSync(path.join(folder, name)).mtimeMs }));
    files.sort((a, b) => b.made - a.made);
    for (const { name } of files.slice(MOST_ROUNDS)) rmSync(path.join(folder, name), { force: true });
  } catch {
    // A folder that cannot be tidied is tidied another time.
  }
}

function roundKey({ definition, previous }: Round): string {
  const hash = createHash("sha256")
    .update(programMark())
    .update(JSON.stringify(writeDefinition(definition)));
  for (const [unit, figures] of previous) hash.update(`\n${unit} ${figuresDigest(definition, figures)}`);
  return hash.digest("hex").slice(0, 32);
}

const BUILT = path.resolve(import.meta.dirname, "..");

let mark: string | null = null;

/** Changes whenever the program was built anew. */
export function programMark(): string {
  return (mark ??= builtMark());
}

function builtMark(): string {
  const files = readdirSync(BUILT, { recursive: true, encoding: "utf8" }).filter((name) => /\.[jt]s$/u.test(name));
  return files
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(BUILT, name));
      return `${name} ${String(size)} ${String(mtimeMs)}`;
    })
    .join("\n");
}
