// Names in a draft: field and target ids from Vietnamese words, labels from subjects.
import { bareText, tidy } from "../text.js";

/** Words that say nothing about a figure and are left out of ids. */
const EMPTY = new Set(
  "các những và của được cho trong tại với theo số tỷ tỉ lệ có là trên về".split(" ").map((word) => word.normalize("NFC")),
);
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
  const all = tidy(words)
    .toLowerCase()
    .split(/[^\p{L}\p{M}0-9]+/u)
    .filter((word) => word !== "");
  const telling = all.filter((word) => !EMPTY.has(word));
  const bare = (telling.length > 0 ? telling : all)
    .flatMap((word) => bareText(word).split(/[^a-z0-9]+/u))
    .filter((word) => word !== "");
  const parts = [...(prefix === "" || bare[0] === prefix ? [] : [prefix]), ...bare];
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
