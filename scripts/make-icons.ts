// Draws the icons of the add-in and of the page: a sheet with lines and, for each command, its own sign.
// Usage: tsx scripts/make-icons.ts [folder, by default assets/icons]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

type Color = readonly [red: number, green: number, blue: number];
/** Distance from a point to a shape, in units of the icon (1 is its whole width); negative inside. */
type Shape = (x: number, y: number) => number;
interface Layer {
  readonly shape: Shape;
  readonly color: Color;
}

const RED: Color = [176, 32, 37];
const GREEN: Color = [33, 115, 70];
const BLUE: Color = [31, 92, 153];
const WHITE: Color = [255, 255, 255];
const EDGE: Color = [96, 104, 116];
const LINE: Color = [176, 184, 196];
const GOLD: Color = [214, 158, 46];

/** A rectangle with round corners. */
function box(left: number, top: number, right: number, bottom: number, round: number): Shape {
  const [cx, cy, w, h] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2 - round, (bottom - top) / 2 - round];
  return (x, y) => {
    const [dx, dy] = [Math.abs(x - cx) - w, Math.abs(y - cy) - h];
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
  };
}

function disc(cx: number, cy: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - cx, y - cy) - radius;
}

/** A line through points, with round ends. */
function stroke(width: number, ...points: readonly (readonly [number, number])[]): Shape {
  return (x, y) => Math.min(...points.slice(1).map((to, i) => segment(x, y, points[i]!, to))) - width / 2;
}

function segment(x: number, y: number, [ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** The sheet that all icons share; small ones have fewer and thicker lines. */
function sheet(size: number): Layer[] {
  const small = size <= 20;
  const rows = small ? [0.34, 0.56] : [0.36, 0.5, 0.64];
  const thick = small ? 0.09 : 0.055;
  return [
    { shape: box(0.1, 0.03, 0.78, 0.97, 0.06), color: EDGE },
    { shape: box(0.1 + 0.045, 0.03 + 0.045, 0.78 - 0.045, 0.97 - 0.045, 0.03), color: WHITE },
    { shape: box(0.2, 0.13, 0.68, small ? 0.24 : 0.22, 0.02), color: RED },
    ...rows.map((y): Layer => ({ shape: box(0.2, y, 0.68, y + thick, 0.015), color: LINE })),
  ];
}

/** A disc at the lower right with a white sign in it. */
function badge(color: Color, ...signs: readonly Shape[]): Layer[] {
  return [
    { shape: disc(0.68, 0.7, 0.33), color: WHITE },
    { shape: disc(0.68, 0.7, 0.29), color },
    ...signs.map((shape): Layer => ({ shape, color: WHITE })),
  ];
}

const TICK = stroke(0.085, [0.55, 0.71], [0.64, 0.8], [0.81, 0.61]);
const SIGMA = stroke(0.075, [0.79, 0.56], [0.58, 0.56], [0.69, 0.7], [0.58, 0.84], [0.79, 0.84]);
const ARROW = [stroke(0.08, [0.68, 0.54], [0.68, 0.83]), stroke(0.08, [0.56, 0.72], [0.68, 0.84], [0.8, 0.72])];
const BARS = [box(0.2, 0.62, 0.29, 0.86, 0.01), box(0.33, 0.52, 0.42, 0.86, 0.01), box(0.46, 0.4, 0.55, 0.86, 0.01)];

/** Name of the icon, its sizes, what is drawn over the sheet. */
const ICONS: readonly (readonly [name: string, sizes: readonly number[], layers: readonly Layer[]])[] = [
  ["icon", [16, 32, 64, 80, 128, 192, 512], badge(RED, SIGMA)],
  ["consolidate", [16, 32, 80], badge(GREEN, SIGMA)],
  ["check", [16, 32, 80], badge(BLUE, TICK)],
  ["summary", [16, 32, 80], [...BARS.map((shape): Layer => ({ shape, color: GOLD })), ...badge(GREEN, ...ARROW)]],
];

/** The pixels, each with red, green, blue and opacity; edges are smoothed by how far a pixel's middle lies inside. */
function draw(size: number, layers: readonly Layer[]): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let [red, green, blue, opacity] = [0, 0, 0, 0];
      for (const { shape, color } of layers) {
        const cover = Math.max(0, Math.min(1, 0.5 - shape((column + 0.5) / size, (row + 0.5) / size) * size));
        const whole = cover + opacity * (1 - cover);
        if (whole === 0) continue;
        const mix = (over: number, under: number): number => (over * cover + under * opacity * (1 - cover)) / whole;
        [red, green, blue, opacity] = [mix(color[0], red), mix(color[1], green), mix(color[2], blue), whole];
      }
      pixels.set([red, green, blue, opacity * 255].map(Math.round), (row * size + column) * 4);
    }
  }
  return pixels;
}

/** A PNG file: true colour with opacity, 8 bits each, one block of data. */
function png(size: number, pixels: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, size);
  new DataView(header.buffer).setUint32(4, size);
  header.set([8, 6, 0, 0, 0], 8);
  const lines = new Uint8Array(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) lines.set(pixels.subarray(row * size * 4, (row + 1) * size * 4), row * (size * 4 + 1) + 1);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const data = deflateSync(lines, { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", new Uint8Array(0))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  made.set(body, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}

const folder = process.argv[2] ?? "assets/icons";
mkdirSync(folder, { recursive: true });
for (const [name, sizes, layers] of ICONS) {
  for (const size of sizes)
    writeFileSync(join(folder, `${name}-${String(size)}.png`), png(size, draw(size, [...sheet(size), ...layers])));
}
