// Comparing and tidying Vietnamese text: Unicode form, tone-mark position, look-alike letters, invisible characters.

/** Marks of the five tones, as combining characters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu;
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/gu;

/** Composed Unicode, Đ for its look-alikes, no invisible characters, single spaces, trimmed. Case and marks stay. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00d0\u0189]/gu, "Đ")
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .trim();
}

/**
 * Key for comparing names: `tidy`, lower case, and the tone mark written after each syllable instead of in it, so that
 * `hoà` and `hòa`, `uỷ` and `ủy` are equal while `hoa` and `hòa` are not.
 */
export function foldText(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replace(/ð/gu, "đ")
    .normalize("NFD")
    .replace(/[a-zđ][a-zđ\u0300-\u036f]*/gu, (syllable) => {
      const tones = syllable.match(TONES) ?? [];
      return syllable.replace(TONES, "") + tones.join("");
    })
    .normalize("NFC");
}

/** Letters without any mark, lower case: for suggestions and for finding a heading, never for merging. */
export function bareText(text: string): string {
  return tidy(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replace(/[đð]/gu, "d");
}

/** True when a unit of this kind is addressed; an empty list addresses every kind. Compared by folded text. */
export function appliesToKind(appliesTo: readonly string[], kind: string): boolean {
  return appliesTo.length === 0 || appliesTo.some((name) => name === kind || foldKind(name) === foldKind(kind));
}

/** A round has few kinds of unit, and asks for them for every field of every unit. */
const foldedKinds = new Map<string, string>();
const MOST_KINDS = 1000;

function foldKind(kind: string): string {
  const known = foldedKinds.get(kind);
  if (known !== undefined) return known;
  if (foldedKinds.size >= MOST_KINDS) foldedKinds.clear();
  const folded = foldText(kind);
  foldedKinds.set(kind, folded);
  return folded;
}

/** The candidate nearest to a misspelt word (edit distance at most a third of its length), or null. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = bareText(word);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, bareText(candidate));
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, change));
    }
    previous = current;
  }
  return previous[b.length]!;
}
