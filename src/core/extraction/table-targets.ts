// Targets of a table: one for each cell of a target column that holds nothing but a quantity.
import { comparatorBefore } from "./comparators.js";
import { measureAfter } from "./measures.js";
import { isIndicatorHead } from "./noun-phrases.js";
import type { Numeral } from "./numbers.js";
import { digits, isYear, round } from "./numbers.js";
import type { Read } from "./phrases.js";
import { phrases, words } from "./phrases.js";
import type { Found } from "./extract.js";
import type { Mood } from "./mood-words.js";
import type { Cell, Column, Row, Table } from "./table-rows.js";
import { tokenize } from "./tokens.js";

/** What stands over a table. */
export interface Place {
  readonly section: string;
  readonly clause: string;
  /** Due of cells whose column names no year. */
  readonly due: string | null;
  readonly mood: Mood | null;
}

/** A row whose label stands over the rows after it. */
interface Above {
  readonly code: string;
  readonly label: string;
  /** Its targets by column, as places among those found. */
  readonly found: ReadonlyMap<number, number>;
}

/** A cell is plain: what it says is beyond doubt, whether it is asked for is not. */
const CONFIDENCE = 0.9;

/**
 * The targets of a table in order of its cells; none when fewer than half of its rows hold one, or the passage tells results.
 * @param first place of the first one among those found: `inside` counts from the start of the text
 */
export function tableTargets(text: string, whole: Table, place: Place, first: number): Found[] {
  const found: Found[] = [];
  const table = { ...whole, columns: setting(whole.columns, place) };
  if (place.mood === "result") return [];
  let [title, labelled, filled] = ["", 0, 0];
  let above: Above | null = null;
  for (const row of table.rows) {
    const label = cellAt(row, table.columns, "label");
    if (isTitle(row)) {
      title = row.cells
        .map(({ text: words }) => words)
        .join(" ")
        .replace(/^\s*[IVXLC]+\.?[\s|]+|^\s*[A-ZĐ][.)]\s+/u, "")
        .replace(/[\s|]+/gu, " ")
        .trim();
      above = null;
    } else if (label !== null && row.cells.length <= table.columns.length) {
      const parent: Above | null = above !== null && isNested(row, table.columns, label.text, above) ? above : null;
      const own = rowTargets(text, table.columns, row, label, parent, sectionOf(place, title), place);
      const code = cellAt(row, table.columns, "code")?.text ?? "";
      if (parent === null)
        above = {
          code,
          label: plainLabel(label.text),
          found: new Map(own.map(({ column }, i) => [column, first + found.length + i])),
        };
      found.push(...own.map(({ target }) => target));
      labelled++;
      if (own.length > 0) filled++;
    }
  }
  return filled * 2 >= labelled ? found : [];
}

/** Columns of plain figures set targets when no other column does and the passage is about targets. */
function setting(columns: readonly Column[], place: Place): readonly Column[] {
  if (place.mood !== "target" || columns.some(({ kind }) => kind === "target")) return columns;
  return columns.map((column) => (column.kind === "figure" ? { ...column, kind: "target" } : column));
}

function sectionOf(place: Place, title: string): string {
  return [place.section, title].filter((part) => part !== "").join(" > ");
}

/** "I. Về kinh tế": one filled cell in the whole row. */
function isTitle(row: Row): boolean {
  const filled = row.cells.filter(({ text }) => text !== "");
  return (
    filled.length <= 1 ||
    (filled.length === 2 && /^[IVXLC]+\.?$|^[A-Z]\.?$/u.test(filled[0]!.text) && !/[0-9]/u.test(filled[1]!.text))
  );
}

function cellAt(row: Row, columns: readonly Column[], kind: Column["kind"]): Cell | null {
  const cell = row.cells[columns.findIndex((column) => column.kind === kind)];
  return cell === undefined || cell.text === "" ? null : cell;
}

const PART = /^(?:trong đó|riêng|[-–+*•])/iu;

/** "Trong đó: …", "- Dịch vụ", or a code that goes on with the one above: `KT1a` under `KT1`, `2.1` under `2`. */
function isNested(row: Row, columns: readonly Column[], label: string, above: Above): boolean {
  const code = cellAt(row, columns, "code")?.text ?? "";
  const longer =
    above.code !== "" &&
    code !== above.code &&
    code.startsWith(above.code) &&
    /^[.a-zđ]/u.test(code.slice(above.code.length).replace(/^\.$/u, ""));
  return PART.test(label) || longer;
}

function plainLabel(label: string): string {
  return label
    .replace(/^(?:trong đó\s*:?|riêng|[-–+*•])\s*/iu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** A part that names no indicator of its own needs the row above to be understood. */
function subjectOf(label: string, parent: Above | null): string {
  const own = plainLabel(label);
  return parent === null || isIndicatorHead(tokenize(own), 0) ? own : `${parent.label}: ${own}`;
}

function rowTargets(
  text: string,
  columns: readonly Column[],
  row: Row,
  label: Cell,
  parent: Above | null,
  section: string,
  place: Place,
): { readonly column: number; readonly target: Found }[] {
  const unit = unitOf(cellAt(row, columns, "unit")?.text ?? "", label.text);
  const subject = subjectOf(label.text, parent);
  return columns.flatMap((column, at) => {
    const cell = row.cells[at];
    const figure = column.kind === "target" && cell !== undefined ? figureOf(cell.text, unit) : null;
    if (figure === null || subject === "") return [];
    const target: Found = {
      quote: text.slice(label.start, cell!.end),
      start: label.start,
      end: cell!.end,
      section,
      clause: place.clause,
      subject,
      population: null,
      ...figure,
      scope: "total",
      kind: null,
      due: column.year === null ? place.due : String(column.year),
      recurrence: null,
      confidence: CONFIDENCE,
      inside: parent?.found.get(at) ?? null,
    };
    return [{ column: at, target }];
  });
}

/** The unit column, else a unit in brackets behind the label: "Thu ngân sách (tỷ đồng)". */
function unitOf(cell: string, label: string): string {
  const unit = cell === "" ? (/\((%|‰|[^()]{1,25})\)\s*$/u.exec(label)?.[1] ?? "") : cell;
  return /^\p{Lu}\p{Ll}/u.test(unit) ? unit.slice(0, 1).toLowerCase() + unit.slice(1) : unit;
}

const DASH = words("-", "–", "—", "đến");
const BEHIND = phrases({ "trở lên": ">=", "trở xuống": "<=" } as const);

type Figure = Pick<Found, "measure" | "comparator" | "value" | "upper">;

/** "≥ 95", "30 - 35", "1.200", "95% trở lên"; null when a cell holds anything else, or a year. */
function figureOf(cell: string, unit: string): Figure | null {
  const tokens = tokenize(cell);
  const before = comparatorBefore(tokens, 0);
  const low = digits(tokens, before?.next ?? 0);
  if (low === null || (unit === "" && isYear(tokens[low.next - 1]) && tokens.length === 1)) return null;
  const dash = DASH(tokens, low.next);
  const high = dash === null ? null : digits(tokens, dash.next);
  const number = high !== null && high.value.value > low.value.value ? high : low;
  const direct = BEHIND(tokens, number.next);
  const measure = measureAfter(tokens, direct?.next ?? number.next);
  const counted = measure.value.kind === "noun" ? measure.next + 1 : measure.next;
  const behind = direct ?? BEHIND(tokens, counted);
  const end = Math.max(behind?.next ?? 0, measure.value.kind === "noun" && behind === null ? tokens.length : counted);
  if (end !== tokens.length || tokens.length > 8) return null;
  const own = measure.value.text === "" ? unit : measure.value.text;
  const scaled = (n: Read<Numeral>): number =>
    round(n.value.value * measure.value.factor * (n.value.ambiguous && isCounted(own) ? 1000 : 1));
  return {
    measure: own,
    value: scaled(low),
    upper: number === high ? scaled(high) : null,
    comparator: number === high ? "between" : (behind?.value ?? before?.value.comparator ?? "="),
  };
}

/** People and things come whole: "1,200 người" has a comma for thousands. */
function isCounted(unit: string): boolean {
  return unit !== "" && !/[%‰]|đồng|usd|điểm|ha|km|tấn|lần|m²|m2|m3/iu.test(unit);
}
