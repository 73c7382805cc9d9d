// The templates: each is sound, says what it needs to in full sentences, and has rules that some report keeps and another breaks.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { readDefinitionText, writeDefinition } from "../src/core/definition/definition-json.js";
import type { Definition } from "../src/core/definition/definition.js";
import type { Field } from "../src/core/definition/field.js";
import type { FigureValue, Figures, ListRow } from "../src/core/figure/figures.js";
import type { Rule } from "../src/core/definition/rule.js";
import { unitScope } from "../src/core/verdict/scope.js";
import { ruleState } from "../src/core/verdict/verdicts.js";

const FOLDER = new URL("../templates/", import.meta.url);
const IDS = ["kh-266-ttxvn-2022", "kl-03-duk-2019", "kl-09-btctw-2024", "nq-20-duk-2024", "nq-lam-dong-2024"];
const SENTENCES = /^\p{Lu}[^]*[^\s.]\.$/u;

function template(id: string): Definition {
  const { definition, findings } = readDefinitionText(readFileSync(new URL(`${id}.json`, FOLDER), "utf8"));
  assert.deepEqual(findings, []);
  return definition!;
}

/** Repeatable choices: a linear congruential generator. */
function picker(seed: number): <T>(of: readonly T[]) => T {
  let state = seed;
  return (of) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return of[Math.floor((state / 2147483648) * of.length)]!;
  };
}

function someFigure(field: Field, pick: ReturnType<typeof picker>): FigureValue {
  if (field.type === "yesno") return pick([0, 1]);
  if (field.type === "date") return pick(["2024-02-15", "2024-06-20", null]);
  if (field.type === "text") return pick(["05-KH/ĐU", null]);
  if (field.type === "choice") return pick(field.choices);
  return (field.min ?? 0) + pick([0, 1, 2, 3]);
}

function someFigures(d: Definition, pick: ReturnType<typeof picker>): Figures {
  const values = new Map(d.fields.map((field) => [field.id, someFigure(field, pick)]));
  const lists = new Map<string, readonly ListRow[]>();
  for (const list of d.lists) {
    const row = (): ListRow =>
      new Map(list.columns.map((column) => [column.id, someFigure({ ...column, required: true }, pick)]));
    lists.set(list.id, Array.from({ length: pick([0, 1, 2, 6]) }, row));
  }
  return { values, lists };
}

/** States of a rule over many made-up reports with a report of the period before. */
function states(d: Definition, rule: Rule): Set<string> {
  const pick = picker(20240115);
  const found = new Set<string>();
  for (let i = 0; i < 3000 && !(found.has("true") && found.has("false")); i++) {
    found.add(ruleState(rule, unitScope(d, someFigures(d, pick), someFigures(d, pick))));
  }
  return found;
}

/** The report of a unit that has done nothing yet: every count as low as it may be, no to every question. */
function nothingDone(d: Definition): Figures {
  const low = (field: Field): FigureValue => (field.type === "count" ? (field.min ?? 0) : field.type === "yesno" ? 0 : null);
  return {
    values: new Map(d.fields.map((field) => [field.id, low(field)])),
    lists: new Map(d.lists.map((list) => [list.id, []])),
  };
}

describe("the templates", () => {
  it("are the five documents that the product starts from", () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
    assert.deepEqual(
      files.sort(),
      IDS.map((id) => `${id}.json`),
    );
  });

  for (const id of IDS) {
    describe(id, () => {
      it("reads without findings, under its own id, without period and units", () => {
        const d = template(id);
        assert.deepEqual([d.id, d.period, d.units], [id, null, []]);
        const again = readDefinitionText(JSON.stringify(writeDefinition(d)));
        assert.deepEqual(again.definition, d);
      });

      it("has labels that nobody can confuse", () => {
        const d = template(id);
        for (const items of [d.fields, d.targets, d.lists]) {
          const labels = items.map((item) => item.label.toLocaleLowerCase("vi"));
          assert.equal(new Set(labels).size, labels.length);
        }
      });

      it("speaks in full sentences", () => {
        const d = template(id);
        const texts = [...d.rules.map((r) => r.message), ...d.fields.map((f) => f.guidance), ...d.lists.map((l) => l.guidance)];
        for (const text of texts) assert.match(text, SENTENCES);
      });

      it("gives every input a section, and every number a measure", () => {
        const d = template(id);
        for (const field of d.fields) {
          assert.notEqual(field.section, "", field.id);
          if (field.type !== "text" && field.type !== "date") assert.notEqual(field.measure, "", field.id);
        }
      });

      it("says of every target where it stands in the document", () => {
        for (const target of template(id).targets) assert.notEqual(target.clause, "", target.id);
      });

      it("uses every sentence once, so that a clerk knows which rule is broken", () => {
        const messages = template(id).rules.map((rule) => rule.message);
        assert.equal(new Set(messages).size, messages.length);
      });

      it("has rules that one report keeps and another breaks", () => {
        const d = template(id);
        for (const rule of d.rules) {
          const found = states(d, rule);
          assert.ok(found.has("true"), `${rule.id} is never kept`);
          assert.ok(found.has("false"), `${rule.id} is never broken`);
        }
      });

      it("has no rule against a unit that has done nothing yet, and none against an empty report", () => {
        const d = template(id);
        const empty: Figures = { values: new Map(d.fields.map((field) => [field.id, null])), lists: new Map() };
        for (const rule of d.rules) {
          assert.notEqual(ruleState(rule, unitScope(d, nothingDone(d), null)), "false", rule.id);
          assert.notEqual(ruleState(rule, unitScope(d, empty, null)), "false", rule.id);
        }
      });
    });
  }
});
