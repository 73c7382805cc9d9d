// The indicator before a number: the words that name what is measured, without cues before it and links behind it.
import { due } from "./due.js";
import { isIndicatorHead, LEADING, LINKING, MARKS } from "./noun-phrases.js";
import type { Rule } from "./phrases.js";
import { endingAt, find, looseWords, words } from "./phrases.js";
import type { Span, Token } from "./tokens.js";
import { isWord, markIn } from "./tokens.js";

/** A verb of direction whose number is the level reached: "giảm tỷ lệ … xuống dưới 5%". */
const RAISING = words("nâng", "giảm", "tăng", "đưa", "hạ", "kéo giảm", "kéo");
const LEVEL = words("lên", "xuống", "còn", "xuống còn", "lên đến", "lên tới");
/** Cues inside the words before a number; the indicator stands after the last of them. */
const CUES = looseWords(`
  phấn đấu | đặt mục tiêu | mục tiêu | nhằm | được giao | đề ra | đặt ra | chỉ tiêu | phải | để | bảo đảm | đảm bảo |
  trong đó | cụ thể | theo đó | quyết tâm
`);

/**
 * The indicator before a number: after the last colon and cue, from the first indicator head, without linking words; before the colon when
 * only a cue stands behind it ("Điểm thi: phấn đấu đạt 6,0 điểm").
 */
export function indicatorWords(tokens: readonly Token[], span: Span): Span {
  const colon = markIn(tokens, ":", span.from, span.to - 1);
  let from = colon === null ? span.from : colon + 1;
  let head = headAfterMark(tokens, from, span.to);
  for (let cue = find(CUES, tokens, from, head ?? span.to); cue !== null; cue = find(CUES, tokens, from, head ?? span.to)) {
    from = cue.next;
    head = headAfterMark(tokens, from, span.to);
  }
  const own = trimmed(tokens, { from: head ?? from, to: span.to });
  return own.from < own.to || colon === null || span.to - colon > 5 ? own : trimmed(tokens, { from: span.from, to: colon });
}

/** The first indicator head at the start, after a mark or after a leading word: "Phấn đấu đến năm 2030, *tỷ lệ* …". */
function headAfterMark(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = from; i < to; i++) {
    if (!isIndicatorHead(tokens, i)) continue;
    if (
      i === from ||
      tokens[i - 1]!.text === "," ||
      endingAt(LEADING, tokens, from, i) !== null ||
      endingAt(due, tokens, from, i) !== null
    )
      return i;
  }
  return null;
}

/** Without leading cues and marks, without the link to the number; "giảm … xuống" before a level goes too. */
export function trimmed(tokens: readonly Token[], span: Span): Span {
  let { from } = span;
  const level = endingAt(LEVEL, tokens, from, span.to) !== null && !isWord(tokens[span.to - 2], "trở");
  let to = withoutStart(tokens, span, level);
  for (let end = -1; end !== to;) {
    end = to;
    to = beforeAny(tokens, from, to, [LINKING, MARKS, due]);
  }
  from = leadingOff(tokens, from, to);
  const raising = level ? RAISING(tokens, from) : null;
  return { from: raising !== null && raising.next < to ? leadingOff(tokens, raising.next, to) : from, to };
}

/** "tỷ lệ hộ nghèo *từ 2,1%* … xuống": where the number starts from is no part of what it is; "từ 15 tuổi trở lên" is. */
function withoutStart(tokens: readonly Token[], { from, to }: Span, level: boolean): number {
  for (let i = from + 1; i < to - 1; i++) {
    const starts = isWord(tokens[i], "từ") && tokens[i + 1]!.kind === "number";
    if (starts && (level || tokens[i + 2]?.text === "%") && !isWord(tokens[i + 2], "tuổi")) return i;
  }
  return to;
}

export function leadingOff(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (let before = -1; before !== at && at < to;) {
    before = at;
    if (isIndicatorHead(tokens, at) || isCompound(tokens, at)) return at;
    for (const rule of [due, LEADING, MARKS] as readonly Rule<unknown>[]) {
      const read = rule(tokens, at);
      if (read !== null && read.next <= to) at = read.next;
    }
  }
  return Math.min(at, to);
}

/** "giao quân", "giao thông": the first word alone would lead. */
function isCompound(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at], "giao") && isWord(tokens[at + 1], "quân", "thông", "dịch", "lưu", "khoán", "đất", "rừng", "nộp");
}

function beforeAny(tokens: readonly Token[], from: number, to: number, rules: readonly Rule<unknown>[]): number {
  for (const rule of rules) {
    const read = endingAt<unknown>(rule, tokens, from, to);
    if (read !== null && !isWord(tokens[read.at - 1], "trở")) return read.at;
  }
  return to;
}
