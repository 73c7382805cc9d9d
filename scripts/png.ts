// Small pictures: pixels → PNG with a palette of at most 256 colours.
import { crc32, deflateSync } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, row by row. */
  readonly rgb: Uint8Array;
}

/** Reads a binary PPM, as Poppler writes it. */
export function readPpm(ppm: Uint8Array): Pixels {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(Buffer.from(ppm.subarray(0, 40)).toString("latin1"));
  if (header === null) throw new Error("not a binary PPM");
  return { width: Number(header[1]), height: Number(header[2]), rgb: ppm.subarray(header[0].length) };
}

/** PNG with a palette; shades are rounded just as far as 256 colours need. */
export function palettePng({ width, height, rgb }: Pixels): Uint8Array {
  for (let step = 4; ; step *= 2) {
    const palette = new Map<number, number>();
    const lines = Buffer.alloc((width + 1) * height);
    for (let at = 0; at < width * height && palette.size <= 256; at++) {
      const colour = [0, 1, 2].reduce((sum, i) => sum * 256 + rounded(rgb[at * 3 + i]!, step), 0);
      if (!palette.has(colour)) palette.set(colour, palette.size);
      lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = palette.get(colour)!;
    }
    if (palette.size <= 256) return encode(width, height, [...palette.keys()], lines);
  }
}

/** White stays white and black stays black. */
function rounded(shade: number, step: number): number {
  return Math.min(255, Math.round(shade / step) * step);
}

function encode(width: number, height: number, palette: readonly number[], lines: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(lines, { level: 9 });
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", data),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
