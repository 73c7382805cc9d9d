// The list of units: from CSV, from a workbook, from the sheet Đơn vị of the control workbook.
import type { SheetCells, WorkbookCells } from "../cells.js";
import { UNIT_TABLE } from "./control-tables.js";
import { findSheet, findingAt, readTable, type Headings, type TableRow } from "./control-rows.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import { foldText, nearest } from "../text.js";
import { csvSheet } from "./unit-list-csv.js";
import type { Unit } from "../definition/unit.js";

/** Comparing a misspelt code with a long list is slow; only this many get a suggestion. */
const MOST_SUGGESTIONS = 5;

export interface UnitsReading {
  /** The units in the order of the list; those with an error are among them as far as they could be read. */
  readonly units: readonly Unit[];
  readonly findings: readonly Finding[];
  /** The row of each unit, for findings about it. */
  readonly rows: readonly number[];
  readonly headings: Headings | null;
}

/**
 * Reads a list of units in CSV: UTF-8 with or without a byte-order mark; `,`, `;` or tab; quotes as in RFC 4180.
 * @returns findings whose `cell` is the address that a spreadsheet program would show
 */
export function readUnitsCsv(text: string): UnitsReading {
  const { sheet, findings } = csvSheet(text);
  if (findings.length > 0) return { units: [], findings, rows: [], headings: null };
  return readUnitsSheet(sheet, false);
}

/** Reads a list of units from a workbook: the sheet `Đơn vị`, or else the first visible sheet with the headings. */
export function readUnitsWorkbook(workbook: WorkbookCells): UnitsReading {
  const named = findSheet(workbook, [UNIT_TABLE.sheet, ...UNIT_TABLE.also]);
  const visible = workbook.sheets.filter((sheet) => sheet.visibility === "visible");
  const readings = (named === null ? visible : [named]).map((sheet) => readUnitsSheet(sheet, workbook.date1904));
  const nearly = (reading: UnitsReading) => reading.findings.some(({ code }) => code !== "control/headings-missing");
  const found = readings.find((reading) => reading.headings !== null) ?? readings.find(nearly) ?? readings[0];
  return found ?? { units: [], findings: [finding("control/no-units", "error")], rows: [], headings: null };
}

/** Reads the units of one sheet and judges codes, names and superiors. */
export function readUnitsSheet(sheet: SheetCells, date1904: boolean): UnitsReading {
  const { headings, rows, findings } = readTable(sheet, UNIT_TABLE, date1904);
  if (headings === null) return { units: [], findings, rows: [], headings };
  const place = (row: number, property: string) => [sheet.name, row, headings.columns.get(property)] as const;
  const padded = padCodes(rows, place);
  const listed = padded.units.map((unit, i) => ({
    unit,
    row: rows[i]!.row,
    codeKey: foldText(unit.code),
    nameKey: foldText(unit.name),
  }));
  const lines = rows.map(({ row }) => row);
  const { units, findings: parentFindings } = resolveParents(listed, place);
  const empty =
    units.length === 0 ? [finding("control/no-units", "error", { sheet: sheet.name === "" ? null : sheet.name })] : [];
  const judged = [
    ...judgeCodes(listed, place),
    ...judgeNames(listed, place),
    ...parentFindings,
    ...judgeCircles(units, lines, place),
  ];
  return { units, findings: [...findings, ...empty, ...padded.findings, ...judged], rows: lines, headings };
}

type Place = (row: number, property: string) => readonly [sheet: string, row: number, column: number | undefined];

function unitOf({ values }: TableRow): Unit {
  const text = (property: string) => {
    const value = values.get(property);
    return typeof value === "string" ? value : null;
  };
  const aliases = values.get("aliases");
  return {
    code: text("code") ?? "",
    name: text("name") ?? "",
    aliases: Array.isArray(aliases) ? (aliases as readonly string[]) : [],
    kind: text("kind") ?? "",
    parent: text("parent"),
    email: text("email"),
  };
}

/**
 * Codes that Excel turned into numbers lose their zeros in front: 001 becomes 1. When the codes kept as text are all digits of one length and
 * one of them starts with 0, the others are padded to it (a note says so); with several lengths nobody can know, and it is an error.
 */
function padCodes(rows: readonly TableRow[], place: Place): { units: Unit[]; findings: Finding[] } {
  const texts = rows.filter((row) => !row.typedNumbers.has("code")).map((row) => unitOf(row).code);
  const lengths = new Set(texts.filter((code) => /^0\d+$/u.test(code)).map((code) => code.length));
  const findings: Finding[] = [];
  const units = rows.map((row) => {
    const unit = unitOf(row);
    const { code } = unit;
    if (!row.typedNumbers.has("code") || !/^\d+$/u.test(code) || lengths.size === 0) return unit;
    if (lengths.size > 1) {
      findings.push(findingAt(...place(row.row, "code"), "control/unit-code-unclear", { found: code }));
      return unit;
    }
    const whole = code.padStart([...lengths][0]!, "0");
    if (whole !== code)
      findings.push(
        findingAt(...place(row.row, "code"), "control/unit-code-padded", { found: code, expected: whole, unit: whole }, "note"),
      );
    return { ...unit, code: whole };
  });
  return { units, findings };
}

/** A unit with its line and the keys by which names are compared. */
interface ListedUnit {
  readonly unit: Unit;
  readonly row: number;
  readonly codeKey: string;
  readonly nameKey: string;
}

function judgeCodes(listed: readonly ListedUnit[], place: Place): Finding[] {
  const seen = new Map<string, ListedUnit>();
  const findings: Finding[] = [];
  for (const one of listed) {
    const { code } = one.unit;
    if (code === "") continue;
    const first = seen.get(one.codeKey);
    if (first === undefined) {
      seen.set(one.codeKey, one);
      continue;
    }
    const problem = first.unit.code === code ? "control/unit-code-repeated" : "control/unit-code-alike";
    const facts = { found: code, unit: code, data: { first: first.unit.code, row: first.row } };
    findings.push(findingAt(...place(one.row, "code"), problem, facts));
  }
  return findings;
}

function judgeNames(listed: readonly ListedUnit[], place: Place): Finding[] {
  const seen = new Map<string, ListedUnit>();
  const findings: Finding[] = [];
  for (const one of listed) {
    const { code, name } = one.unit;
    const first = seen.get(one.nameKey);
    if (first === undefined) {
      if (name !== "") seen.set(one.nameKey, one);
    } else if (first.unit.code !== code) {
      const facts = { found: name, unit: code, data: { first: first.unit.code, row: first.row } };
      findings.push(findingAt(...place(one.row, "name"), "control/unit-name-repeated", facts, "warning"));
    }
  }
  return findings;
}

/**
 * The code of each unit's superior; a superior given by the name of one unit is read as its code, with a note. One that is not in the list is
 * told once, however many units are under it.
 */
function resolveParents(listed: readonly ListedUnit[], place: Place): { units: Unit[]; findings: Finding[] } {
  const codes = new Map(listed.map(({ codeKey, unit }) => [codeKey, unit.code]));
  const names = new Map<string, string | null>();
  for (const { nameKey, unit } of listed) names.set(nameKey, names.has(nameKey) ? null : unit.code);
  const findings: Finding[] = [];
  const unknown = new Map<string, ListedUnit[]>();
  const units = listed.map((one) => {
    const { unit } = one;
    if (unit.parent === null) return unit;
    const key = foldText(unit.parent);
    const named = codes.get(key) ?? names.get(key) ?? null;
    if (named === null) {
      const under = unknown.get(key);
      if (under === undefined) unknown.set(key, [one]);
      else under.push(one);
      return unit;
    }
    if (!codes.has(key)) {
      const facts = { found: unit.parent, expected: named, unit: unit.code };
      findings.push(findingAt(...place(one.row, "parent"), "control/unit-superior-by-name", facts, "note"));
    }
    return { ...unit, parent: named };
  });
  return { units, findings: [...findings, ...unknownSuperiors([...unknown.values()], [...codes.values()], place)] };
}

function unknownSuperiors(unknown: readonly (readonly ListedUnit[])[], codes: readonly string[], place: Place): Finding[] {
  return unknown.map((under, i) => {
    const { unit, row } = under[0]!;
    const near = i < MOST_SUGGESTIONS ? nearest(unit.parent!, codes) : null;
    const facts = { found: unit.parent, unit: unit.code, data: { near, units: under.length } };
    return findingAt(...place(row, "parent"), "control/unit-superior-unknown", facts, "warning");
  });
}

function judgeCircles(units: readonly Unit[], rows: readonly number[], place: Place): Finding[] {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const findings: Finding[] = [];
  const clear = new Set<string>();
  units.forEach(({ code }, i) => {
    const passed = new Set<string>();
    let at: string | null = code;
    while (at !== null && !passed.has(at) && !clear.has(at)) {
      passed.add(at);
      at = parents.get(at) ?? null;
    }
    if (at === code && passed.has(code)) {
      findings.push(
        findingAt(...place(rows[i]!, "parent"), "control/unit-superior-circle", { found: parents.get(code) ?? null, unit: code }),
      );
    } else if (at === null || clear.has(at)) for (const passedCode of passed) clear.add(passedCode);
  });
  return findings;
}
