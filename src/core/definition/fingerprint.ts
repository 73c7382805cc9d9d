// The fingerprint of a definition: forms carry it, so that a form of an older definition is recognised.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Definition } from "./definition.js";
import { describeJson } from "./definition-json.js";

/**
 * SHA-256 (64 hex digits) of what decides how a form is read and judged: ids, labels, types, bounds, formulas, thresholds, kinds, period.
 * The list of units, the last day to report and the words around the table are left out: adding a unit, giving more time or mending a
 * sentence leaves the forms already sent valid.
 */
export function definitionFingerprint(d: Definition): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(decisive(d)))));
}

function decisive(d: Definition): unknown {
  const { id, fields, lists, targets, rules, period } = describeJson(d);
  const span = d.period === null ? null : { id: d.period.id, start: d.period.start, end: d.period.end };
  return {
    id,
    symbol: d.form.symbol,
    period: period === null ? null : span,
    parts: withoutWords([fields, lists, targets, rules]),
  };
}

/** Properties that only explain; they may be mended while a round runs. */
const WORDS = new Set(["guidance", "section", "clause", "message"]);

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !WORDS.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutWords(item)]));
}

/** JSON with the keys of every object sorted and no spaces. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
