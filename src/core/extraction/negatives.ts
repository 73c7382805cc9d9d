// Numbers that are no quantities: document numbers, dates, years, terms, ordinals, anniversaries, counts of task groups.
import { isYear } from "./numbers.js";
import { endingAt, find, looseWords, words } from "./phrases.js";
import type { Token } from "./tokens.js";
import { isCapital, isWord } from "./tokens.js";

/** Words before a number that make it a name: "Nghị quyết 35", "lớp 10", "quốc lộ 70", "lần thứ 15", "tháng 7". */
const NAMED = looseWords(`
  nghị quyết | chỉ thị | kết luận | quy định | quyết định | hướng dẫn | kế hoạch | thông báo | thông tư | nghị định |
  công văn | chương trình | văn bản | luật | pháp lệnh | NQ | CT | KL | QĐ | KH | nghị quyết số | số | trung ương |
  quốc lộ | tỉnh lộ | đường tỉnh | lần thứ | lần | thứ | khóa | khoá | điều | khoản | mục | chương | phần | phụ lục |
  biểu | bảng | mẫu | lớp | khối | cấp | mức độ | mức | hạng | loại | đợt | tổ | khu | khu vực | cụm | vùng | tầng |
  phòng | ca | kỳ | kỳ họp | phiên | phiên bản | nhiệm vụ | giải pháp | mục tiêu | chỉ tiêu | then chốt | tiêu chí |
  bài | câu | trang | giai đoạn | nhiệm kỳ | năm học | niên khóa | thời kỳ | tuần | thứ tự | bước | điểm | nhóm |
  dự án | tiểu dự án | đề án | công nghiệp | công nghệ | QH | mã | ISO | số đến | thôn | xóm | ấp | đội | đại hội |
  hội nghị trung ương | sở | cấp độ | trường hợp | tiết | vòng | liên khu | binh đoàn | quân khu | Covid | web |
  thế hệ | tuổi | tuổi từ
`);
/** Times of day and calendar before a small number: "ngày 15", "tháng 10", "sáng 18-5". */
const CALENDAR = words(`
  ngày | tháng | quý | năm | sáng | chiều | tối | mùng | mồng | hè | học kỳ | rạng
`);
/** "mỗi năm 10%", "hằng tháng 01 buổi": the number after these counts again. */
const EVERY = words("mỗi", "hằng", "hàng", "từng", "trong", "một", "bình quân", "các", "cả");
const EACH = words("mỗi", "từng");

/** Nouns after a number that count time or contents, not an achievement: "10 năm", "05 nhóm nhiệm vụ", "4 trọng tâm". */
const CONTENT = looseWords(`
  năm | tháng | quý | tuần | ngày | giờ | kỳ | nhiệm kỳ | khóa | nhóm nhiệm vụ | nhóm giải pháp | nhóm | nhiệm vụ |
  giải pháp | chỉ tiêu | mục tiêu | trọng tâm | đột phá | nội dung | quan điểm | khâu | lĩnh vực | điểm cầu | phần |
  chương | bước | đợt | mặt | nguyên tắc | phương châm | cấp | miền | chiều | tốt | không | sạch | yêu cầu | vấn đề |
  bài học | ưu tiên | khoản | điều | biện pháp | phong trào | cuộc vận động | trụ cột | tiêu chí |
  chương trình đột phá | nghị quyết | ý kiến | văn bản | thành viên | đại biểu | điểm đột phá | định hướng |
  chủ trương | thành phần | cuộc thi | tiểu ban | lần này | thứ | bên | trụ | năm học
`);
const ANNIVERSARY = looseWords("kỷ niệm", "tổng kết", "sơ kết", "nhân dịp", "chào mừng", "dịp", "truyền thống");

/** Why a number is no quantity. */
export type Negative = "slogan" | "name" | "date" | "year" | "term" | "content" | "anniversary" | "glued";

/** Facts that the rules of quantities know when they ask. */
export interface NumberPlace {
  /** Token of the first digit, and the token after the number with its range. */
  readonly at: number;
  readonly next: number;
  readonly percent: boolean;
  /** A comparator like "ít nhất" stands before it. */
  readonly strong: boolean;
}

/**
 * Why the number is no quantity, or null when nothing speaks against it.
 * @example "Nghị quyết 35" name; "ngày 15/01" date; "2020 - 2025" term; "kỷ niệm 50 năm" anniversary; "10 nhóm nhiệm vụ" content
 */
export function negative(tokens: readonly Token[], place: NumberPlace): Negative | null {
  if (glued(tokens, place)) return "glued";
  if (!place.percent && isQuoted(tokens, place.at)) return "slogan";
  const before = nameBefore(tokens, place);
  if (before !== null) return before;
  if (symbolAfter(tokens, place.next)) return "name";
  if (place.percent) return null;
  return dateParts(tokens, place) ?? yearLike(tokens, place) ?? contentAfter(tokens, place);
}

/** "KT01", "Covid-19", "04/2015", "11hồ": digits stuck to a letter, or behind a slash. */
function glued(tokens: readonly Token[], { at, next }: NumberPlace): boolean {
  const [before, first, after] = [tokens[at - 1], tokens[at]!, tokens[next]];
  if (after?.kind === "word" && after.gap === "none" && STUCK_UNITS(tokens, next) === null)
    return after.text.length > 1 || isCapital(after);
  if (before === undefined || first.gap !== "none") return false;
  if (before.kind === "word") return !/\p{L}{3}/u.test(before.text) || /[A-Z]{2}/u.test(before.text);
  return (
    (before.text === "-" || before.text === "/" || before.text === "_") && before.gap === "none" && tokens[at - 2] !== undefined
  );
}

/** Units that are often written without a space: "700kg/năm", "12ha". */
const STUCK_UNITS = words("kg", "km", "ha", "mm", "cm", "tấn", "tạ", "triệu", "tỷ", "tỉ", "đồng");

const QUOTATION_MARKS = words("“", '"', "”", "‘", "’", "'");
const QUOTED_WORDS = 14;

/** "gia đình 5 không, 3 sạch" between quotation marks: the name of a movement. A quoted passage that is longer counts. */
function isQuoted(tokens: readonly Token[], at: number): boolean {
  let left = at - 1;
  while (left > at - QUOTED_WORDS && left >= 0 && QUOTATION_MARKS(tokens, left) === null) left--;
  const right = find(QUOTATION_MARKS, tokens, at, at + QUOTED_WORDS)?.at;
  return QUOTATION_MARKS(tokens, left) !== null && opens(tokens, left) && right !== undefined && !opens(tokens, right);
}

function opens(tokens: readonly Token[], i: number): boolean {
  return tokens[i]!.gap !== "none" && tokens[i + 1]?.gap === "none";
}

function nameBefore(tokens: readonly Token[], { at, percent }: NumberPlace): Negative | null {
  if (percent) return null;
  const calendar = endingAt(CALENDAR, tokens, 0, at);
  if (calendar !== null && EVERY(tokens, calendar.at - 1) === null) {
    return isYear(tokens[at]) || !isWord(tokens[calendar.at], "năm") ? (isYear(tokens[at]) ? "year" : "date") : null;
  }
  if (isListed(tokens, at)) return "name";
  const named = endingAt(NAMED, tokens, 0, at);
  return named !== null && EACH(tokens, named.at - 1) === null && !countsAfter(tokens, named, at) ? "name" : null;
}

/** "Thông tư 17, 18 của Bộ": the second of two bare numbers, with nothing counted after it. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const joined = tokens[at - 1]?.text === "," || isWord(tokens[at - 1], "và");
  const after = tokens[at + 1];
  return (
    joined &&
    tokens[at - 2]?.kind === "number" &&
    (after === undefined || after.text === "." || NOT_COUNTED(tokens, at + 1) !== null)
  );
}

/** "mục tiêu 20 doanh nghiệp", "kế hoạch 5 mô hình": after plans and aims a number with a noun counts. */
const PLANS = looseWords(`
  mục tiêu | chỉ tiêu | kế hoạch | chương trình | giải pháp | nhiệm vụ | tiêu chí | đề án | dự án | cấp | điểm | tổ |
  khu | đại hội | thôn | mức
`);

function countsAfter(tokens: readonly Token[], named: { at: number }, at: number): boolean {
  const after = tokens[at + 1];
  return (
    PLANS(tokens, named.at) !== null &&
    after?.kind === "word" &&
    /^\p{Ll}/u.test(after.text) &&
    tokens[at]!.text.length > 1 &&
    NOT_COUNTED(tokens, at + 1) === null
  );
}

/** "20-NQ/TW", "814 - CV/ĐU", "154/2025/NĐ-CP": capitals after a dash or slash. */
function symbolAfter(tokens: readonly Token[], next: number): boolean {
  const [dash, word] = [tokens[next], tokens[next + 1]];
  if (dash === undefined || word === undefined || !["-", "/", "–"].includes(dash.text)) return false;
  if (word.kind === "word" && /^\p{Lu}{2}|^\p{Lu}$|^CTr|^Ctr|^BC/u.test(word.text)) return true;
  return dash.text === "/" && isYear(word);
}

/** "31-12-2017", "15/11", "5/2022", "18-5": parts of a date. */
function dateParts(tokens: readonly Token[], { at, next, strong }: NumberPlace): Negative | null {
  const [mark, second] = [tokens[next], tokens[next + 1]];
  if (strong || mark === undefined || second?.kind !== "number" || second.gap !== "none" || mark.gap !== "none") return null;
  if (mark.text === "/" && isYear(second)) return "date";
  const both = [tokens[at]!, second].every((t) => /^[0-3]?[0-9]$/u.test(t.text));
  return mark.text === "-" && both ? "date" : null;
}

/** A year without a noun after it, or a span of years. */
function yearLike(tokens: readonly Token[], { at, next }: NumberPlace): Negative | null {
  const [first, lastToken] = [tokens[at]!, tokens[next - 1]];
  if (!isYear(first)) return null;
  if (/^[-–—]$/u.test(tokens[at - 1]?.text ?? "") && isYear(tokens[at - 2])) return "term";
  if (next - at >= 2 && isYear(lastToken)) return "term";
  const after = tokens[next];
  if (after === undefined || after.kind !== "word" || isCapital(after)) return "year";
  const dash = tokens[at + 1]?.text;
  return dash === "-" || dash === "–" || NOT_COUNTED(tokens, next) !== null ? "year" : null;
}

const NOT_COUNTED = words(`
  là | và | đến | của | được | đã | có | đạt | trở | theo | so | tại | trên | với | cho | về | khi | phấn | tăng | giảm | ổn | hoàn | còn | bằng |
  bảo | do | từ | trong | như | gồm | sau | này | nay | cùng | thì | mà | nên | để | phải
`);

function contentAfter(tokens: readonly Token[], { at, next, strong }: NumberPlace): Negative | null {
  const anniversary = isWord(tokens[next], "năm") && endingAt(ANNIVERSARY, tokens, at - 4, at) !== null;
  if (anniversary) return "anniversary";
  const noun = CONTENT(tokens, next);
  const broken = /,[0-9]{1,2}$/u.test(tokens[at]!.text) || /,[0-9]{1,2}$/u.test(tokens[next - 1]!.text);
  if (noun === null || (broken && !TIME.has(noun.value))) return null;
  if (noun.value === "tiêu chí" && find(MORE, tokens, Math.max(0, at - 4), at) !== null) return null;
  const rate = tokens[noun.next]?.text === "/";
  return strong && (rate || !TIME.has(noun.value)) ? null : rate && !TIME.has(noun.value) ? null : "content";
}

/** "mỗi xã tăng từ 2 đến 3 tiêu chí": more of what else only names a list. */
const MORE = words("tăng", "thêm");

const TIME = new Set(["năm", "tháng", "quý", "tuần", "ngày", "kỳ", "nhiệm kỳ", "khóa", "năm học"]);
