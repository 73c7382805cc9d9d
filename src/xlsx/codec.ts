// Deflate and CRC-32 behind one small seam, so that Node uses its own zlib and a browser uses fflate.
import { deflateSync, Inflate, inflateSync } from "fflate";

export type PackingLevel = 5 | 6;

export interface Codec {
  /** Unpacks raw deflate data. Throws when the data is broken or unpacks to more than `maxBytes`. */
  inflateRaw(data: Uint8Array, maxBytes: number): Uint8Array;
  /** @param level 1 (fast) to 9 (small); 6 when left out */
  deflateRaw(data: Uint8Array, level?: PackingLevel): Uint8Array;
  /** The same bytes, made beside this thread; present where the host can do so. */
  deflateRawBeside?(data: Uint8Array, level?: PackingLevel): Promise<Uint8Array>;
  /** CRC-32 (IEEE), unsigned. */
  crc32(data: Uint8Array): number;
  /** Present where texts are taken apart faster before they are decoded than after. */
  readonly bytewise?: Bytewise;
}

/** UTF-8 handled as a text in which each character stands for one byte. Markup is ASCII, so that it reads the same. */
export interface Bytewise {
  isAscii(data: Uint8Array): boolean;
  isUtf8(data: Uint8Array): boolean;
  /** One character, U+0000 to U+00FF, for each byte. */
  text(data: Uint8Array): string;
  /** What a piece of such a text says. The piece is cut at ASCII characters, so that it holds whole characters. */
  decode(piece: string): string;
}

/** Packed data up to this size is unpacked in one go: even all-zero data then ends within a fraction of a second. */
const ONE_GO_BYTES = 65536;

/** The codec that runs anywhere. */
export const webCodec: Codec = { inflateRaw, deflateRaw: (data, level = 6) => deflateSync(data, { level }), crc32 };

function inflateRaw(data: Uint8Array, maxBytes: number): Uint8Array {
  if (data.length === 0) throw new Error("deflate data is empty");
  if (data.length > ONE_GO_BYTES) return inflateInSteps(data, maxBytes);
  const unpacked = inflateSync(data, { out: new Uint8Array(maxBytes + 1) });
  if (unpacked.length > maxBytes) throw new Error("deflate data unpacks to more than it may");
  return unpacked;
}

function inflateInSteps(data: Uint8Array, maxBytes: number): Uint8Array {
  const unpacked = new Uint8Array(maxBytes);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > maxBytes) throw new Error("deflate data unpacks to more than it may");
    unpacked.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < data.length; at += ONE_GO_BYTES) {
    inflate.push(data.subarray(at, at + ONE_GO_BYTES), at + ONE_GO_BYTES >= data.length);
  }
  return unpacked.subarray(0, length);
}

const TABLES = crcTables();

/** Eight tables of 256 entries, so that eight bytes are taken in one step. */
function crcTables(): Uint32Array {
  const tables = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at++) {
    const before = tables[at - 256]!;
    tables[at] = (before >>> 8) ^ tables[before & 255]!;
  }
  return tables;
}

function crc32(data: Uint8Array): number {
  const t = TABLES;
  let crc = 0xffffffff;
  let at = 0;
  for (const end = data.length - 7; at < end; at += 8) {
    const low = crc ^ (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24));
    crc =
      t[1792 + (low & 255)]! ^
      t[1536 + ((low >>> 8) & 255)]! ^
      t[1280 + ((low >>> 16) & 255)]! ^
      t[1024 + (low >>> 24)]! ^
      t[768 + data[at + 4]!]! ^
      t[512 + data[at + 5]!]! ^
      t[256 + data[at + 6]!]! ^
      t[data[at + 7]!]!;
  }
  for (; at < data.length; at++) crc = (crc >>> 8) ^ t[(crc ^ data[at]!) & 255]!;
  return (crc ^ 0xffffffff) >>> 0;
}
