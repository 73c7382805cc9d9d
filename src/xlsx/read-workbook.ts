// Bytes of an .xlsx or .xlsm file → WorkbookCells. Strict: what two programs could read in two ways is refused, never guessed.
import type { Cell, SheetCells, WorkbookCells } from "../core/cells.js";
import { finding, type Finding } from "../core/finding.js";
import type { Codec } from "./codec.js";
import { attempt, fail } from "./fault.js";
import { fileFormat } from "./format.js";
import { bookNames, readBook, type BookPart, type BookSheet } from "./read-book.js";
import type { BookContext } from "./read-cell.js";
import { openPackage, type Package, type Relationship } from "./read-package.js";
import { readProperties } from "./read-properties.js";
import { readSheet } from "./read-sheet.js";
import { readStrings } from "./read-strings.js";
import { readStyles } from "./read-styles.js";
import { formatFinding } from "./format-finding.js";
import { openZip, WORKBOOK_LIMITS } from "./zip-read.js";

export type WorkbookReading =
  | { readonly workbook: WorkbookCells; /** Notes and warnings. */ readonly findings: readonly Finding[] }
  | { readonly workbook: null; /** At least one error. */ readonly findings: readonly Finding[] };

/**
 * Reads a workbook with every check of size, checksum, XML and cell on. Never throws for what a file contains.
 * A file that is no .xlsx is refused by its real format, whatever its name.
 */
export function readWorkbook(bytes: Uint8Array, codec: Codec): WorkbookReading {
  return reading(bytes, codec, null);
}

/**
 * The same for large workbooks: each sheet is shown to `visit` and then forgotten, so that only one is in memory.
 * @returns the workbook with sheets that have no cells
 */
export function visitWorkbook(bytes: Uint8Array, codec: Codec, visit: (sheet: SheetCells) => void): WorkbookReading {
  return reading(bytes, codec, visit);
}

type Visit = ((sheet: SheetCells) => void) | null;

function reading(bytes: Uint8Array, codec: Codec, visit: Visit): WorkbookReading {
  const findings: Finding[] = [];
  const reading = attempt(() => readBytes(bytes, codec, findings, visit));
  if ("fault" in reading) return { workbook: null, findings: [...findings, reading.fault] };
  const failed = findings.some((one) => one.severity === "error");
  return failed ? { workbook: null, findings } : { workbook: reading.value, findings };
}

function readBytes(bytes: Uint8Array, codec: Codec, findings: Finding[], visit: Visit): WorkbookCells {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuseFormat(bytes);
  const zip = openZip(bytes, WORKBOOK_LIMITS);
  if (zip.padding > 0) findings.push(finding("zip/padding", "note", { found: zip.padding }));
  const pack = openPackage(zip, codec);
  const root = pack.relationships("");
  const main = ofKind(root, "officeDocument")?.target ?? "xl/workbook.xml";
  if (!pack.has(main) || (main !== "xl/workbook.xml" && fileFormat(bytes) !== "xlsx")) refuseFormat(bytes);
  const workbook = readParts(pack, main, root, findings, visit);
  pack.verifyRest();
  return workbook;
}

/** Refuses by what the file really is. */
function refuseFormat(bytes: Uint8Array): never {
  const format = fileFormat(bytes);
  if (format === "xlsx") return fail("file/missing-part", { data: { part: "xl/workbook.xml" } });
  return fail(...formatFinding(format));
}

function readParts(
  pack: Package,
  main: string,
  root: ReadonlyMap<string, Relationship>,
  findings: Finding[],
  visit: Visit,
): WorkbookCells {
  const book = readBook(pack.text(main), main);
  if (book.sheets.length === 0) fail("file/no-sheets");
  const relations = pack.relationships(main);
  const context = bookContext(pack, relations, book, findings);
  return {
    sheets: readSheets(pack, book, relations, context, visit),
    ...bookNames(book),
    date1904: book.date1904,
    externalLinks: externalLinks(pack, relations),
    ...readProperties(
      pack,
      ofKind(root, "core-properties")?.target,
      ofKind(root, "extended-properties", "extendedProperties")?.target,
    ),
  };
}

function bookContext(
  pack: Package,
  relations: ReadonlyMap<string, Relationship>,
  book: BookPart,
  findings: Finding[],
): BookContext {
  const strings = ofKind(relations, "sharedStrings")?.target;
  const styles = ofKind(relations, "styles")?.target;
  return {
    strings: strings !== undefined && pack.has(strings) ? readStrings(pack.text(strings), strings) : null,
    formats: styles !== undefined && pack.has(styles) ? readStyles(pack.text(styles), styles) : [],
    date1904: book.date1904,
    findings,
    count: 0,
  };
}

const NO_CELLS: ReadonlyMap<number, Cell> = new Map();

function readSheets(
  pack: Package,
  book: BookPart,
  relations: ReadonlyMap<string, Relationship>,
  context: BookContext,
  visit: Visit,
): readonly SheetCells[] {
  const names = new Set<string>();
  return book.sheets.map((sheet) => {
    const key = sheet.name.normalize("NFC").toLowerCase();
    if (names.has(key)) fail("file/duplicate-sheet", { sheet: sheet.name });
    names.add(key);
    const { name, visibility } = sheet;
    const cells = sheetCells(pack, sheet, relations.get(sheet.relation), context);
    visit?.({ name, visibility, cells });
    return { name, visibility, cells: visit === null ? cells : NO_CELLS };
  });
}

/** Cells of a worksheet; chart and dialog sheets have none. */
function sheetCells(
  pack: Package,
  sheet: BookSheet,
  relation: Relationship | undefined,
  context: BookContext,
): ReadonlyMap<number, Cell> {
  if (relation === undefined || relation.external || !pack.has(relation.target)) {
    return fail("file/missing-part", { sheet: sheet.name, data: { part: relation?.target ?? sheet.relation } });
  }
  if (relation.kind !== "worksheet") return new Map();
  return readSheet(pack.text(relation.target), relation.target, sheet.name, context);
}

function externalLinks(pack: Package, relations: ReadonlyMap<string, Relationship>): readonly string[] {
  const links: string[] = [];
  for (const { kind, target, external } of relations.values()) {
    if (kind !== "externalLink") continue;
    if (external) links.push(target);
    else for (const inner of pack.relationships(target).values()) if (inner.external) links.push(inner.target);
  }
  return links;
}

function ofKind(relations: ReadonlyMap<string, Relationship>, ...kinds: readonly string[]): Relationship | undefined {
  for (const relation of relations.values()) if (kinds.includes(relation.kind) && !relation.external) return relation;
  return undefined;
}
