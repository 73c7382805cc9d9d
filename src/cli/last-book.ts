// The consolidated workbook as we last wrote it: while nobody has touched that file, its notes need not be read again and its rows not be made again.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Notes } from "../sheets/notes.js";
import type { EarlierPrint, RowIndex, RowSpan } from "../workflow.js";
import { earlierPrint } from "../workflow.js";
import { nodeHost } from "./host.js";
import { CACHE_FOLDER } from "./round-cache.js";
import { writeForgettable } from "./write-whole.js";

const FILE = "so-truoc.json";

/** What is remembered of a workbook. */
export interface LastBook {
  readonly notes: Notes;
  /** Key of its round, see `RoundCache`. */
  readonly round: string;
  readonly index: RowIndex;
}

interface Kept {
  /** Of the workbook. */
  readonly sha256: string;
  readonly round: string;
  /** By sheet, then by key. */
  readonly notes: readonly (readonly [string, readonly (readonly [string, string])[]])[];
  readonly sheets: readonly (readonly [string, KeptSheet])[];
}

interface KeptSheet {
  readonly part: string;
  readonly looks: string;
  readonly rows: readonly (readonly [row: number, mark: number, start: number, length: number])[];
}

/** What is known of a workbook that we wrote and nobody has changed since; null when it has to be read. */
export function lastBook(out: string, bytes: Uint8Array): LastBook | null {
  try {
    const text = readFileSync(fileOf(out), "utf8");
    const own = text.slice(HASH_DIGITS);
    if (text.slice(0, HASH_DIGITS) !== hashOf(own)) return null;
    const { sha256, round, notes, sheets } = JSON.parse(own) as Kept;
    if (sha256 !== hashOf(bytes)) return null;
    return {
      round,
      notes: new Map(notes.map(([sheet, lines]) => [sheet, new Map(lines)])),
      index: new Map(sheets.map(([name, { rows, ...sheet }]) => [name, { ...sheet, rows: rows.map(spanOf) }])),
    };
  } catch {
    return null;
  }
}

/** The workbook as an earlier printing of a round; null when it was of another. */
export function lastPrint(last: LastBook | null, bytes: Uint8Array | null, round: string): EarlierPrint | null {
  return last === null || bytes === null || last.round !== round ? null : earlierPrint(bytes, last.index, nodeHost);
}

/** Remembers what a workbook was written with. Never throws for the disk: then it is read again next time. */
export function keepLastBook(out: string, bytes: Uint8Array, { notes, round, index }: LastBook): void {
  const kept: Kept = {
    sha256: hashOf(bytes),
    round,
    notes: [...notes].map(([sheet, own]) => [sheet, [...own]]),
    sheets: [...index].map(([name, sheet]) => [name, { ...sheet, rows: sheet.rows.map(keptSpan) }]),
  };
  const text = JSON.stringify(kept);
  writeForgettable(fileOf(out), new TextEncoder().encode(hashOf(text) + text));
}

function spanOf([row, mark, start, length]: KeptSheet["rows"][number]): RowSpan {
  return { row, mark, start, length };
}

function keptSpan({ row, mark, start, length }: RowSpan): KeptSheet["rows"][number] {
  return [row, mark, start, length];
}

const HASH_DIGITS = 64;

function hashOf(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function fileOf(out: string): string {
  return path.join(path.dirname(path.resolve(out)), CACHE_FOLDER, FILE);
}
