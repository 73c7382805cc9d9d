// Bytes of an .xlsx or .xlsm file → WorkbookCells. Strict: what two programs could read in two ways is refused, never guessed.
import type { Cell, SheetCells, WorkbookCells } from "../core/cells.js";
import { finding, type Finding } from "../core/finding.js";
import type { Codec } from "./codec.js";
import { attempt, fail } from "./fault.js";
import { fileFormat } from "./format.js";
import { bookNames, readBook, type BookPart, type BookSheet } from "./read-book.js";
import { type BookContext, type CellTaker, countCells } from "./read-cell.js";
import { openPackage, type Package, type Relationship } from "./read-package.js";
import { readProperties } from "./read-properties.js";
import { readSheet } from "./read-sheet.js";
import { readStrings } from "./read-strings.js";
import { type CellFormats, readStyles } from "./read-styles.js";
import { NO_MEMORY, type PartMemory } from "./part-memory.js";
import { formatFinding } from "./format-finding.js";
import { FORM_LIMITS, openZip, OWN_LIMITS, type ReadingLimits } from "./zip-read.js";

export type WorkbookReading =
  | { readonly workbook: WorkbookCells; /** Notes and warnings. */ readonly findings: readonly Finding[] }
  | { readonly workbook: null; /** At least one error. */ readonly findings: readonly Finding[] };

/**
 * Reads a workbook with every check of size, checksum, XML and cell on. Never throws for what a file contains.
 * A file that is no .xlsx is refused by its real format, whatever its name.
 * @param memory lent to the workbooks of one batch; the result is the same with and without
 */
export function readWorkbook(bytes: Uint8Array, codec: Codec, memory: PartMemory = NO_MEMORY): WorkbookReading {
  return reading(bytes, { codec, memory, limits: FORM_LIMITS, visit: null });
}

/** The same for a workbook that we made for an office, which may hold a whole country: see `OWN_LIMITS`. */
export function readOwnWorkbook(bytes: Uint8Array, codec: Codec): WorkbookReading {
  return reading(bytes, { codec, memory: NO_MEMORY, limits: OWN_LIMITS, visit: null });
}

/** Whoever reads a workbook without keeping it. */
export interface Visitor {
  /** Takes the cells of a sheet; asked a second time when they stand out of order. */
  readonly taker: (sheet: string) => CellTaker;
  /** The bytes of the part of a sheet that are to be read. */
  readonly cut: (sheet: string, bytes: Uint8Array) => Uint8Array;
}

/**
 * The same without keeping anything: the cells of each sheet are given to what the visitor makes for it, and not kept.
 * @returns the workbook with sheets that have no cells
 */
export function visitWorkbook(bytes: Uint8Array, codec: Codec, visit: Visitor): WorkbookReading {
  return reading(bytes, { codec, memory: NO_MEMORY, limits: OWN_LIMITS, visit });
}

type Visit = Visitor | null;

interface Manner {
  readonly codec: Codec;
  readonly memory: PartMemory;
  readonly limits: ReadingLimits;
  readonly visit: Visit;
}

function reading(bytes: Uint8Array, manner: Manner): WorkbookReading {
  const findings: Finding[] = [];
  const reading = attempt(() => readBytes(bytes, openPackageOf(bytes, manner, findings), findings, manner));
  if ("fault" in reading) return { workbook: null, findings: [...findings, reading.fault] };
  const failed = findings.some((one) => one.severity === "error");
  return failed ? { workbook: null, findings } : { workbook: reading.value, findings };
}

function openPackageOf(bytes: Uint8Array, { codec, memory, limits }: Manner, findings: Finding[]): Package {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuseFormat(bytes);
  const zip = openZip(bytes, limits);
  if (zip.padding > 0) findings.push(finding("zip/padding", "note", { found: zip.padding }));
  return openPackage(zip, codec, memory);
}

function readBytes(bytes: Uint8Array, pack: Package, findings: Finding[], manner: Manner): WorkbookCells {
  const root = pack.relationships("");
  const main = ofKind(root, "officeDocument")?.target ?? "xl/workbook.xml";
  if (!pack.has(main) || (main !== "xl/workbook.xml" && fileFormat(bytes) !== "xlsx")) refuseFormat(bytes);
  const workbook = readParts(pack, main, root, findings, manner);
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
  { visit, limits }: Manner,
): WorkbookCells {
  const { book, names } = pack.made(main, "book", () => {
    const read = readBook(pack.text(main), main);
    return { book: read, names: bookNames(read) };
  });
  if (book.sheets.length === 0) fail("file/no-sheets");
  const relations = pack.relationships(main);
  const context = bookContext(pack, relations, book, findings, limits.cells);
  return {
    sheets: readSheets(pack, book, relations, context, visit),
    ...names,
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
  mostCells: number,
): BookContext {
  const strings = ofKind(relations, "sharedStrings")?.target;
  const styles = ofKind(relations, "styles")?.target;
  return {
    strings:
      strings !== undefined && pack.has(strings)
        ? pack.made(strings, "strings", () => readStrings(pack.text(strings), strings))
        : null,
    formats:
      styles !== undefined && pack.has(styles) ? pack.made(styles, "styles", () => readStyles(pack.source(styles))) : NO_FORMATS,
    date1904: book.date1904,
    findings,
    count: 0,
    mostCells,
    used: [],
  };
}

const NO_FORMATS: CellFormats = [];
const NO_CELLS: ReadonlyMap<number, Cell> = new Map();
/** Kinds of sheets that hold no figures. */
const CELLLESS: readonly string[] = ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"];

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
    if (sheet.relation === "" && !unlinked(book, relations)) return { name, visibility, cells: NO_CELLS };
    return { name, visibility, cells: sheetCells(pack, sheet, relations.get(sheet.relation), context, visit) };
  });
}

/** True when the file has a worksheet that belongs to no sheet: one without a part may then be more than a sheet of old macros. */
function unlinked({ sheets }: BookPart, relations: ReadonlyMap<string, Relationship>): boolean {
  const linked = new Set(sheets.map(({ relation }) => relation));
  return [...relations].some(([id, { kind }]) => kind === "worksheet" && !linked.has(id));
}

/** Cells of a worksheet; sheets of charts, dialogs and macros have none. */
function sheetCells(
  pack: Package,
  sheet: BookSheet,
  relation: Relationship | undefined,
  context: BookContext,
  visit: Visit,
): ReadonlyMap<number, Cell> {
  if (relation === undefined || relation.external || !pack.has(relation.target)) {
    return fail("file/missing-part", { sheet: sheet.name, data: { part: relation?.target ?? (sheet.relation || sheet.name) } });
  }
  if (CELLLESS.includes(relation.kind)) return NO_CELLS;
  if (relation.kind !== "worksheet") fail("xml/malformed", { sheet: sheet.name, data: { part: relation.target } });
  if (visit !== null) {
    context.used = [];
    const source = pack.source(relation.target, (bytes) => visit.cut(sheet.name, bytes));
    readSheet(source, sheet.name, context, () => visit.taker(sheet.name));
    return NO_CELLS;
  }
  const { findings, count } = context;
  const before = findings.length;
  const used: number[] = [];
  context.used = used;
  const { cells } = pack.made<ReadSheet>(
    relation.target,
    "sheet",
    () => ({ cells: readSheet(pack.source(relation.target), sheet.name, context), used, meaning: meaningOf(context) }),
    { keep: () => findings.length === before, fits: (earlier) => readsTheSame(earlier, context) },
  );
  countCells(context, count + cells.size, sheet.name);
  return cells;
}

/** What the cells of a sheet depend on apart from its own bytes. */
type Meaning = Pick<BookContext, "strings" | "formats" | "date1904">;

function meaningOf({ strings, formats, date1904 }: Meaning): Meaning {
  return { strings, formats, date1904 };
}

/** A sheet as it was read in an earlier workbook. */
interface ReadSheet {
  readonly cells: ReadonlyMap<number, Cell>;
  /** Indexes of the shared strings that it used. */
  readonly used: readonly number[];
  readonly meaning: Meaning;
}

/** True when looks and dates mean the same in this workbook, and the strings that the sheet used have the same words. */
function readsTheSame({ used, meaning }: ReadSheet, { strings, formats, date1904 }: Meaning): boolean {
  if (formats !== meaning.formats || date1904 !== meaning.date1904) return false;
  return strings === meaning.strings || used.every((index) => strings?.[index]?.text === meaning.strings?.[index]?.text);
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
