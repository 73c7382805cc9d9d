// A part of a workbook for the preview: one visible page, its first rows.
import type { PagePreview } from "../../ui/engine.js";
import { plainRow } from "../../sheets/later-row.js";
import type { Book } from "../../sheets/page.js";

/** The first `rows` rows of the visible page with that index. */
export function slice(book: Book, sheet: number, rows: number): PagePreview {
  const visible = book.pages.filter((page) => page.visibility === "visible");
  const index = Math.min(Math.max(0, sheet), visible.length - 1);
  const whole = visible[index];
  if (whole === undefined) throw new Error("the workbook has no visible page");
  const kept = whole.rows.slice(0, rows).map(plainRow);
  const last = kept[kept.length - 1]?.row ?? 0;
  return {
    sheets: visible.map((page) => page.name),
    sheet: index,
    rows: whole.rows.length,
    page: { ...whole, rows: kept, merges: whole.merges.filter(({ top }) => top <= last), validations: [] },
  };
}
