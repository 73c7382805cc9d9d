// Measures: what a number counts. Percent, money, physical units, ranks, or the noun that follows.
import type { Read } from "./phrases.js";
import { looseWords, phrases, words } from "./phrases.js";
import { predicateAt } from "./noun-phrases.js";
import { digits, scaleWord } from "./numbers.js";
import type { Token } from "./tokens.js";
import { isWord } from "./tokens.js";

/** `noun`: the number counts the noun after it, which is part of the subject. */
export type MeasureKind = "percent" | "money" | "unit" | "noun" | "none";

export interface Measure {
  readonly kind: MeasureKind;
  /** `%`, `triệu đồng/người/năm`, `km`, `người`; empty when nothing says. */
  readonly text: string;
  /** Factor that the words put on the number: 1000 in "140 nghìn doanh nghiệp"; 1 for money, whose scale is in `text`. */
  readonly factor: number;
  /** Base after the measure, e.g. `GDP`, `dân số`, `1 vạn dân`; null when none. */
  readonly base: string | null;
}

const PERCENT = phrases({
  "%": "%",
  "phần trăm": "%",
  "điểm phần trăm": "điểm %",
  "điểm %": "điểm %",
  "% điểm": "điểm %",
  "‰": "‰",
  "phần nghìn": "‰",
});
const CURRENCY = phrases({ đồng: "đồng", VND: "đồng", VNĐ: "đồng", USD: "USD", "đô la": "USD", "đô la Mỹ": "USD", EUR: "EUR" });

/** Units that end a quantity: no noun need follow. */
const UNIT = phrases({
  km: "km",
  "km 2": "km²",
  km2: "km²",
  m: "m",
  m2: "m²",
  "m 2": "m²",
  "m 3": "m³",
  m3: "m³",
  mét: "m",
  ha: "ha",
  "héc ta": "ha",
  hecta: "ha",
  tấn: "tấn",
  tạ: "tạ",
  kg: "kg",
  lít: "lít",
  kWh: "kWh",
  MW: "MW",
  kW: "kW",
  tuổi: "tuổi",
  điểm: "điểm",
  lần: "lần",
  lượt: "lượt",
  "lượt người": "lượt",
  giờ: "giờ",
  phút: "phút",
  giải: "giải",
  huy: "huy chương",
  "huy chương": "huy chương",
  người: "người",
  hs: "người",
  em: "người",
  cháu: "người",
  "đ / c": "người",
  "đồng chí": "người",
  trường: "trường",
  lớp: "lớp",
  "bài viết": "bài",
  buổi: "buổi",
  cuộc: "cuộc",
  suất: "suất",
  hộ: "hộ",
  xã: "xã",
  thôn: "thôn",
  máy: "máy",
});
const PERSONS = looseWords(`
  đảng viên | quần chúng | học sinh | sinh viên | cán bộ | công chức | viên chức | giáo viên | lao động | đoàn viên |
  hội viên | thanh niên | công dân | chuyên gia | nhân lực | thạc sĩ | tiến sĩ | người dân | nông dân | công nhân |
  trẻ em | phụ nữ | đại biểu | quần chúng ưu tú
`);
const BODIES = looseWords(`
  chi bộ | đảng bộ | tổ chức đảng | tổ chức cơ sở đảng | đoàn thể | chi đoàn | công đoàn | cấp ủy | tổ chức | chi hội |
  tổ đảng
`);
const COMPOUNDS = looseWords(`
  bác sĩ | dược sĩ | kỹ sư | trung tâm | câu lạc bộ | khu công nghiệp | cụm công nghiệp | nhà máy | tuyến đường | công ty | sáng kiến kinh nghiệm | danh hiệu | tập thể | cá nhân | căn nhà | thủ tục | dịch vụ công | hộ gia đình | hộ nghèo | hộ dân | gia đình | điểm du lịch | văn bản | di tích | công đoàn viên | vụ việc | tổ liên kết |
  doanh nghiệp | hợp tác xã | mô hình | gương điển hình | điển hình | đề án | dự án | chương trình | sản phẩm |
  công trình | đề tài | sáng kiến | cơ sở | trang trại | biên chế | đơn vị | phòng học | giường bệnh | bài báo |
  hội nghị | nhà ở | căn hộ | nhà văn hóa | hội thi | tổ hợp tác | khu dân cư | lớp tập huấn | thương hiệu | tủ sách |
  cuộc kiểm tra | lượt khách | sản phẩm ocop | nhãn hiệu | hồ chứa | cuộc giám sát | buổi tuyên truyền | chuyên đề |
  tin bài | ý kiến | hồ sơ | tiêu chí | việc làm | nhà tạm | nhà đại đoàn kết | bằng khen | giấy khen | khu phố | tổ dân phố
`);

/** Words after a percentage that tell of what it is a share, and are no subject. */
const BASE = looseWords(`
  chỉ tiêu | GDP | GRDP | dân số | tổng dân số | dự toán | kế hoạch | tổng chi | tổng thu | tổng số | tổng vốn | tổng sản phẩm |
  tổng diện tích | tổng kim ngạch | tổng chi ngân sách | cơ cấu | giá trị | diện tích tự nhiên | lực lượng lao động |
  trên tổng số | trong tổng số | trên tổng | trong tổng
`);

const TWO_WORDS = words("người dân", "hộ dân", "lao động", "đảng viên", "học sinh", "học kỳ", "nhiệm kỳ", "năm học", "chi bộ");

/** Parts after a slash: "/người/năm", "/1 vạn dân", "/ha". */
function perPart(tokens: readonly Token[], at: number): Read<string> | null {
  if (tokens[at]?.text !== "/") return null;
  const count = digits(tokens, at + 1);
  let next = count?.next ?? at + 1;
  let text = count === null ? "" : `${tokens[at + 1]!.text} `;
  const scale = scaleWord(tokens, next);
  if (scale !== null) {
    text += `${tokens[next]!.text} `;
    next = scale.next;
  }
  if (tokens[next]?.kind !== "word") return null;
  const two = TWO_WORDS(tokens, next);
  return { value: `/${text}${two?.value ?? tokens[next]!.text}`, next: two?.next ?? next + 1 };
}

function withParts(tokens: readonly Token[], read: { text: string; next: number }): { text: string; next: number } {
  let { text, next } = read;
  for (let part = perPart(tokens, next); part !== null && text.length < 60; part = perPart(tokens, next)) {
    text += part.value;
    next = part.next;
  }
  return { text, next };
}

/** The measure after a number; always reads, with kind `none` when nothing follows. */
export const measureAfter = (tokens: readonly Token[], at: number): Read<Measure> =>
  percent(tokens, at) ??
  money(tokens, at) ??
  counted(tokens, at) ?? { value: { kind: "none", text: "", factor: 1, base: null }, next: at };

function percent(tokens: readonly Token[], at: number): Read<Measure> | null {
  const read = PERCENT(tokens, at);
  if (read === null) return null;
  const { next } = withParts(tokens, { text: read.value, next: read.next });
  const base = BASE(tokens, next);
  const own = base !== null && isPopulation(tokens, base);
  return { value: { kind: "percent", text: read.value, factor: 1, base: own ? null : (base?.value ?? null) }, next };
}

const PEOPLE = words("dân số", "lực lượng lao động");
const AFTER_BASE = words(
  "và",
  "vào",
  "trở",
  "năm",
  "đến",
  "của",
  "toàn",
  "trong",
  "hằng",
  "mỗi",
  "theo",
  "so",
  "tăng",
  "giảm",
  "từ",
  "là",
);

/** "95% dân số nông thôn được …": the base is the population itself when it goes on or acts. */
function isPopulation(tokens: readonly Token[], base: Read<string>): boolean {
  if (predicateAt(tokens, base.next) !== null) return true;
  const after = tokens[base.next];
  const goesOn = after?.kind === "word" && after.gap === "space" && AFTER_BASE(tokens, base.next) === null;
  return goesOn && PEOPLE(tokens, base.next - base.value.split(" ").length) !== null;
}

/** "75 triệu đồng/người/năm"; "5 nghìn tỷ đồng" is 5.000 tỷ đồng; "1.000 tỉ" is money too. */
function money(tokens: readonly Token[], at: number): Read<Measure> | null {
  const scale = scaleWord(tokens, at);
  const currency = isPeople(tokens, scale?.next ?? at) ? null : CURRENCY(tokens, scale?.next ?? at);
  if (currency === null) return scale === null ? null : bareScale(tokens, scale);
  const factor = scale === null ? 1 : Math.max(1, scale.value / 1e9);
  const word = scale === null ? "" : `${SCALE_NAMES.get(Math.min(scale.value, 1e9)) ?? ""} `;
  const { text, next } = withParts(tokens, { text: word + currency.value, next: currency.next });
  return { value: { kind: "money", text, factor, base: null }, next };
}

/** "27 đồng chí", "12 đồng bào": no money. */
function isPeople(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at], "đồng") && isWord(tokens[at + 1], "chí", "bào");
}

const SCALE_NAMES = new Map([
  [1e3, "nghìn"],
  [1e4, "vạn"],
  [1e6, "triệu"],
  [1e9, "tỷ"],
]);

/** "18 triệu lượt" multiplies, "47 triệu" before a mark is money. */
function bareScale(tokens: readonly Token[], scale: Read<number>): Read<Measure> | null {
  const counted_ = counted(tokens, scale.next);
  if (counted_ !== null) return { value: { ...counted_.value, factor: scale.value }, next: counted_.next };
  if (scale.value < 1e6) return { value: { kind: "none", text: "", factor: scale.value, base: null }, next: scale.next };
  const { text, next } = withParts(tokens, { text: `${SCALE_NAMES.get(Math.min(scale.value, 1e9))!} đồng`, next: scale.next });
  return { value: { kind: "money", text, factor: Math.max(1, scale.value / 1e9), base: null }, next };
}

/** Units that are nouns when words follow: "02 giải cấp tỉnh", but "Học sinh giỏi: 02 giải". */
const NOUN_UNITS = new Set(["giải", "người", "trường", "lớp", "bài", "buổi", "cuộc", "suất", "hộ", "xã", "thôn", "máy"]);

/** "40-50 GRDP": the percent sign was left out. */
const WHOLE_PRODUCT = looseWords("GDP", "GRDP");

/** Words behind a number that open something else: nothing is counted by them. */
const NO_NOUN = words(`
  đạt | là | được | có | và | hoặc | trở | của | phải | do | từ | đến | so | trên | dưới | theo | thì | mà | để | khi | sẽ | đã |
  tăng | giảm | còn | chiếm | gồm | nhằm | vào | tại | ở | với | cho | trong | về | bằng
`);

/** A unit or a noun; the noun itself is left to the subject. */
function counted(tokens: readonly Token[], at: number): Read<Measure> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const noun = PERSONS(tokens, at) !== null ? "người" : BODIES(tokens, at) !== null ? "tổ chức" : COMPOUNDS(tokens, at)?.value;
  if (noun !== undefined) return nounMeasure(tokens, at, noun);
  const unit = UNIT(tokens, at);
  if (unit !== null && NOUN_UNITS.has(unit.value) && tokens[unit.next]?.kind === "word" && tokens[unit.next]?.gap !== "blank") {
    return nounMeasure(tokens, at, unit.value);
  }
  if (unit !== null) {
    const { text, next } = withParts(tokens, { text: unit.value, next: unit.next });
    return { value: { kind: "unit", text, factor: 1, base: null }, next };
  }
  const share = WHOLE_PRODUCT(tokens, at);
  if (share !== null) return { value: { kind: "percent", text: "%", factor: 1, base: share.value }, next: at };
  return token.kind === "word" && token.gap !== "none" && NO_NOUN(tokens, at) === null
    ? nounMeasure(tokens, at, token.text.toLowerCase())
    : null;
}

const TIMES = /\/(?:năm|tháng|quý|tuần|ngày|kỳ|học kỳ|nhiệm kỳ)$/u;

/** "30 giường bệnh/1 vạn dân": the base after the noun belongs to the measure; "01 ngày/tháng" is all measure. */
function nounMeasure(tokens: readonly Token[], at: number, noun: string): Read<Measure> {
  const rate = perPart(tokens, at + 1);
  if (rate !== null && TIMES.test(rate.value))
    return { value: { kind: "unit", text: noun + rate.value, factor: 1, base: null }, next: rate.next };
  for (let i = at + 1; i <= at + 4; i++) {
    const per = perPart(tokens, i);
    if (per !== null) return { value: { kind: "noun", text: noun + per.value, factor: 1, base: per.value.slice(1) }, next: at };
  }
  return { value: { kind: "noun", text: noun, factor: 1, base: null }, next: at };
}
