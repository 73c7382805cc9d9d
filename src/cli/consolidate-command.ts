// `tonghop consolidate`: all reports into one workbook, the notes of staff kept, the result on stdout.
import type { Consolidation } from "../core/round/consolidation.js";
import { totalNumbers } from "../core/round/consolidation.js";
import { coverageLine } from "../core/round/coverage-text.js";
import type { Language } from "../core/messages/index.js";
import type { Notes } from "../sheets/notes.js";
import { NO_NOTES } from "../sheets/notes.js";
import { consolidate, consolidatedAgain, openConsolidated, prepareToPrint, returnPackage } from "../workflow.js";
import type { Arguments } from "./arguments.js";
import { firstFile, neededWorkbook } from "./arguments.js";
import { controlCache } from "./control-cache.js";
import { countLine } from "./check-command.js";
import { hashAhead } from "./hash-ahead.js";
import { nodeHost } from "./host.js";
import { cancelOnInterrupt } from "./interrupt.js";
import { keepLastBook, lastBook, lastPrint } from "./last-book.js";
import { takeLock } from "./lock.js";
import { CommandError, linksFrom, readBytesIfPresent } from "./node-files.js";
import { openRoundFile } from "./open.js";
import { readReports, reportJson, statusOf } from "./reports.js";
import { hasCache, openCache } from "./round-cache.js";
import { showReport, showVerdicts } from "./show.js";
import type { NamedBytes } from "./write-many.js";
import { writeManyWhole } from "./write-many.js";
import { writeWholeOrBeside } from "./write-whole.js";

export async function consolidateCommand(given: Arguments): Promise<number> {
  const { language } = given;
  const control = firstFile(given, "sổ tổng hợp .xlsx rồi các báo cáo", "a control workbook, then the reports");
  const out = neededWorkbook(given);
  const except = [control, out];
  const ahead = hasCache(out) ? hashAhead(given.files.slice(1), except) : null;
  let release = (): void => undefined;
  let written: string | null = null;
  const cancel = cancelOnInterrupt(
    () => release(),
    () => cancelledText(written, given),
  );
  try {
    const round = openRoundFile(control, given.previous, language, controlCache(out));
    release = takeLock(out);
    const before = readBytesIfPresent(out);
    const last = before === null ? null : lastBook(out, before);
    const notes = last?.notes ?? notesOf(out, before, language);
    const cache = openCache(out, round);
    if (cache.known.size === 0) ahead?.stop();
    if (ahead !== null) void prepareToPrint();
    const options = { cache, except, signal: cancel.signal, ahead };
    const reports = await readReports(given.files.slice(1), round, options);
    const consolidation = consolidate(round.definition, reports, round.previous);
    const earlier = lastPrint(last, before, cache.key);
    const { bytes, index } = await consolidatedAgain(earlier, consolidation, notes, linksFrom(out), nodeHost);
    written = writeWholeOrBeside(out, bytes);
    if (written === out) keepLastBook(out, bytes, { notes, round: cache.key, index });
    else process.stderr.write(`${besideText(out, written, language)}\n`);
    if (given.returns !== null) await writeReturns(consolidation, given.returns, written, language);
    print(given.json ? JSON.stringify(consolidationJson(consolidation)) : readable(consolidation, written, language));
    return statusOf(consolidation.files);
  } finally {
    ahead?.stop();
    release();
    cancel.end();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** @throws CommandError that also says that the workbook is written */
async function writeReturns(consolidation: Consolidation, folder: string, written: string, language: Language): Promise<void> {
  const letters: NamedBytes[] = [];
  for await (const letter of returnPackage(consolidation, nodeHost)) letters.push(letter);
  try {
    await writeManyWhole(folder, letters);
  } catch (problem) {
    if (!(problem instanceof CommandError)) throw problem;
    throw new CommandError(`${problem.message}\n${writtenText(written, folder, language)}`, { cause: problem });
  }
}

/** What stands on the disk when the run is broken off: letters get their names all at once, after the workbook. */
function cancelledText(written: string | null, { language, returns }: Arguments): string {
  const vi = language === "vi";
  if (written === null) return vi ? "Đã hủy. Sổ cũ, nếu có, vẫn nguyên vẹn." : "Cancelled. The old workbook, if any, is intact.";
  return `${vi ? "Đã hủy." : "Cancelled."} ${writtenText(written, returns ?? "", language)}`;
}

function writtenText(written: string, returns: string, language: Language): string {
  return language === "vi"
    ? `Sổ đã tổng hợp mới đã ghi xong: “${written}”. Phiếu trả lại trong “${returns}” chưa được ghi; chạy lại để có phiếu mới.`
    : `The new consolidated workbook is written: “${written}”. The return letters in “${returns}” are not; run again for them.`;
}

function besideText(out: string, written: string, language: Language): string {
  return language === "vi"
    ? `“${out}” đang mở ở chương trình khác nên không thay được; kết quả nằm trong “${written}”. Đóng sổ cũ (hoặc xóa tệp khóa “~$…” còn sót) rồi chạy lại để có một sổ.`
    : `“${out}” is open in another program and was not replaced; the result is in “${written}”. Close it (or delete a stale “~$…” file) and run again.`;
}

/**
 * The notes in an older workbook of the same name.
 * @throws CommandError when that file is something else: it is not replaced
 */
function notesOf(out: string, bytes: Uint8Array | null, language: Language): Notes {
  if (bytes === null) return NO_NOTES;
  const old = openConsolidated(bytes, nodeHost);
  if (old.reading !== null) return old.notes;
  throw new CommandError(
    language === "vi"
      ? `“${out}” đã có và không phải sổ đã tổng hợp do lệnh này tạo, nên không bị ghi đè. Chọn tên khác cho --out, hoặc chuyển tệp đó đi.`
      : `“${out}” exists and is no consolidated workbook of ours, so it is not replaced. Choose another name for --out, or move that file.`,
  );
}

/** The object that `--json` prints. */
export function consolidationJson(consolidation: Consolidation): object {
  const { coverage, definition, totals, verdicts, units } = consolidation;
  return {
    files: consolidation.files.map(reportJson),
    coverage,
    totals: totalNumbers(definition, totals),
    verdicts: [...verdicts, ...units.flatMap((unit) => unit.verdicts)],
  };
}

function readable(consolidation: Consolidation, out: string, language: Language): string {
  const { definition, coverage, verdicts } = consolidation;
  const troubled = consolidation.files.filter((file) => file.outcome !== "accepted" && file.outcome !== "accepted-with-warnings");
  const names = new Map(definition.units.map((unit) => [unit.code, unit.name]));
  const missing = coverage.missing.map((code) => `  ${code} ${names.get(code) ?? ""}`);
  const vi = language === "vi";
  return [
    ...troubled.map((file) => showReport(file, language)),
    countLine(consolidation.files, language),
    `${coverageLine(consolidation, language)}.`,
    ...(missing.length === 0 ? [] : [vi ? "Chưa gửi:" : "Missing:", ...missing]),
    vi ? "Kết quả so với chỉ tiêu:" : "Verdicts:",
    ...showVerdicts(definition, verdicts, language),
    vi ? `Sổ đã tổng hợp: ${out}` : `Consolidated workbook: ${out}`,
  ].join("\n");
}
