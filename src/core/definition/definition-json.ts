// A definition as JSON: reading with every problem collected, writing without loss, and the shape that `describe` prints.
import type { Definition } from "./definition.js";
import { checkDefinition } from "./definition-check.js";
import {
  readField,
  readFormText,
  readList,
  readPeriod,
  readResolution,
  readRule,
  readTarget,
  readUnit,
} from "./definition-parts.js";
import type { Finding } from "../finding.js";
import { itemsOf, objectAt, reject, textOf } from "./json-reader.js";
import type { Unit } from "./unit.js";

/** A definition with its warnings, or null with at least one error among the findings. */
export type DefinitionReading =
  | { readonly definition: Definition; readonly findings: readonly Finding[] }
  | { readonly definition: null; readonly findings: readonly Finding[] };

const KEYS = ["id", "resolution", "form", "period", "units", "fields", "lists", "targets", "rules"];

/**
 * Reads a definition from the text of a JSON file; a byte-order mark is ignored.
 * @returns as `readDefinition`; a text that is not JSON gives `definition/not-json`
 */
export function readDefinitionText(text: string): DefinitionReading {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/u, ""));
    return readDefinition(json);
  } catch (error) {
    const findings: Finding[] = [];
    reject(findings, "definition/not-json", "", { problem: error instanceof Error ? error.message : "" });
    return { definition: null, findings };
  }
}

/**
 * Reads a definition from parsed JSON. Never throws: everything wrong is a finding whose `cell` is the JSON path.
 * What is left out gets its default: a field is a required count that is added up, a target is `>=` over all units together,
 * a rule is an error, `units` is empty, `period` null.
 */
export function readDefinition(json: unknown): DefinitionReading {
  const findings: Finding[] = [];
  const definition = readParts(json, findings);
  if (definition === null || hasError(findings)) return { definition: null, findings };
  findings.push(...checkDefinition(definition));
  return hasError(findings) ? { definition: null, findings } : { definition, findings };
}

function readParts(json: unknown, findings: Finding[]): Definition | null {
  const o = objectAt(json, "", findings, KEYS);
  if (o === null) return null;
  const resolution = readResolution(o.entries.get("resolution"), "resolution", findings);
  const form = readFormText(o.entries.get("form"), "form", findings);
  const rest = {
    id: textOf(o, "id"),
    period: readPeriod(o.entries.get("period"), "period", findings),
    units: itemsOf(o, "units", (value, path) => readUnit(value, path, findings)),
    fields: itemsOf(o, "fields", (value, path) => readField(value, path, findings)),
    lists: itemsOf(o, "lists", (value, path) => readList(value, path, findings)),
    targets: itemsOf(o, "targets", (value, path) => readTarget(value, path, findings)),
    rules: itemsOf(o, "rules", (value, path) => readRule(value, path, findings)),
  };
  if (resolution === null || form === null) return null;
  const { id, ...parts } = rest;
  return { id, resolution, form, ...parts };
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some((f) => f.severity === "error");
}

/** Plain JSON of a definition with every property in a fixed order; `readDefinition` gives the same definition back. */
export function writeDefinition(d: Definition): Readonly<Record<string, unknown>> {
  return { ...describeJson(d), units: d.units.map((unit) => ({ ...describeUnit(unit), email: unit.email })) };
}

/** What `describe --json` prints: the definition with every property present, the units without their e-mail addresses. */
export function describeJson(d: Definition): Readonly<Record<string, unknown>> {
  const { kind, number, symbol, abstract, issuer, date, superior, place } = d.resolution;
  return {
    id: d.id,
    resolution: { kind, number, symbol, abstract, issuer, date, superior, place },
    form: { symbol: d.form.symbol, title: d.form.title, profile: d.form.profile },
    period: d.period === null ? null : describePeriod(d.period),
    units: d.units.map(describeUnit),
    fields: d.fields.map(describeField),
    lists: d.lists.map(describeList),
    targets: d.targets.map(describeTarget),
    rules: d.rules.map(({ id, formula, severity, message, appliesTo }) => ({
      id,
      formula,
      severity,
      message,
      appliesTo: [...appliesTo],
    })),
  };
}

function describePeriod({ id, label, start, end, due }: NonNullable<Definition["period"]>): object {
  return { id, label, start, end, due };
}

function describeUnit({ code, name, aliases, kind, parent }: Unit): object {
  return { code, name, aliases: [...aliases], kind, parent };
}

function describeField(f: Definition["fields"][number]): object {
  const { id, label, measure, type, required, min, max, choices, aggregate, section, guidance, appliesTo } = f;
  return {
    id,
    label,
    measure,
    type,
    required,
    min,
    max,
    choices: [...choices],
    aggregate,
    section,
    guidance,
    appliesTo: [...appliesTo],
  };
}

function describeList({ id, label, columns, maxRows, section, guidance, appliesTo }: Definition["lists"][number]): object {
  return { id, label, columns: columns.map(describeField), maxRows, section, guidance, appliesTo: [...appliesTo] };
}

function describeTarget(t: Definition["targets"][number]): object {
  const { id, clause, label, formula, measure, comparator, value, upper, scope, appliesTo, due, parent } = t;
  return { id, clause, label, formula, measure, comparator, value, upper, scope, appliesTo: [...appliesTo], due, parent };
}
