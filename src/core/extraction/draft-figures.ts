// Figures of a draft: which numbers a unit must give so that a target can be computed.
import type { Field } from "../definition/field.js";
import { foldText } from "../text.js";
import type { ExtractedTarget } from "./extract.js";
import { labelOf, namer, withoutRate } from "./draft-names.js";

/** Something that the words do not say: a person answers before the draft is used. */
export interface OpenPoint {
  /** Id of the extracted target. */
  readonly target: string;
  /** Field or target id in the draft that the question is about. */
  readonly field: string;
  /** Vietnamese question. */
  readonly question: string;
}

/** How a target is computed from fields. */
export interface Computed {
  readonly formula: string;
  readonly numerator: string;
  /** Null when the target is a count. */
  readonly denominator: string | null;
}

/** Collects the fields of a draft; a population that several targets share is one field. */
export interface Figures {
  readonly fields: Field[];
  readonly open: OpenPoint[];
  readonly computed: Map<string, Computed>;
}

const RATINGS = ["xuất sắc", "tốt", "giỏi", "khá", "trung bình", "yếu", "kém"];
const AVERAGES = /bình quân|trung bình|tuổi thọ|chỉ số|tốc độ|mức độ|năng suất|mật độ|điểm/iu;

/** The fields that the targets need, and how each is computed from them. */
export function figuresOf(targets: readonly ExtractedTarget[]): Figures {
  const figures: Figures = { fields: [], open: [], computed: new Map() };
  const name = namer();
  const wholes = new Map<string, string>();
  const counts = new Map<string, string>();
  for (const target of targets) {
    const isShare = target.measure === "%" || target.measure === "‰" || target.measure === "điểm %";
    figures.computed.set(
      target.id,
      isShare ? share(figures, target, name, wholes, counts) : count(figures, target, name, counts),
    );
  }
  return figures;
}

type Namer = ReturnType<typeof namer>;

function count(figures: Figures, target: ExtractedTarget, name: Namer, counts: Map<string, string>): Computed {
  const numerator = figureOf(figures, target, target.subject, name, counts);
  if (target.measure === "thứ hạng" || AVERAGES.test(target.subject)) {
    ask(
      figures,
      target,
      numerator,
      "Số bình quân, chỉ số hoặc thứ hạng không cộng được giữa các đơn vị: đơn vị nào báo cáo số này?",
    );
  }
  return { formula: numerator, numerator, denominator: null };
}

function share(
  figures: Figures,
  target: ExtractedTarget,
  name: Namer,
  wholes: Map<string, string>,
  counts: Map<string, string>,
): Computed {
  const numerator = figureOf(figures, target, withoutRate(target.subject), name, counts);
  const whole = ratedWhole(target.subject) ?? target.population;
  const key = foldText(whole ?? `${target.subject} ${target.id}`);
  const known = wholes.get(key);
  const denominator = known ?? name("tong", whole ?? withoutRate(target.subject));
  if (known === undefined) {
    const label =
      whole === null
        ? `Tổng số dùng để tính: ${withoutRate(target.subject)}`
        : labelOf(/^tổng/iu.test(whole) ? whole : `tổng số ${whole}`);
    figures.fields.push({ ...field(denominator, label, target), measure: measureOfWhole(whole), guidance: "" });
    wholes.set(key, denominator);
    if (whole !== null && PERSONS.test(whole) && BODIES.test(whole)) {
      ask(figures, target, denominator, "Tỷ lệ tính trên cả tổ chức và người: tách thành hai chỉ tiêu hay tính chung?");
    }
  }
  if (whole === null)
    ask(figures, target, denominator, "Nghị quyết không nói tỷ lệ này tính trên tổng số nào. Ghi rõ tên số liệu và đơn vị tính.");
  if (/tăng|giảm|so với|tinh giản|tiết kiệm/iu.test(target.subject)) {
    ask(figures, target, numerator, "Chỉ tiêu tăng, giảm: so với mốc nào, và tử số là phần tăng (giảm) hay mức đạt được?");
  }
  return { formula: `${numerator}/${denominator}`, numerator, denominator };
}

/** One field for one subject: milestones of different years share it. */
function figureOf(figures: Figures, target: ExtractedTarget, words: string, name: Namer, counts: Map<string, string>): string {
  const key = foldText(`${words}|${target.scope}|${target.kind ?? ""}`);
  const known = words === "" ? undefined : counts.get(key);
  if (known !== undefined) return known;
  const id = name("", words === "" ? `so lieu ${target.id}` : words);
  figures.fields.push(field(id, words === "" ? `Số liệu của chỉ tiêu ${target.id}` : labelOf(words), target));
  if (words === "") ask(figures, target, id, "Không rõ chỉ tiêu này đo việc gì. Đặt tên cho số liệu.");
  counts.set(key, id);
  return id;
}

function field(id: string, label: string, target: ExtractedTarget): Field {
  const share = target.measure === "%" || target.measure === "‰" || target.measure === "điểm %";
  const whole = share || (Number.isInteger(target.value) && !/đồng|USD|ha|km|tấn|m²|m³|điểm/u.test(target.measure));
  return {
    id,
    label,
    measure: share ? measureOfWhole(target.population) : target.measure,
    type: whole ? "count" : "decimal",
    required: true,
    min: 0,
    max: null,
    choices: [],
    aggregate: "sum",
    section: target.section.split(" > ").at(-1) ?? "",
    guidance: target.quote.replace(/\s+/gu, " ").trim(),
    appliesTo: [],
  };
}

const PERSONS =
  /đảng viên|cán bộ|công chức|viên chức|học sinh|giáo viên|lao động|đoàn viên|hội viên|người|trẻ em|sinh viên|dân số/iu;
const BODIES = /chi bộ|đảng bộ|tổ chức|cấp ủy|cấp uỷ|đảng ủy|đoàn thể|cơ quan|đơn vị/iu;

/** What a population is counted in: people, organisations, or the noun itself when it is short. */
function measureOfWhole(population: string | null): string {
  if (population === null) return "";
  if (PERSONS.test(population)) return "người";
  if (BODIES.test(population)) return "tổ chức";
  return population
    .split(/[\s,]+/u)
    .slice(0, 2)
    .join(" ")
    .toLowerCase();
}

/** "Học lực giỏi" is a part of all whose "học lực" is rated; null for other subjects. */
export function ratedWhole(subject: string): string | null {
  const lower = subject.toLowerCase();
  const rating = RATINGS.find((word) => lower.endsWith(` ${word}`));
  const head = rating === undefined ? "" : subject.slice(0, subject.length - rating.length).trim();
  return head === "" || head.split(" ").length > 5 ? null : `được xếp loại ${head.toLowerCase()}`;
}

function ask(figures: Figures, target: ExtractedTarget, id: string, question: string): void {
  figures.open.push({ target: target.id, field: id, question });
}
