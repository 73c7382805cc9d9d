// The order of a form's table: sections, and in them targets with their figures, other figures and lists. No rows or columns yet.
import type { Definition } from "../core/definition/definition.js";
import type { Field, List } from "../core/definition/field.js";
import { columnName } from "../core/definition/field.js";
import { formulaNames, parseFormula } from "../core/formula/index.js";
import { PREVIOUS_SUFFIX } from "../core/verdict/scope.js";
import type { Target } from "../core/definition/target.js";
import { appliesToKind, foldText } from "../core/text.js";

export type OutlineRow =
  | { readonly kind: "section"; readonly number: string; readonly label: string }
  /** `input`: the one figure that the target consists of, typed in the target's own row. */
  | { readonly kind: "target"; readonly number: string; readonly target: Target; readonly input: Field | null }
  /** `depth`: 0 by itself, 1 beneath the target or whole that it belongs to, 2 beneath a whole that itself stands beneath a target. */
  | { readonly kind: "field"; readonly number: string; readonly field: Field; readonly depth: number }
  | { readonly kind: "list"; readonly number: string; readonly list: List };

/** The parts of a definition that units of one kind answer. */
export interface KindParts {
  readonly fields: readonly Field[];
  readonly lists: readonly List[];
  readonly targets: readonly Target[];
  readonly rules: Definition["rules"];
}

/** Fields, lists, targets and rules that apply to units of the kind. */
export function partsOfKind(definition: Definition, kind: string): KindParts {
  const applies = (part: { readonly appliesTo: readonly string[] }): boolean => appliesToKind(part.appliesTo, kind);
  return {
    fields: definition.fields.filter(applies),
    lists: definition.lists.filter(applies),
    targets: definition.targets.filter(applies),
    rules: definition.rules.filter(applies),
  };
}

/** Names in a formula's text; none when it cannot be read. */
export function namesIn(formula: string): readonly string[] {
  const parsed = parseFormula(formula);
  return parsed.formula === null ? [] : formulaNames(parsed.formula);
}

/** Ids of the fields whose figure of the period before is used by a target or rule. */
export function previousFields(parts: KindParts): readonly string[] {
  const names = new Set([...parts.targets, ...parts.rules].flatMap((part) => namesIn(part.formula)));
  return parts.fields.map((field) => field.id).filter((id) => names.has(id + PREVIOUS_SUFFIX));
}

/**
 * The rows of the table. Sections come in the order of the fields; a figure that only one target uses stands beneath it,
 * one that several use stands once, by itself; a target that is nothing but one figure is one row. Parts of a whole (“Trong đó …”)
 * stand beneath the whole, whichever of them a target uses.
 */
export function formOutline(parts: KindParts): readonly OutlineRow[] {
  const owners = ownersOf(parts);
  const rows: OutlineRow[] = [];
  sectionsOf(parts).forEach((section, index) => {
    rows.push({ kind: "section", ...sectionHeading(section, index) });
    rows.push(...sectionRows(section, parts, owners));
  });
  return rows;
}

/** By field id the target beneath which the field stands. */
type Owners = ReadonlyMap<string, Target>;

/** A target that is nothing but one figure owns it; otherwise the only target that uses the figure does. */
function ownersOf(parts: KindParts): Owners {
  const owners = new Map<string, Target>();
  for (const field of parts.fields) {
    const users = parts.targets.filter((target) => namesIn(target.formula).includes(field.id));
    const owner = users.find((target) => isOnly(target, field)) ?? (users.length === 1 ? users[0] : undefined);
    if (owner !== undefined) owners.set(field.id, owner);
  }
  return owners;
}

/** By field id the whole that the field is a part of: “Trong đó …” speaks of the figure before that is no part. */
function wholesOf(parts: KindParts, owners: Owners): ReadonlyMap<string, Field> {
  const wholes = new Map<string, Field>();
  let whole: Field | null = null;
  for (const field of parts.fields) {
    const owner = owners.get(field.id);
    const isPart = whole !== null && whole.section === field.section && isNumber(field) && saysPart(field);
    if (whole !== null && isPart && (owner === undefined || !isOnly(owner, field))) wholes.set(field.id, whole);
    if (!isPart) whole = isNumber(field) ? field : null;
  }
  return wholes;
}

function saysPart({ label }: Field): boolean {
  return /^trong đó(?!\p{L})/u.test(foldText(label));
}

function isNumber({ type }: Field): boolean {
  return type === "count" || type === "decimal";
}

function sectionsOf(parts: KindParts): readonly string[] {
  return [...new Set([...parts.fields, ...parts.lists].map((part) => part.section))];
}

function sectionHeading(section: string, index: number): { number: string; label: string } {
  const own = /^([IVXLC]+|[A-ZĐ]|\d+)\s*[.)]\s*(\S.*)$/u.exec(section);
  if (own !== null) return { number: own[1]!, label: own[2]! };
  return { number: roman(index + 1), label: section === "" ? "Số liệu" : section };
}

function sectionRows(section: string, parts: KindParts, owners: Owners): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const fields = parts.fields.filter((field) => field.section === section);
  const targets = parts.targets.filter((target) => homeOf(target, parts, owners) === section);
  const wholes = wholesOf(parts, owners);
  const done = new Set<Target | Field>();
  const addField = (field: Field, number: string, depth: number): void => {
    done.add(field);
    rows.push({ kind: "field", number, field, depth });
    addParts(field, number, depth);
  };
  const addParts = (whole: Field, number: string, depth: number): number => {
    const own = fields.filter((field) => wholes.get(field.id) === whole);
    own.forEach((field, i) => addField(field, `${number}.${String(i + 1)}`, depth + 1));
    return own.length;
  };
  const addTarget = (target: Target, number: string): void => {
    done.add(target);
    const own = fields.filter((field) => owners.get(field.id) === target && !wholes.has(field.id));
    const input = own.find((field) => isOnly(target, field)) ?? null;
    own.forEach((field) => done.add(field));
    rows.push({ kind: "target", number, target, input });
    let count = input === null ? 0 : addParts(input, number, 0);
    const below = (): string => `${number}.${String(++count)}`;
    for (const field of own) if (field !== input) addField(field, below(), 1);
    for (const child of targets) if (child.parent === target.id && !done.has(child)) addTarget(child, below());
  };
  let count = 0;
  const next = (): string => String(++count);
  for (const field of fields) {
    if (done.has(field)) continue;
    const owner = owners.get(field.id);
    if (owner !== undefined && targets.includes(owner) && !done.has(owner)) addTarget(topOf(owner, targets, done), next());
    if (!done.has(field)) addField(field, next(), 0);
  }
  for (const list of parts.lists.filter((l) => l.section === section)) rows.push({ kind: "list", number: next(), list });
  for (const target of targets) if (!done.has(target)) addTarget(topOf(target, targets, done), next());
  return rows;
}

/** The outermost target of the section that this one is part of and that has no row yet. */
function topOf(target: Target, targets: readonly Target[], done: ReadonlySet<Target | Field>): Target {
  const parent = targets.find((other) => other.id === target.parent);
  return parent === undefined || parent === target || done.has(parent) ? target : topOf(parent, targets, done);
}

/** The section in which a target stands: that of its first own figure, else of the first figure or list that it uses. */
function homeOf(target: Target, parts: KindParts, owners: Owners): string {
  const names = namesIn(target.formula);
  const used = names.flatMap((name) => parts.fields.filter((field) => field.id === name));
  const own = used.find((field) => owners.get(field.id) === target);
  const list = parts.lists.find((l) => l.columns.some((column) => names.includes(columnName(l, column))));
  return (own ?? list ?? used[0] ?? parts.fields[0] ?? parts.lists[0])?.section ?? "";
}

function isOnly(target: Target, field: Field): boolean {
  const formula = target.formula.replace(/^=/u, "").replace(/\s+/gu, "");
  return formula === field.id || formula === `${field.id}/so_don_vi`;
}

const ROMAN = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(number: number): string {
  let text = "";
  let rest = number;
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}
