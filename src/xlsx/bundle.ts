// A .zip that holds returned workbooks: its files one by one, without the litter that systems leave beside them.
import { finding, type Finding } from "../core/finding.js";
import type { Codec } from "./codec.js";
import { attempt, fail } from "./fault.js";
import { fileFormat } from "./format.js";
import { formatFinding } from "./format-finding.js";
import { entryBytes, openZip, type ZipLimits } from "./zip-read.js";

export interface BundledFile {
  /** For showing and sorting only, never a path on a disk. */
  readonly name: string;
  /** Empty when `findings` say that the entry is damaged. */
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

export type BundleReading =
  | { readonly files: readonly BundledFile[]; /** Names of litter passed over. */ readonly skipped: readonly string[] }
  | { readonly files: null; readonly findings: readonly Finding[] };

const MEGABYTE = 1048576;
const BUNDLE_LIMITS: ZipLimits = { entries: 20_000, partBytes: 64 * MEGABYTE, totalBytes: 512 * MEGABYTE };
const LITTER = /^(?:~\$.*|\.~lock\..*#|.*\.tmp|desktop\.ini|thumbs\.db|\.ds_store|\._.*)$/iu;

/** True for names that systems and programs leave beside workbooks: lock files, temporary files, folder settings. */
export function isLitter(path: string): boolean {
  const steps = path.split(/[\\/]/u);
  return steps.includes("__MACOSX") || LITTER.test(steps[steps.length - 1]!);
}

/**
 * Opens a zip of workbooks, one level deep. A damaged entry costs that file only; a zip that cannot be trusted as a whole is refused.
 * @param bytes of a file that `fileFormat` calls `zip`
 */
export function openBundle(bytes: Uint8Array, codec: Codec): BundleReading {
  const opened = attempt(() => {
    const format = fileFormat(bytes);
    if (format !== "zip" && format !== "xlsx") fail(...formatFinding(format));
    return openZip(bytes, BUNDLE_LIMITS, false);
  });
  if ("fault" in opened) return { files: null, findings: [opened.fault] };
  const entries = opened.value.entries.filter((entry) => !entry.name.endsWith("/"));
  const files = entries
    .filter((entry) => !isLitter(entry.name))
    .map((entry): BundledFile => {
      const unpacked = attempt(() => entryBytes(entry, codec));
      if ("fault" in unpacked) return { name: entry.name, bytes: new Uint8Array(0), findings: [unpacked.fault] };
      const nested = fileFormat(unpacked.value) === "zip";
      return { name: entry.name, bytes: unpacked.value, findings: nested ? [finding("file/nested-zip", "error")] : [] };
    });
  return { files, skipped: entries.map((entry) => entry.name).filter(isLitter) };
}
