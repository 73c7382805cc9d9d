// The fingerprint of a definition: forms carry it, so that a form of an older definition is recognised.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Definition } from "./definition.js";
import { describeJson } from "./definition-json.js";

/**
 * SHA-256 (64 hex digits) of the definition without its units, so that adding a unit leaves the forms already sent valid.
 * Equal definitions give equal fingerprints; any other change, also of wording or period, gives another one.
 */
export function definitionFingerprint(d: Definition): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ ...describeJson(d), units: [] }))));
}

/** JSON with the keys of every object sorted and no spaces. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
