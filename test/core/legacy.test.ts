// Old Vietnamese encodings: letters there and back, and texts that must be left alone.
import assert from "node:assert/strict";
import fc from "fast-check";
import { fromTcvn3, fromVni, inUnicode, readShort } from "../../src/core/legacy.js";
import { isSyllable, vietnameseReading } from "../../src/core/syllables.js";

const PROSE =
  "Phấn đấu đến cuối nhiệm kỳ, các chi bộ đều xây dựng được mô hình dân vận khéo; giữ vững an ninh, trật tự; người dân được hưởng nước sạch, " +
  "điện sáng, đường đẹp; cán bộ gương mẫu, tận tụy; trẻ em đến trường đúng độ tuổi, học sinh giỏi tăng hằng năm, không để ai bị bỏ lại phía sau";

/** The letters of an encoding by the letters that they stand for, made by decoding every candidate. */
function encoder(decode: (text: string) => string, candidates: readonly string[]): (text: string) => string {
  const table = new Map(candidates.map((c) => [decode(c), c]));
  return (text) => [...text].map((letter) => table.get(letter) ?? letter).join("");
}

const latin = [...Array(95).keys()].map((i) => String.fromCharCode(0xa1 + i));
const tcvn3 = encoder(fromTcvn3, latin);
const vni = encoder(
  fromVni,
  [...latin, ..."aeouyôöAEOUYÔÖ".split("").flatMap((base) => latin.map((mark) => base + mark))].filter(
    (c) => [...fromVni(c)].length === 1,
  ),
);

describe("old Vietnamese encodings", () => {
  it("reads TCVN3 letters", () => {
    assert.equal(fromTcvn3("nghÞ quyÕt cña §¶ng bé"), "nghị quyết của Đảng bộ");
  });

  it("reads VNI letters, two for one", () => {
    assert.equal(fromVni("nghò quyeát cuûa Ñaûng boä"), "nghị quyết của Đảng bộ");
  });

  it("tells which encoding a text is in, and leaves Unicode alone", () => {
    assert.deepEqual(inUnicode(tcvn3(PROSE)), { text: PROSE, encoding: "TCVN3" });
    assert.deepEqual(inUnicode(vni(PROSE)), { text: PROSE, encoding: "VNI" });
    assert.deepEqual(inUnicode(PROSE), { text: PROSE, encoding: "unicode" });
  });

  it("leaves text of another language alone", () => {
    const french =
      "Les élèves de l'école ont reçu à la fête des gâteaux préparés par leurs mères et leurs pères, où même les très âgés étaient invités";
    assert.equal(inUnicode(french).encoding, "unicode");
  });

  it("never throws and never changes plain ASCII", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => typeof inUnicode(text).text === "string"));
    fc.assert(fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 200 }), (text) => inUnicode(text).text === text));
  });
});

describe("the words of one cell in an old encoding", () => {
  const words = PROSE.split(/[\s,;]+/u);
  const runs = [1, 2, 3, 6].flatMap((length) => words.map((_word, i) => words.slice(i, i + length).join(" ")));

  it("are never taken for old when they are in Unicode", () => {
    assert.deepEqual(
      runs.filter((run) => readShort(run).kind !== "unicode"),
      [],
    );
  });

  for (const [encoding, encode] of [
    ["TCVN3", tcvn3],
    ["VNI", vni],
  ] as const)
    it(`are read from ${encoding} as they were meant, or left as they are; from three words on nearly always read`, () => {
      const wrong = runs.filter((run) => {
        const reading = readShort(encode(run.normalize("NFC")));
        return reading.kind === "old" && reading.text !== run;
      });
      assert.deepEqual(wrong, []);
      const long = runs.filter((run) => run.split(" ").length >= 3);
      const read = long.filter((run) => readShort(encode(run)).kind === "old").length;
      assert.ok(read > 0.9 * long.length, `${String(read)} of ${String(long.length)}`);
    });

  it("are left as they are when both encodings make Vietnamese of them, or only one word speaks for it", () => {
    assert.deepEqual(readShort("HuÖ"), { kind: "doubtful" });
    assert.deepEqual(readShort("5 µm"), { kind: "unicode" });
    assert.deepEqual(readShort("Trụ sở HuÖ"), { kind: "unicode" });
  });
});

describe("Vietnamese syllables", () => {
  for (const word of [
    "nghị",
    "quyết",
    "đảng",
    "uỷ",
    "ủy",
    "khuya",
    "giường",
    "hoà",
    "quý",
    "gì",
    "ỷ",
    "Nguyễn",
    "xoong",
    "khuếch",
  ])
    it(`knows ${word}`, () => assert.ok(isSyllable(word)));
  for (const word of ["twang", "gido", "xbc", "ngx", "qt", "strong", "đươg", "hc"])
    it(`does not know ${word}`, () => assert.ok(!isSyllable(word)));

  it("measures how much of a text is Vietnamese", () => {
    const reading = vietnameseReading(PROSE);
    assert.ok(reading.syllables > 0.98 && reading.marked > 0.6, JSON.stringify(reading));
    assert.deepEqual(vietnameseReading(""), { syllables: 0, marked: 0, words: 0 });
  });
});
