// From a resolution's file or pasted text to its numeric targets, and from confirmed targets to a definition.
import type { Extraction } from "../core/extraction/index.js";
import { extractTargets } from "../core/extraction/index.js";
import type { Finding } from "../core/finding.js";
import { readDocument, readPastedText } from "../document/read-document.js";

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
  const { text, findings } = await readDocument(bytes, name);
  return { text, extraction: extractTargets(text), findings };
}

/** The same for text that a person pasted. */
export function readPastedResolution(pasted: string): ResolutionReading {
  const { text, findings } = readPastedText(pasted);
  return { text, extraction: extractTargets(text), findings };
}
