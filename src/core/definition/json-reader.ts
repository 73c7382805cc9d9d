// Reading unknown JSON without throwing: each accessor returns a value and adds what is wrong, with its path, to a shared list.
import type { Finding, FindingData } from "../finding.js";
import { finding } from "../finding.js";
import type { FindingCode } from "../messages/index.js";
import { nearest } from "../text.js";

/** A JSON object, the path at which it stands (`targets[3]`), and the list that takes what is wrong with it. */
export interface JsonObject {
  readonly path: string;
  readonly entries: ReadonlyMap<string, unknown>;
  readonly findings: Finding[];
}

/** Path of a property: `form.title`; of the root's: `title`. */
export function joinPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Adds an error at a path. */
export function reject(findings: Finding[], code: FindingCode, path: string, data: FindingData = {}): void {
  findings.push(finding(code, "error", { cell: path, found: data["found"] ?? null, data: { ...data, path } }));
}

/**
 * The object at a path, or null with an error when something else stands there.
 * @param known the properties that it may have; any other is reported as a warning with the nearest of these
 */
export function objectAt(value: unknown, path: string, findings: Finding[], known: readonly string[]): JsonObject | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    reject(findings, "definition/wrong-type", path, { expected: "object", found: shown(value) });
    return null;
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  for (const key of entries.keys()) {
    if (known.includes(key)) continue;
    const data = { path: joinPath(path, key), suggestion: nearest(key, known) };
    findings.push(finding("definition/unknown-property", "warning", { cell: data.path, found: key, data }));
  }
  return { path, entries, findings };
}

/** A text in composed Unicode. Absent or null gives `fallback`; without one it is an error. */
export function textOf(object: JsonObject, key: string, fallback?: string): string {
  const value = object.entries.get(key) ?? fallback;
  if (typeof value === "string") return value.normalize("NFC");
  complain(object, key, "text", value);
  return "";
}

/** A text that must hold something. */
export function wordsOf(object: JsonObject, key: string): string {
  const before = object.findings.length;
  const text = textOf(object, key);
  if (text.trim() === "" && object.findings.length === before)
    reject(object.findings, "definition/missing", joinPath(object.path, key));
  return text;
}

/** A text, or null when absent or null. */
export function textOrNull(object: JsonObject, key: string): string | null {
  return (object.entries.get(key) ?? null) === null ? null : textOf(object, key);
}

/** A finite number; absent gives `fallback`, null gives null. */
export function numberOrNull(object: JsonObject, key: string, fallback: number | null = null): number | null {
  const value = object.entries.has(key) ? object.entries.get(key) : fallback;
  if (value === null || value === undefined) return null;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  complain(object, key, "number", value);
  return null;
}

/** A finite number that must be there. */
export function numberOf(object: JsonObject, key: string): number {
  const before = object.findings.length;
  const number = numberOrNull(object, key);
  if (number === null && object.findings.length === before)
    reject(object.findings, "definition/missing", joinPath(object.path, key));
  return number ?? 0;
}

/** True or false; absent or null gives `fallback`. */
export function booleanOf(object: JsonObject, key: string, fallback: boolean): boolean {
  const value = object.entries.get(key) ?? fallback;
  if (typeof value === "boolean") return value;
  complain(object, key, "boolean", value);
  return fallback;
}

/** One of a few words; absent or null gives `fallback`. Any other word is an error that offers the nearest. */
export function oneOf<T extends string>(object: JsonObject, key: string, words: readonly T[], fallback: T): T {
  const value = object.entries.get(key) ?? fallback;
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const suggestion = typeof value === "string" ? nearest(value, words) : null;
  const data = { found: shown(value), expected: words.join(", "), suggestion };
  reject(object.findings, "definition/unknown-word", joinPath(object.path, key), data);
  return fallback;
}

/** The members of an array, each read by `read`; those for which it gives null are left out. Absent or null is an empty array. */
export function itemsOf<T>(object: JsonObject, key: string, read: (value: unknown, path: string) => T | null): T[] {
  const value = object.entries.get(key) ?? [];
  if (!Array.isArray(value)) {
    complain(object, key, "array", value);
    return [];
  }
  const items: readonly unknown[] = value;
  const path = joinPath(object.path, key);
  return items.map((item, i) => read(item, `${path}[${String(i)}]`)).filter((item): item is T & NonNullable<T> => item !== null);
}

/** An array of texts; absent or null is empty. */
export function textsOf(object: JsonObject, key: string): string[] {
  return itemsOf(object, key, (value, path) => {
    if (typeof value === "string") return value.normalize("NFC");
    reject(object.findings, "definition/wrong-type", path, { expected: "text", found: shown(value) });
    return null;
  });
}

function complain(object: JsonObject, key: string, expected: string, value: unknown): void {
  const path = joinPath(object.path, key);
  if (value === undefined || value === null) reject(object.findings, "definition/missing", path);
  else reject(object.findings, "definition/wrong-type", path, { expected, found: shown(value) });
}

/** A value as a person sees it in the file, cut to 40 characters. */
function shown(value: unknown): string {
  const plain = typeof value === "string" || typeof value === "number";
  const text = plain ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
