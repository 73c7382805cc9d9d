// The footer of printed pages, and the margins of pages that are no document. `&` has a meaning of its own in a footer.

const FONT = '&"Times New Roman,Regular"&9';
/** As many letters of a name as stand beside the words at the left and right. */
const LONGEST_NAME = 70;
/** Excel keeps no longer footer, its codes counted. */
const LONGEST = 255;

/**
 * Left what the form is, in the middle whose it is, right the page.
 * @param name of the unit; null prints the name of the file, which begins with the unit's code
 */
export function footer(text: string, name: string | null = null): string {
  const [left, right] = [`&L${FONT}${printed(text)}&C${FONT}`, `&R${FONT}Trang &P/&N`];
  const bare = name === null ? "" : name.replace(/\s+/gu, " ").trim();
  if (bare === "") return `${left}&F${right}`;
  let shown = shortened(bare, LONGEST_NAME);
  for (let most = LONGEST_NAME; left.length + printed(shown).length + right.length > LONGEST && most > 0; most--)
    shown = shortened(bare, most);
  return left + printed(shown) + right;
}

/** Words behind a code: a digit at their beginning would be taken for a part of the size of the letters. */
function printed(words: string): string {
  const escaped = words.replace(/&/gu, "&&");
  return /^\d/u.test(escaped) ? ` ${escaped}` : escaped;
}

/** At most so many letters, cut between words where there is a gap. */
function shortened(name: string, most: number): string {
  const letters = [...name.normalize("NFC")];
  if (letters.length <= most) return letters.join("");
  const kept = letters.slice(0, most - 1).join("");
  const gap = kept.lastIndexOf(" ");
  return `${(gap > most / 2 ? kept.slice(0, gap) : kept).trimEnd()}…`;
}

/** Millimetres, for sheets that are printed to work with, not to be signed. */
export const WORKING_MARGINS = { top: 12, bottom: 14, left: 15, right: 10 } as const;
