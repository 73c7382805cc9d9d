// One square of the grid: how it is judged, and the cells behind it.
import assert from "node:assert/strict";
import { consolidate } from "../../../src/core/round/consolidation.js";
import { squareDetail, squareRows } from "../../../src/core/verdict/squares.js";
import { formLayout } from "../../../src/sheets/form.js";
import { sampleDefinition } from "../../helpers/sample-definition.js";
import { figuresOf, sampleReport } from "../../helpers/sample-round.js";

const definition = sampleDefinition();
const [first, second] = definition.units;
const figures = figuresOf({ tong_dang_vien: 100, da_hoc_tap: 94, ket_nap_moi: 3 });
const consolidation = consolidate(definition, [sampleReport(first!.code, figures)]);
const at = (unit: string, target: string) => squareDetail(consolidation, unit, target, formLayout(definition, first!.kind));

describe("squares of the grid", () => {
  it("say in colour and words how a unit stands against each target", () => {
    const [row] = squareRows(consolidation, 0, 1);
    const kinds = Object.fromEntries(row!.squares.map(({ target, kind, text }) => [target, `${kind} ${text}`]));
    assert.equal(row!.state, "received");
    assert.equal(kinds["hoc_nghi_quyet"], "missed 94%");
  });

  it("are absent where no figures of the unit count", () => {
    const [row] = squareRows(consolidation, 1, 1);
    assert.equal(row!.code, second!.code);
    assert.deepEqual(
      [...new Set(row!.squares.map(({ kind }) => kind))].filter((kind) => kind !== "notAsked"),
      ["absent"],
    );
  });

  it("show a target of all units together for information only", () => {
    const total = definition.targets.find(({ scope, appliesTo }) => scope === "total" && appliesTo.length === 0)!;
    const detail = at(first!.code, total.id);
    assert.equal(detail?.kind, "reference");
    assert.equal(detail?.word, "");
  });

  it("name the figures behind them with their cells, the gap and the file", () => {
    const detail = at(first!.code, "hoc_nghi_quyet");
    assert.equal(detail?.word, "Chưa đạt");
    assert.match(detail?.gap ?? "", /^còn thiếu \d+ /u);
    assert.deepEqual(
      detail?.figures.map(({ value, sheet }) => [value, sheet]),
      [
        ["94", "Báo cáo"],
        ["100", "Báo cáo"],
      ],
    );
    assert.ok(detail?.figures.every(({ cell }) => /^[A-Z]+\d+$/u.test(cell ?? "")));
    assert.equal(detail?.file?.path, `da-nop/${first!.code}_BC_2024.xlsx`);
  });

  it("are nothing for units and targets that are not there", () => {
    assert.equal(at("KHONG", "hoc_nghi_quyet"), null);
    assert.equal(at(first!.code, "khong_co"), null);
  });
});
