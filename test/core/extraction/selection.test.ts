import assert from "node:assert/strict";
import { extractTargets, targetsIn, usualYear } from "../../../src/core/extraction/index.js";

const TEXT = `NGHỊ QUYẾT
về công tác dân vận năm 2026

I. KẾT QUẢ NĂM 2025
1. Đã xây dựng được 14 mô hình dân vận khéo.
2. Giữ vững danh hiệu cơ quan văn hóa.
II. CHỈ TIÊU NĂM 2026
1. Trên 90% chi bộ có ít nhất 01 mô hình dân vận khéo.
2. Vận động 12 doanh nghiệp đỡ đầu thôn nghèo, 5 doanh nghiệp đỡ đầu trường học.
`;
const extraction = extractTargets(TEXT);
const pick = (words: string): readonly [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

describe("targets in a passage that a person points at", () => {
  it("takes a number that the text tells as a result, with clause, year and exact place", () => {
    const found = targetsIn(TEXT, ...pick("14 mô hình dân vận khéo"), extraction);
    assert.deepEqual(
      found.map(({ subject, comparator, value, clause, due }) => ({ subject, comparator, value, clause, due })),
      [{ subject: "mô hình dân vận khéo", comparator: "=", value: 14, clause: "I.1", due: "2026" }],
    );
    assert.equal(TEXT.slice(found[0]!.start, found[0]!.end), found[0]!.quote);
  });

  it("takes every number of a longer passage", () => {
    const found = targetsIn(
      TEXT,
      ...pick("2. Vận động 12 doanh nghiệp đỡ đầu thôn nghèo, 5 doanh nghiệp đỡ đầu trường học"),
      extraction,
    );
    assert.deepEqual(
      found.map(({ value, clause, section }) => [value, clause, section]),
      [
        [12, "II.2", extraction.targets.find(({ clause }) => clause === "II.2")?.section ?? ""],
        [5, "II.2", extraction.targets.find(({ clause }) => clause === "II.2")?.section ?? ""],
      ],
    );
    for (const one of found) assert.equal(TEXT.slice(one.start, one.end), one.quote);
  });

  it("finds nothing where no number stands", () => {
    assert.deepEqual(targetsIn(TEXT, ...pick("Giữ vững danh hiệu cơ quan văn hóa"), extraction), []);
    assert.deepEqual(targetsIn(TEXT, 5, 5, extraction), []);
  });

  it("knows the year that most targets are due in", () => {
    assert.equal(usualYear(extraction.targets), "2026");
    assert.equal(usualYear([]), null);
  });
});
