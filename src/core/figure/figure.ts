// Reading the figure of one input cell: which value the clerk meant, or why it cannot be known. A figure is never changed.
import type { Cell, CellValue } from "../cells.js";
import type { Field } from "../definition/field.js";
import { readDateCell, readDateText } from "./figure-date.js";
import { arithmeticResult } from "./figure-formula.js";
import { readNumberCell, readNumberWords } from "./figure-number.js";
import type { FigureContext, FigureReading } from "./figure-reading.js";
import { BLANK_READING, figureFinding, read, refuse } from "./figure-reading.js";
import { readBoolean, readChoice, readNumberAsText, readText, readYesNoNumber, readYesNoWord } from "./figure-words.js";
import { plainDigits } from "./number-text.js";
import { tidy } from "../text.js";

export type { FigureContext, FigureReading } from "./figure-reading.js";

/**
 * Reads an input cell as a value of its field.
 * Representation may be repaired (digits typed as text, `Có` in capitals …) with a note; what has two readings or none is refused
 * with an error that names the cell. Whether a value may be missing, too small or too large is judged in checks/.
 * @param cell undefined when nothing stands there
 */
export function readFigure(cell: Cell | undefined, field: Field, at: FigureContext): FigureReading {
  if (cell === undefined) return BLANK_READING;
  return cell.formula === null ? readValue(cell.value, cell.format, field, at) : readFormulaCell(cell, cell.formula, field, at);
}

function readValue(value: CellValue, format: string | null, field: Field, at: FigureContext): FigureReading {
  switch (value.kind) {
    case "empty":
      return BLANK_READING;
    case "error":
      return refuse("figure/error-value", field, at, { found: value.text });
    case "boolean":
      return readBoolean(value.boolean, field, at);
    case "number":
      return readNumber(value.number, format, field, at);
    case "text":
      return readWords(value.text, field, at);
  }
}

function readNumber(number: number, format: string | null, field: Field, at: FigureContext): FigureReading {
  switch (field.type) {
    case "count":
    case "decimal":
      return readNumberCell(number, format, field, at);
    case "date":
      return readDateCell(number, field, at);
    case "yesno":
      return readYesNoNumber(number, field, at);
    case "choice":
      return readChoice(String(number), field, at);
    case "text":
      return readNumberAsText(number, format, field, at);
  }
}

function readWords(text: string, field: Field, at: FigureContext): FigureReading {
  if (tidy(text) === "") return BLANK_READING;
  if (/^-+$/u.test(plainDigits(text)))
    return read(null, figureFinding("figure/dash", field.type === "text" ? "note" : "warning", field, at, { found: text }));
  switch (field.type) {
    case "count":
    case "decimal":
      return readNumberWords(text, field, at);
    case "date":
      return readDateText(text, field, at);
    case "yesno":
      return readYesNoWord(text, field, at);
    case "choice":
      return readChoice(text, field, at);
    case "text":
      return readText(text, field, at);
  }
}

/** A sum of plain numbers (`=120+5`) whose result is what the cell shows is a figure; any other formula is none. */
function readFormulaCell(cell: Cell, formula: string, field: Field, at: FigureContext): FigureReading {
  const found = `=${formula}`;
  const result = arithmeticResult(formula, cell.value);
  if (result === null) return refuse("figure/formula", field, at, { found, expected: shownValue(cell.value) });
  const reading = readNumber(result, cell.format, field, at);
  if (!reading.readable) return reading;
  return read(
    reading.value,
    figureFinding("figure/formula-read", "note", field, at, { found, expected: result }),
    ...reading.findings,
  );
}

function shownValue(value: CellValue): string | number | null {
  switch (value.kind) {
    case "empty":
      return null;
    case "boolean":
      return value.boolean ? "TRUE" : "FALSE";
    case "number":
      return value.number;
    default:
      return value.text;
  }
}
