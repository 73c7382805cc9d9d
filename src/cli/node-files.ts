// Files of this machine: expanding folders, reading, and addresses of source files.
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
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

/** What cannot be looked into is given as it is, so that reading it says why. A link into a folder that is being walked is passed over. */
function walk(start: string, above: readonly string[] = []): string[] {
  try {
    if (!isFolder(start)) return [start];
    const real = realpathSync(start);
    if (above.includes(real)) return [];
    const entries = readdirSync(start, { withFileTypes: true }).filter(({ name }) => !OUR_OWN.test(name));
    return entries.flatMap((entry) => {
      const below = path.posix.join(start.replaceAll(path.sep, "/"), entry.name);
      return entry.isFile() ? [below] : walk(below, [...above, real]);
    });
  } catch {
    return [start];
  }
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
    throw unread(file, cause);
  }
}

/**
 * The same for something that a folder holds.
 * @throws CommandError also when it is a folder that cannot be looked into, or something without an end, such as a pipe
 */
export function readBytesIn(place: string): Uint8Array {
  try {
    if (isFolder(place)) readdirSync(place);
    else if (statSync(place).isFile()) return readBytes(place);
    throw new Error("không phải tệp thường");
  } catch (cause) {
    throw cause instanceof CommandError ? cause : unread(place, cause);
  }
}

function unread(file: string, cause: unknown): CommandError {
  return new CommandError(`Không đọc được “${file}” (${reason(cause)}). ${remedyFor(cause)}`, { cause });
}

/** Bytes that a file has; null when it cannot be asked, or is no file. */
export function sizeOf(file: string): number | null {
  try {
    const facts = statSync(file);
    return facts.isFile() ? facts.size : null;
  } catch {
    return null;
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
  const start = path.dirname(path.resolve(out));
  /** Ways to the folders of sources, each ending with a slash: thousands of files lie in few folders. */
  const ways = new Map<string, string>();
  return (source) => {
    const file = source.split("!")[0]!;
    const end = Math.max(file.lastIndexOf("/"), file.lastIndexOf(path.sep)) + 1;
    const folder = file.slice(0, end);
    const way = ways.get(folder) ?? wayTo(start, path.resolve(folder));
    ways.set(folder, way);
    return way + encodeURIComponent(file.slice(end));
  };
}

/** The way from one folder to another as an address, with a slash behind every step. */
function wayTo(start: string, folder: string): string {
  const steps = path.relative(start, folder).split(path.sep);
  return steps.map((step) => (step === "" ? "" : `${encodeURIComponent(step)}/`)).join("");
}
