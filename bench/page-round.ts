// A round for measuring the page: a control workbook and one filled form a unit.
import { nodeHost } from "../src/cli/host.js";
import { readDefinitionText } from "../src/core/definition/definition-json.js";
import { madeUpFigures } from "../src/core/made-up/figures.js";
import { madeUpUnits } from "../src/core/made-up/units.js";
import { beginRound, bundleForms, controlWorkbook, fillForm, makeForms, openRound } from "../src/workflow.js";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const TEMPLATE = "templates/nq-lam-dong-2024.json";
const SEED = 7;

export interface PageRound {
  readonly control: string;
  readonly zip: string;
  /** Folder with the forms one by one. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** Writes the round into a folder. */
export async function writePageRound(folder: string, count: number): Promise<PageRound> {
  const { definition: template } = readDefinitionText(readFileSync(TEMPLATE, "utf8"));
  if (template === null) throw new Error(`${TEMPLATE} cannot be read`);
  const units = madeUpUnits(template, count, SEED);
  const { definition } = beginRound({ template, units, period: "2024", settings: [] });
  if (definition === null) throw new Error("no round");
  const round = openRound(definition);
  const filled: { fileName: string; bytes: Uint8Array }[] = [];
  for await (const { unit, fileName, bytes } of makeForms(round, nodeHost)) {
    const figures = madeUpFigures(definition, unit, SEED + filled.length);
    const submission = { unit: unit.code, submissionNumber: 1, figures, explanations: new Map<string, string>() };
    filled.push({ fileName, bytes: fillForm(bytes, round, submission, nodeHost) });
  }
  const made = {
    control: path.join(folder, "so.xlsx"),
    zip: path.join(folder, "da-nop.zip"),
    folder: path.join(folder, "da-nop"),
    files: filled.map(({ fileName }) => path.join(folder, "da-nop", fileName)),
  };
  mkdirSync(made.folder);
  writeFileSync(made.control, await controlWorkbook(definition));
  writeFileSync(made.zip, bundleForms(filled, nodeHost));
  filled.forEach(({ bytes }, index) => writeFileSync(made.files[index]!, bytes));
  return made;
}
