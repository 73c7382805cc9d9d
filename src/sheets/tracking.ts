// The sheets Theo dõi (one row a unit: state, number, file, when saved) and Tệp đã nhận (one row a file: what became of it).
import type { Consolidation, UnitResult } from "../core/round/consolidation.js";
import type { UnitState } from "../core/round/coverage.js";
import { STATE_WORDS } from "../core/round/coverage.js";
import { coverageLine } from "../core/round/coverage-text.js";
import { showDay } from "../core/figure/date.js";
import type { FileReport } from "../core/round/file-report.js";
import { counts } from "../core/round/file-report.js";
import type { Severity } from "../core/finding.js";
import { OUTCOME_WORDS } from "../core/round/outcome-words.js";
import { SHEETS } from "./consolidated-layout.js";
import { unitMark } from "./later-row.js";
import { textMark } from "./mark.js";
import { fileCell, fileName } from "./findings-page.js";
import type { LinkTo } from "./findings-page.js";
import { CODE_HEADING, leftNotes, NOTE_HEADING, noteOf, originWords } from "./notes.js";
import type { LeftNote, Notes } from "./notes.js";
import type { ConditionalStyle, Page, PageRow } from "./page.js";
import { area, cell, HEADING_ROW, row, rowHeight, tablePage } from "./table-parts.js";
import type { TableColumn } from "./table-parts.js";

const CODE_COLUMN = 2;
const STATE_COLUMN = 5;
const FILE_COLUMN = 9;
const NOTE_COLUMN = 12;
const COLUMN_WIDTHS = Array.from({ length: NOTE_COLUMN }, () => 30);

export function trackingPage(consolidation: Consolidation, notes: Notes, linkTo: LinkTo): Page {
  const page = tablePage({
    sheet: SHEETS.tracking,
    title: "Theo dõi việc gửi báo cáo",
    subtitle: coverageLine(consolidation),
    columns: trackingColumns(consolidation, notes, linkTo),
    items: consolidation.units,
    later: { mark: (result) => trackingMark(result, consolidation.coverage, notes), linkColumn: FILE_COLUMN },
    keep: 3,
    empty: "Chưa có đơn vị nào trong danh sách.",
  });
  const last = HEADING_ROW + Math.max(1, consolidation.units.length);
  return {
    ...page,
    rows: [...page.rows, ...leftRows(leftNotes(notes, consolidation.definition), last + 2)],
    conditions: stateColours(HEADING_ROW + 1, last, STATE_COLUMN, "E"),
  };
}

function trackingMark(result: UnitResult, coverage: Consolidation["coverage"], notes: Notes): number {
  const { file, unit } = result;
  const counted = [countOf(file, "error"), countOf(file, "warning")];
  const texts = [file?.lastSaved ?? null, otherFiles(result, coverage), noteOf(notes, SHEETS.tracking, unit.code)];
  return unitMark(result, ...counted, ...texts);
}

/** Below the table: notes of units and targets that are gone, in the columns in which they are read again. */
function leftRows(left: readonly LeftNote[], top: number): PageRow[] {
  if (left.length === 0) return [];
  const lines = left.map(({ sheet, key, text }, index) => {
    const cells = new Map([
      [CODE_COLUMN, cell(key, "text")],
      [CODE_COLUMN + 1, cell(originWords(sheet), "label")],
      [NOTE_COLUMN, cell(text, "label")],
    ]);
    return { row: top + 1 + index, cells, height: rowHeight(cells, COLUMN_WIDTHS) };
  });
  return [row(top, [cell("Ghi chú của đơn vị, chỉ tiêu không còn trong danh sách", "sheetSubtitle")]), ...lines];
}

/** Colours of the states in a column. */
export function stateColours(first: number, last: number, column: number, letters: string): ConditionalStyle[] {
  const styles: readonly [UnitState, ConditionalStyle["style"]][] = [
    ["received", "good"],
    ["explain", "attention"],
    ["returned", "bad"],
    ["held", "attention"],
    ["missing", "missing"],
  ];
  return styles.map(([state, style]) => ({
    area: area(first, column, last, column),
    formula: `$${letters}${String(first)}="${STATE_WORDS[state]}"`,
    style,
  }));
}

function trackingColumns({ coverage }: Consolidation, notes: Notes, linkTo: LinkTo): TableColumn<UnitResult>[] {
  return [
    { heading: "STT", width: 6, cell: (_, index) => cell(index + 1, "center") },
    { heading: CODE_HEADING, width: 12, cell: ({ unit }) => cell(unit.code, "text") },
    { heading: "Tên đơn vị", width: 38, cell: ({ unit }) => cell(unit.name, "label") },
    { heading: "Loại đơn vị", width: 20, cell: ({ unit }) => cell(unit.kind, "label") },
    { heading: "Trạng thái", width: 15, cell: ({ state }) => cell(STATE_WORDS[state], "center") },
    { heading: "Lần báo cáo", width: 9, cell: ({ file }) => cell(file?.submissionNumber ?? null, "center") },
    { heading: "Lỗi", width: 7, cell: ({ file }) => cell(countOf(file, "error"), "center") },
    { heading: "Cảnh báo", width: 9, cell: ({ file }) => cell(countOf(file, "warning"), "center") },
    { heading: "Tệp", width: 34, cell: ({ file }, index) => fileCell(file?.path ?? "", index, linkTo) },
    { heading: "Lưu lần cuối (giờ Việt Nam)", width: 17, cell: ({ file }) => cell(savedAt(file?.lastSaved ?? null), "center") },
    { heading: "Tệp khác của đơn vị", width: 34, cell: (result) => cell(otherFiles(result, coverage), "label") },
    { heading: NOTE_HEADING, width: 30, cell: ({ unit }) => cell(noteOf(notes, SHEETS.tracking, unit.code), "label") },
    { heading: "Mã kiểm tra tệp (SHA-256)", width: 58, cell: ({ file }) => cell(file?.sha256 ?? null, "hash") },
  ];
}

function countOf(file: FileReport | null, severity: Severity): number | null {
  if (file === null) return null;
  const count = file.findings.filter((found) => found.severity === severity).length;
  return count === 0 ? null : count;
}

/** Files of the unit that its state does not speak of, and unreadable ones that may be its by their name. */
function otherFiles({ unit, file, files }: UnitResult, { unknown }: Consolidation["coverage"]): string {
  const others = files
    .filter((other) => other !== file)
    .map((other) => `${fileName(other.path)} (${OUTCOME_WORDS[other.outcome].vi.toLowerCase()})`);
  const perhaps = unknown
    .filter((one) => one.perhaps === unit.code)
    .map(({ path }) => `có thể là ${fileName(path)} (không đọc được)`);
  return [...others, ...perhaps].join("; ");
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** Time as the file says, on Vietnamese clocks: `05/07/2024 16:30`; other text is shown as it stands. */
export function savedAt(iso: string | null): string {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(time)) return iso ?? "";
  const local = new Date(time + VIETNAM_OFFSET_MS).toISOString();
  return `${showDay(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** One row a file, so that nothing that was given is lost. */
export function filesPage({ files, definition }: Consolidation, linkTo: LinkTo): Page {
  const names = new Map(definition.units.map((unit) => [unit.code, unit.name]));
  const counted = files.filter((file) => counts(file.outcome)).length;
  return tablePage<FileReport>({
    sheet: SHEETS.files,
    title: "Các tệp đã nhận",
    subtitle: `${String(files.length)} tệp · ${String(counted)} tệp được cộng vào số tổng hợp`,
    columns: [
      { heading: "Tệp", width: 44, cell: ({ path }, index) => fileCell(path, index, linkTo) },
      { heading: "Kết quả", width: 26, cell: ({ outcome }) => cell(OUTCOME_WORDS[outcome].vi, "center") },
      { heading: CODE_HEADING, width: 12, cell: ({ unit }) => cell(unit, "text") },
      { heading: "Tên đơn vị", width: 38, cell: ({ unit }) => cell(names.get(unit ?? "") ?? "", "label") },
      { heading: "Kỳ", width: 10, cell: ({ period }) => cell(period, "center") },
      { heading: "Lần báo cáo", width: 9, cell: ({ submissionNumber }) => cell(submissionNumber, "center") },
      { heading: "Lưu lần cuối (giờ Việt Nam)", width: 17, cell: ({ lastSaved }) => cell(savedAt(lastSaved), "center") },
      { heading: "Phần mềm", width: 20, cell: ({ application }) => cell(application, "label") },
      { heading: "Mã kiểm tra tệp (SHA-256)", width: 58, cell: ({ sha256 }) => cell(sha256, "hash") },
    ],
    items: files,
    later: { mark: fileMark, linkColumn: 1, movable: true },
    keep: 1,
    empty: "Chưa nhận tệp nào.",
  });
}

function fileMark({ path, outcome, unit, period, submissionNumber, lastSaved, application, sha256 }: FileReport): number {
  return textMark(JSON.stringify([path, outcome, unit, period, submissionNumber, lastSaved, application, sha256]));
}
