// From the text of a resolution to consolidated totals, with no hand edit but confirming.
import assert from "node:assert/strict";
import { nodeHost } from "../../src/cli/host.js";
import { totalNumbers } from "../../src/core/round/consolidation.js";
import { madeUpFigures } from "../../src/core/made-up/figures.js";
import type { Round } from "../../src/workflow.js";
import { draftDefinition, readPastedResolution } from "../../src/workflow/read-resolution.js";
import {
  beginRound,
  consolidate,
  consolidatedWorkbook,
  controlWorkbook,
  fillForm,
  makeForms,
  openConsolidated,
  openControl,
  openRound,
  readReport,
} from "../../src/workflow.js";

const TEXT = `ĐẢNG ỦY KHỐI DOANH NGHIỆP TỈNH
Số 31-NQ/ĐUK

Đà Lạt, ngày 08 tháng 01 năm 2026

NGHỊ QUYẾT
về công tác xây dựng tổ chức cơ sở đảng năm 2026

I. KẾT QUẢ
Năm 2025 toàn khối đã kết nạp 61 đảng viên, đạt 104% chỉ tiêu.

II. CHỈ TIÊU NĂM 2026
1. Trên 97% đảng viên được quán triệt nghị quyết.
2. Kết nạp từ 70 đảng viên mới trở lên, trong đó có ít nhất 20 đảng viên là công nhân.
3. Từ 80% đến 85% chi bộ xếp loại hoàn thành tốt nhiệm vụ.
4. Dưới 1% đảng viên bị thi hành kỷ luật.
5. Thành lập mới khoảng 4 chi bộ trong doanh nghiệp tư nhân.
6. Mỗi đơn vị xây dựng ít nhất 02 mô hình học tập và làm theo Bác.
`;
const UNITS = [1, 2, 3, 4].map((number) => ({
  code: `DN${String(number)}`,
  name: `Đảng bộ Công ty ${String(number)}`,
  kind: "",
  aliases: [],
  parent: null,
  email: null,
}));

function roundFrom(text: string): { round: Round; count: number } {
  const { extraction } = readPastedResolution(text);
  const { definition: template } = draftDefinition(extraction, extraction.targets);
  const { definition, findings } = beginRound({ template, units: UNITS, period: "2026", settings: [] });
  assert.ok(definition !== null, JSON.stringify(findings));
  return { round: openRound(definition), count: extraction.targets.length };
}

describe("a round begun from the text of a resolution", function () {
  this.timeout(60_000);
  const { round, count } = roundFrom(TEXT);

  it("has every target of the text, and none that tells a result", () => {
    assert.deepEqual(
      round.definition.targets.map(({ clause, comparator, value, upper }) => [clause, comparator, value, upper]),
      [
        ["II.1", ">", 97, null],
        ["II.2", ">=", 70, null],
        ["II.2", ">=", 20, null],
        ["II.3", "between", 80, 85],
        ["II.4", "<", 1, null],
        ["II.5", "about", 4, null],
        ["II.6", ">=", 2, null],
      ],
    );
    assert.equal(round.definition.targets.length, count);
  });

  it("survives its control workbook", async () => {
    const { definition } = openControl(await controlWorkbook(round.definition), nodeHost);
    assert.deepEqual(definition, round.definition);
  });

  it("makes forms whose figures come out as totals and verdicts", async () => {
    const filled = new Map<string, ReturnType<typeof madeUpFigures>>();
    const reports = [];
    for await (const { unit, bytes, fileName } of makeForms(round, nodeHost)) {
      const figures = madeUpFigures(round.definition, unit, filled.size);
      filled.set(unit.code, figures);
      const submission = { unit: unit.code, submissionNumber: 1, figures, explanations: new Map<string, string>() };
      reports.push(readReport({ path: fileName, bytes: fillForm(bytes, round, submission, nodeHost) }, round, nodeHost));
    }
    const consolidation = consolidate(round.definition, reports);
    assert.equal(consolidation.coverage.received, UNITS.length, JSON.stringify(reports.flatMap(({ findings }) => findings)));
    const { reading } = openConsolidated(await consolidatedWorkbook(consolidation), nodeHost);
    assert.ok(reading !== null);
    const totals = totalNumbers(reading.definition, reading.totals);
    for (const { id } of round.definition.fields) {
      const sum = [...filled.values()].reduce((all, { values }) => all + Number(values.get(id) ?? 0), 0);
      assert.equal(totals[id], sum, id);
    }
    assert.equal(reading.verdicts.filter(({ unit, verdict }) => unit === null && verdict === "unverifiable").length, 0);
  });
});
