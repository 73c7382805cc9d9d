// Every fault that a returned form may have, made from a sound one, with the outcomes that are allowed.
import { deflateRawSync } from "node:zlib";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { joinParts, writeZip } from "../../src/xlsx/zip-write.js";
import { FORM_LIMITS, openZip } from "../../src/xlsx/zip-read.js";
import { DRIFTED } from "./drift-faults.js";
import type { Fault, Victim } from "./fault.js";
import { ACCEPTED, ANY, KEPT_OUT, REJECTED, sheet, typed } from "./fault.js";
import { OFFICE } from "./office-faults.js";
import { asFormula, asNumber, asText, edited, packed, partsOf, sheetPart } from "../helpers/edit-form.js";

const MEGABYTE = 1048576;

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const strings = "xl/sharedStrings.xml";
const book = "xl/workbook.xml";

function flipped(bytes: Uint8Array, part: number): Uint8Array {
  const copy = bytes.slice();
  const at = Math.floor(copy.length * part);
  copy[at] = copy[at]! ^ 4;
  return copy;
}

/** The form with raw entries changed. */
function entries(bytes: Uint8Array, change: (list: ReturnType<typeof openZip>["entries"][number][]) => void): Uint8Array {
  const list = [...openZip(bytes, FORM_LIMITS).entries];
  change(list);
  return joinParts(list);
}

const part = (bytes: Uint8Array, name: string, data: Uint8Array): Uint8Array => packed(partsOf(bytes).set(name, data));
const without = (bytes: Uint8Array, name: string): Uint8Array => {
  const parts = partsOf(bytes);
  parts.delete(name);
  return packed(parts);
};

const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
const EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const doctype =
  (type: string) =>
  (xml: string): string =>
    xml.replace("?>", `?>${type}`);
const utf16 = (xml: string): Uint8Array =>
  Buffer.from(`\ufeff${xml.replace(/encoding="[^"]*"/u, 'encoding="UTF-16"')}`, "utf16le");

const CONTAINER: readonly Fault[] = [
  { name: "an empty file", make: () => new Uint8Array(0), allowed: REJECTED, code: /^file\/empty/u },
  { name: "plain text", make: () => text("xin chào, báo cáo ở trang sau"), allowed: REJECTED },
  { name: "a PDF", make: () => text(`%PDF-1.7\n${"x".repeat(3000)}`), allowed: REJECTED, code: /wrong-format/u },
  { name: "a web page", make: () => text("<!DOCTYPE html><html><body><table></table></body></html>"), allowed: REJECTED },
  { name: "a CSV", make: () => text("ma,ten,so\n1,a,3\n2,b,4\n"), allowed: REJECTED },
  {
    name: "a Word document",
    make: () =>
      writeZip(
        [
          { name: "[Content_Types].xml", data: text("<Types/>") },
          { name: "word/document.xml", data: text("<w/>") },
        ],
        nodeCodec,
      ),
    allowed: REJECTED,
  },
  {
    name: "an encrypted workbook",
    make: () =>
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2040), Buffer.from("EncryptedPackage", "utf16le")]),
    allowed: REJECTED,
  },
  ...[0.02, 0.3, 0.66, 0.9, 0.999].map((share): Fault => ({
    name: `a form cut at ${String(share)}`,
    make: ({ bytes }) => bytes.slice(0, Math.floor(bytes.length * share)),
    allowed: REJECTED,
  })),
  ...[0.05, 0.25, 0.5, 0.7].map((share): Fault => ({
    name: `one flipped bit at ${String(share)}`,
    make: ({ bytes }) => flipped(bytes, share),
    allowed: ANY,
  })),
  {
    name: "a stored entry with an edited digit and the old checksum",
    make: (victim) => {
      const name = sheetPart(victim.bytes, victim.input.sheet);
      return entries(victim.bytes, (list) => {
        const at = list.findIndex((entry) => entry.name === name);
        const data = partsOf(victim.bytes).get(name)!.slice();
        const digit = Buffer.from(data).lastIndexOf(`<v>${String(victim.value)}</v>`) + 3;
        data[digit] = data[digit] === 57 ? 56 : data[digit]! + 1;
        list[at] = { ...list[at]!, method: 0, packed: data, size: data.length };
      });
    },
    allowed: REJECTED,
    code: /^zip\//u,
  },
  {
    name: "two entries of one name",
    make: ({ bytes }) => entries(bytes, (list) => list.push(list[0]!)),
    allowed: REJECTED,
    code: /^zip\//u,
  },
  {
    name: "a deflate entry without data",
    make: (victim) => entries(victim.bytes, (list) => (list[3] = { ...list[3]!, method: 8, packed: new Uint8Array(0) })),
    allowed: REJECTED,
  },
  {
    name: "eighty megabytes of spaces",
    make: ({ bytes }) =>
      entries(bytes, (list) => {
        const data = Buffer.alloc(80 * MEGABYTE, 32);
        list.push({
          ...list[0]!,
          name: "xl/x.xml",
          nameBytes: text("xl/x.xml"),
          method: 8,
          crc: nodeCodec.crc32(data),
          size: data.length,
          packed: deflateRawSync(data),
        });
      }),
    allowed: REJECTED,
    code: /^zip\//u,
  },
  { name: "entities in UTF-8", make: (v) => sheet(v, doctype(LAUGHS)), allowed: REJECTED, code: /doctype/u },
  { name: "an external entity in UTF-8", make: (v) => sheet(v, doctype(EXTERNAL)), allowed: REJECTED, code: /doctype/u },
  {
    name: "an external entity in UTF-16",
    make: (v) => {
      const name = sheetPart(v.bytes, v.input.sheet);
      return part(v.bytes, name, utf16(doctype(EXTERNAL)(Buffer.from(partsOf(v.bytes).get(name)!).toString("utf8"))));
    },
    allowed: REJECTED,
    code: /doctype/u,
  },
  {
    name: "entities in UTF-16",
    make: (v) => {
      const name = sheetPart(v.bytes, v.input.sheet);
      return part(v.bytes, name, utf16(doctype(LAUGHS)(Buffer.from(partsOf(v.bytes).get(name)!).toString("utf8"))));
    },
    allowed: REJECTED,
    code: /doctype/u,
  },
  {
    name: "the sheet in UTF-16",
    make: (v) => {
      const name = sheetPart(v.bytes, v.input.sheet);
      return part(v.bytes, name, utf16(Buffer.from(partsOf(v.bytes).get(name)!).toString("utf8")));
    },
    allowed: ACCEPTED,
  },
  {
    name: "a zip with the form in it under the name of a form",
    make: ({ bytes }) => writeZip([{ name: "bao-cao.xlsx", data: bytes }], nodeCodec),
    allowed: ACCEPTED,
  },
  {
    name: "a zip in a zip",
    make: ({ bytes }) => writeZip([{ name: "x.zip", data: writeZip([{ name: "a.xlsx", data: bytes }], nodeCodec) }], nodeCodec),
    allowed: REJECTED,
    code: /nested/u,
  },
];

/** Every element of the sheet with the prefix `x:`, as some programs write. */
function prefixed(xml: string): string {
  return xml
    .replace(/<(\/?)([a-zA-Z]\w*)(?=[\s/>])/gu, "<$1x:$2")
    .replace(
      ' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
      ' xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    );
}

const STRUCTURE: readonly Fault[] = [
  { name: "elements with a prefix", make: (v) => sheet(v, prefixed), allowed: ACCEPTED },
  {
    name: "the strict vocabulary",
    make: (v) =>
      sheet(v, (xml) =>
        xml.replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
      ),
    allowed: ACCEPTED,
  },
  {
    name: "a row commented out",
    make: (v) =>
      sheet(v, (xml) => xml.replace(new RegExp(`<row r="${String(v.input.row)}".*?</row>`, "su"), (row) => `<!--${row}-->`)),
    allowed: REJECTED,
  },
  { name: "a figure in CDATA", make: (v) => typed(v, asNumber(`<![CDATA[${String(v.value)}]]>`)), allowed: ACCEPTED },
  {
    name: "a figure and a comment with another one",
    make: (v) => typed(v, asNumber(`<!--9-->${String(v.value)}`)),
    allowed: ANY,
  },
  { name: "the table of strings missing", make: ({ bytes }) => without(bytes, strings), allowed: REJECTED },
  {
    name: "an index beyond the strings",
    make: (v) => typed(v, (start) => `${start} t="s"><v>999999</v></c>`),
    allowed: REJECTED,
  },
  {
    name: "the sheet's part missing",
    make: (v) => without(v.bytes, sheetPart(v.bytes, v.input.sheet)),
    allowed: REJECTED,
    code: /missing-part/u,
  },
  {
    name: "cells without addresses",
    make: (v) => sheet(v, (xml) => xml.replace(/<row r="1".*?<\/row>/su, (row) => row.replace(/<c r="[A-Z]+1"/gu, "<c"))),
    allowed: ANY,
  },
  {
    name: "rows out of order",
    make: (v) => sheet(v, (xml) => xml.replace(/(<row r="\d+".*?<\/row>)(<row r="\d+".*?<\/row>)/su, "$2$1")),
    allowed: ACCEPTED,
  },
  {
    name: "one cell twice",
    make: (v) => typed(v, (start) => asNumber(String(v.value))(start) + asNumber(String(v.value + 1))(start)),
    allowed: REJECTED,
    code: /duplicate/u,
  },
  {
    name: "a cell beyond the sheet",
    make: (v) =>
      sheet(v, (xml) => xml.replace("</sheetData>", '<row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>')),
    allowed: REJECTED,
  },
  {
    name: "a cell in the column after the last",
    make: (v) => sheet(v, (xml) => xml.replace("</sheetData>", '<row r="1000"><c r="XFE1000"><v>1</v></c></row></sheetData>')),
    allowed: REJECTED,
    code: /out-of-range/u,
  },
  {
    name: "cells merged over the whole sheet",
    make: (v) => sheet(v, (xml) => xml.replace(/<mergeCell ref="[^"]*"/u, '<mergeCell ref="A1:XFD1048576"')),
    allowed: ACCEPTED,
  },
  {
    name: "no addresses in the row of a figure",
    make: (v) =>
      sheet(v, (xml) =>
        xml.replace(new RegExp(`<row r="${String(v.input.row)}".*?</row>`, "su"), (row) =>
          row.replace(/<c r="[A-Z]+\d+"/gu, "<c"),
        ),
      ),
    allowed: ANY,
  },
  {
    name: "a check over the whole sheet",
    make: (v) => sheet(v, (xml) => xml.replace(/sqref="[^"]*"/u, 'sqref="A1:XFD1048576"')),
    allowed: ACCEPTED,
  },
  {
    name: "fifty thousand names",
    make: ({ bytes }) =>
      edited(bytes, book, (xml) =>
        xml.replace(
          "</definedNames>",
          () =>
            `${Array.from({ length: 50_000 }, (_, i) => `<definedName name="x_${String(i)}">'Báo cáo'!$A$1</definedName>`).join("")}</definedNames>`,
        ),
      ),
    allowed: ANY,
  },
  {
    name: "a million styled rows without cells",
    make: (v) =>
      sheet(v, (xml) => {
        const last = Number([...xml.matchAll(/<row r="(\d+)"/gu)].at(-1)![1]);
        const rows = Array.from({ length: 1_048_576 - last }, (_, i) => `<row r="${String(last + 1 + i)}" s="1"/>`);
        return xml.replace("</sheetData>", () => `${rows.join("")}</sheetData>`);
      }),
    allowed: ANY,
  },
  {
    name: "a sheet named __proto__",
    make: (v) => edited(v.bytes, book, (xml) => xml.replace(/<sheet ([^>]*)name="Hướng dẫn"/u, '<sheet $1name="__proto__"')),
    allowed: ANY,
  },
];

const VALUES: readonly Fault[] = [
  ...["NaN", "1E400", "1,5", "0x10", "--3", "1 2", "Infinity"].map((written): Fault => ({
    name: `<v>${written}</v> in a figure`,
    make: (v) => typed(v, asNumber(written)),
    allowed: REJECTED,
  })),
  ...["-5", "12.5", "1234567890123456", "1e15", "-0.5"].map((written): Fault => ({
    name: `the figure ${written}`,
    make: (v) => typed(v, asNumber(written)),
    allowed: KEPT_OUT,
  })),
  ...["12 tr", "5 tỷ", "12O", "mười hai", "12 người", "1.2.3", "12/3", "≈12"].map((written): Fault => ({
    name: `“${written}” in a figure`,
    make: (v) => typed(v, asText(written)),
    allowed: KEPT_OUT,
  })),
  ...["-", "không", "x", "", "   "].map((written): Fault => ({
    name: `“${written}” in a figure that must be given`,
    make: (v) => typed(v, asText(written)),
    allowed: ANY,
    counts: () => [null],
  })),
  { name: "a figure left blank", make: (v) => typed(v, (start) => `${start}/>`), allowed: KEPT_OUT },
  { name: "the same figure as text with spaces", make: (v) => typed(v, asText(`  ${String(v.value)}\u00a0`)), allowed: ACCEPTED },
  { name: "the same figure with a decimal comma", make: (v) => typed(v, asText(`${String(v.value)},0`)), allowed: ANY },
  {
    name: "the same figure in full-width digits",
    make: (v) => typed(v, asText([...String(v.value)].map((d) => String.fromCharCode(0xff10 + Number(d))).join(""))),
    allowed: ANY,
  },
  { name: "1.234.567 as text", make: (v) => typed(v, asText("1.234.567")), allowed: ANY, counts: () => [1234567] },
  { name: "1.234 as text in a whole figure", make: (v) => typed(v, asText("1.234")), allowed: ANY, counts: () => [1234] },
  { name: "(1.234) as text", make: (v) => typed(v, asText("(1.234)")), allowed: KEPT_OUT },
  { name: "95,5% as text", make: (v) => typed(v, asText("95,5%")), allowed: KEPT_OUT },
  { name: "an error in a figure", make: (v) => typed(v, (start) => `${start} t="e"><v>#DIV/0!</v></c>`), allowed: KEPT_OUT },
  { name: "TRUE in a figure", make: (v) => typed(v, (start) => `${start} t="b"><v>1</v></c>`), allowed: KEPT_OUT },
  {
    name: "a formula with its result in a figure",
    make: (v) => typed(v, asFormula(`${String(v.value)}*1`, String(v.value))),
    allowed: ANY,
  },
  { name: "a formula without a result in a figure", make: (v) => typed(v, asFormula("1+1", null)), allowed: KEPT_OUT },
  { name: "a formula that starts a program", make: (v) => typed(v, asText("=cmd|'/c calc'!A1")), allowed: KEPT_OUT },
  { name: "a text of forty thousand characters", make: (v) => typed(v, asText("x".repeat(40_000))), allowed: KEPT_OUT },
];

const hidden =
  (edit: (xml: string, unit: string) => string) =>
  ({ bytes, unit }: Victim): Uint8Array =>
    edited(bytes, sheetPart(bytes, "_tonghop"), (xml) => edit(xml, unit));

const DRIFT: readonly Fault[] = [
  {
    name: "the hidden sheet lost",
    make: (v) => edited(v.bytes, book, (xml) => xml.replace(/<sheet [^>]*name="_tonghop"[^>]*\/>/u, "")),
    allowed: REJECTED,
  },
  {
    name: "the hidden sheet merely hidden",
    make: (v) => edited(v.bytes, book, (xml) => xml.replace("veryHidden", "hidden")),
    allowed: ACCEPTED,
  },
  {
    name: "the unit's code changed to one that is not listed",
    make: hidden((xml, unit) => xml.replaceAll(unit, "DV9999")),
    allowed: ANY,
    code: /./u,
  },
  {
    name: "the sheet renamed",
    make: (v) => edited(v.bytes, book, (xml) => xml.replaceAll(v.input.sheet, "Sheet1 (2)")),
    allowed: ANY,
  },
  {
    name: "sheets hidden",
    make: (v) => edited(v.bytes, book, (xml) => xml.replace(/(name="Tự kiểm tra"[^>]*?state=)"visible"/u, '$1"hidden"')),
    allowed: ACCEPTED,
  },
  {
    name: "defined names lost",
    make: (v) => edited(v.bytes, book, (xml) => xml.replace(/<definedNames>.*<\/definedNames>/su, "")),
    allowed: ACCEPTED,
  },
  {
    name: "texts in decomposed Unicode",
    make: ({ bytes }) => edited(bytes, strings, (xml) => xml.normalize("NFD")),
    allowed: ACCEPTED,
  },
  { name: "Đ written as Ð", make: ({ bytes }) => edited(bytes, strings, (xml) => xml.replaceAll("Đ", "\u00d0")), allowed: ANY },
  {
    name: "hòa written as hoà",
    make: ({ bytes }) => edited(bytes, strings, (xml) => xml.replaceAll("òa", "oà").replaceAll("ủy", "uỷ")),
    allowed: ANY,
  },
  {
    name: "a note and figures beside the form",
    make: (v) => sheet(v, (xml) => xml.replace("</sheetData>", '<row r="900"><c r="Z900"><v>12</v></c></row></sheetData>')),
    allowed: ["accepted-with-warnings"],
  },
  { name: "the form of another unit, copied over this one's", make: ({ other }) => other, allowed: ANY, code: /./u },
  {
    name: "dates counted from 1904",
    make: (v) =>
      edited(v.bytes, book, (xml) =>
        /<workbookPr/u.test(xml)
          ? xml.replace("<workbookPr", '<workbookPr date1904="1"')
          : xml.replace("<bookViews", '<workbookPr date1904="1"/><bookViews'),
      ),
    allowed: ["accepted-with-warnings", ...KEPT_OUT],
    days: 1462,
  },
];

export const FAULTS: readonly Fault[] = [...CONTAINER, ...STRUCTURE, ...VALUES, ...DRIFT, ...DRIFTED, ...OFFICE];
