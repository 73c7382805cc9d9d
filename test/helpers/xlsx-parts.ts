// A small workbook as parts of text, so that a test can spoil exactly one of them.
import { webCodec } from "../../src/xlsx/codec.js";
import { writeZip } from "../../src/xlsx/zip-write.js";

export type Parts = Map<string, string | Uint8Array>;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

export interface PartsOptions {
  /** Content of `<sheetData>` by sheet name. */
  readonly sheets?: ReadonlyMap<string, string>;
  readonly strings?: readonly string[] | null;
  /** Content of the workbook part after the sheets. */
  readonly names?: string;
  readonly styles?: string | null;
  readonly bookProperties?: string;
}

/** Parts of a sound workbook; by default one sheet `Báo cáo` with the rows given. */
export function workbookParts(rows: string, options: PartsOptions = {}): Parts {
  const sheets = [...(options.sheets ?? new Map([["Báo cáo", rows]]))];
  const parts: Parts = new Map();
  const strings = options.strings ?? null;
  const styles = options.styles ?? null;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  parts.set("[Content_Types].xml", `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>`);
  parts.set(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
  );
  parts.set(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}">${sheets.map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("")}` +
      `${strings === null ? "" : relation("rId90", "sharedStrings", "sharedStrings.xml")}` +
      `${styles === null ? "" : relation("rId91", "styles", "styles.xml")}</Relationships>`,
  );
  parts.set(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${options.bookProperties ?? ""}<sheets>${sheets
      .map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join("")}</sheets>${options.names ?? ""}</workbook>`,
  );
  sheets.forEach(([, data], i) => parts.set(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(data)));
  if (strings !== null) {
    parts.set("xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${strings.map((item) => `<si>${item}</si>`).join("")}</sst>`);
  }
  if (styles !== null) parts.set("xl/styles.xml", `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`);
  return parts;
}

/** A worksheet part around the content of its `<sheetData>`. */
export function sheetXml(data: string, tail = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${tail}</worksheet>`;
}

/** The parts as a zip; text in UTF-8. */
export function zipParts(parts: Parts, stored = false): Uint8Array {
  const encoder = new TextEncoder();
  return writeZip(
    [...parts].map(([name, data]) => ({ name, data: typeof data === "string" ? encoder.encode(data) : data, stored })),
    webCodec,
  );
}

/** Bytes of a small workbook with those rows. */
export function workbookBytes(rows: string, options: PartsOptions = {}): Uint8Array {
  return zipParts(workbookParts(rows, options));
}

/** UTF-16 with a byte order mark. */
export function utf16(text: string, bigEndian = false): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), !bigEndian);
  return bytes;
}

/** A copy in which every occurrence of a run of bytes is replaced by another of the same length. */
export function replaceBytes(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = bytes.slice();
  const encoder = new TextEncoder();
  const [old, fresh] = [encoder.encode(from), encoder.encode(to)];
  if (old.length !== fresh.length) throw new Error("the lengths differ");
  let found = false;
  for (let at = 0; at + old.length <= copy.length; at++) {
    if (!old.every((byte, i) => copy[at + i] === byte)) continue;
    copy.set(fresh, at);
    found = true;
  }
  if (!found) throw new Error(`${from} is not there`);
  return copy;
}
