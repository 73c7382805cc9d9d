// The sheet Sai sót: every finding of the round, most important first, with a link to the file it is about.
import type { Consolidation } from "../core/round/consolidation.js";
import type { FileReport } from "../core/round/file-report.js";
import type { Finding, Severity } from "../core/finding.js";
import { SHEETS } from "./consolidated-layout.js";
import { textMark } from "./mark.js";
import type { Page, PageCell } from "./page.js";
import { CODE_HEADING } from "./notes.js";
import { area, cell, HEADING_ROW, linked, MOST_LINKS, tablePage } from "./table-parts.js";
import type { TableColumn } from "./table-parts.js";

/** Address that opens a source file, or null when it cannot be linked. */
export type LinkTo = (path: string) => string | null;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: "Lỗi", warning: "Cảnh báo", note: "Ghi nhận" };
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

interface Line {
  readonly file: FileReport;
  readonly found: Finding;
  readonly name: string;
}

export function findingsPage(consolidation: Consolidation, linkTo: LinkTo): Page {
  const lines = sortedLines(consolidation);
  const count = (severity: Severity): string => String(lines.filter((line) => line.found.severity === severity).length);
  const page = tablePage({
    sheet: SHEETS.findings,
    title: "Sai sót và điều cần lưu ý trong các báo cáo",
    subtitle: `${count("error")} lỗi phải sửa · ${count("warning")} cảnh báo cần giải trình · ${count("note")} ghi nhận`,
    columns: columns(linkTo),
    items: lines,
    later: { mark: lineMark, linkColumn: FILE_COLUMN, movable: true },
    keep: 3,
    empty: "Không có sai sót nào.",
  });
  const last = HEADING_ROW + Math.max(1, lines.length);
  const marks = area(HEADING_ROW + 1, 1, last, 1);
  const first = `$A${String(HEADING_ROW + 1)}`;
  return {
    ...page,
    conditions: [
      { area: marks, formula: `${first}="${SEVERITY_WORDS.error}"`, style: "bad" },
      { area: marks, formula: `${first}="${SEVERITY_WORDS.warning}"`, style: "attention" },
      { area: marks, formula: `${first}="${SEVERITY_WORDS.note}"`, style: "quiet" },
    ],
  };
}

/** Place of the column Tệp. */
const FILE_COLUMN = 6;

function lineMark({ found, file, name }: Line): number {
  return textMark(JSON.stringify([found.severity, found.code, found.message, placeOf(found), file.unit, file.path, name]));
}

function columns(linkTo: LinkTo): TableColumn<Line>[] {
  return [
    { heading: "Mức độ", width: 12, cell: ({ found }) => cell(SEVERITY_WORDS[found.severity], "center") },
    { heading: CODE_HEADING, width: 12, cell: ({ file }) => cell(file.unit, "text") },
    { heading: "Tên đơn vị", width: 34, cell: ({ name }) => cell(name, "label") },
    { heading: "Nội dung và cách xử lý", width: 78, cell: ({ found }) => cell(found.message, "label") },
    { heading: "Vị trí trong tệp", width: 18, cell: ({ found }) => cell(placeOf(found), "label") },
    { heading: "Tệp", width: 34, cell: ({ file }, index) => fileCell(file.path, index, linkTo) },
    { heading: "Mã", width: 26, cell: ({ found }) => cell(found.code, "hash") },
  ];
}

/** The name of a file, opening it. */
export function fileCell(path: string, index: number, linkTo: LinkTo): PageCell {
  return linked(fileName(path), index < MOST_LINKS ? linkTo(path) : null);
}

/** Last part of a path; of a file in a zip, the zip's name and the file's: `gui.zip!DV01.xlsx`. */
export function fileName(path: string): string {
  return path
    .split("!")
    .map((part) => part.split(/[\\/]/u).at(-1) ?? part)
    .join("!");
}

function placeOf(found: Finding): string {
  return [found.sheet, found.cell].filter((part) => part !== null && part !== "").join("!");
}

/** By severity, then in the order of the units, files of nobody last; within a file as found, root cause first. */
function sortedLines({ definition, files }: Consolidation): Line[] {
  const places = new Map(definition.units.map((unit, index) => [unit.code, { index, name: unit.name }]));
  const lines = files.flatMap((file) =>
    file.findings.map((found) => ({ file, found, name: places.get(file.unit ?? "")?.name ?? "" })),
  );
  const order = (line: Line): number => places.get(line.file.unit ?? "")?.index ?? places.size;
  return lines
    .map((line, index) => ({ line, index }))
    .sort(
      (a, b) => RANK[a.line.found.severity] - RANK[b.line.found.severity] || order(a.line) - order(b.line) || a.index - b.index,
    )
    .map(({ line }) => line);
}
