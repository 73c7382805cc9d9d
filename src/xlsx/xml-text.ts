// Bytes of an XML part → text, text as it stands between tags → what it means, and back.
import { fail } from "./fault.js";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const UTF16LE = new TextDecoder("utf-16le", { fatal: true });
const UTF16BE = new TextDecoder("utf-16be", { fatal: true });
const KNOWN_ENCODINGS = /^(?:utf-?8|utf-?16|utf-?16le|utf-?16be|us-ascii|ascii)$/iu;
const DECLARATION = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/u;
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/gu;
const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
/** Characters that XML 1.0 forbids. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;

/**
 * Text of an XML part: UTF-8, or UTF-16 with a byte order mark. Throws a content fault for any other encoding, for broken bytes,
 * for characters that XML forbids, and for a document type or entity declaration.
 * @param part its name, for the finding
 */
export function partText(bytes: Uint8Array, part: string): string {
  const text = decodeBytes(bytes, part);
  const declared = DECLARATION.exec(text)?.[1];
  if (declared !== undefined && !KNOWN_ENCODINGS.test(declared)) fail("xml/encoding", { found: declared, data: { part } });
  for (let at = text.indexOf("<!"); at >= 0; at = text.indexOf("<!", at + 2)) {
    const next = text.charCodeAt(at + 2);
    if (next !== 45 && next !== 91) fail("xml/doctype", { data: { part } });
  }
  if (FORBIDDEN.test(text)) fail("xml/malformed", { data: { part } });
  return text;
}

function decodeBytes(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  try {
    if (first === 0xff && second === 0xfe) return UTF16LE.decode(bytes);
    if (first === 0xfe && second === 0xff) return UTF16BE.decode(bytes);
    return UTF8.decode(bytes);
  } catch {
    return fail("xml/encoding", { found: null, data: { part } });
  }
}

/** Text between tags with its references resolved and line ends made `\n`. Throws a content fault for an unknown reference. */
export function plainText(raw: string, part: string): string {
  const lines = raw.includes("\r") ? raw.replace(/\r\n?/gu, "\n") : raw;
  if (!lines.includes("&")) return lines;
  return lines.replace(REFERENCE, (reference: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name)!;
    const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : -1;
    const allowed =
      code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code >= 0 && !FORBIDDEN.test(String.fromCodePoint(code));
    if (!allowed) fail("xml/entity", { found: reference, data: { part } });
    return String.fromCodePoint(code);
  });
}

/** Resolves the escapes of cell text: `_x000D_` is a carriage return, `_x005F_` an underscore. */
export function cellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** A copy that does not keep the whole part in memory, as an engine's slice of it does. */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** Writes cell text for XML, with the escapes of cell text for characters that XML cannot hold. */
export function escapeCellText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
      },
    )
    .replace(/[&<>]/gu, (character) => (character === "&" ? "&amp;" : character === "<" ? "&lt;" : "&gt;"));
}
