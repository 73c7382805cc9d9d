// Tokens: the words, numbers and marks of a resolution with their place in the text.
import { bareText, foldText } from "../text.js";

/** What stands between a token and the one before it. */
export type Gap = "none" | "space" | "line" | "blank";

export interface Token {
  readonly kind: "word" | "number" | "mark";
  /** As written. */
  readonly text: string;
  /** Key for exact comparison: lower case, tone mark after the syllable, `y` after a single consonant as `i`. */
  readonly norm: string;
  /** Key for tolerant comparison: no marks at all (scans lose them). */
  readonly bare: string;
  /** Offsets into the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  /** A footnote mark stands before it: at the start of a line it opens a footnote. */
  readonly noted: boolean;
}

/** A run of tokens, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Superscript footnote marks are letters of no word and digits of no number: "trong toàn tỉnh²" ends with "tỉnh". */
const FOOTNOTE_MARK = /^[\u00b2\u00b3\u00b9\u2070-\u2079]$/u;
const NOTED = /[\u00b2\u00b3\u00b9\u2070-\u2079]/u;
const PIECES = /[\p{L}\p{M}]+|[0-9]+(?:[.,][0-9]+)*|\S/gu;

interface Keys {
  readonly norm: string;
  readonly bare: string;
}

/** Words repeat: a text of 100 pages has a few thousand different ones. */
function keyMaker(): (word: string) => Keys {
  const known = new Map<string, Keys>();
  return (word) => {
    const old = known.get(word);
    if (old !== undefined) return old;
    const keys = { norm: normOf(word), bare: bareText(word).replace(/^([hklmst])y$/u, "$1i") };
    known.set(word, keys);
    return keys;
  };
}

function normOf(word: string): string {
  return foldText(word)
    .normalize("NFD")
    .replace(/^([hklmst])y(?=[\u0300-\u036f]*$)/u, "$1i")
    .normalize("NFC");
}

/**
 * Cuts a text into tokens; time grows with its length.
 * Old fonts leave the letter oi (U+01A3) where ư belongs; it is as long as ư.
 * @param given any Unicode form; offsets are into it as given
 */
export function tokenize(given: string): Token[] {
  const text = given.replaceAll("\u01a3", "ư").replaceAll("\u01a2", "Ư");
  const keys = keyMaker();
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECES)) {
    const piece = match[0];
    if (FOOTNOTE_MARK.test(piece)) continue;
    const first = piece.charCodeAt(0);
    const kind = first >= 48 && first <= 57 ? "number" : /^[\p{L}\p{M}]/u.test(piece) ? "word" : "mark";
    const key = kind === "word" ? keys(piece) : { norm: piece, bare: piece };
    const start = match.index;
    const between = text.slice(end, start);
    tokens.push({
      kind,
      text: piece,
      ...key,
      start,
      end: start + piece.length,
      gap: tokens.length === 0 ? "blank" : gapOf(between),
      noted: NOTED.test(between),
    });
    end = start + piece.length;
  }
  return tokens;
}

function gapOf(between: string): Gap {
  if (!/\s/u.test(between)) return "none";
  const first = between.indexOf("\n");
  if (first < 0) return "space";
  return between.indexOf("\n", first + 1) < 0 ? "line" : "blank";
}

/** The words of a span as one line: "toàn\n\nđảng bộ" gives "toàn đảng bộ". */
export function textOf(tokens: readonly Token[], span: Span): string {
  let out = "";
  for (let i = span.from; i < span.to; i++) {
    const token = tokens[i]!;
    out += (out === "" || token.gap === "none" ? "" : " ") + token.text;
  }
  return out.normalize("NFC");
}

/** The first token of a span that is one of these marks of one character each, or null. Looks at most `limit` tokens far. */
export function markIn(tokens: readonly Token[], marks: string, from: number, to: number, limit = 400): number | null {
  for (let i = from; i < Math.min(to, from + limit); i++)
    if (tokens[i]?.kind === "mark" && marks.includes(tokens[i]!.text)) return i;
  return null;
}

const NORMS = new Map<string, string>();

/** True when the token is one of these words, whatever its case and the place of its tone mark. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token !== undefined && words.some((word) => token.norm === knownNorm(word));
}

function knownNorm(word: string): string {
  const known = NORMS.get(word) ?? normOf(word);
  NORMS.set(word, known);
  return known;
}

/** True when the token is a word that starts with a capital letter. */
export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && /^\p{Lu}/u.test(token.text);
}
