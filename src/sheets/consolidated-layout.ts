// Where everything stands on the sheet Tổng hợp: its writer, the live formulas of the other sheets and the reader share it.
import { columnLetters } from "../core/cells.js";
import type { RoundDefinition } from "../core/definition/definition.js";
import { appliesToKind, foldText, tidy } from "../core/text.js";

export const SHEETS = {
  table: "Tổng hợp",
  verdicts: "Đối chiếu",
  grid: "Đối chiếu đơn vị",
  explanations: "Giải trình",
  findings: "Sai sót",
  tracking: "Theo dõi",
  files: "Tệp đã nhận",
} as const;

/** Columns before the first field. */
export const TABLE_COLUMNS = { number: 1, code: 2, name: 3, kind: 4, state: 5, submission: 6, source: 7 } as const;
const FIRST_FIELD = 8;

/** Rows of the heading; below come the total, one row for each group, the row of ids (which carries the filter), then the units. */
export const TABLE_ROWS = { title: 1, subtitle: 2, section: 3, label: 4, measure: 5, total: 6 } as const;

/** Units of the kinds that some target addresses, added up in a row of their own. */
export interface Group {
  readonly row: number;
  readonly label: string;
  /** The kinds as the list of units writes them, each once; empty when no unit is of these kinds. */
  readonly kinds: readonly string[];
}

export interface TableLayout {
  readonly groups: readonly Group[];
  readonly idRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Column of a field, and of its figure of the period before where a formula asks for it. */
  readonly fields: ReadonlyMap<string, number>;
  readonly previous: ReadonlyMap<string, number>;
  readonly noteColumn: number;
}

/** Places of the sheet Tổng hợp for this definition. */
export function tableLayout(definition: RoundDefinition): TableLayout {
  const groups = groupsOf(definition);
  const idRow = TABLE_ROWS.total + groups.length + 1;
  const asked = previousAsked(definition);
  const fields = new Map(definition.fields.map((field, index) => [field.id, FIRST_FIELD + index]));
  const start = FIRST_FIELD + fields.size;
  const previous = new Map(asked.map((id, index) => [id, start + index]));
  return {
    groups,
    idRow,
    firstRow: idRow + 1,
    lastRow: idRow + Math.max(1, definition.units.length),
    fields,
    previous,
    noteColumn: start + previous.size,
  };
}

/** The row in which the figures of a target are added up: all units, or those of its kinds. */
export function sumRow(definition: RoundDefinition, layout: TableLayout, appliesTo: readonly string[]): number {
  const kinds = kindsOf(definition, appliesTo);
  if (kinds === null) return TABLE_ROWS.total;
  return layout.groups.find((group) => groupKey(group.kinds) === groupKey(kinds))?.row ?? TABLE_ROWS.total;
}

/** Absolute reference within a sheet: `$F$9:$F$68` (the units' cells of a column). */
export function columnRange(layout: TableLayout, column: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${String(layout.firstRow)}:$${letters}$${String(layout.lastRow)}`;
}

/** The same with the sheet in front, for formulas on other sheets. */
export function onSheet(sheet: string, reference: string): string {
  return `'${sheet.replace(/'/gu, "''")}'!${reference}`;
}

/** Test whether a unit of a kind is addressed; every kind is compared once, for the same few kinds stand in thousands of rows. */
export function kindTest(appliesTo: readonly string[]): (kind: string) => boolean {
  const known = new Map<string, boolean>();
  return (kind) => {
    const answer = known.get(kind) ?? appliesToKind(appliesTo, kind);
    known.set(kind, answer);
    return answer;
  };
}

/** Kinds of unit of the list that are addressed, as written there; null when every unit is. */
export function kindsOf(definition: RoundDefinition, appliesTo: readonly string[]): readonly string[] | null {
  if (appliesTo.length === 0) return null;
  const asks = kindTest(appliesTo);
  const addressed = definition.units.filter((unit) => asks(unit.kind));
  if (addressed.length === definition.units.length && addressed.length > 0) return null;
  const kinds = new Map(addressed.map((unit) => [tidy(unit.kind).toLowerCase(), tidy(unit.kind)]));
  return [...kinds.values()];
}

function groupsOf(definition: RoundDefinition): Group[] {
  const groups = new Map<string, Group>();
  for (const target of definition.targets) {
    const kinds = kindsOf(definition, target.appliesTo);
    if (kinds === null || groups.has(groupKey(kinds))) continue;
    const words = kinds.length > 0 ? kinds : target.appliesTo;
    groups.set(groupKey(kinds), {
      row: TABLE_ROWS.total + groups.size + 1,
      label: `Trong đó (theo phạm vi chỉ tiêu): ${words.join(", ")}`,
      kinds,
    });
  }
  return [...groups.values()];
}

function groupKey(kinds: readonly string[]): string {
  return kinds.map(foldText).sort().join("\n");
}

const PREVIOUS = "_ky_truoc";

/** Fields whose figure of the period before some target asks for. */
function previousAsked(definition: RoundDefinition): string[] {
  const formulas = definition.targets.map((target) => target.formula).join("\n");
  const names = new Set(formulas.match(/[\p{L}0-9_]+/gu) ?? []);
  return definition.fields.map((field) => field.id).filter((id) => names.has(id + PREVIOUS));
}
