// A whole round in memory: control workbook, and the form of every unit filled in with made-up figures that break no rule.
import { readFileSync } from "node:fs";
import path from "node:path";
import { nodeHost } from "../../src/cli/host.js";
import { readDefinitionText } from "../../src/core/definition/definition-json.js";
import { madeUpFigures } from "../../src/core/made-up/figures.js";
import { madeUpUnits } from "../../src/core/made-up/units.js";
import type { Submission } from "../../src/core/submission/submission.js";
import type { Unit } from "../../src/core/definition/unit.js";
import { beginRound, controlWorkbook, fillForm, makeForms, openRound, type Round } from "../../src/workflow.js";

export const TEMPLATES = path.join(import.meta.dirname, "../../templates");

export interface FilledForm {
  readonly unit: Unit;
  readonly name: string;
  readonly blank: Uint8Array;
  readonly bytes: Uint8Array;
  readonly filled: Omit<Submission, "period">;
}

export interface FilledRound {
  readonly round: Round;
  readonly control: Uint8Array;
  readonly forms: readonly FilledForm[];
}

/** A round of a built-in template with so many made-up units; the same seed gives the same bytes. */
export async function filledRound(template: string, count: number, seed = 2024): Promise<FilledRound> {
  const round = roundOf(template, count, seed);
  const forms: FilledForm[] = [];
  for await (const form of filledForms(round, seed)) forms.push(form);
  return { round, control: await controlWorkbook(round.definition), forms };
}

/** An opened round of a built-in template, by default of the year 2024. */
export function roundOf(template: string, count: number, seed = 2024, period = "2024"): Round {
  const { definition } = readDefinitionText(readFileSync(path.join(TEMPLATES, `${template}.json`), "utf8"));
  if (definition === null) throw new Error(`template ${template} is at fault`);
  const units = madeUpUnits(definition, count, seed);
  const begun = beginRound({ template: definition, units, period, settings: [] });
  if (begun.definition === null) throw new Error(begun.findings.map((one) => one.message).join("\n"));
  return openRound(begun.definition);
}

/** The filled form of each unit, one after the other. */
export async function* filledForms(round: Round, seed = 2024): AsyncGenerator<FilledForm> {
  let index = 0;
  for await (const form of makeForms(round, nodeHost)) {
    const figures = madeUpFigures(round.definition, form.unit, seed + index);
    const filled = { unit: form.unit.code, submissionNumber: 1, figures, explanations: new Map<string, string>() };
    const bytes = fillForm(form.bytes, round, filled, nodeHost);
    yield { unit: form.unit, name: form.fileName, blank: form.bytes, bytes, filled };
    index++;
  }
}
