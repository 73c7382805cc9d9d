// Writing outputs whole or not at all: a temporary file beside the old one, flushed, read back, compared, then renamed over it.
import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import path from "node:path";
import { CommandError, faultCode, reason, remedyFor } from "./command-error.js";
import type { FileSystem } from "./file-system.js";
import { nodeFiles } from "./file-system.js";

const HOST = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const TEMPORARY = /^\.tonghop-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/u;
/** Codes that Windows gives for replacing a file that is open in another program. */
const IN_USE: readonly string[] = ["EPERM", "EBUSY", "EACCES"];
const MOST_NAMES = 99;

/**
 * Writes a file whole or not at all; temporary files that killed runs of this machine left in the folder are removed.
 * @throws CommandError when the folder is read-only, the disk is full or the file is open in another program; the old file is then intact
 */
export function writeWhole(file: string, bytes: Uint8Array, files: FileSystem = nodeFiles): void {
  place(file, file, bytes, files);
}

/**
 * Writes what may be lost at any time and says itself whether it is sound: neither flushed nor read back.
 * Never throws for the disk: what cannot be kept is made again next time.
 */
export function writeForgettable(file: string, bytes: Uint8Array, files: FileSystem = nodeFiles): void {
  const folder = path.dirname(path.resolve(file));
  const temporary = temporaryIn(folder);
  try {
    files.makeFolder(folder);
    sweep(folder, files);
    writeUnflushed(temporary, bytes, files, () => undefined);
    files.rename(temporary, file);
  } catch {
    discard(temporary, files);
  }
}

/**
 * The same, but when the file is open in Excel the result goes beside it under a second name: `tong-hop (2).xlsx`.
 * @returns where it was written
 * @throws CommandError as `writeWhole`
 */
export function writeWholeOrBeside(file: string, bytes: Uint8Array, files: FileSystem = nodeFiles): string {
  if (!isOpenElsewhere(file, files)) {
    try {
      place(file, file, bytes, files);
      return file;
    } catch (problem) {
      const cause = problem instanceof CommandError ? problem.cause : problem;
      if (!IN_USE.includes(faultCode(cause)) || !files.exists(file)) throw problem;
    }
  }
  const second = secondName(file, files);
  place(second, file, bytes, files);
  return second;
}

/** True when Excel or LibreOffice shows by its own lock file that it has the file open. */
function isOpenElsewhere(file: string, files: FileSystem): boolean {
  const folder = path.dirname(path.resolve(file));
  const name = path.basename(file);
  return [`~$${name}`, `.~lock.${name}#`].some((lock) => files.exists(path.join(folder, lock)));
}

/** `tong-hop (2).xlsx`, or the first number above that nobody has. */
export function secondName(file: string, files: FileSystem = nodeFiles): string {
  const { dir, name, ext } = path.parse(file);
  for (let number = 2; number <= MOST_NAMES; number++) {
    const candidate = path.join(dir, `${name} (${String(number)})${ext}`);
    if (!files.exists(candidate)) return candidate;
  }
  throw new CommandError(`“${file}” đang mở ở chương trình khác. Đóng tệp rồi chạy lại, hoặc ghi ra tên khác.`);
}

/** @param asked the file that the person named, for the message */
function place(file: string, asked: string, bytes: Uint8Array, files: FileSystem): void {
  const folder = path.dirname(path.resolve(file));
  const temporary = temporaryIn(folder);
  try {
    files.makeFolder(folder);
    sweep(folder, files);
    writeFlushed(temporary, bytes, files);
    if (Buffer.compare(files.read(temporary), bytes) !== 0) throw unlike();
    files.rename(temporary, file);
  } catch (cause) {
    discard(temporary, files);
    throw notWritten(asked, cause);
  }
  try {
    files.flushFolder(folder);
  } catch {
    // Some file systems cannot flush folders; the file itself is whole.
  }
}

/** A name in the folder that nobody has; runs that were killed are known by it. */
export function temporaryIn(folder: string): string {
  return path.join(folder, `.tonghop-${HOST}-${String(process.pid)}-${randomBytes(4).toString("hex")}.tmp`);
}

/** @param asked the file or folder that the person named */
export function notWritten(asked: string, cause: unknown): CommandError {
  const message = `Không ghi được “${asked}” (${reason(cause)}). ${remedyFor(cause)} Tệp cũ, nếu có, vẫn nguyên vẹn.`;
  return new CommandError(message, { cause });
}

export function unlike(): Error {
  return new Error("the file read back differs from what was written");
}

function writeFlushed(file: string, bytes: Uint8Array, files: FileSystem): void {
  writeUnflushed(file, bytes, files, (handle) => files.flush(handle));
}

/** @param last called before the file is closed */
function writeUnflushed(file: string, bytes: Uint8Array, files: FileSystem, last: (handle: number) => void): void {
  const handle = files.create(file);
  try {
    for (let done = 0; done < bytes.length; done += files.write(handle, bytes, done));
    last(handle);
  } finally {
    files.close(handle);
  }
}

/** The fault that is on its way must not be hidden by one in cleaning up: the next run sweeps. */
export function discard(temporary: string, files: FileSystem): void {
  try {
    files.remove(temporary);
  } catch {
    return;
  }
}

/** Folders swept by this run: one look is enough, and folders may hold thousands of forms. */
const swept = new WeakMap<FileSystem, Set<string>>();

/** Removes temporary files of runs of this machine that are no longer alive. */
export function sweep(folder: string, files: FileSystem): void {
  const done = swept.get(files) ?? new Set();
  if (done.has(folder)) return;
  swept.set(files, done.add(folder));
  for (const name of files.list(folder)) {
    const match = TEMPORARY.exec(name);
    if (match?.[1] !== HOST || Number(match[2]) === process.pid || isAlive(Number(match[2]))) continue;
    files.remove(path.join(folder, name));
  }
}

/** True while a process of this machine has that number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return faultCode(problem) === "EPERM";
  }
}
