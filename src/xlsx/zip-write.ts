// Writing a zip so that the same entries always give the same bytes: fixed times, no extra fields, entries in the order given.
import type { Codec, PackingLevel } from "./codec.js";
import { openZip, OWN_LIMITS } from "./zip-read.js";

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array;
  /** Written without deflate. */
  readonly stored?: boolean;
}

/** An entry whose data is packed already. */
export interface PackedPart {
  readonly nameBytes: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const LOCAL_SIZE = 30;
const RECORD_SIZE = 46;
const END_SIZE = 22;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, 00:00: the first moment that a zip can name. */
const DOS_DATE = 0x0021;
/** Smaller data is packed sooner than it is handed over. Larger data is packed at a level that costs half the time and 5 % of size. */
const LARGE_BYTES = 262144;
const MOST_ENTRIES = 65535;
const MOST_BYTES = 0xffffffff;

/** Packs the entries. Throws when they do not fit a plain zip (65,535 entries, 4 GB). */
export function writeZip(entries: readonly ZipPart[], codec: Codec): Uint8Array {
  return joinParts(
    entries.map((entry) => packPart(new TextEncoder().encode(entry.name), entry.data, codec, entry.stored === true)),
  );
}

/** The same bytes, of entries that were packed by themselves. */
export async function writePacked(entries: readonly Promise<PackedPart>[]): Promise<Uint8Array> {
  return joinParts(await Promise.all(entries));
}

/** Packs one entry's data like `packPart`; large data beside this thread where the host can do so. */
export async function packBeside(name: string, data: Uint8Array, codec: Codec): Promise<PackedPart> {
  const nameBytes = new TextEncoder().encode(name);
  if (data.length < LARGE_BYTES || codec.deflateRawBeside === undefined) return packPart(nameBytes, data, codec);
  const packed = codec.deflateRawBeside(data, levelOf(data));
  return packedPart(nameBytes, data, codec.crc32(data), await packed);
}

/** Packs one entry's data; stored when deflate makes it no smaller. */
export function packPart(nameBytes: Uint8Array, data: Uint8Array, codec: Codec, stored = false): PackedPart {
  const crc = codec.crc32(data);
  return packedPart(nameBytes, data, crc, stored || data.length === 0 ? data : codec.deflateRaw(data, levelOf(data)));
}

function levelOf({ length }: Uint8Array): PackingLevel {
  return length < LARGE_BYTES ? 6 : 5;
}

function packedPart(nameBytes: Uint8Array, data: Uint8Array, crc: number, packed: Uint8Array): PackedPart {
  if (packed === data || packed.length >= data.length) return { nameBytes, method: 0, crc, size: data.length, packed: data };
  return { nameBytes, method: 8, crc, size: data.length, packed };
}

/** The same entries in the same order with fixed times and no extra fields. Packed data is copied as it is. */
export function repack(bytes: Uint8Array, _codec: Codec): Uint8Array {
  return joinParts(openZip(bytes, OWN_LIMITS).entries.filter((entry) => !entry.name.endsWith("/")));
}

/** Puts packed entries one after the other, with local headers, table of contents and end record. */
export function joinParts(parts: readonly PackedPart[]): Uint8Array {
  const names = parts.reduce((sum, part) => sum + part.nameBytes.length, 0);
  const bodies = parts.reduce((sum, part) => sum + part.packed.length, 0);
  const total = bodies + 2 * names + parts.length * (LOCAL_SIZE + RECORD_SIZE) + END_SIZE;
  if (parts.length > MOST_ENTRIES || total > MOST_BYTES)
    throw new Error(`a zip of ${parts.length} entries and ${total} bytes is too large`);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let record = bodies + names + parts.length * LOCAL_SIZE;
  const directory = record;
  let at = 0;
  for (const part of parts) {
    writeRecord(bytes, view, record, part, at);
    record += RECORD_SIZE + part.nameBytes.length;
    at = writeLocal(bytes, view, at, part);
  }
  view.setUint32(record, 0x06054b50, true);
  view.setUint16(record + 8, parts.length, true);
  view.setUint16(record + 10, parts.length, true);
  view.setUint32(record + 12, record - directory, true);
  view.setUint32(record + 16, directory, true);
  return bytes;
}

function writeLocal(bytes: Uint8Array, view: DataView, at: number, part: PackedPart): number {
  view.setUint32(at, 0x04034b50, true);
  view.setUint16(at + 4, VERSION, true);
  writeFacts(view, at + 6, part);
  bytes.set(part.nameBytes, at + LOCAL_SIZE);
  bytes.set(part.packed, at + LOCAL_SIZE + part.nameBytes.length);
  return at + LOCAL_SIZE + part.nameBytes.length + part.packed.length;
}

function writeRecord(bytes: Uint8Array, view: DataView, at: number, part: PackedPart, offset: number): void {
  view.setUint32(at, 0x02014b50, true);
  view.setUint16(at + 4, VERSION, true);
  view.setUint16(at + 6, VERSION, true);
  writeFacts(view, at + 8, part);
  view.setUint32(at + 42, offset, true);
  bytes.set(part.nameBytes, at + RECORD_SIZE);
}

/** The fields that local header and record have in common, from the flags to the length of the name. */
function writeFacts(view: DataView, at: number, part: PackedPart): void {
  view.setUint16(at, UTF8_NAMES, true);
  view.setUint16(at + 2, part.method, true);
  view.setUint16(at + 6, DOS_DATE, true);
  view.setUint32(at + 8, part.crc, true);
  view.setUint32(at + 12, part.packed.length, true);
  view.setUint32(at + 16, part.size, true);
  view.setUint16(at + 20, part.nameBytes.length, true);
}
