// Check: a target that the unit misses is explained. Missing it is news, not an error; saying nothing about it asks for a word.
import type { Finding } from "../../finding.js";
import { finding } from "../../finding.js";
import { EXPLANATION_SUFFIX } from "../explanations.js";
import { numberText } from "../../figure/number-text.js";
import { gapText } from "../../verdict/verdict-text.js";
import { unitVerdicts } from "../../verdict/verdicts.js";
import type { CheckedForm } from "./checked-form.js";
import { placeOf } from "./checked-form.js";

export function checkExplanations(form: CheckedForm): readonly Finding[] {
  const { definition, unit, submission, previous } = form;
  return unitVerdicts(definition, unit, submission.figures, previous)
    .filter((verdict) => verdict.verdict === "missed" && !submission.explanations.has(verdict.target))
    .map((verdict) => {
      const target = definition.targets.find((candidate) => candidate.id === verdict.target)!;
      const gap = gapText(verdict, target, definition);
      const data = {
        label: target.label,
        gap: verdict.gap,
        gapText: gap === "" ? "" : `, ${gap}`,
        gapTextEn: verdict.gap === null ? "" : ` by ${numberText(verdict.gap, "en")}`,
      };
      const place = placeOf(form, target.id + EXPLANATION_SUFFIX);
      return finding("target/explanation-missing", "warning", {
        unit: unit.code,
        field: target.id,
        ...place,
        found: verdict.actual,
        expected: verdict.threshold,
        data,
      });
    });
}
