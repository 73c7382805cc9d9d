// Bytes of an XML part → text, text as it stands between tags → what it means, and back.
import type { Bytewise } from "./codec.js";
import { fail } from "./fault.js";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const UTF16LE = new TextDecoder("utf-16le", { fatal: true });
const UTF16BE = new TextDecoder("utf-16be", { fatal: true });
const KNOWN_ENCODINGS = /^(?:utf-?8|utf-?16|utf-?16le|utf-?16be|us-ascii|ascii)$/iu;
const DECLARATION = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/u;
/** What the name of an encoding may look like (XML 1.0, 4.3.3). */
const ENCODING = /^[A-Za-z][\w.-]{0,40}$/;
const NUMBERED = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/u;
const LESS = 60;
const HYPHEN = 45;
const BRACKET = 91;
/** From this length on whole passes beat single steps. */
const LONG = 200;
const REFERENCES = ["&quot;", "&amp;", "&gt;", "&lt;", "&apos;"] as const;
const CHARACTERS = ['"', "&", ">", "<", "'"] as const;
/** Characters that XML 1.0 forbids. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The text of a part, decoded or still bytewise. */
export interface PartText {
  readonly part: string;
  readonly text: string;
  /** Decodes a piece of `text`; null when it is decoded already. */
  readonly decode: ((piece: string) => string) | null;
  /** The bytes that `text` was made of, when each stands for one character. */
  readonly bytes: Uint8Array | null;
}

/** The code of each character of a text (UTF-16). Reading them here is several times faster than asking the text. */
export type CharacterCodes = Uint8Array | Uint16Array;

/** The codes of the text of a part. */
export function characterCodes({ text, bytes }: PartText): CharacterCodes {
  if (bytes !== null) return bytes;
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < codes.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

/** A text of a part that is decoded already. */
export function decodedText(text: string, part: string): PartText {
  return { part, text, decode: null, bytes: null };
}

/** What a piece of the text of a part means, see `plainText`. */
export function meaning({ part, decode }: PartText, piece: string): string {
  return plainText(decode === null ? piece : decode(piece), part);
}

/** The same text as `partText`, left bytewise when it is UTF-8 and the host can do so. */
export function bytewiseText(bytes: Uint8Array, part: string, bytewise: Bytewise | undefined): PartText {
  const [first, second, third] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (bytewise === undefined || marked) {
    const text = partText(bytes, part);
    // In UTF-8 a text is as long as its bytes only when it is ASCII.
    return { part, text, decode: null, bytes: !marked && text.length === bytes.length ? bytes : null };
  }
  const ascii = bytewise.isAscii(bytes);
  if (!ascii && !bytewise.isUtf8(bytes)) fail("xml/encoding", { found: null, data: { part } });
  const start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  const own = start === 0 ? bytes : bytes.subarray(start);
  const text = bytewise.text(own);
  checkProlog(text, part);
  return { part, text, decode: ascii ? null : (piece) => bytewise.decode(piece), bytes: own };
}

/**
 * Text of an XML part: UTF-8, or UTF-16 with a byte order mark. Throws a content fault for any other encoding, for broken bytes,
 * and for a document type or entity declaration.
 * @param part its name, for the finding
 */
export function partText(bytes: Uint8Array, part: string): string {
  const text = decodeBytes(bytes, part);
  checkProlog(text, part);
  return text;
}

/** Throws for a declared encoding that is none of ours, and for a document type or entity declaration. */
function checkProlog(text: string, part: string): void {
  const declared = DECLARATION.exec(text)?.[1];
  if (declared !== undefined && !KNOWN_ENCODINGS.test(declared))
    fail("xml/encoding", { found: ENCODING.test(declared) ? declared : null, data: { part } });
  for (let at = text.indexOf("!"); at >= 0; at = text.indexOf("!", at + 1)) {
    if (text.charCodeAt(at - 1) !== LESS) continue;
    const next = text.charCodeAt(at + 1);
    if (next !== HYPHEN && next !== BRACKET) fail("xml/doctype", { data: { part } });
  }
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
  const first = lines.indexOf("&");
  if (first < 0) return lines;
  if (lines.length > LONG && !lines.includes("&#")) return longText(lines, part);
  let text = "";
  let at = 0;
  for (let from = first; from >= 0; from = lines.indexOf("&", at)) {
    const index = namedAt(lines, from);
    const end = index >= 0 ? from + REFERENCES[index]!.length : lines.indexOf(";", from) + 1;
    const character = index >= 0 ? CHARACTERS[index]! : numbered(lines.slice(from + 1, Math.min(end - 1, from + 12)));
    if (character === null) fail("xml/entity", { found: lines.slice(from, from + 12), data: { part } });
    text += lines.slice(at, from) + character;
    at = end;
  }
  return text + lines.slice(at);
}

/** The same for a long text without numbered references: one native pass for each name that occurs, `&amp;` last. */
function longText(text: string, part: string): string {
  let open = text.replace(/&quot;/g, '"');
  if (open.includes("&")) open = open.replace(/&gt;/g, ">");
  if (open.includes("&")) open = open.replace(/&lt;/g, "<");
  if (open.includes("&")) open = open.replace(/&apos;/g, "'");
  if (!open.includes("&")) return open;
  const unknown = /&(?!amp;)/.exec(open);
  if (unknown !== null) fail("xml/entity", { found: open.slice(unknown.index, unknown.index + 12), data: { part } });
  return open.replace(/&amp;/g, "&");
}

/** Index of the named reference that stands at `from`, or -1. */
function namedAt(text: string, from: number): number {
  for (let index = 0; index < REFERENCES.length; index++) if (text.startsWith(REFERENCES[index]!, from)) return index;
  return -1;
}

/** The character that `#38` or `#x26` stands for; null when there is none that XML allows. */
function numbered(name: string): string | null {
  const match = NUMBERED.exec(name);
  if (match === null) return null;
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? null : character;
}

/**
 * Resolves the escapes of cell text: `_x000D_` is a carriage return, `_x005F_` an underscore. Throws a content fault for characters
 * that XML forbids.
 */
export function cellText(text: string, part: string): string {
  if (FORBIDDEN.test(text)) fail("xml/malformed", { data: { part } });
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
