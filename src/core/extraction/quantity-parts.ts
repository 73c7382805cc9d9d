// Numbers that belong to another: the same figure in another measure, what each of a share gets, the indicator's own.
import { find, words } from "./phrases.js";
import type { Quantity } from "./quantity.js";
import type { Span, Token } from "./tokens.js";
import { markIn } from "./tokens.js";

/** The quantities of a span that can be targets of their own. */
export function withoutParts(tokens: readonly Token[], found: readonly Quantity[], span: Span): Quantity[] {
  let aside = 0;
  return found.filter((q, i) => {
    const [before, after] = [found[i - 1], found[i + 1]];
    if (q.from < aside) return false;
    if (before !== undefined && isConverted(tokens, before, q)) {
      aside = markIn(tokens, ")", q.next, q.next + 30) ?? 0;
      return false;
    }
    if (before !== undefined && (isPartOf(tokens, before, q) || isHowOften(tokens, before, q))) return false;
    return after === undefined || !isInIndicator(tokens, before?.next ?? span.from, q, after);
  });
}

/** "39% số xã (khoảng 350 xã)", "72 xã (chiếm 60%)": the number in brackets says the one before it in another measure. */
function isConverted(tokens: readonly Token[], before: Quantity, q: Quantity): boolean {
  const share = q.measure.kind === "percent";
  if (share === (before.measure.kind === "percent") || q.from - before.next > 8) return false;
  const lead = share ? TAKING(tokens, q.from - 1) : null;
  const open = lead === null ? q.from - 1 : q.from - 2;
  if (tokens[open]?.text !== "(" || (share && lead === null)) return false;
  return markIn(tokens, "),", q.next, q.next + 4) !== null;
}

const TAKING = words("chiếm", "bằng", "đạt", "tỷ lệ", "là");

/** "100% chi bộ xây dựng ít nhất 01 mô hình": a count inside what a share of a population does is no target of its own. */
function isPartOf(tokens: readonly Token[], share: Quantity, q: Quantity): boolean {
  if (share.measure.kind !== "percent" || q.measure.kind === "percent" || q.rank || share.measure.base !== null) return false;
  if (q.from <= share.next || q.from - share.next >= 30) return false;
  const divider = find(DIVIDERS, tokens, share.next, q.from);
  return divider === null || (tokens[q.at]!.kind === "word" && find(USING, tokens, q.from - 2, q.from) !== null);
}

/** "… được tiếp cận ít nhất một dịch vụ": what each of the population gets. */
const USING = words("tiếp cận", "sử dụng", "biết", "có", "tham gia", "hưởng", "thụ hưởng", "nắm");

const DIVIDERS = words(",", ";", ":", "(", "và", "trong đó", "riêng", "-", ".", "=");

/** "100% trường tổ chức sinh hoạt chuyên đề, mỗi năm ít nhất 2 buổi": how often the share does it. */
function isHowOften(tokens: readonly Token[], share: Quantity, q: Quantity): boolean {
  if (share.measure.kind !== "percent" || q.measure.kind === "percent" || q.from - share.next >= 40) return false;
  const each = find(EACH_TIME, tokens, Math.max(share.next, q.from - 2), q.from);
  return each !== null && tokens[each.at - 1]?.text === "," && find(SENTENCES, tokens, share.next, q.from) === null;
}

const EACH_TIME = words("mỗi năm", "hằng năm", "hàng năm", "mỗi tháng", "mỗi quý", "mỗi tuần", "mỗi học kỳ", "mỗi lần");
const SENTENCES = words(";", ":", ".");

/** "tỷ lệ trẻ được khám ít nhất 1 lần trong năm đạt 85%": a number inside the indicator of the share that follows. */
function isInIndicator(tokens: readonly Token[], start: number, q: Quantity, share: Quantity): boolean {
  if (share.measure.kind !== "percent" || q.measure.kind === "percent") return false;
  if (find(PARTING, tokens, q.next, share.from) !== null) return false;
  let opened = false;
  for (let i = q.from - 1; i >= Math.max(start, q.from - 40) && tokens[i]!.text !== ";"; i--)
    opened ||= SHARE_OF(tokens, i) !== null;
  return opened;
}

const SHARE_OF = words("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng");
const PARTING = words(",", ";", ":", ".");
