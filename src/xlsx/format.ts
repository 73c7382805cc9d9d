// What a file really is, from its first bytes and, for zips, from the names inside. Never from its extension.
import { rootNames } from "./compound.js";
import { attempt } from "./fault.js";
import { readDirectory } from "./zip-directory.js";

export type FileFormat =
  | "xlsx"
  | "xlsb"
  | "xls"
  | "ods"
  | "numbers"
  | "csv"
  | "html"
  | "pdf"
  | "word"
  | "powerpoint"
  | "xml2003"
  | "encrypted"
  | "zip"
  | "emptyZip"
  | "damagedZip"
  | "archive"
  | "image"
  | "lockFile"
  | "text"
  | "empty"
  | "unknown";

const MOST_ENTRIES = 65535;
const HEAD_BYTES = 4096;
const LOCK_FILE_BYTES = 165;
const LONGEST_OWNER = 54;

const MAGIC: readonly (readonly [format: FileFormat, at: number, bytes: readonly number[]])[] = [
  ["archive", 0, [0x52, 0x61, 0x72, 0x21]],
  ["archive", 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ["archive", 0, [0x1f, 0x8b]],
  ["image", 0, [0xff, 0xd8, 0xff]],
  ["image", 0, [0x89, 0x50, 0x4e, 0x47]],
  ["image", 0, [0x47, 0x49, 0x46, 0x38]],
  ["image", 0, [0x42, 0x4d]],
  ["image", 0, [0x49, 0x49, 0x2a, 0x00]],
  ["image", 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ["image", 4, [0x66, 0x74, 0x79, 0x70]],
  ["image", 8, [0x57, 0x45, 0x42, 0x50]],
  ["word", 0, [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["word", 0, [0xdb, 0xa5, 0x2d, 0x00]],
  ["word", 0, [0x31, 0xbe, 0x00, 0x00]],
];

/** Names what the bytes are; `unknown` when nothing fits. Looks at no more than the head and the table of contents. */
export function fileFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return "empty";
  if (starts(bytes, 0, [0x50, 0x4b])) return zipFormat(bytes);
  if (starts(bytes, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundFormat(bytes);
  const known = MAGIC.find(([, at, magic]) => starts(bytes, at, magic));
  if (known !== undefined) return known[0];
  if (oldSheet(bytes)) return "xls";
  if (bytes.length === LOCK_FILE_BYTES && bytes[0]! <= LONGEST_OWNER && headText(bytes) === null) return "lockFile";
  if (latin(bytes.subarray(0, 1024)).includes("%PDF-")) return "pdf";
  return textFormat(bytes);
}

/** Excel 2 to 4, and later ones without their container, begin with a record that says so (BOF, of 4 to 16 bytes). */
function oldSheet(bytes: Uint8Array): boolean {
  const [kind, version, length, high] = bytes;
  return kind === 9 && [0, 2, 4, 8].includes(version!) && length! >= 4 && length! <= 16 && length! % 2 === 0 && high === 0;
}

function starts(bytes: Uint8Array, at: number, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte);
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function zipFormat(bytes: Uint8Array): FileFormat {
  const reading = attempt(() => readDirectory(bytes, MOST_ENTRIES));
  if ("fault" in reading) return "damagedZip";
  const names = reading.value.entries.map((entry) => entry.name.toLowerCase());
  if (names.every((name) => name.endsWith("/"))) return "emptyZip";
  const has = (test: (name: string) => boolean): boolean => names.some(test);
  if (names.includes("xl/workbook.bin")) return "xlsb";
  if (names.includes("[content_types].xml")) {
    if (has((name) => name.startsWith("word/"))) return "word";
    if (has((name) => name.startsWith("ppt/"))) return "powerpoint";
    return has((name) => name.startsWith("visio/")) ? "unknown" : "xlsx";
  }
  if (names.includes("xl/workbook.xml")) return "xlsx";
  if (names.includes("index.xml") && names.includes("buildversionhistory.plist")) return "numbers";
  if (names.includes("index.zip") || has((name) => /(?:^|\/)index\/document\.iwa$/u.test(name))) return "numbers";
  if (names.includes("mimetype") || names.includes("meta-inf/manifest.xml")) return openDocument(bytes);
  return "zip";
}

const KIND = /(?:mimetype|application\/)[^<>]{0,60}?opendocument\.(text|presentation|spreadsheet|[a-z]+)/u;

/** OpenDocument keeps its kind, uncompressed, in the first entry, as books for reading do. */
function openDocument(bytes: Uint8Array): FileFormat {
  const head = latin(bytes.subarray(0, 200));
  return head.includes("epub") ? "unknown" : openDocumentKind(head);
}

/** The kind that the text names; a spreadsheet when it names none. */
function openDocumentKind(text: string): FileFormat {
  switch (KIND.exec(text)?.[1] ?? "spreadsheet") {
    case "spreadsheet":
      return "ods";
    case "text":
      return "word";
    case "presentation":
      return "powerpoint";
    default:
      return "unknown";
  }
}

const OLD_KINDS = new Map<string, FileFormat>([
  ["ENCRYPTEDPACKAGE", "encrypted"],
  ["WORKBOOK", "xls"],
  ["BOOK", "xls"],
  ["WORDDOCUMENT", "word"],
  ["POWERPOINT DOCUMENT", "powerpoint"],
]);

function compoundFormat(bytes: Uint8Array): FileFormat {
  const known = rootNames(bytes).find((name) => OLD_KINDS.has(name));
  return known === undefined ? "unknown" : OLD_KINDS.get(known)!;
}

function textFormat(bytes: Uint8Array): FileFormat {
  const text = headText(bytes);
  if (text === null) return "unknown";
  const start = text.trimStart().toLowerCase();
  if (
    start.startsWith("mime-version:") ||
    /^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body|meta|table|style|div)\b/u.test(start)
  ) {
    return "html";
  }
  if (start.startsWith("<?xml") || start.startsWith("<")) {
    if (start.includes("urn:schemas-microsoft-com:office:spreadsheet")) return "xml2003";
    if (/progid="word\.document"|\/word\/2003\/wordml/u.test(start)) return "word";
    if (start.includes("opendocument")) return openDocumentKind(start);
    return start.includes("<html") ? "html" : "text";
  }
  if (/^[^\n]*,file:\/\/\/[^\n]*;\s*$/u.test(start)) return "lockFile";
  const lines = start.split(/\r\n|\r|\n/u).slice(0, 5);
  return [";", ",", "\t"].some((mark) => lines.filter((line) => line.includes(mark)).length >= Math.min(2, lines.length))
    ? "csv"
    : "text";
}

/** The first characters when the file is text in UTF-8, UTF-16 or a one-byte code page; null when it holds control bytes. */
function headText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (starts(head, 0, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(head.subarray(2));
  if (starts(head, 0, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(head.subarray(2));
  if (head.includes(0)) return unmarkedText(head);
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return null;
  return new TextDecoder("utf-8").decode(head);
}

const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

/** UTF-16 without a mark, as some programs export tables: many zeros, all of them in the higher bytes. */
function unmarkedText(head: Uint8Array): string | null {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  const [even, odd] = zeros as [number, number];
  if (Math.min(even, odd) > 0 || Math.max(even, odd) * 4 < head.length) return null;
  const text = new TextDecoder(odd > 0 ? "utf-16le" : "utf-16be").decode(head.subarray(0, head.length - (head.length % 2)));
  return CONTROL.test(text) ? null : text;
}
