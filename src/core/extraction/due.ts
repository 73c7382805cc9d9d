// Due dates and recurrence: "đến hết năm 2025", "trước ngày 30/6/2026", "trong quý II/2026", "hằng năm", "%/năm".
import { isYear } from "./numbers.js";
import type { Read, Rule } from "./phrases.js";
import { find, phrases, words } from "./phrases.js";
import type { Span, Token } from "./tokens.js";
import { isWord, tokenize } from "./tokens.js";

const TO_YEAR = words(`
  đến năm | tới năm | đến hết năm | đến cuối năm | hết năm | cuối năm | trong năm | năm | đến hết | đến
`);
const TO_DATE = words("trước ngày", "đến ngày", "đến hết ngày", "xong ngày", "chậm nhất ngày");
const PERIOD = words("giai đoạn", "nhiệm kỳ", "năm học", "niên khóa", "thời kỳ");
const QUARTER = words("quý", "hết quý", "trong quý");
const DASH = words("-", "–", "đến", "—");
const ROMAN_QUARTERS = phrases({ I: 1, II: 2, III: 3, IV: 4 });
const LAST_DAY = ["", "03-31", "06-30", "09-30", "12-31"];

/** How often a target recurs, as `năm`, `quý`, `tháng`, `tuần`, `ngày`. */
const RECURRENCE = phrases({
  "hằng năm": "hằng năm",
  "hàng năm": "hằng năm",
  "mỗi năm": "hằng năm",
  "từng năm": "hằng năm",
  "/ năm": "hằng năm",
  "một năm": "hằng năm",
  "bình quân năm": "hằng năm",
  "hằng quý": "hằng quý",
  "hàng quý": "hằng quý",
  "mỗi quý": "hằng quý",
  "/ quý": "hằng quý",
  "hằng tháng": "hằng tháng",
  "hàng tháng": "hằng tháng",
  "mỗi tháng": "hằng tháng",
  "/ tháng": "hằng tháng",
  "hằng tuần": "hằng tuần",
  "mỗi tuần": "hằng tuần",
  "/ tuần": "hằng tuần",
  "mỗi ngày": "hằng ngày",
  "/ ngày": "hằng ngày",
  "mỗi nhiệm kỳ": "mỗi nhiệm kỳ",
  "mỗi học kỳ": "mỗi học kỳ",
});

/**
 * A due at a token: a year `2025`, or a day `2026-06-30`.
 * @example "đến năm 2025" is 2025; "giai đoạn 2026 - 2030" is 2030; "trước ngày 30/6/2026" is 2026-06-30; "quý II/2026" is 2026-06-30
 */
export const due: Rule<string> = (tokens, at) => {
  const token = tokens[at];
  if (token?.kind !== "word" || !OPENERS.has(token.norm)) return null;
  return dateAt(tokens, at) ?? quarterAt(tokens, at) ?? periodAt(tokens, at) ?? yearAt(tokens, at);
};

/** The first words of all leads: most words are no due at once. */
const OPENERS = new Set(
  tokenize("đến tới hết cuối trong năm trước xong chậm giai nhiệm niên thời quý").map((token) => token.norm),
);

function yearAt(tokens: readonly Token[], at: number): Read<string> | null {
  const lead = TO_YEAR(tokens, at);
  if (lead === null || !isYear(tokens[lead.next])) return null;
  const range = DASH(tokens, lead.next + 1);
  if (range !== null && isYear(tokens[range.next])) return { value: tokens[range.next]!.text, next: range.next + 1 };
  return { value: tokens[lead.next]!.text, next: lead.next + 1 };
}

function periodAt(tokens: readonly Token[], at: number): Read<string> | null {
  const lead = PERIOD(tokens, at);
  if (lead === null || !isYear(tokens[lead.next])) return null;
  const dash = DASH(tokens, lead.next + 1);
  if (dash === null || !isYear(tokens[dash.next])) return null;
  return { value: tokens[dash.next]!.text, next: dash.next + 1 };
}

function dateAt(tokens: readonly Token[], at: number): Read<string> | null {
  const lead = TO_DATE(tokens, at);
  if (lead === null) return null;
  const [day, s1, month, s2, year] = tokens.slice(lead.next, lead.next + 5);
  const marks = [s1?.text, s2?.text];
  const split = marks.every((m) => m === "/" || m === "-") || (isWord(s1, "tháng") && isWord(s2, "năm"));
  if (!split || !isYear(year) || !isDayPart(day) || !isDayPart(month)) return null;
  return { value: `${year!.text}-${month!.text.padStart(2, "0")}-${day!.text.padStart(2, "0")}`, next: lead.next + 5 };
}

function isDayPart(token: Token | undefined): boolean {
  return token?.kind === "number" && /^[0-3]?[0-9]$/u.test(token.text);
}

function quarterAt(tokens: readonly Token[], at: number): Read<string> | null {
  const lead = QUARTER(tokens, at);
  if (lead === null) return null;
  const roman = ROMAN_QUARTERS(tokens, lead.next);
  const digit = /^[1-4]$/u.test(tokens[lead.next]?.text ?? "") ? Number(tokens[lead.next]!.text) : null;
  const quarter = roman?.value ?? digit;
  const split = tokens[lead.next + 1];
  const year = tokens[lead.next + 2];
  if (quarter === null || split === undefined || !(split.text === "/" || isWord(split, "năm")) || !isYear(year)) return null;
  return { value: `${year!.text}-${LAST_DAY[quarter]!}`, next: lead.next + 3 };
}

/** The first due in a span, or null. A year after "so với", "từ", "cùng kỳ" is a base, not a due. */
export function dueIn(tokens: readonly Token[], span: Span): string | null {
  for (let from = span.from; from < span.to;) {
    const found = find(due, tokens, from, span.to);
    if (found === null) return null;
    if (!isBase(tokens, span.from, found.at)) return found.value;
    from = found.next;
  }
  return null;
}

const BASE = words("so với", "cùng kỳ", "từ", "kể từ", "so năm");

function isBase(tokens: readonly Token[], from: number, at: number): boolean {
  return find(BASE, tokens, Math.max(from, at - 5), at) !== null;
}

/** How often the target of a span recurs, or null. */
export function recurrenceIn(tokens: readonly Token[], span: Span): string | null {
  return find(RECURRENCE, tokens, span.from, span.to)?.value ?? null;
}
