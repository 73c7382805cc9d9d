// Tables in a text: lines whose cells stand between bars or tabs, under a heading row that names indicator, unit and years.
import { tidy } from "../text.js";

/** A cell with its place in the text, without the spaces around it. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Row {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
}

/**
 * What a column holds: `target` sets a level, `figure` ("Số lượng") does so where the passage sets targets and no other column does, `other` is
 * left alone (results, who is in charge, remarks).
 */
export type ColumnKind = "code" | "label" | "unit" | "target" | "figure" | "other";

export interface Column {
  readonly kind: ColumnKind;
  /** The heading: "Kế hoạch năm 2026". */
  readonly heading: string;
  /** Last year that the heading names. */
  readonly year: number | null;
}

/** A table that sets targets: its columns, and the rows under its heading. */
export interface Table {
  readonly start: number;
  readonly end: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A line between two rows that belongs to the table when it is no longer: "I. Về kinh tế". */
const LONGEST_TITLE = 80;
/** A heading takes at most this many rows. */
const HEADING_ROWS = 3;

/** The tables of a text that name an indicator column and at least one column of targets; time grows with the length of the text. */
export function tablesIn(text: string, year: number | null): Table[] {
  return groupsOf(text).flatMap((rows) => tableOf(rows, year) ?? []);
}

/** Rows that stand together; one short line without cells may stand between two of them. */
function groupsOf(text: string): Row[][] {
  const groups: Row[][] = [];
  let open: Row[] = [];
  let title: Row | null = null;
  const close = (): void => {
    if (open.length > 1) groups.push(open);
    open = [];
    title = null;
  };
  for (const line of linesOf(text)) {
    const row = rowOf(line);
    if (row !== null && isRule(row)) continue;
    if (row !== null) {
      if (isHeading(row)) close();
      open.push(...(title === null ? [] : [title]), row);
      title = null;
    } else if (line.text.trim() === "") continue;
    else if (open.length > 0 && title === null && line.text.length <= LONGEST_TITLE)
      title = { ...line, cells: [cellOf(line.text, line.start)] };
    else close();
  }
  close();
  return groups;
}

/** A row that names an indicator column beside a number or a unit column: a table starts. */
function isHeading(row: Row): boolean {
  const names = row.cells.map(({ text }) => tidy(text).toLowerCase());
  return names.some((name) => LABEL.test(name)) && names.some((name) => CODE.test(name) || UNIT.test(name));
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    yield { text: text.slice(start, end), start, end };
    start = end + 1;
  }
}

/** The cells of a line that has at least two bars or tabs; a bar at either end opens and closes the row. */
function rowOf(line: Line): Row | null {
  const mark = line.text.includes("\t") ? "\t" : "|";
  const parts = line.text.split(mark);
  if (parts.length < 3) return null;
  let at = line.start;
  const cells = parts.map((part) => {
    const cell = cellOf(part, at);
    at += part.length + 1;
    return cell;
  });
  const framed = mark === "|" && cells[0]!.text === "" && line.text.trimStart().startsWith("|");
  const closed = framed && cells.at(-1)!.text === "";
  return { start: line.start, end: line.end, cells: cells.slice(framed ? 1 : 0, closed ? -1 : undefined) };
}

function cellOf(part: string, at: number): Cell {
  const text = part.trim();
  const start = at + part.indexOf(text);
  return { text, start, end: start + text.length };
}

/** "|---|:--:|" under a heading. */
function isRule(row: Row): boolean {
  return row.cells.every(({ text }) => /^[\s:+=_-]*$/u.test(text)) && row.cells.some(({ text }) => text !== "");
}

/** The table of a group of rows, or null when no heading row tells which columns hold targets. */
function tableOf(rows: readonly Row[], year: number | null): Table | null {
  for (let at = 0; at < Math.min(HEADING_ROWS, rows.length - 1); at++) {
    for (let height = Math.min(HEADING_ROWS, rows.length - at - 1); height > 0; height--) {
      const columns = columnsOf(rows.slice(at, at + height), year);
      if (columns === null) continue;
      return { start: rows[at]!.start, end: rows.at(-1)!.end, columns, rows: rows.slice(at + height) };
    }
  }
  return null;
}

/** The columns that a heading of one to three rows names; null when it is no heading: no label, no target, or figures under it. */
function columnsOf(heading: readonly Row[], year: number | null): Column[] | null {
  const width = Math.max(...heading.map((row) => row.cells.length));
  if (heading.some((row) => row.cells.length < 2 || row.cells.length < width - 1)) return null;
  if (heading.slice(1).some((row) => !isUnderHeading(row))) return null;
  const words = Array.from({ length: width }, (_, i) => headingAt(heading, i));
  const label = words.findIndex((word) => LABEL.test(word) && yearsIn(word).length === 0);
  if (label < 0) return null;
  const columns = words.map((word, i): Column => ({
    kind: kindOf(word, i, label, year),
    heading: word,
    year: yearsIn(word).at(-1) ?? null,
  }));
  return columns.some(({ kind }) => kind === "target" || kind === "figure") ? columns : null;
}

/** A second heading row holds nothing but years, periods and words: its first cells are empty or repeat the heading. */
function isUnderHeading(row: Row): boolean {
  const filled = row.cells.filter(({ text }) => text !== "");
  return (
    filled.length > 0 && row.cells[0]!.text === "" && filled.every(({ text }) => !/[0-9]/u.test(text) || yearsIn(text).length > 0)
  );
}

/** The words over a column: those of each heading row; an empty cell of the first row goes on with the cell to its left. */
function headingAt(heading: readonly Row[], column: number): string {
  const words = heading.map((row, i) => {
    const own = row.cells[column]?.text ?? "";
    if (own !== "" || i > 0 || heading.length === 1) return own;
    return (
      row.cells
        .slice(0, column)
        .filter(({ text }) => text !== "")
        .at(-1)?.text ?? ""
    );
  });
  return words.filter((word) => word !== "").join(" ");
}

const LABEL = /^(?:(?:các|tên|hệ thống)\s+)?(?:chỉ tiêu|nội dung|chỉ số|danh mục|mục tiêu|tiêu chí|nhiệm vụ|lĩnh vực)/iu;
const UNIT = /^(?:đơn vị(?: tính)?|đvt|đv tính|đ\/v tính)$/u;
const CODE = /^(?:stt|tt|số tt|mã|mã số|số|#)\.?$/u;
const RESULT =
  /thực hiện|ước|hiện trạng|hiện có|kết quả|thực tế|so sánh|so với|đạt được|tăng|giảm|ghi chú|chủ trì|phụ trách|theo dõi|đánh giá|tỷ lệ đạt/u;
const TARGET = /kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|giao|dự kiến|nghị quyết|đến năm|giai đoạn|nhiệm kỳ/u;

const FIGURE = /^(?:số lượng|tỷ lệ|giá trị|mức|chỉ số|quy mô|số liệu)(?: |$)/u;

function kindOf(heading: string, at: number, label: number, year: number | null): ColumnKind {
  const words = tidy(heading).toLowerCase();
  if (at === label) return "label";
  if (CODE.test(words) || at < label) return "code";
  if (UNIT.test(words)) return "unit";
  const years = yearsIn(heading);
  const past = years.length > 0 && year !== null && years.every((y) => y < year);
  if (past || RESULT.test(words)) return "other";
  if (years.length > 0 || TARGET.test(words)) return "target";
  return FIGURE.test(words) ? "figure" : "other";
}

function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])/gu)].map(([year]) => Number(year));
}
