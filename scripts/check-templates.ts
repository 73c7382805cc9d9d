// Compares the templates with hand-labelled documents: every required target must stand in its template, and no label may copy the text.
// Usage: tsx scripts/check-templates.ts [folder with NNN_*.txt and NNN_*.json, by default ../shared/seeds]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDefinitionText } from "../src/core/definition/definition-json.js";
import type { Definition } from "../src/core/definition/definition.js";

const TEMPLATE_OF: ReadonlyMap<string, string> = new Map([
  ["000", "nq-20-duk-2024"],
  ["001", "nq-lam-dong-2024"],
  ["002", "kl-03-duk-2019"],
  ["003", "kh-266-ttxvn-2022"],
  ["004", "kl-09-btctw-2024"],
]);

/** So many words in a row that stand in the document too are a copy. */
const COPIED_WORDS = 12;

/** A target as a person labelled it. */
interface Label {
  readonly id: string;
  readonly comparator: string;
  readonly value: number | string | readonly number[];
  readonly optional: boolean;
}

function main(folder: string): number {
  if (!existsSync(folder)) {
    console.log(`no labelled documents in ${folder}: nothing compared`);
    return 0;
  }
  const problems: string[] = [];
  let compared = 0;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const id = TEMPLATE_OF.get(file.slice(0, 3));
    const definition = id === undefined ? null : template(id, problems);
    if (definition === null) continue;
    const { targets } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { targets: readonly Label[] };
    const required = targets.filter((label) => !label.optional && typeof label.value !== "string");
    compared += required.length;
    problems.push(
      ...missing(definition, required),
      ...copied(definition, readFileSync(join(folder, file.replace(".json", ".txt")), "utf8")),
    );
  }
  for (const problem of problems) console.log(problem);
  console.log(`${String(compared)} labelled targets compared, ${String(problems.length)} problems`);
  return problems.length === 0 ? 0 : 1;
}

function template(id: string, problems: string[]): Definition | null {
  const { definition, findings } = readDefinitionText(readFileSync(new URL(`../templates/${id}.json`, import.meta.url), "utf8"));
  problems.push(...findings.map((f) => `${id}: ${f.message}`));
  return definition;
}

/** Labels without a target of the same comparator and value; each target answers for one label. */
function missing(definition: Definition, labels: readonly Label[]): string[] {
  const left = definition.targets.map((t) => keyOf(t.comparator, t.upper === null ? [t.value] : [t.value, t.upper]));
  const lost: string[] = [];
  for (const { id, comparator, value } of labels) {
    const at = left.indexOf(keyOf(comparator, typeof value === "number" ? [value] : value));
    if (at >= 0) left.splice(at, 1);
    else lost.push(`${definition.id}: no target for ${id}, ${comparator} ${String(value)}`);
  }
  return lost;
}

/** A bare number in a document ("100% đảng viên") asks for at least that. */
function keyOf(comparator: string, values: unknown): string {
  const same = comparator === "approx" ? "about" : comparator === "=" ? ">=" : comparator;
  return JSON.stringify([same, values]);
}

/** Texts of the definition that copy a run of words from the document. */
function copied(definition: Definition, document: string): string[] {
  const runs = new Set(runsOf(document));
  const texts = textsIn({ ...definition, id: "" });
  return texts
    .filter((text) => runsOf(text).some((run) => runs.has(run)))
    .map((text) => `${definition.id}: copied from the document: ${text}`);
}

function runsOf(text: string): string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(COPIED_WORDS - 1).map((_, i) => words.slice(i, i + COPIED_WORDS).join(" "));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

process.exitCode = main(process.argv[2] ?? "../shared/seeds");
