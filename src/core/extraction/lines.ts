// Lines become paragraphs: soft line breaks, page breaks and page numbers are mended, list marks are read.
import type { Token } from "./tokens.js";
import { isCapital, isWord } from "./tokens.js";

/** Depth of what opens a paragraph: capitals 0, "I." 1, "1." 2, "1.1." 3, "a)" 4, "-" 6, "+" 7; 9 for running text. */
export const RUNNING = 9;

export interface Mark {
  /** As printed, without point or bracket: `II`, `2.1`, `a`, `-`. */
  readonly text: string;
  readonly level: number;
}

/** A paragraph: its tokens without its mark and without page numbers that fell into it. */
export interface Paragraph {
  readonly mark: Mark | null;
  readonly tokens: readonly Token[];
  /** All letters are capitals: a title. */
  readonly capitals: boolean;
  readonly footnote: boolean;
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

const ROMAN = /^[IVXLC]+$/u;
const BULLETS = new Set(["-", "–", "—", "−", "•", "●", "▪", "◦", "*", "·", "∙", ""]);
const DRESSING = new Set(["*", "#", "_", ">", "|", "`"]);
const ENDS = new Set([".", ";", ":", "!", "?", "…"]);

interface Open {
  readonly mark: Mark | null;
  readonly tokens: Token[];
  line: Line;
}

/** The paragraphs of a text in order. */
export function paragraphsOf(tokens: readonly Token[]): Paragraph[] {
  const lines = linesOf(tokens);
  const wrap = wrapWidth(lines);
  const out: Open[] = [];
  for (const line of lines) {
    if (isPageNumber(tokens, line)) continue;
    const from = undressed(tokens, line);
    const last = out.at(-1);
    const read = goesOnWithRange(last, tokens, from) ? null : markAt(tokens, from, line.to);
    if (last !== undefined && read === null && continues(last, tokens[from]!, wrap)) {
      for (let i = from; i < line.to; i++) last.tokens.push(tokens[i]!);
      last.line = line;
    } else out.push({ mark: read?.mark ?? null, tokens: tokens.slice(read?.next ?? from, line.to), line });
  }
  return out
    .filter((p) => p.tokens.length > 0)
    .map(({ mark, tokens: own }) => ({
      mark,
      tokens: own,
      capitals: (mark === null || mark.level < 6) && isCapitals(own),
      footnote: isNote(own),
    }));
}

function isNote(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  return first !== undefined && first.noted && first.gap !== "none" && first.gap !== "space";
}

function linesOf(tokens: readonly Token[]): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    const gap = tokens[i]?.gap;
    if (i < tokens.length && gap !== "line" && gap !== "blank") continue;
    lines.push({ from, to: i, length: tokens[i - 1]!.end - tokens[from]!.start });
    from = i;
  }
  return tokens.length === 0 ? [] : lines;
}

/** Width at which a text is broken into lines, or null when a line is a paragraph. */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines
    .map((line) => line.length)
    .filter((length) => length > 30)
    .sort((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.95)];
  return wide !== undefined && lengths.length >= 8 && wide < 130 ? wide : null;
}

function isPageNumber(tokens: readonly Token[], line: Line): boolean {
  const inner = tokens.slice(line.from, Math.min(line.to, line.from + 4)).filter((t) => !BULLETS.has(t.text));
  return line.to - line.from <= 3 && inner.length === 1 && /^[0-9]{1,3}$/u.test(inner[0]!.text);
}

function undressed(tokens: readonly Token[], line: Line): number {
  let from = line.from;
  while (from < line.to - 1 && DRESSING.has(tokens[from]!.text) && tokens[from + 1]!.gap === "none") from++;
  return from;
}

/**
 * Whether a line goes on with the paragraph before it: in a wrapped text any line after a full one; after a page break or a blank line one
 * that starts with a small letter while the paragraph had no end.
 */
function continues(before: Open, first: Token, wrap: number | null): boolean {
  const last = before.tokens.at(-1);
  if (last === undefined || first.noted) return false;
  if (BULLETS.has(first.text)) return last.kind === "number" && first.gap === "line";
  const open = !ENDS.has(last.text);
  const small = first.kind === "word" ? /^\p{Ll}/u.test(first.text) : first.text === "(" || first.text === "%";
  if (open && (small || (first.kind === "number" && first.gap === "line" && (last.text === "-" || awaitsNumber(last)))))
    return true;
  if (wrap === null || first.gap === "blank" || first.kind === "mark") return false;
  const full = before.line.length >= wrap * 0.75;
  if (first.kind === "number") return open && full;
  return small || (full && open && !isCapitals(before.tokens));
}

/** "từ 30" at the end of a line, "- 35%" at the start of the next: a range, no list. */
function goesOnWithRange(before: Open | undefined, tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at]!, tokens[at + 1]];
  const dash = first.text === "-" || first.text === "–";
  return dash && first.gap === "line" && second?.kind === "number" && before?.tokens.at(-1)?.kind === "number";
}

/** "từ 30 -" and "đạt trên" at the end of a line go on with a number. */
function awaitsNumber(token: Token): boolean {
  return isWord(token, "từ", "đến", "trên", "dưới", "khoảng", "đạt", "là", "còn", "hơn", "gần", "nhất", "thiểu", "quá", "đa");
}

/** All words in capitals, two at least: "TỔ CHỨC THỰC HIỆN". */
function isCapitals(tokens: readonly Token[]): boolean {
  let seen = 0;
  for (let i = 0; i < Math.min(tokens.length, 40); i++) {
    const token = tokens[i]!;
    if (token.kind !== "word") continue;
    if (/\p{Ll}/u.test(token.text)) return false;
    seen++;
  }
  return seen >= 2;
}

/** The list mark at the start of a line: "II.", "2.1.", "3)", "(1)", "a)", "-", "+", "Điều 4.". */
export function markAt(tokens: readonly Token[], at: number, to: number): { mark: Mark; next: number } | null {
  const first = tokens[at];
  if (first === undefined || at >= to) return null;
  if (BULLETS.has(first.text) && at + 1 < to) return { mark: { text: "-", level: 6 }, next: at + 1 };
  if (first.text === "+" && at + 1 < to) return { mark: { text: "+", level: 7 }, next: at + 1 };
  if (first.text === "(" && tokens[at + 2]?.text === ")") return insideBrackets(tokens, at);
  if (first.kind === "number") return numberMark(tokens, at, to);
  if (first.kind === "word") return wordMark(tokens, at, to);
  return null;
}

function insideBrackets(tokens: readonly Token[], at: number): { mark: Mark; next: number } | null {
  const inner = tokens[at + 1]!;
  return /^(?:[0-9]{1,2}|[a-zđ])$/u.test(inner.text) ? { mark: { text: inner.text, level: 5 }, next: at + 3 } : null;
}

/** "2." and "2.1." and "1.1Tiếp tục"; not "2.000 đảng viên", not "5,5 điểm". */
function numberMark(tokens: readonly Token[], at: number, to: number): { mark: Mark; next: number } | null {
  const { text } = tokens[at]!;
  const after = tokens[at + 1];
  if (!/^[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}$/u.test(text)) return null;
  const depth = text.split(".").length;
  const closed = after !== undefined && after.gap === "none" && [".", ")", "-", "/"].includes(after.text) && at + 1 < to;
  if (closed && (tokens[at + 2]?.gap !== "none" || tokens[at + 2]?.kind === "word")) {
    const level = after.text === ")" ? 4 : Math.min(1 + depth, 4);
    return { mark: { text, level }, next: at + 2 };
  }
  return depth > 1 && isCapital(after) ? { mark: { text, level: Math.min(1 + depth, 4) }, next: at + 1 } : null;
}

/** "II.", "A.", "a)", "Điều 4.", "I Về kinh tế". */
function wordMark(tokens: readonly Token[], at: number, to: number): { mark: Mark; next: number } | null {
  const [first, second, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (isWord(first, "điều", "phần", "chương") && second !== undefined && third !== undefined && [".", ":"].includes(third.text)) {
    return at + 2 < to
      ? { mark: { text: `${first.text} ${second.text}`, level: isWord(first, "điều") ? 1 : 0 }, next: at + 3 }
      : null;
  }
  const closed = second !== undefined && at + 1 < to && [".", ")", "-", "/"].includes(second.text) && second.gap === "none";
  if (!closed) return null;
  if (ROMAN.test(first.text) && second.text !== "/") return { mark: { text: first.text, level: 1 }, next: at + 2 };
  if (/^[A-ZĐ]$/u.test(first.text) && second.text !== "/") return { mark: { text: first.text, level: 0.5 }, next: at + 2 };
  return /^[a-zđ]$/u.test(first.text) && second.text !== "-" && second.text !== "/"
    ? { mark: { text: first.text, level: 4 }, next: at + 2 }
    : null;
}
