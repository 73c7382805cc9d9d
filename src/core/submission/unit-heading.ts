// The unit's name in the heading of a returned form: typed over, the clerk and the hidden sheet say two different things.
import { address, cellAt } from "../cells.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import { bareText } from "../text.js";
import type { Unit } from "../definition/unit.js";
import { cellsWithText } from "./form-sheets.js";
import type { ReturnedForm } from "./integrity.js";
import { shownText } from "./shown-cell.js";

/** The name of another unit of the round is an error: nobody knows whose figures they are. Any other wording is a warning. */
export function checkUnitHeading({ layout, sheets, unit, definition }: ReturnedForm): readonly Finding[] {
  const place = layout.unitName;
  const sheet = place === null ? undefined : sheets.found.get(place.sheet)?.cells;
  if (place === null || sheet === undefined) return [];
  const found = shownText(cellAt(sheet, place.row, place.column));
  if (isNamed(unit, found)) return [];
  const facts = { unit: unit.code, sheet: sheet.name, cell: address(place.row, place.column), found, expected: unit.name };
  const other = found === "" ? undefined : definition.units.find((one) => one.code !== unit.code && isNamed(one, found));
  if (other !== undefined) {
    const data = { code: unit.code, other: other.code };
    return [finding("form/unit-heading", "error", { ...facts, data })];
  }
  if (bareText(found).includes(bareText(unit.name))) return [];
  const moved = [unit.name, ...unit.aliases].some((name) => cellsWithText(sheet, name).length > 0);
  return moved ? [] : [finding("form/unit-heading", "warning", { ...facts, data: { code: unit.code, other: null } })];
}

function isNamed({ name, aliases }: Unit, text: string): boolean {
  if (text === name.toLocaleUpperCase("vi")) return true;
  const bare = bareText(text);
  return bareText(name) === bare || aliases.some((alias) => bareText(alias) === bare);
}
