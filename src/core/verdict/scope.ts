// What the names in a formula stand for: the figures of one unit, or of many units together.
import type { Exact } from "../figure/exact.js";
import { add, exactOf, toNumber } from "../figure/exact.js";
import type { Definition } from "../definition/definition.js";
import type { Field } from "../definition/field.js";
import { columnName } from "../definition/field.js";
import type { FigureValue, Figures, ListRow } from "../figure/figures.js";
import type { Scope, Value } from "../formula/index.js";
import { appliesToKind } from "../text.js";
import type { Unit } from "../definition/unit.js";

/** Built-in name: 1 for a unit, the number of units in a total. */
export const UNIT_COUNT = "so_don_vi";
/** After a field id: the figure of the period before. */
export const PREVIOUS_SUFFIX = "_ky_truoc";

/** A unit with the figures that it reported. */
export interface UnitFigures {
  readonly unit: Unit;
  readonly figures: Figures;
}

/** Where a name finds its value. */
type Source =
  | { readonly kind: "field" | "previous"; readonly field: Field; readonly date: boolean }
  | { readonly kind: "column"; readonly list: string; readonly column: Field }
  | { readonly kind: "units" };

const sources = new WeakMap<Definition, ReadonlyMap<string, Source>>();

/** All names that formulas of the definition may use. */
export function knownNames(definition: Definition): Iterable<string> {
  return sourcesOf(definition).keys();
}

/** True when the name is a column of a list, so a range of many cells. */
export function isColumnName(definition: Definition, name: string): boolean {
  return sourcesOf(definition).get(name)?.kind === "column";
}

/** The field that a name speaks of: itself, the period before, or a column; undefined for `so_don_vi` and unknown names. */
export function fieldOfName(definition: Definition, name: string): Field | undefined {
  const source = sourcesOf(definition).get(name);
  if (source === undefined || source.kind === "units") return undefined;
  return source.kind === "column" ? source.column : source.field;
}

/**
 * The names of one unit.
 * @param previous its figures of the period before; null when unknown, then every `…_ky_truoc` is blank
 */
export function unitScope(definition: Definition, figures: Figures, previous: Figures | null): Scope {
  return scopeOf(definition, figures, previous, 1);
}

/**
 * The names of many units together.
 * @param previous figures of the period before by unit code; see `previousTotals`
 */
export function totalScope(
  definition: Definition,
  members: readonly UnitFigures[],
  previous: ReadonlyMap<string, Figures> | null,
): Scope {
  const totals = totalFigures(definition, members);
  return scopeOf(definition, totals, previousTotals(definition, members, previous), members.length);
}

/**
 * Figures of many units as one: numbers are added exactly, yes/no counts the yes, lists are stacked in the order of the members.
 * A field that nobody answered, or that is not added up (`aggregate: none`, words, dates), is null.
 */
export function totalFigures(definition: Definition, members: readonly UnitFigures[]): Figures {
  const known = totals.get(members);
  if (known?.definition === definition) return known.figures;
  const figures = addedUp(definition, members);
  totals.set(members, { definition, figures });
  return figures;
}

/** Totals of the very same list of units, which several sheets and verdicts ask for. */
const totals = new WeakMap<readonly UnitFigures[], { readonly definition: Definition; readonly figures: Figures }>();

function addedUp(definition: Definition, members: readonly UnitFigures[]): Figures {
  const sums = sumsOf(definition.fields.filter(isAdded), members);
  const values = new Map(definition.fields.map(({ id }): [string, FigureValue] => [id, sums.get(id) ?? null]));
  const lists = new Map<string, readonly ListRow[]>();
  for (const list of definition.lists)
    lists.set(
      list.id,
      members.flatMap(({ figures }) => figures.lists.get(list.id) ?? []),
    );
  return { values, lists };
}

/**
 * Totals of the period before over the units that count now. A field is null when a unit that has it now has no figure of the
 * period before: sums of different sets of units are not compared.
 */
export function previousTotals(
  definition: Definition,
  members: readonly UnitFigures[],
  previous: ReadonlyMap<string, Figures> | null,
): Figures | null {
  if (previous === null || previous.size === 0) return null;
  const values = new Map<string, FigureValue>();
  for (const field of definition.fields.filter(isAdded)) {
    const having = members.filter(({ figures }) => isNumber(figures.values.get(field.id)));
    const before = having.map(({ unit }) => ({ unit, figures: previous.get(unit.code) }));
    const complete = before.every(({ figures }) => isNumber(figures?.values.get(field.id)));
    values.set(field.id, complete ? (sumsOf([field], before.filter(hasFigures)).get(field.id) ?? null) : null);
  }
  return { values, lists: new Map() };
}

function hasFigures(member: { unit: Unit; figures: Figures | undefined }): member is UnitFigures {
  return member.figures !== undefined;
}

function isNumber(value: FigureValue | undefined): value is number {
  return typeof value === "number";
}

/** True when figures of this field make a total. */
export function isAdded(field: Field): boolean {
  return field.aggregate === "sum" && (field.type === "count" || field.type === "decimal" || field.type === "yesno");
}

/** Sums by field id; nothing for a field that nobody answered. One unit after the other: its figures lie close together in memory. */
function sumsOf(fields: readonly Field[], members: readonly UnitFigures[]): ReadonlyMap<string, number> {
  const asked = new Map<string, readonly Field[]>();
  const sums = new Map<string, Exact>();
  for (const { unit, figures } of members) {
    let own = asked.get(unit.kind);
    if (own === undefined) asked.set(unit.kind, (own = fields.filter((field) => appliesToKind(field.appliesTo, unit.kind))));
    for (const { id } of own) {
      const value = figures.values.get(id);
      if (typeof value === "number") sums.set(id, add(sums.get(id) ?? 0, exactOf(value)));
    }
  }
  return new Map([...sums].map(([id, sum]) => [id, toNumber(sum)]));
}

function sourcesOf(definition: Definition): ReadonlyMap<string, Source> {
  const known = sources.get(definition);
  if (known !== undefined) return known;
  const made = new Map<string, Source>([[UNIT_COUNT, { kind: "units" }]]);
  for (const list of definition.lists) {
    for (const column of list.columns) made.set(columnName(list, column), { kind: "column", list: list.id, column });
  }
  for (const field of definition.fields) {
    made.set(field.id + PREVIOUS_SUFFIX, { kind: "previous", field, date: field.type === "date" });
  }
  for (const field of definition.fields) made.set(field.id, { kind: "field", field, date: field.type === "date" });
  sources.set(definition, made);
  return made;
}

function scopeOf(definition: Definition, figures: Figures, previous: Figures | null, units: number): Scope {
  const known = sourcesOf(definition);
  return (name) => {
    const source = known.get(name);
    if (source === undefined) return undefined;
    switch (source.kind) {
      case "field":
        return valueOf(figures.values.get(source.field.id), source.date);
      case "previous":
        return valueOf(previous?.values.get(source.field.id), source.date);
      case "column":
        return (figures.lists.get(source.list) ?? []).map((row) => columnValue(row.get(source.column.id), source.column));
      case "units":
        return units;
    }
  };
}

function valueOf(value: FigureValue | undefined, date: boolean): Value {
  if (typeof value === "number") return exactOf(value);
  if (value === undefined || value === null || value.trim() === "") return null;
  return date ? dateSerial(value) : value;
}

/** A list's column is a range of cells as they stand: yes/no are the words. */
function columnValue(value: FigureValue | undefined, column: Field): Value {
  if (column.type === "yesno" && typeof value === "number") return value === 0 ? "Không" : "Có";
  return valueOf(value, column.type === "date");
}

/** Excel's day number (1900 system) of `YYYY-MM-DD`; the text itself when it is no date. */
export function dateSerial(text: string): number | string {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match === null) return text;
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569;
}
