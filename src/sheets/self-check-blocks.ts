// The three blocks of the self-check: targets, rules and inputs, each row with its live state, and formulas that count what they found.
import { columnLetters } from "../core/cells.js";
import type { Field } from "../core/definition/field.js";
import { countsWhole } from "../core/verdict/measuring.js";
import { RULE_WORDS, thresholdText, VERDICT_WORDS } from "../core/verdict/verdict-text.js";
import { shortType } from "./field-words.js";
import { checkRows, COLUMN, HEAD_ROWS, stateCell, verdictCell } from "./check-rows.js";
import type { ReportPlaces } from "./check-rows.js";
import type { FormDraft } from "./form-draft.js";
import { putFormula, putText, SUBMISSION_NUMBER } from "./form-draft.js";
import { blankCode, STATE, STATE_WORDS, STATE_WORDS_NAME, wordsFormula } from "./input-state.js";
import type { FormLive } from "./form-live.js";
import { TO_DO } from "./form-live.js";
import { listStateName } from "./list-sheet.js";
import type { Area } from "./page.js";
import type { PageDraft } from "./page-draft.js";
import { cellArea } from "./page-draft.js";

export const ROW_HEIGHT = 18;

/** The input "Lần báo cáo" as a field, so that it is checked like every other. */
export const NUMBER_FIELD: Field = {
  id: SUBMISSION_NUMBER,
  label: "Lần báo cáo",
  measure: "",
  type: "count",
  required: true,
  min: 1,
  max: 99,
  choices: [],
  aggregate: "none",
  section: "",
  guidance: "",
  appliesTo: [],
};

/** What a block of rows found, as formulas over its cells, with the counts in the form as it is sent out. */
export interface Count {
  readonly text: string;
  readonly value: number;
}

export interface Tally {
  readonly missing: Count;
  readonly faulty: Count;
  readonly violated: Count;
  readonly toExplain: Count;
}

/** The cells of a row from one column to another. */
function columnsOf(row: number, left: number, right: number): Area {
  return { top: row, left, bottom: row, right };
}

/** A head that is empty leaves its column to the head before it. */
function drawBlockHead(draft: FormDraft, page: PageDraft, row: number, title: string, heads: readonly string[]): void {
  putText(draft, page, { top: row, left: COLUMN.number, bottom: row, right: COLUMN.last }, title, "section");
  heads.forEach((head, i) => {
    const right = heads.findIndex((other, j) => j > i && other !== "");
    if (head !== "") putText(draft, page, columnsOf(row + 1, i + 1, right === -1 ? heads.length : right), head, "tableHead");
  });
  page.atLeast(row, 20);
  page.atLeast(row + 1, 20);
  page.keepTogether(row, row + HEAD_ROWS);
}

/** Number and label; the other cells are filled in afterwards. */
function drawStart(
  draft: FormDraft,
  page: PageDraft,
  row: number,
  number: string,
  label: Area & { readonly text: string },
): void {
  page.put(row, COLUMN.number, { value: number, style: "center" });
  for (let column: number = COLUMN.label; column <= COLUMN.last; column++)
    page.put(row, column, { value: null, style: "center" });
  putText(draft, page, label, label.text, "label");
  page.atLeast(row, ROW_HEIGHT);
}

/** Draws the block of the targets. */
export function drawTargets(draft: FormDraft, page: PageDraft, live: FormLive, places: ReportPlaces): Pick<Tally, "toExplain"> {
  const { targets } = draft.parts;
  const top = checkRows(draft.parts).targets;
  const heads = ["STT", "Chỉ tiêu", "Mức phải đạt", "Kết quả", "Còn thiếu (vượt)", "Việc cần làm"];
  drawBlockHead(draft, page, top, "A. Kết quả so với chỉ tiêu", heads);
  let toExplain = 0;
  targets.forEach((target, i) => {
    const row = top + HEAD_ROWS + i;
    drawStart(draft, page, row, `A.${String(i + 1)}`, { ...cellArea(row, COLUMN.label), text: target.label });
    putText(draft, page, cellArea(row, COLUMN.wanted), thresholdText(target), "center");
    if (target.scope === "total") return putText(draft, page, cellArea(row, COLUMN.state), "Tính chung", "centerQuiet");
    const { verdict, gap, toDo } = live.target(target);
    const format = countsWhole(draft.definition, target) ? "#,##0" : "#,##0.0##";
    const shown = { text: verdictCell(places, target.id), value: verdict.value };
    putFormula(draft, page, cellArea(row, COLUMN.state), shown, "center", { kind: "targetVerdict", id: target.id });
    putFormula(draft, page, cellArea(row, COLUMN.gap), gap, "center", { kind: "other", id: target.id }, { format });
    const left = toDo(`${columnLetters(COLUMN.state)}${String(row)}`);
    putFormula(draft, page, cellArea(row, COLUMN.toDo), left, "center", { kind: "other", id: target.id });
    if (left.value === TO_DO.explain) toExplain += 1;
  });
  const first = top + HEAD_ROWS;
  const last = first + targets.length - 1;
  colourBlock(page, first, last);
  return { toExplain: countOf(COLUMN.toDo, first, last, TO_DO.explain, toExplain) };
}

/** Draws the block of the rules. */
export function drawRules(draft: FormDraft, page: PageDraft, live: FormLive): Pick<Tally, "toExplain" | "violated"> {
  const { rules } = draft.parts;
  const top = checkRows(draft.parts).rules;
  const heads = ["STT", "Lỗi hoặc điểm lưu ý nếu có", "", "Đối chiếu", "Mức độ", "Việc cần làm"];
  drawBlockHead(draft, page, top, "B. Đối chiếu giữa các số liệu", heads);
  const count = { [TO_DO.explain]: 0, [TO_DO.correct]: 0 };
  rules.forEach((rule, i) => {
    const row = top + HEAD_ROWS + i;
    const { state, toDo } = live.rule(rule);
    const label = { ...columnsOf(row, COLUMN.label, COLUMN.wanted), text: rule.message };
    drawStart(draft, page, row, `B.${String(i + 1)}`, label);
    const level = rule.severity === "error" ? "Bắt buộc" : "Giải trình";
    putText(draft, page, cellArea(row, COLUMN.gap), level, "center");
    putFormula(draft, page, cellArea(row, COLUMN.state), state, "center", { kind: "ruleState", id: rule.id });
    const left = toDo(`${columnLetters(COLUMN.state)}${String(row)}`);
    putFormula(draft, page, cellArea(row, COLUMN.toDo), left, "center", { kind: "other", id: rule.id });
    if (left.value === TO_DO.explain || left.value === TO_DO.correct) count[left.value] += 1;
  });
  const first = top + HEAD_ROWS;
  const last = first + rules.length - 1;
  colourBlock(page, first, last);
  return {
    toExplain: countOf(COLUMN.toDo, first, last, TO_DO.explain, count[TO_DO.explain]),
    violated: countOf(COLUMN.toDo, first, last, TO_DO.correct, count[TO_DO.correct]),
  };
}

/** Draws the block of the inputs. The number of a row opens its input; some programs cut linked texts off, so the label is not linked. */
export function drawInputs(
  draft: FormDraft,
  page: PageDraft,
  places: ReportPlaces,
): Pick<Tally, "missing" | "faulty"> & { readonly doubtful: Count } {
  const fields = [...draft.parts.fields, NUMBER_FIELD];
  const { lists } = draft.parts;
  const top = checkRows(draft.parts).inputs;
  drawBlockHead(draft, page, top, "C. Từng số liệu (bấm vào số thứ tự để đến ô nhập)", [
    "STT",
    "Số liệu",
    "Yêu cầu",
    "Trạng thái",
    "",
    "",
  ]);
  draft.wordCells.set(STATE_WORDS_NAME, STATE_WORDS);
  const first = top + HEAD_ROWS;
  const draw = (
    i: number,
    id: string,
    label: string,
    wanted: string,
    link: string,
    state: { text: string; value: string },
  ): void => {
    const row = first + i;
    const number = `C.${String(i + 1)}`;
    drawStart(draft, page, row, number, { ...cellArea(row, COLUMN.label), text: label });
    page.put(row, COLUMN.number, { value: number, style: "linkNumber", link: `#${link}` });
    putText(draft, page, cellArea(row, COLUMN.wanted), wanted, "center");
    const area = columnsOf(row, COLUMN.state, COLUMN.last);
    putFormula(draft, page, area, state, "center", { kind: "other", id });
  };
  fields.forEach((field, i) => {
    const value = field === NUMBER_FIELD ? STATE.sound : STATE_WORDS[blankCode(field)]!;
    const text = wordsFormula(stateCell(places, field.id));
    draw(i, field.id, field.label, shortType(field), field.id, { text, value });
  });
  lists.forEach((list, i) => {
    const link = `'${draft.listSheets.get(list.id)!.replace(/'/gu, "''")}'!A1`;
    const state = { text: listState(listStateName(list)), value: STATE.optional };
    draw(fields.length + i, list.id, list.label, "Đủ các cột bắt buộc", link, state);
  });
  const last = first + fields.length + lists.length - 1;
  colourBlock(page, first, last);
  return {
    missing: startCount(first, last, STATE.missing, draft.parts.fields.filter(({ required }) => required).length),
    faulty: startCount(first, last, STATE.wrong, 0),
    doubtful: startCount(first, last, STATE.doubtful, 0),
  };
}

/** State of a list from the states of its rows. */
function listState(rows: string): string {
  const starting = (word: string): string => `SUMPRODUCT((LEFT(${rows},${String(word.length)})="${word}")*1)`;
  const filled = `SUMPRODUCT((LEN(${rows})>0)*1)`;
  return (
    `IF(${starting(STATE.wrong)}>0,"${STATE.wrong}: "&${starting(STATE.wrong)}&" dòng",` +
    `IF(${starting(STATE.missing)}>0,"${STATE.missing} đủ: "&${starting(STATE.missing)}&" dòng",` +
    `IF(${starting(STATE.doubtful)}>0,"${STATE.doubtful}: "&${starting(STATE.doubtful)}&" dòng",` +
    `IF(${filled}=0,"${STATE.optional}","${STATE.sound}"))))`
  );
}

function rangeText(column: number, top: number, bottom: number): string {
  const letters = `$${columnLetters(column)}`;
  return `${letters}$${String(top)}:${letters}$${String(bottom)}`;
}

/** How many cells of a block hold exactly these words. */
function countOf(column: number, top: number, bottom: number, words: string, value: number): Count {
  if (bottom < top) return { text: "0", value: 0 };
  return { text: `SUMPRODUCT((${rangeText(column, top, bottom)}="${words}")*1)`, value };
}

/** How many states of a block begin with a word. */
function startCount(top: number, bottom: number, word: string, value: number): Count {
  return { text: `SUMPRODUCT((LEFT(${rangeText(COLUMN.state, top, bottom)},${String(word.length)})="${word}")*1)`, value };
}

function colourBlock(page: PageDraft, top: number, bottom: number): void {
  if (bottom < top) return;
  const area: Area = { top, left: COLUMN.state, bottom, right: COLUMN.toDo };
  const cell = `${columnLetters(COLUMN.state)}${String(top)}`;
  const starts = (word: string): string => `LEFT(${cell},${String(word.length)})="${word}"`;
  page.conditions.push({
    area,
    formula: `OR(${starts(STATE.wrong)},${cell}="${VERDICT_WORDS.missed}",${cell}="${TO_DO.correct}")`,
    style: "bad",
  });
  page.conditions.push({ area, formula: starts(STATE.missing), style: "missing" });
  page.conditions.push({ area, formula: `OR(${cell}="${TO_DO.explain}",${starts(STATE.doubtful)})`, style: "attention" });
  page.conditions.push({
    area,
    formula: `OR(LEFT(${cell},3)="${VERDICT_WORDS.met}",${cell}="${RULE_WORDS.true}",${cell}="${STATE.sound}")`,
    style: "good",
  });
  page.conditions.push({
    area,
    formula: `OR(${cell}="${VERDICT_WORDS.unverifiable}",${cell}="${STATE.optional}")`,
    style: "quiet",
  });
}
