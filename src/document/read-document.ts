// Reads a resolution from a file: .docx, .pdf with a text layer, .txt, or pasted text, in any Vietnamese encoding.
// The packages for Word and PDF are large and are loaded when such a file comes.
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
import { inUnicode } from "../core/legacy.js";
import { textOfPages } from "./mend.js";
import { decodeText } from "./plain-text.js";
import { vietnameseReading } from "../core/syllables.js";

export interface DocumentText {
  /** Composed Unicode (NFC), `\n` between lines; empty when an error says why. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Fewer letters than this on the average page: pictures of pages, not text. */
const LEAST_LETTERS_A_PAGE = 40;

/**
 * The text of a resolution. Never throws for what the file holds: an error finding says why there is no text.
 * @param name file name, for the messages only; the format is told by the bytes
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<DocumentText> {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return readPdf(bytes, name);
  if (startsWith(bytes, [0x50, 0x4b])) return readDocx(bytes, name);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return failed("document/old-format", name);
  const text = decodeText(bytes);
  return text === null ? failed("document/unknown-format", name) : fromText(text, name);
}

/** The same for text that a person pasted. */
export function readPastedText(text: string): DocumentText {
  return fromText(text, "");
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

type Refusal = "document/old-format" | "document/unknown-format" | "document/broken" | "document/scan" | "document/empty";

function failed(code: Refusal, name: string): DocumentText {
  return { text: "", findings: [finding(code, "error", { data: { name } })] };
}

async function readPdf(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const { pdfPages } = await import(/* webpackChunkName: "pdf" */ "./pdf.js");
  let pages;
  try {
    pages = await pdfPages(bytes);
  } catch {
    return failed("document/broken", name);
  }
  const letters = pages.reduce((sum, page) => sum + page.reduce((n, line) => n + line.replace(/[^\p{L}]/gu, "").length, 0), 0);
  return letters < LEAST_LETTERS_A_PAGE * Math.max(1, pages.length)
    ? failed("document/scan", name)
    : fromText(textOfPages(pages), name);
}

async function readDocx(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const { docxText } = await import(/* webpackChunkName: "docx" */ "./docx.js");
  try {
    return fromText(await docxText(bytes), name);
  } catch {
    return failed("document/broken", name);
  }
}

/** Tidies line ends and encodings; warns when little of the text reads as Vietnamese. */
function fromText(raw: string, name: string): DocumentText {
  if (raw.trim() === "") return failed("document/empty", name);
  const { text, encoding } = inUnicode(
    raw
      .replace(/\r\n?/gu, "\n")
      .replace(/[\u000b\u000c\u2028\u2029]/gu, "\n")
      .normalize("NFC"),
  );
  const findings: Finding[] =
    encoding === "unicode" ? [] : [finding("document/legacy-encoding", "note", { data: { name, encoding } })];
  const reading = vietnameseReading(text);
  if (reading.words >= 30 && (reading.syllables < 0.5 || reading.marked < 0.3))
    findings.push(finding("document/garbled-text", "warning", { data: { name } }));
  return { text: text.normalize("NFC"), findings };
}
