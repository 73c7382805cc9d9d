// A filled form as parts of text, so that a fault can be made in exactly one place of it.
import { inflateRawSync } from "node:zlib";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { address } from "../../src/core/cells.js";
import { FORM_LIMITS, openZip } from "../../src/xlsx/zip-read.js";
import { writeZip } from "../../src/xlsx/zip-write.js";

export type FormParts = Map<string, Uint8Array>;

/** The parts of a workbook, unpacked. */
export function partsOf(bytes: Uint8Array): FormParts {
  const entries = openZip(bytes, FORM_LIMITS).entries.filter((entry) => !entry.name.endsWith("/"));
  const unpack = ({ method, packed: data }: (typeof entries)[number]): Uint8Array =>
    method === 8 && data.length > 0 ? inflateRawSync(data) : data.slice();
  return new Map(entries.map((entry) => [entry.name, unpack(entry)]));
}

/** The parts as a workbook. */
export function packed(parts: FormParts): Uint8Array {
  return writeZip(
    [...parts].map(([name, data]) => ({ name, data })),
    nodeCodec,
  );
}

/** The workbook with one part edited as text. */
export function edited(bytes: Uint8Array, part: string | RegExp, edit: (xml: string) => string): Uint8Array {
  const parts = partsOf(bytes);
  let found = false;
  for (const [name, data] of parts) {
    if (typeof part === "string" ? name !== part : !part.test(name)) continue;
    found = true;
    parts.set(name, Buffer.from(edit(Buffer.from(data).toString("utf8"))));
  }
  if (!found) throw new Error(`no part ${String(part)}`);
  return packed(parts);
}

/** Name of the part of a sheet of ours: sheets stand in the order of the workbook. */
export function sheetPart(bytes: Uint8Array, sheet: string): string {
  const book = Buffer.from(partsOf(bytes).get("xl/workbook.xml")!).toString("utf8");
  const names = [...book.matchAll(/<sheet [^>]*?name="([^"]*)"/gu)].map((match) => match[1]!.replaceAll("&amp;", "&"));
  const index = names.indexOf(sheet);
  if (index < 0) throw new Error(`no sheet ${sheet} in ${names.join(", ")}`);
  return `xl/worksheets/sheet${String(index + 1)}.xml`;
}

/** The sheet with another content in one cell: `(start)` is `<c r="F14" s="3"`, what is given back is the whole element. */
export function withCell(xml: string, row: number, column: number, make: (start: string) => string): string {
  const at = address(row, column);
  const pattern = new RegExp(`<c r="${at}"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)`, "su");
  if (!pattern.test(xml)) throw new Error(`no cell ${at}`);
  return xml.replace(pattern, (_cell, style: string | undefined) => make(`<c r="${at}"${style ?? ""}`));
}

export const asNumber =
  (written: string) =>
  (start: string): string =>
    `${start}><v>${written}</v></c>`;
export const asText =
  (text: string) =>
  (start: string): string =>
    `${start} t="inlineStr"><is><t xml:space="preserve">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
export const asFormula =
  (formula: string, result: string | null) =>
  (start: string): string =>
    `${start}><f>${formula.replaceAll("&", "&amp;")}</f>${result === null ? "" : `<v>${result}</v>`}</c>`;

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The form with one more sheet: a copy of one of its own, edited, under another name. */
export function withCopiedSheet(
  bytes: Uint8Array,
  sheet: string,
  copy: string,
  edit: (xml: string) => string = (xml) => xml,
): Uint8Array {
  const data = partsOf(bytes).get(sheetPart(bytes, sheet))!;
  const xml = edit(Buffer.from(data).toString("utf8"));
  const related = withRelated(bytes, "rIdCopy", "worksheet", "worksheets/copy.xml", Buffer.from(xml));
  return edited(related, "xl/workbook.xml", (book) =>
    book.replace("</sheets>", () => `<sheet name="${copy}" sheetId="99" r:id="rIdCopy"/></sheets>`),
  );
}

/** The form with a part that the workbook refers to. */
export function withRelated(bytes: Uint8Array, id: string, kind: string, target: string, data: Uint8Array): Uint8Array {
  const added = packed(partsOf(bytes).set(`xl/${target}`, data));
  return edited(added, "xl/_rels/workbook.xml.rels", (xml) =>
    xml.replace(
      "</Relationships>",
      () => `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/></Relationships>`,
    ),
  );
}

/** The form after a blank row was inserted above `row` of a sheet, as Excel does it: cells, merged cells, checks and names move along. */
export function rowInserted(bytes: Uint8Array, sheet: string, row: number): Uint8Array {
  const next = (at: string): string => String(Number(at) + (Number(at) < row ? 0 : 1));
  const shifted = (area: string): string => area.replace(/\d+/gu, next);
  const names = new RegExp(`(?<='${sheet}'!)[$A-Z\\d:]+`, "gu");
  const cells = /(?<=<(?:row|c) r=")[A-Z]*\d+|(?<=(?:sqref|ref)=")[A-Z\d: ]+/gu;
  const named = edited(bytes, /^xl\/(?:workbook|worksheets\/sheet\d+)\.xml$/u, (xml) => xml.replace(names, shifted));
  return edited(named, sheetPart(bytes, sheet), (xml) => xml.replace(cells, shifted));
}
