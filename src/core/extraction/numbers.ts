// Numbers as Vietnamese offices write them: 2.000, 2000, 6,5, 5.5, 01, 140 nghìn, hai mươi, một nửa, 2/3.
import type { Read, Rule } from "./phrases.js";
import { phrases } from "./phrases.js";
import type { Token } from "./tokens.js";

/** A number that was read, with what its spelling says about it. */
export interface Numeral {
  readonly value: number;
  /** One group after a comma or point: "1,250" may be a thousand; the measure decides. */
  readonly ambiguous: boolean;
  /** Written in words: needs more evidence than digits. */
  readonly spelled: boolean;
}

/**
 * The value of digits with separators, or null when they are no number ("1,2.3,4").
 * Point for thousands, comma for decimals; a point before other than three digits is a decimal mark.
 * @example numeral("2.000") is 2000, numeral("6,5") is 6.5, numeral("5.5") is 5.5, numeral("01") is 1
 */
export function numeral(text: string): number | null {
  if (/^[0-9]+$/u.test(text)) return text.length > 15 ? null : Number(text);
  if (/^[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?$/u.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  if (/^[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?$/u.test(text)) return Number(text.replaceAll(",", ""));
  if (/^[0-9]+[.,][0-9]+$/u.test(text)) return Number(text.replace(",", "."));
  return null;
}

const UNITS = phrases({
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
});
const TEENS = phrases({ mười: 10 });
const TENS = phrases({
  "hai mươi": 20,
  "ba mươi": 30,
  "bốn mươi": 40,
  "năm mươi": 50,
  "sáu mươi": 60,
  "bảy mươi": 70,
  "tám mươi": 80,
  "chín mươi": 90,
});
const HUNDREDS = phrases({
  "một trăm": 100,
  "hai trăm": 200,
  "ba trăm": 300,
  "bốn trăm": 400,
  "năm trăm": 500,
  "sáu trăm": 600,
  "bảy trăm": 700,
  "tám trăm": 800,
  "chín trăm": 900,
});

/** A whole number in words below a thousand: "ba mươi lăm" is 35, "một trăm" is 100. "một số", "một trong" are no numbers. */
export const spelledNumber: Rule<number> = (tokens, at) => {
  const hundreds = HUNDREDS(tokens, at);
  const rest = tens(tokens, hundreds?.next ?? at);
  if (hundreds !== null) return { value: hundreds.value + (rest?.value ?? 0), next: rest?.next ?? hundreds.next };
  return rest !== null && NOT_ONE(tokens, rest.next) !== null && rest.value === 1 ? null : rest;
};

const NOT_ONE = phrases({ số: 1, trong: 1, cách: 1, phần: 1, bộ: 1, cửa: 1, lòng: 1, mặt: 1, lúc: 1, khi: 1, cấp: 1 });

function tens(tokens: readonly Token[], at: number): Read<number> | null {
  const first = TENS(tokens, at) ?? TEENS(tokens, at);
  const unit = UNITS(tokens, first?.next ?? at);
  if (first === null) return unit;
  return { value: first.value + (unit?.value ?? 0), next: unit?.next ?? first.next };
}

/** Shares in words, as percentages: "một nửa số xã" is 50, "hai phần ba" is 66.6667. */
export const spelledShare: Rule<number> = phrases({
  "một nửa": 50,
  "quá nửa": 50,
  "phân nửa": 50,
  "hai phần ba": 66.6667,
  "một phần ba": 33.3333,
  "ba phần tư": 75,
  "một phần tư": 25,
  "bốn phần năm": 80,
  "một phần hai": 50,
});

/** Multiples in words: "gấp đôi", "gấp rưỡi". */
export const spelledMultiple: Rule<number> = phrases({
  "gấp đôi": 2,
  "gấp rưỡi": 1.5,
  "gấp ba": 3,
  "gấp bốn": 4,
  "gấp năm": 5,
  "gấp mười": 10,
});

/** Powers of ten in words: "140 nghìn" is 140.000, "2,5 triệu" is 2.500.000. */
export const scaleWord: Rule<number> = phrases({
  nghìn: 1e3,
  ngàn: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tỷ: 1e9,
  "nghìn tỷ": 1e12,
  "ngàn tỷ": 1e12,
  "triệu tỷ": 1e15,
});

/** Digits at a token, with their ambiguity. */
export const digits: Rule<Numeral> = (tokens, at) => {
  const token = tokens[at];
  if (token?.kind !== "number") return null;
  const value = numeral(token.text);
  if (value === null) return null;
  const ambiguous = /^[1-9][0-9]{0,2},[0-9]{3}$/u.test(token.text);
  return { value: { value: round(value), ambiguous, spelled: false }, next: at + 1 };
};

/** A value without float noise: 6.83 * 1000 is 6830. */
export function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** Numbers that read as years when nothing says otherwise. */
export function isYear(token: Token | undefined): boolean {
  return token?.kind === "number" && /^(?:19|20|21)[0-9]{2}$/u.test(token.text);
}
