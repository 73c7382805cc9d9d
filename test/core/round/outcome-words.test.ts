// One outcome, one word: files and units are spoken of in the same words everywhere.
import assert from "node:assert/strict";
import { outcomeWord } from "../../../src/cli/show.js";
import { STATE_WORDS } from "../../../src/core/round/coverage.js";
import type { Outcome } from "../../../src/core/round/file-report.js";
import { OUTCOME_WORDS } from "../../../src/core/round/outcome-words.js";
import { VI } from "../../../src/ui/words-vi.js";

const OUTCOMES = Object.keys(OUTCOME_WORDS) as Outcome[];

describe("core/outcome-words", () => {
  it("gives files and units the same words", () => {
    assert.deepEqual(STATE_WORDS, {
      missing: "Chưa gửi",
      received: "Đã nhận",
      explain: "Cần giải trình",
      returned: "Gửi trả",
      held: "Tạm giữ",
    });
    assert.deepEqual(
      OUTCOMES.map((outcome) => outcomeWord(outcome, "vi")),
      ["Đã nhận", "Cần giải trình", "Gửi trả", "Tạm giữ", "Trùng", "Đã có bản sau thay", "Bỏ qua"],
    );
  });

  it("gives the command line, the page and the pane the same words", () => {
    assert.deepEqual(
      OUTCOMES.map((outcome) => VI.check.outcomes[outcome]),
      OUTCOMES.map((outcome) => outcomeWord(outcome, "vi")),
    );
    assert.deepEqual(VI.square.states, STATE_WORDS);
  });
});
