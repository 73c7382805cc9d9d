// The sheet `Tự kiểm tra` of a form: one overall line, then every target, rule and input with its live state. No macros.
import { columnLetters } from "../core/cells.js";
import type { FormDraft } from "./form-draft.js";
import { CHECK_SHEET, putFormula, putText, putUnitName } from "./form-draft.js";
import type { FormLive, Live } from "./form-live.js";
import type { Area } from "./page.js";
import { cellArea, PageDraft } from "./page-draft.js";
import { footer, WORKING_MARGINS } from "./page-footer.js";
import type { Tally } from "./self-check-blocks.js";
import type { CheckRows, ReportPlaces } from "./check-rows.js";
import { checkRows, COLUMN } from "./check-rows.js";
import { drawInputs, drawRules, drawTargets, ROW_HEIGHT } from "./self-check-blocks.js";

/** The overall line, worst first. */
export const OVERALL = {
  faulty: "CÓ SAI SÓT, CHƯA NÊN GỬI",
  incomplete: "CHƯA ĐỦ SỐ LIỆU",
  toExplain: "CÓ ĐIỂM CẦN GIẢI TRÌNH",
  sound: "SỐ LIỆU HỢP LỆ, CÓ THỂ GỬI",
} as const;

const OVERALL_ROW = 3;
const UNIT_LINE = 4;
const COUNTS_ROW = 5;

/** An empty self-check sheet. */
export function checkPage(draft: FormDraft): PageDraft {
  const { form, period } = draft.definition;
  return new PageDraft({
    name: CHECK_SHEET,
    visibility: "visible",
    columns: [6.5, 61, 24, 18, 10, 14].map((width) => ({ width })),
    print: {
      landscape: false,
      margins: WORKING_MARGINS,
      footer: footer(`${form.symbol} – ${period.label} – Tự kiểm tra`),
    },
    protected: true,
    tab: "output",
  });
}

/** Draws the sheet. Returns the overall line as a formula for other sheets. */
export function drawSelfCheck(draft: FormDraft, page: PageDraft, live: FormLive, places: ReportPlaces): Live {
  const wide = (row: number): Area => ({ top: row, left: COLUMN.number, bottom: row, right: COLUMN.last });
  putText(draft, page, wide(1), "TỰ KIỂM TRA SỐ LIỆU TRƯỚC KHI GỬI", "title");
  putText(
    draft,
    page,
    wide(2),
    "Trang này tự tính, không phải nhập. Sửa số liệu tại các trang nhập cho đến khi dòng dưới đây báo có thể gửi.",
    "subtitle",
  );
  putUnitName(page, wide(UNIT_LINE));
  page.atLeast(UNIT_LINE, 22);
  const targets = drawTargets(draft, page, live, places);
  const rules = drawRules(draft, page, live);
  const inputs = drawInputs(draft, page, places);
  const tally: Tally = {
    missing: inputs.missing,
    faulty: inputs.faulty,
    violated: rules.violated,
    toExplain: {
      text: `${targets.toExplain.text}+${rules.toExplain.text}+${inputs.doubtful.text}`,
      value: targets.toExplain.value + rules.toExplain.value,
    },
  };
  drawCounts(draft, page, tally, checkRows(draft.parts));
  const overall = overallLine(tally);
  putFormula(draft, page, wide(OVERALL_ROW), overall, "verdictLine", { kind: "other", id: "overall" });
  page.atLeast(OVERALL_ROW, 28);
  colourOverall(page, wide(OVERALL_ROW));
  page.freezeAt(OVERALL_ROW, 0);
  const address = `$${columnLetters(COLUMN.number)}$${String(OVERALL_ROW)}`;
  return { text: `'${CHECK_SHEET}'!${address}`, value: overall.value };
}

/** Colours of the overall line, wherever it stands. */
export function colourOverall(page: PageDraft, area: Area): void {
  const cell = `$${columnLetters(area.left)}$${String(area.top)}`;
  page.conditions.push({ area, formula: `${cell}="${OVERALL.sound}"`, style: "good" });
  page.conditions.push({ area, formula: `${cell}="${OVERALL.faulty}"`, style: "bad" });
  page.conditions.push({ area, formula: `${cell}="${OVERALL.toExplain}"`, style: "attention" });
  page.conditions.push({ area, formula: `${cell}="${OVERALL.incomplete}"`, style: "missing" });
}

function overallLine(tally: Tally): Live {
  const cell = (i: number): string => `$${columnLetters(COLUMN.state)}$${String(COUNTS_ROW + i)}`;
  const text =
    `IF(${cell(1)}+${cell(2)}>0,"${OVERALL.faulty}",IF(${cell(0)}>0,"${OVERALL.incomplete}",` +
    `IF(${cell(3)}>0,"${OVERALL.toExplain}","${OVERALL.sound}")))`;
  if (tally.faulty.value + tally.violated.value > 0) return { text, value: OVERALL.faulty };
  if (tally.missing.value > 0) return { text, value: OVERALL.incomplete };
  return { text, value: tally.toExplain.value > 0 ? OVERALL.toExplain : OVERALL.sound };
}

/** How much there is to do; each line opens the block in which it stands. */
function drawCounts(draft: FormDraft, page: PageDraft, tally: Tally, tops: CheckRows): void {
  const lines = [
    ["Số liệu bắt buộc chưa nhập", tally.missing, "missing", tops.inputs],
    ["Số liệu sai kiểu hoặc ngoài giới hạn", tally.faulty, "bad", tops.inputs],
    ["Quy tắc đối chiếu bị vi phạm", tally.violated, "bad", tops.rules],
    ["Điểm cần giải trình hoặc xem lại", tally.toExplain, "attention", tops.targets],
  ] as const;
  lines.forEach(([label, count, style, top], i) => {
    const row = COUNTS_ROW + i;
    const link = `#'${CHECK_SHEET}'!A${String(top)}`;
    putText(draft, page, { top: row, left: COLUMN.number, bottom: row, right: COLUMN.wanted }, label, "linkWrapped", { link });
    const area = cellArea(row, COLUMN.state);
    putFormula(draft, page, area, count, "centerBold", { kind: "other", id: "count" });
    page.conditions.push({ area, formula: `${columnLetters(COLUMN.state)}${String(row)}>0`, style });
    page.atLeast(row, ROW_HEIGHT);
  });
}
