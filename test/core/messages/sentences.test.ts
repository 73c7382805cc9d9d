import assert from "node:assert/strict";
import { finding } from "../../../src/core/finding.js";
import { CHECK_MESSAGES } from "../../../src/core/messages/check.js";
import type { MessageEntry } from "../../../src/core/messages/entry.js";
import { FIGURE_MESSAGES } from "../../../src/core/messages/figure.js";
import { FORM_IDENTITY_MESSAGES } from "../../../src/core/messages/form-identity.js";
import { FORM_MESSAGES } from "../../../src/core/messages/form.js";
import { findingMessage } from "../../../src/core/messages/index.js";
import { shown } from "../../../src/core/messages/shown.js";

const ALL: Readonly<Record<string, MessageEntry>> = {
  ...FORM_IDENTITY_MESSAGES,
  ...FORM_MESSAGES,
  ...FIGURE_MESSAGES,
  ...CHECK_MESSAGES,
};

describe("sentences of forms and figures", () => {
  it("can be said with nothing known but the code, in both languages and every severity", () => {
    for (const [code, entry] of Object.entries(ALL)) {
      for (const severity of [entry.severity].flat()) {
        const facts = {
          code,
          severity,
          unit: null,
          field: null,
          sheet: null,
          cell: null,
          found: null,
          expected: null,
          data: { message: "Sai quy tắc." },
        };
        for (const sentence of [entry.vi(facts), entry.en(facts)]) {
          assert.ok(sentence.length > 5, code);
          assert.doesNotMatch(sentence, /\bnull\b|NaN|\[object/u, code);
        }
      }
      assert.match(entry.meaning, /\.$/u);
      assert.match(entry.remedy, /\.$/u);
    }
  });
  it("begin with the place, or with a capital letter when there is none", () => {
    assert.match(finding("form/hidden-sheet-lost", "error").message, /^Tệp không phải/u);
    assert.match(finding("round/conflict", "error").message, /^Có tệp/u);
    assert.match(findingMessage({ ...finding("form/hidden-sheet-lost", "error") }, "en"), /^This is not a form/u);
    assert.match(finding("form/hidden-sheet-lost", "error", { sheet: "Báo cáo" }).message, /^Báo cáo: tệp không phải/u);
    assert.match(finding("figure/blank", "error", { data: { label: "số mới" } }).message, /^“số mới”/u);
  });
  it("shows numbers with separators, words in quotes and cuts long ones", () => {
    assert.deepEqual(
      [shown(1234.5), shown(1234.5, "en"), shown("12 tr"), shown(null), shown("", "en")],
      ["1.234,5", "1,234.5", "“12 tr”", "(trống)", "(blank)"],
    );
    assert.equal(shown("a".repeat(100)), `“${"a".repeat(80)}…”`);
  });
});
