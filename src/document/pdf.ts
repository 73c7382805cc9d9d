// Text of a PDF with a text layer, line by line; pages are mended afterwards.
import { getDocumentProxy } from "unpdf";
import type { Page } from "./mend.js";

/** What is used of a PDF; the package's own types do not resolve under Node's module rules. */
interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: readonly Item[] }>; cleanup(): void }>;
  destroy(): Promise<void>;
}

interface Item {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
}

const open = getDocumentProxy as unknown as (bytes: Uint8Array, options: { verbosity: number }) => Promise<Pdf>;

/** A piece of text on a page, in points from the lower left corner. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The lines of each page, top to bottom.
 * @throws when the bytes are no PDF, or a password protects it
 */
export async function pdfPages(bytes: Uint8Array): Promise<Page[]> {
  const pdf = await open(Uint8Array.from(bytes), { verbosity: 0 });
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.map(pieceOf)));
    page.cleanup();
  }
  await pdf.destroy();
  return pages;
}

function pieceOf(item: Item): Piece {
  const [x, y] = [item.transform?.[4] ?? 0, item.transform?.[5] ?? 0];
  return { text: item.str ?? "", x, y, width: item.width ?? 0, height: item.height ?? 0 };
}

/** Pieces on the same base line make a line; a gap wider than a third of the letter height is a space. */
export function linesOf(pieces: readonly Piece[]): string[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const base = line?.[0];
    if (base !== undefined && Math.abs(base.y - piece.y) <= Math.max(2, base.height / 2)) line!.push(piece);
    else if (piece.text.trim() !== "") lines.push([piece]);
  }
  return lines.map(lineText).filter((line) => line !== "");
}

function lineText(line: readonly Piece[]): string {
  let text = "";
  let end = -Infinity;
  for (const piece of line) {
    const apart = piece.x - end > Math.max(1, piece.height / 3);
    if (text !== "" && apart && !text.endsWith(" ") && !piece.text.startsWith(" ")) text += " ";
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.replace(/\s+/gu, " ").trim();
}
