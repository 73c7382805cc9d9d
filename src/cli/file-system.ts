// The operations on files that outputs are made of, as one seam: tests let the N-th of them fail.
import {
  closeSync,
  fsync,
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
import { promisify } from "node:util";

export interface FileSystem {
  makeFolder(folder: string): void;
  /** Opens a new file for writing; throws `EEXIST` when there is one. */
  create(file: string): number;
  /** Returns how many bytes were taken. */
  write(handle: number, bytes: Uint8Array, from: number): number;
  flush(handle: number): void;
  /** The same without waiting, so that several files go to the disk together. */
  flushAside(handle: number): Promise<void>;
  close(handle: number): void;
  read(file: string): Uint8Array;
  rename(from: string, to: string): void;
  /** No fault when there is no such file. */
  remove(file: string): void;
  /** Names in a folder; none when it does not exist. */
  list(folder: string): readonly string[];
  exists(file: string): boolean;
  /** Makes the renaming in a folder last through a loss of power, where the system can. */
  flushFolder(folder: string): void;
}

/** Files of this machine. */
export const nodeFiles: FileSystem = {
  makeFolder: (folder) => void mkdirSync(folder, { recursive: true }),
  create: (file) => openSync(file, "wx"),
  write: (handle, bytes, from) => writeSync(handle, bytes, from),
  flush: fsyncSync,
  flushAside: promisify(fsync),
  close: closeSync,
  read: (file) => readFileSync(file),
  rename: renameSync,
  remove: (file) => rmSync(file, { force: true }),
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  exists: (file) => statSync(file, { throwIfNoEntry: false }) !== undefined,
  flushFolder: (folder) => {
    if (process.platform === "win32") return;
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};
