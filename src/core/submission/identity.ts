// Whose form a file is: form, version, unit and period, as its hidden sheet says; never as the file is called.
import type { SheetCells, WorkbookCells } from "../cells.js";
import { cellAt, keyColumn, keyRow } from "../cells.js";
import type { Definition } from "../definition/definition.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import type { HiddenKey } from "./form-layout.js";
import { HIDDEN_SHEET } from "./form-layout.js";
import { bareText, foldText, nearest, tidy } from "../text.js";
import type { Unit } from "../definition/unit.js";

export interface Identity {
  /** Form id: that of the definition. */
  readonly form: string;
  readonly fingerprint: string;
  /** Unit code. */
  readonly unit: string;
  readonly unitName: string;
  readonly unitKind: string;
  /** Period id. */
  readonly period: string;
  /** The definition as the text of a JSON file; see `readDefinitionText`. */
  readonly definition: string;
}

const KEY_COLUMN = 1;
const LONGEST_KEY = 20;
const NEEDED: readonly HiddenKey[] = ["form", "fingerprint", "unit", "period"];

/** Reads the hidden sheet. Null, with an error, when there is none or what it must say is missing. */
export function readIdentity(workbook: WorkbookCells): {
  readonly identity: Identity | null;
  readonly findings: readonly Finding[];
} {
  const sheets = workbook.sheets.filter(isHiddenSheet);
  const sheet = sheets.find((candidate) => candidate.name === HIDDEN_SHEET) ?? sheets[0];
  if (sheet === undefined) return { identity: null, findings: [finding("form/hidden-sheet-lost", "error")] };
  const entries = readEntries(sheet);
  const lost = NEEDED.find((key) => (entries.get(key) ?? "") === "");
  if (lost !== undefined) {
    return { identity: null, findings: [finding("form/hidden-sheet-damaged", "error", { sheet: sheet.name, expected: lost })] };
  }
  const identity = identityOf(entries);
  return { identity, findings: secondUnit(identity, sheets, sheet) };
}

/** The hidden sheet by name, or any that holds its keys (a copied sheet gets another name). */
function isHiddenSheet(sheet: SheetCells): boolean {
  if (sheet.name === HIDDEN_SHEET) return true;
  let candidate = false;
  for (const [key, { value }] of sheet.cells) {
    if (value.kind === "text" && value.text === "fingerprint" && keyColumn(key) === KEY_COLUMN) candidate = true;
  }
  if (!candidate) return false;
  const entries = readEntries(sheet);
  return NEEDED.every((key) => entries.has(key));
}

/** Value by key; the parts of a long value stand in successive rows of the same key. */
function readEntries(sheet: SheetCells): ReadonlyMap<string, string> {
  const rows = new Map<number, string>();
  for (const [key, { value }] of sheet.cells) {
    if (keyColumn(key) === KEY_COLUMN && value.kind === "text" && value.text.length <= LONGEST_KEY)
      rows.set(keyRow(key), tidy(value.text));
  }
  const parts = new Map<string, string[]>();
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const value = cellAt(sheet, row, KEY_COLUMN + 1)?.value;
    const text = value?.kind === "text" ? value.text : value?.kind === "number" ? String(value.number) : "";
    const known = parts.get(rows.get(row)!);
    if (known === undefined) parts.set(rows.get(row)!, [text]);
    else known.push(text);
  }
  return new Map([...parts].map(([key, texts]) => [key, texts.join("")]));
}

function identityOf(entries: ReadonlyMap<string, string>): Identity {
  const text = (key: HiddenKey): string => tidy(entries.get(key) ?? "");
  const json = entries.get("definition") ?? "";
  return {
    form: text("form"),
    fingerprint: text("fingerprint"),
    unit: text("unit"),
    unitName: text("unitName"),
    unitKind: text("unitKind"),
    period: text("period"),
    definition: json,
  };
}

function secondUnit(identity: Identity, sheets: readonly SheetCells[], own: SheetCells): readonly Finding[] {
  for (const sheet of sheets) {
    const other = sheet === own ? "" : tidy(readEntries(sheet).get("unit") ?? "");
    if (other !== "" && other !== identity.unit) {
      return [
        finding("form/two-units", "error", { unit: identity.unit, sheet: sheet.name, found: other, expected: identity.unit }),
      ];
    }
  }
  return [];
}

/**
 * Compares a form's identity with the round that is being consolidated: the first thing that differs is reported, since the rest
 * follows from it.
 * @param definition of the control workbook; null when a form is checked by itself, then there is nothing to compare with
 * @param fingerprint of that definition
 */
export function checkIdentity(identity: Identity, definition: Definition | null, fingerprint: string): readonly Finding[] {
  if (definition === null) return [];
  const facts = { unit: identity.unit };
  if (identity.form !== definition.id) {
    return [finding("form/other-form", "error", { ...facts, found: identity.form, expected: definition.id })];
  }
  const period = definition.period?.id ?? "";
  if (identity.period !== period) {
    return [finding("form/other-period", "error", { ...facts, found: identity.period, expected: period })];
  }
  const unit = unitsByCode(definition.units).get(identity.unit);
  if (unit === undefined) return [unknownUnit(identity, definition.units)];
  const unlike = unitDifference(identity, unit);
  if (unlike !== null) return [unlike];
  if (identity.fingerprint === fingerprint) return [];
  const short = (hash: string): string => hash.slice(0, 8);
  return [finding("form/older-version", "error", { ...facts, found: short(identity.fingerprint), expected: short(fingerprint) })];
}

const unitIndexes = new WeakMap<readonly Unit[], ReadonlyMap<string, Unit>>();

function unitsByCode(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const known = unitIndexes.get(units) ?? new Map(units.map((unit) => [unit.code, unit]));
  unitIndexes.set(units, known);
  return known;
}

/** The right unit may be the one of that name, or of a code that differs by a slip. */
function unknownUnit(identity: Identity, units: readonly Unit[]): Finding {
  const named = units.filter((unit) => isNamed(unit, identity.unitName));
  const code =
    named.length === 1
      ? named[0]!.code
      : nearest(
          identity.unit,
          units.map((unit) => unit.code),
        );
  const unit = units.find((candidate) => candidate.code === code);
  const expected = unit === undefined ? null : `${unit.code} – ${unit.name}`;
  const data = { name: identity.unitName };
  return finding("form/unknown-unit", "error", {
    unit: identity.unit,
    found: identity.unit,
    expected,
    data,
  });
}

function unitDifference(identity: Identity, unit: Unit): Finding | null {
  const facts = { unit: identity.unit };
  if (identity.unitName !== "" && !isNamed(unit, identity.unitName)) {
    return finding("form/other-unit-name", "error", {
      ...facts,
      found: identity.unitName,
      expected: unit.name,
      data: { code: unit.code },
    });
  }
  if (identity.unitKind !== unit.kind && foldText(identity.unitKind) !== foldText(unit.kind)) {
    return finding("form/other-unit-kind", "error", { ...facts, found: identity.unitKind, expected: unit.kind });
  }
  return null;
}

/** True when a name is the unit's or one of its aliases; case, spaces and accents do not count where the code agrees. */
function isNamed(unit: Unit, name: string): boolean {
  if (unit.name === name) return true;
  return [unit.name, ...unit.aliases].some((known) => bareText(known) === bareText(name));
}
