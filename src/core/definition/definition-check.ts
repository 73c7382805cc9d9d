// What must hold in a definition beyond its shape: names, bounds, families of targets, kinds of unit. Formulas are in definition-formulas.
import type { Definition } from "./definition.js";
import { checkFormulas } from "./definition-formulas.js";
import { isSummable } from "./definition-parts.js";
import type { Field, List } from "./field.js";
import { columnName } from "./field.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import { reject } from "./json-reader.js";
import { PREVIOUS_SUFFIX, UNIT_COUNT } from "../verdict/scope.js";
import type { Target } from "./target.js";
import { appliesToKind, foldText, nearest } from "../text.js";
import type { Unit } from "./unit.js";

/** Excel takes it as a name, and the underscore keeps it apart from every cell address. */
const ID = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/;
const LONGEST_ID = 100;
const MOST_ROWS = 10000;

/** The built-in name and the inputs of every form. */
const RESERVED = [UNIT_COUNT, "lan_bao_cao"];
const RESERVED_ENDINGS = [PREVIOUS_SUFFIX, "_giai_trinh"];

interface Named {
  readonly id: string;
  readonly path: string;
}

/**
 * Everything that is wrong with a definition of the right shape, in the order of its parts.
 * @returns errors make it unusable, warnings do not; `cell` is the JSON path (`targets[3].formula`)
 */
export function checkDefinition(d: Definition): Finding[] {
  const findings: Finding[] = [];
  checkIds(d, findings);
  d.fields.forEach((field, i) => checkField(field, `fields[${String(i)}]`, findings));
  d.lists.forEach((list, i) => checkList(list, `lists[${String(i)}]`, findings));
  d.targets.forEach((target, i) => checkTarget(target, d.targets, `targets[${String(i)}]`, findings));
  checkUnits(d, findings);
  checkFormulas(d, findings);
  return findings;
}

function named(d: Definition): Named[] {
  const columns = d.lists.flatMap((list, i) =>
    list.columns.map((column, j) => ({ id: columnName(list, column), path: `lists[${String(i)}].columns[${String(j)}].id` })),
  );
  return [
    ...idsOf(d.fields, "fields"),
    ...idsOf(d.lists, "lists"),
    ...columns,
    ...idsOf(d.targets, "targets"),
    ...idsOf(d.rules, "rules"),
  ];
}

function idsOf(items: readonly { readonly id: string }[], part: string): Named[] {
  return items.map(({ id }, i) => ({ id, path: `${part}[${String(i)}].id` }));
}

function checkIds(d: Definition, findings: Finding[]): void {
  const seen = new Map<string, string>();
  for (const { id, path } of named(d)) {
    const first = seen.get(id);
    if (!ID.test(id) || id.length > LONGEST_ID) reject(findings, "definition/bad-id", path, { found: id });
    else if (isReserved(id)) reject(findings, "definition/reserved-id", path, { found: id });
    else if (first !== undefined) reject(findings, "definition/duplicate-id", path, { found: id, first });
    if (first === undefined) seen.set(id, path);
  }
}

function isReserved(id: string): boolean {
  return RESERVED.includes(id) || RESERVED_ENDINGS.some((ending) => id.endsWith(ending));
}

function checkList(list: List, path: string, findings: Finding[]): void {
  if (list.columns.length === 0) reject(findings, "definition/missing", `${path}.columns`);
  const whole = Number.isSafeInteger(list.maxRows) && list.maxRows >= 1 && list.maxRows <= MOST_ROWS;
  if (!whole)
    badBounds(
      findings,
      `${path}.maxRows`,
      list.maxRows,
      `một số nguyên từ 1 đến ${String(MOST_ROWS)}`,
      `a whole number from 1 to ${String(MOST_ROWS)}`,
    );
  list.columns.forEach((column, j) => checkField(column, `${path}.columns[${String(j)}]`, findings));
}

function checkField(field: Field, path: string, findings: Finding[]): void {
  const { id, type, min, max, choices } = field;
  if (min !== null && max !== null && min > max)
    badBounds(findings, `${path}.max`, max, `không nhỏ hơn ${String(min)}`, `at least ${String(min)}`);
  const distinct = new Set(choices.map(foldText)).size;
  const sound = type === "choice" ? distinct === choices.length && distinct >= 2 : distinct === 0;
  if (!sound) reject(findings, "definition/bad-choices", `${path}.choices`, { field: id });
  if (field.aggregate === "sum" && !isSummable(type))
    reject(findings, "definition/not-summable", `${path}.aggregate`, { field: id });
}

function checkTarget(target: Target, all: readonly Target[], path: string, findings: Finding[]): void {
  const { value, upper } = target;
  const between = target.comparator === "between";
  if (between && upper === null) reject(findings, "definition/missing", `${path}.upper`);
  if (between && upper !== null && upper <= value)
    badBounds(findings, `${path}.upper`, upper, `lớn hơn ${String(value)}`, `greater than ${String(value)}`);
  if (!between && upper !== null)
    badBounds(
      findings,
      `${path}.upper`,
      upper,
      "để trống, trừ khi so sánh là «từ … đến …»",
      "empty unless the comparator is between",
    );
  checkParent(target, all, `${path}.parent`, findings);
}

function badBounds(findings: Finding[], path: string, found: number, mustBe: string, mustBeEn: string): void {
  reject(findings, "definition/bad-bounds", path, { found, mustBe, mustBeEn });
}

function checkParent(target: Target, all: readonly Target[], path: string, findings: Finding[]): void {
  const byId = new Map(all.map((t) => [t.id, t]));
  if (target.parent === null) return;
  if (!byId.has(target.parent)) {
    reject(findings, "definition/unknown-parent", path, {
      found: target.parent,
      suggestion: nearest(target.parent, byId.keys()),
    });
    return;
  }
  const passed = new Set<string>();
  for (let at: string | null = target.parent; at !== null && !passed.has(at); at = byId.get(at)?.parent ?? null) {
    passed.add(at);
    if (at === target.id) reject(findings, "definition/parent-cycle", path, { found: target.id });
  }
}

function checkUnits(d: Definition, findings: Finding[]): void {
  const kinds = kindsAddressed(d);
  const seen = new Map<string, string>();
  d.units.forEach((unit, i) => {
    const path = `units[${String(i)}].code`;
    const key = foldText(unit.code);
    if (seen.has(key)) reject(findings, "definition/duplicate-unit", path, { found: unit.code, first: seen.get(key) ?? null });
    else seen.set(key, path);
    if (kinds.length > 0 && !appliesToKind(kinds, unit.kind)) warnOfKind(unit, `units[${String(i)}].kind`, kinds, findings);
  });
}

/** Every kind of unit that a part of the definition is for; empty when no part tells kinds apart. */
function kindsAddressed(d: Definition): string[] {
  return [...new Set([...d.fields, ...d.lists, ...d.targets, ...d.rules].flatMap((part) => part.appliesTo))];
}

/** Such a unit would get a form without the parts that are for certain kinds, perhaps an empty one. */
function warnOfKind(unit: Unit, path: string, kinds: readonly string[], findings: Finding[]): void {
  const data = { path, name: unit.name, kinds: kinds.join(", "), suggestion: nearest(unit.kind, kinds) };
  findings.push(finding("definition/unknown-kind", "warning", { unit: unit.code, cell: path, found: unit.kind, data }));
}
