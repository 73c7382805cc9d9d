// Characters that delimit XML tags, and where a tag ends.

export const QUOTE = 34;
export const APOSTROPHE = 39;
export const SLASH = 47;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;

const SPACE = 32;
const HYPHEN = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const LETTER_M = 109;
const LETTER_X = 120;

/** True for a character code that XML counts as white space. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === 10 || code === 9 || code === 13;
}

/** The ASCII characters that a name may hold (XML 1.0, 2.3), by code. */
const NAME_CHARACTERS = Array.from({ length: 128 }, (_none, code) => /[\w:.-]/.test(String.fromCharCode(code)));

/** True for a character code that may stand in the name of an element or attribute. */
export function isNameCode(code: number): boolean {
  return code < 128 ? NAME_CHARACTERS[code]! : code >= 128;
}

/** True for one of those with which a name may start. */
export function startsName(code: number): boolean {
  return isNameCode(code) && code !== HYPHEN && code !== POINT && !(code >= ZERO && code <= NINE);
}

/** The place after the tag that starts at `from`; -1 when it does not end or holds a `<`. Quoted values may hold `>`. */
export function tagEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === LESS) return -1;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    at = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

/** The same for a tag without `xmlns` among its attributes; -1 for any other. */
export function plainTagEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === LESS || (code === LETTER_X && text.charCodeAt(at + 1) === LETTER_M)) return -1;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    at = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
    if (at < 0) return -1;
  }
  return -1;
}
