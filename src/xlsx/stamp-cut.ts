// A sheet part cut at the cells to be stamped: the text between them as bytes, ready to be joined again.
import { address, parseAddress } from "../core/cells.js";
import { XmlScanner } from "./xml.js";
import { decodedText } from "./xml-text.js";

export interface CutCell {
  /** Open tag without its end, e.g. `<c r="B7" s="3"`; null where bare words stand: the footer. */
  readonly open: string | null;
  /** Index of the place among those of the whole workbook. */
  readonly index: number;
}

/** `segments[i]` stands before `cells[i]`; the last segment stands after the last cell. */
export interface SheetCut {
  readonly segments: readonly Uint8Array[];
  readonly cells: readonly CutCell[];
  /** Bytes of all segments. */
  readonly size: number;
}

interface CutPlace {
  readonly row: number;
  readonly column: number;
  readonly index: number;
}

/** A stretch of the part that is replaced: by a cell, by words, or by nothing. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly cell: CutCell | null;
  readonly after: string;
}

interface FoundCell {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly style: string | null;
  readonly sharesFormula: boolean;
  /** The stored result of a formula: its type attribute and its value. */
  readonly result: readonly Edit[];
}

interface FoundRow {
  readonly row: number;
  readonly from: number;
  /** Where a cell can be added at the end; null when the row tag closes itself. */
  readonly end: number | null;
  readonly to: number;
  readonly cells: readonly FoundCell[];
}

/**
 * Cuts a sheet as our own printer writes it: spreadsheet vocabulary without prefix, every row and cell with its address, in order.
 * @param dropResults leaves stored results of formulas out
 * @param footer index of the footer's words among the places of the workbook; null when they stay
 */
export function cutSheet(
  text: string,
  part: string,
  places: readonly CutPlace[],
  dropResults: boolean,
  footer: number | null = null,
): SheetCut {
  const sheet = findRows(text, part);
  const wanted = [...places].sort((a, b) => a.row - b.row || a.column - b.column);
  const edits = wanted.map((place) => placeEdit(sheet, place, part));
  if (dropResults) edits.push(...resultEdits(sheet.rows, wanted));
  if (footer !== null) edits.push(footerEdit(text, sheet.end, footer, part));
  return join(
    text,
    mergeRows(edits).sort((a, b) => a.from - b.from),
  );
}

interface FoundSheet {
  readonly rows: readonly FoundRow[];
  /** Where the closing tag of the sheet data stands. */
  readonly end: number;
}

function findRows(text: string, part: string): FoundSheet {
  const scanner = new XmlScanner(decodedText(text, part));
  const rows: FoundRow[] = [];
  while (scanner.next() === "text");
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    if (!scanner.isMain("sheetData")) scanner.skip();
    else {
      for (let inner = scanner.next(); inner !== "end"; inner = scanner.next())
        if (inner === "start") rows.push(findRow(scanner));
      if (!text.startsWith("</", scanner.from)) throw new Error(`${part} has no rows to stamp`);
      return { rows, end: scanner.from };
    }
  }
  throw new Error(`${part} has no sheet data`);
}

function findRow(scanner: XmlScanner): FoundRow {
  const row = Number(scanner.attribute("r"));
  const { from } = scanner;
  const cells: FoundCell[] = [];
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) if (kind === "start") cells.push(findCell(scanner));
  const closes = scanner.text.startsWith("</", scanner.from);
  return { row, from, end: closes ? scanner.from : null, to: scanner.at, cells };
}

function findCell(scanner: XmlScanner): FoundCell {
  const place = parseAddress(scanner.attribute("r") ?? "");
  if (place === null) throw new Error(`${scanner.part} has a cell without address`);
  const { from } = scanner;
  const style = scanner.attribute("s");
  const typeText = / t="[a-zA-Z]+"/u.exec(scanner.text.slice(from, scanner.at));
  let sharesFormula = false;
  let formula = false;
  let value: Edit | null = null;
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    if (kind !== "start") continue;
    const start = scanner.from;
    if (scanner.local === "f") {
      formula = true;
      sharesFormula = scanner.attribute("ref") !== null;
    }
    const isValue = scanner.local === "v";
    scanner.skip();
    if (isValue) value = removal(start, scanner.at);
  }
  const type = typeText === null ? [] : [removal(from + typeText.index, from + typeText.index + typeText[0].length)];
  return {
    column: place.column,
    from,
    to: scanner.at,
    style,
    sharesFormula,
    result: formula && value !== null ? [...type, value] : [],
  };
}

function removal(from: number, to: number): Edit {
  return { from, to, before: "", cell: null, after: "" };
}

function placeEdit(sheet: FoundSheet, place: CutPlace, part: string): Edit {
  const at = address(place.row, place.column);
  const row = sheet.rows.find((one) => one.row >= place.row);
  if (row === undefined || row.row > place.row) {
    const from = row?.from ?? sheet.end;
    return {
      from,
      to: from,
      before: `<row r="${place.row}">`,
      cell: { open: `<c r="${at}"`, index: place.index },
      after: "</row>",
    };
  }
  const next = row.cells.find((one) => one.column >= place.column);
  if (next?.column === place.column) {
    if (next.sharesFormula) throw new Error(`${part} ${at} holds a formula that other cells share`);
    const style = next.style === null ? "" : ` s="${next.style}"`;
    return { from: next.from, to: next.to, before: "", cell: { open: `<c r="${at}"${style}`, index: place.index }, after: "" };
  }
  const from = next?.from ?? row.end;
  if (from === null) throw new Error(`${part} row ${place.row} is empty; print at least one cell of it`);
  return { from, to: from, before: "", cell: { open: `<c r="${at}"`, index: place.index }, after: "" };
}

function footerEdit(text: string, from: number, index: number, part: string): Edit {
  const found = /<oddFooter>([^<]*)<\/oddFooter>/gu;
  found.lastIndex = from;
  const words = found.exec(text);
  if (words === null) throw new Error(`${part} has no footer`);
  const start = words.index + "<oddFooter>".length;
  return { from: start, to: start + words[1]!.length, before: "", cell: { open: null, index }, after: "" };
}

/** Cells put into the same missing row share its tags. */
function mergeRows(edits: readonly Edit[]): Edit[] {
  return edits.map((edit, index) => {
    const same = (other: Edit | undefined): boolean => edit.before !== "" && other?.before === edit.before;
    return { ...edit, before: same(edits[index - 1]) ? "" : edit.before, after: same(edits[index + 1]) ? "" : edit.after };
  });
}

function resultEdits(rows: readonly FoundRow[], places: readonly CutPlace[]): readonly Edit[] {
  const stamped = new Set(places.map((place) => address(place.row, place.column)));
  return rows.flatMap((row) => row.cells.flatMap((cell) => (stamped.has(address(row.row, cell.column)) ? [] : cell.result)));
}

function join(text: string, edits: readonly Edit[]): SheetCut {
  const encoder = new TextEncoder();
  const segments: Uint8Array[] = [];
  const cells: CutCell[] = [];
  let words = "";
  let at = 0;
  for (const edit of edits) {
    words += text.slice(at, edit.from) + edit.before;
    at = edit.to;
    if (edit.cell !== null) {
      segments.push(encoder.encode(words));
      cells.push(edit.cell);
      words = "";
    }
    words += edit.after;
  }
  segments.push(encoder.encode(words + text.slice(at)));
  return { segments, cells, size: segments.reduce((sum, segment) => sum + segment.length, 0) };
}
