// The zip codec of Node: its own zlib, several times faster than the portable one. It has the shape of `Codec` in xlsx/codec.ts.
import { isAscii, isUtf8 } from "node:buffer";
import type { ZlibOptions } from "node:zlib";
import { promisify } from "node:util";
import { crc32, deflateRaw, deflateRawSync, inflateRawSync } from "node:zlib";

const deflateBeside = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflateRaw);

const LEAST_CHUNK = 64;
/** A character that is part of a longer one in UTF-8. */
const HIGH = /[\u0080-\u00ff]/;

export const nodeCodec = {
  inflateRaw(data: Uint8Array, maxBytes: number): Uint8Array {
    const chunkSize = Math.max(LEAST_CHUNK, maxBytes + 1);
    return inflateRawSync(data, { maxOutputLength: Math.max(1, maxBytes), chunkSize });
  },
  deflateRaw(data: Uint8Array, level = 6): Uint8Array {
    return deflateRawSync(data, { level });
  },
  deflateRawBeside(data: Uint8Array, level = 6): Promise<Uint8Array> {
    return deflateBeside(data, { level, chunkSize: Math.max(LEAST_CHUNK, data.length >> 2) });
  },
  crc32(data: Uint8Array): number {
    return crc32(data);
  },
  bytewise: {
    isAscii,
    isUtf8,
    text(data: Uint8Array): string {
      return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("latin1");
    },
    decode(piece: string): string {
      return HIGH.test(piece) ? Buffer.from(piece, "latin1").toString("utf8") : piece;
    },
  },
};
