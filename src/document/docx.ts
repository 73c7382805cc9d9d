// Text of a Word document (.docx): paragraphs, lists, tables and footnotes in reading order.
import mammoth from "mammoth";

const BLOCKS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr"]);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * The text of a .docx, one paragraph a line.
 * @throws when the bytes are no Word document
 */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const copy = Uint8Array.from(bytes).buffer;
  // Mammoth's Node build reads `buffer`, its browser build `arrayBuffer`; both take an ArrayBuffer.
  const input = { arrayBuffer: copy, buffer: copy } as unknown as { arrayBuffer: ArrayBuffer };
  const { value } = await mammoth.convertToHtml(input, {
    ignoreEmptyParagraphs: true,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
  });
  return htmlText(value);
}

interface Writer {
  out: string;
  /** Open lists: null for bullets, the last number for numbered ones. */
  readonly lists: (number | null)[];
  superscript: boolean;
  /** Cells written in the open row. */
  row: number;
  /** For each column of the open table, how many more rows a cell above reaches into. */
  reaches: number[];
  /** Columns that the open cell spans beyond its first. */
  spanned: number;
}

/** Text of mammoth's small HTML: blocks are lines, list items get "-" or their number, cells stand between bars. */
export function htmlText(html: string): string {
  const writer: Writer = { out: "", lists: [], superscript: false, row: 0, reaches: [], spanned: 0 };
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/gu)) {
    if (piece.startsWith("<")) openOrClose(writer, piece);
    else writer.out += writer.superscript ? raised(decoded(piece)) : decoded(piece);
  }
  return writer.out
    .replace(/[ \t]+\n/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function openOrClose(writer: Writer, tag: string): void {
  const name = /^<\/?([a-z0-9]+)/u.exec(tag)?.[1] ?? "";
  const closing = tag.startsWith("</");
  if (name === "sup") writer.superscript = !closing;
  if (name === "br") writer.out += "\n";
  if (name === "ul" || name === "ol") {
    if (closing) writer.lists.pop();
    else writer.lists.push(name === "ul" ? null : 0);
  }
  if (name === "table" && !closing) writer.reaches = [];
  if (name === "td" || name === "th") {
    if (closing) endCell(writer);
    else startCell(writer, tag);
  }
  if (name === "tr") {
    if (closing) reachedCells(writer);
    else writer.row = 0;
  }
  if (name === "li" && !closing) startItem(writer, tag);
  if (BLOCKS.has(name) && closing && !inCell(writer, name)) newLine(writer);
}

/** Cells that reach into the row from above stand empty, so that each column keeps its place; so do those that a wide cell spans. */
function startCell(writer: Writer, tag: string): void {
  reachedCells(writer);
  const rows = spanOf(tag, "rowspan");
  writer.spanned = spanOf(tag, "colspan") - 1;
  for (let i = 0; i <= writer.spanned; i++) writer.reaches[writer.row + i] = rows - 1;
  nextCell(writer);
}

function reachedCells(writer: Writer): void {
  for (let reach = writer.reaches[writer.row] ?? 0; reach > 0; reach = writer.reaches[writer.row] ?? 0) {
    writer.reaches[writer.row] = reach - 1;
    nextCell(writer);
  }
}

function endCell(writer: Writer): void {
  for (; writer.spanned > 0; writer.spanned--) nextCell(writer);
}

function nextCell(writer: Writer): void {
  writer.out += writer.row++ > 0 ? " | " : "";
}

/** Word allows 63 columns; a row span is bounded by what a page can hold. */
function spanOf(tag: string, name: "colspan" | "rowspan"): number {
  const span = Number(new RegExp(`${name}="([0-9]{1,3})"`, "u").exec(tag)?.[1] ?? "1");
  return Math.min(Math.max(span, 1), name === "colspan" ? 63 : 200);
}

/** A paragraph inside a table cell does not end the row. */
function inCell(writer: Writer, name: string): boolean {
  if (name !== "p" || writer.row === 0) return false;
  writer.out += " ";
  return true;
}

function newLine(writer: Writer): void {
  writer.row = 0;
  if (!writer.out.endsWith("\n")) writer.out += "\n";
}

function startItem(writer: Writer, tag: string): void {
  newLine(writer);
  const note = /id="footnote-([0-9]+)"/u.exec(tag)?.[1];
  if (note !== undefined) {
    writer.out += `\n${raised(note)} `;
    return;
  }
  const number = writer.lists.at(-1);
  if (number === null || number === undefined) writer.out += "- ";
  else {
    writer.lists[writer.lists.length - 1] = number + 1;
    writer.out += `${String(number + 1)}. `;
  }
}

function decoded(text: string): string {
  return text
    .replace(/\s*↑/gu, "")
    .replace(/&(?:#([0-9]+)|([a-z]+));/gu, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (ENTITIES.get(name ?? "") ?? whole) : String.fromCodePoint(Number(code)),
    );
}

/** "[3]" of a footnote reference becomes "³". */
function raised(text: string): string {
  return text.replace(/[[\]]/gu, "").replace(/[0-9]/gu, (digit) => SUPERSCRIPTS[Number(digit)]!);
}
