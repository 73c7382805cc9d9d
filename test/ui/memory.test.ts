// What page and pane keep between two openings, and how a review of targets is kept while it is typed into.
import assert from "node:assert/strict";
import { extractTargets } from "../../src/core/extraction/index.js";
import type { MemoryPart } from "../../src/ui/memory.js";
import { keeper, recalled } from "../../src/ui/memory.js";
import type { State } from "../../src/ui/state.js";
import { FIRST_STATE } from "../../src/ui/state.js";
import { draftOf, mark } from "../../src/ui/targets-state.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

const TEXT = "II. CHỈ TIÊU NĂM 2026\n1. Trên 80% hội viên được tập huấn.\n2. Kết nạp từ 60 hội viên trở lên.\n";

/** A store and what was written to it, in order. */
function store() {
  const texts: Record<MemoryPart, string | null> = { place: null, round: null, review: null };
  const written: MemoryPart[] = [];
  const remember = (part: MemoryPart, text: string | null): boolean => {
    texts[part] = text;
    written.push(part);
    return true;
  };
  return { texts, written, remember };
}

const draft = draftOf("nghi-quyet.docx", TEXT, extractTargets(TEXT));
const reviewing: State = {
  ...FIRST_STATE,
  targets: draft,
  start: { ...FIRST_STATE.start, year: "2026", unitsText: "YT\tSở Y tế" },
};

describe("the memory of page and pane", () => {
  it("gives back where the person was, the round and the review", () => {
    const { texts, remember } = store();
    const round = sampleDefinition();
    const kept = keeper(remember);
    kept.note({ ...reviewing, step: "forms", language: "en", round });
    kept.flush();
    const found = recalled(texts);
    assert.deepEqual([found.step, found.language, found.reviewing], ["forms", "en", true]);
    assert.deepEqual(found.round, JSON.parse(JSON.stringify(round)));
    assert.deepEqual(found.review, { targets: draft, start: reviewing.start });
  });

  it("writes a part only when it changed", () => {
    const { written, remember } = store();
    const kept = keeper(remember);
    const state = { ...FIRST_STATE, round: sampleDefinition() };
    kept.note(state);
    kept.note({ ...state, busy: { task: "đang đọc", cancellable: true } });
    assert.deepEqual(written, ["place", "round"]);
    kept.note({ ...state, step: "check" });
    assert.deepEqual(written, ["place", "round", "place"]);
  });

  it("keeps what is typed into a review after a moment, or at once when the page is left", () => {
    const { texts, remember } = store();
    const kept = keeper(remember);
    kept.note(reviewing);
    assert.ok(kept.reviewKept());
    const later = { ...reviewing, targets: mark(draft, "t1", "confirmed") };
    kept.note(later);
    assert.ok(!kept.reviewKept(), "it waits");
    kept.flush();
    assert.ok(kept.reviewKept());
    assert.equal(recalled(texts).review?.targets.rows[0]?.state, "confirmed");
  });

  it("forgets a review that was closed, at once", () => {
    const { texts, remember } = store();
    const kept = keeper(remember);
    kept.note(reviewing);
    kept.note(FIRST_STATE);
    assert.equal(texts.review, null);
  });

  it("leaves a review of before alone while there is none here", () => {
    const { written, remember } = store();
    keeper(remember).note({ ...FIRST_STATE, step: "check" });
    assert.ok(!written.includes("review"));
  });

  it("does not keep a demonstration", () => {
    const { texts, remember } = store();
    keeper(remember).note({ ...FIRST_STATE, round: sampleDefinition(), demo: true });
    assert.equal(texts.round, null);
  });

  it("says when the host could not keep the review", () => {
    const kept = keeper((part) => part !== "review");
    kept.note(reviewing);
    assert.ok(!kept.reviewKept());
  });

  for (const odd of ["", "null", "7", "{", '{"shape":1}', '{"shape":1,"targets":{"text":""},"start":{}}', '{"shape":99}']) {
    it(`takes nothing from ${JSON.stringify(odd)}`, () => {
      const { step, language, reviewing: open, round, review } = recalled({ place: odd, round: null, review: odd });
      assert.deepEqual(
        { step, language, open, round, review },
        { step: "begin", language: "vi", open: false, round: null, review: null },
      );
    });
  }
});
