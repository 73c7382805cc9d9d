// Made-up units for demonstrations: plausible names, kinds that the targets address.
import type { Definition } from "../definition.js";
import type { Unit } from "../unit.js";
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

/** The usual kinds that a definition addresses, or both when it names none of them. */
function kindsOf(definition: Definition): readonly string[] {
  const named = new Set([...definition.targets, ...definition.fields].flatMap((part) => part.appliesTo));
  const usual = KINDS.filter((kind) => named.has(kind));
  return usual.length === 0 ? KINDS : usual;
}

/** `count` made-up units with codes DV0001 …; the same seed gives the same units. */
export function madeUpUnits(definition: Definition, count: number, seed: number): Unit[] {
  const draw = chance(seed);
  const kinds = kindsOf(definition);
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length]!;
    const head = `${kind.charAt(0).toUpperCase()}${kind.slice(1).replace(/ cơ sở$/u, "")}`;
    return {
      code: `DV${String(i + 1).padStart(4, "0")}`,
      name: `${head} ${draw.pick(BODIES)} ${PLACES[Math.floor(i / kinds.length) % PLACES.length]!} ${String(i + 1)}`,
      aliases: [],
      kind,
      parent: null,
      email: null,
    };
  });
}
