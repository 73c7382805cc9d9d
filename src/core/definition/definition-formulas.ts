// What must hold in the formulas of a definition: they parse, name what exists, fit their measure, and can be decided by somebody.
import type { Definition } from "./definition.js";
import type { Field } from "./field.js";
import { columnName } from "./field.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import type { Formula } from "../formula/index.js";
import { division, formulaNames, parseFormula, problemText, requiredNames } from "../formula/index.js";
import { reject } from "./json-reader.js";
import { PREVIOUS_SUFFIX, UNIT_COUNT } from "../verdict/scope.js";
import type { Target } from "./target.js";
import { foldText, nearest } from "../text.js";

/** The names that formulas may use. */
interface Names {
  readonly fields: ReadonlyMap<string, Field>;
  readonly columns: ReadonlySet<string>;
  readonly all: readonly string[];
}

/** Checks the formulas of all targets and rules. */
export function checkFormulas(d: Definition, findings: Finding[]): void {
  const names = namesOf(d);
  d.targets.forEach((target, i) => {
    const path = `targets[${String(i)}].formula`;
    const formula = readFormula(target.formula, path, names, findings);
    if (formula !== null) checkTargetFormula(target, formula, path, names, findings);
  });
  d.rules.forEach((rule, i) => {
    const path = `rules[${String(i)}].formula`;
    const formula = readFormula(rule.formula, path, names, findings);
    if (formula === null) return;
    if (commonKinds(rule.appliesTo, fieldsIn(formula, names))?.length === 0)
      reject(findings, "definition/no-unit-decides", path, { id: rule.id });
  });
}

function namesOf(d: Definition): Names {
  const fields = new Map(d.fields.map((field) => [field.id, field]));
  const columns = new Set(d.lists.flatMap((list) => list.columns.map((column) => columnName(list, column))));
  return { fields, columns, all: [...fields.keys(), ...columns, UNIT_COUNT] };
}

function readFormula(text: string, path: string, names: Names, findings: Finding[]): Formula | null {
  const reading = parseFormula(text);
  if (reading.formula === null) {
    const words = { problem: problemText(reading.problem, "vi"), problemEn: problemText(reading.problem, "en") };
    reject(findings, "definition/bad-formula", path, { found: text, at: reading.at + 1, ...words });
    return null;
  }
  const used = [...formulaNames(reading.formula)];
  const unknown = used.filter((name) => !isKnown(name, names));
  for (const name of unknown)
    reject(findings, "definition/unknown-name", path, { found: name, suggestion: nearest(name, names.all) });
  for (const name of requiredNames(reading.formula)) {
    if (names.columns.has(name)) reject(findings, "definition/list-as-figure", path, { found: name });
  }
  return unknown.length === 0 ? reading.formula : null;
}

function isKnown(name: string, names: Names): boolean {
  if (name === UNIT_COUNT || names.columns.has(name) || names.fields.has(name)) return true;
  return name.endsWith(PREVIOUS_SUFFIX) && names.fields.has(name.slice(0, -PREVIOUS_SUFFIX.length));
}

function fieldsIn(formula: Formula, names: Names): Field[] {
  const fields = [...formulaNames(formula)].map(
    (name) => names.fields.get(name) ?? names.fields.get(name.slice(0, -PREVIOUS_SUFFIX.length)),
  );
  return fields.filter((field) => field !== undefined);
}

function checkTargetFormula(target: Target, formula: Formula, path: string, names: Names, findings: Finding[]): void {
  if (target.measure === "%" && division(formula) === null)
    reject(findings, "definition/percent-needs-division", path, { id: target.id });
  const fields = fieldsIn(formula, names);
  if (target.scope !== "each") {
    for (const { id } of fields.filter((field) => field.aggregate === "none")) {
      findings.push(
        finding("definition/not-added-up", "warning", { cell: path, found: id, data: { path, id: target.id, field: id } }),
      );
    }
  }
  const silent =
    target.scope === "total" ? fields.find((field) => commonKinds(target.appliesTo, [field])?.length === 0) : undefined;
  if (silent !== undefined) reject(findings, "definition/no-unit-decides", path, { id: target.id });
  if (target.scope !== "total" && commonKinds(target.appliesTo, fields)?.length === 0)
    reject(findings, "definition/no-unit-decides", path, { id: target.id });
}

/** Kinds of unit addressed by `appliesTo` and by every field; null when all kinds are. */
function commonKinds(appliesTo: readonly string[], fields: readonly Field[]): string[] | null {
  const limits = [appliesTo, ...fields.map((field) => field.appliesTo)].filter((kinds) => kinds.length > 0);
  const [first, ...others] = limits.map((kinds) => kinds.map(foldText));
  return first === undefined ? null : first.filter((kind) => others.every((kinds) => kinds.includes(kind)));
}
