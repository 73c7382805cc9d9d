// `tonghop forms`: one form a unit into a folder or a zip; forms that are there with other content are not touched.
import { existsSync } from "node:fs";
import path from "node:path";
import type { Language } from "../core/messages/index.js";
import type { MadeForm, Round } from "../workflow.js";
import { bundleForms, makeForms } from "../workflow.js";
import type { Arguments } from "./arguments.js";
import { firstFile, needed } from "./arguments.js";
import { nodeHost } from "./host.js";
import { CommandError, readBytes, writeWhole } from "./node-files.js";
import { openRoundFile } from "./open.js";
import { showProgress } from "./progress.js";
import { writeManyWhole } from "./write-many.js";

export async function formsCommand(given: Arguments): Promise<number> {
  const { language } = given;
  const control = firstFile(given, "sổ tổng hợp .xlsx", "a control workbook");
  const out = needed(given.out, "--out", language);
  const round = openRoundFile(control, given.previous, language);
  const made = out.toLowerCase().endsWith(".zip")
    ? await intoZip(round, out)
    : await intoFolder(round, out, given.overwrite, language);
  process.stdout.write(language === "vi" ? `Đã tạo ${made} biểu mẫu trong ${out}.\n` : `Made ${made} forms in ${out}.\n`);
  return 0;
}

async function intoZip(round: Round, out: string): Promise<number> {
  const forms = await allForms(round);
  writeWhole(out, bundleForms(forms, nodeHost));
  return forms.length;
}

/** Writes the forms of a folder; refuses before the first one when a file there, perhaps already filled in, would be lost. */
async function intoFolder(round: Round, out: string, overwrite: boolean, language: Language): Promise<number> {
  const forms = await allForms(round);
  const kept = overwrite ? [] : forms.filter((form) => differs(path.join(out, form.fileName), form.bytes));
  if (kept.length > 0) throw refusal(kept, out, language);
  const bar = showProgress("Ghi tệp", forms.length);
  try {
    await writeManyWhole(out, forms, () => bar.step());
  } finally {
    bar.end();
  }
  return forms.length;
}

async function allForms(round: Round): Promise<MadeForm[]> {
  const bar = showProgress("Biểu mẫu", round.definition.units.length);
  const forms: MadeForm[] = [];
  for await (const form of makeForms(round, nodeHost)) {
    forms.push(form);
    bar.step();
  }
  bar.end();
  return forms;
}

function differs(file: string, bytes: Uint8Array): boolean {
  return existsSync(file) && Buffer.compare(readBytes(file), bytes) !== 0;
}

function refusal(kept: readonly MadeForm[], out: string, language: Language): CommandError {
  const names = kept
    .slice(0, 3)
    .map((form) => form.fileName)
    .join(", ");
  return new CommandError(
    language === "vi"
      ? `Trong ${out} đã có ${kept.length} tệp cùng tên nhưng khác nội dung (${names}…), có thể đơn vị đã điền. Chọn thư mục khác, hoặc thêm --overwrite để thay.`
      : `${out} already holds ${kept.length} files of the same name with other content (${names}…), perhaps filled in. Choose another folder, or add --overwrite.`,
  );
}
