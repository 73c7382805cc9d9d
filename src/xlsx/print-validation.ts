// Checks that Excel makes while somebody types: a page's validation becomes an exceljs one, within Excel's length limits.
import type { DataValidation } from "exceljs";
import type { Validation } from "../sheets/page.js";
import { shortened } from "./print-text.js";

const MAX_TITLE = 32;
const MAX_PROMPT = 255;
const MAX_ERROR = 225;
const MAX_LIST = 255;
const LOWEST = -1e15;

/**
 * The validation in exceljs's shape.
 * @throws when the words of a list do not fit into Excel's 255 characters (the page should point at cells instead)
 */
export function excelValidation(v: Validation): DataValidation {
  return {
    ...check(v),
    allowBlank: v.allowBlank,
    showInputMessage: v.prompt !== undefined,
    showErrorMessage: true,
    errorStyle: v.strength,
    ...(v.promptTitle === undefined ? {} : { promptTitle: shortened(v.promptTitle, MAX_TITLE) }),
    ...(v.prompt === undefined ? {} : { prompt: shortened(v.prompt, MAX_PROMPT) }),
    ...(v.errorTitle === undefined ? {} : { errorTitle: shortened(v.errorTitle, MAX_TITLE) }),
    ...(v.error === undefined ? {} : { error: shortened(v.error, MAX_ERROR) }),
  } as DataValidation;
}

type Check = Pick<DataValidation, "type" | "formulae"> & { operator?: string };

function check(v: Validation): Check {
  if (v.kind === "custom") return { type: "custom", formulae: [v.formula ?? "TRUE"] };
  if (v.kind === "list") return { type: "list", formulae: [listSource(v)] };
  const [operator, ...bounds] = limits(v);
  return { type: v.kind, operator, formulae: bounds.map((bound) => boundOf(v, bound)) };
}

function limits(v: Validation): [string, ...(number | string)[]] {
  if (v.min !== undefined && v.max !== undefined) return ["between", v.min, v.max];
  if (v.max !== undefined) return ["lessThanOrEqual", v.max];
  if (v.min !== undefined) return ["greaterThanOrEqual", v.min];
  return ["greaterThanOrEqual", v.kind === "date" ? "1900-01-01" : LOWEST];
}

function boundOf(v: Validation, bound: number | string): number | string | Date {
  return v.kind === "date" && typeof bound === "string" ? new Date(`${bound}T00:00:00Z`) : bound;
}

function listSource(v: Validation): string {
  if (v.formula !== undefined) return v.formula;
  const words = (v.words ?? []).join(",");
  if (words.length > MAX_LIST)
    throw new Error(`the words of a drop-down list take ${String(words.length)} characters, Excel allows ${String(MAX_LIST)}`);
  return `"${words.replace(/"/gu, '""')}"`;
}
