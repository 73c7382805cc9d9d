import assert from "node:assert/strict";
import { INFO_ITEMS, infoItemOf, periodIdOf, settingKey } from "../../../src/core/control/control-info.js";
import { applySettings, SETTING_KEYS } from "../../../src/core/control/control-settings.js";
import { sampleDefinition } from "../../helpers/sample-definition.js";

describe("control-settings", () => {
  it("sets properties by Vietnamese and English keys", () => {
    const pairs = [
      ["han_nop", "5/4/2024"],
      ["place", "Huế"],
      ["Ký hiệu", "BC-X"],
      ["tieu-de", "Báo cáo"],
      ["superior", ""],
      ["resolution.symbol", "NQ/X"],
    ] as const;
    const { definition, findings } = applySettings(sampleDefinition(), pairs);
    const base = sampleDefinition();
    assert.deepEqual(findings, []);
    assert.deepEqual(definition, {
      ...base,
      resolution: { ...base.resolution, place: "Huế", superior: "", symbol: "NQ/X" },
      form: { ...base.form, symbol: "BC-X", title: "Báo cáo" },
      period: { ...base.period, due: "2024-04-05" },
    });
  });
  it("lists the right keys for an unknown one and offers the nearest", () => {
    const { definition, findings } = applySettings(sampleDefinition(), [
      ["han_nopp", "x"],
      ["period", "2024"],
    ]);
    assert.deepEqual(definition, sampleDefinition());
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["control/setting-unknown", "control/setting-unknown"],
    );
    assert.match(findings[0]!.message, /Có phải là “han_nop” không\? Các mục: .*han_nop \(due\)/u);
  });
  it("refuses a day that is none and a blank where words are needed", () => {
    const { findings } = applySettings(sampleDefinition(), [
      ["due", "mai"],
      ["title", " "],
    ]);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["control/setting-value", "control/setting-value"],
    );
    assert.match(findings[0]!.message, /han_nop|due/u);
  });
  it("leaves a definition without a period without one, and clears a day", () => {
    const { definition } = applySettings({ ...sampleDefinition(), period: null }, [["due", "2024-04-05"]]);
    assert.equal(definition.period, null);
    assert.equal(applySettings(sampleDefinition(), [["date", ""]]).definition.resolution.date, null);
  });
  it("has one meaning for every key and label", () => {
    for (const item of INFO_ITEMS) {
      for (const name of [item.label, item.path, ...item.also, settingKey(item)]) assert.equal(infoItemOf(name), item, name);
    }
    assert.equal(new Set(SETTING_KEYS).size, SETTING_KEYS.length);
  });
  it("reads periods in words", () => {
    const periods = {
      "Quý II năm 2024": "2024-Q2",
      "quý 3/2025": "2025-Q3",
      "quý tư 2024": "2024-Q4",
      "6 tháng 2024": "2024-H1",
      "Năm 2024": "2024",
      "2024-h1": "2024-H1",
      "quý V năm 2024": null,
      "tháng 3/2024": null,
    };
    assert.deepEqual(Object.fromEntries(Object.keys(periods).map((text) => [text, periodIdOf(text)])), periods);
  });
});
