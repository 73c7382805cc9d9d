// One form printed once → the forms of all units: only the cells that differ are written anew, everything else is copied as packed.
import type { Codec } from "./codec.js";
import { openPackage, type Package } from "./read-package.js";
import { readBook } from "./read-book.js";
import { cutSheet, type SheetCut } from "./stamp-cut.js";
import { escapeCellText } from "./xml-text.js";
import { FORM_LIMITS, openZip } from "./zip-read.js";
import { joinParts, packPart, type PackedPart } from "./zip-write.js";

/** A cell whose content differs between copies; row and column count from 1. */
export interface StampPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Text is written as text, a number as a number; null leaves the cell empty but formatted. */
export type StampValue = string | number | null;

export interface StampOptions {
  /** Leaves the stored results of formulas out of every sheet, so that no program shows an outdated one. */
  readonly dropResults?: boolean;
  /** Sheets whose footer is stamped too; their words come after the values of the places. */
  readonly footers?: readonly string[];
}

/** A template taken apart once. */
export interface StampPlan {
  readonly parts: readonly (PackedPart | StampedPart)[];
  readonly places: number;
  readonly codec: Codec;
}

interface StampedPart {
  readonly nameBytes: Uint8Array;
  readonly cut: SheetCut;
}

const LONGEST_TEXT = 32767;

/**
 * Takes a workbook of ours apart at the given cells. A cell or row that the sheet lacks is put in.
 * Throws when the template is unsound, a sheet or footer is missing, or a place holds the first cell of a shared formula: faults of ours.
 */
export function prepareStamp(
  template: Uint8Array,
  places: readonly StampPlace[],
  codec: Codec,
  options: StampOptions = {},
): StampPlan {
  const zip = openZip(template, FORM_LIMITS);
  const pack = openPackage(zip, codec);
  const sheets = sheetParts(pack);
  const cuts = new Map<string, SheetCut>();
  const footers = options.footers ?? [];
  const touched = options.dropResults === true ? [...sheets.keys()] : footers;
  for (const sheet of new Set([...places.map((place) => place.sheet), ...touched])) {
    const part = sheets.get(sheet);
    if (part === undefined) throw new Error(`the template has no sheet ${sheet}`);
    const own = places.flatMap((place, index) =>
      place.sheet === sheet ? [{ row: place.row, column: place.column, index }] : [],
    );
    const footer = footers.includes(sheet) ? places.length + footers.indexOf(sheet) : null;
    cuts.set(part.toLowerCase(), cutSheet(pack.text(part), part, own, options.dropResults === true, footer));
  }
  const parts = zip.entries.map((entry) => {
    const cut = cuts.get(entry.name.toLowerCase());
    return cut === undefined ? entry : { nameBytes: entry.nameBytes, cut };
  });
  return { parts, places: places.length + footers.length, codec };
}

function sheetParts(pack: Package): ReadonlyMap<string, string> {
  const main =
    [...pack.relationships("").values()].find((relation) => relation.kind === "officeDocument")?.target ?? "xl/workbook.xml";
  const relations = pack.relationships(main);
  const { sheets } = readBook(pack.text(main), main);
  return new Map(sheets.map((sheet) => [sheet.name, relations.get(sheet.relation)?.target ?? ""]));
}

/**
 * The workbook with `values` in the planned places, in their order. The same plan and values give the same bytes.
 * Throws when the number of values differs from that of places, a number is not finite, or a text is longer than Excel allows.
 */
export function stamp(plan: StampPlan, values: readonly StampValue[]): Uint8Array {
  if (values.length !== plan.places) throw new Error(`${values.length} values for ${plan.places} places`);
  return joinParts(
    plan.parts.map((part) => ("cut" in part ? packPart(part.nameBytes, fillCut(part.cut, values), plan.codec) : part)),
  );
}

const ENCODER = new TextEncoder();

function fillCut(cut: SheetCut, values: readonly StampValue[]): Uint8Array {
  const contents = cut.cells.map(({ open, index }) =>
    ENCODER.encode(open === null ? footerXml(values[index]!) : cellXml(open, values[index]!)),
  );
  const total = contents.reduce((sum, content) => sum + content.length, 0) + cut.size;
  const bytes = new Uint8Array(total);
  let at = 0;
  cut.segments.forEach((segment, index) => {
    bytes.set(segment, at);
    at += segment.length;
    const content = contents[index];
    if (content === undefined) return;
    bytes.set(content, at);
    at += content.length;
  });
  return bytes;
}

/** Excel's longest footer, its codes counted. */
const LONGEST_FOOTER = 255;

function footerXml(value: StampValue): string {
  const words = String(value ?? "");
  if (words.length > LONGEST_FOOTER) throw new Error(`a footer of ${words.length} characters is too long`);
  return escapeCellText(words);
}

/** A cell from its open tag without `>`, e.g. `<c r="B7" s="3"`. */
function cellXml(open: string, value: StampValue): string {
  if (value === null || value === "") return `${open}/>`;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`${value} is no number for a cell`);
    return `${open}><v>${value}</v></c>`;
  }
  if (value.length > LONGEST_TEXT) throw new Error(`a text of ${value.length} characters does not fit a cell`);
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`;
}
