// Colours of a form's table, each laid over a whole column of it: inputs by the state beside them, verdicts, explanations still to be written.
import { columnLetters } from "../core/cells.js";
import type { Target } from "../core/definition/target.js";
import { VERDICT_WORDS } from "../core/verdict/verdict-text.js";
import type { FormColumns } from "./form-columns.js";
import { TO_DO } from "./form-live.js";
import { blankTest, CODE, STATE } from "./input-state.js";
import type { Area } from "./page.js";
import type { PageDraft } from "./page-draft.js";

/** Shown, with the number of the rule in the self-check, for a figure that does not fit the others. */
export const MISMATCH = "Không khớp: B.";

/** `K13`. */
export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${String(row)}`;
}

/** The cells of a column in the rows of the table, and the name of the first of them. */
function columnOf(column: number, top: number, bottom: number): readonly [Area, string] {
  return [{ top, left: column, bottom, right: column }, cellName(column, top)];
}

/** Colours inputs by the numbers in the hidden columns. */
export function colourInputs(page: PageDraft, columns: FormColumns, top: number, bottom: number): void {
  if (bottom < top) return;
  const [area] = columnOf(columns.result, top, bottom);
  const state = `$${cellName(columns.state, top)}`;
  const wrong = `OR(${state}>=${String(CODE.error)},$${cellName(columns.broken, top)}>0)`;
  page.conditions.push({ area, formula: wrong, style: "bad" });
  page.conditions.push({ area, formula: `${state}=${String(CODE.missing)}`, style: "missing" });
}

/** A ratio that two decimals would round onto a threshold is shown with more of them. */
export function colourRatios(
  page: PageDraft,
  columns: FormColumns,
  targets: readonly Target[],
  top: number,
  bottom: number,
): void {
  const [area, cell] = columnOf(columns.ratio, top, bottom);
  const ratios = targets.filter(({ measure }) => measure === "%");
  const bounds = new Set(ratios.flatMap(({ value, upper }) => (upper === null ? [value] : [value, upper])));
  for (const bound of bounds) {
    const formula = `IF(ISNUMBER(${cell}),AND(ROUND(${cell}*100,2)=${String(bound)},ABS(${cell}*100-${String(bound)})>0.000000001),FALSE)`;
    page.conditions.push({ area, formula, style: "exact" });
  }
}

/** Verdicts in their colours, and the explanations that are still to be written. */
export function colourVerdicts(page: PageDraft, columns: FormColumns, top: number, bottom: number): void {
  if (bottom < top) return;
  const [area, cell] = columnOf(columns.verdict, top, bottom);
  const starts = (words: string): string => `LEFT(${cell},${String(words.length)})="${words}"`;
  const wrong = [`${cell}="${VERDICT_WORDS.missed}"`, starts(STATE.wrong), starts(MISMATCH)];
  page.conditions.push({ area, formula: starts(VERDICT_WORDS.met), style: "good" });
  page.conditions.push({ area, formula: `OR(${wrong.join(",")})`, style: "bad" });
  page.conditions.push({ area, formula: `OR(${cell}="${TO_DO.explain}",${starts(STATE.doubtful)})`, style: "attention" });
  page.conditions.push({ area, formula: `${cell}="${VERDICT_WORDS.unverifiable}"`, style: "quiet" });
  const [notes, note] = columnOf(columns.explanation, top, bottom);
  const needed = `AND(OR($${cell}="${VERDICT_WORDS.missed}",$${cell}="${TO_DO.explain}"),${blankTest(note)})`;
  page.conditions.push({ area: notes, formula: needed, style: "attention" });
}
