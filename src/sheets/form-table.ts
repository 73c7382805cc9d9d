// The table of a form's report sheet: a row for every section, target, figure and list, then the explanations that rules may ask for.
import type { Field } from "../core/definition/field.js";
import { columnName } from "../core/definition/field.js";
import { countsWhole } from "../core/verdict/measuring.js";
import { PREVIOUS_SUFFIX } from "../core/verdict/scope.js";
import { RULE_WORDS, thresholdText } from "../core/verdict/verdict-text.js";
import type { Target } from "../core/definition/target.js";
import { columnHeads } from "./form-columns.js";
import type { FormColumns } from "./form-columns.js";
import type { FormDraft } from "./form-draft.js";
import { EXPLANATION, nameCell, putFormula, putInput, putPlace, putText, wordsName } from "./form-draft.js";
import type { ReportPlaces } from "./check-rows.js";
import { ruleStateCell } from "./check-rows.js";
import type { FormLive } from "./form-live.js";
import { explained } from "./form-live.js";
import type { OutlineRow } from "./form-outline.js";
import { formOutline } from "./form-outline.js";
import { inputStyle, inputValidation } from "./field-words.js";
import { cellName, colourInputs, colourRatios, colourVerdicts, MISMATCH } from "./form-colours.js";
import { blankCode, CODE, codeFormula, wordsFormula } from "./input-state.js";
import type { Area } from "./page.js";
import type { PageDraft } from "./page-draft.js";
import { cellArea } from "./page-draft.js";
import { brokenRules } from "./rule-marks.js";

/** Shown for a target that is judged over all units together. */
export const JUDGED_TOGETHER = "Tính chung";
const ROW_HEIGHT = 19;
const TEXT_ROW_HEIGHT = 34;

interface Table {
  readonly draft: FormDraft;
  readonly page: PageDraft;
  readonly columns: FormColumns;
  readonly live: FormLive;
  /** By field id: formula for the number of the first rule that must hold and does not. */
  readonly broken: ReadonlyMap<string, string>;
  /** Rows drawn so far, by field id and target id. */
  readonly inputs: Map<string, number>;
  readonly targets: Map<string, number>;
}

/** Draws the table from its heading row on. Returns the row after it, and where inputs and targets stand. */
export function drawTable(
  draft: FormDraft,
  page: PageDraft,
  columns: FormColumns,
  live: FormLive,
  head: number,
): { next: number } & Pick<ReportPlaces, "inputs" | "targets"> {
  const table: Table = { draft, page, columns, live, broken: brokenRules(draft.parts), inputs: new Map(), targets: new Map() };
  columnHeads(columns.before !== null).forEach(({ heading, hidden }, i) => {
    if (hidden !== true) putText(draft, page, cellArea(head, i + 1), heading, "tableHead");
  });
  page.atLeast(head, 26);
  let row = head;
  for (const line of formOutline(draft.parts)) drawLine(table, line, ++row);
  colourInputs(page, columns, head + 1, row);
  colourRatios(page, columns, draft.parts.targets, head + 1, row);
  colourVerdicts(page, columns, head + 1, row);
  return { next: row + 1, inputs: table.inputs, targets: table.targets };
}

function drawLine(table: Table, line: OutlineRow, row: number): void {
  table.page.atLeast(row, ROW_HEIGHT);
  switch (line.kind) {
    case "section":
      return drawSection(table, line, row);
    case "target":
      return drawTarget(table, line, row);
    case "field":
      return drawField(table, line, row);
    case "list":
      return drawList(table, line, row);
  }
}

/** One cell, or the cells from one column to another, of a row. */
function across(row: number, left: number, right = left): Area {
  return { top: row, left, bottom: row, right };
}

function drawSection({ draft, page, columns }: Table, line: Extract<OutlineRow, { kind: "section" }>, row: number): void {
  page.put(row, columns.number, { value: line.number, style: "sectionNumber" });
  page.keepTogether(row, row + 1);
  putText(draft, page, across(row, columns.label, columns.last), line.label, "section");
}

/** Code, number, label, measure and threshold: what every row of the table begins with. */
function drawStart(
  { draft, page, columns }: Table,
  row: number,
  start: {
    code: string;
    number: string;
    label: string;
    labelStyle: "label" | "labelIndented" | "labelIndentedTwice" | "labelBold";
    measure: string;
    threshold: string;
  },
): void {
  const more = { rowCode: start.code };
  page.put(row, columns.rowCode, { value: start.code, style: "code" });
  page.put(row, columns.number, { value: start.number, style: "center" });
  putText(draft, page, across(row, columns.label), start.label, start.labelStyle, more);
  putText(draft, page, across(row, columns.measure), start.measure, "center", more);
  putText(draft, page, across(row, columns.threshold), start.threshold, "center", more);
  for (let column = columns.result; column <= columns.last; column++) page.put(row, column, { value: null, style: "center" });
}

function drawTarget(table: Table, line: Extract<OutlineRow, { kind: "target" }>, row: number): void {
  const { draft, page, columns, live } = table;
  const { target, input } = line;
  table.targets.set(target.id, row);
  const code = input?.id ?? target.id;
  const { amount, ratio, verdict } = live.target(target);
  const labelStyle = target.parent === null ? "labelBold" : "labelIndented";
  drawStart(table, row, {
    code,
    number: line.number,
    label: target.label,
    labelStyle,
    measure: measureOf(target, input),
    threshold: thresholdText(target),
  });
  const at = (column: number): Area => across(row, column);
  if (input !== null) drawInput(table, row, input, at(columns.result), target.label);
  else if (ratio === null)
    putFormula(
      draft,
      page,
      at(columns.result),
      amount,
      "number",
      { kind: "targetAmount", id: target.id },
      { rowCode: code, format: countsWhole(draft.definition, target) ? "#,##0" : "#,##0.0##" },
    );
  if (ratio !== null)
    putFormula(draft, page, at(columns.ratio), ratio, "percent", { kind: "targetRatio", id: target.id }, { rowCode: code });
  if (target.scope === "total") putText(draft, page, at(columns.verdict), JUDGED_TOGETHER, "centerQuiet", { rowCode: code });
  else
    putFormula(draft, page, at(columns.verdict), verdict, "center", { kind: "targetVerdict", id: target.id }, { rowCode: code });
  drawExplanation(table, row, target.id, code, target.label);
}

function measureOf(target: Target, input: Field | null): string {
  if (input === null) return target.measure;
  return input.type === "yesno" ? "Có/Không" : input.measure === "" ? target.measure : input.measure;
}

function drawField(table: Table, line: Extract<OutlineRow, { kind: "field" }>, row: number): void {
  const { draft, page, columns } = table;
  const { field } = line;
  const labelStyle = (["label", "labelIndented"] as const)[line.depth] ?? "labelIndentedTwice";
  const measure = field.type === "yesno" ? "Có/Không" : field.measure;
  drawStart(table, row, { code: field.id, number: line.number, label: field.label, labelStyle, measure, threshold: "" });
  if (field.type === "text") {
    page.atLeast(row, TEXT_ROW_HEIGHT);
    return drawInput(table, row, field, across(row, columns.result, columns.last), field.label);
  }
  drawInput(table, row, field, across(row, columns.result), field.label);
  const state = cellName(columns.state, row);
  const broken = table.broken.has(field.id)
    ? `IF(${cellName(columns.broken, row)}>0,"${MISMATCH}"&${cellName(columns.broken, row)},"")`
    : '""';
  const words = { text: `IF(${state}>${String(CODE.missing)},${wordsFormula(state)},${broken})`, value: "" };
  putFormula(
    draft,
    page,
    across(row, columns.verdict),
    words,
    "centerSmall",
    { kind: "other", id: field.id },
    { rowCode: field.id },
  );
}

function drawInput(table: Table, row: number, field: Field, area: Area, label: string): void {
  const { draft, page, columns } = table;
  table.inputs.set(field.id, row);
  putInput(draft, page, area, { role: "figure", name: field.id, rowCode: field.id, label }, { style: inputStyle(field) });
  page.validations.push(inputValidation(field, area, wordsName(draft, field.id, field)));
  drawState(draft, page, { row, input: area.left, state: columns.state }, field, blankCode(field));
  const broken = table.broken.get(field.id);
  if (broken !== undefined)
    putFormula(draft, page, across(row, columns.broken), { text: broken, value: 0 }, "code", { kind: "other", id: field.id });
  if (columns.before !== null && draft.shownBefore.has(field.id)) {
    const format = field.type === "date" ? "dd/mm/yyyy" : field.type === "count" ? "#,##0" : "General";
    putPlace(draft, page, across(row, columns.before), { kind: "previous", field: field.id }, "numberQuiet", { format });
    nameCell(draft, page, field.id + PREVIOUS_SUFFIX, cellArea(row, columns.before));
  }
}

/** The number of the input's state, in a hidden column beside it. */
export function drawState(
  draft: FormDraft,
  page: PageDraft,
  place: { row: number; input: number; state: number },
  field: Field,
  value: number,
): void {
  const { row, input, state } = place;
  const text = codeFormula(field, cellName(input, row), wordsName(draft, field.id, field), draft.definition.period);
  putFormula(draft, page, across(row, state), { text, value }, "code", { kind: "other", id: field.id });
}

function drawExplanation({ draft, page, columns }: Table, row: number, id: string, rowCode: string, label: string): void {
  const area = across(row, columns.explanation);
  putInput(draft, page, area, { role: "explanation", name: id + EXPLANATION, rowCode, label }, { style: "inputNote" });
  page.validations.push({
    area,
    kind: "textLength",
    max: 2000,
    promptTitle: "Giải trình",
    prompt: "Ghi ngắn gọn nguyên nhân và thời hạn khắc phục khi chỉ tiêu chưa đạt hoặc số liệu cần lưu ý.",
    errorTitle: "Giải trình quá dài",
    error: "Nội dung dài quá 2.000 ký tự, đề nghị viết gọn lại.",
    allowBlank: true,
    strength: "stop",
  });
}

function drawList(table: Table, line: Extract<OutlineRow, { kind: "list" }>, row: number): void {
  const { draft, page, columns } = table;
  const { list } = line;
  const sheet = draft.listSheets.get(list.id)!;
  drawStart(table, row, {
    code: list.id,
    number: line.number,
    label: list.label,
    labelStyle: "label",
    measure: "dòng",
    threshold: "",
  });
  const first = list.columns[0];
  const text = first === undefined ? "0" : `SUMPRODUCT((LEN(TRIM(${columnName(list, first)}))>0)*1)`;
  const shows = { kind: "other", id: list.id } as const;
  putFormula(draft, page, across(row, columns.result), { text, value: 0 }, "number", shows, { rowCode: list.id });
  const link = `#'${sheet.replace(/'/gu, "''")}'!A1`;
  page.span(across(row, columns.result + 1, columns.last), {
    value: `Kê khai từng dòng tại trang “${sheet}”`,
    style: "link",
    link,
  });
}

/** Draws the rows in which a rule that asks for an explanation gets it. Returns the row after them. */
export function drawExplanations(draft: FormDraft, page: PageDraft, columns: FormColumns, live: FormLive, top: number): number {
  const rules = draft.parts.rules.filter((rule) => rule.severity === "warning");
  const table: Table = { draft, page, columns, live, broken: new Map(), inputs: new Map(), targets: new Map() };
  if (rules.length === 0) return top;
  putText(
    draft,
    page,
    across(top, columns.number, columns.last),
    "Giải trình các điểm cần lưu ý (ghi khi cột Đánh giá báo “Cần giải trình”)",
    "section",
  );
  page.atLeast(top, ROW_HEIGHT);
  page.keepTogether(top, top + 1);
  rules.forEach((rule, i) => {
    const row = top + 1 + i;
    const more = { rowCode: rule.id };
    page.put(row, columns.rowCode, { value: rule.id, style: "code" });
    page.put(row, columns.number, { value: String(i + 1), style: "center" });
    putText(draft, page, across(row, columns.label, columns.ratio), rule.message, "label", more);
    const state = ruleStateCell(draft.parts, draft.parts.rules.indexOf(rule));
    const { value } = live.rule(rule).toDo(state);
    const { true: holds, false: fails } = RULE_WORDS;
    const text = `IF(${state}="${fails}",${explained(cellName(columns.explanation, row))},IF(${state}="${holds}","${holds}",""))`;
    putFormula(draft, page, across(row, columns.verdict), { text, value }, "center", { kind: "other", id: rule.id }, more);
    drawExplanation(table, row, rule.id, rule.id, rule.message);
    page.atLeast(row, ROW_HEIGHT);
  });
  colourVerdicts(page, columns, top + 1, top + rules.length);
  return top + 1 + rules.length;
}
