import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { Definition } from "../../../src/core/definition/definition.js";
import { readDefinitionText } from "../../../src/core/definition/definition-json.js";
import { madeUpFigures } from "../../../src/core/made-up/figures.js";
import { madeUpUnits } from "../../../src/core/made-up/units.js";
import { unitScope } from "../../../src/core/verdict/scope.js";
import { appliesToKind } from "../../../src/core/text.js";
import { ruleState } from "../../../src/core/verdict/verdicts.js";

const TEMPLATES = readdirSync("templates").map(
  (file) => readDefinitionText(readFileSync(`templates/${file}`, "utf8")).definition!,
);

/** Ids of the rules that made-up figures of 40 units break, by unit code. */
function brokenRules(template: Definition): string[] {
  const units = madeUpUnits(template, 40, 7);
  const definition = { ...template, units };
  return units.flatMap((unit, i) => {
    const scope = unitScope(definition, madeUpFigures(definition, unit, i), null);
    const rules = definition.rules.filter(
      (rule) => appliesToKind(rule.appliesTo, unit.kind) && ruleState(rule, scope) === "false",
    );
    return rules.map((rule) => `${unit.code} ${rule.id}`);
  });
}

describe("made-up figures", () => {
  for (const template of TEMPLATES) {
    it(`break no rule of ${template.id}`, () => assert.deepEqual(brokenRules(template), []));
  }

  it("are the same for the same seed and other for another", () => {
    const [template] = TEMPLATES;
    const [unit] = madeUpUnits(template!, 1, 7);
    const first = madeUpFigures(template!, unit!, 1);
    assert.deepEqual(madeUpFigures(template!, unit!, 1), first);
    assert.notDeepEqual(madeUpFigures(template!, unit!, 2), first);
  });
});
