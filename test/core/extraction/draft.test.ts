// From targets to a draft definition: shared populations, rules, bare numbers, open questions.
import assert from "node:assert/strict";
import fc from "fast-check";
import { readDefinition, writeDefinition } from "../../../src/core/definition/definition-json.js";
import { idOf } from "../../../src/core/extraction/draft-names.js";
import { draftDefinition, extractTargets } from "../../../src/core/extraction/index.js";

const draft = (...lines: string[]) =>
  draftDefinition(
    extractTargets(
      `Số 14-NQ/ĐU\n\nNGHỊ QUYẾT\nvề công tác năm 2031\n\nII. CHỈ TIÊU\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`,
    ),
  );

describe("a draft definition", () => {
  it("makes one field of a population that several targets share", () => {
    const { definition } = draft("100% chi bộ tổ chức sinh hoạt chuyên đề.", "Trên 85% chi bộ hoàn thành tốt nhiệm vụ.");
    assert.deepEqual(
      definition.targets.map((t) => t.formula.split("/")[1]),
      ["tong_chi_bo", "tong_chi_bo"],
    );
    assert.equal(definition.fields.filter((f) => f.id === "tong_chi_bo").length, 1);
  });

  it("reads a bare number as at least, and leaves bounds and ranges as they are", () => {
    const { definition } = draft(
      "Kết nạp 30 đảng viên.",
      "Không quá 3% hộ nghèo.",
      "Kiểm tra 20 - 25% đảng viên.",
      "Phấn đấu xếp thứ 4/21.",
    );
    assert.deepEqual(
      definition.targets.map((t) => t.comparator),
      [">=", "<=", "between", "<="],
    );
  });

  it("adds part ≤ whole, child ≤ parent, and parts = total of ratings", () => {
    const { definition } = draft(
      "95% thôn có nhà văn hóa.",
      "Kết nạp 30 đảng viên, trong đó có 12 đoàn viên.",
      "Học lực: Giỏi: 20% Khá: 50% TB: 30%",
    );
    const formulas = definition.rules.map((r) => r.formula);
    assert.ok(formulas.includes("thon_nha_van_hoa<=tong_thon"), formulas.join(" "));
    assert.ok(formulas.includes("doan_vien<=dang_vien_ket_nap"), formulas.join(" "));
    assert.ok(
      formulas.some((f) => /^hoc_luc_gioi\+hoc_luc_kha\+hoc_luc_trung_binh=tong_/u.test(f)),
      formulas.join(" "),
    );
  });

  it("asks instead of inventing: the whole of a rate, the unit kind of mỗi, the base of a growth", () => {
    const { open } = draft(
      "Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.",
      "Mỗi chi bộ xây dựng ít nhất 01 mô hình.",
      "Thu ngân sách tăng 8%.",
    );
    assert.deepEqual([...new Set(open.map((o) => o.target))], ["", "t1", "t3", "t2"]);
  });

  it("reads a bare number as at least, one that is asked for exactly as it stands", () =>
    assert.deepEqual(
      draft("Bầu đúng 15 ủy viên.", "Kết nạp 30 đảng viên.", "Mở đúng tiến độ 12 lớp.").definition.targets.map(
        (t) => t.comparator,
      ),
      ["=", ">=", ">="],
    ));

  it("asks which kind of unit mỗi means, and takes the answer for the target, its figures and its rules", () => {
    const extraction = extractTargets(
      "II. CHỈ TIÊU\n\n- Mỗi chi bộ kiểm tra ít nhất 20% đảng viên.\n- Kết nạp 30 đảng viên mới.",
    );
    const [each, total] = extraction.targets;
    assert.match(
      draftDefinition(extraction).open.find((o) => o.target === "t1")?.question ?? "",
      /từng "chi bộ": ghi loại đơn vị/u,
    );
    const { definition, open } = draftDefinition(extraction, [{ ...each!, appliesTo: ["chi bộ thôn"] }, total!]);
    assert.deepEqual(
      open.filter((o) => o.target === "t1"),
      [],
    );
    assert.deepEqual(
      definition.targets.map((t) => t.appliesTo),
      [["chi bộ thôn"], []],
    );
    assert.deepEqual(
      definition.fields.map((f) => [f.id, ...f.appliesTo]),
      [["dang_vien_kiem_tra", "chi bộ thôn"], ["tong_dang_vien", "chi bộ thôn"], ["dang_vien_moi_ket_nap"]],
    );
    assert.deepEqual(
      definition.rules.map((r) => r.appliesTo),
      [["chi bộ thôn"]],
    );
    const everyone = draftDefinition(extraction, [{ ...each!, appliesTo: [] }]);
    assert.deepEqual(
      everyone.open.filter((o) => o.target === "t1"),
      [],
    );
  });

  it("is a definition that reads back, whatever the sentences", () => {
    const sentences = [
      "95% thôn có nhà văn hóa.",
      "Kết nạp 30 đảng viên.",
      "Tỷ lệ hộ nghèo dưới 3%.",
      "Mỗi chi bộ có 02 mô hình.",
      "Thu 45,5 tỷ đồng.",
      "Học lực: Giỏi: 20% Khá: 80%",
      "Xếp thứ 3/20.",
      "Đạt 95%.",
    ];
    fc.assert(
      fc.property(fc.subarray(sentences, { minLength: 1 }), (lines) => {
        const { definition } = draft(...lines);
        const read = readDefinition(JSON.parse(JSON.stringify(writeDefinition(definition))));
        assert.deepEqual(read.definition, definition);
        assert.deepEqual(
          read.findings.filter((f) => f.severity === "error"),
          [],
        );
      }),
    );
  });

  it("drafts only what a person confirmed", () => {
    const extraction = extractTargets("II. CHỈ TIÊU\n\n- Kết nạp 30 đảng viên.\n- 95% thôn có nhà văn hóa.");
    const [first] = extraction.targets;
    assert.deepEqual(
      draftDefinition(extraction, [{ ...first!, value: 35 }]).definition.targets.map((t) => t.value),
      [35],
    );
  });
});

describe("ids of a draft", () => {
  it("are snake_case without marks, with an underscore, at most forty letters", () => {
    assert.equal(idOf("tong", "chi bộ trực thuộc"), "tong_chi_bo_truc_thuoc");
    assert.equal(idOf("", "Gương"), "so_guong");
    assert.equal(idOf("tong", "tổng số cơ quan có cán bộ ở cơ sở"), "tong_co_quan_can_bo_o_co_so");
    fc.assert(
      fc.property(
        fc.string(),
        (words) => /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/u.test(idOf("", words)) && idOf("", words).length <= 44,
      ),
    );
  });
});
