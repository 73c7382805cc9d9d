// What reading one input cell gives: a value, findings, and whether what stands there could be read.
import type { Field } from "../definition/field.js";
import type { FigureValue } from "./figures.js";
import type { Finding, FindingFacts, Severity } from "../finding.js";
import { finding } from "../finding.js";
import type { FindingCode } from "../messages/index.js";
import type { DecimalMark } from "./number-text.js";
import type { Period } from "../definition/period.js";

/** Where a cell stands, and what its file tells about how numbers and days are written. */
export interface FigureContext {
  /** Unit code. */
  readonly unit: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly date1904: boolean;
  readonly period: Pick<Period, "start" | "end"> | null;
  /** The decimal mark that other texts of the same file prove; null when they prove none or both. */
  readonly decimalMark: DecimalMark | null;
  /** Codes of the round's units that are digits only, by the number that a program makes of them: 1 → 001. */
  readonly unitCodes?: ReadonlyMap<number, readonly string[]>;
}

export interface FigureReading {
  readonly value: FigureValue;
  readonly findings: readonly Finding[];
  /** False when something stands there that is no value of the field; `value` is then null. */
  readonly readable: boolean;
}

export const BLANK_READING: FigureReading = { value: null, findings: [], readable: true };

/** A finding about a field at a place; `label` is put into its data. */
export function figureFinding(
  code: FindingCode,
  severity: Severity,
  field: Field,
  at: FigureContext,
  facts: FindingFacts = {},
): Finding {
  const data = { label: field.label, ...facts.data };
  return finding(code, severity, { unit: at.unit, field: field.id, sheet: at.sheet, cell: at.cell, ...facts, data });
}

/** A value that was read, with what there is to say about it. */
export function read(value: FigureValue, ...findings: readonly Finding[]): FigureReading {
  return { value, findings, readable: true };
}

/** Nothing was read, because of an error. */
export function refuse(code: FindingCode, field: Field, at: FigureContext, facts: FindingFacts = {}): FigureReading {
  return { value: null, findings: [figureFinding(code, "error", field, at, facts)], readable: false };
}
