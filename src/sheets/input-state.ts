// What an input holds, as one small number in a hidden cell beside it, and the words for that number; colours and self-check use the number.
import type { Field } from "../core/definition/field.js";
import type { Period } from "../core/definition/period.js";
import { serialOf } from "../core/figure/date.js";
import { quoted } from "../core/formula/print.js";
import { lowest, wordsOf } from "./field-words.js";

/** First words of what is said about an input, so that states of one kind can be counted. */
export const STATE = {
  sound: "Hợp lệ",
  missing: "Chưa nhập",
  optional: "Để trống (được phép)",
  wrong: "Sai",
  doubtful: "Lưu ý",
} as const;

/** What is said about a day after the period. */
export const DOUBT_WORDS = `${STATE.doubtful}: sau kỳ báo cáo`;

/** States of an input by number; from `error` on the figure cannot be taken. */
export const CODE = {
  sound: 0,
  optional: 1,
  missing: 2,
  doubtful: 3,
  error: 4,
  number: 5,
  whole: 6,
  day: 7,
  low: 8,
  high: 9,
  word: 10,
  text: 11,
};

type Code = keyof typeof CODE;

/** Words for each number, in the order of `CODE`. */
const WORDS: Readonly<Record<Code, string>> = {
  sound: STATE.sound,
  optional: STATE.optional,
  missing: STATE.missing,
  doubtful: DOUBT_WORDS,
  error: `${STATE.wrong}: ô đang báo lỗi`,
  number: `${STATE.wrong}: phải là số`,
  whole: `${STATE.wrong}: cần số nguyên`,
  day: `${STATE.wrong}: phải là ngày`,
  low: `${STATE.wrong}: quá nhỏ`,
  high: `${STATE.wrong}: quá lớn`,
  word: `${STATE.wrong}: ngoài danh mục`,
  text: `${STATE.wrong}: là số; gõ dấu ' ở đầu`,
};

/** The words as they stand in cells, first for number 0. */
export const STATE_WORDS: readonly string[] = (Object.keys(CODE) as Code[]).map((code) => WORDS[code]);

/** Defined name of the cells with the words. */
export const STATE_WORDS_NAME = "_trang_thai";

/** Excel formula: the words for the number in a cell. */
export function wordsFormula(cell: string): string {
  return `INDEX(${STATE_WORDS_NAME},${cell}+1)`;
}

/** The number of an input that nobody has typed into. */
export function blankCode(field: Field): number {
  return field.required ? CODE.missing : CODE.optional;
}

/** Excel formula: TRUE when the cell holds nothing but spaces. */
export function blankTest(ref: string): string {
  return `LEN(TRIM(${ref}))=0`;
}

/**
 * Excel formula: the number of the input's state.
 * @param ref the input's cell
 * @param words where the words of a long choice stand: a defined name
 */
export function codeFormula(field: Field, ref: string, words: string | null, period: Period): string {
  const filled = filledCode(field, ref, words, period);
  return `IF(ISERROR(${ref}),${String(CODE.error)},IF(${blankTest(ref)},${String(blankCode(field))},${filled}))`;
}

/** The number for a cell that is neither in error nor blank. */
function filledCode(field: Field, ref: string, words: string | null, period: Period): string {
  const { sound, doubtful, number, whole, day, low, high, word, text } = CODE;
  switch (field.type) {
    case "count":
    case "decimal": {
      const faults = boundTests(field, ref).map(({ test, above }) => [test, above ? high : low] as const);
      const all = field.type === "count" ? [[`${ref}<>INT(${ref})`, whole] as const, ...faults] : faults;
      return `IF(ISNUMBER(${ref}),${all.reduceRight((after, [test, code]) => `IF(${test},${String(code)},${after})`, String(sound))},${String(number)})`;
    }
    case "date":
      return `IF(${dayTest(ref)},IF(${lateTest(ref, period)},${String(doubtful)},${String(sound)}),${String(day)})`;
    case "yesno":
    case "choice":
      return `IF(${oneOf(field, ref, words)},${String(sound)},${String(word)})`;
    case "text":
      return `IF(ISNUMBER(${ref}),${String(text)},${String(sound)})`;
  }
}

/** Excel formula: TRUE when the cell is filled with something that does not belong there. */
export function faultTest(field: Field, ref: string, words: string | null): string {
  if (field.type === "text") return `OR(ISERROR(${ref}),ISNUMBER(${ref}))`;
  return `IF(ISERROR(${ref}),TRUE,IF(${blankTest(ref)},FALSE,${misfit(field, ref, words)}))`;
}

/** TRUE when a cell that is neither in error nor blank does not hold what its field takes. */
function misfit(field: Field, ref: string, words: string | null): string {
  if (field.type === "date") return `NOT(${dayTest(ref)})`;
  if (field.type !== "count" && field.type !== "decimal") return `NOT(${oneOf(field, ref, words)})`;
  const faults = boundTests(field, ref).map(({ test }) => test);
  if (field.type === "count") faults.unshift(`${ref}<>INT(${ref})`);
  if (faults.length === 0) return `NOT(ISNUMBER(${ref}))`;
  return `IF(ISNUMBER(${ref}),${faults.length === 1 ? faults[0]! : `OR(${faults.join(",")})`},TRUE)`;
}

function boundTests(field: Field, ref: string): { readonly test: string; readonly above: boolean }[] {
  const min = lowest(field);
  return [
    ...(min === null ? [] : [{ test: `${ref}<${String(min)}`, above: false }]),
    ...(field.max === null ? [] : [{ test: `${ref}>${String(field.max)}`, above: true }]),
  ];
}

/** A word is compared whole, capitals aside, as the check does; MATCH would take `*` and `?` for any letters. */
function oneOf(field: Field, ref: string, words: string | null): string {
  if (words !== null) return `SUMPRODUCT((${words}=TRIM(${ref}))*1)>0`;
  return `OR(${(wordsOf(field) ?? []).map((word) => `TRIM(${ref})=${quoted(word)}`).join(",")})`;
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
  return field.type === "date" ? lateTest(ref, period) : null;
}

function lateTest(ref: string, period: Period): string {
  return `IF(ISNUMBER(${ref}),${ref}>=${String(serialOf(period.end) + 1)},FALSE)`;
}
