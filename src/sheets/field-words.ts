// What may be typed into an input, in words and as Excel's own check while typing.
import type { Field } from "../core/definition/field.js";
import { numberText } from "../core/figure/number-text.js";
import type { Area, Validation } from "./page.js";
import type { StyleName } from "./styles.js";

const YES_NO = ["Có", "Không"] as const;
const MAX_WORDS = 250;
const MAX_TEXT_LENGTH = 2000;

/** The words among which a yes/no or a choice decides; null for every other type. */
export function wordsOf(field: Field): readonly string[] | null {
  if (field.type === "yesno") return YES_NO;
  return field.type === "choice" ? field.choices : null;
}

/** True when the words do not fit into a drop-down of Excel and must stand in cells. */
export function needsWordCells(field: Field): boolean {
  const words = wordsOf(field) ?? [];
  return words.join(",").length > MAX_WORDS || words.some((word) => word.includes(",") || word !== word.trim());
}

/** Look of the input cell of a field. */
export function inputStyle(field: Field): StyleName {
  switch (field.type) {
    case "count":
      return "input";
    case "decimal":
      return "inputDecimal";
    case "date":
      return "inputDate";
    case "text":
      return "inputText";
    case "yesno":
    case "choice":
      return "inputCenter";
  }
}

/** "Số nguyên, từ 1 đến 500; bắt buộc." */
export function typeText(field: Field): string {
  const range = rangeText(field);
  const kind = {
    count: `Số nguyên${range}`,
    decimal: `Số${range}`,
    yesno: "Chọn Có hoặc Không",
    date: "Ngày/tháng/năm",
    text: "Chữ",
    choice: "Chọn trong danh sách",
  }[field.type];
  return `${kind}; ${field.required ? "bắt buộc" : "không bắt buộc"}.`;
}

/** "Số nguyên từ 1 đến 99, bắt buộc" in the fewest words, for a narrow column: "Số nguyên 1–99, bắt buộc". */
export function shortType(field: Field): string {
  const range = shortRange(field);
  const kind = {
    count: `Số nguyên${range}`,
    decimal: `Số${range}`,
    yesno: "Có/Không",
    date: "Ngày/tháng/năm",
    text: "Chữ",
    choice: "Chọn một mục",
  }[field.type];
  return field.required ? `${kind}, bắt buộc` : kind;
}

/** 0 is the least that a count can be, and not worth a word. */
function shortRange(field: Field): string {
  const min = lowest(field);
  if (field.max !== null) return min === null ? ` ≤ ${numberText(field.max)}` : ` ${numberText(min)}–${numberText(field.max)}`;
  return min === null || (min === 0 && field.type === "count") ? "" : ` ≥ ${numberText(min)}`;
}

function rangeText(field: Field): string {
  const min = lowest(field);
  if (min !== null && field.max !== null) return ` từ ${numberText(min)} đến ${withMeasure(field.max, field.measure)}`;
  if (field.max !== null) return ` không quá ${withMeasure(field.max, field.measure)}`;
  return min === null ? "" : ` từ ${numberText(min)} trở lên`;
}

function withMeasure(value: number, measure: string): string {
  return measure === "" ? numberText(value) : `${numberText(value)} ${measure}`;
}

/** The lowest number that a field takes; a count is never below 0. */
export function lowest(field: Field): number | null {
  return field.type === "count" ? Math.max(0, field.min ?? 0) : field.min;
}

/**
 * The check that Excel makes while somebody types.
 * @param words where the words of a long choice stand: a defined name
 */
export function inputValidation(field: Field, area: Area, words: string | null): Validation {
  const prompt = [field.guidance, typeText(field)].filter((part) => part !== "").join("\n");
  const common = {
    area,
    promptTitle: field.measure === "" ? field.label : `${field.label} (${field.measure})`,
    prompt: field.measure === "" ? prompt : `${prompt} Đơn vị tính: ${field.measure}.`,
    errorTitle: "Số liệu chưa hợp lệ",
    allowBlank: true,
    strength: "stop",
  } as const;
  const min = lowest(field);
  const bounds = { ...(min === null ? {} : { min }), ...(field.max === null ? {} : { max: field.max }) };
  switch (field.type) {
    case "count":
      return {
        ...common,
        kind: "whole",
        ...bounds,
        error: `Ô này nhận số nguyên${rangeText(field)}. Chỉ gõ chữ số, không gõ chữ kèm theo.`,
      };
    case "decimal":
      return {
        ...common,
        kind: "decimal",
        ...bounds,
        error: `Ô này nhận số${rangeText(field)}. Chỉ gõ số, không gõ chữ kèm theo.`,
      };
    case "date":
      return {
        ...common,
        kind: "date",
        strength: "warning",
        min: "1930-01-01",
        max: "2100-12-31",
        error: "Ô này nhận ngày, gõ theo dạng ngày/tháng/năm, ví dụ 31/12/2024.",
      };
    case "text":
      return {
        ...common,
        kind: "textLength",
        max: MAX_TEXT_LENGTH,
        error: `Nội dung dài quá ${numberText(MAX_TEXT_LENGTH)} ký tự, đề nghị viết gọn lại.`,
      };
    case "yesno":
    case "choice":
      return {
        ...common,
        kind: "list",
        ...(words === null ? { words: wordsOf(field) ?? [] } : { formula: words }),
        error: field.type === "yesno" ? "Chọn “Có” hoặc “Không” trong danh sách." : "Chọn một mục trong danh sách.",
      };
  }
}
