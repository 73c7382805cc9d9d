// Comparators: the words before or after a number that say at least, more than, at most, less than, about.
import type { Comparator } from "../definition/target.js";
import type { Read } from "./phrases.js";
import { find, looseWords, many, phrases } from "./phrases.js";
import type { Token } from "./tokens.js";

/** `strong` words set a bound by themselves ("tối thiểu"); `weak` ones also describe results ("trên 1.000 lao động"). */
export interface ComparatorWord {
  readonly comparator: Comparator;
  readonly strong: boolean;
  /** "từ" and "khoảng" give way to another comparator beside them: "từ trên 90%" is "trên". */
  readonly yields: boolean;
}

const word = (comparator: Comparator, strong: boolean, yields = false): ComparatorWord => ({ comparator, strong, yields });

/** Words right before the number: "ít nhất 02 mô hình", "không quá 3%". */
const BEFORE = phrases(
  {
    "ít nhất": word(">=", true),
    "tối thiểu": word(">=", true),
    "chí ít": word(">=", true),
    "thấp nhất": word(">=", true),
    "không dưới": word(">=", true),
    "không ít hơn": word(">=", true),
    "không thấp hơn": word(">=", true),
    "không nhỏ hơn": word(">=", true),
    "không kém": word(">=", true),
    "lớn hơn hoặc bằng": word(">=", true),
    "bằng hoặc lớn hơn": word(">=", true),
    "bằng hoặc cao hơn": word(">=", true),
    "≥": word(">=", true),
    "> =": word(">=", true),
    từ: word(">=", false, true),
    trên: word(">", false),
    hơn: word(">", false),
    "cao hơn": word(">", false),
    "lớn hơn": word(">", false),
    "nhiều hơn": word(">", false),
    "vượt trên": word(">", false),
    ">": word(">", true),
    dưới: word("<", false),
    "thấp hơn": word("<", false),
    "ít hơn": word("<", false),
    "nhỏ hơn": word("<", false),
    "chưa đến": word("<", false),
    "chưa tới": word("<", false),
    "<": word("<", true),
    "không quá": word("<=", true),
    "tối đa": word("<=", true),
    "nhiều nhất": word("<=", true),
    "cao nhất": word("<=", true),
    "không vượt quá": word("<=", true),
    "không vượt": word("<=", true),
    "không hơn": word("<=", true),
    "không trên": word("<=", true),
    "không cao hơn": word("<=", true),
    "không lớn hơn": word("<=", true),
    "không nhiều hơn": word("<=", true),
    "nhỏ hơn hoặc bằng": word("<=", true),
    "≤": word("<=", true),
    "< =": word("<=", true),
    khoảng: word("about", false, true),
    "xấp xỉ": word("about", false),
    gần: word("about", false),
    chừng: word("about", false),
    "trên dưới": word("about", false),
    "tương đương": word("about", false, true),
    "~": word("about", false),
    "≈": word("about", false),
  },
  "loose",
);

/** Words that may stand between comparator and number: "dưới : 1%", "trên mức 5%". */
const FILLER = phrases({ ":": 1, mức: 1, là: 1, "(": 1 });

/** Words after the number: "95% trở lên", "từ 90 đảng viên trở lên". */
const AFTER = phrases({ "trở lên": ">=", "trở xuống": "<=", "là tối thiểu": ">=", "là ít nhất": ">=" } as const, "loose");

/** Bounds that may stand some words before the number: "tối thiểu bình quân toàn tỉnh giảm 10%". */
const DISTANT = phrases({
  "ít nhất": word(">=", true),
  "tối thiểu": word(">=", true),
  "không dưới": word(">=", true),
  "tối đa": word("<=", true),
  "không quá": word("<=", true),
});

/** A level after which "trở lên" belongs to the level: "hoàn thành tốt nhiệm vụ trở lên", "trung cấp trở lên". */
const LEVEL = looseWords(`
  nhiệm vụ | tốt | khá | giỏi | xuất sắc | trung bình | đại học | cao đẳng | trung cấp | sơ cấp | thạc sĩ | tiến sĩ |
  phổ thông | đạt | cấp tỉnh | cấp huyện | cấp xã | cấp cơ sở | bậc | hạng | mức độ | loại | tuổi | vững mạnh |
  tiên tiến | sao
`);

/** Comparator words in a row, with fillers: "đạt từ", "xuống dưới". Gives the decisive one. */
export function comparatorBefore(tokens: readonly Token[], at: number): Read<ComparatorWord> | null {
  const first = BEFORE(tokens, at);
  if (first === null) return null;
  let { value, next } = first;
  for (let i = 0; i < 3; i++) {
    const more = BEFORE(tokens, next);
    if (more === null) break;
    if (value.yields || !more.value.yields) value = more.value;
    next = more.next;
  }
  return { value, next: many(FILLER, 2)(tokens, next).next };
}

/**
 * "trở lên" or "trở xuống" of the number that ends at `at`, at most `reach` tokens later and before `to`, when no level word stands between.
 */
export function comparatorAfter(
  tokens: readonly Token[],
  at: number,
  to: number,
  reach: number,
): (Read<Comparator> & { at: number }) | null {
  const found = find<Comparator>(AFTER, tokens, at, Math.min(to, at + reach + 2));
  if (found === null) return null;
  const level = find(LEVEL, tokens, at, found.at);
  return level === null ? found : null;
}

/** A bound at most six tokens before the number, with no other mark between. */
export function distantComparator(tokens: readonly Token[], from: number, to: number): ComparatorWord | null {
  for (let at = to - 1; at >= Math.max(from, to - 8); at--) {
    const token = tokens[at]!;
    if (token.kind === "number" || (token.kind === "mark" && token.text !== "%")) return null;
    const read = DISTANT(tokens, at);
    if (read !== null) return read.value;
  }
  return null;
}
