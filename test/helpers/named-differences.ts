// Differences between our reader and others that were looked at in the XML; every other one is reported. One name, one reason, one narrow test.
import type { CellView, Other } from "./book-views.js";
import type { Difference } from "./compare-views.js";
import { sameFormula } from "./same-cell.js";

export interface NamedDifference {
  readonly name: string;
  readonly who: Other;
  /** One sentence: what they do, and why ours stands. References are to ECMA-376 part 1. */
  readonly why: string;
  readonly is: (difference: Difference) => boolean;
}

/** The test of a cell that both readers see. */
const both =
  (test: (ours: CellView, theirs: CellView) => boolean): NamedDifference["is"] =>
  ({ ours, theirs }) =>
    ours !== null && theirs !== null && test(ours, theirs);

const formulaAlike = (ours: CellView, theirs: CellView): boolean => sameFormula(ours.formula, theirs.formula);
const withoutEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
const yearOf = (serial: number): number => new Date((serial - 25569) * 86_400_000).getUTCFullYear();

export const NAMED: readonly NamedDifference[] = [
  {
    name: "chart-sheet",
    who: "SheetJS",
    why: "It shows the numbers that a chart keeps of its data as cells; a chart sheet has no cells (18.3.1.12).",
    is: ({ ours, sheets }) => ours === null && sheets.theirs?.chart === true && sheets.ours?.cells.size === 0,
  },
  {
    name: "capital-escape",
    who: "SheetJS",
    why: "It resolves _X0000_ with a capital X; only _xHHHH_ is an escape (22.9.2.19).",
    is: both(
      ({ value }, { value: other }) =>
        typeof value === "string" && /_X[0-9A-Fa-f]{4}_/u.test(value) && other === withoutEscapes(value.replaceAll("_X", "_x")),
    ),
  },
  {
    name: "carriage-return",
    who: "SheetJS",
    why: "It drops the carriage return that _x000D_ stands for (22.9.2.19).",
    is: both(
      ({ value }, { value: other }) => typeof value === "string" && value.includes("\r") && value.replaceAll("\r", "") === other,
    ),
  },
  ...(["SheetJS", "exceljs"] as const).map((who): NamedDifference => ({
    name: "result-in-text-cell",
    who,
    why: "It does not see the result of a formula in a cell of type inlineStr, as LibreOffice writes it; we do.",
    is: both(
      (ours, theirs) =>
        typeof ours.value === "string" &&
        ours.value !== "" &&
        theirs.value === (who === "SheetJS" ? "" : null) &&
        theirs.moment === undefined &&
        ours.formula !== null &&
        formulaAlike(ours, theirs),
    ),
  })),
  {
    name: "empty-text",
    who: "SheetJS",
    why: "A text cell without any content is an empty text to it and no value to us.",
    is: ({ ours, theirs }) =>
      (ours?.value ?? null) === null &&
      theirs?.value === "" &&
      (ours === null ? theirs.formula === null : formulaAlike(ours, theirs)),
  },
  {
    name: "formula-without-result",
    who: "SheetJS",
    why: "It leaves out a cell whose formula was saved without a result; we keep the formula and say that the result is missing.",
    is: ({ ours, theirs }) => theirs === null && ours !== null && ours.value === null && ours.formula !== null,
  },
  ...(["SheetJS", "exceljs"] as const).map((who): NamedDifference => ({
    name: "formula-without-text",
    who,
    why: "An empty formula element (a data table, or a formula saved without its text) is a formula to us and to LibreOffice, and none to it.",
    is: both((ours, theirs) => ours.formula === "" && theirs.formula === null && ours.value === theirs.value),
  })),
  {
    name: "sheet-left-out",
    who: "exceljs",
    why: "It has neither chart sheets nor sheets of old macros, which have no part.",
    is: ({ cell, sheets }) => cell === null && sheets.theirs === null && sheets.ours?.cells.size === 0,
  },
  {
    name: "no-sheet-found",
    who: "exceljs",
    why: "It looks for sheets under xl/worksheets/sheet1.xml and the like only; a part may have any name (part 2, 9.1.1).",
    is: ({ cell, book }) => cell === null && book.theirs.sheets.length === 0,
  },
  {
    name: "covered-cell",
    who: "exceljs",
    why: "In a merged area it keeps the first cell only; the others may hold something too, which Excel keeps though it does not show it.",
    is: ({ ours, theirs }) => ours !== null && theirs?.as === "merged",
  },
  {
    name: "dropped-result",
    who: "exceljs",
    why: "It drops a stored result of 0, FALSE or an empty text.",
    is: both(
      (ours, theirs) =>
        (ours.value === 0 || ours.value === false || ours.value === "") &&
        theirs.value === null &&
        theirs.moment === undefined &&
        ours.formula !== null &&
        formulaAlike(ours, theirs),
    ),
  },
  {
    name: "escape-in-text-cell",
    who: "exceljs",
    why: "It leaves the escapes of inline texts as they stand (22.9.2.19).",
    is: both(({ value }, { value: other }) => typeof other === "string" && value !== other && value === withoutEscapes(other)),
  },
  {
    name: "shared-text-of-formula",
    who: "exceljs",
    why: "It gives the index of a shared text as the result of a formula (18.18.11).",
    is: both(
      (ours, theirs) =>
        typeof ours.value === "string" && typeof theirs.value === "number" && ours.formula !== null && formulaAlike(ours, theirs),
    ),
  },
  {
    name: "formula-of-link",
    who: "exceljs",
    why: "It drops the formula of a cell with a hyperlink.",
    is: both((ours, theirs) => theirs.as === "link" && ours.formula !== null && ours.value === theirs.value),
  },
  {
    name: "error-as-date",
    who: "exceljs",
    why: "It makes an invalid date of an error in a cell with a date format.",
    is: both(
      (ours, theirs) =>
        typeof ours.value === "string" && ours.value.startsWith("#") && Number.isNaN(theirs.moment) && formulaAlike(ours, theirs),
    ),
  },
  {
    name: "iso-date",
    who: "exceljs",
    why: "Of a date written as 1990-01-01 (18.18.11, type d) it takes the year for the number of days.",
    is: both(
      (ours, theirs) =>
        typeof ours.value === "number" &&
        theirs.moment !== undefined &&
        theirs.moment / 86_400_000 + 25569 === yearOf(ours.value),
    ),
  },
];
