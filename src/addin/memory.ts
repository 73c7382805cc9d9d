// What the pane remembers of each workbook on this machine, so that closing the pane or Excel loses nothing. Never in the workbook itself.
import type { MemoryPart } from "../ui/memory.js";

const PREFIX = "tonghop:";

/** Key of a part of what is kept for the open workbook; null for one that was never saved: it has no address to know it by. */
function key(part: MemoryPart): string | null {
  const { url } = Office.context.document;
  return url === "" || !/[\\/]/u.test(url) ? null : `${PREFIX}${part}:${url}`;
}

/** The text kept for the open workbook. */
export function recall(part: MemoryPart): string | null {
  const own = key(part);
  return own === null ? null : localStorage.getItem(own);
}

/** @returns false when nothing could be kept */
export function remember(part: MemoryPart, text: string | null): boolean {
  const own = key(part);
  if (own === null) return false;
  try {
    if (text === null) localStorage.removeItem(own);
    else localStorage.setItem(own, text);
    return true;
  } catch {
    // The browser's memory is full: what it holds for this workbook would be out of date.
    localStorage.removeItem(own);
    return false;
  }
}
