// Drawing in small parts: what is added between two pictures of the screen is laid out by itself, so that the page answers in between.

/** A page that is not shown paints nothing; it goes on after so long. */
const UNSEEN_MS = 200;

/** Ends in a task of its own after the next picture. */
export function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
}

/**
 * Draws parts one after the other: the first at once, the others a picture later each.
 * @param wanted asked before each part; what is no longer wanted is not drawn on
 */
export async function drawInParts<T>(
  all: readonly T[],
  atOnce: number,
  draw: (part: readonly T[]) => void,
  wanted: () => boolean = () => true,
): Promise<void> {
  for (let at = 0; at < all.length; at += atOnce) {
    if (at > 0) await nextPicture();
    if (!wanted()) return;
    draw(all.slice(at, at + atOnce));
  }
}
