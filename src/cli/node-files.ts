// Files of this machine: expanding folders and zips into sources, reading, and writing outputs whole or not at all.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";

/** A problem that stops a command: what, where and what to do; shown to the person as it is. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** One place where submissions may be: a file, or a zip whose members are read when it is opened. */
export interface FoundFile {
  /** As given, joined with `/` below a given folder. */
  readonly path: string;
}

/**
 * Every file below the given files and folders, in a fixed order, each once.
 * @throws CommandError when a given path does not exist
 */
export function findFiles(given: readonly string[]): FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const start of given) {
    if (!existsSync(start)) throw new CommandError(`Không tìm thấy “${start}”. Kiểm tra lại đường dẫn đến tệp hoặc thư mục.`);
    for (const file of walk(start)) found.set(path.resolve(file), { path: file });
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function walk(start: string): string[] {
  if (!statSync(start).isDirectory()) return [start];
  const inner: string[] = [];
  for (const entry of readdirSync(start, { withFileTypes: true })) {
    const below = path.posix.join(start.replaceAll(path.sep, "/"), entry.name);
    if (entry.isDirectory()) inner.push(...walk(below));
    else if (entry.isFile() || (entry.isSymbolicLink() && existsSync(below) && statSync(below).isFile())) inner.push(below);
  }
  return inner;
}

/**
 * All bytes of a file.
 * @throws CommandError in words when the file cannot be read
 */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CommandError(`Không đọc được “${file}” (${reason(cause)}). ${remedyFor(cause)}`, { cause });
  }
}

/** The bytes of a file, or null when there is none. */
export function readBytesIfPresent(file: string): Uint8Array | null {
  return existsSync(file) ? readBytes(file) : null;
}

/**
 * Writes a file whole or not at all: a temporary file in the same folder, flushed, then renamed over the old one.
 * @throws CommandError when the folder is read-only, the disk is full or the file is open in another program; the old file is then intact
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const folder = path.dirname(path.resolve(file));
  const temporary = path.join(folder, `.tonghop-${process.pid}-${randomBytes(4).toString("hex")}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFlushed(temporary, bytes);
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new CommandError(`Không ghi được “${file}” (${reason(cause)}). ${remedyFor(cause)} Tệp cũ, nếu có, vẫn nguyên vẹn.`, {
      cause,
    });
  }
}

function writeFlushed(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, "wx");
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Addresses of source files as seen from a workbook that will stand at `out`; a member of a zip is opened through its zip. */
export function linksFrom(out: string): (source: string) => string {
  const folder = path.dirname(path.resolve(out));
  return (source) => {
    const file = source.split("!")[0]!;
    const steps = path.relative(folder, path.resolve(file)).split(path.sep);
    return steps.map(encodeURIComponent).join("/");
  };
}

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ["EACCES", "Tài khoản này không có quyền ở thư mục đó; chọn thư mục khác."],
  ["EPERM", "Tệp đang mở trong Excel hoặc bị khóa; đóng tệp rồi chạy lại, hoặc ghi ra tên khác."],
  ["EBUSY", "Tệp đang mở trong Excel; đóng tệp rồi chạy lại, hoặc ghi ra tên khác."],
  ["EROFS", "Ổ đĩa chỉ cho đọc; chọn thư mục khác."],
  ["ENOSPC", "Ổ đĩa đã đầy; xóa bớt tệp hoặc chọn ổ khác."],
  ["ENAMETOOLONG", "Đường dẫn quá dài; chọn thư mục có đường dẫn ngắn hơn."],
  ["EISDIR", "Đây là thư mục, không phải tệp; cho tên tệp."],
  ["ENOTDIR", "Một phần của đường dẫn là tệp, không phải thư mục; kiểm tra lại đường dẫn."],
]);

function code(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

function reason(cause: unknown): string {
  return code(cause) || (cause instanceof Error ? cause.message : String(cause));
}

function remedyFor(cause: unknown): string {
  return REMEDIES.get(code(cause)) ?? "Kiểm tra đường dẫn và quyền truy cập rồi chạy lại.";
}
