// A fault of the file's content on its way up from deep inside the reader; it never leaves this room.
import type { FindingFacts } from "../core/finding.js";
import { finding, type Finding } from "../core/finding.js";
import type { FindingCode } from "../core/messages/index.js";

/** Carries the finding that says why the content cannot be read. */
export class ContentFault extends Error {
  constructor(readonly finding: Finding) {
    super(finding.code);
    this.name = "ContentFault";
  }
}

/** Stops reading with an error finding. */
export function fail(code: FindingCode, facts: FindingFacts = {}): never {
  throw new ContentFault(finding(code, "error", facts));
}

/** Runs a reading; a content fault becomes its finding, any other error is a fault of ours and goes on. */
export function attempt<T>(reading: () => T): { readonly value: T } | { readonly fault: Finding } {
  try {
    return { value: reading() };
  } catch (error) {
    if (error instanceof ContentFault) return { fault: error.finding };
    throw error;
  }
}
