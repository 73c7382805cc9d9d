// The finding that refuses a file for being something else than a workbook.
import type { FindingFacts } from "../core/finding.js";
import type { FindingCode } from "../core/messages/index.js";
import type { FileFormat } from "./format.js";

/** Code and facts of the finding for a file of that format. */
export function formatFinding(format: Exclude<FileFormat, "xlsx">): [code: FindingCode, facts: FindingFacts] {
  switch (format) {
    case "empty":
      return ["file/empty", {}];
    case "emptyZip":
      return ["file/empty-zip", {}];
    case "lockFile":
      return ["file/lock-file", {}];
    case "encrypted":
      return ["file/encrypted", {}];
    case "damagedZip":
      return ["zip/damaged", { data: { problem: "truncated" } }];
    case "unknown":
      return ["file/unknown-format", {}];
    default:
      return ["file/wrong-format", { found: format, expected: "xlsx", data: { format } }];
  }
}
