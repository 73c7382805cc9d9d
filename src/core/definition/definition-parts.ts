// The parts of a definition read from JSON, one function a part: shape, defaults and allowed words. Meaning is judged in definition-check.
import { isDay } from "../figure/date.js";
import type { FormText } from "./definition.js";
import type { Aggregate, Field, FieldType, List } from "./field.js";
import type { Finding } from "../finding.js";
import type { JsonObject } from "./json-reader.js";
import {
  booleanOf,
  itemsOf,
  numberOf,
  numberOrNull,
  objectAt,
  oneOf,
  reject,
  textOf,
  textOrNull,
  textsOf,
  wordsOf,
} from "./json-reader.js";
import type { Period } from "./period.js";
import { periodOf } from "./period.js";
import type { Resolution } from "./resolution.js";
import type { Rule } from "./rule.js";
import type { Target } from "./target.js";
import { COMPARATORS, SCOPES } from "./target.js";
import type { Unit } from "./unit.js";

export const FIELD_TYPES: readonly FieldType[] = ["count", "decimal", "yesno", "date", "text", "choice"];
export const AGGREGATES: readonly Aggregate[] = ["sum", "none"];
export const RULE_SEVERITIES: readonly Rule["severity"][] = ["error", "warning"];

/** Rows of a list when the definition does not say. */
const DEFAULT_ROWS = 30;

const RESOLUTION_KEYS = ["kind", "number", "symbol", "abstract", "issuer", "date", "superior", "place"];
const FORM_KEYS = ["symbol", "title", "profile"];
const UNIT_KEYS = ["code", "name", "aliases", "kind", "parent", "email"];
const FIELD_KEYS = [
  "id",
  "label",
  "measure",
  "type",
  "required",
  "min",
  "max",
  "choices",
  "aggregate",
  "section",
  "guidance",
  "appliesTo",
];
const LIST_KEYS = ["id", "label", "columns", "maxRows", "section", "guidance", "appliesTo"];
const TARGET_KEYS = [
  "id",
  "clause",
  "label",
  "formula",
  "measure",
  "comparator",
  "value",
  "upper",
  "scope",
  "appliesTo",
  "due",
  "parent",
];
const RULE_KEYS = ["id", "formula", "severity", "message", "appliesTo"];

/** Types whose figures can be added up. */
export function isSummable(type: FieldType): boolean {
  return type === "count" || type === "decimal" || type === "yesno";
}

/** The resolution at a path; only its kind, number and abstract must be there. */
export function readResolution(value: unknown, path: string, findings: Finding[]): Resolution | null {
  const o = objectAt(value, path, findings, RESOLUTION_KEYS);
  if (o === null) return null;
  return {
    kind: wordsOf(o, "kind"),
    number: textOf(o, "number"),
    symbol: textOf(o, "symbol", ""),
    abstract: wordsOf(o, "abstract"),
    issuer: textOf(o, "issuer", ""),
    date: dateOf(o, "date", isDay),
    superior: textOf(o, "superior", ""),
    place: textOf(o, "place", ""),
  };
}

/** The form's texts at a path. */
export function readFormText(value: unknown, path: string, findings: Finding[]): FormText | null {
  const o = objectAt(value, path, findings, FORM_KEYS);
  if (o === null) return null;
  return { symbol: wordsOf(o, "symbol"), title: wordsOf(o, "title"), profile: textOf(o, "profile", "") };
}

/** A period as an object, or as its id alone (`2024-Q1`); null when absent. */
export function readPeriod(value: unknown, path: string, findings: Finding[]): Period | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return periodOf(value) ?? badPeriod(value, path, findings);
  const o = objectAt(value, path, findings, ["id", "label", "start", "end", "due"]);
  if (o === null) return null;
  const id = textOf(o, "id");
  const standard = periodOf(id) ?? badPeriod(id, `${path}.id`, findings);
  if (standard === null) return null;
  return {
    id: standard.id,
    label: textOf(o, "label", standard.label),
    start: dateOf(o, "start", isDay) ?? standard.start,
    end: dateOf(o, "end", isDay) ?? standard.end,
    due: dateOf(o, "due", isDay),
  };
}

function badPeriod(id: string, path: string, findings: Finding[]): null {
  reject(findings, "definition/bad-period", path, { found: id });
  return null;
}

/** A unit at a path; only code and name must be there. */
export function readUnit(value: unknown, path: string, findings: Finding[]): Unit | null {
  const o = objectAt(value, path, findings, UNIT_KEYS);
  if (o === null) return null;
  return {
    code: wordsOf(o, "code"),
    name: wordsOf(o, "name"),
    aliases: textsOf(o, "aliases"),
    kind: textOf(o, "kind", ""),
    parent: textOrNull(o, "parent"),
    email: textOrNull(o, "email"),
  };
}

/** A field at a path. Defaults: a required count from 0 up, added up; words, dates and choices are not added up. */
export function readField(value: unknown, path: string, findings: Finding[]): Field | null {
  const o = objectAt(value, path, findings, FIELD_KEYS);
  if (o === null) return null;
  const type = oneOf(o, "type", FIELD_TYPES, "count");
  return {
    id: wordsOf(o, "id"),
    label: wordsOf(o, "label"),
    measure: textOf(o, "measure", ""),
    type,
    required: booleanOf(o, "required", true),
    min: numberOrNull(o, "min", type === "count" ? 0 : null),
    max: numberOrNull(o, "max"),
    choices: textsOf(o, "choices"),
    aggregate: oneOf(o, "aggregate", AGGREGATES, isSummable(type) ? "sum" : "none"),
    section: textOf(o, "section", ""),
    guidance: textOf(o, "guidance", ""),
    appliesTo: textsOf(o, "appliesTo"),
  };
}

/** A list at a path. */
export function readList(value: unknown, path: string, findings: Finding[]): List | null {
  const o = objectAt(value, path, findings, LIST_KEYS);
  if (o === null) return null;
  return {
    id: wordsOf(o, "id"),
    label: wordsOf(o, "label"),
    columns: itemsOf(o, "columns", (column, at) => readField(column, at, findings)),
    maxRows: numberOrNull(o, "maxRows", DEFAULT_ROWS) ?? DEFAULT_ROWS,
    section: textOf(o, "section", ""),
    guidance: textOf(o, "guidance", ""),
    appliesTo: textsOf(o, "appliesTo"),
  };
}

/** A target at a path. Defaults: `>=`, the whole committee together, every unit. */
export function readTarget(value: unknown, path: string, findings: Finding[]): Target | null {
  const o = objectAt(value, path, findings, TARGET_KEYS);
  if (o === null) return null;
  return {
    id: wordsOf(o, "id"),
    clause: textOf(o, "clause", ""),
    label: wordsOf(o, "label"),
    formula: wordsOf(o, "formula"),
    measure: textOf(o, "measure", ""),
    comparator: oneOf(o, "comparator", COMPARATORS, ">="),
    value: numberOf(o, "value"),
    upper: numberOrNull(o, "upper"),
    scope: oneOf(o, "scope", SCOPES, "total"),
    appliesTo: textsOf(o, "appliesTo"),
    due: dateOf(o, "due", (text) => isDay(text) || /^[0-9]{4}$/.test(text)),
    parent: textOrNull(o, "parent"),
  };
}

/** A rule at a path. Default: an error for every unit. */
export function readRule(value: unknown, path: string, findings: Finding[]): Rule | null {
  const o = objectAt(value, path, findings, RULE_KEYS);
  if (o === null) return null;
  return {
    id: wordsOf(o, "id"),
    formula: wordsOf(o, "formula"),
    severity: oneOf(o, "severity", RULE_SEVERITIES, "error"),
    message: wordsOf(o, "message"),
    appliesTo: textsOf(o, "appliesTo"),
  };
}

function dateOf(object: JsonObject, key: string, valid: (text: string) => boolean): string | null {
  const text = textOrNull(object, key);
  if (text === null || valid(text)) return text;
  reject(object.findings, "definition/bad-date", `${object.path}.${key}`, { found: text });
  return null;
}
