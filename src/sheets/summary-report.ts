// The sheet Báo cáo tổng hợp: one page in the form of a document, with the sentences and the table that leaders read.
import { unknownText } from "../core/round/coverage-text.js";
import type { Definition } from "../core/definition/definition.js";
import { appliesToKind } from "../core/text.js";
import { formatNumber } from "../core/format.js";
import { resolutionName } from "../core/definition/resolution.js";
import type { Target } from "../core/definition/target.js";
import type { Verdict } from "../core/verdict/verdict.js";
import { displayActual, gapText, isUnitCount, thresholdText, verdictWord } from "../core/verdict/verdict-text.js";
import { showDay } from "../core/figure/date.js";
import type { ConsolidatedReading } from "./consolidated-reading.js";
import type { Page } from "./page.js";
import { PageDraft } from "./page-draft.js";
import { footer } from "./page-footer.js";
import { issuerHeading, profileNamed } from "./party-heading.js";
import type { SummaryFacts } from "./summary-facts.js";
import { headlines, missedLines, unitNames, unitsIn } from "./summary-facts.js";
import { area } from "./table-parts.js";
import { verdictColours } from "./verdict-cells.js";

export const SUMMARY_SHEET = "Báo cáo tổng hợp";

const COLUMNS = [
  { heading: "STT", width: 5 },
  { heading: "Chỉ tiêu", width: 38 },
  { heading: "Mức phải đạt", width: 15 },
  { heading: "Kết quả", width: 16 },
  { heading: "Đánh giá", width: 13 },
  { heading: "Còn thiếu hoặc vượt quá", width: 18 },
  { heading: "Đơn vị đạt", width: 10 },
];
const LAST = COLUMNS.length;
/** The heading's left half ends here, the right half begins in the next column. */
const HALF = 2;
const VERDICT = 5;

export function summaryReport(reading: ConsolidatedReading, facts: SummaryFacts): Page {
  const { form, period } = reading.definition;
  const page = new PageDraft({
    name: SUMMARY_SHEET,
    visibility: "visible",
    columns: COLUMNS.map(({ width }) => ({ width })),
    print: { landscape: false, margins: profileNamed(form.profile).margins, footer: footer(`${form.symbol} – ${period.label}`) },
    protected: false,
    tab: "output",
  });
  drawHeading(page, reading);
  let row = drawTitle(page, reading);
  row = drawTexts(page, row, "1. Tình hình báo cáo", [headlines(facts)[0]!, ...absentLines(facts)]);
  row = drawTexts(page, row, "2. Kết quả thực hiện chỉ tiêu", [headlines(facts)[1]!]);
  row = drawTable(page, row, reading);
  const missed = missedLines(reading);
  let number = 3;
  if (missed.length > 0)
    row = drawTexts(
      page,
      row + 1,
      `${String(number++)}. Chỉ tiêu chưa đạt`,
      missed.map((line) => `– ${line}`),
    );
  const lists = facts.lists.map(
    ({ list, rows, units }) => `– ${list.label}: ${formatNumber(rows)} mục của ${formatNumber(units)} đơn vị.`,
  );
  if (lists.length > 0) row = drawTexts(page, row + 1, `${String(number++)}. Nội dung khác`, lists);
  drawSignature(page, row + 1, reading);
  return page.page();
}

function drawHeading(page: PageDraft, { definition }: ConsolidatedReading): void {
  const heading = issuerHeading(definition);
  const motto = profileNamed(definition.form.profile).motto;
  page.line(1, 1, HALF, heading.superior, "headingBody");
  page.line(2, 1, HALF, heading.issuer, "headingBold");
  page.line(3, 1, HALF, "*", "headingBody");
  page.line(4, 1, HALF, heading.number, "headingBody");
  motto.forEach((line, index) =>
    page.line(index + 1, HALF + 1, LAST, line, index === motto.length - 1 ? "headingParty" : "headingBold"),
  );
  page.line(4, HALF + 1, LAST, heading.placeDate, "headingItalic");
}

function drawTitle(page: PageDraft, { definition }: ConsolidatedReading): number {
  const { resolution, period } = definition;
  page.line(6, 1, LAST, "BÁO CÁO TỔNG HỢP", "title");
  page.line(7, 1, LAST, `Kết quả thực hiện ${resolutionName(resolution)} của ${resolution.issuer}`, "headingBold");
  page.line(
    8,
    1,
    LAST,
    `${period.label} (từ ${showDay(period.start)} đến ${showDay(period.end)})`.replace(/^./u, (c) => c.toLocaleUpperCase("vi")),
    "subtitle",
  );
  return 10;
}

/** Who is missing, by name as far as the page has room, and which files may be theirs. */
function absentLines(facts: SummaryFacts): string[] {
  const groups = [
    ["Chưa gửi", unitsIn(facts, "missing")],
    ["Gửi trả để sửa", unitsIn(facts, "returned")],
    ["Tạm giữ để xác minh", unitsIn(facts, "held")],
  ] as const;
  const named = groups.filter(([, units]) => units.length > 0).map(([words, units]) => `– ${words}: ${unitNames(units)}.`);
  return facts.unknown.length === 0 ? named : [...named, `– ${unknownText(facts.unknown)}.`];
}

/** A heading and its lines; gives the row after them. */
function drawTexts(page: PageDraft, row: number, heading: string, lines: readonly string[]): number {
  page.line(row, 1, LAST, heading, "bodyBold");
  lines.forEach((line, index) => page.line(row + 1 + index, 1, LAST, line, "body"));
  return row + 1 + lines.length;
}

function drawTable(page: PageDraft, row: number, { definition, units, verdicts }: ConsolidatedReading): number {
  COLUMNS.forEach(({ heading }, index) => page.put(row, index + 1, { value: heading, style: "tableHead" }));
  definition.targets.forEach((target, index) => {
    const verdict = verdicts[index]!;
    const asked = units.filter(({ unit }) => appliesToKind(target.appliesTo, unit.kind));
    const silent = asked.filter(
      (one) => !one.verdicts.some((v) => v.target === target.id && v.verdict !== "unverifiable"),
    ).length;
    const met = asked.filter((one) => one.verdicts.some((v) => v.target === target.id && v.verdict === "met")).length;
    const values = [
      formatNumber(index + 1),
      target.clause === "" ? target.label : `${target.label} (${target.clause})`,
      thresholdText(target),
      resultText(verdict, target),
      verdictWord(verdict),
      remark(verdict, target, definition, silent),
      target.scope === "total" ? null : `${formatNumber(met)}/${formatNumber(asked.length)}`,
    ];
    values.forEach((value, at) => page.put(row + 1 + index, at + 1, { value, style: at === 1 ? labelStyle(target) : "center" }));
  });
  const last = row + Math.max(1, definition.targets.length);
  page.conditions.push(...verdictColours(area(row + 1, VERDICT, last, VERDICT)));
  return last + 1;
}

/** How far; of a target that every unit has to reach, also how many units have not answered yet. */
function remark(verdict: Verdict, target: Target, definition: Definition, silent: number): string {
  const gap = verdict.verdict === "missed" || verdict.exceeds ? gapText(verdict, target, definition) : "";
  const open = isUnitCount(verdict, target) && silent > 0 ? `${formatNumber(silent)} đơn vị chưa có số liệu` : "";
  return [gap, open].filter((part) => part !== "").join("; ");
}

function labelStyle(target: Target): "label" | "labelIndented" {
  return target.parent === null ? "label" : "labelIndented";
}

/** A count with its whole: `96,3% (10.310/10.702)`. */
function resultText(verdict: Verdict, target: Target): string {
  const text = displayActual(verdict, target);
  const { numerator, denominator } = verdict;
  if (target.scope === "each" || verdict.actual === null || numerator === null || denominator === null) return text;
  return `${text}\n(${formatNumber(numerator)}/${formatNumber(denominator)})`;
}

function drawSignature(page: PageDraft, row: number, { definition }: ConsolidatedReading): void {
  const { signFor, signer } = issuerHeading(definition);
  page.line(row, 1, HALF, "Nơi nhận:", "noteBold");
  page.line(row, HALF + 1, LAST, signFor, "headingBold");
  page.line(row + 1, HALF + 1, LAST, signer, "headingBold");
  page.atLeast(row + 2, 60);
  page.line(row + 2, HALF + 1, LAST, "", "headingBody");
}
