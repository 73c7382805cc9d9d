// Names in a draft: field and target ids from Vietnamese words, labels from subjects.
import { bareText } from "../text.js";

/** Words that say nothing about a figure and are left out of ids. */
const EMPTY = new Set([
  "cac",
  "nhung",
  "va",
  "cua",
  "duoc",
  "cho",
  "trong",
  "tai",
  "voi",
  "theo",
  "so",
  "ty",
  "ti",
  "le",
  "co",
  "la",
  "tren",
  "ve",
]);
const LONGEST = 40;

/** Gives every name once: the second "tong_chi_bo" becomes "tong_chi_bo_2". */
export function namer(): (prefix: string, words: string) => string {
  const used = new Set(["so_don_vi"]);
  return (prefix, words) => {
    const base = idOf(prefix, words);
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}_${String(n)}`;
    used.add(id);
    return id;
  };
}

/**
 * An id of words: snake_case without marks, at least one underscore, at most forty letters.
 * @example idOf("tong", "chi bộ trực thuộc") is "tong_chi_bo_truc_thuoc"; idOf("so", "") is "so_lieu"
 */
export function idOf(prefix: string, words: string): string {
  const all = bareText(words)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== "");
  const telling = all.filter((word) => !EMPTY.has(word));
  const parts = [...(prefix === "" ? [] : [prefix]), ...(telling.length > 0 ? telling : all)];
  let id = "";
  for (const part of parts) {
    if (id !== "" && id.length + part.length >= LONGEST) break;
    id += id === "" ? part.slice(0, LONGEST) : `_${part}`;
  }
  const named = /^[a-z]/u.test(id) ? id : `so_${id === "" ? "lieu" : id}`;
  const whole = named.includes("_") ? named : `so_${named}`;
  return whole.replace(/_(?:ky_truoc|giai_trinh)$/u, "");
}

/** First letter large, the rest as it is. */
export function labelOf(words: string): string {
  const text = words.trim().replace(/\s+/gu, " ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "Tỷ lệ hộ dân dùng nước sạch" is about "hộ dân dùng nước sạch". */
export function withoutRate(subject: string): string {
  return subject.replace(/^(?:t[ỷỉ] lệ|t[ỷỉ] trọng|tổng t[ỷỉ] lệ)\s+/iu, "").trim();
}
