// The lines of the sheet Thông tin: label, meaning, and the property of the definition that each holds.
import type { Definition, FormText } from "../definition/definition.js";
import type { Period } from "../definition/period.js";
import { periodOf } from "../definition/period.js";
import type { Resolution } from "../definition/resolution.js";
import { bareText } from "../text.js";

export interface InfoItem {
  /** JSON path in the definition: `resolution.kind`. */
  readonly path: string;
  readonly label: string;
  /** Other labels and the keys that `init --set` knows, English and Vietnamese. */
  readonly also: readonly string[];
  readonly kind: "text" | "code" | "day";
  readonly needed: boolean;
  readonly explanation: string;
  readonly get: (d: Definition) => string | null;
  /** The definition with the property set; null stands for blank. A definition without a period has no property of it. */
  readonly put: (d: Definition, value: string | null) => Definition;
}

export interface InfoGroup {
  readonly title: string;
  readonly items: readonly InfoItem[];
}

type Words = Omit<InfoItem, "get" | "put">;

function ofResolution(key: keyof Resolution, words: Omit<Words, "path">): InfoItem {
  const blank = key === "date" ? null : "";
  return {
    ...words,
    path: `resolution.${key}`,
    get: (d) => d.resolution[key],
    put: (d, value) => ({ ...d, resolution: { ...d.resolution, [key]: value ?? blank } }),
  };
}

function ofForm(key: keyof FormText, words: Omit<Words, "path">): InfoItem {
  return {
    ...words,
    path: `form.${key}`,
    get: (d) => d.form[key],
    put: (d, value) => ({ ...d, form: { ...d.form, [key]: value ?? "" } }),
  };
}

/** Blank label and bounds follow from the period's id, so that changing the id is enough. */
function ofPeriod(key: keyof Period, words: Omit<Words, "path">): InfoItem {
  return {
    ...words,
    path: `period.${key}`,
    get: (d) => (d.period === null || (key !== "id" && d.period[key] === periodOf(d.period.id)?.[key]) ? null : d.period[key]),
    put: (d, value) => {
      const standard = d.period === null ? null : periodOf(d.period.id);
      return d.period === null ? d : { ...d, period: { ...d.period, [key]: value ?? standard?.[key] ?? null } };
    },
  };
}

const text = { kind: "text", needed: false } as const;
const neededText = { kind: "text", needed: true } as const;
const code = { kind: "code", needed: false } as const;
const neededCode = { kind: "code", needed: true } as const;
const day = { kind: "day", needed: false } as const;

const id: InfoItem = {
  ...neededCode,
  path: "id",
  label: "Mã bộ chỉ tiêu",
  also: ["id"],
  explanation: "Mã riêng của bộ chỉ tiêu, ghi ẩn trong mọi biểu mẫu. Giữ nguyên cả kỳ.",
  get: (d) => d.id,
  put: (d, value) => ({ ...d, id: value ?? "" }),
};

export const INFO_GROUPS: readonly InfoGroup[] = [
  {
    title: "Văn bản giao chỉ tiêu",
    items: [
      id,
      ofResolution("kind", {
        ...neededText,
        label: "Loại văn bản",
        also: ["kind", "loai"],
        explanation: "nghị quyết, kết luận, kế hoạch …",
      }),
      ofResolution("number", { ...code, label: "Số văn bản", also: ["number", "so"], explanation: "Chỉ phần số, ví dụ 20." }),
      ofResolution("symbol", {
        ...code,
        label: "Ký hiệu văn bản",
        also: ["resolution.symbol"],
        explanation: "Phần sau dấu gạch nối, ví dụ NQ/ĐUK.",
      }),
      ofResolution("abstract", {
        ...neededText,
        label: "Trích yếu",
        also: ["abstract"],
        explanation: "Văn bản về việc gì, vài chữ.",
      }),
      ofResolution("issuer", {
        ...text,
        label: "Cơ quan ban hành",
        also: ["issuer", "co_quan"],
        explanation: "Tên cơ quan, in ở đầu biểu mẫu.",
      }),
      ofResolution("date", { ...day, label: "Ngày ban hành", also: ["date"], explanation: "Ngày/tháng/năm, ví dụ 15/01/2024." }),
      ofResolution("superior", {
        ...text,
        label: "Cơ quan cấp trên",
        also: ["superior", "cap_tren"],
        explanation: "In phía trên cơ quan ban hành; có thể để trống.",
      }),
      ofResolution("place", {
        ...text,
        label: "Nơi lập",
        also: ["place", "dia_danh"],
        explanation: "Địa danh đứng trước ngày tháng, ví dụ Hà Nội.",
      }),
    ],
  },
  {
    title: "Biểu mẫu",
    items: [
      ofForm("title", {
        ...neededText,
        label: "Tiêu đề biểu mẫu",
        also: ["title", "tieu_de"],
        explanation: "Dòng tiêu đề in trên bảng của mỗi biểu mẫu.",
      }),
      ofForm("symbol", {
        ...neededCode,
        label: "Ký hiệu biểu mẫu",
        also: ["symbol", "ky_hieu"],
        explanation: "Nằm trong tên tệp của mỗi đơn vị, ví dụ BC-NQ20.",
      }),
      ofForm("profile", {
        ...code,
        label: "Mẫu trình bày",
        also: ["profile", "mau"],
        explanation: "Kiểu trình bày đầu trang và chữ ký; để trống là mẫu hiện hành.",
      }),
    ],
  },
  {
    title: "Kỳ và hạn nộp",
    items: [
      ofPeriod("id", {
        ...neededCode,
        label: "Mã kỳ báo cáo",
        also: ["period", "ky", "Kỳ báo cáo"],
        explanation: "2024-Q1 … 2024-Q4 (quý), 2024-H1 (6 tháng), 2024-9M (9 tháng), 2024 (năm); hoặc viết: quý I năm 2024.",
      }),
      ofPeriod("label", {
        ...text,
        label: "Tên kỳ báo cáo",
        also: ["label", "ten_ky"],
        explanation: "Để trống: theo mã kỳ, ví dụ quý I năm 2024.",
      }),
      ofPeriod("start", { ...day, label: "Từ ngày", also: ["start"], explanation: "Để trống: theo mã kỳ." }),
      ofPeriod("end", { ...day, label: "Đến ngày", also: ["end"], explanation: "Để trống: theo mã kỳ." }),
      ofPeriod("due", { ...day, label: "Hạn nộp", also: ["due", "han"], explanation: "Ngày cuối cùng đơn vị phải gửi báo cáo." }),
    ],
  },
];

export const INFO_ITEMS: readonly InfoItem[] = INFO_GROUPS.flatMap((group) => group.items);

const PERIOD_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^quý (?:i|1|một) /u, "-Q1"],
  [/^quý (?:ii|2|hai) /u, "-Q2"],
  [/^quý (?:iii|3|ba) /u, "-Q3"],
  [/^quý (?:iv|4|bốn|tư) /u, "-Q4"],
  [/^(?:6|sáu) tháng (?:đầu )?/u, "-H1"],
  [/^(?:9|chín) tháng (?:đầu )?/u, "-9M"],
  [/^(?=năm )/u, ""],
];

/**
 * The id of a period as typed: `2024-q1`, `2024`, `Quý I năm 2024`, `quý 1/2024`, `6 tháng đầu năm 2024`, `9 tháng 2024`, `năm 2024`.
 * @returns null when it is none of these
 */
export function periodIdOf(typed: string): string | null {
  const standard = periodOf(typed.replace(/\s+/gu, ""));
  if (standard !== null) return standard.id;
  const words = spelled(typed);
  for (const [pattern, suffix] of PERIOD_WORDS) {
    const match = pattern.exec(words);
    const rest = match === null ? null : /^(?:năm )?((?:19|20|21)[0-9]{2})$/u.exec(words.slice(match[0].length));
    if (rest !== null) return `${rest[1]!}${suffix}`;
  }
  return null;
}

/** Lower case, composed, `/` and `-` as spaces. */
function spelled(typed: string): string {
  return typed
    .normalize("NFC")
    .toLowerCase()
    .replace(/[/\-–,]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The key of an item for `init --set`, from its label: `Hạn nộp` → `han_nop`. */
export function settingKey(item: InfoItem): string {
  return bareText(item.label).replace(/ /gu, "_");
}

/** The item that a label or a key means; case, marks, spaces, `_` and `-` do not count. Null when it is none. */
export function infoItemOf(label: string, items: readonly InfoItem[] = INFO_ITEMS): InfoItem | null {
  const wanted = plainKey(label.replace(/[:*]+\s*$/u, ""));
  return items.find((item) => [item.label, item.path, ...item.also].some((name) => plainKey(name) === wanted)) ?? null;
}

function plainKey(text: string): string {
  return bareText(text.replace(/[_-]+/gu, " "));
}
