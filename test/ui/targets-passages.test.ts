import assert from "node:assert/strict";
import { extractTargets } from "../../src/core/extraction/index.js";
import { linesOf, sentencesLeft } from "../../src/ui/targets-passages.js";
import { draftOf } from "../../src/ui/targets-state.js";

const TEXT = `NGHỊ QUYẾT
về văn hóa công sở năm 2026

I. KẾT QUẢ NĂM 2025
1. Theo Kế hoạch số 12-KH/TU ngày 05/3/2025, đã mở 9 lớp tập huấn. Năm 2025 là năm đầu.
II. CHỈ TIÊU NĂM 2026
1. Có 85% cơ quan đạt chuẩn, trong đó ít nhất 20 cơ quan
cấp xã.
`;
const { rows } = draftOf("", TEXT, extractTargets(TEXT));
const words = ({ start, end }: { start: number; end: number }): string => TEXT.slice(start, end);

describe("the text of a resolution cut into pieces", () => {
  it("gives back every line letter for letter", () => {
    const lines = linesOf(TEXT, rows);
    assert.equal(
      lines.map(words).join("\n"),
      TEXT.split("\n")
        .filter((line) => line !== "")
        .join("\n"),
    );
    for (const line of lines) assert.equal(line.pieces.map(words).join(""), words(line));
  });

  it("marks exactly the words of each target, over several lines too", () => {
    const pieces = linesOf(TEXT, rows).flatMap((line) => line.pieces);
    for (const { target } of rows) {
      const own = pieces.filter((piece) => piece.target === target.id).map(words);
      assert.equal(own.join("\n"), target.quote);
    }
  });

  it("gives words that two targets share to the shorter place", () => {
    const [first] = rows;
    const inner = {
      ...first!,
      target: { ...first!.target, id: "t9", start: first!.target.start + 3, end: first!.target.start + 6 },
    };
    const line = linesOf(TEXT, [first!, inner]).find(({ pieces }) => pieces.some((piece) => piece.target === "t9"));
    assert.deepEqual(line?.pieces.filter((piece) => piece.target === "t9").map(words), [
      TEXT.slice(inner.target.start, inner.target.end),
    ]);
  });

  it("is one piece where nothing is a target", () => {
    assert.deepEqual(linesOf("một dòng", []), [{ start: 0, end: 8, pieces: [{ start: 0, end: 8, target: null }] }]);
  });
});

describe("sentences that have a number but no target", () => {
  it("are listed without the mark of the clause; days, years and numbers of documents do not count", () => {
    assert.deepEqual(sentencesLeft(TEXT, rows).map(words), ["Theo Kế hoạch số 12-KH/TU ngày 05/3/2025, đã mở 9 lớp tập huấn."]);
  });

  it("are none once the number became a target", () => {
    const start = TEXT.indexOf("đã mở 9 lớp");
    const row = { ...rows[0]!, target: { ...rows[0]!.target, id: "t8", start, end: start + 11 } };
    assert.deepEqual(sentencesLeft(TEXT, [...rows, row]), []);
  });
});
