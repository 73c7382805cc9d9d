// The returned forms of a large round on disk: one stamp plan a kind of unit, every unit with figures of its own.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nodeHost } from "../src/cli/host.js";
import type { Figures, FigureValue } from "../src/core/figure/figures.js";
import { madeUpFigures } from "../src/core/made-up/figures.js";
import { dateSerial } from "../src/core/verdict/scope.js";
import type { Unit } from "../src/core/definition/unit.js";
import { formBook, formFileName, formPlaces, formValues } from "../src/sheets/form.js";
import { controlWorkbook, type Round } from "../src/workflow.js";
import { printBook } from "../src/xlsx/print.js";
import { prepareStamp, stamp, type StampPlace, type StampPlan, type StampValue } from "../src/xlsx/stamp.js";

interface KindPlan {
  readonly plan: StampPlan;
  /** Field ids in the order of the places that follow those of the form itself. */
  readonly fields: readonly string[];
}

/** Writes `so.xlsx` and `da-nop/` with the filled form of every unit; returns the paths of the forms. */
export async function writeReturnedForms(round: Round, folder: string, seed = 1): Promise<string[]> {
  mkdirSync(path.join(folder, "da-nop"), { recursive: true });
  writeFileSync(path.join(folder, "so.xlsx"), await controlWorkbook(round.definition));
  const plans = new Map<string, KindPlan>();
  const files: string[] = [];
  for (const [index, unit] of round.definition.units.entries()) {
    const kind = plans.get(unit.kind) ?? (await kindPlan(round, unit));
    plans.set(unit.kind, kind);
    const figures = madeUpFigures(round.definition, unit, seed + index);
    const file = path.join(folder, "da-nop", formFileName(round.definition, unit));
    writeFileSync(file, stamp(kind.plan, [...formValues(round.definition, unit, null), ...typedFigures(round, kind, figures)]));
    files.push(file);
  }
  return files;
}

async function kindPlan(round: Round, unit: Unit): Promise<KindPlan> {
  const template = await printBook(formBook(round.definition, unit));
  const inputs = round.layout(unit).inputs.filter((input) => input.role === "figure");
  const places: StampPlace[] = [...formPlaces(round.definition, unit.kind), ...inputs];
  const plan = prepareStamp(template, places, nodeHost.codec, { dropResults: true });
  return { plan, fields: inputs.map((input) => input.name) };
}

function typedFigures({ definition }: Round, { fields }: KindPlan, figures: Figures): StampValue[] {
  const types = new Map(definition.fields.map((field) => [field.id, field.type]));
  return fields.map((id) => typed(types.get(id), figures.values.get(id) ?? null));
}

function typed(type: string | undefined, value: FigureValue): StampValue {
  if (value === null) return null;
  if (type === "yesno") return value === 1 ? "Có" : "Không";
  return type === "date" ? dateSerial(String(value)) : value;
}
