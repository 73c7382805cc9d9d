// Opening what a verb works on: templates, lists of units, control workbooks, consolidated workbooks. Faults end the verb in words.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Definition, RoundDefinition } from "../core/definition/definition.js";
import { readDefinitionText } from "../core/definition/definition-json.js";
import type { Finding } from "../core/finding.js";
import { atPlace } from "../core/finding.js";
import type { Language } from "../core/messages/index.js";
import type { Period } from "../core/definition/period.js";
import { nearest } from "../core/text.js";
import type { UnitsReading } from "../core/control/unit-list.js";
import { readUnitsCsv } from "../core/control/unit-list.js";
import { placedInList } from "../core/unit-list-places.js";
import type { PreviousFigures, Round, RoundStart } from "../workflow.js";
import { beginRound, isUnitText, openConsolidated, openControl, openRound, openUnits } from "../workflow.js";
import { figuresByUnit } from "../sheets/consolidated-reading.js";
import type { ControlCache } from "./control-cache.js";
import { NO_CONTROL_CACHE } from "./control-cache.js";
import { nodeHost } from "./host.js";
import { CommandError, readBytes } from "./node-files.js";
import { showFindings } from "./show.js";

/** So much of a file shows whether it is JSON. */
const HEAD_BYTES = 256;

const TEMPLATES = fileURLToPath(new URL("../../templates/", import.meta.url));

/** Ids of the built-in templates, in order. */
export function templateIds(): string[] {
  return readdirSync(TEMPLATES)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/**
 * A built-in template by its id, or a definition in a JSON file.
 * @throws CommandError listing the ids when there is neither
 */
export function openTemplate(idOrFile: string, language: Language): Definition {
  const file = templateIds().includes(idOrFile) ? path.join(TEMPLATES, `${idOrFile}.json`) : idOrFile;
  if (!existsSync(file)) throw unknownTemplate(idOrFile, language);
  const bytes = readBytes(file);
  if (!/^\s*\{/u.test(new TextDecoder("utf-8").decode(bytes.subarray(0, HEAD_BYTES)))) throw noDefinition(file, language);
  const { definition, findings } = readDefinitionText(decode(bytes, file, language));
  if (definition === null) throw faulty(file, findings, language);
  return definition;
}

function noDefinition(file: string, language: Language): CommandError {
  const list = templateIds().join(", ");
  return new CommandError(
    language === "vi"
      ? `“${file}” không phải tệp định nghĩa (.json). --template nhận mã của một mẫu có sẵn (${list}) hoặc một tệp định nghĩa. Sổ tổng hợp .xlsx đã lập thì không cần --template: dùng ngay với describe, forms, check, consolidate.`
      : `“${file}” is no definition (.json). --template takes the id of a template (${list}) or a definition. A control workbook needs no --template: give it to describe, forms, check, consolidate.`,
  );
}

function unknownTemplate(id: string, language: Language): CommandError {
  const ids = templateIds();
  const near = nearest(id, ids);
  const hint = near === null ? "" : language === "vi" ? ` Có phải “${near}”?` : ` Did you mean “${near}”?`;
  const list = ids.join(", ");
  return new CommandError(
    language === "vi"
      ? `Không có mẫu “${id}”.${hint} Các mẫu có sẵn: ${list}.`
      : `There is no template “${id}”.${hint} Templates: ${list}.`,
  );
}

/**
 * The units of a CSV or .xlsx list.
 * @returns warnings and notes beside the units, each with its file, row and column
 * @throws CommandError with every fault of the list
 */
export function openUnitList(file: string, language: Language): UnitsReading {
  const bytes = readBytes(file);
  const list = isUnitText(bytes) ? readUnitsCsv(new TextDecoder("utf-8").decode(bytes)) : openUnits(bytes, nodeHost);
  const findings = placedInList(path.basename(file), list, list.findings);
  if (findings.some((f) => f.severity === "error")) throw faulty(file, findings, language);
  return { ...list, findings };
}

/**
 * The definition in a control workbook.
 * @throws CommandError with every fault of the workbook
 */
export function openControlFile(file: string, language: Language, cache: ControlCache = NO_CONTROL_CACHE): RoundDefinition {
  const bytes = readBytes(file);
  const known = cache.recall(bytes);
  if (known !== null) return known;
  const { definition, findings } = openControl(bytes, nodeHost);
  if (definition === null) throw faulty(file, findings, language);
  if (findings.length > 0) process.stderr.write(`${file}\n${showFindings(findings, language).join("\n")}\n`);
  else cache.keep(bytes, definition);
  return definition;
}

/** The round of a control workbook, with the figures of the period before when a consolidated workbook of it is given. */
export function openRoundFile(control: string, previous: string | null, language: Language, cache?: ControlCache): Round {
  const definition = openControlFile(control, language, cache);
  return openRound(definition, previous === null ? undefined : openPrevious(previous, definition.period, language));
}

function openPrevious(file: string, period: Period, language: Language): PreviousFigures {
  const { reading, findings } = openConsolidated(readBytes(file), nodeHost);
  if (reading === null) throw faulty(file, findings, language);
  const before = reading.definition.period;
  if (yearOf(before) !== yearOf(period)) process.stderr.write(`${otherYear(file, before, period, language)}\n`);
  return figuresByUnit(reading);
}

function yearOf({ id }: Period): string {
  return id.slice(0, 4);
}

function otherYear(file: string, before: Period, period: Period, language: Language): string {
  return language === "vi"
    ? `Lưu ý: “${file}” là số liệu ${before.label}, khác năm với kỳ này (${period.label}). Số lũy kế tính lại từ tháng 1 mỗi năm, nên cảnh báo “ít hơn kỳ trước” có thể không đúng.`
    : `Note: “${file}” is of ${before.id}, another year than this period (${period.id}). As cumulative figures begin again each January, warnings that a figure is less than before may not apply.`;
}

/** UTF-8 text of a definition. */
function decode(bytes: Uint8Array, file: string, language: Language): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const text =
      language === "vi"
        ? `“${file}” không ghi theo bảng mã UTF-8. Mở bằng trình soạn thảo văn bản, lưu lại với bảng mã UTF-8.`
        : `“${file}” is not UTF-8. Save it again as UTF-8 in a text editor.`;
    throw new CommandError(text, { cause });
  }
}

/**
 * A round begun with what the options say.
 * @param list of units with the file that it came from; null when there is none yet
 * @throws CommandError naming the option, or the row of the list, that is at fault
 */
export function beginWith(
  start: Omit<RoundStart, "units">,
  list: { readonly file: string; readonly units: UnitsReading } | null,
  language: Language,
): { definition: RoundDefinition; findings: readonly Finding[] } {
  const { definition, findings } = beginRound({ ...start, units: list?.units.units ?? [] });
  const optioned = findings.map((f) => (f.code === "control/period-unknown" ? atPlace(f, "--period") : f));
  const placed = list === null ? optioned : placedInList(path.basename(list.file), list.units, optioned);
  if (definition !== null) return { definition, findings: placed };
  const head = language === "vi" ? "Chưa tạo được sổ tổng hợp:" : "No control workbook was made:";
  throw new CommandError([head, ...showFindings(placed, language)].join("\n"));
}

/** The error that ends a verb because a file is faulty, with every finding. */
export function faulty(file: string, findings: readonly Finding[], language: Language): CommandError {
  const head = language === "vi" ? `Không dùng được “${file}”:` : `“${file}” cannot be used:`;
  return new CommandError([head, ...showFindings(findings, language)].join("\n"));
}
