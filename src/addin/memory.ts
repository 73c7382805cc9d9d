// What the pane remembers of each workbook on this machine, so that closing the pane or Excel loses nothing. Never in the workbook itself.

const PREFIX = "tonghop:";

/** Key of the open workbook; null for one that was never saved: it has no address to know it by. */
function key(): string | null {
  const { url } = Office.context.document;
  return url === "" || !/[\\/]/u.test(url) ? null : PREFIX + url;
}

/** The text kept for the open workbook. */
export function recall(): string | null {
  const own = key();
  return own === null ? null : localStorage.getItem(own);
}

export function remember(text: string): void {
  const own = key();
  if (own === null) return;
  try {
    localStorage.setItem(own, text);
  } catch {
    // The browser's memory is full: what it holds for this workbook would be out of date.
    localStorage.removeItem(own);
  }
}
