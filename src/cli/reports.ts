// Reading many returned files: folders and zips unfolded, progress shown, one report for each.
import type { FileReport } from "../core/file-report.js";
import type { Round } from "../workflow.js";
import { readReport, unfold } from "../workflow.js";
import { nodeHost } from "./host.js";
import { CommandError, findFiles, readBytes } from "./node-files.js";
import { showProgress } from "./progress.js";

/**
 * Reads all files below what was given, in a fixed order.
 * @param round null lets every file speak for itself
 * @throws CommandError when nothing was given or nothing is there
 */
export function readReports(given: readonly string[], round: Round | null): FileReport[] {
  if (given.length === 0) throw new CommandError("Chưa cho biết báo cáo ở đâu. Thêm tên tệp, thư mục hoặc tệp zip; xem --help.");
  const files = findFiles(given);
  const bar = showProgress("Đọc báo cáo", files.length);
  const reports = files.flatMap(({ path }) => {
    const sources = unfold({ path, bytes: readBytes(path) }, nodeHost);
    bar.step();
    return sources.map((source) => readReport(source, round, nodeHost));
  });
  bar.end();
  return reports;
}

/** 0 when every file counts, 1 when some file was rejected or held. */
export function statusOf(reports: readonly FileReport[]): number {
  return reports.some((report) => report.outcome === "rejected" || report.outcome === "held") ? 1 : 0;
}

/** The properties of a report that the contract names, in its order. */
export function reportJson(report: FileReport): object {
  const { path, sha256, outcome, unit, period, submissionNumber, findings, verdicts } = report;
  return { path, sha256, outcome, unit, period, submissionNumber, findings, verdicts };
}
