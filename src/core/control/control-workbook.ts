// The control workbook's cells read into the definition of a round; the counterpart of sheets/control.
import type { WorkbookCells } from "../cells.js";
import type { EntryValue } from "./control-entry.js";
import { INFO_ITEMS } from "./control-info.js";
import { readInfo, type InfoReading } from "./control-info-sheet.js";
import { placedFinding, type Line, type Places } from "./control-places.js";
import { findSheet, findingAt, readTable, type Headings, type TableReading, type TableRow } from "./control-rows.js";
import {
  FIELD_TABLE,
  INFO_SHEET,
  LIST_TABLE,
  RULE_TABLE,
  TARGET_TABLE,
  UNIT_TABLE,
  type ControlTable,
} from "./control-tables.js";
import { readDefinition } from "../definition/definition-json.js";
import type { RoundDefinition } from "../definition/definition.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import { foldText, nearest } from "../text.js";
import { readUnitsSheet, type UnitsReading } from "./unit-list.js";

export interface ControlReading {
  /** Null when there is an error among the findings. */
  readonly definition: RoundDefinition | null;
  readonly findings: readonly Finding[];
}

/** A part read from one sheet. */
interface Part<T> {
  readonly sheet: string;
  readonly reading: T;
}

interface Parts {
  readonly info: Part<InfoReading>;
  readonly targets: Part<TableReading>;
  readonly fields: Part<TableReading>;
  readonly lists: Part<TableReading>;
  readonly rules: Part<TableReading>;
  readonly units: Part<UnitsReading>;
}

const NO_TABLE: TableReading = { headings: { row: 0, columns: new Map() }, rows: [], findings: [] };

/**
 * Reads the definition of a round from the cells of a control workbook. Sheets, headings and words are found by their text; columns may be
 * moved, lines left blank, columns of one's own added.
 * @returns every problem with its sheet and cell: those of single cells first, then those of the definition as a whole
 */
export function readControl(workbook: WorkbookCells): ControlReading {
  const { parts, missing } = readParts(workbook);
  const { info, targets, fields, lists, rules, units } = parts;
  const readings = [info, targets, fields, lists, rules, units].map((part) => part.reading);
  const findings = [...missing, ...readings.flatMap((reading) => reading.findings.map(softenNoUnits))];
  if (missing.length > 0 || readings.some(({ headings }) => headings === null)) return { definition: null, findings };
  const { json, places, findings: listFindings } = assemble(parts);
  findings.push(...listFindings);
  const { definition, findings: meaning } = readDefinition(json);
  findings.push(
    ...laterFindings(
      meaning.map((f) => placedFinding(places, f)),
      findings,
    ),
  );
  const sound = definition !== null && !findings.some(({ severity }) => severity === "error");
  return { definition: sound && definition.period !== null ? { ...definition, period: definition.period } : null, findings };
}

/** A control workbook may be begun without units. */
function softenNoUnits(f: Finding): Finding {
  return f.code === "control/no-units" ? finding(f.code, "warning", f) : f;
}

/** Judgements of the whole, without those of cells that were found wrong already. */
function laterFindings(later: readonly Finding[], earlier: readonly Finding[]): Finding[] {
  const errors = earlier.filter(({ severity }) => severity === "error");
  const wrong = new Set(errors.map(({ sheet, cell }) => `${sheet ?? ""}!${cell ?? ""}`));
  return later.filter(({ sheet, cell }) => sheet === null || !wrong.has(`${sheet}!${cell ?? ""}`));
}

function readParts(workbook: WorkbookCells): { parts: Parts; missing: Finding[] } {
  const missing: Finding[] = [];
  const part = <T>(
    names: readonly string[],
    none: T | null,
    read: (sheet: NonNullable<ReturnType<typeof findSheet>>) => T,
    absent: T,
  ): Part<T> => {
    const sheet = findSheet(workbook, names);
    if (sheet !== null) return { sheet: sheet.name, reading: read(sheet) };
    if (none === null) missing.push(missingSheet(workbook, names[0]!));
    return { sheet: names[0]!, reading: none ?? absent };
  };
  const { date1904 } = workbook;
  const table = (of: ControlTable, none: TableReading | null = null) =>
    part([of.sheet, ...of.also], none, (sheet) => readTable(sheet, of, date1904), NO_TABLE);
  const noInfo: InfoReading = { headings: null, values: new Map(), rows: new Map(), findings: [] };
  const noUnits: UnitsReading = { units: [], rows: [], headings: null, findings: [] };
  const parts = {
    info: part([INFO_SHEET], null, (sheet) => readInfo(sheet, date1904), noInfo),
    targets: table(TARGET_TABLE),
    fields: table(FIELD_TABLE),
    lists: table(LIST_TABLE, NO_TABLE),
    rules: table(RULE_TABLE),
    units: part([UNIT_TABLE.sheet, ...UNIT_TABLE.also], null, (sheet) => readUnitsSheet(sheet, date1904), noUnits),
  };
  return { parts, missing };
}

function missingSheet(workbook: WorkbookCells, sheet: string): Finding {
  const known = [INFO_SHEET, ...[TARGET_TABLE, FIELD_TABLE, LIST_TABLE, RULE_TABLE, UNIT_TABLE].map((table) => table.sheet)];
  const others = workbook.sheets.map(({ name }) => name).filter((name) => !known.some((one) => foldText(one) === foldText(name)));
  return finding("control/sheet-missing", "error", { data: { sheet, near: nearest(sheet, others) } });
}

interface Assembly {
  readonly json: unknown;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

/** The parts as JSON of a definition, and where each of them stands. */
function assemble(parts: Parts): Assembly {
  const places = new Map<string, Line>();
  const put = (path: string, part: Part<{ readonly headings: Headings | null }>, row: number) =>
    places.set(path, { sheet: part.sheet, row, columns: part.reading.headings!.columns });
  for (const [path, row] of parts.info.reading.rows) put(path, parts.info, row);
  const listing = (key: "targets" | "rules") =>
    parts[key].reading.rows.map((row, i) => {
      put(`${key}[${String(i)}]`, parts[key], row.row);
      return jsonOf(row, parts[key].reading.headings!);
    });
  parts.units.reading.rows.forEach((row, i) => put(`units[${String(i)}]`, parts.units, row));
  const { fields, lists, findings } = assembleFields(parts, put);
  const { info } = parts;
  const json = {
    id: info.reading.values.get("id"),
    resolution: infoPart(info.reading, "resolution"),
    form: infoPart(info.reading, "form"),
    period: info.reading.values.has("period.id") ? infoPart(info.reading, "period") : null,
    units: parts.units.reading.units,
    fields,
    lists,
    targets: listing("targets"),
    rules: listing("rules"),
  };
  return { json, places, findings };
}

/** Fields and the columns of lists stand in one table. */
function assembleFields(parts: Parts, put: (path: string, part: Part<TableReading>, row: number) => void) {
  const { fields, lists } = parts;
  const findings: Finding[] = [];
  const described = lists.reading.rows.map((row) => ({ row, columns: [] as unknown[] }));
  described.forEach(({ row }, i) => put(`lists[${String(i)}]`, lists, row.row));
  const plain: unknown[] = [];
  for (const row of fields.reading.rows) {
    const json = jsonOf(row, fields.reading.headings!, "list");
    const name = row.values.get("list");
    if (typeof name !== "string") {
      put(`fields[${String(plain.length)}]`, fields, row.row);
      plain.push(json);
      continue;
    }
    const at = listAt(
      described.map((list) => list.row),
      name,
    );
    if (at < 0) {
      const near = nearest(
        name,
        described.map((list) => String(list.row.values.get("id") ?? "")),
      );
      const column = fields.reading.headings!.columns.get("list");
      findings.push(findingAt(fields.sheet, row.row, column, "control/list-unknown", { found: name, data: { near } }));
      continue;
    }
    const { columns } = described[at]!;
    put(`lists[${String(at)}].columns[${String(columns.length)}]`, fields, row.row);
    columns.push(json);
  }
  const json = described.map(({ row, columns }) => ({ ...jsonOf(row, lists.reading.headings!), columns }));
  return { fields: plain, lists: json, findings };
}

/** The list of an id, or of a label that only one list has; -1 when there is none. */
function listAt(rows: readonly TableRow[], name: string): number {
  const byId = rows.findIndex((row) => row.values.get("id") === name);
  if (byId >= 0) return byId;
  const labelled = rows.flatMap((row, i) => (foldText(String(row.values.get("label") ?? "")) === foldText(name) ? [i] : []));
  return labelled.length === 1 ? labelled[0]! : -1;
}

/** The values of a line as JSON; a blank bound is none, while everything else that is blank takes its default. */
function jsonOf(row: TableRow, headings: Headings, ...without: readonly string[]): Record<string, EntryValue | null> {
  const blanks = ["min", "max"].filter((property) => headings.columns.has(property) && !row.values.has(property));
  const values = [...row.values].filter(([property]) => !without.includes(property));
  return Object.fromEntries([...blanks.map((property) => [property, null] as const), ...values]);
}

/** The properties of a part; blank texts are empty, while blank days and everything blank about the period take their default. */
function infoPart(info: InfoReading, part: string): Record<string, string> {
  const own = INFO_ITEMS.filter(({ path }) => path.startsWith(`${part}.`));
  return Object.fromEntries(
    own.flatMap(({ path, kind }) => {
      const value = info.values.get(path) ?? (kind === "day" || part === "period" ? undefined : "");
      return value === undefined ? [] : [[path.slice(part.length + 1), value]];
    }),
  );
}
