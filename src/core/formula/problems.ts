// What can be wrong with the text of a formula, with the sentence for people.

/** Vietnamese and English words for each problem; they follow "ở ký tự N:". */
export const FORMULA_PROBLEMS = {
  empty: { vi: "công thức để trống", en: "the formula is empty" },
  "too-long": { vi: "công thức dài quá 8.192 ký tự", en: "the formula is longer than 8,192 characters" },
  "too-many": { vi: "công thức có quá 1.024 phép tính", en: "the formula has more than 1,024 operations" },
  "too-deep": { vi: "ngoặc lồng nhau quá 64 cấp", en: "brackets are nested deeper than 64" },
  "unexpected-character": { vi: "có ký tự không dùng được trong công thức", en: "a character that formulas do not use" },
  "unexpected-word": {
    vi: "thiếu phép tính hoặc thừa chữ ở chỗ này",
    en: "an operator is missing, or this does not belong here",
  },
  "unexpected-end": { vi: "công thức bị dở dang, thiếu phần sau", en: "the formula ends too early" },
  "unclosed-text": { vi: "thiếu dấu nháy kép đóng", en: "the closing quotation mark is missing" },
  "unclosed-bracket": { vi: "thiếu dấu ngoặc đóng", en: "the closing bracket is missing" },
  "unknown-function": { vi: "không có hàm này trong danh sách hàm được dùng", en: "this function is not in the subset" },
  "argument-count": { vi: "hàm có số đối số không đúng", en: "the function has the wrong number of arguments" },
  "range-expected": {
    vi: "đối số đầu của COUNTIF phải là tên một số liệu hoặc một cột của danh sách",
    en: "the first argument of COUNTIF must be the name of a figure or of a list's column",
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

export type FormulaProblem = keyof typeof FORMULA_PROBLEMS;

/** The sentence part for a problem of `parseFormula`. */
export function problemText(problem: FormulaProblem, language: "vi" | "en" = "vi"): string {
  return FORMULA_PROBLEMS[problem][language];
}
