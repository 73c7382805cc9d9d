// A second opinion (SheetJS) on a spoiled form: everything that a report that counts says otherwise than the form before must stand in the file.
import * as SheetJS from "@e965/xlsx";
import { address } from "../../src/core/cells.js";
import type { FigureValue } from "../../src/core/figure/figures.js";
import { counts, type FileReport } from "../../src/core/round/file-report.js";
import { EXPLANATION_SUFFIX, SUBMISSION_NUMBER } from "../../src/core/submission/explanations.js";
import type { FormLayout, LayoutList } from "../../src/core/submission/form-layout.js";
import type { Place, Submission } from "../../src/core/submission/submission.js";
import { listPlace } from "../../src/core/submission/submission.js";

const EPOCH = Date.UTC(1899, 11, 30);

/** What was typed into the form before it was spoiled. */
export type Typed = Omit<Submission, "period">;

/** Reads a cell of the spoiled file; the file is opened when the first cell is asked for. */
type Look = (place: Place | undefined) => FigureValue;

/** What a report says that neither was typed nor stands in the file; null when there is nothing. */
export function unfounded(report: FileReport, before: Typed, layout: FormLayout, bytes: Uint8Array): string | null {
  if (!counts(report.outcome)) return report.findings.length === 0 ? "no finding" : null;
  const { submission } = report;
  if (submission === null || report.unit !== before.unit) return null;
  const look = looker(bytes);
  const told = [
    ...scalars(submission, before, look),
    ...words(submission, before, layout, look),
    ...number(submission, before, look),
    ...layout.lists.flatMap((list) => rows(submission, before, list, look)),
  ];
  return told[0] ?? null;
}

function looker(bytes: Uint8Array): Look {
  let book: SheetJS.WorkBook | null = null;
  return (place) => {
    if (place === undefined) return null;
    book ??= SheetJS.read(bytes, { cellDates: false });
    const found = (book.Sheets[place.sheet] as Record<string, SheetJS.CellObject | undefined> | undefined)?.[place.cell]?.v;
    return typeof found === "boolean" ? Number(found) : found === undefined || found instanceof Date ? null : found;
  };
}

function said(what: string, place: Place | undefined, ours: FigureValue, was: FigureValue, seen: FigureValue): string {
  const at = place === undefined ? "nowhere" : `${place.sheet}!${place.cell}`;
  return `${what} at ${at}: ${String(ours)}, was ${String(was)}, SheetJS sees ${String(seen)}`;
}

function scalars({ figures, places }: Submission, before: Typed, look: Look): readonly string[] {
  return [...figures.values].flatMap(([id, value]) => {
    const was = before.figures.values.get(id) ?? null;
    if (same(value, was)) return [];
    const seen = look(places?.get(id));
    return same(value, seen) ? [] : [said(id, places?.get(id), value, was, seen)];
  });
}

function words({ explanations, places }: Submission, before: Typed, layout: FormLayout, look: Look): readonly string[] {
  const inputs = layout.inputs.filter(({ role }) => role === "explanation").map(({ name }) => name);
  return inputs.flatMap((name) => {
    const about = name.slice(0, -EXPLANATION_SUFFIX.length);
    const [ours, was] = [explanations.get(about) ?? null, before.explanations.get(about) ?? null];
    if (same(ours, was)) return [];
    const seen = look(places?.get(name));
    const nothing = ours === null && (typeof seen !== "string" || !/[\p{L}\p{N}]/u.test(seen)) && typeof seen !== "number";
    return nothing || sameWords(ours, seen) ? [] : [said(name, places?.get(name), ours, was, seen)];
  });
}

function number({ submissionNumber, places }: Submission, before: Typed, look: Look): readonly string[] {
  if (submissionNumber === before.submissionNumber) return [];
  const place = places?.get(SUBMISSION_NUMBER);
  const seen = look(place);
  const blank = submissionNumber === 1 && (seen === null || String(seen).trim() === "");
  const digits = /\d+/u.exec(String(seen))?.[0] ?? "";
  if (blank || submissionNumber === Number(digits)) return [];
  return [said(SUBMISSION_NUMBER, place, submissionNumber, before.submissionNumber, seen)];
}

/** Rows that differ from what was typed must be the filled rows of the file, cell by cell and in their order; none may be lost. */
function rows({ figures, places }: Submission, before: Typed, list: LayoutList, look: Look): readonly string[] {
  const [ours, was] = [figures.lists.get(list.list) ?? [], before.figures.lists.get(list.list) ?? []];
  const columns = list.columns.map(({ field }) => field);
  const cell = (all: typeof ours, row: number, field: string): FigureValue => all[row]?.get(field) ?? null;
  const equal =
    ours.length === was.length && ours.every((_row, i) => columns.every((f) => same(cell(ours, i, f), cell(was, i, f))));
  if (equal) return [];
  const wrong = ours.flatMap((_row, i) =>
    columns.flatMap((field) => {
      const place = places?.get(listPlace(list.list, i, field));
      const [mine, seen] = [cell(ours, i, field), look(place)];
      return same(mine, seen) || isDash(mine, seen)
        ? []
        : [said(listPlace(list.list, i, field), place, mine, cell(was, i, field), seen)];
    }),
  );
  return [...wrong, ...lost(ours.length, list, places, look)];
}

/** A filled row of the file, where the list was printed, that is not among those read. */
function lost(read: number, list: LayoutList, places: Submission["places"], look: Look): readonly string[] {
  const known = new Set<string>();
  for (let i = 0; i < read; i++)
    for (const { field } of list.columns) known.add(places?.get(listPlace(list.list, i, field))?.cell ?? "");
  const sheet = places?.get(listPlace(list.list, 0, list.columns[0]!.field))?.sheet ?? list.sheet;
  for (let row = list.firstRow; row < list.firstRow + list.rows; row++) {
    for (const { column } of list.columns) {
      const cell = address(row, column);
      const seen = known.has(cell) ? null : look({ sheet, cell });
      const filled = typeof seen === "number" || (typeof seen === "string" && seen.trim() !== "");
      if (filled) return [`${list.list}: the row of ${sheet}!${cell} (${String(seen)}) is lost`];
    }
  }
  return [];
}

function isDash(ours: FigureValue, seen: FigureValue): boolean {
  return ours === null && typeof seen === "string" && /^[\s\-\u2010-\u2015\u2212]*$/u.test(seen);
}

function sameWords(ours: FigureValue, seen: FigureValue): boolean {
  return same(ours, seen) || (typeof seen === "number" && String(ours).replace(/\./gu, "").replace(",", ".") === String(seen));
}

/** The same value; words and spaces as our notes tell that they were repaired. */
function same(ours: FigureValue, theirs: FigureValue): boolean {
  if (ours === theirs || ((ours ?? "") === "" && (theirs ?? "") === "")) return true;
  if (theirs === null || ours === null) return false;
  if (typeof theirs === "string" && ["có", "không"].includes(theirs.trim().normalize("NFC").toLowerCase()))
    return ours === (/^c/iu.test(theirs.trim()) ? 1 : 0);
  if (typeof ours === "string" && typeof theirs === "number")
    return new Date(EPOCH + Math.floor(theirs) * 86_400_000).toISOString().slice(0, 10) === ours;
  if (typeof ours === "number" && typeof theirs === "string")
    return ours === Number(theirs.replace(/[\s\u00a0\u200b]/gu, "").replace(",", "."));
  return String(ours).replace(/\s+/gu, " ").trim() === String(theirs).normalize("NFC").replace(/\s+/gu, " ").trim();
}
