// Vietnamese syllables: how much of a text reads as Vietnamese, to tell encodings and broken scans.

const ONSETS = "ngh|nh|ng|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|";
const RHYMES = `
  a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y ya yêm yên yêt yêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn
  oăng oăt oc oe oem oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un
  ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu iê uyê
`;
const SYLLABLE = new RegExp(`^(?:${ONSETS})(?:${RHYMES.trim().split(/\s+/u).join("|")})$`, "u");
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** True for a possible syllable, whatever its tone: "nghị", "quyết", "đảng". */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word.toLowerCase().normalize("NFD").replace(TONES, "").normalize("NFC"));
}

/** True for a syllable that carries a mark of Vietnamese: "nghị", "đi". */
export function isMarkedSyllable(word: string): boolean {
  return isSyllable(word) && (MARKED.test(word.toLowerCase()) || MARKED.test(word.normalize("NFD")));
}

/** How a text reads. Looks at the first thousands of words only. */
export interface Reading {
  /** Share of words that are possible syllables, 0 to 1. */
  readonly syllables: number;
  /** Share of words that carry a Vietnamese mark: about two in three in Vietnamese prose. */
  readonly marked: number;
  readonly words: number;
}

const MOST_WORDS = 4000;
/** A word, with the letters that old encodings put in the place of marks. */
export const WORD = /[\p{L}\p{M}\u00a1-\u00ff]{2,}/gu;
const MARKED = /[ăâđêôơư]|[\u0300\u0301\u0303\u0309\u0323]/u;

/** Measures how much of a text reads as Vietnamese. Numbers and single letters are left out. */
export function vietnameseReading(text: string): Reading {
  let words = 0;
  let syllables = 0;
  let marked = 0;
  for (const [word] of text.matchAll(WORD)) {
    words++;
    if (isSyllable(word)) syllables++;
    if (isMarkedSyllable(word)) marked++;
    if (words >= MOST_WORDS) break;
  }
  return words === 0 ? { syllables: 0, marked: 0, words } : { syllables: syllables / words, marked: marked / words, words };
}
