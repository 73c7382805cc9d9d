// From a resolution's file or pasted text to its numeric targets, and from confirmed targets to a definition.
import type { Extraction } from "../core/extraction/index.js";
import { extractTargets } from "../core/extraction/index.js";
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
import { readDocument, readPastedText } from "../document/read-document.js";
import type { FileFormat } from "../xlsx/format.js";
import { fileFormat } from "../xlsx/format.js";

export type { Draft, ExtractedTarget, Extraction, OpenPoint } from "../core/extraction/index.js";
export { draftDefinition } from "../core/extraction/index.js";

export interface ResolutionReading {
  /** The text into which all offsets point; empty when an error says why there is none. */
  readonly text: string;
  readonly extraction: Extraction;
  readonly findings: readonly Finding[];
}

/**
 * Reads a resolution from a .docx, .pdf (with a text layer) or .txt file. Never throws for what it holds.
 * @param name file name, for messages
 */
export async function readResolution(bytes: Uint8Array, name: string): Promise<ResolutionReading> {
  const other = otherFile(bytes);
  const { text, findings } =
    other === null ? await readDocument(bytes, name) : { text: "", findings: [finding(other, "error", { data: { name } })] };
  return { text, extraction: extractTargets(text), findings };
}

const WORKBOOKS: readonly FileFormat[] = ["xlsx", "xlsb", "xls", "ods", "numbers", "xml2003"];
const NO_TEXTS: readonly FileFormat[] = ["zip", "emptyZip", "archive", "powerpoint", "image", "lockFile"];

/** Why a file is no resolution, as far as its kind tells; null for one that may be. */
function otherFile(bytes: Uint8Array): "document/workbook" | "document/unknown-format" | "document/broken" | null {
  const format = fileFormat(bytes);
  if (WORKBOOKS.includes(format)) return "document/workbook";
  if (format === "encrypted") return "document/broken";
  return NO_TEXTS.includes(format) || (format === "word" && isOtherWord(bytes)) ? "document/unknown-format" : null;
}

/** Texts of word processors that are not read: RTF, and OpenDocument, whose zip begins with its kind. */
function isOtherWord(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 80));
  return head.startsWith("{\\rtf") || head.startsWith("mimetype", 30);
}

/** The same for text that a person pasted. */
export function readPastedResolution(pasted: string): ResolutionReading {
  const { text, findings } = readPastedText(pasted);
  return { text, extraction: extractTargets(text), findings };
}
