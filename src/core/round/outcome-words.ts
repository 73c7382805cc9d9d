// The one word for what became of a file or a unit's report, in every place where people read it.
import type { Outcome } from "./file-report.js";
import type { Language } from "../messages/index.js";

/** The words that units know from the reporting systems they use. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Readonly<Record<Language, string>>>> = {
  accepted: { vi: "Đã nhận", en: "Accepted" },
  "accepted-with-warnings": { vi: "Cần giải trình", en: "To explain" },
  rejected: { vi: "Gửi trả", en: "Sent back" },
  held: { vi: "Tạm giữ", en: "Held" },
  duplicate: { vi: "Trùng", en: "Duplicate" },
  superseded: { vi: "Đã có bản sau thay", en: "Superseded" },
  skipped: { vi: "Bỏ qua", en: "Skipped" },
};

/** All words of one language. */
export function outcomeWordsIn(language: Language): Readonly<Record<Outcome, string>> {
  const of = (outcome: Outcome): string => OUTCOME_WORDS[outcome][language];
  return {
    accepted: of("accepted"),
    "accepted-with-warnings": of("accepted-with-warnings"),
    rejected: of("rejected"),
    held: of("held"),
    duplicate: of("duplicate"),
    superseded: of("superseded"),
    skipped: of("skipped"),
  };
}

/** The word for a unit without any file. */
export const MISSING_WORD: Readonly<Record<Language, string>> = { vi: "Chưa gửi", en: "Missing" };
