// One form a unit, at stamping speed: the form of each kind of unit is built once, then only what differs is patched.
import type { Unit } from "../core/definition/unit.js";
import { foldText } from "../core/text.js";
import { FORM_FOOTERS, formBook, formFileName, formFooters, formPlaces, formValues } from "../sheets/form.js";
import { printBook } from "../xlsx/print.js";
import type { StampPlan } from "../xlsx/stamp.js";
import { prepareStamp, stamp } from "../xlsx/stamp.js";
import type { Host, Round } from "./round.js";

export interface MadeForm {
  readonly unit: Unit;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes the forms of all units, one after the other, in the order of the list.
 * @returns each form when it is ready, so that a caller can save it, show progress or stop
 */
export async function* makeForms(round: Round, host: Host): AsyncGenerator<MadeForm> {
  const plans = new Map<string, StampPlan>();
  const names = new Set<string>();
  for (const unit of round.definition.units) {
    const kind = foldText(unit.kind);
    const plan = plans.get(kind) ?? (await stampPlan(round, unit, host));
    plans.set(kind, plan);
    const cells = formValues(round.definition, unit, round.previous.get(unit.code) ?? null);
    const values = [...cells, ...formFooters(round.definition, unit)];
    yield { unit, fileName: freeName(formFileName(round.definition, unit), names), bytes: stamp(plan, values) };
  }
}

async function stampPlan(round: Round, unit: Unit, host: Host): Promise<StampPlan> {
  const { definition } = round;
  const template = await printBook(formBook(definition, unit, { previous: round.previous.get(unit.code) ?? null }), host.codec);
  return prepareStamp(template, formPlaces(definition, unit.kind), host.codec, { footers: FORM_FOOTERS });
}

/** A name that no form before has: codes such as `CS/01` and `CS-01` give the same file name. Case does not tell names apart on most disks. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = name.replace(/\.xlsx$/u, ` (${String(number)}).xlsx`);
  taken.add(free.toLowerCase());
  return free;
}
