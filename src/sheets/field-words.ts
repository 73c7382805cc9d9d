// What may be typed into an input, in words, as Excel's own check while typing, and as formulas that say what is wrong with it.
import type { Field } from "../core/definition/field.js";
import type { Period } from "../core/definition/period.js";
import { serialOf } from "../core/figure/date.js";
import { quoted } from "../core/formula/print.js";
import { numberText } from "../core/figure/number-text.js";
import type { Area, Validation } from "./page.js";
import type { StyleName } from "./styles.js";

/** Words that the self-check writes; findings of the same kind start with the same word, so that they can be counted. */
export const STATE = {
  sound: "Hợp lệ",
  missing: "Chưa nhập",
  optional: "Để trống (được phép)",
  wrong: "Sai",
  doubtful: "Lưu ý",
} as const;

const YES_NO = ["Có", "Không"] as const;
const MAX_WORDS = 250;
const MAX_TEXT_LENGTH = 2000;

/** The words among which a yes/no or a choice decides; null for every other type. */
export function wordsOf(field: Field): readonly string[] | null {
  if (field.type === "yesno") return YES_NO;
  return field.type === "choice" ? field.choices : null;
}

/** True when the words do not fit into a drop-down of Excel and must stand in cells. */
export function needsWordCells(field: Field): boolean {
  const words = wordsOf(field) ?? [];
  return words.join(",").length > MAX_WORDS || words.some((word) => word.includes(",") || word !== word.trim());
}

/** Look of the input cell of a field. */
export function inputStyle(field: Field): StyleName {
  switch (field.type) {
    case "count":
      return "input";
    case "decimal":
      return "inputDecimal";
    case "date":
      return "inputDate";
    case "text":
      return "inputText";
    case "yesno":
    case "choice":
      return "inputCenter";
  }
}

/** "Số nguyên, từ 1 đến 500; bắt buộc." */
export function typeText(field: Field): string {
  const range = rangeText(field);
  const kind = {
    count: `Số nguyên${range}`,
    decimal: `Số${range}`,
    yesno: "Chọn Có hoặc Không",
    date: "Ngày/tháng/năm",
    text: "Chữ",
    choice: "Chọn trong danh sách",
  }[field.type];
  return `${kind}; ${field.required ? "bắt buộc" : "không bắt buộc"}.`;
}

function rangeText(field: Field): string {
  const min = lowest(field);
  if (min !== null && field.max !== null) return ` từ ${numberText(min)} đến ${withMeasure(field.max, field.measure)}`;
  if (field.max !== null) return ` không quá ${withMeasure(field.max, field.measure)}`;
  return min === null ? "" : ` từ ${numberText(min)} trở lên`;
}

function withMeasure(value: number, measure: string): string {
  return measure === "" ? numberText(value) : `${numberText(value)} ${measure}`;
}

/** A count is never below 0. */
function lowest(field: Field): number | null {
  return field.type === "count" ? Math.max(0, field.min ?? 0) : field.min;
}

/**
 * The check that Excel makes while somebody types.
 * @param words where the words of a long choice stand: a defined name
 */
export function inputValidation(field: Field, area: Area, words: string | null): Validation {
  const prompt = [field.guidance, typeText(field)].filter((part) => part !== "").join("\n");
  const common = {
    area,
    promptTitle: field.measure === "" ? field.label : `${field.label} (${field.measure})`,
    prompt: field.measure === "" ? prompt : `${prompt} Đơn vị tính: ${field.measure}.`,
    errorTitle: "Số liệu chưa hợp lệ",
    allowBlank: true,
    strength: "stop",
  } as const;
  const min = lowest(field);
  const bounds = { ...(min === null ? {} : { min }), ...(field.max === null ? {} : { max: field.max }) };
  switch (field.type) {
    case "count":
      return {
        ...common,
        kind: "whole",
        ...bounds,
        error: `Ô này nhận số nguyên${rangeText(field)}. Chỉ gõ chữ số, không gõ chữ kèm theo.`,
      };
    case "decimal":
      return {
        ...common,
        kind: "decimal",
        ...bounds,
        error: `Ô này nhận số${rangeText(field)}. Chỉ gõ số, không gõ chữ kèm theo.`,
      };
    case "date":
      return {
        ...common,
        kind: "date",
        strength: "warning",
        min: "1930-01-01",
        max: "2100-12-31",
        error: "Ô này nhận ngày, gõ theo dạng ngày/tháng/năm, ví dụ 31/12/2024.",
      };
    case "text":
      return {
        ...common,
        kind: "textLength",
        max: MAX_TEXT_LENGTH,
        error: `Nội dung dài quá ${numberText(MAX_TEXT_LENGTH)} ký tự, đề nghị viết gọn lại.`,
      };
    case "yesno":
    case "choice":
      return {
        ...common,
        kind: "list",
        ...(words === null ? { words: wordsOf(field) ?? [] } : { formula: words }),
        error: field.type === "yesno" ? "Chọn “Có” hoặc “Không” trong danh sách." : "Chọn một mục trong danh sách.",
      };
  }
}

/** Days that are no slip: 1930 to 2100, as day numbers. */
const FIRST_DAY = 10959;
const LAST_DAY = 73415;

/** Excel formula: TRUE for a day number, or a day typed as text with the day first (which a program set to English keeps as text). */
function dayTest(ref: string): string {
  const text = `TRIM(${ref})`;
  const first = `FIND("/",${text})`;
  const second = `FIND("/",${text},${first}+1)`;
  const [d, m, y] = [`LEFT(${text},${first}-1)`, `MID(${text},${first}+1,${second}-${first}-1)`, `MID(${text},${second}+1,9)`];
  const date = `DATE(${y},${m},${d})`;
  const typed = `IFERROR(AND(DAY(${date})=${d}*1,MONTH(${date})=${m}*1,${y}*1>=1930,${y}*1<=2100),FALSE)`;
  return `IF(ISNUMBER(${ref}),AND(${ref}>=${String(FIRST_DAY)},${ref}<${String(LAST_DAY + 1)}),${typed})`;
}

/** Excel formula: TRUE for a day after the period, which is asked about; null for every field that is no date. */
export function doubtTest(field: Field, ref: string, period: Period): string | null {
  return field.type === "date" ? `IF(ISNUMBER(${ref}),${ref}>=${String(serialOf(period.end) + 1)},FALSE)` : null;
}

/** What is said about a day after the period. */
export const DOUBT_WORDS = `${STATE.doubtful}: ngày sau kỳ báo cáo`;

/** Excel formula: TRUE when the cell holds nothing but spaces. */
export function blankTest(ref: string): string {
  return `LEN(TRIM(${ref}))=0`;
}

interface Fault {
  /** Excel formula that is TRUE when the fault is there; the faults before it are not. */
  readonly test: string;
  readonly words: string;
}

function faultsOf(field: Field, ref: string, words: string | null): readonly Fault[] {
  const faults: Fault[] = [{ test: `ISERROR(${ref})`, words: `${STATE.wrong}: ô đang báo lỗi` }];
  const min = lowest(field);
  if (field.type === "count" || field.type === "decimal")
    faults.push({ test: `NOT(ISNUMBER(${ref}))`, words: `${STATE.wrong}: phải là số` });
  if (field.type === "text") faults.push({ test: `ISNUMBER(${ref})`, words: `${STATE.wrong}: là số; gõ dấu ' ở đầu` });
  if (field.type === "count") faults.push({ test: `${ref}<>INT(${ref})`, words: `${STATE.wrong}: phải là số nguyên` });
  if (field.type === "date") faults.push({ test: `NOT(${dayTest(ref)})`, words: `${STATE.wrong}: phải là ngày` });
  if (min !== null && isNumeric(field))
    faults.push({ test: `${ref}<${String(min)}`, words: `${STATE.wrong}: nhỏ hơn ${numberText(min)}` });
  if (field.max !== null && isNumeric(field))
    faults.push({ test: `${ref}>${String(field.max)}`, words: `${STATE.wrong}: lớn hơn ${numberText(field.max)}` });
  if (wordsOf(field) !== null)
    faults.push({ test: `NOT(${oneOf(field, ref, words)})`, words: `${STATE.wrong}: không có trong danh sách` });
  return faults;
}

function isNumeric(field: Field): boolean {
  return field.type === "count" || field.type === "decimal";
}

function oneOf(field: Field, ref: string, words: string | null): string {
  if (words !== null) return `ISNUMBER(MATCH(TRIM(${ref}),${words},0))`;
  return `OR(${(wordsOf(field) ?? []).map((word) => `TRIM(${ref})=${quoted(word)}`).join(",")})`;
}

/** Excel formula: the state of an input in words. */
export function stateFormula(field: Field, ref: string, words: string | null, period: Period): string {
  const blank = quoted(field.required ? STATE.missing : STATE.optional);
  const [error, ...rest] = faultsOf(field, ref, words);
  const doubt = doubtTest(field, ref, period);
  const sound = doubt === null ? quoted(STATE.sound) : `IF(${doubt},${quoted(DOUBT_WORDS)},${quoted(STATE.sound)})`;
  const tail = rest.reduceRight((after, fault) => `IF(${fault.test},${quoted(fault.words)},${after})`, sound);
  return `IF(${error!.test},${quoted(error!.words)},IF(${blankTest(ref)},${blank},${tail}))`;
}

/** Excel formula: TRUE when the cell is filled with something that does not belong there. */
export function faultTest(field: Field, ref: string, words: string | null): string {
  const [error, ...rest] = faultsOf(field, ref, words);
  const tail = rest.reduceRight((after, fault) => `IF(${fault.test},TRUE,${after})`, "FALSE");
  return `IF(${error!.test},TRUE,IF(${blankTest(ref)},FALSE,${tail}))`;
}
