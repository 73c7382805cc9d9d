// Made-up units for demonstrations: plausible names, kinds that the targets address.
import type { Definition } from "../definition/definition.js";
import type { Unit } from "../definition/unit.js";
import { chance } from "./chance.js";

const BODIES = [
  "Sở Nông nghiệp",
  "Sở Tài chính",
  "Sở Y tế",
  "Sở Xây dựng",
  "Sở Tư pháp",
  "Trường Chính trị",
  "Báo tỉnh",
  "Đài Phát thanh",
  "Bệnh viện",
  "Cục Thống kê",
  "Kho bạc",
  "Bảo hiểm xã hội",
  "Hội Nông dân",
  "Liên đoàn Lao động",
  "Thanh tra",
  "Văn phòng",
];
const PLACES = [
  "Kỳ Hòa",
  "Thủy Vân",
  "Hòa Lạc",
  "Quảng Uyên",
  "Mỹ Thủy",
  "An Khê",
  "Phú Quý",
  "Đắk Nông",
  "Nghĩa Lộ",
  "Trường Sa",
];
const KINDS = ["đảng bộ cơ sở", "chi bộ cơ sở"];

/** The kinds that a definition addresses: the usual ones, of which there are many units, and others, of which there is one each. */
function kindsOf(definition: Definition): { readonly usual: readonly string[]; readonly single: readonly string[] } {
  const named = new Set([...definition.targets, ...definition.fields].flatMap((part) => part.appliesTo));
  const usual = KINDS.filter((kind) => named.has(kind));
  const others = [...named].filter((kind) => !KINDS.includes(kind)).sort();
  if (usual.length > 0) return { usual, single: others };
  return { usual: others.length > 0 ? others : KINDS, single: [] };
}

/** `count` made-up units with codes DV0001 …; the same seed gives the same units. */
export function madeUpUnits(definition: Definition, count: number, seed: number): Unit[] {
  const draw = chance(seed);
  const { usual, single } = kindsOf(definition);
  return Array.from({ length: count }, (_, i) => {
    const kind = single[i] ?? usual[i % usual.length]!;
    const place = PLACES[Math.floor(i / usual.length) % PLACES.length]!;
    const head = capital(kind).replace(/ cơ sở$/u, "");
    return {
      code: `DV${String(i + 1).padStart(4, "0")}`,
      name: i < single.length ? capital(kind) : `${head} ${draw.pick(BODIES)} ${place} ${String(i + 1)}`,
      aliases: [],
      kind,
      parent: null,
      email: null,
    };
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
