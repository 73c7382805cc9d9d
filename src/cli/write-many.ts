// Writing many outputs into one folder: all lie there flushed and compared under temporary names before the first one gets its own.
import path from "node:path";
import type { FileSystem } from "./file-system.js";
import { nodeFiles } from "./file-system.js";
import { cancelOnInterrupt } from "./interrupt.js";
import { discard, notWritten, sweep, temporaryIn, unlike } from "./write-whole.js";

export interface NamedBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

interface Waiting extends NamedBytes {
  readonly temporary: string;
}

/** A disk flushes so many files in hardly more time than one. */
const AT_ONCE = 16;

/**
 * Writes files whole or not at all. While one cannot be written, no file of the folder changes; Ctrl-C leaves nothing behind.
 * @param step called after each file that lies on the disk
 * @throws CommandError when the folder is read-only, the disk is full or a file is open in another program
 */
export async function writeManyWhole(
  folder: string,
  list: readonly NamedBytes[],
  step: () => void = () => undefined,
  files: FileSystem = nodeFiles,
): Promise<void> {
  const waiting: Waiting[] = list.map((one) => ({ ...one, temporary: temporaryIn(folder) }));
  const clear = (): void => waiting.forEach(({ temporary }) => discard(temporary, files));
  const cancelling = cancelOnInterrupt(clear, () => `Đã hủy. Chưa tệp nào trong “${folder}” bị thay.`);
  let at = folder;
  try {
    files.makeFolder(folder);
    sweep(folder, files);
    await sideBySide(waiting, async (one) => {
      await writeAside(one, files);
      step();
    });
    for (const { temporary, fileName } of waiting) files.rename(temporary, (at = path.join(folder, fileName)));
  } catch (cause) {
    clear();
    throw notWritten(at, cause);
  } finally {
    cancelling.end();
  }
  try {
    files.flushFolder(folder);
  } catch {
    // Some file systems cannot flush folders; the files themselves are whole.
  }
}

async function writeAside({ temporary, bytes }: Waiting, files: FileSystem): Promise<void> {
  const handle = files.create(temporary);
  try {
    for (let done = 0; done < bytes.length; done += files.write(handle, bytes, done));
    await files.flushAside(handle);
  } finally {
    files.close(handle);
  }
  if (Buffer.compare(files.read(temporary), bytes) !== 0) throw unlike();
}

/** Does the work for each, a few at a time; after a fault none is begun, and those under way are waited for. */
async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      try {
        await work(items[next++]!);
      } catch (problem) {
        next = items.length;
        throw problem;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const fault = ended.find((one) => one.status === "rejected");
  if (fault !== undefined) throw fault.reason;
}
