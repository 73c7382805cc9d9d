// The table of contents at the end of a zip: end record (also ZIP64) and one record for each entry. Nothing is unpacked here.
import { fail } from "./fault.js";

export interface DirectoryEntry {
  /** As stored, for comparison with the local header. */
  readonly nameBytes: Uint8Array;
  /** `\` turned to `/`, without leading `/`. For looking up and showing, never a path on a disk. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header starts. */
  readonly offset: number;
}

export interface Directory {
  readonly entries: readonly DirectoryEntry[];
  /** Where the first record stands: local entries end before it. */
  readonly start: number;
  /** Bytes after the end record that do not belong to the zip. */
  readonly trailing: Uint8Array;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const RECORD = 0x02014b50;
const END_SIZE = 22;
const RECORD_SIZE = 46;
const LONGEST_COMMENT = 65535;
/** Bytes that mail gateways and copying programs append; searched for the end record beyond the longest comment. */
const LONGEST_PADDING = 65536;
const MAX32 = 0xffffffff;

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const HIGH_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Reads the table of contents. Throws a content fault when there is none, when it does not fit the file or has more than `maxEntries`.
 */
export function readDirectory(bytes: Uint8Array, maxEntries: number): Directory {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const { count, size, start } = endFacts(view, end);
  if (count > maxEntries) fail("zip/limit", { found: count, expected: maxEntries, data: { limit: "entries", part: null } });
  if (start + size > end) fail("zip/damaged", { data: { problem: "directory" } });
  const entries: DirectoryEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const { entry, next } = readRecord(bytes, view, at, start + size);
    entries.push(entry);
    at = next;
  }
  const after = end + END_SIZE + view.getUint16(end + 20, true);
  return { entries, start, trailing: bytes.subarray(after) };
}

/** The last end record whose comment fits into the file. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT - LONGEST_PADDING);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return fail("zip/damaged", { data: { problem: "truncated" } });
}

function endFacts(view: DataView, end: number): { count: number; size: number; start: number } {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const oneDisk = view.getUint16(end + 4, true) === view.getUint16(end + 6, true) && view.getUint16(end + 8, true) === count;
  if (!oneDisk) fail("zip/damaged", { data: { problem: "directory" } });
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64) return { count, size, start };
  const at = bigNumber(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END64) fail("zip/damaged", { data: { problem: "directory" } });
  return { count: bigNumber(view, at + 32), size: bigNumber(view, at + 40), start: bigNumber(view, at + 48) };
}

function bigNumber(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 4294967296;
}

function readRecord(bytes: Uint8Array, view: DataView, at: number, end: number): { entry: DirectoryEntry; next: number } {
  if (at + RECORD_SIZE > end || view.getUint32(at, true) !== RECORD) fail("zip/damaged", { data: { problem: "directory" } });
  const nameEnd = at + RECORD_SIZE + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > end) fail("zip/damaged", { data: { problem: "directory" } });
  const nameBytes = bytes.subarray(at + RECORD_SIZE, nameEnd);
  const wide = wideNumbers(view, nameEnd, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const entry = {
    nameBytes,
    name: entryName(nameBytes),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: wide[0]!,
    packedSize: wide[1]!,
    offset: wide[2]!,
  };
  return { entry, next };
}

/** Replaces each number that says "see the ZIP64 extra field" by the one found there, in the order of the field. */
export function wideNumbers(view: DataView, from: number, end: number, narrow: readonly number[]): readonly number[] {
  if (!narrow.includes(MAX32)) return narrow;
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const fieldEnd = Math.min(end, next + view.getUint16(at + 2, true));
    return narrow.map((number) => {
      if (number !== MAX32 || next + 8 > fieldEnd) return number;
      next += 8;
      return bigNumber(view, next - 8);
    });
  }
  return narrow;
}

function entryName(bytes: Uint8Array): string {
  return decodeName(bytes).replaceAll("\\", "/").replace(/^\/+/u, "");
}

/** UTF-8 whether flagged or not, else the code page of old zip programs. */
function decodeName(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : HIGH_437[byte - 128]!)).join("");
  }
}
