// Where the names of formulas stand in a consolidated workbook: cells of a unit's row, of a row of totals, and columns of lists.
import { columnLetters } from "../core/cells.js";
import type { Definition } from "../core/definition/definition.js";
import { formulaNames } from "../core/formula/index.js";
import { measuringOf } from "../core/verdict/measuring.js";
import { isColumnName, PREVIOUS_SUFFIX, UNIT_COUNT } from "../core/verdict/scope.js";
import type { Target } from "../core/definition/target.js";
import type { TableLayout } from "./consolidated-layout.js";
import { onSheet, SHEETS, TABLE_COLUMNS } from "./consolidated-layout.js";
import type { Reference } from "./live-names.js";

/** Reference to the cells of one row of Tổng hợp; `units` is what `so_don_vi` becomes. */
export function rowReference(
  layout: TableLayout,
  row: number,
  units: string,
  lists: ReadonlyMap<string, string> = new Map(),
): Reference {
  const at = (column: number): string => onSheet(SHEETS.table, `$${columnLetters(column)}$${String(row)}`);
  return (name) => {
    if (name === UNIT_COUNT) return units;
    const list = lists.get(name);
    if (list !== undefined) return list;
    const previous = name.endsWith(PREVIOUS_SUFFIX) ? layout.previous.get(name.slice(0, -PREVIOUS_SUFFIX.length)) : undefined;
    const column = layout.fields.get(name) ?? previous;
    return column === undefined ? null : at(column);
  };
}

/** Cell with the number of units that a row of totals adds up. */
export function unitCountCell(row: number): string {
  return onSheet(SHEETS.table, `$${columnLetters(TABLE_COLUMNS.state)}$${String(row)}`);
}

/** True when the target's formula asks for columns of lists, whose rows of one unit or kind are no range of their own. */
export function usesLists(definition: Definition, target: Target): boolean {
  const { formula } = measuringOf(target);
  return formula !== null && formulaNames(formula).some((name) => isColumnName(definition, name));
}
