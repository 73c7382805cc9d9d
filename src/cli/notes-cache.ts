// Notes of staff in the consolidated workbook as we last wrote it: while nobody has touched that file, it need not be read again.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Notes } from "../sheets/notes.js";
import { CommandError } from "./command-error.js";
import { CACHE_FOLDER } from "./round-cache.js";
import { writeWhole } from "./write-whole.js";

const FILE = "ghi-chu.json";

interface Kept {
  /** Of the workbook. */
  readonly sha256: string;
  /** By sheet, then by key. */
  readonly notes: readonly (readonly [string, readonly (readonly [string, string])[]])[];
}

/** The notes in a workbook that we wrote and nobody has changed since; null when it has to be read. */
export function keptNotes(out: string, bytes: Uint8Array): Notes | null {
  try {
    const text = readFileSync(fileOf(out), "utf8");
    const kept = JSON.parse(text.slice(HASH_DIGITS)) as Kept;
    if (text.slice(0, HASH_DIGITS) !== hashOf(text.slice(HASH_DIGITS)) || kept.sha256 !== hashOf(bytes)) return null;
    return new Map(kept.notes.map(([sheet, notes]) => [sheet, new Map(notes)]));
  } catch {
    return null;
  }
}

/** Remembers the notes that a workbook was written with. Never throws for the disk: then it is read again next time. */
export function keepNotes(out: string, bytes: Uint8Array, notes: Notes): void {
  const kept: Kept = { sha256: hashOf(bytes), notes: [...notes].map(([sheet, own]) => [sheet, [...own]]) };
  const text = JSON.stringify(kept);
  try {
    writeWhole(fileOf(out), new TextEncoder().encode(hashOf(text) + text));
  } catch (problem) {
    if (!(problem instanceof CommandError)) throw problem;
  }
}

const HASH_DIGITS = 64;

function hashOf(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function fileOf(out: string): string {
  return path.join(path.dirname(path.resolve(out)), CACHE_FOLDER, FILE);
}
