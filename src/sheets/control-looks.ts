// How the columns of the control workbook look and what Excel offers while somebody types: widths, formats, drop-downs, prompts.
import type { ControlColumn } from "../core/control/control-tables.js";
import type { ControlValue } from "../core/control/control-entry.js";
import type { Area, PageCell, Validation } from "./page.js";

/** Characters of width by property; 20 for any other. */
const WIDTHS: ReadonlyMap<string, number> = new Map([
  ["id", 22],
  ["code", 14],
  ["name", 52],
  ["label", 42],
  ["clause", 13],
  ["formula", 36],
  ["measure", 12],
  ["comparator", 17],
  ["value", 10],
  ["upper", 10],
  ["scope", 13],
  ["due", 13],
  ["parent", 18],
  ["list", 18],
  ["type", 14],
  ["required", 11],
  ["min", 10],
  ["max", 10],
  ["aggregate", 13],
  ["maxRows", 12],
  ["section", 26],
  ["guidance", 42],
  ["severity", 12],
  ["message", 60],
  ["kind", 24],
  ["email", 30],
]);

const CENTERED = ["clause", "measure", "comparator", "scope", "due", "type", "required", "aggregate", "severity"];
const NO_NUMBER = "Ô này chỉ nhận số.";
const NO_WORD = "Chọn một từ trong danh sách của ô.";
const LONGEST_WORDS = 255;

/** Width of a column in characters. */
export function columnWidth(column: ControlColumn): number {
  return WIDTHS.get(column.property) ?? 20;
}

/** A cell of a table; a blank one keeps the format for what will be typed. */
export function tableCell(column: ControlColumn, value: ControlValue): PageCell {
  if (column.kind === "number") return { value, style: "number", format: Number.isInteger(value) ? "#,##0" : "General" };
  const style = CENTERED.includes(column.property) ? "center" : "label";
  if (typeof value === "object" && value !== null) return { value, style, format: "dd/mm/yyyy" };
  if (column.kind === "day" || column.kind === "dayOrYear" || typeof column.kind !== "string") return { value, style };
  return { value, style, format: "@" };
}

/**
 * What Excel offers in a column: a drop-down of words, a check for numbers, and always the explanation as a prompt.
 * @param words known words of a column in which others may stand too (kinds of unit)
 */
export function columnValidation(column: ControlColumn, area: Area, words: readonly string[] = []): Validation {
  const base = {
    area,
    promptTitle: column.heading,
    prompt: column.explanation,
    allowBlank: !column.needed,
    errorTitle: column.heading,
  } as const;
  if (typeof column.kind !== "string") {
    return { ...base, kind: "list", words: column.kind.map(({ word }) => word), strength: "stop", error: NO_WORD };
  }
  if (column.kind === "number") return { ...base, kind: "decimal", strength: "stop", error: NO_NUMBER };
  if (
    words.length > 0 &&
    words.join(",").length <= LONGEST_WORDS &&
    words.every((word) => /^[^,"=]+$/u.test(word) && word === word.trim())
  ) {
    return { ...base, kind: "list", words, strength: "warning", error: "Loại này chưa có trong danh sách. Vẫn dùng?" };
  }
  return { ...base, kind: "custom", formula: "TRUE", strength: "warning" };
}
