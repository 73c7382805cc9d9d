// The three blocks of the self-check: targets, rules and inputs, each row with its live state, and formulas that count what they found.
import { columnLetters } from "../core/cells.js";
import type { Field } from "../core/definition/field.js";
import { countsWhole } from "../core/verdict/measuring.js";
import { RULE_WORDS, thresholdText, VERDICT_WORDS } from "../core/verdict/verdict-text.js";
import { stateFormula, STATE, typeText } from "./field-words.js";
import type { FormDraft } from "./form-draft.js";
import { nameCell, putFormula, putText, ruleStateName, SUBMISSION_NUMBER, wordsName } from "./form-draft.js";
import type { FormLive } from "./form-live.js";
import { TO_DO } from "./form-live.js";
import { listStateName } from "./list-sheet.js";
import type { Area } from "./page.js";
import type { PageDraft } from "./page-draft.js";
import { cellArea } from "./page-draft.js";

/** Columns of the self-check. */
export const COLUMN = { number: 1, label: 2, wanted: 3, state: 4, gap: 5, toDo: 6, last: 6 } as const;
export const ROW_HEIGHT = 20;

/** The input "Lần báo cáo" as a field, so that it is checked like every other. */
const NUMBER_FIELD: Field = {
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
  page.atLeast(row, 22);
  page.atLeast(row + 1, 22);
}

function drawStart(
  draft: FormDraft,
  page: PageDraft,
  row: number,
  number: number,
  label: string,
  wanted: string,
  link?: string,
): void {
  page.put(row, COLUMN.number, { value: number, style: "center" });
  const area = cellArea(row, COLUMN.label);
  if (link === undefined) putText(draft, page, area, label, "label");
  else putText(draft, page, area, label, "linkWrapped", { link: `#${link}` });
  putText(draft, page, cellArea(row, COLUMN.wanted), wanted, "center");
  for (let column = COLUMN.state; column <= COLUMN.last; column++) page.put(row, column, { value: null, style: "center" });
  page.atLeast(row, ROW_HEIGHT);
}

interface Block {
  /** First row after the block and an empty one. */
  readonly next: number;
}

/** Draws a block from its title row on. */
export function drawTargets(draft: FormDraft, page: PageDraft, live: FormLive, top: number): Block & Pick<Tally, "toExplain"> {
  const { targets } = draft.parts;
  drawBlockHead(draft, page, top, "A. Kết quả so với chỉ tiêu", [
    "STT",
    "Chỉ tiêu",
    "Mức phải đạt",
    "Kết quả",
    "Còn thiếu (vượt)",
    "Việc cần làm",
  ]);
  let toExplain = 0;
  targets.forEach((target, i) => {
    const row = top + 2 + i;
    drawStart(draft, page, row, i + 1, target.label, thresholdText(target));
    if (target.scope === "total")
      return putText(draft, page, cellArea(row, COLUMN.state), "Tính chung các đơn vị", "centerQuiet");
    const { verdict, gap, toDo } = live.target(target);
    const format = countsWhole(draft.definition, target) ? "#,##0" : "#,##0.0##";
    putFormula(draft, page, cellArea(row, COLUMN.state), verdict, "center", { kind: "targetVerdict", id: target.id });
    putFormula(draft, page, cellArea(row, COLUMN.gap), gap, "center", { kind: "other", id: target.id }, { format });
    putFormula(draft, page, cellArea(row, COLUMN.toDo), toDo, "center", { kind: "other", id: target.id });
    if (toDo.value === TO_DO.explain) toExplain += 1;
  });
  const last = top + 1 + targets.length;
  colourBlock(page, top + 2, last);
  return { next: last + 2, toExplain: countOf(COLUMN.toDo, top + 2, last, TO_DO.explain, toExplain) };
}

/** Draws a block from its title row on. */
export function drawRules(
  draft: FormDraft,
  page: PageDraft,
  live: FormLive,
  top: number,
): Block & Pick<Tally, "toExplain" | "violated"> {
  const { rules } = draft.parts;
  drawBlockHead(draft, page, top, "B. Đối chiếu giữa các số liệu", [
    "STT",
    "Lỗi hoặc điểm lưu ý nếu có",
    "Mức độ",
    "Đối chiếu",
    "",
    "Việc cần làm",
  ]);
  const count = { [TO_DO.explain]: 0, [TO_DO.correct]: 0 };
  rules.forEach((rule, i) => {
    const row = top + 2 + i;
    const { state, toDo } = live.rule(rule);
    drawStart(draft, page, row, i + 1, rule.message, rule.severity === "error" ? "Bắt buộc đúng" : "Được gửi nếu có giải trình");
    putFormula(draft, page, columnsOf(row, COLUMN.state, COLUMN.gap), state, "center", { kind: "ruleState", id: rule.id });
    if (rule.severity === "error") nameCell(draft, page, ruleStateName(rule), cellArea(row, COLUMN.state));
    putFormula(draft, page, cellArea(row, COLUMN.toDo), toDo, "center", { kind: "other", id: rule.id });
    if (toDo.value === TO_DO.explain || toDo.value === TO_DO.correct) count[toDo.value] += 1;
  });
  const last = top + 1 + rules.length;
  colourBlock(page, top + 2, last);
  return {
    next: last + 2,
    toExplain: countOf(COLUMN.toDo, top + 2, last, TO_DO.explain, count[TO_DO.explain]),
    violated: countOf(COLUMN.toDo, top + 2, last, TO_DO.correct, count[TO_DO.correct]),
  };
}

/** Draws a block from its title row on. */
export function drawInputs(
  draft: FormDraft,
  page: PageDraft,
  top: number,
): Block & Pick<Tally, "missing" | "faulty"> & { readonly doubtful: Count } {
  const { fields, lists } = draft.parts;
  drawBlockHead(draft, page, top, "C. Từng số liệu (bấm vào tên để đến ô nhập)", [
    "STT",
    "Số liệu",
    "Yêu cầu",
    "Trạng thái",
    "",
    "",
  ]);
  const first = top + 2;
  let missing = 0;
  [...fields, NUMBER_FIELD].forEach((field, i) => {
    const row = first + i;
    const text = stateFormula(field, field.id, wordsName(draft, field.id, field), draft.definition.period);
    const value = field === NUMBER_FIELD ? STATE.sound : field.required ? STATE.missing : STATE.optional;
    drawStart(draft, page, row, i + 1, field.label, typeText(field), field.id);
    putFormula(draft, page, columnsOf(row, COLUMN.state, COLUMN.last), { text, value }, "center", {
      kind: "other",
      id: field.id,
    });
    if (value === STATE.missing) missing += 1;
  });
  lists.forEach((list, i) => {
    const row = first + fields.length + 1 + i;
    const sheet = draft.listSheets.get(list.id)!;
    drawStart(
      draft,
      page,
      row,
      fields.length + 2 + i,
      list.label,
      "Từng dòng đủ các cột bắt buộc",
      `'${sheet.replace(/'/gu, "''")}'!A1`,
    );
    putFormula(
      draft,
      page,
      columnsOf(row, COLUMN.state, COLUMN.last),
      { text: listState(listStateName(list)), value: STATE.optional },
      "center",
      { kind: "other", id: list.id },
    );
  });
  const last = first + fields.length + lists.length;
  colourBlock(page, first, last);
  return {
    next: last + 2,
    missing: startCount(first, last, STATE.missing, missing),
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
