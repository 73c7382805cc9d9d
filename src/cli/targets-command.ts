// `tonghop targets`: the numeric targets of a resolution, and a control workbook drafted from them.
import { readFileSync } from "node:fs";
import type { Language } from "../core/messages/index.js";
import type { Draft, ExtractedTarget, ResolutionReading } from "../workflow.js";
import { draftDefinition, readResolution } from "../workflow/read-resolution.js";
import type { Arguments } from "./arguments.js";
import { firstFile, neededWorkbook, settingPairs } from "./arguments.js";
import { writeControlFile } from "./control-file.js";
import { CommandError, readBytes } from "./node-files.js";
import { beginWith, faulty, openUnitList } from "./open.js";
import { showFindings } from "./show.js";

const STANDARD_INPUT = 0;

export async function targetsCommand(given: Arguments): Promise<number> {
  const { language } = given;
  const file = firstFile(
    given,
    "nghị quyết .docx, .pdf, .txt, hoặc - để đọc từ đầu vào chuẩn",
    "a resolution, or - for standard input",
  );
  if (given.out !== null) neededWorkbook(given);
  const bytes = file === "-" ? readFileSync(STANDARD_INPUT) : readBytes(file);
  const reading = await readResolution(bytes, file);
  if (reading.findings.some((f) => f.severity === "error")) throw faulty(file, reading.findings, language);
  const notes = showFindings(reading.findings, language);
  if (notes.length > 0) process.stderr.write(`${notes.join("\n")}\n`);
  if (given.out !== null && reading.extraction.targets.length === 0) throw nothingFound(file, language);
  const draft = given.out === null ? null : await writeControl(reading, given.out, given);
  process.stdout.write(given.json ? `${JSON.stringify(targetsJson(reading))}\n` : `${readable(reading, draft, given)}\n`);
  return 0;
}

function nothingFound(file: string, language: Language): CommandError {
  return new CommandError(
    language === "vi"
      ? `Không tìm thấy chỉ tiêu bằng số nào trong “${file}”, nên chưa lập sổ. Kiểm tra đây có phải văn bản đặt chỉ tiêu; bảng số liệu dán từ PDF thường không đọc được, khi đó lập sổ bằng “tonghop init” từ một mẫu gần nhất rồi sửa trong Excel.`
      : `No numeric target was found in “${file}”, so no workbook was made. Check that this is the document that sets the targets; or begin from a template with “tonghop init”.`,
  );
}

/** The object that `--json` prints; offsets are into the text as read. */
function targetsJson({ extraction }: ResolutionReading): object {
  return { resolution: extraction.resolution, targets: extraction.targets };
}

/** Drafts a definition from all targets that were found and writes it as a control workbook, to be confirmed there. */
async function writeControl(reading: ResolutionReading, out: string, given: Arguments): Promise<Draft> {
  const draft = draftDefinition(reading.extraction);
  const list = given.units === null ? null : { file: given.units, units: openUnitList(given.units, given.language) };
  const period = given.period ?? yearOf(reading);
  const { definition } = beginWith({ template: draft.definition, period, settings: settingPairs(given) }, list, given.language);
  await writeControlFile(out, definition, given.language);
  return draft;
}

/** The year that most targets speak of, else that of the document, else this one. */
function yearOf({ extraction }: ResolutionReading): string {
  const years = extraction.targets.flatMap((target) => (target.due === null ? [] : [target.due.slice(0, 4)]));
  const counted = years.map((year) => ({ year, count: years.filter((one) => one === year).length }));
  const [most] = counted.sort((a, b) => b.count - a.count || (a.year < b.year ? -1 : 1));
  return most?.year ?? extraction.resolution.date?.slice(0, 4) ?? String(new Date().getFullYear());
}

function readable(reading: ResolutionReading, draft: Draft | null, given: Arguments): string {
  const { targets } = reading.extraction;
  const vi = given.language === "vi";
  const open = draft?.open ?? [];
  return [
    foundLine(targets.length, given.language),
    ...targets.map((target) => targetLine(target, given.language)),
    ...(draft === null
      ? []
      : [
          vi
            ? `Đã lập sổ tổng hợp dự thảo ${given.out ?? ""}. Mở bằng Excel, xem lại từng dòng.`
            : `Drafted the control workbook ${given.out ?? ""}. Open it in Excel and go through every row.`,
        ]),
    ...(open.length === 0 ? [] : [vi ? "Cần người quyết định:" : "For a person to decide:"]),
    ...open.map((point) => `  - ${point.question}${point.field === "" ? "" : ` [${point.field}]`}`),
  ].join("\n");
}

function foundLine(count: number, language: Language): string {
  if (count === 0)
    return language === "vi" ? "Không tìm thấy chỉ tiêu bằng số nào trong văn bản." : "No numeric target was found.";
  return language === "vi" ? `Tìm thấy ${count} chỉ tiêu:` : `${count} targets found:`;
}

function targetLine(target: ExtractedTarget, language: Language): string {
  const level = target.upper === null ? `${target.comparator} ${target.value}` : `${target.value}–${target.upper}`;
  const sure = `${Math.round(target.confidence * 100)}%`;
  return `  ${target.clause.padEnd(8)} ${level} ${target.measure} · ${target.subject} (${language === "vi" ? "độ chắc" : "confidence"} ${sure})`;
}
