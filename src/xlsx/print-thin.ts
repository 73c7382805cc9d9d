// What exceljs writes and no program needs, taken out of a package: forms are sent, kept and read by the thousand.
import { strFromU8, strToU8 } from "fflate";

/** Parts of a package by path. */
export type Parts = Map<string, Uint8Array>;

/** Rewrites a part as text. */
export function change(parts: Parts, path: string, edit: (xml: string) => string): void {
  const part = parts.get(path);
  if (part === undefined) throw new Error(`the printed package has no part ${path}`);
  parts.set(path, strToU8(edit(strFromU8(part))));
}

/** Takes repeated checks and looks, escapes, hints about rows, and the theme (our looks name their own fonts and colours) out of a package. */
export function thinOut(parts: Parts): void {
  const looks = withFewerLooks(parts);
  for (const path of parts.keys()) {
    if (path === "xl/sharedStrings.xml") change(parts, path, withPlainQuotes);
    if (/^xl\/worksheets\/sheet\d+\.xml$/u.test(path))
      change(parts, path, (xml) => looks(withPlainQuotes(withFewerChecks(withPlainRows(xml)))));
  }
  withoutTheme(parts);
}

/** Quotation marks need no escape in the text of an element, and formulas are full of them. */
function withPlainQuotes(xml: string): string {
  return xml.replace(/>[^<>]*&(?:quot|apos);[^<>]*</gu, (text) => text.replace(/&quot;/gu, '"').replace(/&apos;/gu, "'"));
}

/** Which columns a row uses and where its letters stand is for every program to find out. */
function withPlainRows(xml: string): string {
  return xml.replace(/<row [^>]*>/gu, (tag) => tag.replace(/ (?:spans|x14ac:dyDescent)="[^"]*"/gu, ""));
}

/** The same check of several areas is written once; exceljs repeats it, prompt and all, for every area. */
function withFewerChecks(xml: string): string {
  return xml.replace(/<dataValidations count="\d+">(.*?)<\/dataValidations>/su, (_, all: string) => {
    const areas = new Map<string, string[]>();
    for (const [element, area] of all.matchAll(/<dataValidation .*?(?: sqref="([^"]*)").*?<\/dataValidation>/gsu)) {
      const check = element.replace(/ sqref="[^"]*"/u, ' sqref=""');
      areas.set(check, [...(areas.get(check) ?? []), area!]);
    }
    const written = [...areas].map(([check, own]) => check.replace(' sqref=""', () => ` sqref="${own.join(" ")}"`));
    return `<dataValidations count="${String(written.length)}">${written.join("")}</dataValidations>`;
  });
}

/** Each look that a condition lays over cells is written once; returns what makes the sheets refer to the looks that are left. */
function withFewerLooks(parts: Parts): (sheet: string) => string {
  const looks = new Map<string, number>();
  const numbers: number[] = [];
  change(parts, "xl/styles.xml", (xml) =>
    xml.replace(/<dxfs count="\d+">(.*?)<\/dxfs>/su, (_, all: string) => {
      for (const [look] of all.matchAll(/<dxf>.*?<\/dxf>/gsu)) {
        if (!looks.has(look)) looks.set(look, looks.size);
        numbers.push(looks.get(look)!);
      }
      return `<dxfs count="${String(looks.size)}">${[...looks.keys()].join("")}</dxfs>`;
    }),
  );
  return (sheet) => sheet.replace(/ dxfId="(\d+)"/gu, (_, number: string) => ` dxfId="${String(numbers[Number(number)])}"`);
}

function withoutTheme(parts: Parts): void {
  if (!parts.delete("xl/theme/theme1.xml")) return;
  change(parts, "[Content_Types].xml", (xml) => xml.replace(/<Override PartName="\/xl\/theme\/theme1\.xml"[^>]*\/>/u, ""));
  change(parts, "xl/_rels/workbook.xml.rels", (xml) =>
    xml.replace(/<Relationship [^>]*Target="theme\/theme1\.xml"[^>]*\/>/u, ""),
  );
}
