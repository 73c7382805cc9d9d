// The sheet of one list of a form: a row for every item, with a state of its own beside it.
import { columnLetters } from "../core/cells.js";
import type { Field, List } from "../core/definition/field.js";
import { columnName } from "../core/definition/field.js";
import type { FormDraft } from "./form-draft.js";
import { nameCell, putFormula, putText, putUnitName, REPORT_SHEET, wordsName } from "./form-draft.js";
import { inputStyle, inputValidation } from "./field-words.js";
import { blankTest, DOUBT_WORDS, doubtTest, faultTest, STATE } from "./input-state.js";
import type { Area } from "./page.js";
import { cellArea, PageDraft } from "./page-draft.js";
import { footer } from "./page-footer.js";
import { profileNamed } from "./party-heading.js";

const HEAD_ROW = 5;
const FIRST_ROW = HEAD_ROW + 1;
const FIRST_COLUMN = 2;
const NUMBER_WIDTH = 5.5;
const STATE_WIDTH = 30;
/** Characters of width that fit on a page upright, in letters that can still be read. */
const PAGE_WIDTH = 106;
const LEAST_TEXT_WIDTH = 24;

/** Name of the cells with the state of each row of a list. */
export function listStateName(list: List): string {
  return `_trang_thai_${list.id}`;
}

/** An empty sheet for a list. The states of its rows stand beside the printed page. */
export function listPage(draft: FormDraft, list: List): PageDraft {
  const { form, period } = draft.definition;
  const texts = list.columns.filter(({ type }) => type === "text").length;
  const others = list.columns.reduce((sum, column) => sum + fixedWidth(column), NUMBER_WIDTH);
  const text = Math.max(LEAST_TEXT_WIDTH, Math.floor((PAGE_WIDTH - others) / Math.max(1, texts)));
  const widths = list.columns.map((column) => (column.type === "text" ? text : fixedWidth(column)));
  return new PageDraft({
    name: draft.listSheets.get(list.id)!,
    visibility: "visible",
    columns: [NUMBER_WIDTH, ...widths, STATE_WIDTH].map((width) => ({ width })),
    print: {
      landscape: false,
      margins: profileNamed(form.profile).margins,
      footer: footer(`${form.symbol} – ${period.label}`),
      printArea: { top: 1, left: 1, bottom: HEAD_ROW + list.maxRows, right: FIRST_COLUMN + list.columns.length - 1 },
    },
    protected: true,
    tab: "input",
  });
}

function fixedWidth(column: Field): number {
  if (column.type === "text") return 0;
  return column.type === "choice" ? 17 : 13;
}

/** Draws the rows, their checks and the names of the columns. */
export function drawList(draft: FormDraft, page: PageDraft, list: List): void {
  const last = FIRST_ROW + list.maxRows - 1;
  const stateColumn = FIRST_COLUMN + list.columns.length;
  const wide = (row: number): Area => ({ top: row, left: 1, bottom: row, right: stateColumn - 1 });
  putText(draft, page, wide(1), list.label.toLocaleUpperCase("vi"), "title");
  putText(draft, page, wide(2), list.guidance, "subtitle");
  putUnitName(page, wide(3));
  page.put(1, stateColumn, { value: `Về trang “${REPORT_SHEET}”`, style: "linkPlain", link: `#'${REPORT_SHEET}'!A1` });
  putText(draft, page, cellArea(HEAD_ROW, 1), "STT", "tableHead");
  putText(draft, page, cellArea(HEAD_ROW, stateColumn), "Kiểm tra dòng", "tableHead");
  const columns = list.columns.map((column, i) => {
    const heading = headingOf(column);
    putText(draft, page, cellArea(HEAD_ROW, FIRST_COLUMN + i), heading, "tableHead");
    return { field: column.id, name: columnName(list, column), column: FIRST_COLUMN + i, heading };
  });
  list.columns.forEach((column, i) => drawColumn(draft, page, list, column, FIRST_COLUMN + i));
  for (let row = FIRST_ROW; row <= last; row++) drawRow(draft, page, list, row, stateColumn);
  const states: Area = { top: FIRST_ROW, left: stateColumn, bottom: last, right: stateColumn };
  nameCell(draft, page, listStateName(list), states);
  colourStates(page, states);
  draft.lists.push({
    list: list.id,
    sheet: page.frame.name,
    headingRow: HEAD_ROW,
    firstRow: FIRST_ROW,
    rows: list.maxRows,
    columns,
  });
  page.repeatRows(HEAD_ROW, HEAD_ROW);
  page.freezeAt(HEAD_ROW, 1);
}

/** Label with its measure: `Số người tham gia (người)`. */
function headingOf(column: Field): string {
  return column.measure === "" ? column.label : `${column.label} (${column.measure})`;
}

function drawColumn(draft: FormDraft, page: PageDraft, list: List, column: Field, at: number): void {
  const name = columnName(list, column);
  const words = wordsName(draft, name, column);
  const area: Area = { top: FIRST_ROW, left: at, bottom: FIRST_ROW + list.maxRows - 1, right: at };
  const first = `${columnLetters(at)}${String(FIRST_ROW)}`;
  nameCell(draft, page, name, area);
  page.validations.push(inputValidation(column, area, words));
  page.conditions.push({ area, formula: faultTest(column, first, words), style: "bad" });
  if (column.required)
    page.conditions.push({ area, formula: `AND(${startedTest(list, FIRST_ROW)},${blankTest(first)})`, style: "missing" });
}

/** TRUE when something stands in the row; columns are fixed, the row is the cell's own. */
function startedTest(list: List, row: number): string {
  const from = `$${columnLetters(FIRST_COLUMN)}${String(row)}`;
  const to = `$${columnLetters(FIRST_COLUMN + list.columns.length - 1)}${String(row)}`;
  return `IFERROR(SUMPRODUCT(LEN(TRIM(${from}:${to})))>0,TRUE)`;
}

function drawRow(draft: FormDraft, page: PageDraft, list: List, row: number, stateColumn: number): void {
  page.put(row, 1, { value: row - FIRST_ROW + 1, style: "centerQuiet" });
  list.columns.forEach((column, i) =>
    page.put(row, FIRST_COLUMN + i, { value: null, style: inputStyle(column), unlocked: true }),
  );
  const state = { text: rowState(draft, list, row), value: "" };
  const more = row === FIRST_ROW ? {} : { asAbove: true as const };
  putFormula(draft, page, cellArea(row, stateColumn), state, "centerQuiet", { kind: "other", id: list.id }, more);
}

/** What is wrong with a row: a fault before a gap; empty when nothing stands in it. */
function rowState(draft: FormDraft, list: List, row: number): string {
  const cells = list.columns.map((column, i) => {
    const letters = columnLetters(FIRST_COLUMN + i);
    return { column, ref: `${letters}${String(row)}`, heading: `${letters}$${String(HEAD_ROW)}` };
  });
  const faults = cells.map(({ column, ref, heading }) => ({
    test: faultTest(column, ref, wordsName(draft, columnName(list, column), column)),
    words: `"${STATE.wrong}: "&${heading}`,
  }));
  const gaps = cells
    .filter(({ column }) => column.required)
    .map(({ ref, heading }) => ({ test: blankTest(ref), words: `"${STATE.missing}: "&${heading}` }));
  const doubts = cells.flatMap(({ column, ref }) => {
    const test = doubtTest(column, ref, draft.definition.period);
    return test === null ? [] : [{ test, words: `"${DOUBT_WORDS}"` }];
  });
  const tail = [...faults, ...gaps, ...doubts].reduceRight(
    (after, { test, words }) => `IF(${test},${words},${after})`,
    `"${STATE.sound}"`,
  );
  return `IF(${startedTest(list, row)},${tail},"")`;
}

function colourStates(page: PageDraft, area: Area): void {
  const first = `${columnLetters(area.left)}${String(area.top)}`;
  page.conditions.push({ area, formula: `LEFT(${first},${String(STATE.wrong.length)})="${STATE.wrong}"`, style: "bad" });
  page.conditions.push({ area, formula: `LEFT(${first},${String(STATE.missing.length)})="${STATE.missing}"`, style: "missing" });
  page.conditions.push({ area, formula: `${first}="${DOUBT_WORDS}"`, style: "attention" });
  page.conditions.push({ area, formula: `${first}="${STATE.sound}"`, style: "good" });
}
