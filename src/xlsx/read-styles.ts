// Number format of each cell style: the only thing about styles that a reader of figures needs.
import { XmlScanner } from "./xml.js";
import { skipKnown } from "./xml-known.js";
import { COMPATIBILITY } from "./xml-names.js";
import type { PartText } from "./xml-text.js";

/** Format codes that a file names only by number (ECMA-376 part 1, 18.8.30); 14 and 22 follow the reader's locale in Excel. */
const BUILT_IN = new Map<number, string>([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "mm-dd-yy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yy h:mm"],
  [37, "#,##0 ;(#,##0)"],
  [38, "#,##0 ;[Red](#,##0)"],
  [39, "#,##0.00;(#,##0.00)"],
  [40, "#,##0.00;[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mmss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);
/** Dates and times that East Asian editions of Excel name by number. */
const EAST_ASIAN_DATES = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

/** Format code by style index of a cell; null for general. */
export type CellFormats = readonly (string | null)[];

/** Reads number formats and cell styles. Throws a content fault when the part is not well formed. */
export function readStyles(source: PartText): CellFormats {
  const scanner = new XmlScanner(source);
  const custom = new Map<number, string>();
  const ids: number[] = [];
  while (scanner.next() === "text");
  if (!scanner.isMain("styleSheet")) scanner.malformed();
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    if (scanner.isMain("numFmts")) eachChild(scanner, "numFmt", () => takeFormat(scanner, custom));
    else if (scanner.isMain("cellXfs")) eachChild(scanner, "xf", () => ids.push(Number(scanner.attribute("numFmtId") ?? 0)));
    else scanner.skip();
  }
  return ids.map((id) => formatCode(id, custom));
}

function eachChild(scanner: XmlScanner, local: string, take: () => void): void {
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    if (scanner.namespace === COMPATIBILITY && scanner.local === "AlternateContent") fallback(scanner, local, take);
    else {
      if (scanner.isMain(local)) take();
      skipKnown(scanner, local, "extLst");
    }
  }
}

/** Of several contents the one for programs that know no other vocabulary (ECMA-376 part 3, 7.5): each counts once. */
function fallback(scanner: XmlScanner, local: string, take: () => void): void {
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    if (scanner.local === "Fallback") eachChild(scanner, local, take);
    else scanner.skip();
  }
}

function takeFormat(scanner: XmlScanner, custom: Map<number, string>): void {
  const code = scanner.attribute("formatCode");
  if (code !== null) custom.set(Number(scanner.attribute("numFmtId")), code);
}

function formatCode(id: number, custom: ReadonlyMap<number, string>): string | null {
  const code = custom.get(id) ?? BUILT_IN.get(id) ?? (EAST_ASIAN_DATES.includes(id) ? "yyyy/mm/dd" : null);
  return code === null || code.toLowerCase() === "general" ? null : code;
}
