// Files of this machine: expanding folders, reading, and addresses of source files.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { CommandError, reason, remedyFor } from "./command-error.js";

export { CommandError } from "./command-error.js";
export { writeWhole } from "./write-whole.js";

/** One place where submissions may be: a file, or a zip whose members are read when it is opened. */
export interface FoundFile {
  /** As given, joined with `/` below a given folder. */
  readonly path: string;
}

/** Names that this program leaves in folders: temporary files, locks, the cache of a round. */
const OUR_OWN = /^\.tonghop-/u;

/**
 * Every file below the given files and folders, in a fixed order, each once.
 * @param except files that are no reports although they stand in a given folder: the control workbook, the output
 * @throws CommandError when a given path does not exist
 */
export function findFiles(given: readonly string[], except: readonly string[] = []): FoundFile[] {
  const left = new Set(except.map((file) => path.resolve(file)));
  const found = new Map<string, FoundFile>();
  for (const start of given) {
    if (!existsSync(start)) throw new CommandError(`Không tìm thấy “${start}”. Kiểm tra lại đường dẫn đến tệp hoặc thư mục.`);
    for (const file of walk(start)) {
      const whole = path.resolve(file);
      const before = found.get(whole);
      if (file !== start && left.has(whole)) continue;
      if (before === undefined || file < before.path) found.set(whole, { path: file });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function walk(start: string): string[] {
  if (!statSync(start).isDirectory()) return [start];
  const inner: string[] = [];
  for (const entry of readdirSync(start, { withFileTypes: true })) {
    if (OUR_OWN.test(entry.name)) continue;
    const below = path.posix.join(start.replaceAll(path.sep, "/"), entry.name);
    if (entry.isDirectory()) inner.push(...walk(below));
    else if (entry.isFile() || (entry.isSymbolicLink() && existsSync(below) && statSync(below).isFile())) inner.push(below);
  }
  return inner;
}

/** Largest file that is read at all; a form has a tenth of a megabyte, a zip of 10,000 forms some 600. */
const MOST_BYTES = 1024 * 1048576;

/**
 * All bytes of a file.
 * @throws CommandError in words when the file cannot be read
 */
export function readBytes(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw new Error(`${String(Math.round(size / 1048576))} MB`);
    return readFileSync(file);
  } catch (cause) {
    throw new CommandError(`Không đọc được “${file}” (${reason(cause)}). ${remedyFor(cause)}`, { cause });
  }
}

/** True for a folder that is there. */
export function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The bytes of a file, or null when there is none. */
export function readBytesIfPresent(file: string): Uint8Array | null {
  return existsSync(file) ? readBytes(file) : null;
}

/** Addresses of source files as seen from a workbook that will stand at `out`; a member of a zip is opened through its zip. */
export function linksFrom(out: string): (source: string) => string {
  const folder = path.dirname(path.resolve(out));
  const known = new Map<string, string>();
  return (source) => {
    const file = source.split("!")[0]!;
    const link = known.get(file) ?? relativeLink(folder, file);
    known.set(file, link);
    return link;
  };
}

function relativeLink(folder: string, file: string): string {
  const steps = path.relative(folder, path.resolve(file)).split(path.sep);
  return steps.map(encodeURIComponent).join("/");
}
