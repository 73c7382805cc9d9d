// Numbers that are shares, multiples and ranks: "2/3 số chi bộ", "quá nửa", "gấp đôi", "xếp thứ 5/20", "top 10".
import type { ComparatorWord } from "./comparators.js";
import { distantComparator } from "./comparators.js";
import type { Measure } from "./measures.js";
import { measureAfter } from "./measures.js";
import { negative } from "./negatives.js";
import { digits, isYear, round } from "./numbers.js";
import type { Read } from "./phrases.js";
import { endingAt, find, looseWords, words } from "./phrases.js";
import type { Quantity } from "./quantity.js";
import { plain } from "./quantity.js";
import type { Span, Token } from "./tokens.js";
import { isWord } from "./tokens.js";

const RANK = looseWords(`
  xếp thứ | xếp thứ tự | thứ tự | thứ hạng | đứng thứ | xếp hạng | vị trí thứ | vị thứ | hạng thứ | hạng | xếp vị thứ |
  xếp vị trí thứ
`);
const TOP = looseWords("top", "tốp", "nhóm", "tốp đầu");
const LEADING = looseWords("dẫn đầu", "đứng đầu", "cao nhất", "tốt nhất", "hàng đầu");

/** "xếp thứ 19/27", "đứng thứ 5", "nhóm 10 tỉnh dẫn đầu", "top 10". */
export function ranked(tokens: readonly Token[], from: number, at: number): Read<Quantity> | null {
  const number = digits(tokens, at);
  if (number === null) return null;
  const lead = endingAt(RANK, tokens, 0, tokens[at - 1]?.text === ":" ? at - 1 : at);
  const top = endingAt(TOP, tokens, 0, at);
  const best = top !== null && (top.value.startsWith("t") || find(LEADING, tokens, number.next, number.next + 5) !== null);
  if (lead === null && !best) return null;
  const of = tokens[number.next]?.text === "/" ? digits(tokens, number.next + 1) : null;
  const measure = { kind: "unit", text: "thứ hạng", factor: 1, base: of === null ? null : String(of.value.value) } as const;
  const start = lead?.at ?? top?.at ?? from;
  return plain({
    from: Math.min(from, start),
    at,
    next: of?.next ?? number.next,
    value: number.value.value,
    measure,
    comparator: best ? "<=" : "=",
    rank: true,
  });
}

const TAKING = words("chiếm", "đạt", "có", "chiếm tỷ lệ");

function percentOf(a: number, b: number): number {
  return round(Number(((a / b) * 100).toFixed(4)));
}

/** "2/3 số chi bộ" is a share, "17/27" a rank, "14/16 xã" a count out of a whole. */
export function fraction(
  tokens: readonly Token[],
  from: number,
  at: number,
  before: ComparatorWord | null,
  span: Span,
): Read<Quantity> | null {
  const [top, bottom] = [digits(tokens, at), tokens[at + 1]?.text === "/" ? digits(tokens, at + 2) : null];
  if (top === null || bottom === null || isYear(tokens[at + 2]) || tokens[at + 3]?.text === "/") return null;
  const place = { at, next: bottom.next, percent: false, strong: before?.strong ?? false };
  const [a, b] = [top.value.value, bottom.value.value];
  const noun = measureAfter(tokens, bottom.next).value;
  if (a > b || (tokens[at + 3]?.gap === "none" && tokens[at + 3]?.kind === "word")) return null;
  if (tokens[at - 1]?.text === ":" && noun.kind === "none" && b > 4) return bare("thứ hạng", a, true);
  const share = b <= 5 && b > 1 && a < b;
  const said = before ?? distantComparator(tokens, span.from, from);
  if (share && (said !== null || endingAt(TAKING, tokens, span.from, from) !== null))
    return bare("%", percentOf(a, b), false, said);
  if (noun.kind !== "noun" && noun.kind !== "unit") return null;
  if (noun.text === "chỉ tiêu" || negative(tokens, place) === "name" || negative(tokens, place) === "date") return null;
  if (share) return bare("%", percentOf(a, b), false, said);
  return bare(noun.text, a, false, said);

  function bare(text: string, value: number, rank: boolean, word: ComparatorWord | null = null): Read<Quantity> {
    const kind = text === "%" ? "percent" : rank ? "unit" : "noun";
    const measure: Measure = { kind, text, factor: 1, base: text === "%" ? null : String(b) };
    return plain({
      from,
      at,
      next: bottom!.next,
      value,
      measure,
      comparator: word?.comparator ?? "=",
      rank,
      strong: word?.strong ?? false,
    });
  }
}

const GROWING = words("tăng", "đạt", "bằng", "lên", "cao", "ít nhất", "tối thiểu", "trên", "khoảng", "hơn");
const MULTIPLE_OF = looseWords("so với", "so", "năm", "mức", "nhiệm kỳ", "giai đoạn", "bình quân", "hiện nay");

/** "quá nửa số thôn", "tăng gấp đôi", "gấp đôi năm 2020"; not "nỗ lực gấp đôi để hoàn thành". */
export function special(
  tokens: readonly Token[],
  from: number,
  at: number,
  share: Read<number>,
  before: ComparatorWord | null,
): Read<Quantity> | null {
  const multiple = isWord(tokens[at], "gấp");
  if (multiple && before === null && GROWING(tokens, at - 1) === null && MULTIPLE_OF(tokens, share.next) === null) return null;
  const measure: Measure = { kind: multiple ? "unit" : "percent", text: multiple ? "lần" : "%", factor: 1, base: null };
  const comparator = before?.comparator ?? (isWord(tokens[at], "quá") ? ">" : "=");
  return plain({
    from,
    at,
    next: share.next,
    value: share.value,
    measure,
    comparator,
    rank: false,
    strong: before?.strong ?? false,
  });
}
