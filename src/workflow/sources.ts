// What people hand in: single files, and zips whose members are taken one by one.
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
import { fileFormat } from "../xlsx/format.js";
import { isLitter, openBundle } from "../xlsx/bundle.js";
import type { Host } from "./round.js";

/** A file as a person gave it; `path` is for display, bytes are what counts. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Why it cannot be read, when that is known before reading it as a workbook. */
  readonly findings?: readonly Finding[];
  /** True for files that systems leave beside workbooks. */
  readonly litter?: boolean;
}

/**
 * The workbooks in a file: itself, or the members of a zip as `bundle.zip!inner.xlsx`. One level deep.
 * A zip that cannot be opened, or holds no workbook, is given back as one file with its findings.
 */
export function unfold(file: SourceFile, host: Host): readonly SourceFile[] {
  if (isLitter(file.path)) return [{ ...file, litter: true }];
  if (fileFormat(file.bytes) !== "zip") return [file];
  const bundle = openBundle(file.bytes, host.codec);
  if (bundle.files === null) return [{ ...file, findings: bundle.findings }];
  const members = bundle.files.map((member) => ({ ...member, path: `${file.path}!${member.name}` }));
  const litter = bundle.skipped.map((name) => ({ path: `${file.path}!${name}`, bytes: new Uint8Array(0), litter: true }));
  return members.length === 0 ? [{ ...file, findings: [onlyLitter(litter.length)] }] : [...members, ...litter];
}

function onlyLitter(count: number): Finding {
  return finding("file/empty-zip", "error", { found: count });
}
