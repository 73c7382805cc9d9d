// How high a row must be so that its text shows whole: widths of Times New Roman letters, wrapped as Excel wraps.
import type { Style } from "./styles.js";

/** One character of column width is the width of a digit of the book's default font, Times New Roman 12: 8 pixels, 6 points. */
const POINTS_PER_WIDTH = 6;
const CELL_PADDING = 5;
/** Points above and below the lines of a cell together. */
const AIR = 2.5;
const LINE_HEIGHT = 1.28;
const DEFAULT_SIZE = 12;
const BOLD = 1.08;
/** Screens and programs measure differently; a line less than this full counts as full. */
const CAUTION = 0.97;
/** Excel's highest row. */
const MAX_HEIGHT = 409;

/** Height in points for a text in a cell or merged cells of this width (characters of column width). */
export function fitHeight(text: string, style: Style, width: number): number {
  const size = style.size ?? DEFAULT_SIZE;
  const lines = style.wrap === true ? lineCount(text, style, width) : 1;
  return Math.min(MAX_HEIGHT, Math.ceil(lines * size * LINE_HEIGHT + AIR));
}

/** Lines that a text takes when words wrap at the width (characters of column width). */
export function lineCount(text: string, style: Style, width: number): number {
  const size = style.size ?? DEFAULT_SIZE;
  const available = (width * POINTS_PER_WIDTH - CELL_PADDING - (style.indent ?? 0) * 9) * CAUTION;
  const scale = size * (style.bold === true ? BOLD : 1);
  return text.split("\n").reduce((sum, line) => sum + wrapped(line, scale, Math.max(available, size)), 0);
}

function wrapped(line: string, scale: number, available: number): number {
  const space = letterWidth(" ") * scale;
  let lines = 1;
  let used = 0;
  for (const word of line.split(" ")) {
    const width = textWidth(word) * scale;
    if (used > 0 && used + space + width > available) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? space : 0) + width;
    if (used > available) {
      lines += Math.ceil(used / available) - 1;
      used = used % available;
    }
  }
  return lines;
}

function textWidth(text: string): number {
  let width = 0;
  for (const letter of text.normalize("NFD").replace(/[\u0300-\u036f]/gu, "")) width += letterWidth(letter);
  return width;
}

/** Widths of Times New Roman in ems: classes of letters, first match decides. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ .,;:'’ijlt|!/\\]/u, 0.28],
  [/[frI()[\]\-]/u, 0.335],
  [/[sJ“”"]/u, 0.42],
  [/[acez]/u, 0.445],
  [/[a-zđ0-9–_$?*]/u, 0.5],
  [/[FPSELTZ=<>≥≤+]/u, 0.59],
  [/[MW%—…@]/u, 0.88],
];
const WIDEST_REST = 0.72;

function letterWidth(letter: string): number {
  if (letter === "m" || letter === "w") return 0.76;
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? WIDEST_REST;
}
