// How much of a round is in, in one line for people.
import type { Coverage, UnknownFile } from "./coverage.js";
import { showDay } from "../figure/date.js";
import type { Language } from "../messages/index.js";
import type { Period } from "../definition/period.js";

/** Names of files that are told; the others are counted. */
const MOST_NAMES = 3;

/** What the line is made from; a consolidation is one. */
interface Covered {
  readonly coverage: Coverage;
  readonly definition: { readonly period: Pick<Period, "due"> };
}

/**
 * `58/60 đơn vị đã gửi · 57 đơn vị có số liệu được cộng · 1 gửi trả · 2 chưa gửi · Hạn gửi 05/07/2024`. A report that was sent back was
 * sent, too, but does not count.
 */
export function coverageLine({ coverage, definition }: Covered, language: Language = "vi"): string {
  const { expected, received, counted, returned, held, missing, unknown } = coverage;
  const { due } = definition.period;
  const some = (count: number, words: string): string => (count > 0 ? `${String(count)} ${words}` : "");
  const parts =
    language === "vi"
      ? [
          `${String(received)}/${String(expected)} đơn vị đã gửi`,
          `${String(counted)} đơn vị có số liệu được cộng`,
          some(returned.length, "gửi trả"),
          some(held.length, "tạm giữ"),
          some(missing.length, "chưa gửi"),
          unknownText(unknown),
          due === null ? "" : `Hạn gửi ${showDay(due)}`,
        ]
      : [
          `${String(received)} of ${String(expected)} units sent a report`,
          `${String(counted)} units counted`,
          some(returned.length, "sent back"),
          some(held.length, "held"),
          some(missing.length, "missing"),
          unknownText(unknown, "en"),
          due === null ? "" : `Due ${due}`,
        ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** `1 tệp không đọc được, chưa rõ của đơn vị nào: hong.xlsx`; empty when there is none. A unit is only hinted at. */
export function unknownText(files: readonly UnknownFile[], language: Language = "vi"): string {
  if (files.length === 0) return "";
  const perhaps = (code: string): string => (language === "vi" ? ` (có thể của ${code})` : ` (perhaps of ${code})`);
  const names = files
    .slice(0, MOST_NAMES)
    .map((file) => `${file.path.split(/[\\/]/u).at(-1) ?? ""}${file.perhaps === null ? "" : perhaps(file.perhaps)}`)
    .join("; ");
  const rest = files.length - MOST_NAMES;
  const count = String(files.length);
  if (language === "en")
    return `${count} unreadable file${files.length === 1 ? "" : "s"} of unknown unit: ${names}${rest > 0 ? `; and ${String(rest)} more` : ""}`;
  return `${count} tệp không đọc được, chưa rõ của đơn vị nào: ${names}${rest > 0 ? `; và ${String(rest)} tệp khác` : ""}`;
}
