// Findings about units with the place where a person finds them: file, row and column of the list of units.
import { columnLetters, parseAddress } from "./cells.js";
import { UNIT_TABLE } from "./control/control-tables.js";
import type { Finding } from "./finding.js";
import { atPlace } from "./finding.js";
import type { UnitsReading } from "./control/unit-list.js";

/**
 * The findings, those about units of the list at their place: `don-vi.csv, dòng 4, cột Loại`.
 * @param name of the list, as the person knows it
 * @param findings of the list itself, or of a definition with its units (`units[2].kind`); others stay as they are
 */
export function placedInList(name: string, list: UnitsReading, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((found) => {
    const place = placeIn(list, found);
    if (place === null) return found;
    const { row, column } = place;
    const heading = column === null ? "" : headingOf(list, column);
    const words = (file: string, line: string, head: string): string =>
      [file, `${line} ${String(row)}`, heading === "" ? "" : `${head} ${heading}`].filter((part) => part !== "").join(", ");
    return atPlace(found, words(name, "dòng", "cột"), words(name, "row", "column"));
  });
}

function placeIn(list: UnitsReading, { data, cell }: Finding): { readonly row: number; readonly column: number | null } | null {
  const path = typeof data["path"] === "string" ? data["path"] : (cell ?? "");
  const part = /^units\[(\d+)\](?:\.(\w+))?/u.exec(path);
  if (part !== null) {
    const row = list.rows[Number(part[1])];
    return row === undefined ? null : { row, column: list.headings?.columns.get(part[2] ?? "code") ?? null };
  }
  const line = /^(\d+):\1$/u.exec(path);
  if (line !== null) return { row: Number(line[1]), column: null };
  return list.findings.some((own) => own.cell === cell) ? parseAddress(path) : null;
}

/** The heading that the workbook uses for a column's property; letters for a column of nobody. */
function headingOf({ headings }: UnitsReading, column: number): string {
  const property = [...(headings?.columns ?? [])].find(([, at]) => at === column)?.[0];
  return UNIT_TABLE.columns.find((one) => one.property === property)?.heading ?? columnLetters(column);
}
