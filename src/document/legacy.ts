// Vietnamese encodings from before Unicode: TCVN3 (ABC, fonts .VnTime) and VNI, read as Latin letters.
import type { Reading } from "./syllables.js";
import { vietnameseReading } from "./syllables.js";

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
