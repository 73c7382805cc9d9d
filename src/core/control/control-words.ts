// The words that stand in the control workbook for types, comparators, scopes …, and lists of words in one cell.
import { bareText, foldText } from "../text.js";

/** One choice: what code holds, the word that staff see, and other spellings that are understood. */
export interface Word {
  readonly code: string | boolean;
  readonly word: string;
  readonly also: readonly string[];
}

export type Words = readonly Word[];

export const TYPE_WORDS: Words = [
  { code: "count", word: "số nguyên", also: ["số", "số đếm", "số lượng", "integer"] },
  { code: "decimal", word: "số thập phân", also: ["số lẻ", "thập phân", "number"] },
  { code: "yesno", word: "có/không", also: ["có không", "có hoặc không", "yes/no"] },
  { code: "date", word: "ngày", also: ["ngày tháng", "ngày tháng năm"] },
  { code: "text", word: "chữ", also: ["văn bản", "lời"] },
  { code: "choice", word: "lựa chọn", also: ["chọn", "danh sách chọn", "select"] },
];

export const COMPARATOR_WORDS: Words = [
  {
    code: ">=",
    word: "từ … trở lên (≥)",
    also: ["≥", "=>", "từ", "trở lên", "từ … trở lên", "ít nhất", "tối thiểu", "đạt từ", "không dưới", "không thấp hơn"],
  },
  { code: ">", word: "trên (>)", also: [">", "trên", "hơn", "lớn hơn", "nhiều hơn", "vượt"] },
  { code: "=", word: "bằng (=)", also: ["=", "==", "bằng", "đúng bằng", "đúng", "đạt"] },
  {
    code: "<=",
    word: "không quá (≤)",
    also: ["≤", "=<", "không quá", "tối đa", "nhiều nhất", "không vượt quá", "trở xuống", "từ … trở xuống"],
  },
  { code: "<", word: "dưới (<)", also: ["<", "dưới", "nhỏ hơn", "ít hơn", "thấp hơn", "kém"] },
  { code: "between", word: "từ … đến …", also: ["trong khoảng", "từ … đến", "từ đến", "giữa", "–", "-"] },
  { code: "about", word: "khoảng (≈)", also: ["≈", "~", "khoảng", "xấp xỉ", "gần", "độ", "approx"] },
];

export const SCOPE_WORDS: Words = [
  { code: "total", word: "chung", also: ["toàn đảng bộ", "tổng", "cả đảng bộ", "toàn bộ"] },
  { code: "each", word: "từng đơn vị", also: ["mỗi đơn vị", "từng", "mỗi"] },
  { code: "both", word: "cả hai", also: ["chung và từng đơn vị"] },
];

export const SEVERITY_WORDS: Words = [
  { code: "error", word: "lỗi", also: ["sai", "lỗi (không nhận)", "bắt buộc đúng"] },
  { code: "warning", word: "cảnh báo", also: ["nhắc", "cảnh báo (cần giải trình)", "lưu ý"] },
];

export const YES_WORDS: Words = [
  { code: true, word: "có", also: ["x", "bắt buộc", "đúng", "yes", "true", "1"] },
  { code: false, word: "không", also: ["không bắt buộc", "sai", "no", "false", "0"] },
];

export const AGGREGATE_WORDS: Words = [
  { code: "sum", word: "cộng", also: ["cộng dồn", "tổng", "cộng lại"] },
  { code: "none", word: "không cộng", also: ["không", "không tổng hợp"] },
];

/** The word that staff see for a code. */
export function wordOf(words: Words, code: string | boolean): string {
  return words.find((word) => word.code === code)?.word ?? String(code);
}

/**
 * The code of a word as typed: case, spaces, dots and brackets do not count; marks may be missing when that leaves one choice.
 * @returns undefined when it is none of the words
 */
export function codeOf(words: Words, typed: string): string | boolean | undefined {
  return matching(words, typed, wordKey) ?? matching(words, typed, (text) => bareText(wordKey(text)));
}

function matching(words: Words, typed: string, key: (text: string) => string): string | boolean | undefined {
  const wanted = key(typed);
  if (wanted === "") return undefined;
  const found = words.filter(({ code, word, also }) => [String(code), word, ...also].some((text) => key(text) === wanted));
  return found.length === 1 ? found[0]!.code : undefined;
}

function wordKey(text: string): string {
  const folded = foldText(text.replace(/…|\.{2,}/gu, " "));
  const outside = foldText(folded.replace(/\([^)]*\)/gu, " "));
  return outside === "" ? folded : outside;
}

/** Several words in one cell: `đảng bộ cơ sở; chi bộ cơ sở`. A word that holds a separator stands in double quotes. */
export function joinItems(items: readonly string[]): string {
  return items.map((item) => (item === "" || /[;|\n"]/u.test(item) ? `"${item.replace(/"/gu, '""')}"` : item)).join("; ");
}

/** The words of one cell, separated by `;`, `|` or line breaks; spaces around them and empty ones are dropped unless in double quotes. */
export function splitItems(text: string): readonly string[] {
  const items: string[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")*)"\s*(?=[;|\n]|$)|([^;|\n]*))(?:[;|\n]|$)/guy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) break;
    if (match[1] !== undefined) items.push(match[1].replace(/""/gu, '"'));
    else if (match[2]!.trim() !== "") items.push(match[2]!.trim());
  }
  return items;
}
