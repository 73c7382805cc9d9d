// Where every input of a form stands now: by defined name, cross-checked with row code and label; never by position alone.
import type { SheetCells, WorkbookCells } from "../cells.js";
import { address, cellAt } from "../cells.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import type { FormLayout, LayoutInput } from "./form-layout.js";
import type { FormSheet, FormSheets } from "./form-sheets.js";
import { cellsWithText } from "./form-sheets.js";
import { bareText, foldText } from "../text.js";

export interface InputPlace {
  readonly sheet: SheetCells;
  readonly row: number;
  readonly column: number;
}

export interface InputPlaces {
  /** By input name; an input that could not be found is absent and has an error. */
  readonly places: ReadonlyMap<string, InputPlace>;
  readonly findings: readonly Finding[];
}

/** How an input was found. */
type Located =
  | { readonly how: "named" | "moved" | "nameless"; readonly place: InputPlace }
  | { readonly how: "refused"; readonly finding: Finding };

interface Context {
  readonly workbook: WorkbookCells;
  readonly layout: FormLayout;
  readonly unit: string;
  readonly sheetByName: ReadonlyMap<string, SheetCells>;
}

/**
 * Finds the inputs of a form (all but free texts around the table).
 * A name counts when the row that it points at carries the input's row code. Names that stayed behind while rows moved (some programs
 * insert rows so) give way to the row code when the label beside it agrees; a name that itself moved away means that somebody
 * dragged the cell, and nothing is read.
 */
export function locateInputs(workbook: WorkbookCells, layout: FormLayout, sheets: FormSheets, unit: string): InputPlaces {
  const context: Context = { workbook, layout, unit, sheetByName: sheetIndex(workbook, sheets) };
  const places = new Map<string, InputPlace>();
  const findings: Finding[] = [];
  const kinds = { moved: [] as LayoutInput[], nameless: [] as LayoutInput[] };
  for (const input of layout.inputs) {
    const sheet = sheets.found.get(input.sheet);
    if (input.role === "text" || sheet === undefined) continue;
    const located =
      input.rowCode === null ? locateByLabel(input, sheet, context) : locateByCode(input, input.rowCode, sheet, context);
    if (located === null) continue;
    if (located.how === "refused") findings.push(located.finding);
    else places.set(input.name, located.place);
    if (located.how === "nameless") kinds.nameless.push(input);
    if (located.how === "moved" || (located.how === "named" && !isAtHome(input, located.place))) kinds.moved.push(input);
  }
  for (const [code, severity, inputs] of [
    ["form/row-moved", "warning", kinds.moved],
    ["form/names-lost", "note", kinds.nameless],
  ] as const) {
    const first = inputs[0];
    if (first !== undefined) findings.push(summary(code, severity, first, places.get(first.name)!, inputs.length, unit));
  }
  return { places, findings: oncePerRow(findings) };
}

function isAtHome(input: LayoutInput, place: InputPlace): boolean {
  return place.row === input.row && place.column === input.column;
}

/** Sheets by their names now, and a renamed sheet also by its name in the form: some programs leave defined names behind. */
function sheetIndex(workbook: WorkbookCells, sheets: FormSheets): ReadonlyMap<string, SheetCells> {
  const printed = [...sheets.found].map(([name, sheet]) => [name, sheet.cells] as const);
  return new Map([...printed, ...workbook.sheets.map((sheet) => [sheet.name, sheet] as const)]);
}

function summary(
  code: "form/row-moved" | "form/names-lost",
  severity: "warning" | "note",
  input: LayoutInput,
  place: InputPlace,
  count: number,
  unit: string,
): Finding {
  return finding(code, severity, {
    ...placed(input, place, unit),
    expected: address(input.row, input.column),
    data: { label: input.label, count },
  });
}

function placed(
  input: LayoutInput,
  place: InputPlace,
  unit: string,
): { unit: string; field: string; sheet: string; cell: string } {
  return { unit, field: input.name, sheet: place.sheet.name, cell: address(place.row, place.column) };
}

function locateByCode(input: LayoutInput, code: string, sheet: FormSheet, context: Context): Located {
  const rows = sheet.rows.get(code) ?? [];
  if (rows.length > 1)
    return refused("form/row-repeated", input, sheet, context, { data: { count: rows.length, list: rows.join(", ") } });
  const named = namedPlace(input, context);
  const column = sheet.columns.get(input.column) ?? null;
  const row = rows[0];
  if (row === undefined) return locateWithoutCode(input, named, sheet, context);
  if (named?.sheet === sheet.cells && named.row === row && isColumn(named.column, column, input, sheet, context)) {
    return { how: "named", place: named };
  }
  const stayed = named?.sheet === sheet.cells && named.row === input.row && named.column === input.column;
  if (named !== null && !stayed) return misplaced(input, named, context);
  if (labelState(sheet, row, input.label) === "other")
    return refused("form/label-changed", input, sheet, context, {
      cell: address(row, context.layout.labelColumn),
      found: textAt(sheet, row, context.layout.labelColumn),
    });
  const at = column ?? columnByCodes(input, sheet, context);
  if (at === null) return misplaced(input, named ?? { sheet: sheet.cells, row, column: input.column }, context);
  return { how: named === null ? "nameless" : "moved", place: { sheet: sheet.cells, row, column: at } };
}

/** Without its row code an input is only trusted when its name points at a row with its label. */
function locateWithoutCode(input: LayoutInput, named: InputPlace | null, sheet: FormSheet, context: Context): Located {
  const agrees = named?.sheet === sheet.cells && labelState(sheet, named.row, input.label) === "same";
  if (named !== null && agrees) return { how: "named", place: named };
  return refused("form/row-missing", input, sheet, context, {});
}

/** Inputs outside the table: their name, when the label stands beside it; else the one row with the label. Null: not there. */
function locateByLabel(input: LayoutInput, sheet: FormSheet, context: Context): Located | null {
  const named = namedPlace(input, context);
  if (named !== null && (input.label === "" || labelState(sheet, named.row, input.label) !== "other"))
    return { how: "named", place: named };
  const labels = input.label === "" ? [] : cellsWithText(sheet.cells, input.label);
  if (labels.length === 1)
    return {
      how: named === null ? "nameless" : "moved",
      place: { sheet: sheet.cells, row: labels[0]!.row, column: input.column },
    };
  return named === null ? null : { how: "named", place: named };
}

function namedPlace(input: LayoutInput, context: Context): InputPlace | null {
  const target = context.workbook.names.get(input.name);
  const sheet = target === undefined ? undefined : context.sheetByName.get(target.sheet);
  return target === undefined || sheet === undefined ? null : { sheet, row: target.top, column: target.left };
}

/** True when a name's column is the one under the heading, or, without a heading, the layout's own or as far off as the row codes are. */
function isColumn(column: number, headed: number | null, input: LayoutInput, sheet: FormSheet, context: Context): boolean {
  if (headed !== null) return column === headed;
  return column === input.column || column === columnByCodes(input, sheet, context);
}

function columnByCodes(input: LayoutInput, sheet: FormSheet, context: Context): number | null {
  return sheet.codeColumn === context.layout.rowCodeColumn ? input.column : null;
}

type LabelState = "same" | "alike" | "other";

/** Whether a row carries a label: the same but for case, spaces and tone position; alike but for accents; or not at all. */
function labelState(sheet: FormSheet, row: number, label: string): LabelState {
  const texts = label === "" ? [] : textsOfRow(sheet.cells, row);
  if (label === "" || texts.includes(label)) return "same";
  const [folded, bare] = [foldText(label), bareText(label)];
  if (texts.some((text) => foldText(text) === folded)) return "same";
  return texts.some((text) => bareText(text) === bare) ? "alike" : "other";
}

const LAST_LABEL_COLUMN = 64;

function textsOfRow(sheet: SheetCells, row: number): readonly string[] {
  const texts: string[] = [];
  for (let column = 1; column <= LAST_LABEL_COLUMN; column++) {
    const value = cellAt(sheet, row, column)?.value;
    if (value?.kind === "text") texts.push(value.text);
  }
  return texts;
}

function textAt(sheet: FormSheet, row: number, column: number): string | null {
  const value = cellAt(sheet.cells, row, column)?.value;
  return value?.kind === "text" ? value.text : null;
}

function misplaced(input: LayoutInput, place: InputPlace, context: Context): Located {
  const facts = {
    ...placed(input, place, context.unit),
    expected: address(input.row, input.column),
    data: { label: input.label },
  };
  return { how: "refused", finding: finding("form/input-misplaced", "error", facts) };
}

function refused(
  code: "form/row-repeated" | "form/row-missing" | "form/label-changed",
  input: LayoutInput,
  sheet: FormSheet,
  context: Context,
  facts: { cell?: string; found?: string | null; data?: Record<string, string | number> },
): Located {
  const bare = { unit: context.unit, field: input.name, sheet: sheet.cells.name, expected: input.label };
  return { how: "refused", finding: finding(code, "error", { ...bare, ...facts }) };
}

/** Several inputs of one row are refused for one reason: it is said once. */
function oncePerRow(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = [f.code, f.sheet, f.expected, f.code === "form/input-misplaced" ? f.cell : ""].join("\n");
    return !seen.has(key) && seen.add(key);
  });
}
