// Opening a zip strictly: the table of contents must agree with every local header, and every unpacked byte is counted and checked.
import type { Codec } from "./codec.js";
import { ContentFault, fail } from "./fault.js";
import { sameBytes } from "./same-bytes.js";
import { readDirectory, viewOf, wideNumbers, type DirectoryEntry } from "./zip-directory.js";

export interface ZipLimits {
  readonly entries: number;
  /** Unpacked bytes of one entry, and of all together. */
  readonly partBytes: number;
  readonly totalBytes: number;
}

const MEGABYTE = 1048576;

export interface ReadingLimits extends ZipLimits {
  /** Cells with a value, in all sheets. */
  readonly cells: number;
}

/** Far above any workbook that a unit returns, far below what hurts. */
export const FORM_LIMITS: ReadingLimits = {
  entries: 2000,
  partBytes: 64 * MEGABYTE,
  totalBytes: 256 * MEGABYTE,
  cells: 2_000_000,
};
/** For workbooks of ours: 50,000 units make 5 million cells and a part of 200 MB. */
export const OWN_LIMITS: ReadingLimits = {
  entries: 2000,
  partBytes: 480 * MEGABYTE,
  totalBytes: 1024 * MEGABYTE,
  cells: 20_000_000,
};

export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** By lower-case name: part names of a package do not distinguish case. */
  readonly byName: ReadonlyMap<string, ZipEntry>;
  /** Number of harmless padding bytes after the end. */
  readonly padding: number;
}

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const ENCRYPTED = 0x2041;
const SIZES_FOLLOW = 8;

/**
 * Opens a zip without unpacking anything. Throws a content fault for anything that two programs could read in two ways.
 * @param ignoreCase names that differ only in case count as the same (true for workbooks)
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits, ignoreCase = true): Zip {
  const directory = readDirectory(bytes, limits.entries);
  if (directory.trailing.some((byte) => byte !== 0 && byte !== 10 && byte !== 13 && byte !== 26 && byte !== 32)) {
    fail("zip/trailing-bytes", { found: directory.trailing.length });
  }
  checkSizes(directory.entries, limits);
  const view = viewOf(bytes);
  const spans: { start: number; end: number; name: string }[] = [];
  const byName = new Map<string, ZipEntry>();
  const entries = directory.entries.map((record) => {
    const { entry, end } = openEntry(bytes, view, record, directory.start);
    const key = ignoreCase ? entry.name.toLowerCase() : entry.name;
    if (byName.has(key)) fail("zip/duplicate-name", { data: { part: entry.name } });
    byName.set(key, entry);
    spans.push({ start: record.offset, end, name: entry.name });
    return entry;
  });
  checkOverlap(spans);
  return { entries, byName, padding: directory.trailing.length };
}

function checkSizes(entries: readonly DirectoryEntry[], limits: ZipLimits): void {
  let total = 0;
  for (const { name, size } of entries) {
    if (size > limits.partBytes)
      fail("zip/limit", { found: size, expected: limits.partBytes, data: { limit: "part", part: name } });
    total += size;
  }
  if (total > limits.totalBytes)
    fail("zip/limit", { found: total, expected: limits.totalBytes, data: { limit: "total", part: null } });
}

function openEntry(bytes: Uint8Array, view: DataView, record: DirectoryEntry, end: number): { entry: ZipEntry; end: number } {
  const { name, nameBytes, method, crc, size, packedSize, offset } = record;
  if ((record.flags & ENCRYPTED) !== 0) fail("zip/encrypted", { data: { part: name } });
  if (method !== 0 && method !== 8) fail("zip/method", { found: method, data: { part: name } });
  if (offset + LOCAL_SIZE > end || view.getUint32(offset, true) !== LOCAL) fail("zip/mismatch", { data: { part: name } });
  const nameEnd = offset + LOCAL_SIZE + view.getUint16(offset + 26, true);
  const start = nameEnd + view.getUint16(offset + 28, true);
  if (start + packedSize > end) fail("zip/damaged", { data: { problem: "truncated" } });
  const sameName = sameBytes(nameBytes, bytes.subarray(offset + LOCAL_SIZE, nameEnd));
  if (!sameName || !sameFacts(view, record, nameEnd, start)) fail("zip/mismatch", { data: { part: name } });
  const wrongLength = method === 0 ? packedSize !== size : packedSize === 0 && size > 0;
  if (wrongLength) fail("zip/checksum", { data: { part: name } });
  const packed = bytes.subarray(start, start + packedSize);
  return { entry: { name, nameBytes, method, crc, size, packed }, end: start + packedSize };
}

/** Method, checksum and sizes of the local header; where a data descriptor follows, each of them may be left at zero there. */
function sameFacts(view: DataView, record: DirectoryEntry, nameEnd: number, extraEnd: number): boolean {
  const at = record.offset;
  const flags = view.getUint16(at + 6, true);
  if (view.getUint16(at + 8, true) !== record.method || (flags & ENCRYPTED) !== 0) return false;
  const narrow = [view.getUint32(at + 22, true), view.getUint32(at + 18, true)];
  const [size, packedSize] = wideNumbers(view, nameEnd, extraEnd, narrow);
  const later = (flags & SIZES_FOLLOW) !== 0;
  const agrees = (here: number, listed: number): boolean => here === listed || (later && here === 0);
  return (
    agrees(view.getUint32(at + 14, true), record.crc) && agrees(size!, record.size) && agrees(packedSize!, record.packedSize)
  );
}

function checkOverlap(spans: { start: number; end: number; name: string }[]): void {
  spans.sort((a, b) => a.start - b.start);
  for (let index = 1; index < spans.length; index++) {
    if (spans[index]!.start < spans[index - 1]!.end) fail("zip/overlap", { data: { part: spans[index]!.name } });
  }
}

/** The unpacked bytes of an entry, exactly as many as promised and with the promised CRC-32; else throws a content fault. */
export function entryBytes(entry: ZipEntry, codec: Codec): Uint8Array {
  const bytes = unpack(entry, codec);
  if (bytes.length !== entry.size || codec.crc32(bytes) !== entry.crc) fail("zip/checksum", { data: { part: entry.name } });
  return bytes;
}

function unpack(entry: ZipEntry, codec: Codec): Uint8Array {
  if (entry.method === 0 || entry.packed.length === 0) return entry.packed;
  try {
    return codec.inflateRaw(entry.packed, entry.size);
  } catch (cause) {
    if (cause instanceof ContentFault) throw cause;
    return fail("zip/checksum", { data: { part: entry.name } });
  }
}
