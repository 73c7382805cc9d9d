// Mending the text of pages: running heads and page numbers go, words cut at a line's end are joined.

/** Lines of one page, top to bottom. */
export type Page = readonly string[];

/** A running head stands among the first or last lines of most pages. */
const EDGE = 2;

/**
 * One text of many pages: running heads, page numbers and words cut at a line's end are mended.
 * A blank line stands between pages, so that a paragraph that goes on is told by its small letter.
 */
export function textOfPages(pages: readonly Page[]): string {
  const heads = runningHeads(pages);
  const kept = pages.map((page) => page.filter((line, i) => !isFurniture(line, i, page.length, heads)));
  return joinedWords(kept.map((page) => page.join("\n")).join("\n\n")).normalize("NFC");
}

/** Keys of lines that repeat at the edges of at least half of the pages, three at least. */
function runningHeads(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map(keyOf))) if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(3, Math.ceil(pages.length / 2));
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

function edges(page: Page): string[] {
  return [...page.slice(0, EDGE), ...page.slice(Math.max(EDGE, page.length - EDGE))];
}

/** Page numbers differ from page to page: digits are left out of the key. */
function keyOf(line: string): string {
  return line
    .replace(/[0-9]+/gu, "#")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

function isFurniture(line: string, at: number, length: number, heads: ReadonlySet<string>): boolean {
  const edge = at < EDGE || at >= length - EDGE;
  return edge && (/^\W{0,3}(?:trang\s*)?[0-9]{1,4}(?:\s*\/\s*[0-9]{1,4})?\W{0,3}$/iu.test(line.trim()) || heads.has(keyOf(line)));
}

/** A soft hyphen joins what it cut; a hyphen at a line's end stays ("kinh tế -\nxã hội"), Vietnamese words are never cut inside. */
function joinedWords(text: string): string {
  return text.replace(/\u00ad\n?/gu, "").replace(/(\p{L})-\n(?=\p{L})/gu, "$1-");
}
