// A lock file beside an output, so that two runs never work on it at the same time; that of a run that died is taken over.
import { hostname } from "node:os";
import path from "node:path";
import { CommandError, faultCode } from "./command-error.js";
import type { FileSystem } from "./file-system.js";
import { nodeFiles } from "./file-system.js";
import { isAlive } from "./write-whole.js";

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Name of the lock of an output. */
export function lockPath(out: string): string {
  return path.join(path.dirname(path.resolve(out)), `.tonghop-${path.basename(out)}.lock`);
}

/**
 * Takes the lock of an output.
 * @returns gives it back; may be called more than once
 * @throws CommandError when another run holds it. When the folder cannot be written, there is no lock: writing will say so.
 */
export function takeLock(out: string, files: FileSystem = nodeFiles): () => void {
  const lock = lockPath(out);
  if (!claim(lock, files)) {
    if (isHeld(lock, files)) throw taken(out, lock);
    files.remove(lock);
    if (!claim(lock, files)) throw taken(out, lock);
  }
  let held = true;
  return () => {
    if (held) files.remove(lock);
    held = false;
  };
}

/** False when the lock exists. */
function claim(lock: string, files: FileSystem): boolean {
  let handle: number;
  try {
    files.makeFolder(path.dirname(lock));
    handle = files.create(lock);
  } catch (problem) {
    if (faultCode(problem) === "EEXIST") return false;
    return true;
  }
  try {
    files.write(handle, Buffer.from(JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder)), 0);
  } finally {
    files.close(handle);
  }
  return true;
}

/** True when the holder is alive, or works on another machine. A lock without a holder was left by a run that died while taking it. */
function isHeld(lock: string, files: FileSystem): boolean {
  try {
    const holder = JSON.parse(Buffer.from(files.read(lock)).toString("utf8")) as Partial<Holder>;
    if (typeof holder.pid !== "number") return false;
    return holder.host !== hostname() || (holder.pid !== process.pid && isAlive(holder.pid));
  } catch {
    return false;
  }
}

function taken(out: string, lock: string): CommandError {
  return new CommandError(
    `Một lần chạy khác đang ghi “${out}”. Đợi lần đó xong rồi chạy lại. Nếu chắc chắn không còn lần chạy nào, xóa tệp “${lock}”.`,
  );
}
