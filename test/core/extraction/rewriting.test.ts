// Properties: rewriting a number, its spelling, its range or its comparator is followed; time grows with the text.
import assert from "node:assert/strict";
import fc from "fast-check";
import { extractTargets } from "../../../src/core/extraction/index.js";
import type { ExtractedTarget } from "../../../src/core/extraction/index.js";
import { numeral } from "../../../src/core/extraction/numbers.js";

const HEADING = "II. CHỈ TIÊU NĂM 2031\n\n- ";

function only(sentence: string): ExtractedTarget {
  const { targets } = extractTargets(HEADING + sentence);
  assert.equal(targets.length, 1, `${sentence} gives ${JSON.stringify(targets.map((t) => t.quote))}`);
  return targets[0]!;
}

const dotted = (n: number): string => String(n).replace(/\B(?=(?:[0-9]{3})+$)/gu, ".");
const percent = fc.integer({ min: 1, max: 999 }).map((n) => n / 10);
const comma = (n: number): string => String(n).replace(".", ",");

const SIGNS = [
  ["ít nhất", ">="],
  ["tối thiểu", ">="],
  ["không dưới", ">="],
  ["≥", ">="],
  ["từ", ">="],
  ["trên", ">"],
  ["hơn", ">"],
  ["dưới", "<"],
  ["không quá", "<="],
  ["tối đa", "<="],
  ["≤", "<="],
  ["khoảng", "about"],
  ["", "="],
] as const;

describe("rewriting a target", () => {
  it("follows a whole number however it is spelled", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900_000 }).filter((n) => n < 1900 || n > 2199),
        (n) => {
          assert.equal(only(`Kết nạp ${String(n)} đảng viên mới.`).value, n);
          assert.equal(only(`Kết nạp ${dotted(n)} đảng viên mới.`).value, n);
          if (n % 1000 === 0) assert.equal(only(`Kết nạp ${dotted(n / 1000)} nghìn đảng viên mới.`).value, n);
          if (n < 10) assert.equal(only(`Kết nạp 0${String(n)} đảng viên mới.`).value, n);
        },
      ),
    );
  });

  it("follows a percentage with comma or point", () => {
    fc.assert(
      fc.property(percent, (n) => {
        assert.equal(only(`Tỷ lệ hộ dân dùng nước sạch đạt ${comma(n)}%.`).value, n);
        assert.equal(only(`Tỷ lệ hộ dân dùng nước sạch đạt ${String(n)} %.`).value, n);
      }),
    );
  });

  it("follows a range, and keeps its ends apart", () => {
    const dash = fc.constantFrom(" - ", "-", " – ", " đến ", "% - ", "% đến ");
    fc.assert(
      fc.property(percent, percent, dash, fc.constantFrom("", "từ ", "khoảng "), (a, b, mark, lead) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        fc.pre(low < high);
        const t = only(`Tỷ lệ giải ngân đạt ${lead}${comma(low)}${mark}${comma(high)}%.`);
        assert.deepEqual([t.comparator, t.value, t.upper], ["between", low, high]);
      }),
    );
  });

  it("follows the comparator, before an indicator's number and before a population", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SIGNS), percent, ([word, sign], n) => {
        const number = `${word === "" ? "" : `${word} `}${comma(n)}%`;
        assert.equal(only(`Tỷ lệ hộ dân dùng nước sạch đạt ${number}.`).comparator, sign);
        assert.equal(only(`Có ${number} hộ dân dùng nước sạch.`).comparator, sign);
        assert.equal(only(`Có ${comma(n)}% trở lên hộ dân dùng nước sạch.`).comparator, ">=");
      }),
    );
  });

  it("quotes the text exactly, whatever stands around", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), percent, (noise, n) => {
        const text = `${noise}\n\n${HEADING}Có ${comma(n)}% hộ dân dùng nước sạch.\n${noise}`;
        for (const t of extractTargets(text).targets) assert.equal(text.slice(t.start, t.end), t.quote);
      }),
    );
  });

  it("reads decomposed letters with offsets into the text as given", () => {
    const text = `${HEADING}Có 92% hộ dân dùng nước sạch.`.normalize("NFD");
    const [target] = extractTargets(text).targets;
    assert.equal(target?.subject, "hộ dân dùng nước sạch");
    assert.equal(text.slice(target.start, target.end), target.quote);
  });
});

describe("numbers", () => {
  for (const [text, value] of [
    ["4.000", 4000],
    ["268.780,5", 268780.5],
    ["1,000,000", 1000000],
    ["6,5", 6.5],
    ["0.125", 0.125],
    ["007", 7],
    ["1,2.3", null],
    ["12,3,4", null],
  ] as const) {
    it(`${text} is ${String(value)}`, () => assert.equal(numeral(text), value));
  }
});

describe("time", () => {
  const parts = [
    "100% ",
    "từ ",
    "trong đó 5% ",
    "phấn đấu ",
    "tỷ lệ ",
    "( ",
    "trở lên ",
    "1. ",
    "đến năm 2030 ",
    "\n- ",
    "không quá ",
    "01/02/",
    "đạt 5%, ",
    "Tốt: 6% ",
    "a",
    "; ",
    ". A ",
    "không ",
    "30 - ",
  ];
  /** Processor time of the best of three runs, in milliseconds. */
  const cost = (text: string): number => {
    let best = Infinity;
    for (let i = 0; i < 3; i++) {
      const start = performance.now();
      extractTargets(text);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };

  it("grows no faster than the text, for any repeated pattern: a pattern that does would need minutes here", function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 }), (pattern) => {
        const piece = pattern.join("");
        const [small, large] = [8_000, 64_000].map((size) => cost(piece.repeat(Math.ceil(size / piece.length))));
        assert.ok(
          large! < Math.max(1_500, small! * 8 * 4),
          `${JSON.stringify(piece)}: ${small!.toFixed(1)} ms, eight times as much ${large!.toFixed(1)} ms`,
        );
      }),
      { numRuns: 25 },
    );
  });
});
