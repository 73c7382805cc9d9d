// Small definitions for tests of formulas, scopes and verdicts.
import type { Definition } from "../../src/core/definition/definition.js";
import type { Field, List } from "../../src/core/definition/field.js";
import type { Figures, FigureValue } from "../../src/core/figure/figures.js";
import type { Rule } from "../../src/core/definition/rule.js";
import type { Target } from "../../src/core/definition/target.js";
import type { Unit } from "../../src/core/definition/unit.js";

export function fieldOf(id: string, facts: Partial<Field> = {}): Field {
  return {
    id,
    label: id,
    measure: "người",
    type: "count",
    required: true,
    min: null,
    max: null,
    choices: [],
    aggregate: "sum",
    section: "",
    guidance: "",
    appliesTo: [],
    ...facts,
  };
}

export function listOf(id: string, columns: readonly Field[]): List {
  return { id, label: id, columns, maxRows: 20, section: "", guidance: "", appliesTo: [] };
}

/** A target in % that asks for at least 95, over all units together. */
export function targetOf(id: string, formula: string, facts: Partial<Target> = {}): Target {
  return {
    id,
    clause: "II.1",
    label: id,
    formula,
    measure: "%",
    comparator: ">=",
    value: 95,
    upper: null,
    scope: "total",
    appliesTo: [],
    due: null,
    parent: null,
    ...facts,
  };
}

export function ruleOf(id: string, formula: string): Rule {
  return { id, formula, severity: "error", message: "", appliesTo: [] };
}

export function unitOf(code: string, kind = "đảng bộ cơ sở"): Unit {
  return { code, name: `Đơn vị ${code}`, aliases: [], kind, parent: null, email: null };
}

export function figuresOf(values: Record<string, FigureValue>, lists: Figures["lists"] = new Map()): Figures {
  return { values: new Map(Object.entries(values)), lists };
}

export function definitionOf(facts: Partial<Definition>): Definition {
  return {
    id: "thu-nghiem",
    resolution: {
      kind: "nghị quyết",
      number: "20",
      symbol: "NQ/ĐU",
      abstract: "",
      issuer: "Đảng ủy",
      date: null,
      superior: "",
      place: "",
    },
    form: { symbol: "BC-NQ20", title: "", profile: "" },
    period: null,
    units: [],
    fields: [],
    lists: [],
    targets: [],
    rules: [],
    ...facts,
  };
}
