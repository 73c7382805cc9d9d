// Forms: all of them in a zip, one as a file, one as a preview.
import type { MadeFile, PagePreview } from "../../ui/engine.js";
import { formBook } from "../../sheets/form.js";
import type { MadeForm, Round } from "../../workflow.js";
import { anyHost, bundleForms, makeForms, openRound } from "../../workflow.js";
import type { Course } from "./course.js";
import { slice } from "./slice.js";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Forms between two pauses. */
const FORMS_AT_ONCE = 8;

/** The forms of all units; can be stopped between forms. */
export async function allForms(round: Round, { progress, pause }: Course): Promise<MadeForm[]> {
  const total = round.definition.units.length;
  const forms: MadeForm[] = [];
  progress(0, total);
  for await (const form of makeForms(round, anyHost)) {
    forms.push(form);
    if (forms.length % FORMS_AT_ONCE !== 0) continue;
    progress(forms.length, total);
    await pause();
  }
  return forms;
}

export async function formsZip(round: Round, course: Course): Promise<MadeFile> {
  const forms = await allForms(round, course);
  const { form, period } = round.definition;
  return {
    name: `Bieu-mau_${form.symbol}_${period.id}.zip`,
    content: new Blob([bundleForms(forms, anyHost) as BlobPart], { type: "application/zip" }),
  };
}

export async function formFile(round: Round, code: string): Promise<MadeFile> {
  const unit = round.units.get(code);
  if (unit === undefined) throw new Error(`no unit ${code}`);
  const alone = {
    ...openRound({ ...round.definition, units: [unit] }, round.previous),
    definition: { ...round.definition, units: [unit] },
  };
  for await (const { fileName, bytes } of makeForms(alone, anyHost)) {
    return { name: fileName, content: new Blob([bytes as BlobPart], { type: XLSX }) };
  }
  throw new Error(`no form for ${code}`);
}

export function formPreview(round: Round, code: string, sheet: number): PagePreview {
  const unit = round.units.get(code);
  if (unit === undefined) throw new Error(`no unit ${code}`);
  const previous = round.previous.get(code) ?? null;
  return slice(formBook(round.definition, unit, { previous }), sheet, Infinity);
}
