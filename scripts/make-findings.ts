// Writes docs/findings.md from the catalogue of findings: `npm run docs:findings`.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Severity } from "../src/core/finding.js";
import { findingMessage, MESSAGES } from "../src/core/messages/index.js";
import type { FindingCode } from "../src/core/messages/index.js";
import type { MessageEntry, MessageFacts } from "../src/core/messages/entry.js";

export const FINDINGS_FILE = path.join(import.meta.dirname, "../docs/findings.md");

/** Areas in the order in which a returned file meets them, with the heading of each. */
const AREAS: ReadonlyMap<string, string> = new Map([
  ["figure", "Số liệu trong ô nhập"],
  ["list", "Dòng của danh sách"],
  ["rule", "Quy tắc giữa các số liệu"],
  ["target", "Kết quả so với chỉ tiêu"],
  ["form", "Biểu mẫu đã bị sửa, hoặc không phải của đợt này"],
  ["round", "Nhiều tệp của một đợt báo cáo"],
  ["file", "Tệp gửi về"],
  ["zip", "Bên trong tệp .xlsx (gói nén)"],
  ["xml", "Bên trong tệp .xlsx (cấu trúc)"],
  ["cells", "Bên trong tệp .xlsx (ô)"],
  ["control", "Sổ tổng hợp, danh sách đơn vị và lệnh init"],
  ["definition", "Định nghĩa chỉ tiêu, số liệu, quy tắc"],
  ["document", "Văn bản nghị quyết"],
]);

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "Lỗi", warning: "Cảnh báo", note: "Ghi nhận" };

const NOTHING: Omit<MessageFacts, "code" | "severity"> = {
  unit: null,
  field: null,
  sheet: "Báo cáo",
  cell: null,
  found: null,
  expected: null,
  data: {},
};

const MEMBERS = "Tổng số đảng viên";
const LEARNED = "Số đảng viên được học tập";
const number = { label: MEMBERS, type: "number" };

/** Findings that a clerk meets most often, with made-up facts: how the sentence reads. */
const EXAMPLES: readonly (Partial<MessageFacts> & { readonly code: FindingCode })[] = [
  { code: "figure/blank", cell: "F14", data: number },
  { code: "figure/not-a-number", cell: "F14", found: "12 tr", data: number },
  { code: "figure/ambiguous", cell: "F14", found: "1.234", data: { ...number, whole: 1234, decimal: 1.234 } },
  { code: "figure/text-number", severity: "note", cell: "F14", found: " 118 ", expected: 118, data: number },
  { code: "figure/formula", cell: "F14", found: "='[so.xlsx]Sheet1'!B2", expected: 118, data: number },
  {
    code: "rule/broken",
    cell: "F15",
    data: {
      message: "Số đảng viên được học tập lớn hơn tổng số đảng viên. Sửa một trong hai số.",
      figures: `${LEARNED}: 120; ${MEMBERS}: 118`,
    },
  },
  {
    code: "target/explanation-missing",
    severity: "warning",
    cell: "J20",
    data: { label: "Đảng viên được học tập", gapText: ", còn thiếu 6 người" },
  },
  { code: "form/older-version", sheet: null, found: "3f2a91", expected: "b07c44" },
  {
    code: "form/result-overwritten",
    cell: "H20",
    found: 1,
    expected: 0.95,
  },
  { code: "form/other-period", sheet: null, found: "2024-H1", expected: "2024-9M" },
  { code: "file/wrong-format", sheet: null, data: { format: "xls" } },
  { code: "zip/damaged", sheet: null, data: { problem: "truncated" } },
  { code: "round/conflict", sheet: null, data: { other: "DV0042 (1).xlsx", number: 1, places: 2 } },
];

const INTRO = `# Sai sót

Khi đối chiếu báo cáo, mỗi sai sót có một **mã**, một **mức** và một câu nêu nơi sai, điều sai, việc phải làm.

| Mức | Nghĩa |
|---|---|
| Lỗi | Báo cáo chưa được tính vào tổng cho đến khi đơn vị sửa và gửi lại. |
| Cảnh báo | Báo cáo vẫn được tính; đơn vị xem lại hoặc ghi giải trình. |
| Ghi nhận | Chỉ là cách viết đã được đọc giúp, hoặc một việc để biết. Con số không bị thay đổi. |

Tra mã trong bảng bằng Ctrl+F. Mã không đổi qua các phiên bản.

*English: every finding has a permanent code, a severity (lỗi = error: not counted; cảnh báo = warning: counted, explanation wanted;
ghi nhận = note: a harmless repair or a fact) and a sentence that says place, fault and remedy. \`--lang en\` prints the sentences in English.
This page is generated from the catalogue of messages; change it there.*
`;

/** The whole page. Every code stands in it once, in the table of its area. */
export function findingsPage(): string {
  const areas = new Set(Object.keys(MESSAGES).map(areaOf));
  const unknown = [...areas].filter((area) => !AREAS.has(area));
  if (unknown.length > 0) throw new Error(`no heading for the area ${unknown.join(", ")}`);
  const tables = [...AREAS].filter(([area]) => areas.has(area)).map(([area, heading]) => areaTable(area, heading));
  return [INTRO, examples(), ...tables].join("\n");
}

function areaOf(code: string): string {
  return code.split("/")[0]!;
}

function areaTable(area: string, heading: string): string {
  const rows = Object.entries<MessageEntry>(MESSAGES)
    .filter(([code]) => areaOf(code) === area)
    .map(([code, entry]) => row([`\`${code}\``, severityWords(entry), entry.meaning, entry.remedy]));
  return [`## ${heading}`, "", row(["Mã", "Mức", "Nghĩa", "Cách xử lý"]), "|---|---|---|---|", ...rows, ""].join("\n");
}

function examples(): string {
  const rows = EXAMPLES.map((facts) => {
    const sentence = findingMessage({ ...NOTHING, severity: "error", ...facts });
    return row([`\`${facts.code}\``, sentence]);
  });
  return ["## Câu báo hay gặp", "", row(["Mã", "Ví dụ"]), "|---|---|", ...rows, ""].join("\n");
}

function severityWords(entry: MessageEntry): string {
  return [entry.severity]
    .flat()
    .map((severity) => SEVERITIES[severity])
    .join(", ");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeFileSync(FINDINGS_FILE, findingsPage());
