// Scope and population: over whom a target is computed, and whether every unit must reach it by itself.
import type { Scope } from "../definition/target.js";
import type { Clause } from "./clauses.js";
import { isEach } from "./evidence.js";
import { predicateAt } from "./noun-phrases.js";
import { endingAt, find, looseWords, words } from "./phrases.js";
import type { Subject } from "./subject.js";
import { wordsOf } from "./subject-words.js";
import type { Span, Token } from "./tokens.js";

const EACH = words("mỗi", "từng");
/** Bodies that act by themselves when they stand first: "Đảng ủy cơ sở kiểm tra 30% chi bộ trực thuộc". */
const ACTING = looseWords(`
  chi bộ | các chi bộ | đảng ủy | đảng uỷ | các đảng ủy | cấp ủy | các đơn vị | đảng bộ cơ sở | các đảng bộ | chi ủy |
  các cấp ủy | các cơ quan | các chi, đảng bộ | các xã | các trường
`);
const WHOLE = looseWords(`
  toàn đảng bộ | toàn tỉnh | toàn huyện | toàn xã | toàn ngành | cả nước | đảng bộ tỉnh | đảng bộ khối | đảng ủy khối
`);
const INSPECTING = looseWords("kiểm tra", "giám sát");
const DOING = looseWords(`
  kiểm tra | giám sát | kết nạp | lựa chọn | đăng ký | phấn đấu | giúp | hỗ trợ | vận động | tổ chức | duy trì | giới thiệu | xây dựng
`);
const OF = words("của");
const OUT_OF = looseWords("trên tổng số", "trong tổng số", "so với tổng số", "tổng số", "so với số");

/** `each` when every unit must reach the number by itself. */
export function scopeOf(tokens: readonly Token[], sentence: Span, clause: Clause): Scope {
  if (isEach(tokens, sentence, clause.quantity)) return "each";
  const { from, to } = clause.before;
  const start = find(ACTING, tokens, from, Math.min(to, from + 3));
  if (start === null || WHOLE(tokens, from) !== null) return "total";
  const acts = find(predicateAt, tokens, start.next, to) !== null || find(INSPECTING, tokens, start.next, to) !== null;
  return acts && endingAt(OF, tokens, from, to) === null ? "each" : "total";
}

/** Those over whom the target is computed; null when the words do not say. */
export function populationOf(tokens: readonly Token[], clause: Clause, subject: Subject): string | null {
  const base = find(OUT_OF, tokens, clause.after.from, Math.min(clause.after.to, clause.after.from + 5));
  if (base !== null)
    return wordsOf(tokens, { from: base.at + (base.value.startsWith("tổng") ? 0 : 1), to: clause.after.to }).join(" ");
  if (clause.quantity.measure.base !== null) return clause.quantity.measure.base;
  if (clause.quantity.measure.kind !== "percent" || subject.shape !== "population") return null;
  return subject.noun.length === 0 ? null : subject.noun.join(" ");
}

/** The kind of unit that "mỗi chi bộ cơ sở" addresses, or null. */
export function addressedKind(tokens: readonly Token[], clause: Clause): string | null {
  const { from, to } = clause.before;
  const each = find(EACH, tokens, from, to);
  const start = each?.next ?? find(ACTING, tokens, from, Math.min(to, from + 3))?.at;
  if (start === undefined) return null;
  const verb = find(predicateAt, tokens, start, to) ?? find(DOING, tokens, start, to);
  const kind = wordsOf(tokens, { from: start, to: verb?.at ?? Math.min(to, start + 4) });
  const name = kind.join(" ").replace(/[\s,;:]+$/u, "");
  return name === "" ? null : name;
}
