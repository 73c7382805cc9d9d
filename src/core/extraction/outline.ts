// The outline: which headings stand over a paragraph, and whether the passage sets targets or tells results.
import { dueIn } from "./due.js";
import type { Paragraph } from "./lines.js";
import { paragraphsOf, RUNNING } from "./lines.js";
import type { Mood } from "./mood-words.js";
import { CLOSING, CUE, HEADING } from "./mood-words.js";
import { find } from "./phrases.js";
import type { Token } from "./tokens.js";
import { textOf } from "./tokens.js";

export interface Block extends Paragraph {
  /** Marks and words of the headings above: ["II. Phương hướng", "2. Chỉ tiêu"]. */
  readonly headings: readonly string[];
  /** Clause as people cite it: `II.2.5`; empty in running text without marks. */
  readonly clause: string;
  /** Mood of the passage by its headings; null when no heading says. */
  readonly mood: Mood | null;
  /** Due that a heading sets for everything under it: "1. Đến năm 2025:". */
  readonly due: string | null;
  readonly heading: boolean;
}

interface Level {
  readonly level: number;
  readonly mark: string;
  readonly words: string;
  readonly mood: Mood | null;
  readonly due: string | null;
  readonly heading: boolean;
}

/** A leader ("Mục tiêu cụ thể:") governs what follows until a numbered heading or the next leader. */
const LEADER = 5;

/** The paragraphs of a text, each with the headings over it. */
export function outlineOf(tokens: readonly Token[]): Block[] {
  const stack: Level[] = [];
  const paragraphs = paragraphsOf(tokens);
  return paragraphs.map((paragraph, i) => {
    const own = overList(paragraph, levelOf(paragraph), paragraphs[i + 1]);
    while (stack.length > 0 && (stack.at(-1)!.level >= own.level || isOver(stack.at(-1)!, paragraph, own))) stack.pop();
    const block = blockOf(paragraph, stack, own);
    if (own.level < RUNNING) stack.push(own);
    return block;
  });
}

function blockOf(paragraph: Paragraph, stack: readonly Level[], own: Level): Block {
  const governing = own.heading ? [...stack, own] : stack;
  const marks = [...stack, own].map((l) => l.mark).filter((mark) => /[\p{L}0-9]/u.test(mark));
  return {
    ...paragraph,
    headings: stack.filter((l) => l.heading).map((l) => [l.mark, l.words].filter((part) => part !== "").join(". ")),
    clause: clauseOf(marks),
    mood: last(governing, (l) => l.mood),
    due: last(governing, (l) => l.due),
    heading: own.heading,
  };
}

/** "II", "2", "2.5" give "II.2.5": a mark that repeats the one before it is not said twice. */
function clauseOf(marks: readonly string[]): string {
  return marks.reduce((path, mark, i) => {
    const before = marks[i - 1];
    const own = before !== undefined && mark.startsWith(`${before}.`) ? mark.slice(before.length + 1) : mark;
    return path === "" ? own : `${path}.${own}`;
  }, "");
}

function last<T>(levels: readonly Level[], pick: (level: Level) => T | null): T | null {
  for (let i = levels.length - 1; i >= 0; i--) {
    const value = pick(levels[i]!);
    if (value !== null) return value;
  }
  return null;
}

function levelOf(p: Paragraph): Level {
  const { tokens } = p;
  const end = tokens.at(-1)?.text;
  const short = tokens.length <= 40;
  const marked = p.mark !== null && p.mark.level < 6;
  const leads = end === ":";
  const heading = p.capitals || leads || (marked && short && end !== "." && end !== ";");
  const level =
    p.mark !== null && p.mark.level < LEADER
      ? p.mark.level
      : p.capitals && p.mark === null
        ? 0
        : leads
          ? LEADER
          : (p.mark?.level ?? RUNNING);
  const span = { from: 0, to: Math.min(tokens.length, 40) };
  return {
    level,
    mark: p.mark?.text ?? "",
    words: heading ? textOf(tokens, span) : "",
    mood: moodOf(p, heading),
    due: heading ? dueIn(tokens, span) : null,
    heading,
  };
}

/** Results that a line without a mark tells ("… đã đạt và vượt: …") end where running text sets targets again. */
function isOver(leader: Level, { mark, tokens }: Paragraph, own: Level): boolean {
  if (leader.mark !== "" || leader.mood !== "result" || leader.level < LEADER || mark !== null || own.heading) return false;
  return find(CUE, tokens, 0, tokens.length, 60)?.value === "target";
}

/** How near its start a line without a mark must tell its mood to stand over the list behind it. */
const OPENING = 4;

/** "Đại hội quyết định các chỉ tiêu:", or "Các chỉ tiêu chủ yếu" on a line of its own, stands over the numbered list behind it. */
function overList(p: Paragraph, own: Level, next: Paragraph | undefined): Level {
  const { tokens } = p;
  if (next === undefined || next.mark === null || p.mark !== null) return own;
  if (own.heading) return { ...own, level: next.mark.level < 2 ? own.level : Math.min(own.level, levelOf(next).level - 0.5) };
  const open = !/^[.;:,…]$/u.test(tokens.at(-1)!.text);
  if (!open || tokens.length > 25) return own;
  const mood = find(HEADING, tokens, 0, tokens.length, OPENING)?.value ?? null;
  if (mood === null) return own;
  const span = { from: 0, to: tokens.length };
  return { ...own, level: levelOf(next).level - 0.5, words: textOf(tokens, span), mood, due: dueIn(tokens, span), heading: true };
}

/** The mood a heading sets; a long leader ("… đã đạt được kết quả, cụ thể:") is judged by its cues. */
function moodOf(p: Paragraph, heading: boolean): Mood | null {
  const { tokens } = p;
  if (CLOSING(tokens, 0) !== null) return "result";
  if (!heading) return p.mark !== null && p.mark.level < 5 && tokens.length <= 60 ? shortMood(tokens) : null;
  if (tokens.length <= 40) return shortMood(tokens) ?? (p.capitals ? "plain" : null);
  let weak = false;
  for (let at = tokens.length - 1; at >= Math.max(0, tokens.length - 60); at--) {
    const cue = CUE(tokens, at)?.value;
    if (cue === "past" || (cue === "result" && !weak)) return "result";
    if (cue === "target" || cue === "aim" || (cue === "result" && weak)) return "target";
    if (cue === "weak-target" || cue === "set") weak = true;
  }
  return weak ? "target" : null;
}

/** "Về lãnh đạo thực hiện nhiệm vụ chuyên môn" is about a field, "Các nhiệm vụ chủ yếu" about tasks. */
function shortMood(tokens: readonly Token[]): Mood | null {
  const read = find(HEADING, tokens, 0, tokens.length, 25);
  return read === null || (read.value === "plain" && read.at >= OPENING) ? null : read.value;
}
