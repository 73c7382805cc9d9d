// The sheet `Báo cáo` of a form: heading of the document, table, explanations, signature.
import { showDay } from "../core/figure/date.js";
import type { RoundDefinition } from "../core/definition/definition.js";
import { resolutionName } from "../core/definition/resolution.js";
import type { Unit } from "../core/definition/unit.js";
import type { ReportPlaces } from "./check-rows.js";
import type { FormColumns } from "./form-columns.js";
import { columnHeads, formColumns } from "./form-columns.js";
import type { FormDraft } from "./form-draft.js";
import { DOCUMENT_DATE, DOCUMENT_NUMBER, REPORT_SHEET, SIGNER_NAME, SUBMISSION_NUMBER, UNIT_ROW } from "./form-draft.js";
import { nameCell, putFormula, putInput, putPlace, putText } from "./form-draft.js";
import type { FormLive, Live } from "./form-live.js";
import { footer } from "./page-footer.js";
import { drawExplanations, drawState, drawTable } from "./form-table.js";
import { CODE } from "./input-state.js";
import type { Area } from "./page.js";
import { cellArea, PageDraft } from "./page-draft.js";
import { longestHeadings, profileNamed } from "./party-heading.js";
import { colourOverall } from "./self-check.js";
import { NUMBER_FIELD } from "./self-check-blocks.js";

/** Row of the inputs above the table, and of the table's heading. */
const NUMBER_ROW = 10;
const HEAD_ROW = 12;
/** Points for signature and seal. */
const SIGNATURE_ROOM = 66;

/** An empty report sheet with its columns. */
export function reportPage(draft: FormDraft): PageDraft {
  const { form } = draft.definition;
  return new PageDraft({
    name: REPORT_SHEET,
    visibility: "visible",
    columns: columnHeads(draft.shownBefore.size > 0).map(({ width, hidden }) => ({
      width,
      ...(hidden === true ? { hidden } : {}),
    })),
    print: { landscape: true, margins: profileNamed(form.profile).margins, footer: reportFooter(draft.definition, draft.unit) },
    protected: true,
    tab: "input",
  });
}

/** The footer of the report sheet, which names the unit. */
export function reportFooter({ form, period }: RoundDefinition, unit: Unit): string {
  return footer(`${form.symbol} – ${period.label}`, unit.name);
}

/** Draws the report sheet but for the verdict line of the self-check. Returns where the self-check finds what it repeats. */
export function drawReport(draft: FormDraft, page: PageDraft, live: FormLive): ReportPlaces {
  const columns = formColumns(draft.shownBefore.size > 0);
  drawHeading(draft, page, columns);
  drawTitle(draft, page, columns);
  drawNumber(draft, page, columns);
  const { next, inputs, targets } = drawTable(draft, page, columns, live, HEAD_ROW);
  const afterExplanations = drawExplanations(draft, page, columns, live, next + 1);
  const lastRow = afterExplanations > next + 1 ? afterExplanations - 1 : next - 1;
  drawSignature(draft, page, columns, afterExplanations + 1);
  page.keepTogether(lastRow - 1, afterExplanations + 1 + SIGNATURE_ROWS - 1);
  page.repeatRows(HEAD_ROW, HEAD_ROW);
  page.freezeAt(HEAD_ROW, columns.label);
  const number = [SUBMISSION_NUMBER, NUMBER_ROW] as const;
  return { inputs: new Map([...inputs, number]), targets, stateColumn: columns.state, verdictColumn: columns.verdict };
}

/** Puts the verdict line of the self-check beside the submission number. */
export function drawOverall(draft: FormDraft, page: PageDraft, overall: Live): void {
  const columns = formColumns(draft.shownBefore.size > 0);
  const state: Area = { top: NUMBER_ROW, left: columns.result, bottom: NUMBER_ROW, right: columns.last };
  putFormula(draft, page, state, overall, "verdictLine", { kind: "other", id: "overall" });
  colourOverall(page, state);
}

function drawHeading(draft: FormDraft, page: PageDraft, columns: FormColumns): void {
  const left = (row: number): Area => ({ top: row, left: columns.number, bottom: row, right: columns.measure });
  const right = (row: number): Area => ({ top: row, left: columns.result, bottom: row, right: columns.last });
  const motto = profileNamed(draft.definition.form.profile).motto;
  putPlace(draft, page, left(1), { kind: "heading", part: "superior" }, "headingBody");
  putPlace(draft, page, left(UNIT_ROW), { kind: "heading", part: "issuer" }, "headingBold");
  page.line(3, columns.number, columns.measure, "*", "headingBody");
  motto.forEach((line, i) =>
    page.line(i + 1, columns.result, columns.last, line, i === motto.length - 1 ? "headingParty" : "headingBold"),
  );
  const longest = longestHeadings(draft.definition);
  const width = page.width(columns.number, columns.measure);
  page.grow(1, longest.superior, "headingBold", width);
  page.grow(UNIT_ROW, longest.issuer, "headingBold", width);
  putDocumentInput(draft, page, left(4), DOCUMENT_NUMBER, "number", "Số văn bản");
  putDocumentInput(draft, page, right(4), DOCUMENT_DATE, "placeDate", "Địa danh và ngày");
  page.atLeast(4, 20);
}

/** An input that starts with words of the unit: number, place and date of the document. */
function putDocumentInput(
  draft: FormDraft,
  page: PageDraft,
  area: Area,
  name: string,
  part: "number" | "placeDate",
  label: string,
): void {
  putPlace(draft, page, area, { kind: "heading", part }, "headingItalic", { unlocked: true });
  draft.inputs.push({ role: "text", name, sheet: page.frame.name, row: area.top, column: area.left, rowCode: null, label });
  nameCell(draft, page, name, cellArea(area.top, area.left));
}

function drawTitle(draft: FormDraft, page: PageDraft, columns: FormColumns): void {
  const { resolution, form, period } = draft.definition;
  const wide = (row: number): Area => ({ top: row, left: columns.number, bottom: row, right: columns.last });
  const title = form.title.replace(/^báo cáo\s+/iu, "");
  const dated = resolution.date === null ? "" : ` ngày ${showDay(resolution.date)}`;
  const about =
    /^về\s/iu.test(resolution.abstract) || resolution.abstract === "" ? resolution.abstract : `về ${resolution.abstract}`;
  const source = `(Theo ${resolutionName(resolution)}${dated} của ${resolution.issuer} ${about}`.trimEnd() + ")";
  const due = period.due === null ? "" : `; gửi trước ngày ${showDay(period.due)}`;
  const when = `Kỳ báo cáo: ${period.label} (từ ${showDay(period.start)} đến ${showDay(period.end)}${due})`;
  page.atLeast(5, 8);
  putText(draft, page, wide(6), "BÁO CÁO", "title");
  page.span(wide(7), { value: title.charAt(0).toLocaleUpperCase("vi") + title.slice(1), style: "headingBold" });
  page.span(wide(8), { value: source, style: "subtitle" });
  page.span(wide(9), { value: when, style: "subtitle" });
}

function drawNumber(draft: FormDraft, page: PageDraft, columns: FormColumns): void {
  const label = "Lần báo cáo (1, 2, 3 …):";
  page.put(NUMBER_ROW, columns.rowCode, { value: SUBMISSION_NUMBER, style: "code" });
  putText(draft, page, cellArea(NUMBER_ROW, columns.label), label, "rightBold", { rowCode: SUBMISSION_NUMBER });
  const place = cellArea(NUMBER_ROW, columns.measure);
  const input = { role: "submissionNumber", name: SUBMISSION_NUMBER, rowCode: SUBMISSION_NUMBER, label } as const;
  putInput(draft, page, place, input, { style: "inputCenter", value: 1 });
  page.validations.push({
    area: place,
    kind: "whole",
    min: 1,
    max: 99,
    promptTitle: "Lần báo cáo",
    prompt: "Lần đầu gửi ghi 1. Mỗi lần gửi lại số liệu đã sửa thì tăng thêm 1.",
    errorTitle: "Lần báo cáo chưa hợp lệ",
    error: "Ô này nhận số nguyên từ 1 đến 99.",
    allowBlank: false,
    strength: "stop",
  });
  drawState(draft, page, { row: NUMBER_ROW, input: columns.measure, state: columns.state }, NUMBER_FIELD, CODE.sound);
  page.atLeast(NUMBER_ROW, 24);
  page.atLeast(NUMBER_ROW + 1, 8);
}

/** From “Nơi nhận” to the name of who signs; two rows of the table are printed with them. */
const SIGNATURE_ROWS = 5;

function drawSignature(draft: FormDraft, page: PageDraft, columns: FormColumns, top: number): void {
  const right = (row: number): Area => ({ top: row, left: columns.ratio, bottom: row, right: columns.last });
  page.line(top, columns.number, columns.label, "Nơi nhận:", "noteBold");
  page.line(top + 1, columns.number, columns.label, `- ${draft.definition.resolution.issuer};`, "note");
  page.line(top + 2, columns.number, columns.label, "- Lưu.", "note");
  putPlace(draft, page, right(top), { kind: "heading", part: "signFor" }, "headingBold");
  putPlace(draft, page, right(top + 1), { kind: "heading", part: "signer" }, "headingBold");
  page.line(top + 2, columns.ratio, columns.last, "(Ký, đóng dấu, ghi rõ họ tên)", "headingItalic");
  page.atLeast(top + 3, SIGNATURE_ROOM);
  const input = { role: "text", name: SIGNER_NAME, rowCode: null, label: "Người ký" } as const;
  putInput(draft, page, right(top + 4), input, { style: "inputPlain" });
  page.atLeast(top + 4, 22);
}
