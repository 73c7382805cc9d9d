import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { cleanText } from "../../src/core/control/control-entry.js";
import { readControl } from "../../src/core/control/control-workbook.js";
import { readDefinition } from "../../src/core/definition/definition-json.js";
import type { RoundDefinition } from "../../src/core/definition/definition.js";
import { periodOf } from "../../src/core/definition/period.js";
import { foldText, tidy } from "../../src/core/text.js";
import { controlBook } from "../../src/sheets/control.js";
import { webCodec } from "../../src/xlsx/codec.js";
import { printBook } from "../../src/xlsx/print.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { bookToCells } from "../helpers/book-cells.js";
import { libreOfficePath, recalculate } from "../helpers/libreoffice.js";
import { sampleDefinition, sampleField, sampleTarget, sampleUnit } from "../helpers/sample-definition.js";

const TEMPLATES = new URL("../../templates/", import.meta.url);
const NASTY = [
  "001",
  "=x",
  "=1+1",
  "+1",
  "-5",
  "@a",
  "'a",
  "1E05",
  "TRUE",
  "#N/A",
  "2024-01-01",
  "01/02/2024",
  "Có",
  "x; y|z",
  'a "b" c',
  "hai\ndòng",
  "_x0041_",
  "95%",
];

async function throughBytes(definition: RoundDefinition): Promise<RoundDefinition | null> {
  const { workbook } = readWorkbook(await printBook(controlBook(definition)), webCodec);
  return workbook === null ? null : readControl(workbook).definition;
}

function throughCells(definition: RoundDefinition): RoundDefinition | null {
  return readControl(bookToCells(controlBook(definition))).definition;
}

const text = fc
  .oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom(...NASTY))
  .map(cleanText)
  .filter((value) => tidy(value) !== "");
const texts = fc.array(text, { maxLength: 3 });
const code = text.map(tidy).filter((value) => value !== "");
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((value) => value + 0);
const day = fc.integer({ min: 0, max: 60000 }).map((days) => new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10));

/** The sample round with every free text, number, day and word of its own choosing. */
const definitions: fc.Arbitrary<RoundDefinition> = fc
  .record({
    words: fc.record({
      abstract: text,
      issuer: text,
      superior: text,
      place: text,
      title: text,
      label: text,
      clause: text,
      section: text,
      guidance: text,
      message: text,
    }),
    codes: fc.record({ id: code, number: code, symbol: code, formSymbol: code, measure: text }),
    date: fc.option(day),
    due: fc.option(fc.oneof(day, fc.integer({ min: 1950, max: 2100 }).map(String))),
    period: fc.constantFrom("2024", "2025-Q3", "2023-H1", "2024-9M"),
    hand: fc.option(day),
    value: number,
    choices: fc.uniqueArray(text, { minLength: 2, maxLength: 4, selector: foldText }),
    kinds: texts,
    units: fc.uniqueArray(fc.record({ code, name: text, aliases: texts, email: fc.option(text), kind: text }), {
      minLength: 1,
      maxLength: 5,
      selector: (unit) => foldText(unit.code),
    }),
  })
  .map(({ words, codes, date, due, period, hand, value, choices, kinds, units }) => {
    const base = sampleDefinition();
    return sampleDefinition({
      id: codes.id,
      resolution: {
        ...base.resolution,
        ...{
          abstract: words.abstract,
          issuer: words.issuer,
          superior: words.superior,
          place: words.place,
          number: codes.number,
          symbol: codes.symbol,
          date,
        },
      },
      form: { ...base.form, title: words.title, symbol: codes.formSymbol },
      period: { ...periodOf(period)!, due: hand },
      units: units.map((unit) => ({ ...unit, parent: units[0]!.code === unit.code ? null : units[0]!.code })),
      fields: [
        ...base.fields,
        sampleField("chon_mot", words.label, {
          type: "choice",
          choices,
          aggregate: "none",
          min: null,
          guidance: words.guidance,
          section: words.section,
          appliesTo: kinds,
        }),
      ],
      targets: [
        ...base.targets,
        sampleTarget("them_mot", words.label, "tong_dang_vien", {
          value,
          due,
          clause: words.clause,
          measure: codes.measure === "%" ? "" : codes.measure,
        }),
      ],
      rules: base.rules.map((rule) => ({ ...rule, message: words.message })),
    });
  })
  .filter((definition) => readDefinition(definition).definition !== null);

describe("control", () => {
  it("loses nothing of the sample round", () => assert.deepEqual(throughCells(sampleDefinition()), sampleDefinition()));

  it("loses nothing of any round", () => {
    fc.assert(
      fc.property(definitions, (definition) => assert.deepEqual(throughCells(definition), definition)),
      { numRuns: 60 },
    );
  });

  it("loses nothing through the bytes of a file, whatever its texts look like", async () => {
    for (const nasty of NASTY) {
      const base = sampleDefinition();
      const definition = sampleDefinition({
        resolution: { ...base.resolution, abstract: nasty, number: tidy(nasty), issuer: nasty },
        units: [
          sampleUnit(1, { code: "001", name: nasty, aliases: [nasty, "a"], kind: nasty }),
          sampleUnit(2, { code: "010", parent: "001" }),
        ],
        fields: base.fields.map((field) => ({ ...field, guidance: nasty, section: nasty })),
      });
      assert.deepEqual(await throughBytes(definition), definition, nasty);
    }
  });

  it("loses nothing when LibreOffice saves it again", async function () {
    if (libreOfficePath() === null) this.skip();
    this.timeout(120_000);
    const units = NASTY.map((name, i) => sampleUnit(i, { code: tidy(name), name, aliases: [name], kind: "đảng bộ cơ sở" }));
    const definition = sampleDefinition({ units });
    const { workbook } = readWorkbook(await recalculate(await printBook(controlBook(definition))), webCodec);
    assert.deepEqual(workbook === null ? null : readControl(workbook).definition, definition);
  });

  it("loses nothing of the templates", async () => {
    for (const file of readdirSync(TEMPLATES).filter((name) => name.endsWith(".json"))) {
      const { definition } = readDefinition(JSON.parse(readFileSync(new URL(file, TEMPLATES), "utf8")));
      const round = { ...definition!, period: periodOf("2024-Q1", "2024-04-05")!, units: sampleDefinition().units };
      assert.deepEqual(await throughBytes(round), round, file);
    }
  });

  it("keeps a period whose label and days are not the usual ones", () => {
    const definition = sampleDefinition({
      period: { id: "2024-Q1", label: "quý một", start: "2023-12-15", end: "2024-03-14", due: "2024-03-20" },
    });
    assert.deepEqual(throughCells(definition), definition);
  });

  it("speaks to staff in words and has the sheets of the design in their order", () => {
    const book = controlBook(sampleDefinition());
    assert.deepEqual(
      book.pages.map(({ name }) => name),
      ["Thông tin", "Chỉ tiêu", "Số liệu", "Danh sách", "Quy tắc", "Đơn vị"],
    );
    const line = book.pages[1]!.rows[3]!.cells;
    assert.deepEqual(
      [...line.values()].map(({ value }) => value),
      [
        ...[
          "hoc_nghi_quyet",
          "II.1",
          "Đảng viên được học nghị quyết",
          "da_hoc_tap/tong_dang_vien",
          "%",
          "từ … trở lên (≥)",
          95,
          null,
        ],
        ...["cả hai", null, null, null],
      ],
    );
    assert.deepEqual(
      controlBook(sampleDefinition({ lists: [], targets: [] }))
        .pages.map(({ name }) => name)
        .includes("Danh sách"),
      false,
    );
  });

  it("helps while typing: frozen headings, filter, drop-downs, a prompt on every column, text columns as text", () => {
    for (const page of controlBook(sampleDefinition()).pages) {
      assert.deepEqual(page.freeze, { rows: 3, columns: 1 }, page.name);
      assert.equal(page.protected, false);
      if (page.name === "Thông tin") continue;
      assert.equal(page.filter?.top, 3);
      assert.equal(page.validations.length, page.columns.length);
      for (const { prompt } of page.validations) assert.ok(prompt !== undefined && prompt.length > 5 && prompt.length <= 255);
    }
    const units = controlBook(sampleDefinition()).pages[5]!;
    const [code, , kind] = units.validations;
    assert.deepEqual(kind!.words, ["đảng bộ cơ sở", "chi bộ cơ sở"]);
    assert.equal(code!.area.bottom, 3 + 3 + 100);
    assert.equal(units.rows.at(-1)!.cells.get(1)!.format, "@");
  });
});
