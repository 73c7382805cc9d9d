// The text of a resolution cut into pieces: which belong to a target, and which sentences have a number but no target. Pure.
import type { Span, TargetRow } from "./targets-state.js";
import { spansOf } from "./targets-state.js";

export interface Piece extends Span {
  /** Id of the target that the piece belongs to; null for the text between. */
  readonly target: string | null;
}

interface Owned extends Span {
  readonly target: string;
}

/** One line of the text with its pieces; together they are the line, letter for letter. */
export interface Line extends Span {
  readonly pieces: readonly Piece[];
}

/** The lines that are not empty. Where places overlap, the shorter one has the words. */
export function linesOf(text: string, rows: readonly TargetRow[]): readonly Line[] {
  const owned = rows
    .flatMap((row) => spansOf(row).map((span): Owned => ({ ...span, target: row.target.id })))
    .sort((a, b) => a.start - b.start);
  const lines: Line[] = [];
  let start = 0;
  let first = 0;
  for (const words of text.split("\n")) {
    const end = start + words.length;
    while (first < owned.length && owned[first]!.end <= start) first++;
    const here = owned.slice(first).filter((span) => span.start < end && span.end > start);
    if (words.trim() !== "") lines.push({ start, end, pieces: piecesOf(start, end, here) });
    start = end + 1;
  }
  return lines;
}

function piecesOf(start: number, end: number, owned: readonly Owned[]): readonly Piece[] {
  const cuts = [...new Set([start, end, ...owned.flatMap((span) => [span.start, span.end])])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b);
  const pieces: Piece[] = [];
  cuts.slice(1).forEach((to, i) => {
    const from = cuts[i]!;
    const target = ownerOf(from, to, owned);
    const before = pieces.at(-1);
    if (before !== undefined && before.target === target) pieces[pieces.length - 1] = { ...before, end: to };
    else pieces.push({ start: from, end: to, target });
  });
  return pieces;
}

function ownerOf(from: number, to: number, owned: readonly Owned[]): string | null {
  const over = owned.filter((span) => span.start <= from && span.end >= to);
  return (
    over.reduce<Owned | null>((best, one) => (best !== null && length(best) <= length(one) ? best : one), null)?.target ?? null
  );
}

function length({ start, end }: Span): number {
  return end - start;
}

/** A quantity in words of the text: a number that is no day, year, mark of a clause or number of a document. */
const QUANTITY = /(?<![\p{L}\d/.,-])\d[\d.,]*(?:\s?%)?(?![\d/]|-[\p{Lu}])/gu;
const NO_QUANTITY = /(?:ngày|tháng|năm|quý|số|điều|khoản|mục|giai đoạn|nhiệm kỳ)\s*:?\s*$/iu;
const SENTENCE = /[^.;!?]+(?:[.;!?](?!\s|$)[^.;!?]+)*[.;!?]?/gu;
const CLAUSE_MARK = /^\s*(?:[\d]+(?:\.\d+)*[.)]?|[IVXLC]+\.|[-–+•*])\s+/u;

/** Sentences that have a number and no target, so that a person can see what was left out. */
export function sentencesLeft(text: string, rows: readonly TargetRow[]): readonly Span[] {
  return linesOf(text, rows).flatMap((line) => {
    const words = text.slice(line.start, line.end);
    return [...words.matchAll(SENTENCE)]
      .map((match): Span => ({ start: line.start + match.index, end: line.start + match.index + match[0].length }))
      .filter((span) => !line.pieces.some((piece) => piece.target !== null && piece.start < span.end && piece.end > span.start))
      .map((span) => trimmed(text, span))
      .filter((span) => hasQuantity(text.slice(span.start, span.end)));
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = (CLAUSE_MARK.exec(words)?.[0] ?? /^\s*/u.exec(words)![0]).length;
  return { start: start + lead, end: start + words.replace(/[\s;,:]+$/u, "").length };
}

function hasQuantity(words: string): boolean {
  return [...words.matchAll(QUANTITY)].some(
    (match) => !NO_QUANTITY.test(words.slice(0, match.index)) && /\p{L}/u.test(words) && !/^(?:19|20)\d\d$/u.test(match[0]),
  );
}
