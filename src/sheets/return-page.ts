// What goes back to units: for each report that was returned or is held, a sheet that says what is wrong, where, why, and what to do.
import type { Consolidation } from "../core/round/consolidation.js";
import type { FileReport } from "../core/round/file-report.js";
import type { Finding } from "../core/finding.js";
import { MESSAGES } from "../core/messages/index.js";
import { OUTCOME_WORDS } from "../core/round/outcome-words.js";
import { resolutionName } from "../core/definition/resolution.js";
import type { Unit } from "../core/definition/unit.js";
import { fileName, SEVERITY_WORDS } from "./findings-page.js";
import type { Book, Page } from "./page.js";
import { cellArea, PageDraft } from "./page-draft.js";
import { issuerHeading, profileNamed } from "./party-heading.js";
import { cell, tablePage } from "./table-parts.js";

/** The reports of one unit that it has to send again or to explain; of files that name no unit, one file. */
export interface Return {
  /** Null when the file does not say whose it is. */
  readonly unit: Unit | null;
  readonly files: readonly FileReport[];
}

const COLUMNS = [
  { heading: "STT", width: 6 },
  { heading: "Mức độ", width: 12 },
  { heading: "Trang", width: 18 },
  { heading: "Ô", width: 9 },
  { heading: "Sai ở đâu, sửa thế nào", width: 66 },
  { heading: "Vì sao", width: 38 },
  { heading: "Việc cần làm", width: 42 },
] as const;
const LAST = COLUMNS.length;
const LEFT_HALF = 4;

/** Reports that were returned or are held, by unit in the order of the list, files of nobody last. */
export function returnsOf({ definition, files }: Consolidation): readonly Return[] {
  const troubled = files.filter((file) => file.outcome === "rejected" || file.outcome === "held");
  const units = definition.units.flatMap((unit) => {
    const own = troubled.filter((file) => file.unit === unit.code);
    return own.length === 0 ? [] : [{ unit, files: own }];
  });
  const listed = new Set(definition.units.map((unit) => unit.code));
  const others = troubled.filter((file) => file.unit === null || !listed.has(file.unit));
  return [...units, ...others.map((file) => ({ unit: null, files: [file] }))];
}

/** The small workbook that goes back to one unit: one sheet, in the look of a letter. */
export function returnBook({ definition }: Consolidation, back: Return): Book {
  const draft = new PageDraft({
    name: "Phiếu trả lại",
    visibility: "visible",
    columns: COLUMNS.map(({ width }) => ({ width })),
    print: { landscape: true, margins: profileNamed(definition.form.profile).margins, footer: "&C&9Trang &P/&N" },
    protected: false,
    tab: "output",
  });
  let row = heading(draft, { definition }, back);
  for (const file of back.files) row = fileBlock(draft, row, file);
  const closing =
    "Đề nghị đơn vị sửa ngay trong tệp biểu mẫu đã gửi, tăng “Lần báo cáo” lên một, lưu dạng .xlsx rồi gửi lại. Tệp của đơn vị không bị thay đổi.";
  draft.line(row + 1, 1, LAST, closing, "body");
  return { title: `Phiếu trả lại báo cáo ${back.unit?.name ?? ""}`.trim(), pages: [draft.page()], names: [] };
}

function heading(draft: PageDraft, { definition }: Pick<Consolidation, "definition">, { unit, files }: Return): number {
  const { superior, issuer } = issuerHeading(definition);
  const { motto } = profileNamed(definition.form.profile);
  const left = [superior, issuer].filter((line) => line !== "");
  left.forEach((line, i) => draft.line(i + 1, 1, LEFT_HALF, line, i === left.length - 1 ? "headingBold" : "headingBody"));
  motto.forEach((line, i) =>
    draft.line(i + 1, LEFT_HALF + 1, LAST, line, i === motto.length - 1 ? "headingParty" : "headingBold"),
  );
  const title = Math.max(left.length, motto.length) + 2;
  const held = files.every((file) => file.outcome === "held");
  draft.line(title, 1, LAST, held ? "PHIẾU ĐỀ NGHỊ LÀM RÕ BÁO CÁO" : "PHIẾU TRẢ LẠI BÁO CÁO", "title");
  const { resolution, period } = definition;
  const about = `Kết quả thực hiện ${resolutionName(resolution)}, ${period?.label ?? ""}`;
  draft.line(title + 1, 1, LAST, about, "subtitle");
  const who =
    unit === null
      ? "Kính gửi: đơn vị gửi tệp nêu dưới đây (tệp không cho biết là của đơn vị nào)"
      : `Kính gửi: ${unit.name} (mã ${unit.code})`;
  draft.line(title + 3, 1, LAST, who, "bodyBold");
  return title + 4;
}

/** The file, then its findings as a table; returns the next free row. */
function fileBlock(draft: PageDraft, start: number, file: FileReport): number {
  const number = file.submissionNumber === null ? "" : `, lần báo cáo ${String(file.submissionNumber)}`;
  const state = file.outcome === "held" ? "Tạm giữ, chưa cộng" : "Gửi trả, chưa cộng";
  draft.line(start, 1, LAST, `Tệp: ${fileName(file.path)}${number}. ${state}.`, "body");
  draft.line(start + 1, 1, LAST, `Mã nhận dạng tệp (SHA-256): ${file.sha256}`, "code");
  const head = start + 2;
  COLUMNS.forEach(({ heading: text }, i) => draft.put(head, i + 1, cell(text, "tableHead")));
  file.findings.forEach((found, i) => findingRow(draft, head + 1 + i, i + 1, found));
  if (file.findings.length > 0) {
    const marks = { ...cellArea(head + 1, 2), bottom: head + file.findings.length };
    draft.conditions.push({ area: marks, formula: `$B${String(head + 1)}="${SEVERITY_WORDS.error}"`, style: "bad" });
  }
  return head + file.findings.length + 2;
}

function findingRow(draft: PageDraft, row: number, number: number, found: Finding): void {
  const { meaning, remedy } = MESSAGES[found.code];
  const cells = [
    cell(number, "center"),
    cell(SEVERITY_WORDS[found.severity], "center"),
    cell(found.sheet, "label"),
    cell(found.cell, "center"),
    cell(found.message, "label"),
    cell(meaning, "label"),
    cell(remedy, "label"),
  ];
  cells.forEach((one, i) => draft.put(row, i + 1, one));
}

/** All that goes back, in one workbook for the office. */
export function allReturnsBook(consolidation: Consolidation, returns: readonly Return[]): Book {
  const lines = returns.flatMap(({ unit, files }) =>
    files.flatMap((file) => file.findings.map((found) => ({ unit, file, found }))),
  );
  const { period } = consolidation.definition;
  const page: Page = tablePage({
    sheet: "Trả lại",
    title: "Các báo cáo trả lại và tạm giữ",
    subtitle: `${period.label} · ${String(returns.length)} đơn vị hoặc tệp · ${String(lines.length)} nội dung`,
    columns: [
      { heading: "Mã đơn vị", width: 12, cell: ({ unit, file }) => cell(unit?.code ?? file.unit, "text") },
      { heading: "Tên đơn vị", width: 34, cell: ({ unit }) => cell(unit?.name ?? null, "label") },
      { heading: "Tệp", width: 34, cell: ({ file }) => cell(fileName(file.path), "label") },
      {
        heading: "Tình trạng",
        width: 12,
        cell: ({ file }) => cell(file.outcome === "held" ? OUTCOME_WORDS.held.vi : OUTCOME_WORDS.rejected.vi, "center"),
      },
      { heading: "Mức độ", width: 12, cell: ({ found }) => cell(SEVERITY_WORDS[found.severity], "center") },
      { heading: "Sai ở đâu, sửa thế nào", width: 66, cell: ({ found }) => cell(found.message, "label") },
      { heading: "Việc cần làm", width: 44, cell: ({ found }) => cell(MESSAGES[found.code].remedy, "label") },
    ],
    items: lines,
    keep: 2,
    empty: "Không có báo cáo nào bị trả lại.",
  });
  return { title: `Báo cáo trả lại, ${period.label}`, pages: [page], names: [] };
}
