// Vietnamese encodings from before Unicode: TCVN3 (ABC, fonts .VnTime) and VNI, read as Latin letters.
import type { Reading } from "./syllables.js";
import { isMarkedSyllable, isSyllable, vietnameseReading, WORD } from "./syllables.js";

export type Encoding = "unicode" | "TCVN3" | "VNI";

/** TCVN 5712:1993, VN3: one letter for one letter, in the order of the Unicode letters below. */
const TCVN3_FROM = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®¡¢£¤¥¦§";
const TCVN3_TO = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ";
const TCVN3 = new Map([...TCVN3_FROM].map((letter, i) => [letter, [...TCVN3_TO][i]!]));

const TONES = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
/** VNI writes a base letter and then a letter for its mark. */
const VNI = vniTable();

function vniTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const put = (from: string, to: string): void => {
    table.set(from, to.normalize("NFC"));
    table.set(from.toUpperCase(), to.toUpperCase().normalize("NFC"));
  };
  for (const [base, letter] of [
    ["a", "a"],
    ["e", "e"],
    ["o", "o"],
    ["u", "u"],
    ["y", "y"],
    ["ô", "ơ"],
    ["ö", "ư"],
  ] as const) {
    [..."ùøûõï"].forEach((mark, i) => put(base + mark, letter.normalize("NFD") + TONES[i]!));
  }
  for (const base of ["a", "e", "o"]) {
    put(`${base}â`, `${base}\u0302`);
    [..."áàåãä"].forEach((mark, i) => put(base + mark, `${base}\u0302${TONES[i]!}`));
  }
  put("aê", "ă");
  [..."éèúüë"].forEach((mark, i) => put(`a${mark}`, `a\u0306${TONES[i]!}`));
  for (const [from, to] of [
    ["ô", "ơ"],
    ["ö", "ư"],
    ["ñ", "đ"],
    ["î", "ỵ"],
    ["æ", "ỉ"],
    ["ó", "ĩ"],
    ["ò", "ị"],
    ["í", "í"],
    ["ì", "ì"],
  ] as const)
    put(from, to);
  return table;
}

/** The text of TCVN3 letters in Unicode. */
export function fromTcvn3(text: string): string {
  return [...text].map((letter) => TCVN3.get(letter) ?? letter).join("");
}

/** The text of VNI letters in Unicode: two letters where they make one, else one. */
export function fromVni(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const pair = VNI.get(text.slice(i, i + 2));
    if (pair !== undefined && i + 1 < text.length) {
      out += pair;
      i++;
    } else out += VNI.get(text[i]!) ?? text[i]!;
  }
  return out;
}

/**
 * The text in Unicode. The encoding is told by which reading has most Vietnamese syllables; Unicode wins unless another is clearly better.
 */
export function inUnicode(text: string): { readonly text: string; readonly encoding: Encoding } {
  const sample = text.slice(0, 40_000);
  const plain = goodness(vietnameseReading(sample));
  const [tcvn3, vni] = [goodness(vietnameseReading(fromTcvn3(sample))), goodness(vietnameseReading(fromVni(sample)))];
  if (Math.max(tcvn3, vni) < plain + 0.25) return { text, encoding: "unicode" };
  return tcvn3 >= vni ? { text: fromTcvn3(text), encoding: "TCVN3" } : { text: fromVni(text), encoding: "VNI" };
}

function goodness(reading: Reading): number {
  return reading.syllables + reading.marked;
}

/** What the words of a cell are: Unicode (or no Vietnamese at all), surely an old encoding, or perhaps one. */
export type ShortReading =
  | { readonly kind: "unicode" }
  | { readonly kind: "old"; readonly encoding: Exclude<Encoding, "unicode">; readonly text: string }
  | { readonly kind: "doubtful" };

const UNICODE: ShortReading = { kind: "unicode" };
/** Letters above ASCII that the old encodings use, and those that only Vietnamese in Unicode has. */
const OLD_LETTERS = /[\u00a1-\u00ff]/u;
const NEW_LETTERS = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1ea0-\u1ef9]/u;
/** Two words must turn from nonsense into Vietnamese; one alone may be a foreign name or a unit of measure. */
const LEAST_GAINED = 2;
const LEAST_LETTERS = 3;
const MICRO = /^µ[a-z]$/iu;

/**
 * Reads the few words of one cell. They are converted only when one old encoding alone makes Vietnamese of them and Unicode does not.
 * Must see the text as it came: the soft hyphen is a letter of TCVN3.
 */
export function readShort(text: string): ShortReading {
  if (!OLD_LETTERS.test(text) || NEW_LETTERS.test(text)) return UNICODE;
  const words = [...text.matchAll(WORD)].map(([word]) => word);
  const [tcvn3, vni] = [gain(words, fromTcvn3), gain(words, fromVni)];
  if (tcvn3 === 0 && vni === 0) return UNICODE;
  const most = Math.max(tcvn3, vni);
  if (most < LEAST_GAINED || tcvn3 === vni) return { kind: "doubtful" };
  return tcvn3 > vni
    ? { kind: "old", encoding: "TCVN3", text: fromTcvn3(text) }
    : { kind: "old", encoding: "VNI", text: fromVni(text) };
}

/**
 * Words that become Vietnamese syllables with marks, at least one of them from nonsense; none when the conversion spoils a word, or
 * leaves much nonsense.
 */
function gain(words: readonly string[], convert: (word: string) => string): number {
  let [gained, agreeing, strange] = [0, 0, 0];
  for (const word of words) {
    const converted = convert(word);
    if (converted === word || MICRO.test(word)) continue;
    const was = isSyllable(word);
    if (!isSyllable(converted)) strange += was ? words.length : 1;
    else if (was) agreeing++;
    else if (isMarkedSyllable(converted) && (word.length >= LEAST_LETTERS || words.length > 1)) gained++;
  }
  return gained === 0 || strange * 4 > gained + agreeing ? 0 : gained + agreeing;
}

/** A text as every encoding gives it: as it is, from TCVN3, from VNI; each once. For a list of words that only one reading can match. */
export function everyReading(text: string): readonly string[] {
  return OLD_LETTERS.test(text) ? [...new Set([text, fromTcvn3(text), fromVni(text)])] : [text];
}
