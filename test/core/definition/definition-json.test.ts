// Reading and writing definitions as JSON: defaults, every problem with its path, no loss.
import assert from "node:assert/strict";
import {
  describeJson,
  readDefinition,
  readDefinitionText,
  writeDefinition,
} from "../../../src/core/definition/definition-json.js";
import type { Definition } from "../../../src/core/definition/definition.js";
import type { Finding } from "../../../src/core/finding.js";
import { MESSAGES, findingMessage } from "../../../src/core/messages/index.js";

type Json = Record<string, unknown>;

/** The smallest sound definition; `change` replaces parts of it. */
function sample(change: Json = {}): Json {
  return {
    id: "mau_thu",
    resolution: { kind: "nghị quyết", number: "01", abstract: "thử" },
    form: { symbol: "BC-01", title: "Báo cáo thử" },
    fields: [
      { id: "tong_dang_vien", label: "Tổng số đảng viên" },
      { id: "da_hoc_tap", label: "Số đảng viên đã học tập" },
      { id: "so_van_ban", label: "Số văn bản", type: "text" },
      { id: "so_chi_bo", label: "Số chi bộ", appliesTo: ["đảng bộ"] },
    ],
    lists: [{ id: "mo_hinh", label: "Mô hình", columns: [{ id: "ten", label: "Tên", type: "text" }] }],
    targets: [{ id: "hoc_tap", label: "Học tập", formula: "da_hoc_tap/tong_dang_vien", measure: "%", value: 100 }],
    rules: [{ id: "hoc_tap_it_hon", formula: "da_hoc_tap<=tong_dang_vien", message: "Số học tập lớn hơn tổng số. Sửa lại." }],
    ...change,
  };
}

function target(change: Json): Json {
  return sample({ targets: [{ id: "hoc_tap", label: "Học tập", formula: "da_hoc_tap", value: 1, ...change }] });
}

function field(change: Json): Json {
  return sample({
    fields: [
      { id: "tong_dang_vien", label: "Tổng" },
      { id: "da_hoc_tap", label: "Học" },
      { id: "muc_moi", label: "Mục", ...change },
    ],
  });
}

function read(json: unknown): Definition {
  const { definition, findings } = readDefinition(json);
  assert.deepEqual(findings, []);
  assert.notEqual(definition, null);
  return definition!;
}

/** `code at path` of everything found. */
function problems(json: unknown): string[] {
  return readDefinition(json).findings.map((f) => `${f.code} ${f.cell ?? ""}`);
}

/** The only finding of a faulty definition. */
function only(json: unknown): Finding {
  const { definition, findings } = readDefinition(json);
  assert.equal(findings.length, 1, findings.map((f) => f.message).join("\n"));
  assert.equal(definition === null, findings[0]!.severity === "error");
  return findings[0]!;
}

describe("a definition read from JSON", () => {
  it("gets its defaults for what is left out", () => {
    const d = read(sample());
    assert.deepEqual(d.fields[0], {
      id: "tong_dang_vien",
      label: "Tổng số đảng viên",
      measure: "",
      type: "count",
      required: true,
      min: 0,
      max: null,
      choices: [],
      aggregate: "sum",
      section: "",
      guidance: "",
      appliesTo: [],
    });
    assert.equal(d.fields[2]!.aggregate, "none");
    assert.equal(d.fields[2]!.min, null);
    assert.equal(d.lists[0]!.maxRows, 30);
    assert.deepEqual(
      [d.targets[0]!.comparator, d.targets[0]!.scope, d.targets[0]!.upper, d.targets[0]!.parent, d.targets[0]!.due],
      [">=", "total", null, null, null],
    );
    assert.equal(d.rules[0]!.severity, "error");
    assert.deepEqual([d.period, d.units], [null, []]);
  });

  it("keeps the difference between no lower bound and the default one", () => {
    assert.equal(read(field({ min: null })).fields[2]!.min, null);
    assert.equal(read(field({})).fields[2]!.min, 0);
  });

  it("reads a period from its id alone or from all its parts", () => {
    assert.equal(read(sample({ period: "2024-Q1" })).period?.label, "quý I năm 2024");
    const period = { id: "2024", label: "năm 2024", start: "2024-01-01", end: "2024-12-31", due: "2024-12-20" };
    assert.deepEqual(read(sample({ period })).period, period);
  });

  it("is the same after writing and reading again, whatever it holds", () => {
    const d = read(
      sample({
        period: "2024-H1",
        units: [{ code: "A1", name: "Chi bộ 1", aliases: ["CB1"], kind: "Đảng bộ", parent: "A", email: "a@b.vn" }],
        fields: [
          { id: "tong_dang_vien", label: "Tổng", min: 1, max: 9, required: false },
          { id: "da_hoc_tap", label: "Học", type: "decimal", aggregate: "none", min: 0.5 },
          { id: "xep_loai", label: "Xếp loại", type: "choice", choices: ["Tốt", "Kém"] },
        ],
        targets: [
          {
            id: "hoc_tap",
            label: "Học",
            formula: "da_hoc_tap",
            comparator: "between",
            value: 1,
            upper: 2,
            scope: "each",
            due: "2025",
          },
          {
            id: "hoc_tap_tot",
            label: "Tốt",
            formula: "tong_dang_vien",
            value: 1,
            parent: "hoc_tap",
            due: "2024-06-30",
            clause: "II.2",
          },
        ],
      }),
    );
    assert.deepEqual(read(JSON.parse(JSON.stringify(writeDefinition(d)))), d);
  });

  it("puts Vietnamese text into composed Unicode", () => {
    const d = read(sample({ form: { symbol: "BC", title: "Báo cáo thử".normalize("NFD") } }));
    assert.equal(d.form.title, "Báo cáo thử".normalize("NFC"));
  });

  it("collects every problem at once", () => {
    const json = sample({ form: null, fields: [{ id: "tong_dang_vien" }, 7], targets: "không" });
    assert.deepEqual(problems(json), [
      "definition/wrong-type form",
      "definition/missing fields[0].label",
      "definition/wrong-type fields[1]",
      "definition/wrong-type targets",
    ]);
  });

  it("never throws, whatever stands in its place", () => {
    const strange: unknown[] = [
      null,
      undefined,
      1,
      "x",
      [],
      [[]],
      { fields: {} },
      { fields: [null] },
      { resolution: [], form: 3 },
    ];
    for (const part of ["id", "resolution", "form", "period", "units", "fields", "lists", "targets", "rules"]) {
      for (const value of [0, "", "x", true, {}, [null], [[]], [{}], [{ id: 1, formula: [] }]])
        strange.push(sample({ [part]: value }));
    }
    for (const json of strange) assert.doesNotThrow(() => readDefinition(json));
  });
});

describe("a faulty definition", () => {
  const cases: readonly (readonly [string, Json, string, string])[] = [
    ["a property of the wrong type", target({ value: "100" }), "definition/wrong-type", "targets[0].value"],
    ["a number that is none", target({ value: Number.NaN }), "definition/wrong-type", "targets[0].value"],
    ["a missing label", target({ label: "  " }), "definition/missing", "targets[0].label"],
    ["a missing value", target({ value: null }), "definition/missing", "targets[0].value"],
    ["an unknown comparator", target({ comparator: "=>" }), "definition/unknown-word", "targets[0].comparator"],
    ["a day that does not exist", target({ due: "2024-02-30" }), "definition/bad-date", "targets[0].due"],
    ["an unknown period", sample({ period: "2024-Q5" }), "definition/bad-period", "period"],
    ["an id without underscore", field({ id: "dangvien" }), "definition/bad-id", "fields[2].id"],
    ["an id with marks", field({ id: "đảng_viên" }), "definition/bad-id", "fields[2].id"],
    ["an id like a cell address", field({ id: "ab12" }), "definition/bad-id", "fields[2].id"],
    ["the built-in name as id", field({ id: "so_don_vi" }), "definition/reserved-id", "fields[2].id"],
    ["an id with the ending of last period", field({ id: "tong_ky_truoc" }), "definition/reserved-id", "fields[2].id"],
    ["two fields of one id", field({ id: "da_hoc_tap" }), "definition/duplicate-id", "fields[2].id"],
    ["a target with the id of a field", target({ id: "da_hoc_tap" }), "definition/duplicate-id", "targets[0].id"],
    ["a field named like a column", field({ id: "mo_hinh_ten" }), "definition/duplicate-id", "lists[0].columns[0].id"],
    ["bounds the wrong way round", field({ min: 5, max: 4 }), "definition/bad-bounds", "fields[2].max"],
    ["between without upper bound", target({ comparator: "between" }), "definition/missing", "targets[0].upper"],
    ["between with equal bounds", target({ comparator: "between", upper: 1 }), "definition/bad-bounds", "targets[0].upper"],
    ["an upper bound without between", target({ upper: 2 }), "definition/bad-bounds", "targets[0].upper"],
    ["a choice of one", field({ type: "choice", choices: ["Tốt"] }), "definition/bad-choices", "fields[2].choices"],
    [
      "choices that are equal but for case",
      field({ type: "choice", choices: ["Tốt", "tốt"] }),
      "definition/bad-choices",
      "fields[2].choices",
    ],
    ["choices of a count", field({ choices: ["1", "2"] }), "definition/bad-choices", "fields[2].choices"],
    ["words that are added up", field({ type: "text", aggregate: "sum" }), "definition/not-summable", "fields[2].aggregate"],
    ["an unknown parent", target({ parent: "hoc_tapp" }), "definition/unknown-parent", "targets[0].parent"],
    ["a target that is its own parent", target({ parent: "hoc_tap" }), "definition/parent-cycle", "targets[0].parent"],
    ["a broken formula", target({ formula: "da_hoc_tap/" }), "definition/bad-formula", "targets[0].formula"],
    ["a name that is no field", target({ formula: "da_hoc_tapp" }), "definition/unknown-name", "targets[0].formula"],
    ["last period's figure of no field", target({ formula: "gi_do_ky_truoc" }), "definition/unknown-name", "targets[0].formula"],
    ["a percentage without division", target({ measure: "%" }), "definition/percent-needs-division", "targets[0].formula"],
    ["a column used as a figure", target({ formula: "mo_hinh_ten+1" }), "definition/list-as-figure", "targets[0].formula"],
    [
      "a target of kinds that lack its figure",
      target({ formula: "so_chi_bo", appliesTo: ["chi bộ"] }),
      "definition/no-unit-decides",
      "targets[0].formula",
    ],
    [
      "a list without columns",
      sample({ lists: [{ id: "mo_hinh", label: "Mô hình" }] }),
      "definition/missing",
      "lists[0].columns",
    ],
    [
      "a list of no rows",
      sample({ lists: [{ id: "mo_hinh", label: "M", maxRows: 0, columns: [{ id: "ten", label: "T" }] }] }),
      "definition/bad-bounds",
      "lists[0].maxRows",
    ],
    [
      "two units of one code",
      sample({
        units: [
          { code: "A1", name: "A", kind: "đảng bộ" },
          { code: "a1", name: "B", kind: "ĐẢNG BỘ" },
        ],
      }),
      "definition/duplicate-unit",
      "units[1].code",
    ],
    [
      "a unit of a kind that nothing is for",
      sample({ units: [{ code: "A1", name: "A", kind: "đảng bô" }] }),
      "definition/unknown-kind",
      "units[0].kind",
    ],
    ["a misspelt property", field({ guidence: "x" }), "definition/unknown-property", "fields[2].guidence"],
    [
      "a total over a figure that is not added",
      target({ formula: "COUNTA(so_van_ban)" }),
      "definition/not-added-up",
      "targets[0].formula",
    ],
  ];
  for (const [what, json, code, path] of cases) {
    it(`${what}: ${code}`, () => {
      const found = only(json);
      assert.deepEqual([found.code, found.cell, found.data["path"]], [code, path, path]);
    });
  }

  it("that is not JSON says so", () => {
    const { definition, findings } = readDefinitionText("{");
    assert.equal(definition, null);
    assert.deepEqual(
      findings.map((f) => f.code),
      ["definition/not-json"],
    );
    assert.notEqual(readDefinitionText(`\ufeff${JSON.stringify(sample())}`).definition, null);
  });

  it("offers the nearest word", () => {
    assert.match(only(target({ formula: "da_hoc_tapp" })).message, /Có phải là "da_hoc_tap" không\?/u);
    assert.match(only(field({ guidence: "x" })).message, /Có phải là "guidance" không\?/u);
    assert.match(only(field({ type: "yes-no" })).message, /Có phải là "yesno" không\?/u);
  });

  it("tells a unit without a kind from one of an unknown kind", () => {
    const kindOf = (kind: string): string => only(sample({ units: [{ code: "A1", name: "Đơn vị A", kind }] })).message;
    assert.match(kindOf(""), /"Đơn vị A" chưa ghi loại đơn vị\. Dùng một trong các loại: đảng bộ\.$/u);
    assert.match(kindOf("đoàn thể"), /có loại "đoàn thể", không thuộc các loại đơn vị của bộ chỉ tiêu\./u);
    read({
      ...sample({ units: [{ code: "A1", name: "A", kind: "bất kỳ" }] }),
      fields: [
        { id: "tong_dang_vien", label: "T" },
        { id: "da_hoc_tap", label: "H" },
      ],
    });
  });

  it("finds a circle of parents of any length", () => {
    const circle = ["b_b", "c_c", "a_a"].map((parent, i) => ({
      id: ["a_a", "b_b", "c_c"][i],
      label: "x",
      formula: "da_hoc_tap",
      value: 1,
      parent,
    }));
    assert.deepEqual(
      problems(sample({ targets: circle })),
      [0, 1, 2].map((i) => `definition/parent-cycle targets[${String(i)}].parent`),
    );
  });

  it("accepts kinds that differ only in case and tone-mark position", () => {
    read(target({ formula: "so_chi_bo", appliesTo: ["Đảng Bộ"] }));
  });

  it("accepts a figure of last period and the count of units in formulas", () => {
    read(target({ formula: "da_hoc_tap-da_hoc_tap_ky_truoc+so_don_vi+COUNTA(mo_hinh_ten)" }));
  });

  it("has a sentence in both languages for every code, ending with a full stop or a question answered", () => {
    for (const [what, json] of cases) {
      const found = readDefinition(json).findings[0]!;
      for (const language of ["vi", "en"] as const) {
        assert.match(findingMessage(found, language), /^.+: .+\.$/u, what);
        assert.doesNotMatch(findingMessage(found, language), /undefined|null|\(\)/u, what);
      }
    }
  });

  it("produces every code of its area", () => {
    const produced = new Set(["definition/not-json", ...cases.map(([, , code]) => code)]);
    const known = Object.keys(MESSAGES).filter((code) => code.startsWith("definition/"));
    assert.deepEqual(
      known.filter((code) => !produced.has(code)),
      [],
    );
  });
});

describe("the description of a definition", () => {
  it("has every property, in the order of the contract, and no e-mail address", () => {
    const d = read(sample({ units: [{ code: "A1", name: "Chi bộ 1", kind: "đảng bộ", email: "a@b.vn" }] }));
    const json = describeJson(d);
    assert.deepEqual(Object.keys(json), ["id", "resolution", "form", "period", "units", "fields", "lists", "targets", "rules"]);
    assert.deepEqual(json["period"], null);
    assert.deepEqual(json["units"], [{ code: "A1", name: "Chi bộ 1", aliases: [], kind: "đảng bộ", parent: null }]);
    assert.deepEqual(json["rules"], d.rules);
    assert.deepEqual(json["targets"], d.targets);
    assert.deepEqual(json["fields"], d.fields);
  });
});
