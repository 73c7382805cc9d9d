// `tonghop check`: each file by itself, findings and verdicts; nothing is written.
import type { FileReport } from "../core/round/file-report.js";
import type { Language } from "../core/messages/index.js";
import type { Arguments } from "./arguments.js";
import { openRoundFile } from "./open.js";
import { readReports, reportJson, statusOf } from "./reports.js";
import { outcomeWord, showReport } from "./show.js";

export async function checkCommand(given: Arguments): Promise<number> {
  const round = given.control === null ? null : openRoundFile(given.control, given.previous, given.language);
  const reports = await readReports(given.files, round);
  process.stdout.write(
    given.json ? `${JSON.stringify({ files: reports.map(reportJson) })}\n` : `${readable(reports, given.language)}\n`,
  );
  return statusOf(reports);
}

function readable(reports: readonly FileReport[], language: Language): string {
  const shown = reports.map((report) => showReport(report, language));
  return [...shown, ...(shown.length === 0 ? [] : [""]), countLine(reports, language)].join("\n");
}

/** How many files ended in which way. */
export function countLine(reports: readonly FileReport[], language: Language): string {
  if (reports.length === 0) return language === "vi" ? "Chưa có tệp báo cáo nào." : "There is no report yet.";
  const counted = new Map<string, number>();
  for (const report of reports) {
    const word = outcomeWord(report.outcome, language);
    counted.set(word, (counted.get(word) ?? 0) + 1);
  }
  const parts = [...counted].map(([word, count]) => `${word}: ${count}`).join("; ");
  return language === "vi" ? `${reports.length} tệp. ${parts}.` : `${reports.length} files. ${parts}.`;
}
