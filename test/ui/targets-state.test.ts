import assert from "node:assert/strict";
import type { ExtractedTarget } from "../../src/core/extraction/index.js";
import { extractTargets } from "../../src/core/extraction/index.js";
import type { TargetsDraft } from "../../src/ui/targets-state.js";
import {
  add,
  confirmed,
  confirmSure,
  correct,
  draftOf,
  isInDoubt,
  levelsDiffer,
  mark,
  merge,
  ordered,
  rowOf,
  spansOf,
  split,
  tally,
} from "../../src/ui/targets-state.js";

const TEXT = `NGHỊ QUYẾT
về công tác phụ nữ năm 2026

II. CHỈ TIÊU NĂM 2026
1. Trên 80% hội viên được tập huấn.
2. Kết nạp từ 60 hội viên trở lên, trong đó có ít nhất 15 hội viên người dân tộc thiểu số.
3. Toàn tỉnh tập huấn trên 82% hội viên.
`;

function fresh(): TargetsDraft {
  return draftOf("nghi-quyet.txt", TEXT, extractTargets(TEXT));
}

const states = (draft: TargetsDraft): string[] => draft.rows.map(({ target, state }) => `${target.id} ${state}`);

/** The row as if the words left doubt. */
function doubtful(draft: TargetsDraft, id: string): TargetsDraft {
  const rows = draft.rows.map((row) => (row.target.id === id ? { ...row, target: { ...row.target, confidence: 0.6 } } : row));
  return { ...draft, rows };
}

describe("a draft of targets under review", () => {
  it("begins with every target open and none confirmed", () => {
    assert.deepEqual(states(fresh()), ["t1 open", "t2 open", "t3 open", "t4 open"]);
    assert.deepEqual(confirmed(fresh()), []);
  });

  it("confirms in one go what is clear, and leaves what is in doubt and what was dropped", () => {
    const draft = confirmSure(mark(doubtful(fresh(), "t1"), "t2", "dropped"));
    assert.deepEqual(states(draft), ["t1 open", "t2 dropped", "t3 confirmed", "t4 confirmed"]);
    assert.deepEqual(tally(draft), { all: 4, confirmed: 2, open: 1, doubt: 1, dropped: 1 });
  });

  it("holds a target in doubt for little confidence or an open question, until a person has looked", () => {
    const asked = { ...fresh(), questions: [{ target: "t3", field: "hoi_vien", question: "Tính trên tổng số nào?" }] };
    const inDoubt = (draft: TargetsDraft): string[] =>
      draft.rows.filter((row) => isInDoubt(draft, row)).map(({ target }) => target.id);
    assert.deepEqual(inDoubt(fresh()), []);
    assert.deepEqual(inDoubt(doubtful(asked, "t1")), ["t1", "t3"]);
    assert.deepEqual(inDoubt(mark(doubtful(asked, "t1"), "t3", "confirmed")), ["t1"]);
  });

  it("puts what is in doubt first and what was dropped last, each in the order of the text", () => {
    const draft = mark(doubtful(fresh(), "t3"), "t1", "dropped");
    assert.deepEqual(
      ordered(draft, true).map(({ target }) => target.id),
      ["t3", "t2", "t4", "t1"],
    );
    assert.equal(ordered(draft, false), draft.rows);
  });

  it("confirms what a person corrects, and changes nothing else", () => {
    const draft = correct(fresh(), "t2", { value: 70, due: "2026-12-31" });
    const [target] = confirmed(draft);
    assert.deepEqual(target, { ...fresh().rows[1]!.target, value: 70, due: "2026-12-31" });
    assert.deepEqual(states(draft), ["t1 open", "t2 confirmed", "t3 open", "t4 open"]);
  });

  it("drops and takes back", () => {
    const dropped = mark(fresh(), "t1", "dropped");
    assert.deepEqual(states(mark(dropped, "t1", "open")), states(fresh()));
  });
});

describe("merging targets of a draft", () => {
  it("keeps the level of the first place, marks both places, and says that the levels differ", () => {
    const draft = merge(fresh(), ["t4", "t1"]);
    const row = rowOf(draft, "t1")!;
    assert.deepEqual(states(draft), ["t1 open", "t2 open", "t3 open"]);
    assert.equal(row.target.value, 80);
    assert.equal(spansOf(row).length, 2);
    assert.equal(levelsDiffer(row), true);
    assert.equal(isInDoubt(draft, row), true);
  });

  it("is no longer in doubt once a level was chosen", () => {
    const draft = correct(merge(fresh(), ["t1", "t4"]), "t1", { value: 82 });
    assert.equal(isInDoubt(draft, rowOf(draft, "t1")!), false);
  });

  it("fills what the first leaves out from the others", () => {
    const start = fresh();
    const bare = { ...start, rows: start.rows.map((row, i) => (i === 0 ? without(row) : row)) };
    assert.equal(rowOf(merge(bare, ["t1", "t4"]), "t1")?.target.population, start.rows[3]!.target.population);
  });

  it("leads parts of the merged targets to the one that stays", () => {
    assert.equal(rowOf(fresh(), "t3")?.target.parent, "t2");
    assert.equal(rowOf(merge(fresh(), ["t1", "t2"]), "t3")?.target.parent, "t1");
    assert.equal(rowOf(merge(fresh(), ["t2", "t3"]), "t2")?.target.parent, null);
  });

  it("can be taken apart again", () => {
    const back = split(merge(fresh(), ["t1", "t4"]), "t1");
    assert.deepEqual(back.rows, fresh().rows);
  });

  it("needs two", () => {
    const draft = fresh();
    assert.equal(merge(draft, ["t1"]), draft);
    assert.equal(merge(draft, []), draft);
    assert.equal(split(draft, "t1"), draft);
  });
});

function without(row: TargetsDraft["rows"][number]): TargetsDraft["rows"][number] {
  return { ...row, target: { ...row.target, population: null } };
}

describe("adding targets to a draft", () => {
  const found = (words: string, change: Partial<ExtractedTarget> = {}): ExtractedTarget => {
    const start = TEXT.indexOf(words);
    return { ...fresh().rows[0]!.target, quote: words, start, end: start + words.length, value: 7, ...change };
  };

  it("puts a new one where it stands in the text, under an id of its own, without a parent", () => {
    const { draft, ids, added } = add(fresh(), [found("công tác phụ nữ", { id: "t1", parent: "t9" })]);
    assert.deepEqual([ids, added], [["t5"], 1]);
    assert.deepEqual(states(draft)[0], "t5 open");
    assert.equal(draft.rows[0]?.target.parent, null);
  });

  it("does not add a number twice, and takes one back that was dropped", () => {
    const again = found("Trên 80% hội viên", { value: 80 });
    const { draft, ids, added } = add(mark(fresh(), "t1", "dropped"), [again]);
    assert.deepEqual([states(draft), ids, added], [states(fresh()), ["t1"], 0]);
  });

  it("gives no id twice, not even one that went into a merged row", () => {
    const { ids } = add(merge(fresh(), ["t1", "t4"]), [found("công tác phụ nữ"), found("NGHỊ QUYẾT")]);
    assert.deepEqual(ids, ["t5", "t6"]);
  });
});
